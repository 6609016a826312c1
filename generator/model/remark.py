"""What a rule about wording says of a place in a text, found while the text is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .diagnostic import Mark
from .fields import Record
from .kinds import Kind


class Spot(NamedTuple):
    """A stretch of a source text, and what is wrong with it; ``start`` is an index into the whole file's text.

    ``instead`` is what should stand there, None where only a person can tell.
    """

    rule: str
    start: int
    length: int
    message: str
    hint: str = ""
    instead: str | None = None


class Remark(NamedTuple):
    """A spot with its place in the file. Kept with the entry, so that a text is looked at once."""

    rule: str
    mark: Mark
    message: str
    hint: str = ""
    instead: str | None = None


ScanText = Callable[[str, int, Kind, Record], list[Spot]]
"""Looks at a source text: its metadata end where the number says; kind and metadata of the entry."""
