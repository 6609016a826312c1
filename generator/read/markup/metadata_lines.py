"""Metadata that was pasted into the text: to Markdown it is a paragraph, or a heading above its closing ``---``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import comrak

from generator.model.kinds import SHELVES

_KEYS = frozenset(name for shelf in SHELVES for name in shelf.model.model_fields)
_KEY_LINE = re.compile(r"([a-z_]+)[ \t]*[:：]")


def is_metadata(children: Sequence[comrak.AstNode]) -> bool:
    """Whether the first line of a block begins with a key of some kind of entry, and all others with some key."""
    if not children:
        return False
    key = _key(children[0])
    if key not in _KEYS:
        return False
    following = pairwise(children)
    return all(_key(after) for before, after in following if isinstance(before.node_value, comrak.SoftBreak))


def _key(node: comrak.AstNode) -> str:
    """The key with which a line begins; "" when it begins otherwise."""
    value = node.node_value
    found = _KEY_LINE.match(value.value.lstrip()) if isinstance(value, comrak.Text) else None
    return found[1] if found else ""
