"""A workbook that came back becomes records, or messages that name sheet, row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from rapidfuzz import fuzz, process

from generator.read.archive import BadArchive, open_archive

from .cells import Names, choices_of, understand
from .sheets import KEY_OF_PARENT, NAME_OF_PARENT, Column, Details, Path, Table, all_tables
from .writing import GUIDE_SHEET, LISTS_SHEET

MOST_ROWS = 60_000
MOST_COLUMNS = 200
_HEAD_ROWS = 6
"""A title may stand above the headings; they are looked for in so many rows."""
_OLE = b"\xd0\xcf\x11\xe0"
_LIKE = 70


class NoWorkbook(Exception):
    """The file is no workbook that can be read; the message is Chinese and says what to do."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a cell, a row or a sheet. ``is_error`` means that nothing may be written."""

    sheet: str
    row: int
    column: str
    title: str
    message: str
    is_error: bool = True

    def __str__(self) -> str:
        place = f"“{self.sheet}”表" if self.sheet else ""
        if self.row:
            place += f"第 {self.row} 行"
        if self.column:
            place += f" {self.column} 列"
        if self.title:
            place += f"（{self.title}）"
        return f"{place}：{self.message}。" if not self.message.endswith("。") else f"{place}：{self.message}"


@dataclass
class Row:
    """A record of a sheet: values by path, and where each stands."""

    number: int
    key: str
    values: dict[Path, Any] = field(default_factory=dict)
    letters: dict[Path, str] = field(default_factory=dict)


@dataclass
class Given:
    """What a workbook has of one table. ``paths`` are the columns that are there; ``details`` by field, None when missing."""

    table: Table
    paths: frozenset[Path]
    rows: list[Row]
    details: dict[Path, dict[str, list[Row]] | None] = field(default_factory=dict)


def open_workbook(data: bytes) -> Workbook:
    """A workbook from its bytes.

    Raises:
        NoWorkbook: another kind of file, protected, damaged, or too large.
    """
    _check_file(data)
    try:
        return load_workbook(BytesIO(data), data_only=False)
    except Exception:  # openpyxl raises anything for workbooks that other programs wrote
        raise NoWorkbook("打不开，文件可能坏了。用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”再试") from None


def read_workbook(book: Workbook, known: Names) -> tuple[list[Given], list[Remark]]:
    """The tables in a workbook and everything that is odd about them."""
    remarks: list[Remark] = []
    sheets = {sheet.title.strip(): sheet for sheet in book.worksheets}
    wanted = {name for table in all_tables().values() for name in (table.title, *(one.title for one in table.details))}
    found: list[Given] = []
    for title in sheets:
        if title not in wanted and title not in (GUIDE_SHEET, LISTS_SHEET) and not _is_empty(sheets[title]):
            near = process.extractOne(title, sorted(wanted), scorer=fuzz.ratio, score_cutoff=40)
            hint = f"是不是“{near[0]}”？" if near else ""
            remarks.append(Remark(title, 0, "", "", f"不认识这个工作表。{hint}名字要和导出时一样；不要的工作表就删掉"))
    for table in all_tables().values():
        if table.title not in sheets:
            lonely = [one.title for one in table.details if one.title in sheets]
            remarks += [Remark(title, 0, "", "", f"还要有“{table.title}”表，才知道属于哪一条") for title in lonely]
            continue
        reader = _Sheet(sheets[table.title], table.columns, known, remarks)
        rows = list(reader.rows(table.key_column))
        _unique(table.title, rows, table.key_column, remarks)
        given = Given(table, frozenset(reader.places), rows)
        for details in table.details:
            given.details[details.field] = _details(
                details, sheets.get(details.title), {row.key for row in rows}, known, remarks
            )
        found.append(given)
    if not found and not remarks:
        remarks.append(Remark("", 0, "", "", "这个文件里没有能导入的表。先用 zoujin table export 导出一份，在它上面改"))
    return found, remarks


