"""Names of the index's files, and the one file with a fixed name that leads to all others.

Shards, their places and text blocks are named by number and digest, so that browsers may keep them for good.
Their digests stand in tables of names of three bytes; the manifest names the tables. A table is
small, so that results from anywhere cost few kilobytes of names, and grows with the site, so
that the manifest does not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from .numbering import PAGES_TOGETHER, STATIONS_TOGETHER, Numbering

FOLDER = "search/"
MANIFEST = f"{FOLDER}index.json"
FORMAT = 2
"""To be raised when files of one kind are read differently than before."""

NAME_BYTES = 3
"""Enough to tell a file from the one of the same number that it replaces."""
LEAST_IN_TABLE = 512
MOST_TABLES = 128
"""Of each sort; the manifest has some 27 bytes for each."""


def digest_of(content: bytes) -> str:
    """A file's digest in full."""
    return blake2b(content, digest_size=16).hexdigest()


def shard_address(number: int, digest: str) -> str:
    """Where a shard is published."""
    return f"{FOLDER}shards/{number}-{digest[: 2 * NAME_BYTES]}.bin"


def places_address(number: int, digest: str) -> str:
    """Where a shard's file of places is published."""
    return f"{FOLDER}places/{number}-{digest[: 2 * NAME_BYTES]}.bin"


def block_address(number: int, digest: str) -> str:
    """Where a text block is published."""
    return f"{FOLDER}texts/{number}-{digest[: 2 * NAME_BYTES]}.json"


def named(stem: str, suffix: str, content: bytes) -> str:
    """Where a file of which there is one is published."""
    return f"{FOLDER}{stem}-{digest_of(content)[:16]}.{suffix}"


def names_in_table(files: int) -> int:
    """How many names a table has when there are so many files; a power of two."""
    size = LEAST_IN_TABLE
    while size * MOST_TABLES < files:
        size *= 2
    return size


def tables(digests: Sequence[str]) -> list[bytes]:
    """The tables of names of all shards, of all files of places, or of all text blocks."""
    step = names_in_table(len(digests))
    return [
        b"".join(bytes.fromhex(digest[: 2 * NAME_BYTES]) for digest in digests[start : start + step])
        for start in range(0, len(digests), step)
    ]


def text_block(rows: Sequence[bytes]) -> bytes:
    """A text block: a JSON array of packed documents."""
    return b"[" + b",\n".join(rows) + b"]"


def manifest(numbering: Numbering, tables: Mapping[str, Sequence[str]], others: Mapping[str, str]) -> bytes:
    """The manifest; ``tables`` (folder → addresses of its tables) and ``others`` (what for → address) lie in ``FOLDER``."""
    value = {
        "format": FORMAT,
        "documents": len(numbering.order),
        "stations": numbering.stations,
        "together": [STATIONS_TOGETHER, PAGES_TOGETHER],
        "bits": numbering.bits,
        "names": {
            "shards": names_in_table(1 << numbering.bits),
            "places": names_in_table(1 << numbering.bits),
            "texts": names_in_table(numbering.blocks),
        },
        **{folder: [address.removeprefix(FOLDER) for address in found] for folder, found in tables.items()},
        **{key: address.removeprefix(FOLDER) for key, address in others.items()},
    }
    return json.dumps(value, separators=(",", ":")).encode()
