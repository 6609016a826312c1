"""One pass over a file's bytes: its digest, and which tell-tale words occur in it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Survey:
    """``size`` in bytes, ``digest`` in hex (BLAKE2b, 128 bits), the ``words`` that occur."""

    size: int
    digest: str
    words: frozenset[bytes]


def survey_file(path: Path, words: frozenset[bytes]) -> Survey:
    """Read ``path`` once, keeping one chunk in memory. Raises ``OSError``."""
    digest = blake2b(digest_size=16)
    overlap = max((len(word) for word in words), default=1) - 1
    found: set[bytes] = set()
    size = 0
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            digest.update(chunk)
            # A word may straddle two chunks.
            window = tail + chunk
            found.update(word for word in words - found if word in window)
            tail = window[-overlap:] if overlap else b""
    return Survey(size, digest.hexdigest(), frozenset(found))


def digest_of(data: bytes) -> str:
    """The digest that :func:`survey_file` gives a file of these bytes."""
    return blake2b(data, digest_size=16).hexdigest()
