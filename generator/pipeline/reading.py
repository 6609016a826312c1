"""Files become a catalogue, reading again only what changed."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from generator.model.catalogue import Catalogue, Entry
from generator.model.diagnostic import Diagnostic
from generator.model.remark import ScanText
from generator.model.settings import Settings
from generator.photos.inspection import inspect_photo
from generator.read.cache_file import load_cached, save_cached
from generator.read.registers import REGISTER_FILES, Registers, read_registers
from generator.read.source import Unreadable
from generator.read.store import TICK_NS, EntryStore, Shard, refresh_shard, shard_of, signature
from generator.read.tokens import read_tokens
from generator.read.tree import ROOT_FOLDER, Bundle, Tree, rescan_bundles, scan_tree
from generator.rules.lexicon import Lexicon, lexicon_of
from generator.rules.scanning import scan_text

from .progress import Progress, silent, watch
from .project import Project, program_version
from .workers import SerialExecutor

_ATTEMPTS = 30
"""Times a shard is read again while another command writes it: some five seconds."""

SMALL_CHANGE = 3
"""Up to so many changed shards are read in this process: a pool would take longer to start."""


@dataclass(frozen=True)
class Survey:
    """The project's files as found: ``digest`` tells two states of the sources apart without reading them,
    ``registers`` two states of the registers alone.

    ``settled`` is False when a file is so fresh that it may still change within the clock's
    tick, so that the digest proves nothing.
    """

    tree: Tree
    signatures: dict[str, str]
    registers: str
    digest: str
    settled: bool


@dataclass
class Memory:
    """What a server that reads again and again keeps: shards that are already loaded, and the files as they were found."""

    shards: dict[int, Shard] = field(default_factory=dict)
    found: Survey | None = None


MANY_CHANGES = 50
"""So many at once come from a checkout or a copy, and of such a flood the system may have dropped some."""


@dataclass(frozen=True)
class Reading:
    """A catalogue, the diagnostics of reading it, the cache its texts lie in, and how many entries were read anew.

    ``last_good`` are the entries that are broken now, as they were before, by id;
    ``loose_texts`` are the texts they have now, as entries without ``meta``. ``found`` is what was read.
    """

    catalogue: Catalogue
    store: EntryStore
    last_good: Mapping[str, Entry] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    fresh: int = 0
    loose_texts: list[Entry] = field(default_factory=list)
    found: Survey | None = None


def survey(project: Project, memory: Memory | None = None, changed: Collection[str] = ()) -> Survey:
    """Look at names, sizes and times of all sources, review records included.

    Who watches the project and knows that only the files of ``changed`` (paths from its root)
    are others than ``memory`` found last has only their folders looked at.
    """
    scanned_ns = _file_clock(project.cache)
    memory = memory or Memory()
    former, memory.found = memory.found, None  # should looking fail, nothing is known any more
    folders = _changed_bundles(project.root, former.tree, changed) if former is not None else frozenset()
    tree = rescan_bundles(project.root, former.tree, folders) if former and folders else scan_tree(project.root)
    signatures = {bundle.id: signature(bundle, scanned_ns) for bundle in tree.bundles.values()}
    digest = blake2b(program_version().encode(), digest_size=16)
    for entry_id, sign in signatures.items():
        digest.update(f"{entry_id}={sign}\n".encode("utf-8", "surrogatepass"))
    for diagnostic in tree.diagnostics:
        digest.update(f"{diagnostic.path}:{diagnostic.rule}\n".encode("utf-8", "surrogatepass"))
    registers, newest = _register_signature(project.root)
    digest.update(registers.encode())
    newest = max(newest, _digest_records(tree, digest))
    settled = all(signatures.values()) and newest < scanned_ns - TICK_NS
    memory.found = Survey(tree, signatures, registers, digest.hexdigest(), settled)
    return memory.found


def _changed_bundles(root: Path, former: Tree, changed: Collection[str]) -> frozenset[str]:
    """The bundles that ``changed`` lies in; none when something lies elsewhere, so that all must be looked at."""
    if len(changed) > MANY_CHANGES:
        return frozenset()
    folders = set()
    for path in changed:
        places = (path, *map(str, PurePosixPath(path).parents))
        holding = next((place for place in places if place in former.bundles), None)
        if holding is None or not (root / holding).is_dir() or (root / holding).is_symlink():
            return frozenset()
        folders.add(holding)
    return frozenset(folders)


def _digest_records(tree: Tree, digest: blake2b) -> int:
    """Add all review records to ``digest``; the newest time of one of them, 0 when there is none."""
    newest = 0
    reviewed = [(bundle.id, bundle.records) for bundle in tree.bundles.values() if bundle.records]
    for entry_id, records in (*reviewed, *tree.station_records.items(), (ROOT_FOLDER, tree.root_files)):
        for name, size, mtime in records:
            digest.update(f"{entry_id}/{name}:{size}:{mtime}\n".encode("utf-8", "surrogatepass"))
            newest = max(newest, mtime)
    return newest


def registers_of(project: Project) -> Registers:
    """The registers alone, for who looks at few entries or none."""
    return _registers(project)


def read_settings(project: Project) -> Settings:
    """The settings alone, for what must be known before anything else."""
    return _registers(project).settings


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
    registers = _registers(project)
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
    fresh = sum(watch(pending.values(), "阅读稿件", progress))
    for shard in stale:
        stored[shard] = _load_whole(project, store, shard, shards[shard], scan)
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
    loose_texts: list[Entry] = []
    for bundle_id, bundle in found.tree.bundles.items():
        outcome = stored[shard_of(bundle_id)].get(bundle_id)
        if outcome is None:
            continue
        diagnostics += outcome.diagnostics
        if outcome.entry is None:
            broken.add(bundle_id)
            loose_texts.append(Entry(bundle_id, bundle.kind, bundle.path, None, outcome.outline))
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
    return Reading(catalogue, store, last_good, diagnostics, fresh, loose_texts, found)


def _registers(project: Project) -> Registers:
    """The registers, from the cache when none of their files changed."""
    scanned_ns = _file_clock(project.cache)
    sign, newest = _register_signature(project.root)
    version = program_version() + sign
    path = project.cache / "registers.pickle"
    if newest < scanned_ns - TICK_NS:
        cached = load_cached(path, version)
        if isinstance(cached, Registers):
            return cached
    registers = read_registers(project.root)
    save_cached(path, version, registers)
    return registers


def _register_signature(root: Path) -> tuple[str, int]:
    """Sizes and times of the register files, and the newest time (0 when there is none)."""
    parts, newest = [], 0
    for name in REGISTER_FILES:
        try:
            stat = (root / name).stat()
        except OSError:
            parts.append(f"{name}:-")
            continue
        parts.append(f"{name}:{stat.st_size}:{stat.st_mtime_ns}")
        newest = max(newest, stat.st_mtime_ns)
    return "|".join(parts), newest


def _file_clock(folder: Path) -> int:
    """Now, in nanoseconds, by the clock that stamps files here."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / "clock"
    probe.write_bytes(b"")
    return probe.stat().st_mtime_ns
