"""What was read stays read: parsed entries on disk, metadata apart from texts, in shards.

An edit rewrites the two small files of one shard. Every build loads all metadata shards;
texts are loaded for pages that are written.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from generator.model.body import EMPTY_BODY, Body
from generator.model.catalogue import Entry
from generator.model.diagnostic import Diagnostic

from .bundle import InspectPhoto, read_bundle
from .tree import Bundle

SHARDS = 128
"""At 10,000 entries a shard holds 80 of them: 0.4 MB of text to rewrite for an edit."""

TICK_NS = 20_000_000
"""Files touched within this time before the scan may change once more without a new mtime
(a kernel tick is up to 10 ms), so they are read again by the next build."""


class Stored(NamedTuple):
    """A bundle's outcome and the signature of the files it was made from ("" is never current).

    ``entry`` is None while the files have errors; ``last_good`` is then the entry as it was
    before, whose text stays in the shard, for the preview.
    """

    signature: str
    entry: Entry | None
    diagnostics: tuple[Diagnostic, ...]
    last_good: Entry | None = None


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
    """The cache in ``folder``. Files written by another ``version`` of the program count as absent."""

    folder: Path
    version: str

    def load(self, shard: int) -> Shard:
        """A shard's metadata; empty when there is none or it cannot be used."""
        found = self._read(self._path("entries", shard))
        return found if isinstance(found, dict) else {}

    def load_bodies(self, shard: int) -> dict[str, Body]:
        """A shard's texts by entry id."""
        found = self._read(self._path("bodies", shard))
        return found if isinstance(found, dict) else {}

    def save(self, shard: int, entries: Shard, bodies: Mapping[str, Body]) -> None:
        """Replace a shard. Texts first: metadata that is current never lacks its text."""
        self._write(self._path("bodies", shard), dict(bodies))
        self._write(self._path("entries", shard), entries)

    def _path(self, part: str, shard: int) -> Path:
        return self.folder / part / f"{shard:02x}.pickle"

    def _read(self, path: Path) -> Any:
        try:
            version, content = pickle.loads(path.read_bytes())
        except FileNotFoundError:
            return None
        except Exception:  # a cache that cannot be read is no cache, whatever is wrong with it
            return None
        return content if version == self.version else None

    def _write(self, path: Path, content: Any) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(pickle.dumps((self.version, content), protocol=5))
        fresh.replace(path)


def refresh_shard(
    root: Path, store: EntryStore, shard: int, bundles: Sequence[tuple[Bundle, str]], inspect: InspectPhoto
) -> int:
    """Read again what changed in one shard, drop what is gone, and write it; the number of bundles read.

    ``bundles`` are all bundles of the shard with their signatures. A module-level function
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
        outcome = read_bundle(root, bundle, inspect)
        read += 1
        if outcome.entry is not None:
            entries[bundle.id] = Stored(sign, outcome.entry, outcome.diagnostics)
            bodies[bundle.id] = outcome.body
        else:
            last_good = known and (known.entry or known.last_good)
            entries[bundle.id] = Stored(sign, None, outcome.diagnostics, last_good)
            if last_good is not None and bundle.id in old_bodies:
                bodies[bundle.id] = old_bodies[bundle.id]
    store.save(shard, entries, bodies)
    return read


class BodyReader:
    """Fetches texts by entry id, keeping the last few shards: pages are written shard by shard."""

    def __init__(self, store: EntryStore, keep: int = 4) -> None:
        self._load = lru_cache(maxsize=keep)(store.load_bodies)

    def __call__(self, entry_id: str) -> Body:
        """The text of an entry, empty when it has none."""
        return self._load(shard_of(entry_id)).get(entry_id, EMPTY_BODY)
