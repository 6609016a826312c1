"""The terms of documents: pairs of neighbouring characters, hashed, for all documents of a bucket at once.

A *term key* is a 64-bit number: 32 bits hash of the pair, 22 bits number of the document, 2 bits
the field, 8 bits places. Two pairs with one hash only make the browser look at a text in vain.
``theme/assets/search-terms.js`` hashes in the same way.

*Places* tell neighbouring pairs from pairs that only occur in the same text: a pair that begins at
character *n* of its sentence has bit ``(n + s) % 8``, where *s* is the code point of the sentence's first
character, so that places do not agree by chance where sentences begin alike. The pair that
follows has the next bit. An edit moves no places beyond its sentence. Terms that are no pairs have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .documents import Document
from .folding import Sort, folded_character, sort_of

Codes = NDArray[np.uint32]
Keys = NDArray[np.uint64]

SINGLE: Final = 0x110001
"""Stands for the second of a pair: the character by itself."""
BEGINS: Final = 0x110002
"""Stands for the first of a pair: a word or number begins with the second."""
WHOLE: Final = 0x110003
"""Stands for the second of a pair whose first is the digest of a whole title."""
SPELT: Final = 0x120000
"""Added to letters of pinyin, syllables written in full."""
INITIALS: Final = 0x130000
"""Added to letters of pinyin, first letters of syllables."""

PLACES: Final = 8
"""Places that are told apart, a bit each."""
MOST_DOCUMENTS: Final = 1 << 22
"""How many documents a key can number."""

_KEPT_BITS = 21


class Field(IntEnum):
    """Where in a document a term stands; a term in several fields has a key for each."""

    TEXT = 0
    TITLE = 1
    SUMMARY = 2


def pair_hash(first: Codes, second: Codes | np.uint32) -> Codes:
    """32 well-mixed bits for each pair of code points."""
    mixed = first * np.uint32(0x9E3779B1)
    mixed ^= mixed >> np.uint32(15)
    mixed += second
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    mixed *= np.uint32(0xC2B2AE35)
    mixed ^= mixed >> np.uint32(16)
    return mixed


def term_keys(documents: Sequence[Document]) -> Keys:
    """The keys of ``documents``, which are numbered in their order here; sorted, each term of a field once."""
    texts: list[str] = []
    owners: list[int] = []
    for number, each in enumerate(documents):
        for field, text in ((Field.TITLE, each.title), (Field.SUMMARY, each.summary), (Field.TEXT, each.text)):
            if text:
                texts.append(text)
                owners.append(number << 2 | field)
    if not texts:
        return np.empty(0, np.uint64)
    codes, lengths = _codes_of(texts)
    owner = np.repeat(np.array(owners, np.uint32), lengths)
    found = [_pairs(codes, owner), _names(documents)]
    keys = np.concatenate(found)
    keys.sort()
    return _united(keys)


def _united(keys: Keys) -> Keys:
    """Sorted keys with one place each, or none (``PLACES``); as keys in which a term of a field has all its places."""
    whose = keys >> np.uint64(8)
    first = np.ones(len(keys), bool)
    first[1:] = whose[1:] != whose[:-1]
    bits = (1 << np.arange(PLACES + 1)).astype(np.uint8)[keys.astype(np.uint8)]  # none has no bit in a byte
    at = np.flatnonzero(first)
    once: Keys = whose[at] << np.uint64(8)
    once |= np.bitwise_or.reduceat(bits, at)
    return once


def renumbered(keys: Keys, numbers: Codes) -> Keys:
    """Keys with the documents' numbers in the whole index instead of those in their bucket. Not sorted any more."""
    low = (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    real: Keys = keys & np.uint64(0xFFFFFFFF00000000)
    real |= numbers[low >> np.uint32(10)] << np.uint32(10) | low & np.uint32(0x3FF)
    return real


class _Table:
    """Folded character and sort by code point, filled as characters are met."""

    def __init__(self) -> None:
        self._known = np.zeros(0x110000, np.uint32)
        self._longer: dict[int, str] = {}

    def look_up(self, codes: Codes) -> tuple[Codes, dict[str, str]]:
        """Sort and folded character in one number; the characters among them that become several, with what they become."""
        found = self._known[codes]
        if not found.all():
            for code in set(codes[found == 0].tolist()):  # np.unique would import numpy.ma, for 40 ms a process
                self._known[code] = self._entry(code)
            found = self._known[codes]
        several = sorted(set(codes[found == _SEVERAL].tolist()))
        return found, {chr(code): self._longer[code] for code in several}

    def _entry(self, code: int) -> int:
        folded = folded_character(chr(code))
        if len(folded) != 1:
            self._longer[code] = folded
            return _SEVERAL
        return (1 + sort_of(folded)) << _KEPT_BITS | ord(folded)


_SEVERAL = 0xFFFFFFFF
_table: list[_Table] = []


def _codes_of(texts: Sequence[str]) -> tuple[Codes, Any]:
    """Table entries of all characters, and how many each text has. A line break ends each text."""
    if not _table:
        _table.append(_Table())
    table = _table[0]
    whole = "\n".join(texts) + "\n"
    codes = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
    found, several = table.look_up(codes)
    if not several:
        return found, [len(text) + 1 for text in texts]
    longer = [_lengthened(text, several) for text in texts]
    codes = np.frombuffer(("\n".join(longer) + "\n").encode("utf-32-le"), np.uint32)
    return table.look_up(codes)[0], [len(text) + 1 for text in longer]


def _lengthened(text: str, several: Mapping[str, str]) -> str:
    for character, folded in several.items():  # a few kinds, such as the ellipsis; many times faster than translate()
        text = text.replace(character, folded)
    return text


def _pairs(entries: Codes, owner: Codes) -> Keys:
    """Pairs, single characters and beginnings of words."""
    sorts = (entries >> np.uint32(_KEPT_BITS)).astype(np.uint8) - np.uint8(1)
    there = sorts != Sort.NOTHING
    if not there.all():
        entries, owner, sorts = entries[there], owner[there], sorts[there]
    place = np.flatnonzero(sorts <= Sort.DIGIT)
    if not len(place):
        return np.empty(0, np.uint64)
    code = entries[place] & np.uint32((1 << _KEPT_BITS) - 1)
    sort, whose = sorts[place], owner[place]
    ended = np.cumsum(sorts == Sort.END, dtype=np.uint32)[place]
    apart = (place[1:] - place[:-1] > 1) & (sort[1:] != Sort.SOLID) & (sort[:-1] != Sort.SOLID)
    together = ended[1:] == ended[:-1]
    joined = together & ~apart
    begins = np.ones(len(place), bool)
    begins[1:] = ~joined | (sort[1:] != sort[:-1])
    begins &= sort != Sort.SOLID
    left = np.flatnonzero(joined)
    at = _places(code, together)[left]
    return np.concatenate(
        (
            _keys(pair_hash(code[left], code[left + 1]), whose[left], at),
            _singles(code, whose),
            _keys(pair_hash(np.full(int(begins.sum()), BEGINS, np.uint32), code[begins]), whose[begins]),
        )
    )


def _places(code: Codes, together: Any) -> Codes:
    """The place of each character; ``together`` says which ones are in one sentence with the next."""
    at = np.arange(len(code), dtype=np.uint32)
    first = at.copy()
    first[1:][together] = 0
    first = np.maximum.accumulate(first)
    found: Codes = (at - first + code[first]) % np.uint32(PLACES)
    return found


def _singles(code: Codes, whose: Codes) -> Keys:
    """Characters by themselves, each once a field: marked in a table, which is cheaper than sorting them."""
    known, place = _distinct(code)
    width = len(known)
    seen = np.zeros((int(whose.max()) + 1) * width, bool)
    seen[whose.astype(np.int64) * width + place] = True
    at = np.flatnonzero(seen)
    owner = at // width
    return _keys(pair_hash(known, np.uint32(SINGLE))[at - owner * width], owner.astype(np.uint32))


def _distinct(code: Codes) -> tuple[Codes, Any]:
    """What ``np.unique`` gives, without sorting."""
    flags = np.zeros(int(code.max()) + 1, bool)
    flags[code] = True
    known = np.flatnonzero(flags).astype(np.uint32)
    place = np.empty(len(flags), np.int64)
    place[known] = np.arange(len(known))
    return known, place[code]


def _keys(hashes: Codes, owner: Codes, place: Codes | None = None) -> Keys:
    keys = hashes.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= owner << np.uint32(8) | (np.uint32(PLACES) if place is None else place)
    return keys


def _names(documents: Sequence[Document]) -> Keys:
    """Whole titles, and the letters of their pinyin."""
    first: list[int] = []
    second: list[int] = []
    owner: list[int] = []
    for number, each in enumerate(documents):
        mine = {(title_digest(each.title), WHOLE)}
        for base, letters in ((SPELT, each.sounds.replace(" ", "")), (INITIALS, initials(each.sounds))):
            mine.update((base + ord(a), ord(b)) for a, b in pairwise(letters))
        for a, b in mine:
            first.append(a)
            second.append(b)
            owner.append(number << 2 | Field.TEXT)
    return _keys(pair_hash(np.array(first, np.uint32), np.array(second, np.uint32)), np.array(owner, np.uint32))


def initials(sounds: str) -> str:
    """First letters of syllables."""
    return "".join(syllable[0] for syllable in sounds.split())


def title_digest(title: str) -> int:
    """FNV-1a over the code points of a folded title, what lies between characters left out; 32 bits."""
    digest = 0x811C9DC5
    for character in title:
        for folded in folded_character(character):
            if sort_of(folded) <= Sort.DIGIT:
                digest = (digest ^ ord(folded)) * 0x01000193 & 0xFFFFFFFF
    return digest
