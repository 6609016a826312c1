"""What a document consists of, whatever program wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of text in one look. ``note`` is the number of a footnote that stands here, 0 for none."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    note: int = 0


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` as the document counts; 0 is the title of the whole."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``centred`` and ``small`` are hints at captions, ``caption`` says that the document calls it one."""

    runs: Runs
    centred: bool = False
    small: bool = False
    caption: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list; ``level`` counts from 0."""

    level: int
    ordered: bool
    runs: Runs


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; all rows have the same number of cells."""

    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """``data`` is the file; ``name`` what it was called, "" when it had no name of its own."""

    data: bytes
    name: str = ""
    caption: str = ""
    credit: str = ""


Block = Heading | Paragraph | Item | Table | Picture


@dataclass(slots=True)
class Draft:
    """A document as read. ``losses`` say in Chinese what was not carried over, or only in another way."""

    blocks: list[Block] = field(default_factory=list)
    notes: dict[int, Runs] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)
    title: str = ""
    unit: str = ""
    contributor: str = ""
    source: str = ""
    """The account or medium where the text appeared first, with its address in ``source_url``."""
    source_url: str = ""

    def lose(self, what: str) -> None:
        """Note a loss, once."""
        if what not in self.losses:
            self.losses.append(what)


def words(runs: Runs) -> str:
    """The text of some runs, on one line."""
    return " ".join("".join(run.text for run in runs).split())
