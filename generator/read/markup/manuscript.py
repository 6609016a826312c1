"""The text that is parsed, and the way back from any place in it to the editor's file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from generator.model.diagnostic import Mark

from . import noise


class Manuscript:
    """An entry's Markdown with some stretches cut out.

    ``text`` is what remains; ``first_line`` the file line on which the original begins.
    Places inside ``text`` are (line from 1, byte column from 1), as the parser counts, or offsets in characters.
    """

    def __init__(self, original: str, first_line: int, cuts: Iterable[tuple[int, int]] = ()) -> None:
        self._original = original
        self._first_line = first_line
        self._cuts: list[tuple[int, int]] = []
        self._bounds: list[int] = []
        """For every cut the offset in ``text`` where it happened."""
        self._removed: list[int] = []
        """How many characters are gone up to and including that cut."""
        kept: list[str] = []
        position = length = 0
        for start, end in sorted(cuts):
            if end <= position:
                continue
            start = max(start, position)
            kept.append(original[position:start])
            length += start - position
            position = end
            self._cuts.append((start, end))
            self._bounds.append(length)
            self._removed.append(end - length)
        self.text = "".join(kept) + original[position:] if self._cuts else original

    @classmethod
    def of(cls, original: str, first_line: int) -> Manuscript:
        """The manuscript of a file's text, without the characters that are noise."""
        if noise.is_quiet(original):
            return cls(original, first_line)
        settled = noise.settle(original)
        return cls(settled, first_line, (match.span() for match in noise.DROPPED.finditer(settled)))

    def without(self, stretches: Iterable[tuple[int, int]]) -> Manuscript:
        """A copy from which further stretches (start and end offset in ``text``) are cut."""
        further = [(self._origin(start), self._origin(end - 1) + 1) for start, end in stretches]
        return Manuscript(self._original, self._first_line, self._cuts + further)

    def offset(self, line: int, column: int) -> int:
        """The offset in ``text`` of a parser's place."""
        start = self._starts[line - 1]
        return start + self._characters(line, column)

    def line_end(self, line: int) -> int:
        """The offset just behind the last character of a line."""
        return self._starts[line - 1] + len(self._lines[line - 1])

    def mark(self, line: int, column: int, length: int = 1) -> Mark:
        """The place in the file; ``length`` in characters, shortened to the end of the line."""
        if not self._cuts:
            start = self._characters(line, column)
            rest = len(self._lines[line - 1]) - start
            return Mark(self._first_line + line - 1, start + 1, max(1, min(length, rest)))
        return self.mark_at(self.offset(line, column), length)

    def mark_at(self, offset: int, length: int = 1) -> Mark:
        """The place in the file of an offset in ``text``."""
        origin = self._origin(offset)
        number = bisect_right(self._original_starts, origin)
        start = self._original_starts[number - 1]
        end = self._original.find("\n", origin)
        rest = (len(self._original) if end < 0 else end) - origin
        return Mark(self._first_line + number - 1, origin - start + 1, max(1, min(length, rest)))

    def span(self, start: tuple[int, int], end: tuple[int, int]) -> Mark:
        """The mark from one parser's place to another (inclusive)."""
        if start[0] == end[0]:
            length = self._characters(*end) - self._characters(*start) + 1
            return self.mark(*start, length)
        first = self.offset(*start)
        return self.mark_at(first, self.offset(*end) - first + 1)

    def _origin(self, offset: int) -> int:
        index = bisect_right(self._bounds, offset)
        return offset + self._removed[index - 1] if index else offset

    def _characters(self, line: int, column: int) -> int:
        if column == 1:
            return 0
        text = self._lines[line - 1]
        if text.isascii():
            return min(column - 1, len(text))
        return len(text.encode()[: column - 1].decode(errors="ignore"))

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return _line_starts(self._lines)

    @cached_property
    def _original_starts(self) -> list[int]:
        return _line_starts(self._original.split("\n")) if self._cuts else self._starts


def _line_starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts
