"""Word files for tests, from lists that anybody can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from PIL import Image


def picture(width: int = 800, height: int = 600, colour: str = "#993333", form: str = "JPEG") -> bytes:
    """A picture of one colour."""
    target = BytesIO()
    Image.new("RGB", (width, height), colour).save(target, form)
    return target.getvalue()


def word_file(lines: list[Mapping[str, Any]]) -> bytes:
    """A Word file as python-docx writes it: one mapping a paragraph, its only key says what it is."""
    document = Document()
    for line in lines:
        for what, content in line.items():
            _add(document, what, content)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _add(document: Any, what: str, content: Any) -> None:
    if what == "图片":
        document.add_picture(
            BytesIO(
                picture(*content.get("大小", (800, 600)), content.get("颜色", "#993333"), content.get("格式", "JPEG"))
            )
        )
    elif what == "表格":
        table = document.add_table(rows=len(content), cols=len(content[0]))
        for number, row in enumerate(content):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
    elif what in _STYLES:
        document.add_paragraph(content, style=_STYLES[what])
    else:
        paragraph = document.add_paragraph()
        if what.startswith("居中"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for number, part in enumerate(content.split("**")):
            run = paragraph.add_run(part)
            run.bold = True if number % 2 or what.endswith("加粗") else None
            if what.endswith("小字"):
                run.font.size = Pt(9)


_STYLES = {
    "文章标题": "Title",
    "标题1": "Heading 1",
    "标题2": "Heading 2",
    "标题3": "Heading 3",
    "题注": "Caption",
    "引用": "Quote",
    "项目符号": "List Bullet",
    "项目符号2": "List Bullet 2",
    "编号": "List Number",
}


def zipped(members: Mapping[str, bytes | str], level: int = ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    target = BytesIO()
    with ZipFile(target, "w", level) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def parts_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The members of an archive."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)
