"""Search keys on disk in sections, by the first bits of their hashes: an edit reads only the sections that it touches.

A file begins with the length of its head and the head's check sum, four bytes each. The head is a pickle of the
program's version, where each section begins and the last one ends (in keys), and the sections' check sums. The sections
follow: all hashes of one, then the lower halves of its keys.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

import numpy as np

from generator.read.cache_file import replace_cached
from generator.search.terms import Codes

Halves = tuple[Codes, Codes]
"""Hashes, and the lower halves of keys, in order of the whole keys."""

SECTIONS = 256
_NUMBER_BYTES = 4
_KEY_BYTES = 8


def sections_of(shards: Sequence[int], bits: int) -> list[int]:
    """The sections that hold the keys of ``shards`` (ascending), when there are ``2 ** bits`` shards."""
    spans = ((shard * SECTIONS >> bits, ((shard + 1) * SECTIONS - 1) >> bits) for shard in shards)
    return list(dict.fromkeys(section for first, last in spans for section in range(first, last + 1)))


def save_keys(path: Path, version: str, keys: Halves) -> None:
    """Replace a file in one step."""
    hashes, low = keys
    begin = np.arange(SECTIONS + 1, dtype=np.uint64) * np.uint64(2**32 // SECTIONS)
    bounds = np.searchsorted(hashes, begin).tolist()
    parts = [hashes[first:last].tobytes() + low[first:last].tobytes() for first, last in pairwise(bounds)]
    head = pickle.dumps((version, bounds, [crc32(part) for part in parts]), protocol=5)
    replace_cached(path, b"".join((*map(_number, (len(head), crc32(head))), head, *parts)))


def load_keys(path: Path, version: str, sections: Sequence[int] = range(SECTIONS)) -> Halves | None:
    """The keys in some ``sections`` (ascending); None when the file is not there, damaged or of another ``version``."""
    try:
        with path.open("rb") as file:
            parts = list(_parts(file, version, sections))
    except Exception:  # a cache that cannot be read is no cache, whatever is wrong with it
        return None
    nothing = np.empty(0, np.uint32)
    return (
        np.concatenate([nothing, *(part[: len(part) // 2] for part in parts)]),
        np.concatenate([nothing, *(part[len(part) // 2 :] for part in parts)]),
    )


def _parts(file: BinaryIO, version: str, sections: Sequence[int]) -> Iterator[Codes]:
    """The sections, hashes and lower halves one after the other.

    Raises:
        ValueError: the file is damaged, or of another version.
    """
    size, check = (int.from_bytes(file.read(_NUMBER_BYTES), "big") for _ in range(2))
    head = file.read(size)
    if crc32(head) != check:
        raise ValueError("head")
    stored_version, bounds, checks = pickle.loads(head)
    if stored_version != version:
        raise ValueError("version")
    start = file.tell()
    for section in sections:
        first, last = bounds[section], bounds[section + 1]
        file.seek(start + first * _KEY_BYTES)
        content = file.read((last - first) * _KEY_BYTES)
        if crc32(content) != checks[section]:
            raise ValueError("section")
        yield np.frombuffer(content, np.uint32)


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER_BYTES, "big")
