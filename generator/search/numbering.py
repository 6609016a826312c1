"""Which number a document has, and in which files it is found.

Stations come first, by id, then everything with a date, oldest first: a new page gets a high
number and moves few others, and the newest results of a query lie together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.kinds import Kind

from .facts import moment_of

SHARD_CHARACTERS = 8192
"""So many characters of text make a shard of about five kilobytes, and as much for its places."""
SMALL_SHARD_CHARACTERS = 2048
SMALL_BITS = 9
"""In a small site most pairs are in one text and stand in a directory for it: up to so many shards have fewer characters."""
MOST_SHARD_BITS = 16
STATIONS_TOGETHER = 32
"""Stations in a text block; they have few words."""
PAGES_TOGETHER = 2
"""Other pages in a text block: ten results from anywhere cost ten blocks of some five kilobytes, compressed."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """``order`` holds the ids by number; the first ``stations`` of them are stations; there are ``2 ** bits`` shards."""

    order: tuple[str, ...]
    stations: int
    bits: int

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Numbering:
        """The numbering of a site's public entries."""
        ranked: list[tuple[bool, str, str]] = []
        characters = 0
        for entry in entries:
            moment = moment_of(entry)
            when = moment.isoformat() if moment else ""
            ranked.append((entry.kind is not Kind.STATION, when, entry.id))
            characters += entry.outline.characters + 64
        ranked.sort()
        small = min(SMALL_BITS, max(1, (characters // SMALL_SHARD_CHARACTERS).bit_length()))
        bits = min(MOST_SHARD_BITS, max(small, (characters // SHARD_CHARACTERS).bit_length()))
        return cls(tuple(id for _, _, id in ranked), sum(not dated for dated, _, _ in ranked), bits)

    @property
    def blocks(self) -> int:
        """How many text blocks there are."""
        return self.block_of(len(self.order) - 1) + 1 if self.order else 0

    def block_of(self, number: int) -> int:
        """The text block of a document."""
        if number < self.stations:
            return number // STATIONS_TOGETHER
        return self._station_blocks + (number - self.stations) // PAGES_TOGETHER

    def members(self, block: int) -> tuple[str, ...]:
        """The ids in a text block, by number."""
        if block < self._station_blocks:
            return self.order[block * STATIONS_TOGETHER : min(self.stations, (block + 1) * STATIONS_TOGETHER)]
        first = self.stations + (block - self._station_blocks) * PAGES_TOGETHER
        return self.order[first : first + PAGES_TOGETHER]

    @property
    def _station_blocks(self) -> int:
        return -(-self.stations // STATIONS_TOGETHER)
