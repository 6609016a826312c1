"""Every mistake mended after publication, on whichever entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.parts import Correction


class Corrected(NamedTuple):
    """A correction and the public entry that it stands on."""

    entry: Entry
    correction: Correction


def corrections_made(entries: Iterable[Entry]) -> Sequence[Corrected]:
    """All corrections of ``entries``, newest first; those of one day by the entry's id, in the entry's order."""
    found = [
        Corrected(entry, correction)
        for entry in entries
        if entry.kind is not Kind.STATION
        for correction in entry.meta.corrections
    ]
    found.sort(key=lambda each: each.entry.id)
    found.sort(key=lambda each: each.correction.date, reverse=True)
    return found
