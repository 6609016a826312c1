"""Shards: the documents of each term, in files of some ten kilobytes that a browser fetches for a query.

A shard holds the terms whose hashes begin with the same bits. It has three sections: all
documents, those with the term in their title, those with it in their summary. A section is

    varint terms, varint bytes of the directory, varint bytes of the lists, directory, lists

The directory has two varints a term, in order of hash: the hash's remaining bits as difference
to the term before, and the length of its list in bytes times two, plus one if the list is a
bitmap. A list is the documents' numbers in ascending order, as varints of the differences;
a bitmap has bit ``n & 7`` of byte ``n >> 3`` for document ``n``, as far as the last one.
Varints have seven bits a byte, low ones first, the eighth says that more follow.

Beside each shard there is a file of places, which is fetched when many texts would have to be looked at
for a long query. It is one section with the same directory; a list has a byte for each
document of the term's list of all documents, in its order: the places at which the term begins (``terms``).
Terms of up to ``FEW_DOCUMENTS``, and those that are no pairs, are not in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .terms import Codes, Field, Keys

Bytes = NDArray[np.uint8]

FEW_DOCUMENTS = 16
"""Places of rarer terms would save nothing: the few texts are looked at."""


def encode_shards(keys: Keys, shards: Sequence[int], bits: int) -> list[tuple[bytes, bytes]]:
    """The files of ``shards``, ascending, each with that of its places; ``keys`` are all keys in them, sorted, each once."""
    hashes = (keys >> np.uint64(32)).astype(np.uint32)
    low = keys.astype(np.uint32)  # the lower half
    numbers, fields = low >> np.uint32(10), low >> np.uint32(8) & np.uint32(3)
    once = np.ones(len(keys), bool)
    once[1:] = (hashes[1:] != hashes[:-1]) | (numbers[1:] != numbers[:-1])
    starts = np.array([shard << (32 - bits) for shard in shards], np.uint64)
    at = np.flatnonzero(once)
    places = np.bitwise_or.reduceat(low.astype(np.uint8), at) if len(at) else np.empty(0, np.uint8)
    everywhere = hashes[at]
    sections = [_section(everywhere, numbers[at], starts, bits)]
    for field in (Field.TITLE, Field.SUMMARY):
        here = fields == field
        sections.append(_section(hashes[here], numbers[here], starts, bits))
    contents = (b"".join(parts) for parts in zip(*sections, strict=True))
    return list(zip(contents, _places(everywhere, places, starts, bits), strict=True))


def _places(hashes: Codes, places: Bytes, starts: Any, bits: int) -> list[bytes]:
    """The file of places of each shard."""
    if not len(hashes):
        return [b"\0\0\0"] * len(starts)
    at, sizes = _runs(hashes)
    known = (sizes > FEW_DOCUMENTS) & (np.maximum.reduceat(places, at) > 0)
    inside = np.repeat(known, sizes)
    terms, kept = hashes[at][known], places[inside]
    kept[kept == 0] = 0xFF  # the term is also one without places, by a coincidence of hashes
    directories, counts = _directories(terms, sizes[known].astype(np.uint32) << np.uint32(1), starts, bits)
    offsets = np.concatenate(([0], np.cumsum(sizes[known], dtype=np.int64)))
    return [
        _packed(stop - first, directory, kept[offsets[first] : offsets[stop]].tobytes())
        for directory, (first, stop) in zip(directories, counts, strict=True)
    ]


def _runs(hashes: Codes) -> tuple[Any, Any]:
    """Where each term's run begins, and how long it is."""
    new = np.ones(len(hashes), bool)
    new[1:] = hashes[1:] != hashes[:-1]
    at = np.flatnonzero(new)
    return at, np.diff(at, append=len(hashes))


def _packed(terms: int, directory: bytes, lists: bytes) -> bytes:
    return _varint(terms) + _varint(len(directory)) + _varint(len(lists)) + directory + lists


def _directories(terms: Codes, sizes: Codes, starts: Any, bits: int) -> tuple[list[bytes], list[tuple[int, int]]]:
    """The directory of each shard; and from which to which of ``terms`` are in it."""
    owner = np.searchsorted(starts, terms.astype(np.uint64), "right") - 1
    rest = terms & np.uint32((1 << (32 - bits)) - 1)
    differences = rest.copy()
    differences[1:] -= np.where(owner[1:] == owner[:-1], rest[:-1], np.uint32(0))
    pairs = np.empty(2 * len(terms), np.uint32)
    pairs[0::2] = differences
    pairs[1::2] = sizes
    encoded, widths = _varints(pairs)
    at = np.concatenate(([0], np.cumsum(widths[0::2] + widths[1::2], dtype=np.int64)))
    bounds = np.searchsorted(owner, np.arange(len(starts) + 1)).tolist()
    spans = list(pairwise(bounds))
    return [encoded[at[first] : at[last]].tobytes() for first, last in spans], spans


def _section(hashes: Codes, numbers: Codes, starts: Any, bits: int) -> list[bytes]:
    """One section for each shard. ``starts`` are the shards' first hashes."""
    if not len(hashes):
        return [b"\0\0\0"] * len(starts)
    at, counts = _runs(hashes)
    gaps = numbers.copy()
    gaps[1:] -= numbers[:-1]
    gaps[at] = numbers[at]
    encoded, lengths = _varints(gaps)
    sizes = np.add.reduceat(lengths, at, dtype=np.int64)
    offsets = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
    ends = at + counts
    mapped = (numbers[ends - 1] >> np.uint32(3)) + np.uint32(1)
    as_map = mapped < sizes
    sizes_out = np.where(as_map, mapped, sizes).astype(np.uint32)
    directories, spans = _directories(hashes[at], sizes_out << np.uint32(1) | as_map, starts, bits)
    maps = np.flatnonzero(as_map)
    sections = []
    for directory, (first, last) in zip(directories, spans, strict=True):
        lists = []
        done = first
        for term in maps[np.searchsorted(maps, first) : np.searchsorted(maps, last)].tolist():
            lists.append(encoded[offsets[done] : offsets[term]].tobytes())
            lists.append(_bitmap(numbers[at[term] : ends[term]]))
            done = term + 1
        lists.append(encoded[offsets[done] : offsets[last]].tobytes())
        sections.append(_packed(last - first, directory, b"".join(lists)))
    return sections


def _bitmap(numbers: Codes) -> bytes:
    flags = np.zeros(int(numbers[-1]) + 1, bool)
    flags[numbers] = True
    return np.packbits(flags, bitorder="little").tobytes()


def _varints(values: Codes) -> tuple[Bytes, Any]:
    """All values one after the other, and how many bytes each takes."""
    widths = np.ones(len(values), np.uint8)
    for limit in (7, 14, 21, 28):
        over = values >> np.uint32(limit) > 0
        if not over.any():
            break
        widths += over
    ends = np.cumsum(widths, dtype=np.int64)
    out = np.empty(int(ends[-1]) if len(ends) else 0, np.uint8)
    place = ends - widths
    rest, still = values, widths
    while True:
        more = still > 1
        out[place] = (rest & np.uint32(0x7F)).astype(np.uint8) | (more.astype(np.uint8) << np.uint8(7))
        if not more.any():
            return out, widths
        place, rest, still = place[more] + 1, rest[more] >> np.uint32(7), still[more] - np.uint8(1)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
