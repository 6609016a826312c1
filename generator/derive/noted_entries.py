"""Entries that note who looks at them: what a page has read is what it must be made again for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.body import Outline
from generator.model.catalogue import Entry
from generator.model.photo import PhotoFile
from generator.model.remark import Remark

Notes = set[str]
"""Ids of entries whose content was looked at since the notes were last emptied."""


class NotedEntry(Entry):
    """An entry that adds its id to ``notes`` whenever something is read that an edit could change.

    Its id and kind cannot change, another entry would have them; where it lies (``path``) is shown nowhere.
    """

    __slots__ = ("_entry", "_notes")

    _entry: Entry
    _notes: Notes

    def __init__(self, entry: Entry, notes: Notes) -> None:
        for name, value in (
            ("id", entry.id),
            ("kind", entry.kind),
            ("path", entry.path),
            ("_entry", entry),
            ("_notes", notes),
        ):
            object.__setattr__(self, name, value)

    @property
    def meta(self) -> Any:
        self._notes.add(self.id)
        return self._entry.meta

    @property
    def outline(self) -> Outline:
        self._notes.add(self.id)
        return self._entry.outline

    @property
    def photos(self) -> Mapping[str, PhotoFile]:
        self._notes.add(self.id)
        return self._entry.photos

    @property
    def files(self) -> Mapping[str, str]:
        self._notes.add(self.id)
        return self._entry.files

    @property
    def digest(self) -> str:
        self._notes.add(self.id)
        return self._entry.digest

    @property
    def body_digest(self) -> str:
        self._notes.add(self.id)
        return self._entry.body_digest

    @property
    def frame(self) -> str:
        self._notes.add(self.id)
        return self._entry.frame

    @property
    def row(self) -> str:
        self._notes.add(self.id)
        return self._entry.row

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What rules found in the text; no page shows it, so nobody need note it."""
        return self._entry.remarks
