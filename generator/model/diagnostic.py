"""Problems in content, as values that are collected and reported together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How a problem weighs: an error stops publication, a warning should be mended, advice may be ignored."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that sorting puts errors first."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


class Mark(NamedTuple):
    """A place in a source file.

    ``line`` and ``column`` count from 1, in characters of the decoded text; 0 means
    "the whole file" (line) or "the whole line" (column). ``length`` is the number of
    characters to underline.
    """

    line: int = 0
    column: int = 0
    length: int = 1


WHOLE_FILE = Mark()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place, in words an editor understands.

    ``path`` is relative to the project root with forward slashes. ``message`` says what
    is wrong and ``hint`` how to mend it, both in Chinese; ``rule`` is a permanent id. ``instead`` is what should stand
    in the place of the marked characters, None where only a person can tell.
    """

    path: str
    mark: Mark
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    instead: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        """Order of a report: by file, then place, then weight."""
        mark = self.mark
        return (self.path, mark.line, mark.column, self.severity.rank, self.rule, self.message)
