"""Whether a file ends where its own structure says, told without decoding it.

An upload that broke off still has a good header; this finds it during ``check`` and not only
when the site is built. ``True`` means "no sign of a cut", never "surely intact".
"""

from __future__ import annotations

import mmap
from pathlib import Path

START_OF_SCAN = 0xDA
STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG markers without a length: TEM, RST0–7, SOI."""


def is_whole(path: Path, kind: str) -> bool:
    """``kind`` is our format name. Raises ``OSError``."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        match kind:
            case "JPEG":
                return _jpeg_is_whole(data)
            case "PNG":
                return data.rfind(b"IEND") > 0
            case "WEBP":
                return len(data) >= 8 + int.from_bytes(data[4:8], "little")
            case "HEIF" | "AVIF":
                return _boxes_are_whole(data)
            case _:
                return True


def _jpeg_is_whole(data: mmap.mmap) -> bool:
    """An end-of-image marker stands after the first scan (the EXIF thumbnail has one of its own before it)."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return False
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in STANDALONE:
            at += 2
        elif marker == START_OF_SCAN:
            return data.find(b"\xff\xd9", at) > 0
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False


def _boxes_are_whole(data: mmap.mmap) -> bool:
    """No top-level box of an ISO base media file reaches beyond its end."""
    at = 0
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 0:  # to the end of the file
            return True
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if length < 8:
            return False
        at += length
    return at == len(data)
