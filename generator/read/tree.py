"""Which files the project holds: bundles with their file stats, each with what is wrong about its place."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.kinds import SHELVES, YEAR, Kind, Shelf

from .file_names import bad_file_name, bad_slug, is_ignored, is_slug, slugify
from .misplaced import INDEX, loose_file, nested, no_file, no_index, second_manuscript, symlink, unknown_registers
from .report import problem, reason

REVIEW_FOLDER = "review"
STATION_REVIEWS = "content/review/stations"
REGISTER_REVIEWS = "content/review/registers"
"""Stations and registers have no folder of their own."""
ROOT_FOLDER = "content/review/root"
"""States of policy and people, and who approved them (see ``generator.review.roots``)."""
RECORD_SUFFIX = ".json"

PHOTO_SUFFIXES = frozenset(
    (
        ".jpg",
        ".jpeg",
        ".jfif",
        ".mpo",
        ".png",
        ".webp",
        ".heic",
        ".heif",
        ".hif",
        ".tif",
        ".tiff",
        ".avif",
        ".gif",
        ".bmp",
    )
)
"""By name; what they are is told by their bytes. Browsers save JPEG as .jfif, cameras HEIF as .hif and two JPEGs as .mpo."""


class FileStat(NamedTuple):
    """A file's name and what tells, without opening it, whether it changed: bytes and mtime in ns."""

    name: str
    size: int
    mtime_ns: int

    @property
    def is_photo(self) -> bool:
        """Whether the name claims a picture."""
        return os.path.splitext(self.name)[1].lower() in PHOTO_SUFFIXES


@dataclass(frozen=True, slots=True)
class Bundle:
    """A folder with an ``index.md``. ``id`` is its path, ``files`` everything in it, ``records`` the files of its
    review, each sorted by name."""

    id: str
    kind: Kind
    files: tuple[FileStat, ...]
    records: tuple[FileStat, ...] = ()

    @property
    def path(self) -> str:
        """The file with the metadata."""
        return f"{self.id}/{INDEX}"


@dataclass(slots=True)
class Tree:
    """All bundles by id, in order, and what is wrong with names and places. ``station_records`` are the files of
    stations' and registers' reviews by their ids, ``root_files`` those of the root of trust."""

    bundles: dict[str, Bundle]
    diagnostics: list[Diagnostic]
    broken: set[str]
    station_records: dict[str, tuple[FileStat, ...]] = field(default_factory=dict)
    root_files: tuple[FileStat, ...] = ()


def scan_tree(root: Path) -> Tree:
    """Look through the shelves under ``root``. Never raises for what editors put there."""
    tree = Tree({}, [], set())
    for folder in ("content", "stories"):
        if (root / folder).is_symlink():
            tree.diagnostics.append(symlink(folder))
            tree.broken.add(folder)
    for shelf in SHELVES:
        if shelf.folder.partition("/")[0] in tree.broken:
            continue
        for folder, is_bundle in _shelf_folders(root, shelf, tree):
            if is_bundle:
                _scan_bundle(root, folder, shelf.kind, tree)
    tree.bundles = dict(sorted(tree.bundles.items()))
    tree.station_records = _row_records(root, tree, STATION_REVIEWS) | _row_records(root, tree, REGISTER_REVIEWS)
    tree.root_files = _root_files(root, tree)
    tree.diagnostics += unknown_registers(root)
    return tree


def rescan_bundles(root: Path, former: Tree, folders: Collection[str]) -> Tree:
    """``former`` with the bundles in ``folders``, which it holds, looked at again and nothing else."""
    within = tuple(f"{folder}/" for folder in folders)
    tree = Tree(
        dict(former.bundles),
        [each for each in former.diagnostics if each.path not in folders and not each.path.startswith(within)],
        former.broken - set(folders),
        former.station_records,
        former.root_files,
    )
    for folder in folders:
        found = Tree({}, tree.diagnostics, tree.broken)
        _scan_bundle(root, folder, former.bundles[folder].kind, found)
        if folder in found.bundles:
            tree.bundles[folder] = found.bundles[folder]  # in the place where it was: ids stay in order
        else:
            del tree.bundles[folder]
    return tree


