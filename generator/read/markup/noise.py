"""Characters that nobody typed on purpose: what word processors, chats and address books leave behind."""

from __future__ import annotations

import re

_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width blanks, byte order mark
    "\u202a-\u202e\u2066-\u2069"  # direction overrides, which make text read otherwise than it is stored
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"  # noncharacters: the markers of this package are made of them
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
)
DROPPED = re.compile(f"[{_DROPPED}]+")

# Kept in place, because positions in the file must not move.
_REPLACED = re.compile("[\r\x0b\x0c\x85\u2028\u2029\ud800-\udfff]")


def _replacement(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else " "


def is_quiet(text: str) -> bool:
    """Whether a whole document holds nothing that needs a closer look; cheap, and false for some clean texts."""
    return text.replace("\n", "").replace("\u3000", "").isprintable()


def settle(text: str) -> str:
    """The text with stray line separators as blanks and lone surrogates as U+FFFD, of equal length."""
    return _REPLACED.sub(_replacement, text)


def tidy(text: str) -> str:
    """A piece of parsed text without noise; character references can bring it back after the file was cleaned."""
    if text.isprintable():
        return text
    return settle(DROPPED.sub("", text)).replace("\xa0", " ")
