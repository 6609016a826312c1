"""Registers go out as workbooks and come back: where their files are, and how a change is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.kinds import SHELVES, YEAR, Kind
from generator.model.shapes import Form, ordered_fields
from generator.model.stub import entry_stub
from generator.read.file_names import is_slug
from generator.read.misplaced import INDEX
from generator.tables.changes import FieldChange, TableChange, changed_record, compare
from generator.tables.reading import Given, Remark, open_workbook, read_workbook
from generator.tables.sheets import Table, all_tables
from generator.tables.writing import at, write_workbook
from generator.tables.yaml_mapping import NotEdited, edit_mapping
from generator.tables.yaml_rows import edit_rows

from .known_ids import known_ids
from .refused import Refused
from .yaml_files import Loaded, by_hand, load_front_matter, load_yaml, replace_files

Data = dict[str, Any]


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
    known = known_ids(catalogue)
    book = open_workbook(data)
    first, _ = read_workbook(book, known)
    loaded = {one.table.name: _load(root, one.table) for one in first}
    present = {one.table.name: _records(one.table, loaded[one.table.name]) for one in first}
    known = _wider(known, first, present)
    given, remarks = read_workbook(book, known)
    blamed = frozenset((remark.sheet, remark.row, remark.column) for remark in remarks if remark.is_error)
    changes: list[TableChange] = []
    for one in given:
        comparison = compare(one, present[one.table.name], known, blamed)
        changes.append(comparison.change)
        remarks += comparison.remarks
        if not one.table.file:
            remarks += _bad_folders(one, comparison.change, root)
    return Plan(tuple(change for change in changes if change), tuple(remarks), loaded)


def _wider(
    known: dict[str, list[tuple[str, str]]], given: Sequence[Given], present: Mapping[str, Mapping[str, Data]]
) -> dict[str, list[tuple[str, str]]]:
    """The ids there are, those that the workbook adds (a new station may lie in a new street), and those that stand
    there already though nothing has them: that is for ``zoujin check`` to tell."""
    targets = {"streets": "street", "communities": "community", "organisations": "organisation", "stations": "station"}
    wider = {target: dict(pairs) for target, pairs in known.items()}
    for one in given:
        for row in one.rows if one.table.name in targets else ():
            name = str(row.values.get(("name",)) or row.key)
            wider.setdefault(targets[one.table.name], {}).setdefault(row.key, name)
        for column in one.table.columns:
            if column.shape.form is not Form.REFERENCE:
                continue
            for record in present[one.table.name].values():
                value = at(record, column.path)
                for item in value if isinstance(value, list) else [value]:
                    if isinstance(item, str):
                        wider.setdefault(column.shape.target, {}).setdefault(item.strip(), item.strip())
    return {target: list(pairs.items()) for target, pairs in wider.items()}


def write_plan(root: Path, plan: Plan, catalogue: Catalogue) -> list[str]:
    """Write the changes, all of them or none; the paths that were written.

    Raises:
        Refused: a file is laid out in a way that cannot be changed safely, or the disk will not have it.
    """
    writes: dict[str, bytes] = {}
    for change in plan.changes:
        files = plan.loaded[change.table.name]
        writes |= _register_write(change, files) if change.table.file else _bundle_writes(change, files, catalogue)
    replace_files(root, writes, [file for files in plan.loaded.values() for file in files.values()])
    return sorted(writes)


def _register_write(change: TableChange, files: Mapping[str, Loaded]) -> dict[str, bytes]:
    file = files[change.table.file]
    try:
        return {file.path: file.with_text(edit_rows(file.text, change))}
    except NotEdited:
        raise by_hand(file.path) from None


def _bundle_writes(change: TableChange, files: Mapping[str, Loaded], catalogue: Catalogue) -> dict[str, bytes]:
    writes: dict[str, bytes] = {}
    order = list(ordered_fields(change.table.model))
    for record in change.changed:
        file = files[record.key]
        writes[file.path] = edited_front_matter(file, record.fields, order)
    folder = _shelf_folder()
    for key, data in change.added:
        values = {name: value for name, value in data.items() if name != change.table.key}
        stub = entry_stub(Kind.ACTIVITY, values, known_ids(catalogue), "# 由表格导入")
        writes[f"{folder}/{key}/{INDEX}"] = stub.encode("utf-8")
    return writes


def edited_front_matter(file: Loaded, fields: Sequence[FieldChange], order: Sequence[str]) -> bytes:
    """An entry's file with some fields changed. Raises ``Refused`` when that cannot be done safely."""
    try:
        edited = edit_mapping(file.text, fields, order)
    except NotEdited:
        raise by_hand(file.path) from None
    if not file.text.endswith("\n"):
        edited = edited.rstrip("\n")
    if not file.says(edited, changed_record(file.data, fields)):
        raise by_hand(file.path)
    return file.with_text(edited)


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
    file = load_yaml(root, table.file)
    rows = file.data or []
    listed = isinstance(rows, list) and all(isinstance(row, dict) and row.get(table.key) for row in rows)
    if not listed or len({str(row[table.key]) for row in rows}) < len(rows):
        raise Refused(f"{table.file} 里有的行没有编号，或编号重复。先运行 zoujin check {table.file}，改好再试。")
    return {table.file: file}


def _load_bundles(root: Path) -> dict[str, Loaded]:
    folder = root / _shelf_folder()
    found: dict[str, Loaded] = {}
    for path in sorted(folder.glob(f"*/*/{INDEX}")):
        key = path.parent.relative_to(folder).as_posix()
        found[key] = load_front_matter(root, path.relative_to(root).as_posix())
    return found


def _shelf_folder() -> str:
    return next(shelf.folder for shelf in SHELVES if shelf.kind is Kind.ACTIVITY)
