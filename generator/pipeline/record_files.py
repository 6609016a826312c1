"""Review records from the working tree and from all of history: what was once recorded counts, whoever deletes it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.model.register_sheet import SHEETS
from generator.read.cache_file import load_cached, save_cached
from generator.read.git_objects import added_records, is_ancestor, read_blobs
from generator.read.history import head_commit
from generator.read.tree import REGISTER_REVIEWS, REVIEW_FOLDER, ROOT_FOLDER, STATION_REVIEWS, FileStat
from generator.review.ledger import Refusal
from generator.review.records import MAX_RECORD_BYTES, BadRecord, Filed, parse_record

from .project import Project, program_version
from .survey import Survey

_USUAL_BYTES = 16_384
"""Room for as much as a record could have is asked of the system each time, and takes longer than reading."""


class HistoryRecord(NamedTuple):
    """A record as commits brought it; more than one blob when somebody changed it in place."""

    path: str
    blobs: tuple[str, ...]


def _bytes_of(path: str) -> bytes:
    """A record's file, or as much of one as shows that it is none: there are ten thousands, and opening one as usual
    takes as long as checking what it says."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(handle, _USUAL_BYTES)
        return data if len(data) < _USUAL_BYTES else data + os.read(handle, MAX_RECORD_BYTES + 1 - _USUAL_BYTES)
    finally:
        os.close(handle)


class History:
    """All records that there ever were, by file name. Kept as text, a line for each: there are ten thousands of them,
    and next to none is ever asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def names(self) -> set[str]:
        """The names of all files."""
        return set(_NAME.findall(self.text))

    @cached_property
    def _lines(self) -> dict[str, str]:
        lines = self.text.splitlines()
        return {line[line.rfind("/", 0, line.index("\t")) + 1 : line.index("\t")]: line for line in lines}

    def get(self, name: str) -> HistoryRecord | None:
        """What commits brought under a name."""
        line = self._lines.get(name)
        if line is None:
            return None
        path, _, blobs = line.partition("\t")
        return HistoryRecord(path, tuple(blobs.split(" ")))

    def with_more(self, brought: Mapping[str, Sequence[str]]) -> History:
        """The same with what commits brought since: path to blobs. A path that no record's can be is none."""
        lines: dict[str, str] = {}
        for path, blobs in brought.items():
            if any(sign in path for sign in "\t\n\r") or path.splitlines() != [path]:
                continue
            name = path.rpartition("/")[2]
            known = lines.get(name) or (self._lines[name] if name in self.names else f"{path}\t")
            place, _, before = known.partition("\t")
            lines[name] = f"{place}\t{' '.join(dict.fromkeys((*before.split(), *blobs)))}"
        if self.names.isdisjoint(lines):
            return History("\n".join(filter(None, (self.text, *lines.values()))))
        return History("\n".join({**self._lines, **lines}.values()))


_NAME = re.compile(r"/([^/\t\n]+)\t")


@dataclass
class RecordFiles:
    """``of`` finds an entry's records in the working tree, and those of the root under its folder; ``lost`` are those that history has and the tree has not,
    by file name. ``history`` is None when it is not known: no Git, or a shallow copy."""

    root: Path
    of: dict[str, tuple[FileStat, ...]]
    history: History | None
    lost: dict[str, HistoryRecord] = field(default_factory=dict)


@dataclass
class Records:
    """An entry's records, what is wrong with files, and which were found in history only (deleted or edited)."""

    filed: list[Filed] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)


def record_files(project: Project, found: Survey) -> RecordFiles:
    """All record files of a project."""
    of = {bundle.id: bundle.records for bundle in found.tree.bundles.values() if bundle.records}
    of.update(found.tree.station_records)
    if found.tree.root_files:
        of[ROOT_FOLDER] = found.tree.root_files
    history = _history(project)
    if history is None:
        return RecordFiles(project.root, of, None)
    gone = history.names - {file.name for files in of.values() for file in files}
    lost = {name: item for name in sorted(gone) if (item := history.get(name)) is not None}
    return RecordFiles(project.root, of, history, lost)


def lost_by_entry(files: RecordFiles) -> dict[str, dict[str, HistoryRecord]]:
    """The lost records by the entry whose folder they lay in."""
    by_entry: dict[str, dict[str, HistoryRecord]] = {}
    for name, item in files.lost.items():
        by_entry.setdefault(entry_of(item.path), {})[name] = item
    return by_entry


def entry_of(path: str) -> str:
    """The id of the entry that a record's file belongs to."""
    folder = path.rpartition("/")[0]
    if folder.startswith((f"{STATION_REVIEWS}/", f"{REGISTER_REVIEWS}/")):
        return folder.removeprefix("content/review/")
    return folder.removesuffix(f"/{REVIEW_FOLDER}")


def folder_of(entry_id: str) -> str:
    """Where an entry's records lie."""
    if entry_id.startswith(("stations/", SHEETS)):
        return f"content/review/{entry_id}"
    return f"{entry_id}/{REVIEW_FOLDER}"


def read_records(files: RecordFiles, entry_id: str, lost: Iterable[tuple[str, HistoryRecord]]) -> Records:
    """An entry's records; ``lost`` are those of its folder that only history has."""
    records = Records()
    wanted = dict(lost)
    folder = f"{files.root}/{folder_of(entry_id)}"
    for file in files.of.get(entry_id, ()):
        try:
            records.filed.append(parse_record(file.name, _bytes_of(f"{folder}/{file.name}")))
        except OSError:
            records.refused.append(Refusal(file.name, "文件打不开"))
        except BadRecord as bad:
            records.refused.append(Refusal(file.name, str(bad)))
            if files.history is not None and (known := files.history.get(file.name)) is not None:
                wanted[file.name] = known
    if wanted:
        blobs = read_blobs(files.root, (blob for item in wanted.values() for blob in item.blobs))
        for name, item in sorted(wanted.items()):
            if not any(blob in blobs for blob in item.blobs):
                records.refused.append(Refusal(name, "已被删除，这份仓库里也没有它的历史内容"))
            for data in (blobs[blob] for blob in item.blobs if blob in blobs):
                try:
                    records.filed.append(parse_record(name, data))
                    records.restored.append(name)
                    break
                except BadRecord:
                    continue  # not what its name promises
    return records


def _history(project: Project) -> History | None:
    """Every record that HEAD's history ever got; kept by commit."""
    head = head_commit(project.root)
    if head is None:
        return None
    path, version = project.cache / "record-history.pickle", program_version()
    kept = load_cached(path, version)
    before: tuple[str, str] | None = kept if isinstance(kept, tuple) else None
    if before is not None and before[0] == head:
        return History(before[1])
    if before is not None and not is_ancestor(project.root, before[0], head):
        before = None
    fresh = added_records(project.root, head, before[0] if before else None)
    if fresh is None:
        return None
    history = History(before[1] if before else "").with_more(fresh)
    save_cached(path, version, (head, history.text))
    return history
