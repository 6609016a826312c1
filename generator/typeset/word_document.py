"""A Word document to write in: A4, in Chinese, without what the library's template brings along.

The template is an American's with Japanese as its Asian language: programs would choose Japanese shapes of characters,
and Word would open the file as one of an older version.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.table import Table
from docx.text.paragraph import Paragraph

_WORD_2013 = "15"
"""The value of compatibilityMode of all later versions, too ([MS-DOCX] 2.3.5)."""


class Face(NamedTuple):
    """Word keeps the face of Latin text apart from that of Chinese text."""

    latin: str
    chinese: str


SONG = Face("Times New Roman", "宋体")
HEI = Face("Arial", "黑体")
KAI = Face("Times New Roman", "楷体")
"""Names that every Chinese office program knows or stands in for."""


def new_document(top: float, right: float, bottom: float, left: float) -> Document:
    """An empty document with its margins in centimetres."""
    document = docx.Document()
    relations = document.part.package.rels if document.part.package else {}
    for id in [id for id, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[id]  # a picture of an empty page
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.right_margin = Cm(top), Cm(right)
    section.bottom_margin, section.left_margin = Cm(bottom), Cm(left)
    document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}").set(qn("w:eastAsia"), "zh-CN")
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    return document


def set_face(properties: Any, face: Face) -> None:
    """Give a style or a run its faces."""
    properties.font.name = face.latin
    fonts = properties.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(slot), None)
    fonts.set(qn("w:eastAsia"), face.chinese)


def add_text(paragraph: Paragraph, text: str) -> Any:
    """A run of Chinese text: its quotation marks, dots and dashes are Chinese, though Latin has the same ones."""
    run = paragraph.add_run(text)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    return run


def add_table(document: Document, rows: int, widths: Sequence[Length], headed: bool) -> Table:
    """An empty table with lines. No row is torn between two pages; the heading stands on each."""
    table: Table = document.add_table(rows, len(widths), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if headed and number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def add_field(paragraph: Paragraph, name: str) -> None:
    """A number that the program keeps: ``PAGE`` or ``NUMPAGES``."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)
    field.append(paragraph.add_run("1")._r)


def add_border(paragraph: Paragraph, side: str) -> None:
    """A thin line at the ``top`` or ``bottom`` of a paragraph."""
    borders: Any = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "6"), ("color", "999999")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    # The schema wants the properties of a paragraph in its order.
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc"
    )
