"""What is written while the parsed text is walked: HTML, plain text and the outline, side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import comrak

from generator.model.body import BodyPart, Defect, Figure, Flaw, Heading, Html, Link, Mention, Picture
from generator.model.diagnostic import Mark

from . import prose
from .directives import Fence
from .manuscript import Manuscript
from .sanitise import clean

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_PLACE = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_BLANKS = re.compile(r"[ \t\n]+")


class Sheet:
    """Collects the results; the writers of inlines, blocks and directives share one.

    In ``html`` a part that is not HTML stands as a marker, so that all HTML can be sanitised in one piece.
    """

    def __init__(self, manuscript: Manuscript, fences: list[Fence], removed: set[str]) -> None:
        self.manuscript = manuscript
        self.fences = fences
        self.removed = removed
        """Names of HTML tags that were taken out and blamed."""
        self.html: list[str] = []
        self.words: list[str] = []
        """The visible text of the block that is being written."""
        self.lines: list[str] = []
        self.fresh = True
        """Nothing visible is written in this block yet."""
        self.broken = False
        """A line break waits to become a blank, or nothing."""
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.mentions: list[Mention] = []
        self.defects: list[Defect] = []
        self.parts: list[BodyPart] = []
        self.spilled: list[BodyPart] | None = None
        """Parts that cannot stand where they were written (in a caption); None outside of captions and quotes."""
        self.placed = 0
        """Parts and footnote references written so far: what makes a block visible without words."""
        self.opening = ""
        self._aside = False
        self.levels = 0

    def mark(self, node: comrak.AstNode) -> Mark:
        """The place of a node in the file, up to the end of its first line."""
        place = node.sourcepos
        start, end = place.start, place.end
        if end.line > start.line:
            return self.manuscript.mark(start.line, start.column, len(self.manuscript.text))
        return self.manuscript.span((start.line, start.column), (end.line, end.column))

    def fence_mark(self, fence: Fence) -> Mark:
        """The place of a directive's line."""
        return self.manuscript.mark(fence.line, fence.indent + 1, len(fence.written))

    def blame(self, flaw: Flaw, detail: str, mark: Mark) -> None:
        """Note a defect."""
        self.defects.append(Defect(flaw, detail, mark))

    def say(self, text: str) -> None:
        """Take text into the visible words (not into the HTML)."""
        self.words.append(text)
        self.fresh = False

    def end_line(self) -> str:
        """Close the block's line of plain text and return it."""
        line = "".join(self.words).strip()
        self.words.clear()
        self.fresh = True
        self.broken = False
        if "  " in line or "\n" in line or "\t" in line:
            line = _BLANKS.sub(" ", line)
        if line:
            self.lines.append(line)
        return line

    def place(self, part: BodyPart) -> None:
        """Put a part where the HTML is now."""
        self.placed += 1
        if self.spilled is not None:
            self.spilled.append(replace(part, inline=False) if isinstance(part, Figure) else part)
            return
        self.html.append(f"{_OPEN}{len(self.parts)}{_CLOSE}")
        self.parts.append(part)

    def begin_with(self, paragraph: str) -> None:
        """Offer a paragraph as the opening of the text; the first one with a word in it is."""
        if not self.opening and not self._aside and any(map(str.isalnum, paragraph)):
            self.opening = prose.opening(paragraph)

    def aside(self, write: Callable[[], None], spills: bool = True) -> tuple[str, list[str], list[BodyPart]]:
        """What ``write`` writes, kept out of the sheet: HTML (not yet sanitised), plain lines, and parts.

        With ``spills`` parts come out separately, framed; without, their markers stay in the HTML.
        """
        kept = self.html, self.lines, self.spilled, self._aside
        html: list[str] = []
        lines: list[str] = []
        spilled: list[BodyPart] = []
        self.html, self.lines, self.spilled, self._aside = html, lines, spilled if spills else None, True
        write()
        self.html, self.lines, self.spilled, self._aside = kept
        return "".join(html), lines, spilled

    def finished_parts(self) -> tuple[BodyPart, ...]:
        """All parts in reading order, HTML sanitised."""
        finished: list[BodyPart] = []
        for number, piece in enumerate(_PLACE.split(clean("".join(self.html)))):
            if number % 2:
                finished.append(self.parts[int(piece)])
            elif piece.strip():
                finished.append(Html(piece, 'href="zoujin:' in piece))
        return tuple(finished)
