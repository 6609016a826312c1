"""Texts of a PNG file that a search of its bytes would miss, because they are compressed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

TEXT_LIMIT = 256 * 1024
"""Bytes kept of one unpacked text: metadata is far smaller, and a bomb stays harmless."""


def png_texts(path: Path) -> Iterator[tuple[str, bytes]]:
    """Keyword and text of every text chunk, wherever it stands. Stops at the first broken chunk. Raises ``OSError``."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(8)
        while len(head := file.read(8)) == 8:
            length, kind = int.from_bytes(head[:4], "big"), head[4:]
            if file.tell() + length + 4 > size:
                return
            if kind in (b"tEXt", b"zTXt", b"iTXt", b"AIGC", b"aiGc"):
                yield _read(kind, file.read(min(length, TEXT_LIMIT)))
                file.seek(max(0, length - TEXT_LIMIT), 1)
            else:
                file.seek(length, 1)
            file.seek(4, 1)


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
