"""The parser's tree, as far as its types do not say enough."""

from __future__ import annotations

from typing import Any

import comrak


def value_of(node: comrak.AstNode) -> Any:
    """What a node of a known kind carries: its text, or an object with the fields of that kind."""
    value: Any = node.node_value
    return value.value
