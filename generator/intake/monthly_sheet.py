"""The monthly report as an Excel workbook: units, texts, contributors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.submission import SubmissionOutcome

from .monthly import PENDING, Monthly, Piece, contributors

_FIXED_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - one report makes the same file whenever it is made
_LINE = Side(style="thin", color="FFBFBFBF")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_LINE_HEIGHT = 15
"""Points."""
_MIDDLE = Alignment(vertical="center")
_WRAPPED = Alignment(wrap_text=True, vertical="center")
_HEAD = PatternFill("solid", fgColor="FFF3E3E1")
UNIT_HEADINGS = (
    "名次",
    "报送单位",
    "本月报送",
    *(outcome.label for outcome in SubmissionOutcome),
    PENDING,
    "采用率",
    "本月采用的往月来稿",
)
_PIECE_HEADINGS = ("报送单位", "通讯员", "标题", "收到日期", "处理结果", "处理日期", "处理意见", "已公开", "文件夹")


def unit_rows(report: Monthly) -> list[list[Any]]:
    """The lines of the table of units, the sum last."""
    rows: list[list[Any]] = []
    for number, unit in enumerate(report.units, 1):
        counts = [unit.by_outcome[outcome] for outcome in SubmissionOutcome]
        rows.append([number, unit.unit, unit.handed_in, *counts, unit.pending, unit.rate, unit.used_from_before])
    sums = [sum(row[column] for row in rows) for column in (2, 3, 4, 5, 6, 7)]
    before = sum(row[9] for row in rows)
    rows.append(["", "合计", *sums, sums[1] / sums[0] if sums[0] else None, before])
    return rows


def monthly_workbook(report: Monthly) -> bytes:
    """The report as an ``.xlsx`` file."""
    book = Workbook()
    book.properties.creator, book.properties.created, book.properties.modified = "走进", _FIXED_TIME, _FIXED_TIME
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "各单位"
    _fill(sheet, report.title, UNIT_HEADINGS, unit_rows(report), (6, 30, 10, 8, 8, 8, 8, 8, 10, 20))
    for row in sheet.iter_rows(3, sheet.max_row, 9, 9):
        row[0].number_format = "0%"
    pieces = [_row(piece) for piece in (*report.pieces, *report.earlier)]
    _fill(
        book.create_sheet("明细"), f"{report.title}：明细", _PIECE_HEADINGS, pieces, (22, 11, 34, 12, 10, 12, 20, 8, 26)
    )
    names = [list(row) for row in contributors(report)]
    _fill(
        book.create_sheet("通讯员"),
        f"{report.title}：通讯员",
        ("报送单位", "通讯员", "本月报送", "采用"),
        names,
        (30, 14, 10, 8),
    )
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _row(piece: Piece) -> list[Any]:
    return [
        piece.unit, piece.contributor, piece.title, piece.received, piece.result, piece.decided, piece.note,
        "是" if piece.is_public else "", piece.id,
    ]  # fmt: skip


def _fill(
    sheet: Worksheet, title: str, headings: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[int]
) -> None:
    sheet.cell(1, 1, title).font = Font(bold=True, size=14)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(headings))
    sheet.cell(1, 1).alignment = Alignment(horizontal="center")
    for number, (heading, width) in enumerate(zip(headings, widths, strict=True), 1):
        cell = sheet.cell(2, number, heading)
        cell.font, cell.fill, cell.border = Font(bold=True), _HEAD, _FRAME
        cell.alignment = Alignment(horizontal="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = width
    for line, row in enumerate(rows, 3):
        for number, value in enumerate(row, 1):
            field = sheet.cell(line, number)
            field.value, field.border, field.alignment = value, _FRAME, _MIDDLE
            if isinstance(value, str):
                field.data_type = "s"  # what begins with = is text, never a formula
                field.alignment = _WRAPPED
            elif isinstance(value, date):
                field.number_format = "yyyy-mm-dd"
        # Excel fits rows to their text by itself, others do not.
        texts = [-(-2 * len(str(value)) // width) for value, width in zip(row, widths, strict=True)]
        sheet.row_dimensions[line].height = _LINE_HEIGHT * max(1, *texts)
    sheet.freeze_panes, sheet.print_title_rows = "A3", "1:2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
