"""The text of a kit as a Word file that Word, WPS and LibreOffice open alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from .blocks import Block, Break, Heading, Item, Paragraph, Picture, Quote, Runs, Table
from .packing import packed, unpacked
from .plain_forms import caption_of, closing_lines, dateline, embargo_line
from .sheet import KitSheet

WIDEST, HIGHEST = Cm(15), Cm(18)
"""On A4 with the margins below, a picture and its caption stay on one page."""

_SERIF, _SANS = "宋体", "黑体"
"""Names that every Chinese office program knows or stands in for."""

_INK = RGBColor(0x22, 0x25, 0x2A)

_APP1, _START_OF_SCAN = 0xE1, 0xDA
"""Markers of JPEG segments (ITU-T T.81, table B.1)."""


def word_file(sheet: KitSheet, blocks: Sequence[Block], picture: Callable[[str], tuple[bytes, int, int]]) -> bytes:
    """The bytes of a .docx. ``picture`` gives a JPEG by file name, with its width and height in pixels."""
    document = docx.Document()
    _without_thumbnail(document)
    _set_up(document, sheet)
    if warning := embargo_line(sheet):
        document.sections[0].header.paragraphs[0].text = warning  # Word repeats it on every page
    document.add_paragraph(sheet.title, "Title")
    if sheet.subtitle:
        document.add_paragraph(sheet.subtitle, "Subtitle")
    document.add_paragraph(dateline(sheet), "Byline")
    if sheet.summary:
        document.add_paragraph(sheet.summary, "Deck")
    for block in blocks:
        _write(document, sheet, block, picture)
    _rule(document.add_paragraph())
    for text in closing_lines(sheet):
        document.add_paragraph(text, "Small Print")
    buffer = BytesIO()
    document.save(buffer)
    return packed(unpacked(buffer.getvalue()))  # the library stamps the files inside with the hour


def _without_thumbnail(document: Document) -> None:
    """The library's template brings a picture of an empty page along."""
    relations = document.part.package.rels if document.part.package else {}
    for id in [id for id, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[id]


def _set_up(document: Document, sheet: KitSheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    section.top_margin = section.bottom_margin = Cm(2.5)
    _style(document, "Normal", _SERIF, 12, after=8, line=1.5)
    _style(document, "Title", _SANS, 22, after=6, bold=True)
    _style(document, "Subtitle", _SERIF, 14, after=6)
    _style(document, "Caption", _SERIF, 10, after=12)
    _style(document, "Quote", _SERIF, 13, after=10)
    for level in range(1, 7):
        _style(document, f"Heading {level}", _SANS, max(12, 18 - 2 * level), after=6, bold=True)
    for name, size in (("Byline", 10.5), ("Deck", 13), ("Small Print", 10)):
        document.styles.add_style(name, 1).base_style = document.styles["Normal"]
        _style(document, name, _SERIF, size, after=10 if name != "Small Print" else 4)
    document.styles["Caption"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles["Quote"].paragraph_format.left_indent = Cm(1)
    document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}").set(qn("w:eastAsia"), "zh-CN")
    about = document.core_properties
    about.title, about.author, about.last_modified_by = sheet.title, sheet.byline or sheet.source, sheet.site_name
    about.subject, about.keywords, about.comments = sheet.rights, ",".join(sheet.keywords)[:255], ""
    about.language = "zh-CN"
    about.created = datetime.fromisoformat(sheet.published).replace(tzinfo=None)
    about.modified = datetime.fromisoformat(sheet.changed).replace(tzinfo=None)


def _style(
    document: Document, name: str, face: str, size: float, after: float, line: float = 0, bold: bool = False
) -> None:
    style: Any = document.styles[name]
    style.font.name, style.font.size, style.font.bold = face, Pt(size), bold
    style.font.italic, style.font.color.rgb = False, _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(slot), None)
    fonts.set(qn("w:eastAsia"), face)
    style.paragraph_format.space_after = Pt(after)
    if line:
        style.paragraph_format.line_spacing = line


def _write(document: Document, sheet: KitSheet, block: Block, picture: Callable[[str], tuple[bytes, int, int]]) -> None:
    match block:
        case Heading():
            document.add_heading(block.text, min(block.level - 1, 6))
        case Paragraph():
            _runs(document.add_paragraph(), block.runs)
        case Quote():
            for runs in block.paragraphs:
                _runs(document.add_paragraph(style="Quote"), runs)
            if block.speaker:
                document.add_paragraph(f"——{block.speaker}", "Quote")
        case Item():
            # The number is written out: Word would count on through the whole text.
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.8 * (block.depth + 1))
            paragraph.paragraph_format.first_line_indent = Cm(-0.6)
            paragraph.add_run(f"{block.mark or '•'}\t")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8 * (block.depth + 1)))
            _runs(paragraph, block.runs)
        case Table():
            _table(document, block)
        case Break():
            _rule(document.add_paragraph())
        case Picture():
            _picture(document, sheet, block, *picture(block.file))


def _runs(paragraph: WordParagraph, runs: Runs) -> None:
    for run in runs:
        written = paragraph.add_run(run.text)
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
    width = max(map(len, block.rows))
    table = document.add_table(len(block.rows), width, "Table Grid")
    for cells, row in zip((row.cells for row in table.rows), block.rows, strict=True):
        for cell, runs in zip(cells, row, strict=False):
            _runs(cell.paragraphs[0], runs)
    document.add_paragraph()


def _picture(document: Document, sheet: KitSheet, block: Picture, data: bytes, width: int, height: int) -> None:
    place = document.add_paragraph()
    place.alignment = WD_ALIGN_PARAGRAPH.CENTER
    place.paragraph_format.keep_with_next = True
    wide = min(WIDEST, int(HIGHEST * width / height))
    shape = place.add_run().add_picture(BytesIO(_without_exif(data)), width=wide)
    found = sheet.picture(block.file)
    about = shape._inline.docPr
    about.set("descr", found.alt or found.credit.caption)
    about.set("name", found.name)
    document.add_paragraph(caption_of(sheet, block), "Caption")


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


def _rule(paragraph: WordParagraph) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "999999")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)
