"""A name for the address of a new entry, from its Chinese title."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 32


def suggest_slug(title: str, longest: int = _LONGEST) -> str:
    """The title in pinyin, cut between syllables; "" when nothing of it can stand in an address."""
    from pypinyin import lazy_pinyin  # its dictionaries take a moment to load

    syllables = lazy_pinyin(unicodedata.normalize("NFKC", title).lower())
    words = [word for syllable in syllables for word in re.findall(r"[a-z0-9]+", syllable)]
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:longest]
        if len(longer) > longest:
            break
        slug = longer
    return slug
