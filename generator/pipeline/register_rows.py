"""A row is added to the end of a register, of which not one byte changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.model.diagnostic import Severity
from generator.read.source import Unreadable, decode
from generator.read.values import Values, read_values

from .refused import Refused

_BOM = b"\xef\xbb\xbf"


def append_row(root: Path, file: str, text: Callable[[int], str], values: Mapping[str, Any]) -> Path:
    """Add a row. ``text`` writes it, given the column at which the register's rows begin, and must say ``values``.

    Raises:
        Refused: the register cannot be read, is no plain list, or the row would not be read as it is meant.
    """
    path = root / file
    try:
        before = path.read_bytes() if path.exists() else b""
        old = _read(file, before)
    except Unreadable as trouble:
        raise _mend_first(file, f"{trouble.diagnostic.message}{trouble.diagnostic.hint}") from None
    except OSError as error:
        raise Refused(f"{file} 打不开（{error.strerror}）。检查文件权限。") from None
    if any(item.severity is Severity.ERROR for item in old.diagnostics):
        raise _mend_first(file, "它有看不懂的地方。")
    if old.node is not None and (not isinstance(old.node, yaml.SequenceNode) or old.node.flow_style):
        raise _mend_first(file, "它应是一个列表，每一条以“- id: …”开头。")
    rows = old.data or []
    indent = old.node.start_mark.column if old.node is not None else 0
    newline = b"\r\n" if b"\r\n" in before else b"\n"
    gap = "\n" if before.strip(_BOM) else ""
    added = (gap + text(indent)).encode().replace(b"\n", newline)
    content = before + (b"" if before in (b"", _BOM) or before.endswith(b"\n") else newline) + added
    if _rows(file, content) != [*rows, _plain(values)]:
        raise _mend_first(file, "在末尾加一条之后，它的意思变了（例如末尾有“...”）。")
    try:
        _replace(path, content)
    except OSError as error:
        raise Refused(f"{file} 写不进去（{error.strerror}）。检查文件权限和磁盘空间。") from None
    return path


def _mend_first(file: str, reason: str) -> Refused:
    return Refused(f"{file} 没有改动：{reason}先运行 zoujin check {file}，改好再试。")


def _rows(file: str, content: bytes) -> Any:
    try:
        return _read(file, content).data
    except Unreadable:
        return None


def _read(file: str, content: bytes) -> Values:
    source = decode(file, content)
    return read_values(source, source.text)


def _plain(values: Any) -> Any:
    if isinstance(values, Mapping):
        return {key: _plain(value) for key, value in values.items()}
    return [_plain(value) for value in values] if isinstance(values, list | tuple) else values


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(content)
    if path.exists():
        shutil.copymode(path, fresh)
    fresh.replace(path)
