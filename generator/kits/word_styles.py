"""What a kit's Word file looks like: its paper, its styles, and what stands above and below every page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from generator.typeset.word_document import HEI, KAI, SONG, Face, add_field, add_text, new_document, set_face

from .plain_forms import embargo_line
from .sheet import KitSheet

TEXT_WIDTH = Cm(15)
"""On A4 with the margins below."""

_INK, _QUIET = RGBColor(0x22, 0x25, 0x2A), RGBColor(0x6B, 0x62, 0x58)
_CENTRED, _JUSTIFIED, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.RIGHT
_BODY = 12
"""小四, in points."""

_LONG_TITLE = 26
"""Characters; a longer title is set smaller, so that it takes no more than three lines or so."""


def styled_document(sheet: KitSheet) -> Document:
    """An empty document with the styles that :mod:`.word_file` names."""
    document = new_document(top=2.5, right=3, bottom=2.5, left=3)
    _style(document, "Normal", SONG, _BODY, after=0, line=1.5)
    _style(document, "Body Text", SONG, _BODY, after=4, line=1.5, align=_JUSTIFIED, indent=True)
    _style(document, "Title", HEI, 22 if len(sheet.title) <= _LONG_TITLE else 18, after=8, bold=True, align=_CENTRED)
    _style(document, "Subtitle", SONG, 14, after=8, align=_CENTRED)
    _style(document, "Caption", SONG, 10, after=12, line=1.3, align=_CENTRED, ink=_QUIET)
    _style(document, "Quote", KAI, _BODY, after=6, line=1.5, align=_JUSTIFIED)
    for level in range(1, 7):
        _style(document, f"Heading {level}", HEI, max(_BODY, 18 - 2 * level), before=14, after=6, bold=True)
    for name in ("Byline", "Deck", "Picture", "Table Text", "Small Print"):
        document.styles.add_style(name, 1).base_style = document.styles["Normal"]
    _style(document, "Byline", SONG, 10.5, after=12, align=_CENTRED, ink=_QUIET)
    _style(document, "Deck", KAI, _BODY, after=12, line=1.5, align=_JUSTIFIED)
    _style(document, "Picture", SONG, _BODY, before=8, after=4, line=1, align=_CENTRED)
    _style(document, "Table Text", SONG, 10.5, line=1.15)
    _style(document, "Small Print", SONG, 10, after=3, line=1.3)
    for name in ("Quote", "Deck"):
        document.styles[name].paragraph_format.left_indent = Cm(0.85)
        document.styles[name].paragraph_format.right_indent = Cm(0.85)
    document.styles["Picture"].paragraph_format.keep_with_next = True
    _head_and_foot(document, sheet)
    _properties(document, sheet)
    return document


def _style(
    document: Document,
    name: str,
    face: Face,
    size: float,
    before: float = 0,
    after: float = 0,
    line: float = 0,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    indent: bool = False,
    ink: RGBColor = _INK,
) -> None:
    style: Any = document.styles[name]
    set_face(style, face)
    style.font.size, style.font.bold = Pt(size), bold
    style.font.italic, style.font.color.rgb = False, ink
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.alignment = Pt(before), Pt(after), align
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):  # the template's line below titles
        properties.remove(border)
    if line:
        layout.line_spacing = line
    if indent:
        layout.first_line_indent = Pt(2 * size)
        properties.find(qn("w:ind")).set(
            qn("w:firstLineChars"), "200"
        )  # two characters, whatever size an editor chooses


def _head_and_foot(document: Document, sheet: KitSheet) -> None:
    """Word repeats both on every page."""
    section = document.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for name in ("Header", "Footer"):
        _style(document, name, SONG, 9, align=_RIGHT if name == "Header" else _CENTRED, ink=_QUIET)
    add_text(head, embargo_line(sheet) or f"{sheet.site_name}　第{sheet.version}版　{sheet.dates[1]}")
    add_text(foot, "第")
    add_field(foot, "PAGE")
    add_text(foot, "页，共")
    add_field(foot, "NUMPAGES")
    add_text(foot, "页")


def _properties(document: Document, sheet: KitSheet) -> None:
    about = document.core_properties
    about.title, about.author, about.last_modified_by = sheet.title, sheet.byline or sheet.source, sheet.site_name
    about.subject, about.keywords, about.comments = sheet.rights, ",".join(sheet.keywords)[:255], ""
    about.language = "zh-CN"
    about.created = datetime.fromisoformat(sheet.published).replace(tzinfo=None)
    about.modified = datetime.fromisoformat(sheet.changed).replace(tzinfo=None)
