"""Files become a catalogue, reading again only what changed."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial

from generator.model.catalogue import Catalogue, Entry
from generator.model.diagnostic import Diagnostic
from generator.model.remark import ScanText
from generator.photos.inspection import inspect_photo
from generator.read.registers import Registers
from generator.read.source import Unreadable
from generator.read.store import EntryStore, Shard, refresh_shard, shard_of
from generator.read.tokens import read_tokens
from generator.read.tree import Bundle
from generator.rules.lexicon import Lexicon, lexicon_of
from generator.rules.scanning import scan_text

from .progress import Progress, silent, watch
from .project import Project, program_version
from .register_cache import registers_of
from .survey import Memory, Survey
from .workers import SerialExecutor

_ATTEMPTS = 30
"""Times a shard is read again while another command writes it: some five seconds."""

SMALL_CHANGE = 3
"""Up to so many changed shards are read in this process: a pool would take longer to start."""


@dataclass(frozen=True)
class Reading:
    """A catalogue, the diagnostics of reading it, the cache its texts lie in, and how many entries were read anew.

    ``last_good`` are the entries that are broken now, as they were before, by id; ``broken_entries`` have the texts they
    have now, and as ``meta`` a sketch (``generator.read.schema.sketch``) or None. ``found`` is what was read.
    """

    catalogue: Catalogue
    store: EntryStore
    last_good: Mapping[str, Entry] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    fresh: int = 0
    broken_entries: list[Entry] = field(default_factory=list)
    found: Survey | None = None


def read_catalogue(
    project: Project,
    found: Survey,
    executor: Executor | None = None,
    progress: Progress = silent,
    memory: Memory | None = None,
) -> Reading:
    """Read what ``found`` says, from the cache where it is current.

    A server that reads again and again gives the same ``memory`` each time, and the cache
    is not even opened for what did not change.
    """
    store = EntryStore(project.cache / "entries", program_version())
    registers = registers_of(project)
    lexicon = lexicon_of(registers.vocabularies)
    scan = partial(scan_text, lexicon)
    shards = _shards(found, lexicon)
    memory = Memory() if memory is None else memory
    stored = {shard: memory.shards.get(shard) or store.load(shard) for shard in shards}
    stale = [shard for shard, members in shards.items() if not _is_current(stored[shard], members)]
    pool = executor if executor is not None and len(stale) > SMALL_CHANGE else SerialExecutor()
    pending = {
        shard: pool.submit(refresh_shard, project.root, store, shard, shards[shard], inspect_photo, scan)
        for shard in stale
    }
    fresh = 0
    for shard, number in zip(stale, watch(pending.values(), "阅读稿件", progress), strict=True):
        fresh += number
        stored[shard] = _load_whole(project, store, shard, shards[shard], scan)  # while the others are read
    memory.shards = stored
    return _assemble(registers, project, found, store, stored, fresh)


def _load_whole(
    project: Project, store: EntryStore, shard: int, members: list[tuple[Bundle, str]], scan: ScanText
) -> Shard:
    """A shard that was just written. Another command may be replacing its files at this moment, one after
    the other, and then they do not fit: an entry must never be missing because of that."""
    for attempt in range(_ATTEMPTS):
        entries = store.load(shard)
        if all(bundle.id in entries for bundle, _ in members):
            return entries
        time.sleep(0.01 * (attempt + 1))
        refresh_shard(project.root, store, shard, members, inspect_photo, scan)
    raise TimeoutError(f"shard {shard} of {store.folder} is being rewritten all the time")


def _shards(found: Survey, lexicon: Lexicon) -> dict[int, list[tuple[Bundle, str]]]:
    """Bundles by shard with what must be the same for them to stay read: their files, and the words looked for."""
    shards: dict[int, list[tuple[Bundle, str]]] = {}
    for bundle in found.tree.bundles.values():
        sign = found.signatures[bundle.id]
        shards.setdefault(shard_of(bundle.id), []).append((bundle, sign and f"{sign}|{lexicon.digest}"))
    return shards


def _is_current(stored: Shard, members: list[tuple[Bundle, str]]) -> bool:
    if len(stored) != len(members):
        return False
    for bundle, sign in members:
        known = stored.get(bundle.id)
        if known is None or not sign or known.signature != sign:
            return False
    return True


def _assemble(
    registers: Registers, project: Project, found: Survey, store: EntryStore, stored: dict[int, Shard], fresh: int
) -> Reading:
    diagnostics = [*found.tree.diagnostics, *registers.diagnostics]
    broken = found.tree.broken | registers.broken
    entries: dict[str, Entry] = {}
    last_good: dict[str, Entry] = {}
    broken_entries: list[Entry] = []
    for bundle_id, bundle in found.tree.bundles.items():
        outcome = stored[shard_of(bundle_id)].get(bundle_id)
        if outcome is None:
            continue
        diagnostics += outcome.diagnostics
        if outcome.entry is None:
            broken.add(bundle_id)
            broken_entries.append(Entry(bundle_id, bundle.kind, bundle.path, outcome.sketch, outcome.outline))
            if outcome.last_good is not None:
                last_good[bundle_id] = outcome.last_good
        else:
            entries[bundle_id] = outcome.entry
    entries.update(registers.stations)
    tokens = None
    try:
        tokens = read_tokens(project.root)
    except Unreadable as trouble:
        diagnostics.append(trouble.diagnostic)
    catalogue = Catalogue(
        registers.settings,
        registers.vocabularies,
        dict(sorted(entries.items())),
        frozenset(broken),
        tokens=tokens,
        policy=registers.policy,
        sheets=registers.sheets,
    )
    return Reading(catalogue, store, last_good, diagnostics, fresh, broken_entries, found)
