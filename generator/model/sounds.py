"""How Chinese characters are read, without tones, for telling a slip of the pen from another word."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

SOUNDS = Path(__file__).with_name("sounds.txt")
"""The characters of GB 2312 by their most usual reading, from pypinyin (MIT licence): a syllable and its characters a line."""


@lru_cache(maxsize=1)
def _syllables() -> dict[str, str]:
    lines = SOUNDS.read_text(encoding="utf-8").splitlines()
    return {sign: line[: len(line) - len(line.lstrip(_LETTERS))] for line in lines for sign in line.lstrip(_LETTERS)}


_LETTERS = "abcdefghijklmnopqrstuvwxyzü"


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters are read alike, tones apart; False for those outside GB 2312."""
    syllables = _syllables()
    return one in syllables and syllables[one] == syllables.get(other)
