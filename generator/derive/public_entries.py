"""The public part of the catalogue, and how references lead through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import Kind
from generator.model.links import linked_entry

from .noted_entries import NotedEntry, Notes


@dataclass(frozen=True, slots=True)
class PublicEntries:
    """Public entries ``by_id``, and those of each kind ``by_slug``, former slugs included.

    A reference to anything else leads nowhere: what is not public is not even hinted at.
    All of them write into ``notes`` when their content is looked at.
    """

    catalogue: Catalogue
    by_id: Mapping[str, Entry]
    by_slug: Mapping[Kind, Mapping[str, Entry]]
    notes: Notes

    @classmethod
    def of(cls, catalogue: Catalogue, public: frozenset[str]) -> PublicEntries:
        """Narrow the catalogue to the ids in ``public``."""
        notes: Notes = set()
        by_id: dict[str, Entry] = {
            id: NotedEntry(entry, notes) for id, entry in catalogue.entries.items() if id in public
        }
        by_slug = {
            kind: {
                slug: by_id[entry.id]
                for slug, entry in {**catalogue.alias_slugs[kind], **catalogue.by_kind[kind]}.items()
                if entry.id in by_id
            }
            for kind in Kind
        }
        return cls(catalogue, by_id, by_slug, notes)

    def find(self, kind: Kind, slug: str | None) -> Entry | None:
        """The public entry that a reference means."""
        return self.by_slug[kind].get(slug) if slug else None

    def found(self, kind: Kind, slugs: Iterable[str]) -> Iterator[Entry]:
        """The public ones among the entries that references mean, each once, in the references' order."""
        index = self.by_slug[kind]
        return iter({entry.id: entry for entry in map(index.get, slugs) if entry is not None}.values())

    def linked(self, entry_id: str) -> Entry | None:
        """The public entry at an id, or one that had this id before."""
        entry = linked_entry(self.catalogue, entry_id)
        return self.by_id.get(entry.id) if entry is not None else None

    def of_kind(self, kind: Kind) -> list[Entry]:
        """Public entries of one kind by id."""
        return [entry for entry in self.by_id.values() if entry.kind is kind]
