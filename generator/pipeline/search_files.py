"""Shards and text blocks, put together from buckets and written where the site is made.

The functions run in forked processes, each for its share; what they need of all is in ``Work``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from generator.search.manifest import block_address, digest_of, places_address, shard_address, text_block
from generator.search.numbering import Numbering
from generator.search.shards import encode_shards
from generator.search.terms import Codes, renumbered

from .search_buckets import BucketStore
from .search_keys import sections_of

SHARDS_AT_ONCE = 64
"""Enough for numpy to work in large strokes, few enough to need little memory."""


@dataclass(frozen=True, slots=True)
class Work:
    """What files are put together from: buckets, with their members' ids in order.

    ``live`` are the addresses, each with its digest, that are public already and need not be written;
    new files go below ``target``.
    """

    store: BucketStore
    numbering: Numbering
    buckets: Mapping[int, Sequence[str]]
    live: Mapping[str, str]
    target: Path

    def put(self, address: str, content: bytes) -> str:
        """Write a file unless it is public; its digest."""
        digest = digest_of(content)
        if self.live.get(address) != digest:
            write_file(self.target / address, content)
        return digest


class BucketLost(Exception):
    """A file of the cache vanished while it was needed."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_shards(work: Work, shards: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Make ``shards`` (ascending) and the files of their places; the digests of both."""
    if not shards:
        return {}
    bits = work.numbering.bits
    first = np.array(shards, np.uint64) << np.uint64(32 - bits)
    last = first + np.uint64(1 << (32 - bits))
    contiguous = shards[-1] - shards[0] + 1 == len(shards)
    sections = sections_of(shards, bits)
    pieces: list[tuple[Codes, Any, Any]] = []
    number = {id: at for at, id in enumerate(work.numbering.order)}
    for bucket, members in work.buckets.items():
        halves = work.store.keys(bucket, sections)
        if halves is None:
            raise BucketLost(str(bucket))
        hashes, low = halves
        numbers = np.array([number[id] for id in members], np.uint32)
        bounds = np.searchsorted(hashes, np.stack((first, last)))
        pieces.append((hashes, (low, numbers), bounds))
    digests: dict[int, tuple[str, str]] = {}
    step = SHARDS_AT_ONCE
    for start in range(0, len(shards), step):
        some = shards[start : start + step]
        keys = _gathered(pieces, start, start + len(some), contiguous)
        for shard, (content, places) in zip(some, encode_shards(keys, some, bits), strict=True):
            digest, beside = digest_of(content), digest_of(places)
            work.put(shard_address(shard, digest), content)
            work.put(places_address(shard, beside), places)
            digests[shard] = digest, beside
    return digests


def _gathered(pieces: Sequence[tuple[Codes, Any, Any]], start: int, stop: int, contiguous: bool) -> Any:
    """The keys of the shards at ``start`` to ``stop`` of all buckets, with the documents' real numbers, sorted."""
    parts = []
    for hashes, (low, numbers), bounds in pieces:
        if contiguous:
            spans = [(bounds[0, start], bounds[1, stop - 1])]
        else:
            spans = [(bounds[0, at], bounds[1, at]) for at in range(start, stop)]
        for begin, end in spans:
            if begin < end:
                keys = hashes[begin:end].astype(np.uint64) << np.uint64(32) | low[begin:end]
                parts.append(renumbered(keys, numbers))
    if not parts:
        return np.empty(0, np.uint64)
    keys = np.concatenate(parts)
    keys.sort(kind="stable")  # merges the buckets' runs, which are in order already
    return keys


def write_blocks(work: Work, blocks: Sequence[int]) -> dict[int, str]:
    """Make text ``blocks``; their digests."""
    if not blocks:
        return {}
    members = {block: work.numbering.members(block) for block in blocks}
    wanted = {id for ids in members.values() for id in ids}
    rows: dict[str, bytes] = {}
    for bucket, ids in work.buckets.items():
        here = wanted.intersection(ids)
        if here:
            packed = work.store.texts(bucket)
            if packed is None:
                raise BucketLost(str(bucket))
            rows.update((id, packed[id]) for id in here)
    digests: dict[int, str] = {}
    for block, ids in members.items():
        content = text_block([rows[id] for id in ids])
        digests[block] = work.put(block_address(block, digest_of(content)), content)
    return digests
