"""A text as a row of blocks, from which every form of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Run(NamedTuple):
    """Characters set alike. ``url`` is a full address, "" for what is no link."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    raised: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 2 to 6, as on the page."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; line breaks inside it are ``\\n``."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Quote:
    """Paragraphs set off; ``speaker`` may be empty."""

    paragraphs: tuple[Runs, ...]
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list. ``mark`` is its number with a full stop, or ""; ``depth`` is 0 for the outermost list."""

    runs: Runs
    mark: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; ``headed`` says that the first row names the columns."""

    rows: tuple[tuple[Runs, ...], ...]
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A line across the text."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a picture stands: ``file`` is its name beside the entry; a ``caption`` overrides the picture's own."""

    file: str
    caption: str = ""


Block = Heading | Paragraph | Quote | Item | Table | Break | Picture


class Sections(NamedTuple):
    """Where the entry's own text stands among other blocks: its sections from ``first`` up to ``last``; a section
    begins at each heading of level 2, the first with the text itself."""

    first: int = 0
    last: int = 1_000_000


def line(text: str, bold: bool = False) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text, bold),))


def plain(runs: Runs) -> str:
    """The characters of some runs."""
    return "".join(run.text for run in runs)
