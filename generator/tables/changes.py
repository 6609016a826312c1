"""What a workbook would change: added, changed field by field, removed; and whether the outcome would be sound."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.diagnostic import Mark, Severity
from generator.model.references import FieldPath
from generator.model.shapes import Form
from generator.read.schema import Locator, validate
from generator.read.source import SourceText

from .cells import Names, choices_of, same, shown
from .reading import Given, Remark, Row
from .sheets import KEY_OF_PARENT, NAME_OF_PARENT, Column, Details, Path, Table
from .writing import at

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that changes; ``value`` is None when the key goes. ``before`` and ``after`` are in words, "" for nothing."""

    path: Path
    title: str
    before: str
    after: str
    value: Any


@dataclass(frozen=True)
class RecordChange:
    """A record of which fields change."""

    key: str
    name: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class TableChange:
    """All that changes in one table; added records as YAML will have them."""

    table: Table
    added: tuple[tuple[str, Data], ...] = ()
    changed: tuple[RecordChange, ...] = ()
    removed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass
class Comparison:
    """The change, and remarks about records that would not be sound."""

    change: TableChange
    remarks: list[Remark] = field(default_factory=list)


def compare(
    given: Given, present: Mapping[str, Data], known: Names, blamed: frozenset[tuple[str, int, str]] = frozenset()
) -> Comparison:
    """What becomes of the ``present`` records, by key, when the workbook counts. Order is left as it is.

    ``blamed`` are the cells (sheet, row, letter) of which something was said already.
    """
    table = given.table
    remarks: list[Remark] = []
    added: list[tuple[str, Data]] = []
    changed: list[RecordChange] = []
    for row in given.rows:
        old = present.get(row.key)
        changes = _field_changes(given, row, old or {}, known)
        new = changed_record(old or {}, changes)
        if changes or old is None:
            found = _unsound(given, row, new)
            remarks += [item for item in found if (item.sheet, item.row, item.column) not in blamed]
        if old is None:
            added.append((row.key, new))
        elif changes:
            changed.append(RecordChange(row.key, _name(new, row.key), tuple(changes)))
    here = {row.key for row in given.rows}
    removed = [(key, _name(data, key)) for key, data in present.items() if key not in here]
    if not table.file and removed:
        # A bundle is the record of what happened, with its photos: no missing row takes it away.
        message = f"{len(removed)} 项活动不在表里，原样留着。活动不办了，把“状态”改成“已取消”"
        remarks.append(Remark(table.title, 0, "", "", message, is_error=False))
        removed = []
    return Comparison(TableChange(table, tuple(added), tuple(changed), tuple(removed)), remarks)


def _field_changes(given: Given, row: Row, old: Data, known: Names) -> list[FieldChange]:
    changes: list[FieldChange] = []
    for column in given.table.columns:
        if column.path not in given.paths or (column.path == (given.table.key,) and (old or not given.table.file)):
            continue
        before, after = at(old, column.path), row.values.get(column.path)
        if after is None and before in _UNSAID.get(column.shape.form, ()):
            continue
        if not same(before, after, column.shape):
            words = dict(choices_of(column.shape, known))
            changes.append(
                FieldChange(
                    column.path, column.title, _words(before, column, words), _words(after, column, words), after
                )
            )
    for details in given.table.details:
        rows_by_parent = given.details.get(details.field)
        if rows_by_parent is None:
            continue
        groups = [_group(item) for item in rows_by_parent.get(row.key, ())]
        before = at(old, details.field) or []
        if not _same_groups(before, groups, details):
            title = details.title.rpartition("·")[2]
            changes.append(
                FieldChange(details.field, title, _listed(before, details), _listed(groups, details), groups or None)
            )
    return changes


_UNSAID: dict[Form, tuple[Any, ...]] = {Form.SWITCH: ("false", "否")}
"""What an empty cell may stand for, when it is written out in YAML."""


def _group(row: Row) -> Data:
    group: Data = {}
    for path, value in row.values.items():
        if path not in (KEY_OF_PARENT, NAME_OF_PARENT) and value is not None:
            _set(group, path, value)
    return group


