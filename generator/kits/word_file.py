"""The text of a kit as a Word file that Word, WPS and LibreOffice open alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from unicodedata import east_asian_width

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph as WordParagraph

from generator.typeset.word_document import add_border, add_table, add_text

from .blocks import Block, Break, Heading, Item, Paragraph, Picture, Quote, Runs, Table, plain
from .packing import packed, unpacked
from .plain_forms import caption_of, closing_lines, dateline
from .sheet import KitSheet
from .word_styles import TEXT_WIDTH, styled_document

HIGHEST = Cm(11)
"""Two pictures with their captions stand on a page; the files in full size lie beside."""

_COARSEST = 150
"""Dots an inch, below which a small picture is not blown up."""

_APP1, _START_OF_SCAN = 0xE1, 0xDA
"""Markers of JPEG segments (ITU-T T.81, table B.1)."""


def word_file(sheet: KitSheet, blocks: Sequence[Block], picture: Callable[[str], tuple[bytes, int, int]]) -> bytes:
    """The bytes of a .docx. ``picture`` gives a JPEG by file name, with its width and height in pixels."""
    document = styled_document(sheet)
    opening = (
        (sheet.title, "Title"),
        (sheet.subtitle, "Subtitle"),
        (dateline(sheet), "Byline"),
        (sheet.summary, "Deck"),
    )
    for text, style in opening:
        if text:
            add_text(document.add_paragraph(style=style), text)
    for block in blocks:
        _write(document, sheet, block, picture)
    _closing(document, closing_lines(sheet))
    buffer = BytesIO()
    document.save(buffer)
    return packed(unpacked(buffer.getvalue()))  # the library stamps the files inside with the hour


def _write(document: Document, sheet: KitSheet, block: Block, picture: Callable[[str], tuple[bytes, int, int]]) -> None:
    match block:
        case Heading():
            add_text(document.add_heading(level=min(block.level - 1, 6)), block.text)
        case Paragraph():
            paragraph = document.add_paragraph(style="Body Text")
            if "\n" in plain(block.runs):  # a line that an author ended would be spread over the whole width
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            _runs(paragraph, block.runs)
        case Quote():
            for runs in block.paragraphs:
                _runs(document.add_paragraph(style="Quote"), runs)
            if block.speaker:
                speaker = document.add_paragraph(style="Quote")
                speaker.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                add_text(speaker, f"——{block.speaker}")
        case Item():
            # The number is written out: Word would count on through the whole text.
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.85 * (block.depth + 2))
            paragraph.paragraph_format.first_line_indent = Cm(-0.85)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.85 * (block.depth + 2)))
            add_text(paragraph, f"{block.mark or '•'}\t")
            _runs(paragraph, block.runs)
        case Table():
            _table(document, block)
        case Break():
            add_border(document.add_paragraph(), "bottom")
        case Picture():
            _picture(document, sheet, block, *picture(block.file))


def _runs(paragraph: WordParagraph, runs: Runs) -> None:
    for run in runs:
        written = add_text(paragraph, run.text)
        written.bold, written.italic = run.bold or None, run.italic or None
        if run.raised:
            written.font.superscript = True
        if run.url:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            written.font.underline = True
            paragraph._p.replace(written._r, link)
            link.append(written._r)


def _table(document: Document, block: Table) -> None:
    widths = _column_widths(block, max(map(len, block.rows)))
    table = add_table(document, len(block.rows), widths, block.headed)
    for number, (line, row) in enumerate(zip(table.rows, block.rows, strict=True)):
        cells = line.cells
        for cell in cells:
            cell.paragraphs[0].style = "Table Text"
        for cell, runs in zip(cells, row, strict=False):
            heads = block.headed and number == 0
            _runs(cell.paragraphs[0], tuple(run._replace(bold=heads or run.bold) for run in runs))
    document.add_paragraph(style="Table Text")  # two tables in a row would become one


def _column_widths(block: Table, columns: int) -> list[Length]:
    """Shares of the text's width after the longest cell of each column; a long one takes more lines instead."""
    longest = [
        max((_length(plain(row[at])) for row in block.rows if at < len(row)), default=0) for at in range(columns)
    ]
    wanted = [min(max(length, 2), 18) + 2 for length in longest]
    return [Length(int(TEXT_WIDTH * each / sum(wanted))) for each in wanted]


def _length(text: str) -> float:
    """In widths of a Chinese character."""
    return sum(1 if east_asian_width(sign) in "WFA" else 0.5 for sign in text)


def _picture(document: Document, sheet: KitSheet, block: Picture, data: bytes, width: int, height: int) -> None:
    wide = min(TEXT_WIDTH, int(HIGHEST * width / height), int(width * Cm(2.54) / _COARSEST))
    place = document.add_paragraph(style="Picture")
    shape = place.add_run().add_picture(BytesIO(_without_exif(data)), width=wide)
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")  # LibreOffice keeps a distance where none is given
    found = sheet.picture(block.file)
    about = shape._inline.docPr
    about.set("descr", found.alt or found.credit.caption)
    about.set("name", found.name)
    if words := caption_of(sheet, block):
        add_text(document.add_paragraph(style="Caption"), words)


def _without_exif(jpeg: bytes) -> bytes:
    """The file without its EXIF segments: python-docx takes words of up to four bytes in them for places in the file.
    XMP and IPTC stay, and say the same."""
    kept, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != _START_OF_SCAN:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] != _APP1 or not jpeg.startswith(b"Exif\0", at + 4):
            kept += jpeg[at:end]
        at = end
    return bytes(kept + jpeg[at:])


def _closing(document: Document, lines: Sequence[str]) -> None:
    """The small print stays together below a line."""
    for number, text in enumerate(lines):
        paragraph = document.add_paragraph(style="Small Print")
        add_text(paragraph, text)
        if number == 0:
            add_border(paragraph, "top")
            paragraph.paragraph_format.space_before = Cm(0.6)
        paragraph.paragraph_format.keep_with_next = number + 1 < len(lines)
