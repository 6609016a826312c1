"""The search terms and packed texts of all documents, kept on disk in buckets, so that an edit costs one bucket.

A bucket holds the entries of one shard of the texts' store. Nothing in it depends on other
buckets: documents are numbered within it, in the order that they have in the whole index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.read.cache_file import load_cached, save_cached
from generator.read.store import EntryStore
from generator.search.documents import Shown, document, heard_title
from generator.search.facts import Names, facts
from generator.search.terms import Keys, term_keys

from .search_keys import SECTIONS, Halves, load_keys, save_keys


class Pictured(NamedTuple):
    """An entry and the pictures that stand for it and on its page."""

    entry: Entry
    shows: Shown


class Change(NamedTuple):
    """What a bucket has got or lost: ids of documents, and the first 16 bits of terms' hashes."""

    documents: frozenset[str]
    terms: frozenset[int]


@dataclass(frozen=True, slots=True)
class BucketStore:
    """Buckets in ``folder``. Files written by another ``version`` of the program count as absent."""

    folder: Path
    version: str

    def signature(self, bucket: int) -> str | None:
        """What the bucket was made from; None when there is none."""
        found = load_cached(self._path("signs", bucket), self.version)
        return found if isinstance(found, str) else None

    def keys(self, bucket: int, sections: Sequence[int] = range(SECTIONS)) -> Halves | None:
        """The keys in some sections (``search_keys``); None when they are lost."""
        return load_keys(self._path("keys", bucket, "keys"), self.version, sections)

    def texts(self, bucket: int) -> dict[str, bytes] | None:
        """Packed documents by id; None when they are lost."""
        found = load_cached(self._path("texts", bucket), self.version)
        return found if isinstance(found, dict) else None

    def save(self, bucket: int, signature: str, keys: Halves, texts: dict[str, bytes]) -> None:
        """Replace a bucket; its signature last."""
        save_cached(self._path("signs", bucket), self.version, None)
        save_keys(self._path("keys", bucket, "keys"), self.version, keys)
        save_cached(self._path("texts", bucket), self.version, texts)
        save_cached(self._path("signs", bucket), self.version, signature)

    def _path(self, part: str, bucket: int, suffix: str = "pickle") -> Path:
        return self.folder / part / f"{bucket:02x}.{suffix}"


def bucket_signature(members: Sequence[Pictured], names: Names, common: str) -> str:
    """What tells of everything a bucket is made from; ``common``, with which it begins, of what all documents depend on."""
    digest = blake2b(digest_size=16)
    for entry, shows in members:
        # All stations are rows of one file, whose digest each of them has.
        own = entry.meta.model_dump_json() if entry.kind is Kind.STATION else entry.digest
        # What a feature says depends on which of the entries that it names are public.
        said = "\n".join(facts(entry, shows.captioned, names)) if entry.kind is Kind.FEATURE else ""
        digest.update(f"{entry.id}\0{own}\0{shows}\0{said}\n".encode("utf-8", "surrogatepass"))
    return f"{common} {digest.hexdigest()}"


def refresh_bucket(
    store: BucketStore, texts: EntryStore, bucket: int, members: Sequence[Pictured], names: Names, signature: str
) -> Change | None:
    """Make a bucket anew; what changed in it, or None when that cannot be said because there was none."""
    bodies: Mapping[str, Any] = texts.load_bodies(bucket)
    sign = store.signature(bucket)
    rows = None if sign is None else store.texts(bucket)
    # To load the dictionary of pinyin takes longer than an edit may: titles are read only when they are new.
    same_readings = sign is not None and sign.split()[0] == signature.split()[0]
    heard = {id: heard_title(row) for id, row in (rows or {}).items()} if same_readings else {}
    documents = [
        document(entry, bodies[entry.id].plain if entry.id in bodies else "", shows, names, heard.get(entry.id))
        for entry, shows in members
    ]
    keys = _halves(term_keys(documents))
    packed = {each.id: each.packed() for each in documents}
    before = None if rows is None else store.keys(bucket)
    store.save(bucket, signature, keys, packed)
    if rows is None or before is None:
        return None
    if list(rows) != list(packed):  # documents moved within the bucket: nothing can be compared
        return None
    changed = np.setxor1d(_whole(before), _whole(keys), assume_unique=True)
    return Change(
        frozenset(id for id, _ in rows.items() ^ packed.items()),
        frozenset((changed >> np.uint64(48)).tolist()),
    )


def _halves(keys: Keys) -> Halves:
    return (keys >> np.uint64(32)).astype(np.uint32), keys.astype(np.uint32)


def _whole(halves: Halves) -> Keys:
    keys: Keys = halves[0].astype(np.uint64) << np.uint64(32) | halves[1]
    return keys
