"""The search index of a build: what changed is made anew, the rest stays as it is public."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.derive.site_data import SiteData
from generator.model.catalogue import Entry
from generator.publish.manifest import Manifest
from generator.read.cache_file import load_cached, save_cached
from generator.read.store import EntryStore, shard_of
from generator.render.opening_words import hours_in_words
from generator.search.documents import Shown
from generator.search.facets import facets
from generator.search.facts import Names
from generator.search.folding import TABLE
from generator.search.manifest import MANIFEST, block_address, manifest, named, places_address, shard_address, tables
from generator.search.numbering import Numbering
from generator.search.words import sounds, synonyms, words

from .search_buckets import BucketStore, Change, Pictured, bucket_signature, refresh_bucket
from .search_files import BucketLost, Work, write_blocks, write_shards
from .workers import SerialExecutor, make_executor

FEW = 12
"""Up to so many buckets are made faster in this process than processes are started."""


@dataclass(frozen=True, slots=True)
class _State:
    """The index as it was last made: numbering, and the digests of shards, with their places, and of text blocks."""

    numbering: Numbering
    shards: list[tuple[str, str]]
    blocks: list[str]


@dataclass(slots=True)
class _Task:
    """What forked processes find."""

    store: BucketStore
    texts: EntryStore
    names: Names
    members: Mapping[int, Sequence[Pictured]]
    signatures: Mapping[int, str]
    work: Work


_task: _Task | None = None


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Builds the index of a site into a folder.

    ``cache`` keeps what an edit does not change; ``version`` is the program's; ``texts`` holds the
    entries' texts. ``pictures`` gives the address of the small picture that stands for an entry, and the files
    whose captions its page shows.
    """

    cache: Path
    version: str
    texts: EntryStore
    pictures: Callable[[Entry], tuple[str, tuple[str, ...]]]

    def write(self, data: SiteData, target: Path, live: Manifest, jobs: int) -> dict[str, str]:
        """Write what is not ``live`` below ``target``; all files of the index, path to fingerprint."""
        entries = {id: data.catalogue.entries[id] for id in data.public.by_id}
        numbering = Numbering.of(entries.values())
        readings = {each.text: each.pinyin for each in data.catalogue.settings.readings}
        names = Names(data.catalogue.vocabularies, readings, data.public, hours_in_words)
        members: dict[int, list[Pictured]] = {}
        for id in numbering.order:
            members.setdefault(shard_of(id), []).append(Pictured(entries[id], Shown(*self.pictures(entries[id]))))
        common = _digest_of_names(names)
        signatures = {bucket: bucket_signature(here, names, common) for bucket, here in members.items()}
        store = BucketStore(self.cache, self.version)
        work = Work(
            store,
            numbering,
            {bucket: [each.entry.id for each in here] for bucket, here in members.items()},
            {path: output.fingerprint for path, output in live.items() if path.startswith("search/")},
            target,
        )
        before = self._load()
        save_cached(self._state_file, self.version, None)  # until all is made again, nothing is known
        task = _Task(store, self.texts, names, members, signatures, work)
        try:
            state = _make(task, before, jobs)
        except BucketLost:  # the cache was damaged: all of it is made again
            shutil.rmtree(self.cache, ignore_errors=True)
            state = _make(task, None, jobs)
        files = _listed(state, work, [entries[id] for id in numbering.order], names)
        save_cached(self._state_file, self.version, state)
        return files

    @property
    def _state_file(self) -> Path:
        return self.cache / "state.pickle"

    def _load(self) -> _State | None:
        found = load_cached(self._state_file, self.version)
        return found if isinstance(found, _State) else None


