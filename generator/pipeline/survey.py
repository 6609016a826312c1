"""The project's files as they are at a moment: names, sizes and times, not one of them opened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from generator.read.store import TICK_NS, Shard, signature
from generator.read.tree import ROOT_FOLDER, Tree, rescan_bundles, scan_tree

from .project import Project, program_version
from .register_cache import file_clock, register_signature


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


def survey(project: Project, memory: Memory | None = None, changed: Collection[str] = ()) -> Survey:
    """Look at names, sizes and times of all sources, review records included.

    Who watches the project and knows that only the files of ``changed`` (paths from its root)
    are others than ``memory`` found last has only their folders looked at.
    """
    scanned_ns = file_clock(project.cache)
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
    registers, newest = register_signature(project.root)
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
