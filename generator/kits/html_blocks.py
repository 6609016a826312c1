"""From an entry's stored text to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

import lxml.html
from lxml.html import HtmlElement

from generator.model.body import Body, Figure, FigureGroup, Html, PersonCard, PullQuote, StationCard, VideoLink
from generator.model.links import normal_target

from .blocks import Block, Break, Heading, Item, Paragraph, Picture, Quote, Run, Runs, Table

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = ("ul", "ol")
_BLOCKS = frozenset((*_HEADINGS, *_LISTS, "p", "pre", "blockquote", "table", "hr", "div", "section", "zoujin-part"))
_FOREIGN = re.compile("[^\t\n\\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANKS = re.compile(r"[ \t\n]+")
_BARE = Run("")


def clean(text: str) -> str:
    """``text`` without the characters that XML 1.0, and so a Word file, cannot hold."""
    return _FOREIGN.sub("", text)


def text_blocks(
    body: Body, targets: Mapping[str, str], cards: Mapping[str, tuple[str, str]], photos: Iterable[str]
) -> list[Block]:
    """The blocks of a text.

    ``targets`` leads from internal links to full addresses (links that are not in it lose their
    address and keep their words), ``cards`` from ``kind/slug`` to a name and a line about it. Pictures
    that are not among ``photos`` are left out.
    """
    return list(_Reader(targets, cards, frozenset(photos)).blocks(body))


class _Reader:
    def __init__(
        self, targets: Mapping[str, str], cards: Mapping[str, tuple[str, str]], photos: frozenset[str]
    ) -> None:
        self._targets = targets
        self._cards = cards
        self._photos = photos
        self._parts: list[list[Block]] = []

    def blocks(self, body: Body) -> Iterator[Block]:
        # Parts need not be balanced alone, so the whole text is parsed at once, with places kept for what is no HTML.
        pieces = []
        for part in body.parts:
            if isinstance(part, Html):
                pieces.append(part.html)
            else:
                self._parts.append(list(self._part(part)))
                pieces.append(f'<zoujin-part data-n="{len(self._parts) - 1}"></zoujin-part>')
        if pieces:
            yield from self._below(_parsed("".join(pieces)))

    def _part(self, part: object) -> Iterator[Block]:
        if isinstance(part, Figure):
            if part.file in self._photos:
                yield Picture(part.file, self._words(part.caption))
        elif isinstance(part, FigureGroup):
            shown = [file for file in part.files if file in self._photos]
            yield from (Picture(file) for file in shown)
            if shown and part.caption:
                yield Paragraph((Run(self._words(part.caption)),))
        elif isinstance(part, PullQuote):
            inner = tuple(
                block.runs for block in self._below(_parsed(part.html)) if isinstance(block, Paragraph | Item)
            )
            yield Quote(inner, clean(part.speaker))
        elif isinstance(part, PersonCard | StationCard):
            kind = "profile" if isinstance(part, PersonCard) else "station"
            if card := self._cards.get(f"{kind}/{part.slug}"):
                yield Paragraph((Run(card[0], bold=True), Run(f"：{card[1]}" if card[1] else "")))
        elif isinstance(part, VideoLink):
            yield Paragraph((Run("视频："), Run(clean(part.title or part.url), url=part.url)))

    def _words(self, html: str) -> str:
        return clean("".join(_parsed(html).itertext())).strip() if html else ""

    def _below(self, parent: HtmlElement, depth: int = 0) -> Iterator[Block]:
        """The blocks inside an element; loose words between them are paragraphs."""
        loose: list[Run] = []
        for run, child in self._pieces(parent):
            if child is None:
                loose.append(run)
                continue
            yield from _paragraph(loose)
            loose = []
            yield from self._block(child, depth)
        yield from _paragraph(loose)

    def _pieces(self, parent: HtmlElement, style: Run = _BARE) -> Iterator[tuple[Run, HtmlElement | None]]:
        """Runs, and between them the elements that are blocks, however deep these stand inside inline ones."""
        yield style._replace(text=clean(parent.text or "")), None
        for child in parent:
            tag = str(child.tag)
            if tag in _BLOCKS:
                yield style, child
            elif tag == "br":
                yield style._replace(text="\n"), None
            elif not (tag == "a" and child.get("class") == "footnote-back"):
                yield from self._pieces(child, self._styled(style, child))
            yield style._replace(text=clean(child.tail or "")), None

    def _styled(self, style: Run, element: HtmlElement) -> Run:
        match element.tag:
            case "strong" | "th":
                return style._replace(bold=True)
            case "em":
                return style._replace(italic=True)
            case "sup":
                return style._replace(raised=True)
            case "a":
                return style._replace(url=self._address(element.get("href") or ""))
            case _:
                return style

    def _address(self, href: str) -> str:
        if href.startswith("zoujin:"):
            return self._targets.get(normal_target(href.removeprefix("zoujin:")), "")
        return "" if href.startswith("#") else clean(href)

    def _block(self, element: HtmlElement, depth: int) -> Iterator[Block]:
        tag = str(element.tag)
        if tag in _HEADINGS:
            if text := "".join(run.text for run, child in self._pieces(element) if child is None).strip():
                text = _BLANKS.sub(" ", text)
                # Inside a list a heading begins no section.
                yield Paragraph((Run(text, bold=True),)) if depth else Heading(_HEADINGS[tag], text)
        elif tag in _LISTS:
            yield from self._items(element, depth)
        elif tag == "blockquote":
            yield from self._quote(element)
        elif tag == "table":
            yield from self._table(element)
        elif tag == "hr":
            yield Break()
        elif tag == "pre":
            yield Paragraph((Run(clean("".join(element.itertext())).strip("\n")),))
        elif tag == "zoujin-part":
            yield from self._parts[int(element.get("data-n") or 0)]
        else:
            yield from self._below(element, depth)

    def _items(self, element: HtmlElement, depth: int) -> Iterator[Block]:
        number = int(element.get("start") or 1)
        for child in element:
            if child.tag != "li":
                continue
            mark = f"{number}." if element.tag == "ol" else ""
            number += 1
            first = True
            for block in self._below(child, depth + 1):
                if isinstance(block, Paragraph) and first:
                    yield Item(block.runs, mark, depth)
                    first = False
                else:
                    yield block

    def _quote(self, element: HtmlElement) -> Iterator[Block]:
        """What a quotation cannot hold in every form, such as a table in it, stands after it."""
        words: list[Runs] = []
        rest: list[Block] = []
        for block in self._below(element):
            if isinstance(block, Paragraph | Item):
                words.append(block.runs)
            elif isinstance(block, Quote):
                words += block.paragraphs
            elif isinstance(block, Heading):
                words.append((Run(block.text, bold=True),))
            else:
                rest.append(block)
        if words:
            yield Quote(tuple(words))
        yield from rest

    def _table(self, element: HtmlElement) -> Iterator[Block]:
        rows = [
            tuple(_trimmed([run for run, child in self._pieces(cell, self._styled(_BARE, cell)) if child is None])
                  for cell in row if cell.tag in ("td", "th"))
            for row in element.iter("tr")
        ]  # fmt: skip
        if rows:
            yield Table(tuple(rows), headed=element.find("thead") is not None)


def _parsed(html: str) -> HtmlElement:
    return lxml.html.fragment_fromstring(html, create_parent="div")


def _paragraph(runs: list[Run]) -> Iterator[Paragraph]:
    if trimmed := _trimmed(runs):
        yield Paragraph(trimmed)


def _trimmed(runs: list[Run]) -> Runs:
    """Without blanks at the ends, neighbours that are set alike made one. A source line's end is no line's end, ``br`` is."""
    joined: list[Run] = []
    for run in runs:
        text = "\n" if run.text == "\n" else _BLANKS.sub(" ", run.text)
        if not text:
            continue
        if joined and joined[-1]._replace(text="") == run._replace(text=""):
            joined[-1] = run._replace(text=joined[-1].text + text)
        else:
            joined.append(run._replace(text=text))
    while joined and not (first := joined[0].text.lstrip()):
        joined.pop(0)
    if joined:
        joined[0] = joined[0]._replace(text=first)
    while joined and not (last := joined[-1].text.rstrip()):
        joined.pop()
    if joined:
        joined[-1] = joined[-1]._replace(text=last)
    return tuple(joined)


def as_html(runs: Runs, *, links: bool = True) -> str:
    """Runs as plain inline HTML."""
    return "".join(_html_run(run, links) for run in runs)


def _html_run(run: Run, links: bool) -> str:
    html = escape(run.text).replace("\n", "<br/>")
    if run.bold:
        html = f"<strong>{html}</strong>"
    if run.italic:
        html = f"<em>{html}</em>"
    if run.raised:
        html = f"<sup>{html}</sup>"
    return f'<a href="{escape(run.url)}">{html}</a>' if run.url and links else html
