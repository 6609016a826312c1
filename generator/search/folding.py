"""What counts as the same character for a reader who searches, and what lies between characters.

Folded character by character: compatibility forms (NFKC: full-width letters and digits, ligatures,
circled numbers), upper case, traditional characters (OpenCC's table). Characters are either
*solid* (ideographs, kana, Hangul, emoji: each stands alone), *letters* or *digits* of
scripts that write words apart, or lie *between* them: punctuation and blanks, which do
not count inside a sentence, and the ends of sentences, which no match goes beyond.
``theme/assets/search-folding.js`` does the same in the browser.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("traditional.txt")

FIRST_IDEOGRAPH = 0x2E80
"""From here on (CJK radicals) characters stand alone; before, letters make words."""
SENTENCE_ENDS = frozenset("。！？!?\n")
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


class Sort(IntEnum):
    """How a character behaves in a search."""

    SOLID = 0
    LETTER = 1
    DIGIT = 2
    MARK = 3
    BLANK = 4
    END = 5
    NOTHING = 6
    """Deleted without a trace: invisible formatting, variation selectors, surrogates."""


@cache
def traditional() -> dict[str, str]:
    """Traditional characters and their simplified forms (see the file's head for source and licence)."""
    text = "".join(line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return dict(zip(text[::2], text[1::2], strict=True))


@lru_cache(maxsize=65536)
def folded_character(character: str) -> str:
    """What a character is searched as: usually one character, more for ligatures and the like."""
    small = "".join(each.lower() for each in unicodedata.normalize("NFKC", character))
    simple = traditional()
    return "".join(simple.get(each, each) for each in small).replace("ς", "σ")


def sort_of(character: str) -> Sort:
    """How a folded character behaves."""
    code = ord(character)
    if character in SENTENCE_ENDS:
        return Sort.END
    if any(code in selectors for selectors in _SELECTORS):
        return Sort.NOTHING
    category = unicodedata.category(character)
    if category in ("Cf", "Cs"):
        return Sort.NOTHING
    if category[0] == "Z" or category == "Cc":
        return Sort.BLANK
    if category[0] == "P" or category in ("Sm", "Sc", "Sk"):
        return Sort.MARK
    if code >= FIRST_IDEOGRAPH or category[0] not in "LNM":
        return Sort.SOLID
    return Sort.DIGIT if category[0] == "N" else Sort.LETTER
