"""The parser's tree, as far as its types do not say enough."""

from __future__ import annotations

from typing import Any

import comrak


def value_of(node: comrak.AstNode) -> Any:
    """What a node of a known kind carries: its text, or an object with the fields of that kind."""
    value: Any = node.node_value
    return value.value


def release(root: comrak.AstNode) -> None:
    """Take a tree apart so that it is freed.

    Parents and children of this parser hold each other, and the garbage collector cannot see it: each tree left whole
    stays in memory for ever (about 14 bytes for each character of text), and slows every later collection.
    """
    waiting = [root]
    while waiting:
        node = waiting.pop()
        children = node.children
        if children:
            waiting += children
            node.children = []
