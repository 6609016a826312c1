"""ZIP files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name."""

_PACKED_ALREADY = (".jpg", ".jpeg", ".png", ".docx")


def packed(files: Iterable[tuple[str, bytes]], folder: str = "") -> bytes:
    """A ZIP of ``files`` (name and bytes) in their order, below ``folder``."""
    buffer = BytesIO()
    pack_into(buffer, files, folder)
    return buffer.getvalue()


def pack_into(target: IO[bytes], files: Iterable[tuple[str, bytes]], folder: str = "") -> None:
    """Write such a ZIP into an open file."""
    with ZipFile(target, "w") as archive:
        for name, data in files:
            about = ZipInfo(folder + name, _EPOCH)
            about.create_system = 3  # else the bytes would tell Windows from Linux
            about.external_attr = 0o644 << 16
            about.compress_type = ZIP_STORED if name.endswith(_PACKED_ALREADY) else ZIP_DEFLATED
            archive.writestr(about, data, compresslevel=9)


def unpacked(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of a ZIP."""
    with ZipFile(BytesIO(archive)) as opened:
        for about in opened.infolist():
            yield about.filename, opened.read(about)


def checksums(files: Iterable[tuple[str, bytes]]) -> str:
    """What ``sha256sum --check`` reads."""
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in files)
