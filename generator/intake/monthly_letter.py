"""The monthly report as a Word document, laid out as offices send it round."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Letter
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from generator.model.submission import SubmissionOutcome

from .monthly import Monthly, Piece
from .monthly_sheet import UNIT_HEADINGS, unit_rows

_FIXED_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - one report makes the same file whenever it is made
_TITLE_FONT, _TEXT_FONT, _HEAD_FONT = "方正小标宋简体", "仿宋", "黑体"
"""The faces of GB/T 9704 for official documents; where one is missing, Word takes another."""
_TEXT_SIZE = Pt(16)
"""三号, as GB/T 9704 has it."""
_TABLE_SIZE = Pt(10.5)


def monthly_letter(report: Monthly, signed: str, today: date) -> bytes:
    """The report as a ``.docx`` file; ``signed`` is who sends it, "" for nobody."""
    letter = Document()
    letter.core_properties.author, letter.core_properties.title = "走进", report.title
    letter.core_properties.created = letter.core_properties.modified = _FIXED_TIME
    section = letter.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    _paragraph(letter, report.title, _TITLE_FONT, Pt(22), centred=True)
    _paragraph(letter, _opening(report), indent=True)
    if report.units:
        _paragraph(letter, "一、各单位报送和采用情况", _HEAD_FONT, indent=True)
        _table(letter, report)
        used = [piece for piece in report.pieces if piece.outcome is SubmissionOutcome.USED]
        _paragraph(letter, "二、本月采用的稿件", _HEAD_FONT, indent=True)
        for number, piece in enumerate((*used, *report.earlier), 1):
            _paragraph(letter, f"{number}．{_line(piece)}", indent=True)
        if not used and not report.earlier:
            _paragraph(letter, "无。", indent=True)
    if signed:
        _paragraph(letter, signed, right=True)
    _paragraph(letter, f"{today.year}年{today.month}月{today.day}日", right=True)
    target = BytesIO()
    letter.save(target)
    return target.getvalue()


def _opening(report: Monthly) -> str:
    total = len(report.pieces)
    if not total and not report.earlier:
        return f"{report.year}年{report.month}月没有收到来稿。"
    used = sum(piece.outcome is SubmissionOutcome.USED for piece in report.pieces)
    units = sum(unit.handed_in > 0 for unit in report.units)
    text = f"{report.year}年{report.month}月，共收到{units}个单位报送的稿件{total}篇，采用{used}篇"
    text += f"；另采用往月来稿{len(report.earlier)}篇" if report.earlier else ""
    pending = sum(piece.outcome is None for piece in report.pieces)
    return text + (f"；{pending}篇正在处理" if pending else "") + "。现将有关情况通报如下。"


def _line(piece: Piece) -> str:
    who = f"{piece.unit}，{piece.contributor}" if piece.contributor else piece.unit
    return f"《{piece.title}》（{who}）"


def _table(letter: Letter, report: Monthly) -> None:
    rows = unit_rows(report)
    table = letter.add_table(rows=len(rows) + 1, cols=len(UNIT_HEADINGS))
    table.style = "Table Grid"
    for number, heading in enumerate(UNIT_HEADINGS):
        _cell(table.cell(0, number), heading, _HEAD_FONT)
    for line, row in enumerate(rows, 1):
        cells = table.row_cells(line)
        for number, value in enumerate(row):
            text = f"{value:.0%}" if isinstance(value, float) else "—" if value is None else str(value)
            _cell(cells[number], text, _TEXT_FONT)
    for number, width in enumerate((1.1, 4.2, 1.4, 1.2, 1.2, 1.2, 1.4, 1.4, 1.5, 2.0)):
        for cell in table.columns[number].cells:
            cell.width = Cm(width)


def _cell(cell: object, text: str, face: str) -> None:
    paragraph = cell.paragraphs[0]  # type: ignore[attr-defined]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _face(paragraph.add_run(text), face, _TABLE_SIZE)


def _paragraph(
    letter: Letter, text: str, face: str = _TEXT_FONT, size: Pt = _TEXT_SIZE, *, centred: bool = False, right: bool = False, indent: bool = False
) -> None:  # fmt: skip
    paragraph = letter.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(28)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if indent:
        paragraph.paragraph_format.first_line_indent = size * 2
    _face(paragraph.add_run(text), face, size)


def _face(run: object, face: str, size: Pt) -> None:
    """Word keeps the face of Chinese text apart from that of Latin text."""
    run.font.name, run.font.size = face, size  # type: ignore[attr-defined]
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)  # type: ignore[attr-defined]
