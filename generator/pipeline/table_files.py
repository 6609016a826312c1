"""Registers go out as workbooks and come back: where their files are, and how a change is written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Severity
from generator.model.kinds import SHELVES, YEAR, Kind
from generator.model.shapes import ordered_fields
from generator.model.stub import entry_stub
from generator.read.file_names import is_slug
from generator.read.front_matter import split_front_matter
from generator.read.misplaced import INDEX
from generator.read.source import SourceText, Unreadable, decode
from generator.read.values import read_values
from generator.tables.changes import TableChange, changed_record, compare
from generator.tables.reading import Given, Remark, read_workbook
from generator.tables.sheets import Table, all_tables
from generator.tables.writing import write_workbook
from generator.tables.yaml_mapping import NotEdited, edit_mapping
from generator.tables.yaml_rows import edit_rows

from .known_ids import known_ids
from .new_entry import Refused

_BOM = b"\xef\xbb\xbf"
Data = dict[str, Any]


@dataclass(frozen=True)
class Loaded:
    """A file as it was: ``text`` is its YAML, which begins at ``start`` of the whole text."""

    path: str
    raw: bytes
    whole: str
    start: int
    text: str
    data: Any


@dataclass(frozen=True)
class Plan:
    """What a workbook would change, and all remarks. With any error among them nothing may be written."""

    changes: tuple[TableChange, ...]
    remarks: tuple[Remark, ...]
    loaded: Mapping[str, Mapping[str, Loaded]]

    @property
    def errors(self) -> int:
        """How many remarks forbid writing."""
        return sum(remark.is_error for remark in self.remarks)


def export_tables(root: Path, names: Sequence[str], catalogue: Catalogue) -> bytes:
    """A workbook with some tables.

    Raises:
        Refused: a register is not in order.
    """
    found = []
    for name in names:
        table = all_tables()[name]
        found.append((table, list(_records(table, _load(root, table)).values())))
    return write_workbook(found, known_ids(catalogue))


def plan_import(root: Path, data: bytes, catalogue: Catalogue) -> Plan:
    """What a workbook would change.

    Raises:
        NoWorkbook: the file cannot be read.
        Refused: a register is not in order.
    """
    known = _known_with_new(data, known_ids(catalogue))
    given, remarks = read_workbook(data, known)
    blamed = frozenset((remark.sheet, remark.row, remark.column) for remark in remarks if remark.is_error)
    changes: list[TableChange] = []
    loaded: dict[str, Mapping[str, Loaded]] = {}
    for one in given:
        files = loaded[one.table.name] = _load(root, one.table)
        comparison = compare(one, _records(one.table, files), known, blamed)
        changes.append(comparison.change)
        remarks += comparison.remarks
        if not one.table.file:
            remarks += _bad_folders(one, comparison.change, root)
    return Plan(tuple(change for change in changes if change), tuple(remarks), loaded)


def _known_with_new(data: bytes, known: dict[str, list[tuple[str, str]]]) -> dict[str, list[tuple[str, str]]]:
    """The ids there are, and those that the workbook adds: a new station may lie in a new street."""
    targets = {"streets": "street", "communities": "community", "organisations": "organisation", "stations": "station"}
    given, _ = read_workbook(data, known)
    wider = {target: list(pairs) for target, pairs in known.items()}
    for one in given:
        target = targets.get(one.table.name)
        if target is None:
            continue
        there = {key for key, _ in wider.get(target, [])}
        wider.setdefault(target, []).extend(
            (row.key, str(row.values.get(("name",)) or row.key)) for row in one.rows if row.key not in there
        )
    return wider


def write_plan(root: Path, plan: Plan, catalogue: Catalogue) -> list[str]:
    """Write the changes, all of them or none; the paths that were written.

    Raises:
        Refused: a file is laid out in a way that cannot be changed safely, or the disk will not have it.
    """
    writes: dict[str, bytes] = {}
    for change in plan.changes:
        files = plan.loaded[change.table.name]
        writes |= _register_write(change, files) if change.table.file else _bundle_writes(change, files, catalogue)
    for path, old in ((item.path, item.raw) for files in plan.loaded.values() for item in files.values()):
        if path in writes and _bytes(root / path) != old:
            raise Refused(f"{path} 刚刚被别的程序改过，什么都没有写。再运行一次。")
    fresh: list[tuple[Path, Path]] = []
    try:
        for path, content in writes.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}.new")
            beside.write_bytes(content)
            if target.exists():
                shutil.copymode(target, beside)
            fresh.append((beside, target))
        for beside, target in fresh:
            beside.replace(target)
    except OSError as error:
        for beside, _ in fresh:
            beside.unlink(missing_ok=True)
        raise Refused(f"写不进去（{error.strerror}）。检查文件权限和磁盘空间，再运行一次。") from None
    return sorted(writes)


def _register_write(change: TableChange, files: Mapping[str, Loaded]) -> dict[str, bytes]:
    file = files[change.table.file]
    try:
        return {file.path: _encoded(file, edit_rows(file.text, change))}
    except NotEdited:
        raise Refused(_by_hand(file.path)) from None


def _bundle_writes(change: TableChange, files: Mapping[str, Loaded], catalogue: Catalogue) -> dict[str, bytes]:
    writes: dict[str, bytes] = {}
    order = list(ordered_fields(change.table.model))
    for record in change.changed:
        file = files[record.key]
        try:
            edited = edit_mapping(file.text, record.fields, order)
        except NotEdited:
            raise Refused(_by_hand(file.path)) from None
        if not file.text.endswith("\n"):
            edited = edited.rstrip("\n")
        meant = changed_record(file.data, record.fields)
        if read_values(SourceText(file.path, edited), edited).data != meant and not _alike(file.path, edited, meant):
            raise Refused(_by_hand(file.path))
        writes[file.path] = _encoded(file, edited)
    folder = _shelf_folder()
    for key, data in change.added:
        values = {name: value for name, value in data.items() if name != change.table.key}
        stub = entry_stub(Kind.ACTIVITY, values, known_ids(catalogue), "# 由表格导入")
        writes[f"{folder}/{key}/{INDEX}"] = stub.encode("utf-8")
    return writes


def _alike(path: str, text: str, meant: Any) -> bool:
    """Whether a text says what was meant but for the line ends of its texts."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        return [plain(item) for item in value] if isinstance(value, list) else str(value).strip()

    return bool(plain(read_values(SourceText(path, text), text).data) == plain(meant))


