"""Names of the index's files, and the one file with a fixed name that leads to all others.

Shards and text blocks are named by number and digest, so that browsers may keep them for good. Their
digests stand in tables of ``TABLE_NAMES`` names of three bytes; the manifest names the tables.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from .numbering import PAGES_TOGETHER, STATIONS_TOGETHER, Numbering

FOLDER = "search/"
MANIFEST = f"{FOLDER}index.json"
FORMAT = 1
"""To be raised when files of one kind are read differently than before."""

NAME_BYTES = 3
"""Enough to tell a file from the one of the same number that it replaces."""
TABLE_NAMES = 4096


def digest_of(content: bytes) -> str:
    """A file's digest in full."""
    return blake2b(content, digest_size=16).hexdigest()


def shard_address(number: int, digest: str) -> str:
    """Where a shard is published."""
    return f"{FOLDER}shards/{number}-{digest[: 2 * NAME_BYTES]}.bin"


def block_address(number: int, digest: str) -> str:
    """Where a text block is published."""
    return f"{FOLDER}texts/{number}-{digest[: 2 * NAME_BYTES]}.json"


def named(stem: str, suffix: str, content: bytes) -> str:
    """Where a file of which there is one is published."""
    return f"{FOLDER}{stem}-{digest_of(content)[:16]}.{suffix}"


def tables(digests: Sequence[str]) -> list[bytes]:
    """The tables of names of all shards, or of all text blocks."""
    return [
        b"".join(bytes.fromhex(digest[: 2 * NAME_BYTES]) for digest in digests[start : start + TABLE_NAMES])
        for start in range(0, len(digests), TABLE_NAMES)
    ]


def text_block(rows: Sequence[bytes]) -> bytes:
    """A text block: a JSON array of packed documents."""
    return b"[" + b",\n".join(rows) + b"]"


def manifest(
    numbering: Numbering, shard_tables: Sequence[str], block_tables: Sequence[str], others: Mapping[str, str]
) -> bytes:
    """The manifest; tables and ``others`` (what for → address) lie in ``FOLDER``."""
    value = {
        "format": FORMAT,
        "documents": len(numbering.order),
        "stations": numbering.stations,
        "together": [STATIONS_TOGETHER, PAGES_TOGETHER],
        "bits": numbering.bits,
        "shards": [address.removeprefix(FOLDER) for address in shard_tables],
        "texts": [address.removeprefix(FOLDER) for address in block_tables],
        **{key: address.removeprefix(FOLDER) for key, address in others.items()},
    }
    return json.dumps(value, separators=(",", ":")).encode()
