"""A Word file becomes blocks. Files of WPS and of old Words are Word files with habits of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from .blocks import Block, Draft, Heading, Item, Paragraph, Picture, Run, Runs, Table, words
from .word_package import Element, Package, attribute, child, is_on, local, open_package
from .word_styles import Look, Numbering, Styles, numbering_of, outline_level, read_numbering, read_styles

_DEEPEST = 60
"""Tables in tables, boxes in boxes: what is deeper is no text that somebody wrote."""
_SMALL = 20
"""Half-points: 小五 and below are what captions are set in, 五号 (21) is running text."""
_LINK_FIELD = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"', re.IGNORECASE)
_TRANSPARENT = frozenset(("smartTag", "customXml", "ins", "moveTo", "sdt", "sdtContent", "dir", "bdo"))


def read_word_document(data: bytes) -> Draft:
    """The blocks of a Word file, with what is lost.

    Raises:
        NotReadable: no Word file, or a damaged one.
    """
    package = open_package(data)
    reader = _Reader(package, read_styles(package), read_numbering(package))
    body = child(package.xml(package.main), "body")
    if body is not None:
        reader.draft.blocks = list(reader.blocks(body))
    reader.read_notes()
    reader.look_around()
    return reader.draft


class _Reader:
    def __init__(self, package: Package, styles: Styles, numbering: Numbering) -> None:
        self.package = package
        self.styles = styles
        self.numbering = numbering
        self.draft = Draft()
        self._note_numbers: dict[tuple[str, str], int] = {}
        self._spilled: list[Element] = []
        """Text boxes met in a paragraph: they follow it."""

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[Block]:
        """All blocks below an element, in reading order."""
        if depth > _DEEPEST:
            self.draft.lose("套得太深的表格或文本框没有带过来")
            return
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, depth)
            elif name == "tbl":
                yield from self._table(element, depth)
            elif name in _TRANSPARENT:
                yield from self.blocks(element, depth + 1)
            elif name == "altChunk":
                self.draft.lose("嵌入的另一份文档没有带过来")

    def _paragraph(self, element: Element, depth: int) -> Iterator[Block]:
        look = child(element, "pPr")
        style = self.styles.look(attribute(child(look, "pStyle"), "val"))
        level = style.heading if style.heading is not None else outline_level(look)
        numbering = numbering_of(look) or style.numbering
        centred = attribute(child(look, "jc"), "val") == "center" or style.centred
        self._spilled, outer = [], self._spilled
        pieces = list(self._inline(element, style if level is None else Look(), "", depth))
        boxes, self._spilled = self._spilled, outer
        listed = numbering is not None and numbering[0] != "0" and any(isinstance(piece, Run) for piece in pieces)
        number = self.numbering.next(*numbering) if listed and numbering is not None else ""
        for group in _split(pieces):
            if isinstance(group, Picture):
                yield group
                continue
            if not words(group) and not any(run.note for run in group):
                continue
            if level is not None:
                yield Heading(level, (Run(number), *group) if number else group)
            elif listed and numbering is not None and not self.numbering.is_chinese(*numbering):
                yield Item(min(numbering[1], 8), not self.numbering.is_bullet(*numbering), group)
            else:
                text = (Run(number), *group) if number else group
                yield Paragraph(text, centred, self._is_small(element), style.caption, style.quoted)
            number = ""
        for box in boxes:
            self.draft.lose("文本框里的文字移到了它所在段落的后面，请看看次序对不对")
            yield from self.blocks(box, depth + 1)

    def _is_small(self, element: Element) -> bool:
        sizes = [attribute(child(run, "rPr", "sz"), "val") for run in element if local(run) == "r"]
        return bool(sizes) and all(size.isdecimal() and int(size) < _SMALL for size in sizes)

    def _inline(self, parent: Element, look: Look, href: str, depth: int) -> Iterator[Run | Picture]:
        """Runs and pictures below a paragraph; results of fields count, their instructions do not."""
        if depth > _DEEPEST:
            return
        field: list[str] = []
        """One entry for every field that is open: the address that it links to, or ""."""
        instruction = ""
        for element in parent:
            name = local(element)
            if name == "r":
                mark = attribute(child(element, "fldChar"), "fldCharType")
                if mark == "begin":
                    field.append("")
                    instruction = ""
                elif mark == "separate" and field:
                    found = _LINK_FIELD.search(instruction)
                    field[-1] = found[1] if found else ""
                elif mark == "end" and field:
                    field.pop()
                instruction += "".join(item.text or "" for item in element if local(item) == "instrText")
                target = href or next(filter(None, reversed(field)), "")
                yield from self._run(element, look, target, depth)
            elif name == "hyperlink":
                relation = self.package.relations(self.package.main).get(attribute(element, "id"))
                target = relation.target if relation is not None and relation.external else ""
                yield from self._inline(element, look, target, depth + 1)
            elif name == "fldSimple" or name in _TRANSPARENT:
                yield from self._inline(element, look, href, depth + 1)
            elif name in ("oMath", "oMathPara"):
                self.draft.lose("公式没有带过来，请改写成文字或图片")
            elif name in ("del", "moveFrom"):
                self.draft.lose("原稿有没处理完的修订：删除的不要，增加的留下，请核对")

    def _run(self, run: Element, look: Look, href: str, depth: int) -> Iterator[Run | Picture]:
        own = child(run, "rPr")
        if is_on(child(own, "vanish")):
            self.draft.lose("隐藏的文字没有带过来")
            return
        bold = is_on(child(own, "b")) if child(own, "b") is not None else look.bold
        italic = is_on(child(own, "i")) if child(own, "i") is not None else look.italic
        for element in run:
            yield from self._piece(element, Run("", bold, italic, href), depth)

    def _piece(self, element: Element, like: Run, depth: int) -> Iterator[Run | Picture]:
        name = local(element)
        if name == "t":
            yield like._replace(text=element.text or "")
        elif name in ("tab", "ptab"):
            yield like._replace(text="\t")
        elif name in ("br", "cr"):
            if attribute(element, "type") not in ("page", "column"):
                yield like._replace(text="\n")
        elif name == "noBreakHyphen":
            yield like._replace(text="-")
        elif name == "sym":
            self.draft.lose("用符号字体插入的符号没有带过来，请补上")
        elif name in ("footnoteReference", "endnoteReference"):
            key = (name.removesuffix("Reference"), attribute(element, "id"))
            yield Run("", note=self._note_numbers.setdefault(key, len(self._note_numbers) + 1))
        elif name == "commentReference":
            self.draft.lose("批注没有带过来")
        elif name == "AlternateContent":
            chosen = child(element, "Choice")
            for item in chosen if chosen is not None else child(element, "Fallback") or ():
                yield from self._piece(item, like, depth + 1)
        elif name in ("drawing", "pict", "object"):
            yield from self._drawing(element, name)

    def _drawing(self, element: Element, name: str) -> Iterator[Picture]:
        found = False
        title = next((attribute(item, "name") for item in element.iter() if local(item) == "docPr"), "")
        for item in element.iter():
            kind = local(item)
            if kind == "blip" or (kind == "imagedata" and name == "pict"):
                found = True
                picture = self._picture(
                    attribute(item, "embed") or attribute(item, "link") or attribute(item, "id"), title
                )
                if picture is not None:
                    yield picture
            elif kind == "txbxContent":
                found = True
                self._spilled.append(item)
            elif kind in ("chart", "relIds"):
                found = True
                self.draft.lose("图表、SmartArt 没有带过来，请截图存成图片再放进来")
        if name == "object":
            self.draft.lose("嵌入的对象（公式、表格、附件等）没有带过来")
        elif not found and name == "drawing":
            self.draft.lose("手绘的图形没有带过来，请截图存成图片再放进来")

    def _picture(self, relation_id: str, title: str) -> Picture | None:
        relation = self.package.relations(self.package.main).get(relation_id)
        if relation is None:
            self.draft.lose("有一张图片在原稿里已经丢了，请对方补发")
            return None
        if relation.external:
            self.draft.lose("有图片只是链接，没有存在文件里，请对方补发原图")
            return None
        data = self.package.bytes_of(relation.target)
        if data is None:
            self.draft.lose("有一张图片在原稿里已经丢了，请对方补发")
            return None
        named = title if PurePosixPath(title).suffix else ""
        return Picture(data, named or PurePosixPath(relation.target).name)

    def _table(self, element: Element, depth: int) -> Iterator[Block]:
        """A table as one, or its content when it only holds pictures in place."""
        rows = [list(_below(row, "tc")) for row in _below(element, "tr")]
        contents = [[list(self.blocks(cell, depth + 1)) for cell in row] for row in rows]
        flat = [block for row in contents for cell in row for block in cell]
        if any(isinstance(block, Picture) for block in flat) or sum(map(len, rows)) <= 1:
            yield from _by_column(contents)
            return
        if any(isinstance(block, Table) for block in flat):
            self.draft.lose("表格里套着的表格改成了文字，请核对")
        spread = [self._spread(row, cells) for row, cells in zip(rows, contents, strict=True)]
        width = max(map(len, spread))
        yield Table(tuple((*row, *[()] * (width - len(row))) for row in spread))

    def _spread(self, row: list[Element], cells: list[list[Block]]) -> list[Runs]:
        spread: list[Runs] = []
        for cell, content in zip(row, cells, strict=True):
            look = child(cell, "tcPr")
            span = attribute(child(look, "gridSpan"), "val")
            merged = child(look, "vMerge")
            if (span.isdecimal() and int(span) > 1) or merged is not None:
                self.draft.lose("表格里合并的单元格拆开了：内容写在第一格，其余的空着")
            spread.append(_flattened(content))
            spread += [()] * (min(int(span), 60) - 1 if span.isdecimal() else 0)
        return spread

    def read_notes(self) -> None:
        """Read the footnotes and endnotes that the text refers to."""
        for (kind, note_id), number in list(self._note_numbers.items()):
            root = self.package.related(f"{kind}s")
            found = (
                next((item for item in root if attribute(item, "id") == note_id), None) if root is not None else None
            )
            blocks = list(self.blocks(found)) if found is not None else []
            self.draft.notes[number] = _flattened([block for block in blocks if not isinstance(block, Picture)])

    def look_around(self) -> None:
        """Name what stands outside of the text and stays behind."""
        kinds = {relation.kind for relation in self.package.relations(self.package.main).values()}
        if "vbaProject" in kinds:
            self.draft.lose("宏没有带过来（也不需要）")
        for kind, name in (("header", "页眉"), ("footer", "页脚")):
            parts = [item.target for item in self.package.relations(self.package.main).values() if item.kind == kind]
            roots = [root for root in map(self.package.xml, parts) if root is not None]
            text = "".join(item.text or "" for root in roots for item in root.iter() if local(item) == "t")
            if len(re.sub(r"[\W\d_第页共]", "", text)) > 0:
                self.draft.lose(f"{name}里的文字没有带过来")


def _below(element: Element, wanted: str) -> Iterator[Element]:
    """Rows or cells, also those that content controls and revisions wrap."""
    for item in element:
        name = local(item)
        if name == wanted:
            yield item
        elif name in _TRANSPARENT:
            yield from _below(item, wanted)


def _split(pieces: list[Run | Picture]) -> Iterator[Runs | Picture]:
    """Stretches of text between pictures, and the pictures."""
    text: list[Run] = []
    for piece in pieces:
        if isinstance(piece, Picture):
            if text:
                yield tuple(text)
            text = []
            yield piece
        else:
            text.append(piece)
    if text:
        yield tuple(text)


def _by_column(rows: list[list[list[Block]]]) -> Iterator[Block]:
    """The content of a table that only holds things in place.

    Pictures in a row with their captions in the row below are read picture by picture.
    """
    number = 0
    while number < len(rows):
        row = rows[number]
        below = rows[number + 1] if number + 1 < len(rows) else []
        pictures = [any(isinstance(block, Picture) for block in cell) for cell in row]
        captions = len(below) == len(row) and not any(isinstance(block, Picture) for cell in below for block in cell)
        if any(pictures) and captions and len(row) > 1:
            for upper, lower in zip(row, below, strict=True):
                yield from upper
                yield from (replace(block, caption=True) if isinstance(block, Paragraph) else block for block in lower)
            number += 2
        else:
            for cell in row:
                yield from cell
            number += 1


def _flattened(blocks: list[Block]) -> Runs:
    """The text of a cell or note on one line."""
    found: list[Run] = []
    for block in blocks:
        parts = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
        if isinstance(block, Heading | Paragraph | Item):
            parts = [block.runs]
        for part in filter(None, parts):
            found += [Run(" ")] if found else []
            found += [run._replace(text=run.text.replace("\n", " ")) for run in part]
    return tuple(found)
