"""What was read stays read: parsed entries on disk, metadata apart from texts, in shards.

An edit rewrites the two small files of one shard. Every build loads all metadata shards;
texts are loaded for pages that are written.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from generator.model.body import EMPTY_OUTLINE, Body, Outline
from generator.model.catalogue import Entry
from generator.model.diagnostic import Diagnostic
from generator.model.fields import Record
from generator.model.remark import ScanText

from .bundle import InspectPhoto, read_bundle
from .cache_file import load_cached, save_cached
from .tree import Bundle

SHARDS = 128
"""At 10,000 entries a shard holds 80 of them: 0.4 MB of text to rewrite for an edit."""

TICK_NS = 20_000_000
"""Files touched within this time before the scan may change once more without a new mtime
(a kernel tick is up to 10 ms), so they are read again by the next build."""


class Stored(NamedTuple):
    """A bundle's outcome and the signature of the files it was made from ("" is never current).

    ``entry`` is None while the files have errors; ``last_good`` is then the entry as it was
    before, whose text stays in the shard, for the preview, and ``outline`` is of the text that
    is there now, ``sketch`` what can be understood of the metadata, so that both are checked all the same.
    """

    signature: str
    entry: Entry | None
    diagnostics: tuple[Diagnostic, ...]
    last_good: Entry | None = None
    outline: Outline = EMPTY_OUTLINE
    sketch: Record | None = None


Shard = dict[str, Stored]


def shard_of(entry_id: str) -> int:
    """The shard an entry belongs to; the same on every machine."""
    return crc32(entry_id.encode()) % SHARDS


def signature(bundle: Bundle, scanned_ns: int) -> str:
    """What tells whether any file of a bundle changed since ``scanned_ns`` (the file system's clock)."""
    newest = max(file.mtime_ns for file in bundle.files)
    if newest > scanned_ns - TICK_NS:
        return ""
    return "|".join(f"{name}:{size}:{mtime}" for name, size, mtime in bundle.files)


@dataclass(frozen=True, slots=True)
class EntryStore:
    """The cache in ``folder``. Files written by another ``version`` of the program count as absent.

    ``over`` are texts, by entry id, that stand in the place of those in the cache.
    """

    folder: Path
    version: str
    over: Mapping[str, Body] = field(default_factory=dict)

    def load(self, shard: int) -> Shard:
        """A shard's metadata; empty when there is none, or it cannot be used, or its texts are not those it was saved with."""
        found = load_cached(self._path("entries", shard), self.version)
        if not isinstance(found, tuple) or found[0] != self._texts_stamp(shard):
            return {}
        entries: Shard = found[1]
        return entries

    def load_bodies(self, shard: int) -> dict[str, Body]:
        """A shard's texts by entry id."""
        found = load_cached(self._path("bodies", shard), self.version)
        texts = found if isinstance(found, dict) else {}
        return texts | {id: body for id, body in self.over.items() if shard_of(id) == shard} if self.over else texts

    def save(self, shard: int, entries: Shard, bodies: Mapping[str, Body]) -> None:
        """Replace a shard. Texts first: metadata that is current never lacks its text."""
        save_cached(self._path("bodies", shard), self.version, dict(bodies))
        save_cached(self._path("entries", shard), self.version, (self._texts_stamp(shard), entries))

    def _path(self, part: str, shard: int) -> Path:
        return self.folder / part / f"{shard:02x}.pickle"

    def _texts_stamp(self, shard: int) -> tuple[int, int] | None:
        """Tells, without reading them, whether a shard's texts are still the ones that were saved."""
        try:
            stat = self._path("bodies", shard).stat()
        except OSError:
            return None
        return stat.st_size, stat.st_mtime_ns


def refresh_shard(
    root: Path,
    store: EntryStore,
    shard: int,
    bundles: Sequence[tuple[Bundle, str]],
    inspect: InspectPhoto,
    scan: ScanText | None = None,
) -> int:
    """Read again what changed in one shard, drop what is gone, and write it; the number of bundles read.

    ``bundles`` are all bundles of the shard with their signatures, which must tell too whether ``scan`` is
    still the same. A module-level function
    of plain values, so that it can run in another process.
    """
    old, old_bodies = store.load(shard), store.load_bodies(shard)
    entries: Shard = {}
    bodies: dict[str, Body] = {}
    read = 0
    for bundle, sign in bundles:
        known = old.get(bundle.id)
        if known is not None and sign and known.signature == sign and (known.entry is None or bundle.id in old_bodies):
            entries[bundle.id] = known
            if bundle.id in old_bodies:
                bodies[bundle.id] = old_bodies[bundle.id]
            continue
        outcome = read_bundle(root, bundle, inspect, scan)
        read += 1
        if outcome.entry is not None:
            entries[bundle.id] = Stored(sign, outcome.entry, outcome.diagnostics)
            bodies[bundle.id] = outcome.body
        else:
            last_good = known and (known.entry or known.last_good)
            entries[bundle.id] = Stored(sign, None, outcome.diagnostics, last_good, outcome.outline, outcome.sketch)
            if last_good is not None and bundle.id in old_bodies:
                bodies[bundle.id] = old_bodies[bundle.id]
    store.save(shard, entries, bodies)
    return read


class BodyReader:
    """Fetches texts by entry id, keeping the last few shards: pages are written shard by shard."""

    def __init__(self, store: EntryStore, keep: int = 4) -> None:
        self._load = lru_cache(maxsize=keep)(store.load_bodies)

    def __call__(self, entry_id: str) -> Body:
        """The text of an entry.

        Raises:
            OSError: the cache that held it vanished since the entries were read.
        """
        try:
            return self._load(shard_of(entry_id))[entry_id]
        except KeyError:
            raise OSError(errno.ESTALE, "缓存里的正文不见了，请再生成一次", entry_id) from None
