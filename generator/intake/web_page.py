"""A saved web page, above all an article of a WeChat account, becomes blocks.

WeChat keeps the article in ``#js_content``, shows pictures only when a script moves ``data-src`` to
``src``, and makes headings of bold, centred sections. A browser that saves the whole page puts
the pictures into a folder beside it, without endings, and points ``src`` at them.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from lxml import html

from .blocks import Block, Draft, Heading, Item, Paragraph, Picture, Run, Runs, Table, words
from .page_facts import open_page, page_facts
from .recognise import NotReadable

Beside = Callable[[str], bytes | None]
"""Gives the file that lies at an address relative to the page, None when there is none."""

_BLOCKS = frozenset(
    ("p", "section", "div", "article", "main", "header", "figure", "figcaption", "blockquote", "center", "body", "td", "th", "li",
     "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "dl", "dt", "dd", "details", "summary", "fieldset",
     "tbody", "thead", "tfoot", "tr", "caption", "address", "form")
)  # fmt: skip
_DROPPED = frozenset(
    ("script", "style", "noscript", "template", "head", "nav", "button", "input", "select", "textarea", "link", "meta", "title",
     "footer", "aside")
)  # fmt: skip
_LOST = {
    "iframe": "视频或嵌入的网页没有带过来，请把视频网址写进稿件",
    "video": "视频没有带过来，请把视频网址写进稿件",
    "audio": "音频没有带过来",
    "mpvoice": "音频没有带过来",
    "mp-common-mpaudio": "音频没有带过来",
    "mp-common-videosnap": "视频号的视频没有带过来",
    "mp-common-profile": "公众号名片没有带过来",
    "mp-miniprogram": "小程序卡片没有带过来",
    "svg": "动画、矢量图形没有带过来",
    "canvas": "动画、矢量图形没有带过来",
    "object": "嵌入的对象没有带过来",
    "embed": "嵌入的对象没有带过来",
    "math": "公式没有带过来，请改写成文字或图片",
}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_PLAIN = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_SMALL = re.compile(r"font-size\s*:\s*(?:[0-9]|1[0-3])(?:\.[0-9]+)?px", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_NO_PICTURE = "有图片没有存在网页里：在浏览器里重新打开原文，从头滚到尾，等图片都显示了，另存为“网页，全部”"


def read_web_page(data: bytes, beside: Beside) -> Draft:
    """The blocks of a saved page; scripts and styles are dropped.

    Raises:
        NotReadable: too large, or without any text.
    """
    page = open_page(data)
    reader = _Reader(beside)
    if page.too_deep:
        reader.draft.lose("网页的层次太深，后面的内容可能不全，请对照原文")
    content = _content(page.root)
    reader.draft.blocks = list(reader.blocks(content))
    facts = page_facts(page)
    reader.draft.title, reader.draft.contributor = facts.title, facts.author
    reader.draft.source, reader.draft.source_url = facts.outlet, facts.url
    if not reader.draft.blocks:
        raise NotReadable("网页里没有正文。在浏览器里重新打开原文，等内容都显示了，另存为“网页，全部”。")
    return reader.draft


def _content(root: html.HtmlElement) -> html.HtmlElement:
    for path in ("//*[@id='js_content']", "//article", "//main", "//*[@role='main']", "//body"):
        found = root.xpath(path)
        if found:
            best: html.HtmlElement = max(found, key=lambda item: len(item.text_content()))
            return best
    return root


class _Reader:
    def __init__(self, beside: Beside) -> None:
        self.draft = Draft()
        self._beside = beside

    def blocks(self, parent: html.HtmlElement) -> Iterator[Block]:
        """All blocks below an element, in reading order."""
        yield from self._flow(parent, Paragraph(()), Run(""), -1, False)

    def _flow(self, parent: html.HtmlElement, like: Paragraph, look: Run, level: int, ordered: bool) -> Iterator[Block]:
        """Blocks and the text between them. ``like`` and ``look`` are what the surroundings look like."""
        text: list[Run] = []

        def flush() -> Iterator[Block]:
            runs = tuple(text)
            text.clear()
            for part in _lines(runs):
                if words(part):
                    yield _paragraph(part, like, level, ordered)

        for piece in self._pieces(parent, look):
            if isinstance(piece, Run):
                text.append(piece)
                continue
            yield from flush()
            if isinstance(piece, Picture):
                yield piece
            else:
                yield from self._block(*piece, like, level, ordered)
        yield from flush()

    def _pieces(self, parent: html.HtmlElement, look: Run) -> Iterator[Run | Picture | tuple[html.HtmlElement, Run]]:
        """Runs, pictures, and blocks with the look that they stand in."""
        if parent.text:
            yield look._replace(text=_flat(parent.text))
        for element in parent:
            yield from self._piece(element, look)
            if element.tail:
                yield look._replace(text=_flat(element.tail))

    def _piece(self, element: html.HtmlElement, look: Run) -> Iterator[Run | Picture | tuple[html.HtmlElement, Run]]:
        name = element.tag if isinstance(element.tag, str) else ""
        style = element.get("style", "")
        if name in _DROPPED or not name:
            return
        if name in _LOST:
            self.draft.lose(_LOST[name])
            return
        if _HIDDEN.search(style):
            if element.text_content().strip():
                self.draft.lose("网页里隐藏的文字没有带过来")
            return
        inner = look
        if name in ("b", "strong") or _BOLD.search(style):
            inner = inner._replace(bold=True)
        elif _PLAIN.search(style):
            inner = inner._replace(bold=False)
        if name in ("i", "em"):
            inner = inner._replace(italic=True)
        if name == "br":
            yield look._replace(text="\n")
        elif name in ("img", "image"):
            picture = self._picture(element)
            if picture is not None:
                yield picture
        elif name in _BLOCKS:
            yield element, inner
        elif name == "a":
            address = (element.get("href") or "").strip()
            link = address if re.match(r"https?://", address) else ""
            yield from self._pieces(element, inner._replace(href=link))
        else:
            yield from self._pieces(element, inner)

    def _block(
        self, element: html.HtmlElement, look: Run, like: Paragraph, level: int, ordered: bool
    ) -> Iterator[Block]:
        name, style = str(element.tag), element.get("style", "")
        inner = Paragraph(
            (),
            like.centred or name == "center" or element.get("align") == "center" or bool(_CENTRED.search(style)),
            like.small or bool(_SMALL.search(style)),
            like.caption or name == "figcaption",
            like.quoted or name == "blockquote",
        )
        if re.fullmatch(r"h[1-6]", name) and level < 0:
            for block in self._flow(element, inner, look._replace(bold=False), -1, False):
                yield Heading(int(name[1]), block.runs) if isinstance(block, Paragraph) else block
        elif name in ("ul", "ol"):
            for item in element:
                if item.tag == "li":
                    yield from self._flow(item, inner, look, min(level + 1, 8), name == "ol")
                elif item.tag in ("ul", "ol"):
                    yield from self._block(item, look, inner, level + 1, ordered)
        elif name == "table":
            yield from self._table(element, inner, look)
        elif name != "hr":
            yield from self._flow(element, inner, look, level, ordered)

    def _table(self, table: html.HtmlElement, like: Paragraph, look: Run) -> Iterator[Block]:
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        contents = [[list(self._flow(cell, like, look, -1, False)) for cell in row] for row in rows]
        flat = [block for row in contents for cell in row for block in cell]
        if sum(map(len, rows)) <= 1 or any(isinstance(block, Picture | Table) for block in flat):
            yield from flat
            return
        spread: list[list[Runs]] = []
        for row, cells in zip(rows, contents, strict=True):
            line: list[Runs] = []
            for cell, content in zip(row, cells, strict=True):
                span = cell.get("colspan", "")
                if cell.get("rowspan", "1") != "1" or span not in ("", "1"):
                    self.draft.lose("表格里合并的单元格拆开了：内容写在第一格，其余的空着")
                line.append(_joined(content))
                line += [()] * (min(int(span), 60) - 1 if span.isdecimal() and int(span) else 0)
            spread.append(line)
        width = max(map(len, spread), default=0)
        if width:
            yield Table(tuple((*row, *[()] * (width - len(row))) for row in spread))

    def _picture(self, element: html.HtmlElement) -> Picture | None:
        """The picture that a page shows: the saved file, or data in the page; never one from the network."""
        sources = [(element.get(key) or "").strip() for key in ("src", "data-src", "data-original")]
        caption = " ".join((element.get("data-caption") or "").split())
        for source in sources:
            if source.startswith("data:image/") and not source.startswith("data:image/svg"):
                data = _data_in(source)
                if data and len(data) > _PLACEHOLDER:
                    return Picture(data, "", caption)
            elif source and not re.match(
                r"(?:[a-z][a-z0-9+.-]*:)?//|data:|javascript:|about:|file:", source, re.IGNORECASE
            ):
                data = self._beside(unquote(source.split("?")[0].split("#")[0]))
                if data is not None:
                    return Picture(data, source.rpartition("/")[2], caption)
        if any(sources):
            self.draft.lose(_NO_PICTURE)
        return None


_PLACEHOLDER = 200
"""Bytes: what stands in a picture's place until it is loaded is smaller."""


def _data_in(source: str) -> bytes | None:
    head, comma, body = source.partition(",")
    if not comma or not head.endswith(";base64"):
        return None
    try:
        return b64decode(unquote(body))
    except (NotBase64, ValueError):
        return None


def _paragraph(runs: Runs, like: Paragraph, level: int, ordered: bool) -> Block:
    if level >= 0:
        return Item(level, ordered, runs)
    return Paragraph(runs, like.centred, like.small, like.caption, like.quoted)


def _lines(runs: Runs) -> Iterator[Runs]:
    """The text between line breaks: people who write in a web editor make paragraphs with them."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(run._replace(text=first))
        for other in others:
            yield tuple(line)
            line = [run._replace(text=other)]
    yield tuple(line)


def _joined(blocks: list[Block]) -> Runs:
    found: list[Run] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading | Item):
            found += [Run(" "), *block.runs] if found else block.runs
    return tuple(found)


def _flat(text: str) -> str:
    """A text as a browser shows it: line ends in the source are no line breaks."""
    return re.sub(r"[ \t\r\n\f]+", " ", text)