def _same_groups(before: Any, after: list[Data], details: Details) -> bool:
    if not isinstance(before, list) or len(before) != len(after):
        return not before and not after
    columns = [column for column in details.columns if column.path not in (KEY_OF_PARENT, NAME_OF_PARENT)]
    return all(
        same(at(one, column.path), at(other, column.path), column.shape)
        for one, other in zip(before, after, strict=True)
        for column in columns
    )


def _words(value: Any, column: Column, words: Mapping[str, str]) -> str:
    text = shown(value, column, words)
    return "" if text is None else "；".join(str(text).removesuffix(" 00:00:00").split("\n"))


def _listed(groups: Any, details: Details) -> str:
    if not isinstance(groups, list):
        return ""
    columns = [column for column in details.columns if column.path not in (KEY_OF_PARENT, NAME_OF_PARENT)]
    return "；".join(
        " ".join(_words(at(group, column.path), column, {}) for column in columns if at(group, column.path))
        for group in groups
    )


def changed_record(old: Data, changes: Sequence[FieldChange]) -> Data:
    """A copy of a record with some fields changed."""
    new = copy.deepcopy(old)
    for change in changes:
        if change.value is None:
            _remove(new, change.path)
        else:
            _set(new, change.path, change.value)
    return new


def _set(data: Data, path: Path, value: Any) -> None:
    for step in path[:-1]:
        inner = data.get(step)
        if not isinstance(inner, dict):
            inner = data[step] = {}
        data = inner
    data[path[-1]] = value


def _remove(data: Data, path: Path) -> None:
    """Take a key away, and a group that holds nothing any more."""
    if len(path) > 1:
        inner = data.get(path[0])
        if isinstance(inner, dict):
            _remove(inner, path[1:])
            if not inner:
                del data[path[0]]
    else:
        data.pop(path[0], None)


def _name(data: Data, key: str) -> str:
    return str(data.get("name") or data.get("title") or key)


def _unsound(given: Given, row: Row, new: Data) -> list[Remark]:
    """What the model says of a record, at the cells where its values stand."""
    places: list[tuple[FieldPath, bool]] = []
    data = new if given.table.file else {key: value for key, value in new.items() if key != given.table.key}
    _, found = validate(given.table.model, data, _Places(places))
    remarks = []
    for item in found:
        path = places[item.mark.line][0]
        sheet, number, letter, title = _place(given, row, path)
        message = f"{item.message}{item.hint}".rstrip("。")
        remarks.append(Remark(sheet, number, letter, title, message, item.severity is Severity.ERROR))
    return remarks


class _Places(Locator):
    """Remembers the field of every problem instead of looking for it in a text."""

    def __init__(self, places: list[tuple[FieldPath, bool]]) -> None:
        super().__init__(SourceText("", ""), None, 0)
        self._places = places

    def mark(self, at: FieldPath, *, on_key: bool = False) -> Mark:
        """A mark whose line is the number of the place."""
        self._places.append((at, on_key))
        return Mark(len(self._places) - 1)


def _place(given: Given, row: Row, path: FieldPath) -> tuple[str, int, str, str]:
    """Sheet, row, column letter and heading of a field."""
    table = given.table
    for details in table.details:
        size = len(details.field)
        rows = (given.details.get(details.field) or {}).get(row.key, [])
        step = path[size] if len(path) > size else None
        if path[:size] == details.field and isinstance(step, int) and step < len(rows):
            item = rows[step]
            column = _column_of(details.columns, tuple(path[size + 1 :]))
            return (
                details.title,
                item.number,
                item.letters.get(column.path, "") if column else "",
                column.title if column else "",
            )
    column = _column_of(table.columns, tuple(path))
    return table.title, row.number, row.letters.get(column.path, "") if column else "", column.title if column else ""


def _column_of(columns: tuple[Column, ...], path: tuple[Any, ...]) -> Column | None:
    plain = tuple(step for step in path if isinstance(step, str))
    return next((column for column in columns if plain and column.path[: len(plain)] == plain), None)
