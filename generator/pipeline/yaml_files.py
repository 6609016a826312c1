"""Files whose YAML a command changes: read whole, changed in place, written all together or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.diagnostic import Severity
from generator.read.front_matter import split_front_matter
from generator.read.source import SourceText, Unreadable, decode
from generator.read.values import read_values

from .refused import Refused

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Loaded:
    """A file as it was: ``text`` is its YAML, which begins at ``start`` of the whole text; ``data`` what it says."""

    path: str
    raw: bytes
    whole: str
    start: int
    text: str
    data: Any

    def with_text(self, text: str) -> bytes:
        """The file with another YAML text, with the line ends and the mark that it had."""
        whole = self.whole[: self.start] + text + self.whole[self.start + len(self.text) :]
        data = whole.encode("utf-8")
        if b"\r\n" in self.raw:
            data = data.replace(b"\n", b"\r\n")
        return (_BOM if self.raw.startswith(_BOM) else b"") + data

    def says(self, text: str, meant: Any) -> bool:
        """Whether another YAML text says what is meant, but for the line ends behind its texts."""
        return bool(_bare(read_values(SourceText(self.path, text), text).data) == _bare(meant))


def load_yaml(root: Path, path: str) -> Loaded:
    """A register; one that is missing is empty.

    Raises:
        Refused: it cannot be read, or parts of it cannot be understood.
    """
    raw = bytes_of(root / path)
    try:
        whole = decode(path, raw).text
        values = read_values(SourceText(path, whole), whole)
    except Unreadable as trouble:
        raise _mend_first(path, trouble.diagnostic.message) from None
    if any(item.severity is Severity.ERROR for item in values.diagnostics):
        raise _mend_first(path)
    return Loaded(path, raw, whole, 0, whole, values.data)


def load_front_matter(root: Path, path: str) -> Loaded:
    """An entry's metadata. Raises ``Refused`` as :func:`load_yaml` does."""
    raw = bytes_of(root / path)
    try:
        source = decode(path, raw)
        split = split_front_matter(source)
        values = read_values(source, split.meta, split.meta_start)
    except Unreadable as trouble:
        raise _mend_first(path, trouble.diagnostic.message) from None
    wrong = any(item.severity is Severity.ERROR for item in values.diagnostics)
    if wrong or not isinstance(values.data, dict):
        raise _mend_first(path)
    return Loaded(path, raw, source.text, split.meta_start, split.meta, values.data)


def replace_files(root: Path, writes: Mapping[str, bytes], loaded: Iterable[Loaded]) -> None:
    """Write files beside their places, then move them there.

    Raises:
        Refused: one of them was changed since it was loaded, or the disk will not have it.
    """
    for old in loaded:
        if old.path in writes and bytes_of(root / old.path) != old.raw:
            raise Refused(f"{old.path} 刚刚被别的程序改过，什么都没有写。再运行一次。")
    fresh: list[tuple[Path, Path]] = []
    try:
        for path, content in writes.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}.new")
            fresh.append((beside, target))
            beside.write_bytes(content)
            if target.exists():
                shutil.copymode(target, beside)
        for beside, target in fresh:
            beside.replace(target)
    except OSError as error:
        for beside, _ in fresh:
            beside.unlink(missing_ok=True)
        raise Refused(f"写不进去（{error.strerror}）。检查文件权限和磁盘空间，再运行一次。") from None


def by_hand(path: str) -> Refused:
    """For a file that is laid out in a way which no program should touch."""
    return Refused(f"{path} 的写法比较特别，程序没有把握只改该改的地方，什么都没有写。这一个文件请手工改。")


def bytes_of(path: Path) -> bytes:
    """What is in a file; nothing when it is missing.

    Raises:
        Refused: it cannot be opened.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Refused(f"{path.name} 打不开（{error.strerror}）。检查文件权限，或是否被别的程序占用。") from None


def _mend_first(path: str, reason: str = "有看不懂的地方。") -> Refused:
    return Refused(f"{path} 现在有错：{reason}先运行 zoujin check，改好再试。")


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items()}
    return [_bare(item) for item in value] if isinstance(value, list) else str(value).strip()
