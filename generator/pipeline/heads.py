"""Entries by their metadata alone, each read when it is asked for: who verifies reviews needs no texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model.catalogue import Entry
from generator.read.bundle import read_head
from generator.read.tree import Tree


class Heads(Mapping[str, Entry]):
    """The entries of a tree, and stations. One that cannot be read is in it, and asking for it is a ``KeyError``."""

    def __init__(self, root: Path, tree: Tree, stations: Mapping[str, Entry]) -> None:
        self._root = root
        self._tree = tree
        self._stations = stations
        self._read: dict[str, Entry | None] = {}

    def __getitem__(self, id: str) -> Entry:
        if id in self._stations:
            return self._stations[id]
        if id not in self._read:
            self._read[id] = read_head(self._root, self._tree.bundles[id])
        entry = self._read[id]
        if entry is None:
            raise KeyError(id)
        return entry

    def __iter__(self) -> Iterator[str]:
        return iter(sorted((*self._tree.bundles, *self._stations)))

    def __len__(self) -> int:
        return len(self._tree.bundles) + len(self._stations)

    def only(self, ids: frozenset[str]) -> Heads:
        """Some of them."""
        tree = Tree({id: item for id, item in self._tree.bundles.items() if id in ids}, [], set())
        return Heads(self._root, tree, {id: item for id, item in self._stations.items() if id in ids})