def _make(task: _Task, before: _State | None, jobs: int) -> _State:
    """Refresh buckets, then make the shards and blocks that change or are not public."""
    global _task
    numbering, live = task.work.numbering, task.work.live
    stale = [bucket for bucket, sign in task.signatures.items() if task.store.signature(bucket) != sign]
    _task = task
    try:
        with _executor(jobs, len(stale)) as pool:
            changes = list(pool.map(_refresh, stale))
        if before is None or before.numbering != numbering or None in changes:
            shards, blocks = list(range(1 << numbering.bits)), list(range(numbering.blocks))
            made_shards: dict[int, tuple[str, str]] = {}
            made_blocks: dict[int, str] = {}
        else:
            known = [change for change in changes if change is not None]
            made_shards, made_blocks = dict(enumerate(before.shards)), dict(enumerate(before.blocks))
            absent = _absent(shard_address, enumerate(shard for shard, _ in before.shards), live)
            absent |= _absent(places_address, enumerate(places for _, places in before.shards), live)
            shards = sorted(absent | _touched_shards(known, numbering.bits))
            absent = _absent(block_address, enumerate(before.blocks), live)
            blocks = sorted(absent | _touched_blocks(known, numbering))
        amount = (len(shards) + len(blocks)) // 64
        with _executor(jobs, amount) as pool:
            parts = jobs if amount > FEW else 1
            shard_parts = [pool.submit(_shards, part) for part in _split(shards, parts)]
            block_parts = [pool.submit(_blocks, part) for part in _split(blocks, parts)]
            for shard_part in shard_parts:
                made_shards.update(shard_part.result())
            for block_part in block_parts:
                made_blocks.update(block_part.result())
    finally:
        _task = None
    return _State(
        numbering,
        [made_shards[number] for number in range(1 << numbering.bits)],
        [made_blocks[number] for number in range(numbering.blocks)],
    )


def _executor(jobs: int, amount: int) -> Executor:
    return make_executor(jobs) if amount > FEW else SerialExecutor()


def _split(numbers: Sequence[int], parts: int) -> list[Sequence[int]]:
    step = max(1, -(-len(numbers) // parts))
    return [numbers[start : start + step] for start in range(0, len(numbers), step)]


def _absent(address: Callable[[int, str], str], made: Iterable[tuple[int, str]], live: Mapping[str, str]) -> set[int]:
    """What is not public as it was made."""
    return {number for number, digest in made if live.get(address(number, digest)) != digest}


def _touched_shards(changes: Iterable[Change], bits: int) -> set[int]:
    return {term >> (16 - bits) for change in changes for term in change.terms}


def _touched_blocks(changes: Iterable[Change], numbering: Numbering) -> set[int]:
    touched = {id for change in changes for id in change.documents}
    return (
        {numbering.block_of(number) for number, id in enumerate(numbering.order) if id in touched} if touched else set()
    )


def _refresh(bucket: int) -> Change | None:
    task = _current()
    return refresh_bucket(task.store, task.texts, bucket, task.members[bucket], task.names, task.signatures[bucket])


def _shards(numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    return write_shards(_current().work, numbers)


def _blocks(numbers: Sequence[int]) -> dict[int, str]:
    return write_blocks(_current().work, numbers)


def _current() -> _Task:
    assert _task is not None, "forked without work"
    return _task


def _listed(state: _State, work: Work, entries: Sequence[Entry], names: Names) -> dict[str, str]:
    """Write the small files; all files of the index with their digests."""
    files = {shard_address(number, digest): digest for number, (digest, _) in enumerate(state.shards)}
    files.update((places_address(number, digest), digest) for number, (_, digest) in enumerate(state.shards))
    files.update((block_address(number, digest), digest) for number, digest in enumerate(state.blocks))

    def put(address: str, content: bytes) -> str:
        files[address] = work.put(address, content)
        return address

    others = {
        "facets": ("facets", "json", facets(entries, names)),
        "words": ("words", "json", words(entries, names)),
        "synonyms": ("synonyms", "json", synonyms(names.vocabularies.synonym.values())),
        "traditional": ("traditional", "txt", TABLE.read_bytes()),
        "sounds": ("sounds", "txt", sounds()),
    }
    where = {key: put(named(*parts), parts[2]) for key, parts in others.items()}
    digests = {
        "shards": [digest for digest, _ in state.shards],
        "places": [digest for _, digest in state.shards],
        "texts": state.blocks,
    }
    named_by = {
        folder: [put(named(folder, "bin", table), table) for table in tables(found)]
        for folder, found in digests.items()
    }
    put(MANIFEST, manifest(work.numbering, named_by, where))
    return files


def _digest_of_names(names: Names) -> str:
    """What all documents depend on: names that ids stand for, and readings."""
    registers = ("district", "street", "community", "organisation", "station-kind", "category", "honour")
    value: list[Any] = [
        [[id, record.name] for id, record in names.vocabularies.named(register).items()] for register in registers
    ]
    text = json.dumps([*value, dict(names.readings)], ensure_ascii=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()