def _check_file(data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise NoWorkbook("文件设了打开密码。去掉密码再试")
        raise NoWorkbook("这是旧版 Excel 或 WPS 表格的格式（.xls、.et）。另存为“Excel 工作簿（.xlsx）”再试")
    if not data.startswith(b"PK"):
        raise NoWorkbook(
            "不是 .xlsx 文件（可能是 .csv 或网页）。用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”再试"
        )
    try:
        archive = open_archive(data)
    except BadArchive as trouble:
        raise NoWorkbook(str(trouble).rstrip("。")) from None
    if not any(name.startswith("xl/") for name in archive.members):
        raise NoWorkbook("不是 Excel 工作簿。用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”再试")


def _details(
    details: Details, sheet: Worksheet | None, keys: set[str], known: Names, remarks: list[Remark]
) -> dict[str, list[Row]] | None:
    if sheet is None:
        return None
    reader = _Sheet(sheet, details.columns, known, remarks)
    by_parent: dict[str, list[Row]] = {}
    for row in reader.rows(details.columns[0]):
        if row.key not in keys:
            letter = row.letters.get(KEY_OF_PARENT, "")
            remarks.append(
                Remark(details.title, row.number, letter, details.columns[0].title, f"没有编号为“{row.key}”的一条")
            )
        by_parent.setdefault(row.key, []).append(row)
    missing = {column.path for column in details.columns} - set(reader.places) - {NAME_OF_PARENT}
    whole = "少了这一列。这个表是整项替换的，列要齐全"
    remarks += [
        Remark(details.title, 0, "", column.title, whole) for column in details.columns if column.path in missing
    ]
    return by_parent


class _Sheet:
    """One sheet: where its headings are, and its rows."""

    def __init__(self, sheet: Worksheet, columns: tuple[Column, ...], known: Names, remarks: list[Remark]) -> None:
        self._sheet = sheet
        self._title = sheet.title.strip()
        self._known = known
        self._remarks = remarks
        self._columns = {column.path: column for column in columns}
        self._choices = {column.path: choices_of(column.shape, known) for column in columns}
        self.places: dict[Path, int] = {}
        self._head = 1
        if sheet.max_row > MOST_ROWS or sheet.max_column > 16_000:
            self._say(0, 0, "", f"超过 {MOST_ROWS} 行，可能是格式一直刷到了底。删掉下面的空行再存一次")
            return
        titles = {_bare(column.title): column for column in columns}
        self._head = max(range(1, _HEAD_ROWS + 1), key=lambda row: (self._likeness(row, titles), -row))
        self._read_headings(titles)
        self._blame_merged()

    def _say(self, row: int, column: int, title: str, message: str, is_error: bool = True) -> None:
        letter = get_column_letter(column) if column else ""
        self._remarks.append(Remark(self._title, row, letter, title, message, is_error))

    def _likeness(self, row: int, titles: Mapping[str, Column]) -> int:
        return sum(_bare(value) in titles for value in self._row_values(row))

    def _row_values(self, row: int) -> list[Any]:
        width = min(self._sheet.max_column, MOST_COLUMNS)
        return [cell.value for cell in next(self._sheet.iter_rows(row, row, 1, width))]

    def _read_headings(self, titles: Mapping[str, Column]) -> None:
        unknown: list[tuple[int, str]] = []
        for number, value in enumerate(self._row_values(self._head), 1):
            if value is None or not _bare(value):
                continue
            column = titles.get(_bare(value))
            if column is None:
                unknown.append((number, str(value)))
            elif column.path in self.places:
                self._say(self._head, number, column.title, "这一列有两个，只留一个")
            else:
                self.places[column.path] = number
        free = [
            column.title
            for column in titles.values()
            if column.path not in self.places and column.path != NAME_OF_PARENT
        ]
        for number, name in unknown:
            near = process.extractOne(name, free, scorer=fuzz.WRatio, score_cutoff=_LIKE)
            likely = near[0] if near else free[0] if len(free) == len(unknown) == 1 else ""
            hint = f"是不是“{likely}”改了名？改回“{likely}”" if likely else "不要的列就整列删掉"
            self._say(self._head, number, name[:20], f"不认识这个表头。{hint}")
        for column in titles.values():
            if column.path not in self.places and column.required:
                self._say(self._head, 0, column.title, "少了这一列，它是必填的")
            elif column.path not in self.places and not unknown and column.path != NAME_OF_PARENT:
                self._say(self._head, 0, column.title, "没有这一列，这一项不会改动", is_error=False)

    def _blame_merged(self) -> None:
        last = max(self.places.values(), default=0)
        for area in self._sheet.merged_cells.ranges:
            if area.max_row >= self._head and area.min_col <= last:
                where = f"{area.coord} 合并成了一格，只有左上角有内容。取消合并，每一格都填上"
                self._say(area.min_row, area.min_col, "", where)

    def rows(self, key: Column) -> Iterator[Row]:
        """The rows that hold anything; those without a key are blamed."""
        if key.path not in self.places:
            return
        width = max(self.places.values())
        for cells in self._sheet.iter_rows(self._head + 1, self._sheet.max_row, 1, width):
            if all(cell.value is None or not str(cell.value).strip() for cell in cells):
                continue
            row = Row(int(cells[0].row or 0), "")
            for path, number in self.places.items():
                cell, column = cells[number - 1], self._columns[path]
                row.letters[path] = get_column_letter(number)
                if path == NAME_OF_PARENT:
                    continue
                meaning = understand(cell.value, cell.data_type, column, self._choices[path], self._known)
                for message in meaning.errors:
                    self._say(row.number, number, column.title, message)
                for message in meaning.notes:
                    self._say(row.number, number, column.title, message, is_error=False)
                row.values[path] = meaning.value
                if path == key.path:
                    row.key = str(meaning.value or "")
                    if not row.key and not meaning.errors:
                        self._say(row.number, number, column.title, "是空的。每一行都要有；整行不要就删掉这一行")
            if row.key:
                yield row


def _unique(title: str, rows: list[Row], key: Column, remarks: list[Remark]) -> None:
    first: dict[str, int] = {}
    for row in rows:
        if row.key in first:
            message = f"“{row.key}”和第 {first[row.key]} 行重复。给其中一条换一个编号"
            remarks.append(Remark(title, row.number, row.letters[key.path], key.title, message))
        first.setdefault(row.key, row.number)


def _is_empty(sheet: Worksheet) -> bool:
    return sheet.max_row == 1 and sheet.max_column == 1 and sheet.cell(1, 1).value is None


def _bare(value: Any) -> str:
    """A heading without blanks, stars and line breaks, which people add to make it look better."""
    return re.sub(r"[\s*＊:：]", "", str(value)) if value is not None else ""
