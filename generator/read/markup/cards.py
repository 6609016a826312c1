"""Carries out directives: pairs their lines, and makes parts of the body from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import comrak

from generator.model.body import (
    BodyPart,
    Figure,
    FigureGroup,
    Flaw,
    Link,
    Mention,
    PersonCard,
    Picture,
    PullQuote,
    StationCard,
    VideoLink,
)

from . import destinations
from .directives import Fence, Kind, Role, fence_number, files, pieces
from .inlines import Inlines
from .sanitise import clean, escape
from .sheet import Sheet
from .tags import shorten

Nodes = Sequence[comrak.AstNode]

_NOTHING: Nodes = ()


class Cards:
    """Writes nodes among which directives stand. ``plainly`` writes nodes without looking for directives."""

    def __init__(self, sheet: Sheet, inlines: Inlines, plainly: Callable[[Nodes], None]) -> None:
        self._sheet = sheet
        self._inlines = inlines
        self._plainly = plainly
        self._named: list[Fence] = []
        """File names on lines of their own below the directive that is carried out."""
        self._make: dict[Kind, Callable[[Fence, Nodes], None]] = {
            Kind.FIGURE: self._figure,
            Kind.FIGURES: self._figures,
            Kind.QUOTE: self._quote,
            Kind.PERSON: self._person,
            Kind.STATION: self._station,
            Kind.VIDEO: self._video,
        }

    def write(self, nodes: Nodes) -> None:
        """Write nodes that stand in one place.

        Directives do not nest. Two openings with two closings are meant as nested, and come out one after the other;
        with one closing the first was forgotten: no text is lost, and what follows is not swallowed.
        """
        fences = [self._fence(node) for node in nodes]
        turns = [index for index, fence in enumerate(fences) if fence and fence.role is not Role.NAMES_FILE]
        position = 0
        owed = 0
        for turn, index in enumerate(turns):
            if index < position:
                continue
            self._plainly(nodes[position:index])
            position = index + 1
            fence = fences[index]
            assert fence is not None
            if fence.role is Role.CLOSES:
                if owed:
                    owed -= 1
                else:
                    self._sheet.blame(Flaw.STRAY, fence.written.strip(), self._sheet.fence_mark(fence))
                continue
            end = turns[turn + 1] if turn + 1 < len(turns) else len(nodes)
            self._named = []
            while position < end and (below := fences[position]) is not None:
                self._named.append(below)
                position += 1
            closes = [_closes(fences[later]) for later in turns[turn + 1 : turn + 4]]
            inner = nodes[position:end]
            if closes[:1] == [True]:
                self._carry_out(fence, inner)
                if not fence.full_width:
                    self._blame_width(fences[end])
                position = end + 1
            elif closes == [False, True, True]:
                nested = fences[end]
                assert nested is not None
                self._sheet.blame(Flaw.NESTED, nested.name, self._sheet.fence_mark(nested))
                self._carry_out(fence, inner)
                position = end
                owed += 1
            else:
                self._sheet.blame(Flaw.UNCLOSED, fence.name, self._sheet.fence_mark(fence))
                self._carry_out(fence, None)
        self._plainly(nodes[position:])

    def _fence(self, node: comrak.AstNode) -> Fence | None:
        value = node.node_value
        if not isinstance(value, comrak.HtmlBlock):
            return None
        number = fence_number(value.value.literal)
        return None if number is None else self._sheet.fences[number]

    def _carry_out(self, fence: Fence, inner: Nodes | None) -> None:
        """``inner`` is None for a directive that is not closed, whose own text nobody can know."""
        if fence.kind is None:
            self._sheet.blame(Flaw.UNKNOWN, fence.name, self._sheet.fence_mark(fence))
            self._plainly(inner or _NOTHING)
            return
        self._blame_width(fence)
        if inner is None and fence.kind is Kind.QUOTE:
            return
        self._make[fence.kind](fence, inner or _NOTHING)

    def _blame_width(self, fence: Fence | None) -> None:
        if fence is not None and fence.full_width:
            self._sheet.blame(Flaw.WIDTH, _half_width(fence), self._sheet.fence_mark(fence))

    def _blame_argument(self, fence: Fence, detail: str) -> None:
        self._sheet.blame(Flaw.ARGUMENT, detail, self._sheet.fence_mark(fence))

    def _figure(self, fence: Fence, inner: Nodes) -> None:
        caption, lines, spilled = self._caption(inner)
        names = self._names(fence, files(fence.argument, single=True))
        if not names:
            names = _take_files(spilled)
            if not names and not fence.argument:
                self._blame_argument(fence, f"{fence.name}：后面要写图片的文件名")
        if len(names) == 1:
            alt = next((part.alt for part in spilled if isinstance(part, Figure) and part.file == names[0]), "")
            self._sheet.place(Figure(names[0], alt, caption))
        elif names:
            self._blame_argument(fence, f"{fence.name}：只能写一个文件名，多张图片请用“组图”")
            self._sheet.place(FigureGroup(tuple(names), caption))
        self._finish(bool(names), caption, lines, [part for part in spilled if not _is_shown(part, names)])

    def _figures(self, fence: Fence, inner: Nodes) -> None:
        caption, lines, spilled = self._caption(inner)
        names = self._names(fence, files(fence.argument, single=False))
        for below in self._named:
            names += self._names(below, [below.argument.strip('"“”')])
        if not names:
            names = _take_files(spilled)
            if not names and not fence.argument:
                self._blame_argument(fence, f"{fence.name}：后面要写各张图片的文件名")
        if names:
            self._sheet.place(FigureGroup(tuple(names), caption))
        self._finish(bool(names), caption, lines, [part for part in spilled if not _is_shown(part, names)])

    def _finish(self, shown: bool, caption: str, lines: list[str], spilled: list[BodyPart]) -> None:
        """A caption whose picture is missing stays as a paragraph, and pictures written into a caption follow it."""
        self._sheet.lines.extend(lines)
        if not shown and caption:
            self._sheet.html.append(f"<p>{caption}</p>\n")
        for part in spilled:
            self._sheet.place(part)

    def _quote(self, fence: Fence, inner: Nodes) -> None:
        html, lines, spilled = self._sheet.aside(lambda: self._plainly(inner))
        html = clean(html)
        if html.strip():
            self._sheet.lines.extend(lines)
            self._sheet.place(PullQuote(html, fence.argument.strip('"“”')))
            if fence.argument:
                self._sheet.lines.append(fence.argument.strip('"“”'))
        else:
            self._blame_argument(fence, f"{fence.name}：下一行要写引用的话")
        if spilled:
            self._blame_argument(fence, f"{fence.name}：里面不能放图片，图片移到了后面")
        for part in spilled:
            self._sheet.place(part)

    def _person(self, fence: Fence, inner: Nodes) -> None:
        if slug := self._slug(fence, "一位人物在 content/profiles 里的文件夹名"):
            self._sheet.mentions.append(Mention("profile", slug, self._sheet.fence_mark(fence)))
            self._sheet.place(PersonCard(slug))
        self._no_text(fence, inner)

    def _station(self, fence: Fence, inner: Nodes) -> None:
        if slug := self._slug(fence, " stations.yaml 里的一个站点编号"):
            self._sheet.mentions.append(Mention("station", slug, self._sheet.fence_mark(fence)))
            self._sheet.place(StationCard(slug))
        self._no_text(fence, inner)

    def _slug(self, fence: Fence, wanted: str) -> str:
        words = pieces(fence.argument)
        if len(words) != 1:
            self._blame_argument(fence, f"{fence.name}：后面要写{wanted}")
        return words[0] if words else ""

    def _no_text(self, fence: Fence, inner: Nodes) -> None:
        if inner:
            self._blame_argument(fence, f"{fence.name}：里面不用写文字，写了的文字移到了卡片后面")
            self._plainly(inner)

    def _video(self, fence: Fence, inner: Nodes) -> None:
        words = pieces(fence.argument)
        where = destinations.destination(words[0]) if len(words) == 1 else None
        if where is None:
            self._blame_argument(fence, f"{fence.name}：后面要写一个以 https:// 开头的网址")
        elif where.kind is not destinations.Kind.EXTERNAL or not where.target.lower().startswith("https:"):
            self._sheet.blame(Flaw.SCHEME, shorten(words[0]), self._sheet.fence_mark(fence))
        else:
            _, lines, spilled = self._sheet.aside(lambda: self._plainly(inner))
            title = " ".join(lines)
            self._sheet.links.append(Link(words[0], title, self._sheet.fence_mark(fence)))
            self._sheet.lines.extend(lines)
            self._sheet.place(VideoLink(where.target, title))
            for part in spilled:
                self._sheet.place(part)
            return
        self._plainly(inner)

    def _names(self, fence: Fence, words: list[str]) -> list[str]:
        """Picture names beside the entry; an address elsewhere is a defect."""
        names: list[str] = []
        mark = self._sheet.fence_mark(fence)
        for word in words:
            where = destinations.destination(word)
            if where.kind is not destinations.Kind.INTERNAL:
                self._sheet.blame(Flaw.PICTURE, shorten(word), mark)
            elif where.target:
                names.append(where.target.removeprefix("./"))
                self._sheet.pictures.append(Picture(names[-1], "", mark))
        return names

    def _caption(self, inner: Nodes) -> tuple[str, list[str], list[BodyPart]]:
        """A caption's HTML (paragraphs as lines, anything else as plain text), its words, and pictures inside it."""
        shown: list[str] = []
        words: list[str] = []
        spilled: list[BodyPart] = []
        for node in inner:
            paragraph = isinstance(node.node_value, comrak.Paragraph)
            html, lines, parts = self._sheet.aside(
                partial(self._line, node) if paragraph else partial(self._plainly, [node])
            )
            spilled += parts
            words += lines
            shown += [html.strip()] if paragraph and lines else [] if paragraph else map(escape, lines)
        return clean("<br>".join(shown)), [" ".join(words)] if words else [], spilled

    def _line(self, node: comrak.AstNode) -> None:
        self._inlines.write(node.children)
        self._sheet.end_line()


def _half_width(fence: Fence) -> str:
    """The directive's line as it should be."""
    return " ".join(filter(None, (":::", fence.name, fence.argument)))


def _closes(fence: Fence | None) -> bool:
    return fence is not None and fence.role is Role.CLOSES


def _take_files(spilled: list[BodyPart]) -> list[str]:
    return [part.file for part in spilled if isinstance(part, Figure)]


def _is_shown(part: BodyPart, names: list[str]) -> bool:
    return isinstance(part, Figure) and part.file in names
