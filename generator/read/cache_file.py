"""Cache files: whole or not there, checked when loaded, and never in a build's way.

Whatever happened to a cache file (cut off, overwritten, replaced by a folder, written by
another version of the program), it counts as absent and is made again.
"""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path
from typing import Any
from zlib import crc32

_CHECK_BYTES = 4
"""A CRC-32 stands before the pickle: a flipped bit would otherwise come back as somebody's words."""


def load_cached(path: Path, version: str) -> Any:
    """What ``save_cached`` wrote for this ``version``; None when there is nothing that can be used."""
    try:
        raw = memoryview(path.read_bytes())
        if crc32(raw[_CHECK_BYTES:]) != int.from_bytes(raw[:_CHECK_BYTES], "big"):
            return None
        stored_version, content = pickle.loads(raw[_CHECK_BYTES:])
    except Exception:  # a cache that cannot be read is no cache, whatever is wrong with it
        return None
    return content if stored_version == version else None


def save_cached(path: Path, version: str, content: Any) -> None:
    """Replace a cache file in one step."""
    payload = pickle.dumps((version, content), protocol=5)
    replace_cached(path, crc32(payload).to_bytes(_CHECK_BYTES, "big") + payload)


def replace_cached(path: Path, content: bytes) -> None:
    """Have ``content`` at ``path``, whatever stood there, in one step."""
    fresh = path.with_suffix(f".{os.getpid()}")  # two commands may write one file at the same time
    path.parent.mkdir(parents=True, exist_ok=True)
    for place in (fresh, path):
        if place.is_dir():
            drop_cached(place)
    fresh.write_bytes(content)
    fresh.replace(path)


def drop_cached(path: Path) -> None:
    """Have no cache file at ``path`` any more, whatever stands there."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
