"""What a PNG file says besides its pixels, also behind them, where Pillow looks only after decoding."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import IO

TEXT_LIMIT = 256 * 1024
"""Bytes kept of one chunk or unpacked text: metadata is far smaller, and a bomb stays harmless."""


def png_texts(file: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """Keyword and text of every text chunk, unpacked; AIGC's private chunk has its name as keyword."""
    return (_read(kind, data) for kind, data in _chunks(file, (b"tEXt", b"zTXt", b"iTXt", b"AIGC", b"aiGc")))


def png_exif(file: IO[bytes]) -> bytes:
    """The EXIF chunk; empty when there is none."""
    return next((data for _, data in _chunks(file, (b"eXIf",))), b"")


def _chunks(file: IO[bytes], kinds: tuple[bytes, ...]) -> Iterator[tuple[bytes, bytes]]:
    """Kind and data of the chunks of ``kinds``, up to the first broken one."""
    size = file.seek(0, 2)
    file.seek(8)
    while len(head := file.read(8)) == 8:
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        after = file.tell() + length + 4
        if after > size:
            return
        if kind in kinds:
            yield kind, file.read(min(length, TEXT_LIMIT))
        file.seek(after)


def _read(kind: bytes, data: bytes) -> tuple[str, bytes]:
    if kind not in (b"tEXt", b"zTXt", b"iTXt"):
        return "AIGC", data
    keyword, _, rest = data.partition(b"\0")
    packed = False
    if kind == b"zTXt":
        packed, rest = True, rest[1:]
    elif kind == b"iTXt":
        packed = rest[:1] == b"\1"
        rest = b"".join(rest[2:].split(b"\0", 2)[2:])  # after the flags: language and translated keyword
    if packed:
        try:
            rest = zlib.decompressobj().decompress(rest, TEXT_LIMIT)
        except zlib.error:
            rest = b""
    return keyword.decode("latin-1"), rest
