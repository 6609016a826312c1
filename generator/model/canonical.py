"""The canonical form of content and of records, and their digests.

Described in ``docs/review.md`` so that anybody can compute the same digests with nothing but
SHA-256: a review is worth no more than that.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

TEXT_SUFFIXES = frozenset((".md", ".markdown", ".txt", ".yaml", ".yml", ".csv", ".json", ".svg", ".vtt", ".srt"))
"""Files whose line ends and composition of characters do not count."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_BUNDLE = "zoujin-bundle-1\n"


def is_text(name: str) -> bool:
    """Whether a file of this name is normalised before it is digested."""
    stem, dot, suffix = name.rpartition(".")
    return bool(stem) and dot + suffix.lower() in TEXT_SUFFIXES


def canonical_text(data: bytes) -> bytes:
    """UTF-8 without a byte order mark, NFC, ``\\n`` line ends; bytes that are no UTF-8 stay as they are."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).encode()


def file_digest(name: str, data: bytes) -> str:
    """SHA-256 (hexadecimal) of a file's canonical form."""
    return sha256(canonical_text(data) if is_text(name) else data).hexdigest()


def bundle_digest(files: Mapping[str, str]) -> str:
    """SHA-256 (hexadecimal) of a whole bundle: names with the digests of their files, in order of the names' bytes."""
    named = {unicodedata.normalize("NFC", name): digest for name, digest in files.items()}
    lines = (f"{named[name]}  {name}\n" for name in sorted(named, key=lambda name: name.encode("utf-8", "replace")))
    return sha256((_BUNDLE + "".join(lines)).encode("utf-8", "replace")).hexdigest()


def canonical_json(value: Any) -> bytes:
    """JSON without blanks, keys in order, all text NFC."""
    return unicodedata.normalize("NFC", _ENCODER.encode(value)).encode("utf-8", "surrogatepass")


def values_digest(value: Any) -> str:
    """SHA-256 (hexadecimal) of values in canonical JSON: what a station's row or a record is known by."""
    return sha256(canonical_json(value)).hexdigest()