def _shelf_folders(root: Path, shelf: Shelf, tree: Tree) -> Iterator[tuple[str, bool]]:
    if not shelf.dated:
        yield from _subfolders(root, shelf.folder, shelf, tree)
        return
    for year, _ in _subfolders(root, shelf.folder, None, tree):
        name = year.rpartition("/")[2]
        digits = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", name))
        meant = digits if YEAR.fullmatch(digits) else f"20{digits}" if len(digits) == 2 else ""
        if YEAR.fullmatch(name):
            yield from _subfolders(root, year, shelf, tree)
        else:
            tree.broken.add(year)
            tree.diagnostics.append(
                problem(
                    "file-name",
                    year,
                    f"“{name}”不是年份，里面的稿件没有读取。",
                    f"文件夹改名为“{meant}”，只写四位数字。"
                    if meant
                    else f"放到年份文件夹里，如 {shelf.folder}/2026/{slugify(name) or '名称'}/。",
                    severity=Severity.ERROR,
                )
            )


def _subfolders(root: Path, folder: str, shelf: Shelf | None, tree: Tree) -> Iterator[tuple[str, bool]]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        tree.diagnostics.append(
            problem(
                "file-unreadable",
                folder,
                f"文件夹打不开（{reason(error)}）。",
                "检查文件夹权限，或是否被别的程序占用。",
            )
        )
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if is_ignored(entry.name):
            continue
        if entry.is_symlink():
            tree.broken.add(path)
            tree.diagnostics.append(symlink(path))
        elif entry.is_dir():
            yield path, True
        elif not entry.is_file():
            tree.diagnostics.append(no_file(path))
        else:
            tree.diagnostics.append(loose_file(path, shelf))


def _scan_bundle(root: Path, folder: str, kind: Kind, tree: Tree) -> None:
    files: list[FileStat] = []
    records: tuple[FileStat, ...] = ()
    try:
        with os.scandir(os.path.join(root, folder)) as entries:
            for entry in entries:
                name = entry.name
                if is_ignored(name):
                    continue
                if entry.is_symlink():
                    tree.diagnostics.append(symlink(f"{folder}/{name}"))
                elif entry.is_dir():
                    if name == REVIEW_FOLDER:
                        records = _records(root, f"{folder}/{name}", tree)
                    else:
                        tree.diagnostics.append(nested(root, folder, name))
                elif not entry.is_file():
                    tree.diagnostics.append(no_file(f"{folder}/{name}"))
                else:
                    stat = entry.stat()
                    files.append(FileStat(name, stat.st_size, stat.st_mtime_ns))
    except OSError as error:
        tree.broken.add(folder)
        tree.diagnostics.append(
            problem(
                "file-unreadable",
                folder,
                f"文件夹打不开（{reason(error)}）。",
                "检查文件夹权限，或是否被别的程序占用。",
            )
        )
        return
    files.sort()
    slug = folder.rpartition("/")[2]
    if not is_slug(slug):
        tree.broken.add(folder)
        tree.diagnostics.append(bad_slug(folder, slug))
        return
    if not any(file.name == INDEX for file in files):
        tree.broken.add(folder)
        tree.diagnostics.append(no_index(folder, [file.name for file in files]))
        return
    for file in files:
        trouble = second_manuscript(folder, file.name, kind) or bad_file_name(folder, file.name)
        if trouble:
            tree.diagnostics.append(trouble)
    tree.bundles[folder] = Bundle(folder, kind, tuple(files), records)


def _records(root: Path, folder: str, tree: Tree) -> tuple[FileStat, ...]:
    """The files of a review. Links to records elsewhere are none."""
    found = []
    with os.scandir(os.path.join(root, folder)) as entries:
        for entry in entries:
            if entry.is_symlink():
                tree.diagnostics.append(symlink(f"{folder}/{entry.name}"))
            elif entry.name.endswith(RECORD_SUFFIX) and entry.is_file():
                stat = entry.stat()
                found.append(FileStat(entry.name, stat.st_size, stat.st_mtime_ns))
    return tuple(sorted(found))


def _root_files(root: Path, tree: Tree) -> tuple[FileStat, ...]:
    for folder in (ROOT_FOLDER.rpartition("/")[0], ROOT_FOLDER):
        if (root / folder).is_symlink():
            tree.diagnostics.append(symlink(folder))
            return ()
    try:
        return _records(root, ROOT_FOLDER, tree)
    except OSError:
        return ()


def _row_records(root: Path, tree: Tree, place: str) -> dict[str, tuple[FileStat, ...]]:
    if (root / place).is_symlink():
        tree.diagnostics.append(symlink(place))
        return {}
    prefix = place.rpartition("/")[2]
    try:
        with os.scandir(os.path.join(root, place)) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
        return {f"{prefix}/{name}": _records(root, f"{place}/{name}", tree) for name in names}
    except OSError:
        return {}
