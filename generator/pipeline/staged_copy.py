"""The commit that is being made, laid out as a project of its own, so that it is checked and not what is on disk.

The copy stays in the cache and only what changed is renewed. A file that is the same on disk
is a hard link to it: no photo is kept twice, and what was read of it before is still current.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.model.kinds import STATIONS_FILE
from generator.read.cache_file import load_cached, save_cached
from generator.read.git_index import (
    LINK,
    IndexFile,
    blob_sizes,
    git_folder,
    index_files,
    place_in_repository,
    unlike_disk,
)
from generator.read.git_objects import read_blobs

from .project import Project

PLACES = ("content", "stories", STATIONS_FILE, "mkdocs.yml", "theme")
"""All that a check reads."""
_VERSION = "1"
_AT_ONCE = 100_000_000
"""From so many bytes on, blobs are asked of Git in parts."""

_Stat = tuple[int, int]


class _Laid(NamedTuple):
    """What was written for a path: from which blob, and the size and time of the file then; None for a link to the one on disk."""

    blob: str
    stat: _Stat | None


@dataclass(frozen=True)
class StagedCopy:
    """``unlike`` are the paths that are staged otherwise than they are on disk; ``files`` all paths of the copy."""

    project: Project
    files: Mapping[str, IndexFile]
    unlike: frozenset[str]


def staged_copy(project: Project, index: str = "") -> StagedCopy | None:
    """The commit to be as a project; None without Git. ``project`` has a cache that can be written."""
    git = git_folder(project.root)
    files = index_files(project.root, index, PLACES)
    if git is None or files is None:
        return None
    top = project.cache / "staged"
    root = top / place_in_repository(project.root)
    root.mkdir(parents=True, exist_ok=True)
    (top / ".git").write_text(
        f"gitdir: {git.as_posix()}\n", encoding="utf-8"
    )  # history is asked there as in any working copy
    unlike = unlike_disk(project.root, index, PLACES)
    lay_out(root, project.cache / "staged.pickle", files, project.root, unlike=unlike)
    return StagedCopy(Project(root, project.cache), files, unlike & files.keys())


def lay_out(
    root: Path,
    record: Path,
    files: Mapping[str, IndexFile],
    repository: Path,
    *,
    unlike: frozenset[str] | None = None,
    links: bool = True,
) -> None:
    """Have exactly ``files`` under ``root``; what was laid there before is known by the file ``record``.

    Those that are not ``unlike`` are linked to the same paths under ``repository``, a working copy; all others, or all
    when ``unlike`` is None, are read from its blobs. Without ``links`` symbolic links become plain files, so that nothing
    that somebody pushed leads out of ``root``.
    """
    loaded = load_cached(record, _VERSION)
    known: dict[str, _Laid] = loaded if isinstance(loaded, dict) else {}
    if not known:
        _clear(root)
    for path in known.keys() - files.keys():
        _remove(root, path)
    laid: dict[str, _Laid] = {}
    wanted: dict[str, IndexFile] = {}
    for path, file in files.items():
        before = known.get(path)
        target = root / path
        if unlike is not None and path not in unlike:
            if before is None or _stat(target) != _stat(repository / path):
                _link(repository / path, target)
            laid[path] = _Laid(file.blob, None)
        elif before is not None and before.blob == file.blob and before.stat and before.stat == _stat(target):
            laid[path] = before
        else:
            wanted[path] = file
    try:
        for part in _batches(repository, wanted):
            laid |= _write(repository, root, part, links)
    finally:
        if laid != known:
            save_cached(record, _VERSION, laid)


def _batches(repository: Path, wanted: Mapping[str, IndexFile]) -> Iterator[dict[str, IndexFile]]:
    """``wanted`` in parts whose blobs fit into memory together."""
    sizes = blob_sizes(repository, {file.blob for file in wanted.values()}) if len(wanted) > 1 else {}
    part: dict[str, IndexFile] = {}
    held = 0
    for path, file in wanted.items():
        part[path] = file
        held += sizes.get(file.blob, 0)
        if held > _AT_ONCE:
            yield part
            part, held = {}, 0
    if part:
        yield part


def _write(repository: Path, root: Path, wanted: Mapping[str, IndexFile], links: bool) -> dict[str, _Laid]:
    laid: dict[str, _Laid] = {}
    blobs = read_blobs(repository, (file.blob for file in wanted.values()))
    for path, (mode, blob) in wanted.items():
        target = _free(root / path)
        if mode == LINK and links:
            with suppress(OSError):  # Windows asks for a right that editors do not have
                target.symlink_to(os.fsdecode(blobs.get(blob, b"")))
        else:
            target.write_bytes(blobs.get(blob, b""))
        laid[path] = _Laid(blob, _stat(target))
    return laid


def _link(source: Path, target: Path) -> None:
    _free(target)
    try:
        target.hardlink_to(source)
    except OSError:
        with suppress(OSError):  # a file that went away this moment is found missing, as on disk
            shutil.copy2(source, target, follow_symlinks=False)


def _free(target: Path) -> Path:
    """Nothing stands at ``target`` any more. A linked file is taken away, never written into: it is the editor's own."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _remove(root: Path, path: str) -> None:
    target = root / path
    with suppress(OSError):
        target.unlink(missing_ok=True)
        for folder in target.parents:  # up to the first that still holds something
            if folder == root:
                break
            folder.rmdir()


def _clear(root: Path) -> None:
    for place in PLACES:
        target = root / place
        if target.is_dir():
            shutil.rmtree(target, ignore_errors=True)
        else:
            target.unlink(missing_ok=True)


def _stat(path: Path) -> _Stat | None:
    try:
        found = os.stat(path, follow_symlinks=False)  # noqa: PTH116 - asked of every file in every commit
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
