"""Shards: the documents of each term, in files of some ten kilobytes that a browser fetches for a query.

A shard holds the terms whose hashes begin with the same bits. It has three sections: all
documents, those with the term in their title, those with it in their summary. A section is

    varint terms, varint bytes of the directory, varint bytes of the lists, directory, lists

The directory has two varints a term, in order of hash: the hash's remaining bits as difference
to the term before, and the length of its list in bytes times two, plus one if the list is a
bitmap. A list is the documents' numbers in ascending order, as varints of the differences;
a bitmap has bit ``n & 7`` of byte ``n >> 3`` for document ``n``, as far as the last one.
Varints have seven bits a byte, low ones first, the eighth says that more follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .terms import Codes, Field, Keys

Bytes = NDArray[np.uint8]


def encode_shards(keys: Keys, shards: Sequence[int], bits: int) -> list[bytes]:
    """The files of ``shards``, ascending; ``keys`` are all keys in them, sorted, each once."""
    hashes = (keys >> np.uint64(32)).astype(np.uint32)
    low = keys.astype(np.uint32)  # the lower half
    numbers, fields = low >> np.uint32(2), low & np.uint32(3)
    once = np.ones(len(keys), bool)
    once[1:] = (hashes[1:] != hashes[:-1]) | (numbers[1:] != numbers[:-1])
    starts = np.array([shard << (32 - bits) for shard in shards], np.uint64)
    sections = [_section(hashes[once], numbers[once], starts, bits)]
    for field in (Field.TITLE, Field.SUMMARY):
        here = fields == field
        sections.append(_section(hashes[here], numbers[here], starts, bits))
    return [b"".join(parts) for parts in zip(*sections, strict=True)]


def _section(hashes: Codes, numbers: Codes, starts: Any, bits: int) -> list[bytes]:
    """One section for each shard. ``starts`` are the shards' first hashes."""
    if not len(hashes):
        return [b"\0\0\0"] * len(starts)
    new = np.ones(len(hashes), bool)
    new[1:] = hashes[1:] != hashes[:-1]
    at = np.flatnonzero(new)
    terms = hashes[at]
    gaps = numbers.copy()
    gaps[1:] -= np.where(new[1:], np.uint32(0), numbers[:-1])
    encoded, lengths = _varints(gaps)
    sizes = np.add.reduceat(lengths, at, dtype=np.int64)
    offsets = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
    ends = np.append(at[1:], len(hashes))
    mapped = (numbers[ends - 1] >> np.uint32(3)) + np.uint32(1)
    as_map = mapped < sizes
    sizes_out = np.where(as_map, mapped, sizes).astype(np.uint32)

    owner = np.searchsorted(starts, terms.astype(np.uint64), "right") - 1
    mask = np.uint32((1 << (32 - bits)) - 1)
    rest = terms & mask
    differences = rest.copy()
    differences[1:] -= np.where(owner[1:] == owner[:-1], rest[:-1], np.uint32(0))
    pairs = np.empty(2 * len(terms), np.uint32)
    pairs[0::2] = differences
    pairs[1::2] = sizes_out << np.uint32(1) | as_map
    directory, widths = _varints(pairs)
    directory_at = np.concatenate(([0], np.cumsum(widths[0::2] + widths[1::2], dtype=np.int64)))

    places = np.searchsorted(owner, np.arange(len(starts) + 1))
    maps = np.flatnonzero(as_map)
    sections = []
    for shard in range(len(starts)):
        first, last = int(places[shard]), int(places[shard + 1])
        own = directory[directory_at[first] : directory_at[last]].tobytes()
        lists = []
        done = first
        for term in maps[np.searchsorted(maps, first) : np.searchsorted(maps, last)].tolist():
            lists.append(encoded[offsets[done] : offsets[term]].tobytes())
            lists.append(_bitmap(numbers[at[term] : ends[term]]))
            done = term + 1
        lists.append(encoded[offsets[done] : offsets[last]].tobytes())
        body = b"".join(lists)
        sections.append(_varint(last - first) + _varint(len(own)) + _varint(len(body)) + own + body)
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
