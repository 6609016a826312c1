"""Entries that note who looks at them: what a page has read is what it must be made again for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.body import Outline
from generator.model.catalogue import Entry
from generator.model.photo import PhotoFile

Notes = set[str]
"""Ids of entries whose content was looked at since the notes were last emptied."""


class NotedEntry(Entry):
    """An entry that adds its id to ``notes`` whenever something is read that an edit could change.

    Its id, kind and path are no content: they cannot change, another entry would have them.
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

    def _noted(self) -> Entry:
        self._notes.add(self.id)
        return self._entry

    @property
    def meta(self) -> Any:
        return self._noted().meta

    @property
    def outline(self) -> Outline:
        return self._noted().outline

    @property
    def photos(self) -> Mapping[str, PhotoFile]:
        return self._noted().photos

    @property
    def files(self) -> Mapping[str, str]:
        return self._noted().files

    @property
    def digest(self) -> str:
        return self._noted().digest

    @property
    def body_digest(self) -> str:
        return self._noted().body_digest

    @property
    def frame(self) -> str:
        return self._noted().frame
