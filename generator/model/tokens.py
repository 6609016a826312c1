"""The colours of a site: which there are, on which ground each is read, and what a city's ``tokens.css`` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .diagnostic import Mark

TOKENS_FILE = "theme/assets/tokens.css"
"""Where a city's project keeps its colours; without it those of the program hold."""

COLOURS: Mapping[str, str] = {
    "main": "主色",
    "main-text": "主色文字",
    "on-main": "主色底上的文字",
    "on-main-soft": "主色底上的次要文字",
    "gold": "金色",
    "gold-text": "金色文字",
    "paper": "纸",
    "paper-deep": "深一层的纸",
    "paper-bright": "浅一层的纸",
    "ink": "墨",
    "ink-soft": "淡墨",
    "line": "细线",
    "line-strong": "控件的边线",
}
"""Colour tokens of ``tokens.css`` by name, without the two hyphens, and what they are called."""

TEXT = 4.5
"""Contrast of text with its ground: WCAG 2.2, 1.4.3 (AA)."""
EDGE = 3.0
"""Contrast of the edge of a control, or of large print: WCAG 2.2, 1.4.11 and 1.4.3 (AA)."""


class Pair(NamedTuple):
    """A colour, the ground it stands on, and the contrast it needs there."""

    colour: str
    ground: str
    needed: float


PAIRS: tuple[Pair, ...] = (
    *(Pair(text, ground, TEXT) for text in ("ink", "ink-soft", "main-text") for ground in ("paper", "paper-bright", "paper-deep")),
    *(Pair("gold-text", ground, TEXT) for ground in ("paper", "paper-bright")),
    *(Pair(text, "main", TEXT) for text in ("on-main", "on-main-soft")),
    *(Pair("line-strong", ground, EDGE) for ground in ("paper", "paper-bright")),
)  # fmt: skip
"""Everything that the theme sets on something else, or the other way round. ``gold`` and ``line`` only adorn."""


class Declaration(NamedTuple):
    """A value as written, and its place in ``TOKENS_FILE``."""

    value: str
    mark: Mark


class Block(NamedTuple):
    """The tokens that hold under some conditions: ``dark`` by the system's scheme, ``dark-switch`` by the reader's,
    ``elder`` in large print; none of them means always."""

    conditions: frozenset[str]
    declared: Mapping[str, Declaration]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A city's ``tokens.css``: its blocks in order, later ones over earlier ones."""

    blocks: tuple[Block, ...]

    def under(self, conditions: frozenset[str]) -> dict[str, Declaration]:
        """What holds when exactly these conditions are met."""
        found: dict[str, Declaration] = {}
        for block in self.blocks:
            if block.conditions <= conditions:
                found.update(block.declared)
        return found
