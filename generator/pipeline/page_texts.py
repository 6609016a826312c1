"""The texts that pages show, fetched in few strokes from where they are kept."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.body import Body
from generator.model.page import Page
from generator.read.store import BodyReader, EntryStore, shard_of


class PageTexts:
    """Fetches texts by entry id.

    Pages of one entry come shard by shard, so the last few shards are kept. Pages of
    several entries (the newest stories stand in many feeds) come in no such order: each
    of their shards is loaded once, and only the texts they want are kept.
    """

    def __init__(self, store: EntryStore, pages: Iterable[Page]) -> None:
        self._store = store
        self._read = BodyReader(store)
        self._kept: dict[str, Body] = {}
        self._wanted: dict[int, set[str]] = {}
        for page in pages:
            for entry_id in page.bodies_of:
                self._wanted.setdefault(shard_of(entry_id), set()).add(entry_id)

    def __call__(self, entry_id: str) -> Body:
        """The text of an entry.

        Raises:
            OSError: the cache that held it vanished since the entries were read.
        """
        shard = shard_of(entry_id)
        wanted = self._wanted.get(shard)
        if wanted is not None and entry_id in wanted:
            if entry_id not in self._kept:
                texts = self._store.load_bodies(shard)
                self._kept.update((each, texts[each]) for each in wanted & texts.keys())
            if entry_id in self._kept:
                return self._kept[entry_id]
        return self._read(entry_id)
