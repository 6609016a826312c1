"""The line of source a diagnostic speaks of, with a caret that stands under the right character."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

_WIDEST = 76
"""Columns of an excerpt; a paragraph of Chinese prose is one line of a thousand."""
_BEFORE = 28
"""Columns kept in front of the place when a line is cut."""
_TAB = "    "


class Excerpt(NamedTuple):
    """A line, or the part of it around a place, and the caret line below it. Widths are those of a terminal."""

    line: str
    caret: str


def excerpt(lines: Sequence[str], line: int, column: int, length: int) -> Excerpt | None:
    """The excerpt for a mark (counted from 1) in a file's ``lines``; None when there is no such line or nothing on it.

    ``column`` 0 means the whole line.
    """
    if not 0 < line <= len(lines):
        return None
    text = lines[line - 1].rstrip()
    if not text.strip():
        return None
    if column == 0:
        column, length = len(text) - len(text.lstrip()) + 1, len(text.strip())
    start = min(column - 1, len(text))
    end = max(min(start + length, len(text)), start)
    before, marked, after = (visible(part) for part in (text[:start], text[start:end], text[end:]))
    if cell_len(before + marked + after) > _WIDEST:
        before = _last(before, _BEFORE)
        marked = _first(marked, _WIDEST - cell_len(before) - 2)
        after = _first(after, _WIDEST - cell_len(before + marked))
    return Excerpt((before + marked + after).rstrip(), " " * cell_len(before) + "^" * max(1, cell_len(marked)))


def visible(text: str) -> str:
    """Text as a terminal may show it: tabs as blanks, other controls as U+FFFD, so that no file can send commands to it."""
    text = text.replace("\t", _TAB)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or _is_harmless(sign) else "\ufffd" for sign in text)


def _is_harmless(sign: str) -> bool:
    """Blanks of any width, and the joiner that emoji families are made with."""
    return sign == "\u200d" or unicodedata.category(sign) == "Zs"


def _first(text: str, columns: int) -> str:
    """As much of the beginning as fits, with an ellipsis when something is cut."""
    if cell_len(text) <= columns:
        return text
    kept, width = [], 1
    for character in text:
        width += cell_len(character)
        if width > columns:
            break
        kept.append(character)
    return "".join(kept) + "…"


def _last(text: str, columns: int) -> str:
    """As much of the end as fits, with an ellipsis when something is cut."""
    if cell_len(text) <= columns:
        return text
    kept, width = [], 1
    for character in reversed(text):
        width += cell_len(character)
        if width > columns:
            break
        kept.append(character)
    return "…" + "".join(reversed(kept))