def _by_hand(path: str) -> str:
    return f"{path} 的写法比较特别，程序没有把握只改该改的地方，什么都没有写。这一个文件请照改动清单手工改。"


def _encoded(file: Loaded, text: str) -> bytes:
    """The file with another YAML text, with the line ends and the mark that it had."""
    whole = file.whole[: file.start] + text + file.whole[file.start + len(file.text) :]
    data = whole.encode("utf-8")
    if b"\r\n" in file.raw:
        data = data.replace(b"\n", b"\r\n")
    return (_BOM if file.raw.startswith(_BOM) else b"") + data


def _bad_folders(given: Given, change: TableChange, root: Path) -> list[Remark]:
    rows = {row.key: row for row in given.rows}
    remarks = []
    for key, _ in change.added:
        year, _, slug = key.partition("/")
        if YEAR.fullmatch(year) and is_slug(slug) and not (root / _shelf_folder() / key).exists():
            continue
        row, column = rows[key], given.table.key_column
        message = f"“{key}”不能当文件夹：写成 年份/名称，名称用小写字母、数字和连字符，如 {column.example}；已经有的文件夹不能再用"
        remarks.append(Remark(given.table.title, row.number, row.letters[column.path], column.title, message))
    return remarks


def _records(table: Table, files: Mapping[str, Loaded]) -> dict[str, Data]:
    if table.file:
        rows = files[table.file].data or []
        return {str(row[table.key]).strip(): row for row in rows}
    return {key: {table.key: key, **file.data} for key, file in files.items()}


def _load(root: Path, table: Table) -> dict[str, Loaded]:
    if not table.file:
        return _load_bundles(root)
    raw = _bytes(root / table.file)
    try:
        whole = decode(table.file, raw).text
        values = read_values(SourceText(table.file, whole), whole)
    except Unreadable as trouble:
        raise Refused(f"{table.file} 现在有错：{trouble.diagnostic.message}先运行 zoujin check，改好再试。") from None
    rows = values.data or []
    sound = values.node is None or (
        isinstance(values.node, yaml.SequenceNode) and all(isinstance(row, dict) and row.get(table.key) for row in rows)
    )
    keys = [str(row.get(table.key)) for row in rows if isinstance(row, dict)]
    if not sound or len(set(keys)) < len(keys) or any(item.severity is Severity.ERROR for item in values.diagnostics):
        raise Refused(
            f"{table.file} 现在有错（有看不懂的行，或编号缺少、重复）。先运行 zoujin check {table.file}，改好再试。"
        )
    return {table.file: Loaded(table.file, raw, whole, 0, whole, rows)}


def _load_bundles(root: Path) -> dict[str, Loaded]:
    folder = root / _shelf_folder()
    found: dict[str, Loaded] = {}
    for path in sorted(folder.glob(f"*/*/{INDEX}")):
        name = path.relative_to(root).as_posix()
        raw = _bytes(path)
        try:
            source = decode(name, raw)
            split = split_front_matter(source)
            values = read_values(source, split.meta, split.meta_start)
        except Unreadable as trouble:
            raise Refused(f"{name} 现在有错：{trouble.diagnostic.message}先运行 zoujin check，改好再试。") from None
        wrong = any(item.severity is Severity.ERROR for item in values.diagnostics)
        if wrong or not isinstance(values.data, dict):
            raise Refused(f"{name} 现在有错。先运行 zoujin check，改好再试。")
        key = path.parent.relative_to(folder).as_posix()
        found[key] = Loaded(name, raw, source.text, split.meta_start, split.meta, values.data)
    return found


def _shelf_folder() -> str:
    return next(shelf.folder for shelf in SHELVES if shelf.kind is Kind.ACTIVITY)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Refused(f"{path.name} 打不开（{error.strerror}）。检查文件权限，或是否被别的程序占用。") from None
