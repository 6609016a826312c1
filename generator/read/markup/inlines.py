"""What stands inside a paragraph, a heading or a table cell."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

import comrak

from generator.model.body import Figure, Flaw, Link, Picture

from . import prose
from .destinations import INTERNAL_SCHEME, Kind, destination
from .directives import fence_number, put_back, stray_colons
from .limits import MOST_NESTED
from .nodes import value_of
from .noise import is_quiet, tidy
from .sanitise import escape
from .sheet import Sheet
from .tags import Tag, shorten, tag

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_MOST_OPEN_TAGS = 8


class TooNestedError(Exception):
    """The text is nested more deeply than we follow."""


class Inlines:
    """Writes inline nodes onto a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        text = sheet.manuscript.text
        self._colons = stray_colons(text, sheet.fences)
        self._notes = "[^" in text
        self._simple = not (self._colons or self._notes or "&" in text or "<" in text or ">" in text) and is_quiet(text)
        """Text nodes need no escaping and no look at what is in them: the usual case, and worth a short cut."""
        self._open_tags: list[str] = []
        self._outer = 0
        """How many of them were opened outside of the nodes being written, and are closed there."""
        self._link_depth = 0
        self._after_link: list[str] = []
        self.references: dict[int, list[str]] = {}
        """Ids of the references printed, by footnote number."""
        self._write: dict[type, Callable[[comrak.AstNode], None]] = {
            comrak.Text: self._text,
            comrak.SoftBreak: self._soft_break,
            comrak.LineBreak: self._line_break,
            comrak.Strong: lambda node: self._wrap(node, "strong"),
            comrak.Emph: lambda node: self._wrap(node, "em"),
            comrak.Strikethrough: self._strikethrough,
            comrak.Code: self._code,
            comrak.Link: self._link,
            comrak.Image: self._image,
            comrak.HtmlInline: self._html,
            comrak.FootnoteReference: self._reference,
        }

    def write(self, nodes: Sequence[comrak.AstNode]) -> None:
        """Write nodes; HTML that an editor opened among them is closed after them."""
        sheet = self._sheet
        sheet.levels += 1
        if sheet.levels > MOST_NESTED:
            raise TooNestedError
        outer, self._outer = self._outer, len(self._open_tags)
        for node in nodes:
            value = node.node_value
            if self._simple and type(value) is comrak.Text:
                text = value.value
                if sheet.fresh:
                    text = text.lstrip()
                    if not text:
                        continue
                    sheet.fresh = False
                elif sheet.broken:
                    self._mend_break(text[0])
                sheet.html.append(text)
                sheet.words.append(text)
            else:
                self._write[type(value)](node)
        if self._open_tags:
            self.close_tags()
        self._outer = outer
        sheet.levels -= 1

    def text(self, text: str) -> None:
        """Write text, without the blanks that indent a pasted paragraph."""
        sheet = self._sheet
        text = tidy(text)
        if sheet.fresh:
            text = text.lstrip()
        if not text:
            return
        self._mend_break(text[0])
        sheet.html.append(escape(text))
        sheet.say(text)

    def html_text(self, text: str) -> None:
        """Write the text between tags of a block of HTML."""
        for number, line in enumerate(html.unescape(text).split("\n")):
            if number:
                self._sheet.broken = True
            self.text(line.strip())

    def html_tag(self, written: Tag) -> None:
        """Write a tag that may stay, if it makes a pair; a closing tag without its opening one is left out."""
        sheet = self._sheet
        name = written.name
        if name == "br":
            self._line_break()
        elif not written.closing:
            if len(self._open_tags) < _MOST_OPEN_TAGS:
                self._mend_break("")
                self._open_tags.append(name)
                sheet.html.append(f"<{name}>")
        elif name in self._open_tags[self._outer :]:
            while (inner := self._open_tags.pop()) != name:
                sheet.html.append(f"</{inner}>")
            sheet.html.append(f"</{name}>")

    def close_tags(self) -> None:
        """Close the HTML that was opened among the nodes being written."""
        while len(self._open_tags) > self._outer:
            self._sheet.html.append(f"</{self._open_tags.pop()}>")

    def picture(self, node: comrak.AstNode, inline: bool) -> None:
        """Write a picture at its place."""
        sheet = self._sheet
        link = value_of(node)
        alt = visible_text(node)
        mark = sheet.mark(node)
        where = destination(link.url)
        if where.kind is not Kind.INTERNAL:
            sheet.blame(Flaw.PICTURE, shorten(link.url), mark)
            if not alt:
                sheet.blame(Flaw.PICTURE_ALT, shorten(link.url), mark)
            return
        if not where.target:
            sheet.blame(Flaw.ARGUMENT, "图片的圆括号里没有文件名", mark)
            return
        file = where.target.removeprefix("./")
        sheet.pictures.append(Picture(file, alt, mark))
        self._mend_break("")
        caption = escape(" ".join(tidy(link.title).split()))
        sheet.place(Figure(file, alt, caption, inline))
        if inline and sheet.spilled is None:
            sheet.fresh = False

    def _text(self, node: comrak.AstNode) -> None:
        text = value_of(node)
        sheet = self._sheet
        if self._colons and (sheet.fresh or sheet.broken) and text.lstrip().startswith((":::", "：：：")):
            detail = f"{shorten(text)}：三个冒号要写在一行的开头，前面不能有别的符号"
            sheet.blame(Flaw.ARGUMENT, detail, sheet.mark(node))
        if self._notes and "[^" in text:
            self._blame_undefined(node, text)
        if "<!--" in text:
            self._blame_open_comment(node)
        self.text(text)

    def _blame_undefined(self, node: comrak.AstNode, text: str) -> None:
        sheet = self._sheet
        place = node.sourcepos
        start = sheet.manuscript.offset(place.start.line, place.start.column)
        end = sheet.manuscript.offset(place.end.line, place.end.column) + 1
        for match in _NOTE.finditer(text):
            found = sheet.manuscript.text.find(match[0], start, end)
            at = found if found >= 0 else start
            # An escaped "\[^1]" is meant to be seen.
            if found < 1 or sheet.manuscript.text[found - 1] != "\\":
                sheet.blame(Flaw.FOOTNOTE, match[1], sheet.manuscript.mark_at(at, len(match[0])))
            start = at + 1

    def _blame_open_comment(self, node: comrak.AstNode) -> None:
        """A note without ``-->`` stays visible: better told than lost with all that follows."""
        sheet = self._sheet
        place = node.sourcepos
        start = sheet.manuscript.offset(place.start.line, place.start.column)
        end = sheet.manuscript.offset(place.end.line, place.end.column) + 1
        found = sheet.manuscript.text.find("<!--", start, end)
        if found >= 0 and (found == 0 or sheet.manuscript.text[found - 1] != "\\"):
            sheet.blame(Flaw.RAW_HTML, "<!--", sheet.manuscript.mark_at(found, 4))

    def _mend_break(self, following: str) -> None:
        sheet = self._sheet
        if not sheet.broken:
            return
        sheet.broken = False
        before = sheet.words[-1][-1] if sheet.words else ""
        if sheet.fresh or (before and following and prose.joins(before, following)):
            return
        sheet.html.append("\n")
        sheet.words.append(" ")

    def _soft_break(self, _: comrak.AstNode) -> None:
        self._sheet.broken = True

    def _line_break(self, _: comrak.AstNode | None = None) -> None:
        sheet = self._sheet
        if not sheet.fresh:
            sheet.html.append("<br>\n")
            sheet.words.append(" ")
            sheet.broken = False

    def _wrap(self, node: comrak.AstNode, name: str) -> None:
        out = self._sheet.html
        out.append(f"<{name}>")
        self.write(node.children)
        out.append(f"</{name}>")

    def _strikethrough(self, node: comrak.AstNode) -> None:
        """One tilde is a range in Chinese (``9~11点、13~15点``); two strike through."""
        place = node.sourcepos.start
        start = self._sheet.manuscript.offset(place.line, place.column)
        if self._sheet.manuscript.text.startswith("~~", start):
            self._wrap(node, "del")
            return
        self.text("~")
        self.write(node.children)
        self.text("~")

    def _code(self, node: comrak.AstNode) -> None:
        text = tidy(put_back(value_of(node).literal, self._sheet.fences))
        if text:
            self._mend_break(text[0])
            self._sheet.html.append(f"<code>{escape(text)}</code>")
            self._sheet.say(text)

    def _link(self, node: comrak.AstNode) -> None:
        sheet = self._sheet
        url = value_of(node).url
        words, pictures, start = len(sheet.words), len(sheet.pictures), len(sheet.html)
        placed = sheet.placed
        where = destination(url)
        mark = sheet.mark(node)
        opened = True
        if where.kind is Kind.FORBIDDEN:
            sheet.blame(Flaw.SCHEME, shorten(url), mark)
            opened = False
        elif where.kind is Kind.INTERNAL:
            opened = bool(where.target)
            tag_text = f'<a href="{INTERNAL_SCHEME}:{escape(where.target)}">'
        else:
            rel = ' rel="noopener"' if where.kind is Kind.EXTERNAL else ""
            tag_text = f'<a href="{escape(where.target)}"{rel}>'
        if opened:
            self._mend_break(visible_text(node)[:1])
            sheet.html.append(tag_text)
        self._link_depth += 1
        self.write(node.children)
        self._link_depth -= 1
        text = "".join(sheet.words[words:]).strip()
        if opened:
            sheet.html.append("</a>")
            if not text and sheet.placed == placed:
                del sheet.html[start:]
        if not self._link_depth:
            sheet.html.extend(self._after_link)
            self._after_link.clear()
        if not text:
            text = "".join(picture.alt for picture in sheet.pictures[pictures:])
        sheet.links.append(Link(url, text, mark))

    def _image(self, node: comrak.AstNode) -> None:
        self.picture(node, inline=True)

    def _html(self, node: comrak.AstNode) -> None:
        written = value_of(node)
        sheet = self._sheet
        number = fence_number(written)
        if number is not None:
            fence = sheet.fences[number]
            detail = f"{shorten(fence.written)}：前面的空格太多，请从行首写起"
            sheet.blame(Flaw.ARGUMENT, detail, sheet.fence_mark(fence))
            self.text(fence.written)
            return
        found = tag(written)
        if found is not None and found.plain:
            self.html_tag(found)
            return
        if found is not None:
            if found.is_comment or (found.closing and found.name in sheet.removed):
                return
            if not found.closing:
                sheet.removed.add(found.name)
        sheet.blame(Flaw.RAW_HTML, shorten(written), sheet.mark(node))

    def _reference(self, node: comrak.AstNode) -> None:
        value = value_of(node)
        name = f"fnref-{value.ix}" if value.ref_num == 1 else f"fnref-{value.ix}-{value.ref_num}"
        self.references.setdefault(value.ix, []).append(name)
        self._sheet.placed += 1
        self._sheet.fresh = False
        out = self._after_link if self._link_depth else self._sheet.html
        out.append(f'<sup class="footnote-ref"><a href="#fn-{value.ix}" id="{name}">{value.ix}</a></sup>')


def visible_text(node: comrak.AstNode) -> str:
    """The words inside a node, without markup: what stands for a picture, or in a link."""
    pieces: list[str] = []
    waiting = list(reversed(node.children))
    while waiting:
        inner = waiting.pop()
        value = inner.node_value
        if isinstance(value, comrak.Text):
            pieces.append(value.value)
        elif isinstance(value, comrak.Code):
            pieces.append(value.value.literal)
        elif isinstance(value, (comrak.SoftBreak, comrak.LineBreak)):
            pieces.append(" ")
        else:
            waiting.extend(reversed(inner.children))
    return tidy("".join(pieces)).strip()
