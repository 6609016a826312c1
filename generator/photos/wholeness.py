"""Whether a file ends where its own structure says, told without decoding it.

An upload that broke off still has a good header; this finds it during ``check`` and not only
when the site is built. ``True`` means "no sign of a cut", never "surely intact".
"""

from __future__ import annotations

import mmap
import struct
from pathlib import Path

START_OF_SCAN = 0xDA
STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG markers without a length: TEM, RST0–7, SOI."""

TIFF_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of one value by TIFF 6.0's type number."""

TIFF_PIXELS = {273: 279, 324: 325}
"""The tags that say where strips and tiles start → the tags that say how long they are."""


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
            case "TIFF":
                return _directory_is_whole(data)
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


def _directory_is_whole(data: mmap.mmap) -> bool:
    """The values of the first directory, and the strips or tiles it names, lie inside the file."""
    order = "<" if data[:2] == b"II" else ">"
    if data[2:4] not in (b"*\0", b"\0*"):  # BigTIFF has another layout; the decoder has the last word
        return True
    numbers: dict[int, tuple[int, ...]] = {}
    try:
        (start,) = struct.unpack_from(f"{order}I", data, 4)
        (entries,) = struct.unpack_from(f"{order}H", data, start)
        for at in range(start + 2, start + 2 + 12 * entries, 12):
            tag, kind, count = struct.unpack_from(f"{order}HHI", data, at)
            length = TIFF_SIZES.get(kind, 1) * count
            value = at + 8 if length <= 4 else struct.unpack_from(f"{order}I", data, at + 8)[0]
            if value + length > len(data):
                return False
            if kind in (3, 4) and tag in (*TIFF_PIXELS, *TIFF_PIXELS.values()):
                numbers[tag] = struct.unpack_from(f"{order}{count}{'H' if kind == 3 else 'I'}", data, value)
    except struct.error:
        return False
    return all(
        begin + size <= len(data)
        for starts, sizes in TIFF_PIXELS.items()
        for begin, size in zip(numbers.get(starts, ()), numbers.get(sizes, ()), strict=False)
    )
