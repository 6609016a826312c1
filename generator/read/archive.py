"""The files in a zip archive, within limits and by their right names.

Word and Excel files are such archives, too. Nothing is ever unpacked onto the disk, so that
a member's name can lead nowhere; names that try are left out all the same, and told.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

MOST_MEMBERS = 5_000
MOST_BYTES = 1_000_000_000
"""Of all members together, unpacked: some 200 photographs."""
MOST_MEMBER_BYTES = 100_000_000
MOST_RATIO = 300
"""Deflate cannot shrink text or pictures that much (its own limit is 1,032); a bomb does."""
_SMALL = 4_000_000
"""Below so many bytes no ratio is suspicious: an empty sheet shrinks a thousandfold."""
_ENCRYPTED = 0x1
_UTF8 = 0x800
_DRIVE = re.compile(r"[A-Za-z]:")


class BadArchive(Exception):
    """The archive cannot be used; the message is Chinese and says why and what to do."""


@dataclass(frozen=True)
class Archive:
    """``members`` lead from names with forward slashes to what is read on demand; ``refused`` are names left out."""

    file: ZipFile
    members: Mapping[str, ZipInfo]
    refused: tuple[str, ...] = field(default=())

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            BadArchive: damaged, or larger than it claims to be.
        """
        info = self.members[name]
        try:
            with self.file.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise BadArchive(f"压缩包里的“{name}”坏了，读不出来。请对方重新压缩，再发一次。") from None
        if len(data) > info.file_size:
            raise BadArchive(f"压缩包里的“{name}”比它声明的大，可能是恶意文件，没有打开。")
        return data


def open_archive(data: bytes) -> Archive:
    """Look at the archive in ``data`` without unpacking anything.

    Raises:
        BadArchive: no zip archive, protected by a password, or unreasonably large.
    """
    try:
        file = ZipFile(BytesIO(data))
        infos = file.infolist()
    except (BadZipFile, LargeZipFile, OSError, ValueError, NotImplementedError):
        raise BadArchive("文件坏了，打不开。请对方重新保存（或压缩），再发一次。") from None
    if len(infos) > MOST_MEMBERS:
        raise BadArchive(f"里面有 {len(infos)} 个文件，最多 {MOST_MEMBERS} 个。分成几次导入。")
    members: dict[str, ZipInfo] = {}
    refused: list[str] = []
    total = 0
    for info in infos:
        name = _name(info)
        if info.is_dir():
            continue
        if info.flag_bits & _ENCRYPTED:
            raise BadArchive("压缩包设了密码。解压以后导入文件夹，或者请对方去掉密码再压缩。")
        total += info.file_size
        packed = max(1, info.compress_size)
        if info.file_size > MOST_MEMBER_BYTES or (info.file_size > _SMALL and info.file_size / packed > MOST_RATIO):
            raise BadArchive(f"里面的“{name}”解开后有 {info.file_size // 1_000_000} MB，不正常，没有打开。")
        if total > MOST_BYTES:
            raise BadArchive(f"解开后超过 {MOST_BYTES // 1_000_000} MB，没有打开。分成几次导入。")
        steps = name.split("/")
        if ".." in steps or name.startswith("/") or _DRIVE.match(name) or "\0" in name:
            refused.append(name)
        else:
            members[name] = info
    return Archive(file, members, tuple(refused))


def _name(info: ZipInfo) -> str:
    """A member's name. Windows in Chinese writes names in GBK without saying so; zipfile takes them for cp437."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")
