"""The monthly report as a Word document, laid out as offices send it round."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from docx.document import Document as Letter
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from generator.model.submission import SubmissionOutcome
from generator.typeset.word_document import Face, add_field, add_table, add_text, new_document, set_face

from .monthly import Monthly, Piece
from .monthly_sheet import UNIT_HEADINGS, unit_rows

_FIXED_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - one report makes the same file whenever it is made
_LATIN = "Times New Roman"
_TITLE, _TEXT, _HEAD = Face(_LATIN, "方正小标宋简体"), Face(_LATIN, "仿宋"), Face(_LATIN, "黑体")
"""The faces of GB/T 9704 for official documents; where one is missing, Word takes another."""
_TEXT_SIZE = Pt(16)
"""三号, as GB/T 9704 has it."""
_TABLE_SIZE = Pt(10.5)
_WIDTHS = tuple(map(Cm, (1.1, 3.7, 1.3, 1.2, 1.2, 1.2, 1.5, 1.3, 1.4, 1.7)))
"""Of the columns; together the 15.6 cm between the margins."""


def monthly_letter(report: Monthly, signed: str, today: date) -> bytes:
    """The report as a ``.docx`` file; ``signed`` is who sends it, "" for nobody."""
    letter = new_document(top=3.7, right=2.6, bottom=3.5, left=2.8)
    letter.core_properties.author, letter.core_properties.title = "走进", report.title
    letter.core_properties.created = letter.core_properties.modified = _FIXED_TIME
    foot = letter.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_text(foot, "— ")
    add_field(foot, "PAGE")
    add_text(foot, " —")
    _paragraph(letter, report.title, _TITLE, Pt(22), centred=True)
    _paragraph(letter, "")
    _paragraph(letter, _opening(report), indent=True)
    if report.units:
        _paragraph(letter, "一、各单位报送和采用情况", _HEAD, indent=True)
        _table(letter, report)
        used = [piece for piece in report.pieces if piece.outcome is SubmissionOutcome.USED]
        _paragraph(letter, "二、本月采用的稿件", _HEAD, indent=True)
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
    table = add_table(letter, len(rows) + 1, _WIDTHS, headed=True)
    for cell, heading in zip(table.row_cells(0), UNIT_HEADINGS, strict=True):
        _cell(cell, heading, _HEAD)
    for line, row in enumerate(rows, 1):
        for cell, value in zip(table.row_cells(line), row, strict=True):
            _cell(cell, f"{value:.0%}" if isinstance(value, float) else "—" if value is None else str(value), _TEXT)
    _paragraph(letter, "")


def _cell(cell: _Cell, text: str, face: Face) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    _write(paragraph, text, face, _TABLE_SIZE)


def _paragraph(
    letter: Letter, text: str, face: Face = _TEXT, size: Pt = _TEXT_SIZE, *, centred: bool = False, right: bool = False, indent: bool = False
) -> None:  # fmt: skip
    paragraph = letter.add_paragraph()
    paragraph.paragraph_format.line_spacing, paragraph.paragraph_format.space_after = Pt(28), Pt(0)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if indent:
        paragraph.paragraph_format.first_line_indent = size * 2
    _write(paragraph, text, face, size)


def _write(paragraph: Paragraph, text: str, face: Face, size: Pt) -> None:
    run = add_text(paragraph, text)
    run.font.size = size
    set_face(run, face)
