"""A register becomes a workbook that an office can work on: text cells for codes, lists to choose from, headings that explain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.shapes import Form

from .cells import NO, YES, Names, choices_of, shown
from .sheets import KEY_OF_PARENT, NAME_OF_PARENT, Column, Path, Table

LISTS_SHEET = "可选项"
GUIDE_SHEET = "说明"
SPARE_ROWS = 300
"""So many empty rows below the data have lists to choose from."""
_FIXED_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - what was not changed makes the same file
_HEAD_FILL = PatternFill("solid", fgColor="FFF3E3E1")
_REQUIRED_FILL = PatternFill("solid", fgColor="FFE8B7B2")
_QUIET = Font(color="FF808080")
_GUIDE = (
    "一行是一条。红色深一些的列必填；把鼠标放在表头上，看这一列怎么填。",
    "“编号”定了不再改：网址和别的稿件都靠它。新增的行自己起一个编号（小写字母、数字和连字符）。",
    "区划代码、电话是文本格式。从别的表粘贴时选“只粘贴文本”，开头的 0 才不会丢。",
    "一格里填几项的，用顿号隔开。志愿服务队、值班岗位等一条有几项的，在后面各自的表里，一项一行。",
    "不要合并单元格，不要改表头，不要改工作表的名字。用不到的列可以整列删掉，那一项就不会改动。",
    "填好以后：zoujin table import 文件名。先给出改动清单，看过再写进去；有看不懂的地方，一个字也不会写。",
)


def write_workbook(tables: Iterable[tuple[Table, Sequence[Mapping[str, Any]]]], known: Names) -> bytes:
    """An ``.xlsx`` file with the records of some tables, as YAML has them; the same records make the same bytes."""
    book = Workbook()
    book.properties.creator, book.properties.created, book.properties.modified = "走进", _FIXED_TIME, _FIXED_TIME
    guide = book.active
    assert isinstance(guide, Worksheet)
    guide.title = GUIDE_SHEET
    for line in _GUIDE:
        guide.append([line])
    guide.column_dimensions["A"].width = 100
    lists = _Lists(book.create_sheet(LISTS_SHEET))
    for table, records in tables:
        name_path = next((column.path for column in table.columns if column.path in (("name",), ("title",))), None)
        _write_sheet(book, table.title, table.columns, [(record, None, "") for record in records], lists, known)
        for details in table.details:
            rows = [
                (item, str(record.get(table.key, "")), str(at(record, name_path) or "") if name_path else "")
                for record in records
                for item in at(record, details.field) or ()
            ]
            _write_sheet(book, details.title, details.columns, rows, lists, known)
    book.move_sheet(LISTS_SHEET, len(book.sheetnames))
    lists.sheet.sheet_state = "hidden"
    book.active = 1
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def at(record: Any, path: Path) -> Any:
    """The value at a path; None when there is none."""
    for step in path:
        record = record.get(step) if isinstance(record, Mapping) else None
    return record


def _write_sheet(
    book: Workbook,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[Any, str | None, str]],
    lists: _Lists,
    known: Names,
) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "C2" if len(columns) > 2 else "A2"
    last = len(rows) + 1 + SPARE_ROWS
    for number, column in enumerate(columns, 1):
        choices = choices_of(column.shape, known)
        words = dict(choices)
        head = sheet.cell(1, number)
        _put(head, column.title)
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="center")
        head.fill = _REQUIRED_FILL if column.required else _HEAD_FILL
        head.comment = Comment(_explained(column), "走进", width=260, height=130)
        form = _number_format(column)
        for line, (record, parent, parent_name) in enumerate(rows, 2):
            cell = sheet.cell(line, number)
            if column.path == KEY_OF_PARENT:
                value: Any = parent
            elif column.path == NAME_OF_PARENT:
                value, cell.font = parent_name, _QUIET
            else:
                value = shown(at(record, column.path), column, words)
            _put(cell, value)
            cell.number_format = form
            if isinstance(value, str) and "\n" in value:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _width(column, rows)
        sheet.column_dimensions[letter].number_format = form  # of the rows that are still to be filled
        if choices and not column.shape.many:
            lists.offer(sheet, f"{letter}2:{letter}{last}", column, [text for _, text in choices])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(1, len(rows) + 1)}"


class _Lists:
    """The hidden sheet with what may be chosen: one column for every kind of choice."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._places: dict[tuple[str, ...], str] = {}

    def offer(self, sheet: Worksheet, cells: str, column: Column, words: list[str]) -> None:
        """Offer ``words`` in some cells. A value that is not among them is warned of: one may type an id, too."""
        key = tuple(words)
        if key not in self._places:
            number = len(self._places) + 1
            for line, text in enumerate(words, 1):
                _put(self.sheet.cell(line, number), text)
            letter = get_column_letter(number)
            self._places[key] = f"'{LISTS_SHEET}'!${letter}$1:${letter}${len(words)}"
        rule = DataValidation(type="list", formula1=self._places[key], allow_blank=True, errorStyle="warning")
        rule.errorTitle, rule.error = column.title, "这一项不在可选的里面。确定要这样填吗？"
        rule.add(cells)
        sheet.add_data_validation(rule)


def _put(cell: Cell | MergedCell, value: Any) -> None:
    """A value as it is: what begins with = is text here, never a formula."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"


def _number_format(column: Column) -> str:
    return {Form.DAY: "yyyy-mm-dd", Form.MOMENT: "yyyy-mm-dd hh:mm", Form.WHOLE: "0", Form.NUMBER: "General"}.get(
        column.shape.form, "@"
    )


def _explained(column: Column) -> str:
    shape = column.shape
    how = {
        Form.DAY: "日期，如 2026-03-05",
        Form.MOMENT: "日期和时间，如 2026-03-05 08:30",
        Form.SWITCH: f"填“{YES}”或“{NO}”；不填就是“{NO}”",
        Form.WHOLE: "整数",
        Form.NUMBER: "数字",
    }.get(shape.form, "")
    if shape.form in (Form.REFERENCE, Form.CHOICE) and shape.target != "community":
        how = "填名称，几项用顿号隔开" if shape.many else "从下拉列表里选，或填名称"
    elif shape.many:
        how = "一行一项（Alt+回车换行）"
    elif column.is_code:
        how = "文本格式，不要变成数字"
    lines = [
        "必填。" if column.required else "选填。",
        column.help,
        how,
        f"例如：{column.example}" if column.example else "",
    ]
    return "\n".join(filter(None, lines))


def _width(column: Column, rows: Sequence[tuple[Any, str | None, str]]) -> float:
    texts = (str(at(record, column.path) or "") for record, _, _ in rows[:200])
    longest = max((len(text) for text in texts), default=0)
    if column.shape.form in (Form.DAY, Form.MOMENT):
        longest = 8
    return float(min(40, max(10, 2 * len(column.title) + 2, longest * 1.6)))
