"""HTML that editors write or paste: which tags stay, and how the others leave the text without taking words along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .sanitise import INLINE_TAGS

# Quoted values are few in any honest tag; the bound keeps a text full of "<a" from costing quadratic time.
_MARKUP = (
    r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/<>]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^'\"<>]++){0,400}+)>"
    r"|<(?:\?|!(?!--))[^<>]*>"
)
_TAG = re.compile(_MARKUP)
_TAG_OR_COMMENT = re.compile(r"<!--(?:>|->|.*?-->)|" + _MARKUP, re.DOTALL)
_CODE_TAGS = frozenset({"script", "style"})
_DETAIL = 80


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag in a piece of text. ``plain`` when it may stay: an allowed name and no attributes."""

    start: int
    end: int
    name: str
    closing: bool
    plain: bool
    written: str

    @property
    def is_comment(self) -> bool:
        """An editor's note, which leaves no trace."""
        return self.written.startswith("<!--")

    @property
    def holds_code(self) -> bool:
        """Whether the text inside is a program, not words."""
        return self.name in _CODE_TAGS

    @property
    def detail(self) -> str:
        """The tag as written, for a message."""
        return shorten(self.written)


def tags(text: str) -> Iterator[Tag]:
    """The tags and comments in a text, in order."""
    position = 0
    last_comment = text.rfind("-->")
    # Without an end ahead, every "<!--" would be searched to the end of the text.
    while match := (_TAG_OR_COMMENT if position <= last_comment else _TAG).search(text, position):
        position = match.end()
        name = (match["name"] or "").lower()
        plain = name in INLINE_TAGS and not (match["rest"] or "").strip(" \t\n/")
        yield Tag(match.start(), position, name, bool(match["close"]), plain, match[0])


def tag(text: str) -> Tag | None:
    """The tag that a piece of inline HTML is."""
    return next(tags(text), None)


def shorten(text: str) -> str:
    """A text fit for a message: one line, not long."""
    text = " ".join(text.split())
    return text if len(text) <= _DETAIL else text[: _DETAIL - 1] + "…"
