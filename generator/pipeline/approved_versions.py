"""An older version of an entry, brought back from Git by its blobs and checked by its digest."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.model.body import EMPTY_BODY, Body
from generator.model.canonical import bundle_digest, canonical_text, file_digest
from generator.model.catalogue import Entry
from generator.model.diagnostic import WHOLE_FILE, Diagnostic, Severity
from generator.model.kinds import STATIONS_FILE, Kind
from generator.model.register_sheet import SHEETS
from generator.model.review_stages import Sensitive
from generator.model.reviewing import Policy
from generator.photos.inspection import inspect_photo
from generator.read.blob_reader import BlobReader
from generator.read.bundle import read_bundle
from generator.read.file_names import is_ignored
from generator.read.misplaced import INDEX
from generator.read.registers import read_sheet, read_stations
from generator.read.tree import Bundle, FileStat
from generator.review.records import Located
from generator.review.requirements import sensitive_words

from .project import Project


class VersionMissing(Exception):
    """This copy of the repository does not have a version that was approved; the message is Chinese, ``hint`` says
    what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def diagnostic(self, path: str) -> Diagnostic:
        """The same as a problem of the entry at ``path``."""
        return Diagnostic(path, WHOLE_FILE, "review-version-missing", Severity.ERROR, str(self), self.hint)


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it was, its text, and the kinds of sensitive words in it; for a register which vocabulary it is, and its
    records."""

    entry: Entry
    body: Body = EMPTY_BODY
    words: frozenset[Sensitive] = frozenset()
    vocabulary: str = ""
    terms: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Versions:
    """Older versions lie in the project's cache, each in a folder named by its digest."""

    project: Project
    policy: Policy
    _known: dict[tuple[str, str], Version] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._blobs = BlobReader(self.project.root)

    def get(self, entry_id: str, kind: Kind, files: Sequence[Located], content: str) -> Version:
        """The version of an entry whose digest is ``content``.

        Raises:
            VersionMissing: blobs are not there, or are not what was approved, or cannot be read any more.
        """
        key = entry_id, content
        if key not in self._known:
            self._known[key] = (
                self._sheet(entry_id, files, content)
                if entry_id.startswith(SHEETS)
                else self._station(entry_id, files, content)
                if kind is Kind.STATION
                else self._bundle(entry_id, kind, files, content)
            )
        return self._known[key]

    def _bundle(self, entry_id: str, kind: Kind, files: Sequence[Located], content: str) -> Version:
        root = self.project.cache / "approved" / content
        folder = root / entry_id
        if not self._is_whole(folder, files, content):
            self._fetch(folder, files, content)
        stats = []
        for file in sorted(files, key=lambda file: file.name):
            stat = (folder / file.name).stat()
            stats.append(FileStat(file.name, stat.st_size, stat.st_mtime_ns))
        read = read_bundle(root, Bundle(entry_id, kind, tuple(stats)), inspect_photo)
        if read.entry is None:
            why = "；".join(item.message for item in read.diagnostics[:2])
            raise VersionMissing(f"审核通过的版本现在读不出来（{why}）。", "改好以后重新送审。")
        text = canonical_text((folder / INDEX).read_bytes()).decode("utf-8", "replace")
        place = _from(self.project.root, folder)
        return Version(replace(read.entry, path=f"{place}/{INDEX}"), read.body, sensitive_words(text, self.policy))

    def _is_whole(self, folder: Path, files: Sequence[Located], content: str) -> bool:
        try:
            found = {file.name: file_digest(file.name, (folder / file.name).read_bytes()) for file in files}
        except OSError:
            return False
        return bundle_digest(found) == content

    def _fetch(self, folder: Path, files: Sequence[Located], content: str) -> None:
        blobs = self._blobs.read(file.blob for file in files)
        absent = [file.blob for file in files if file.blob not in blobs]
        if absent:
            raise _absent(absent)
        found = {file.name: file_digest(file.name, blobs[file.blob]) for file in files}
        if bundle_digest(found) != content or any(is_ignored(file.name) for file in files) or INDEX not in found:
            raise VersionMissing("记录里指的历史文件和通过审核的内容对不上，不能发布。", "重新送审。")
        shutil.rmtree(folder, ignore_errors=True)
        fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for file in files:
            (fresh / file.name).write_bytes(blobs[file.blob])
        try:
            fresh.rename(folder)
        except OSError:
            shutil.rmtree(fresh, ignore_errors=True)
            if not self._is_whole(folder, files, content):  # another command was faster, or the disk will not have it
                raise

    def prune(self) -> None:
        """Remove what has not been asked for: versions that were replaced long ago."""
        asked = {content for _, content in self._known}
        with suppress(OSError):
            for folder in (self.project.cache / "approved").iterdir():
                if folder.name not in asked:
                    shutil.rmtree(folder, ignore_errors=True)

    def _station(self, entry_id: str, files: Sequence[Located], content: str) -> Version:
        blob = next((file.blob for file in files if file.name == STATIONS_FILE), "")
        blobs = self._blobs.read([blob] if blob else [])
        if blob not in blobs:
            raise _absent([blob])
        folder = self.project.cache / "approved" / blob
        folder.mkdir(parents=True, exist_ok=True)
        (folder / STATIONS_FILE).write_bytes(blobs[blob])
        entry = read_stations(folder).get(entry_id)
        if entry is None or entry.row != content:
            raise VersionMissing("记录里指的登记表里没有通过审核的这一条，不能发布。", "重新送审。")
        return Version(entry)

    def _sheet(self, entry_id: str, files: Sequence[Located], content: str) -> Version:
        path = f"content/{entry_id.removeprefix(SHEETS)}.yaml"
        blob = next((file.blob for file in files), "")
        blobs = self._blobs.read([blob] if blob else [])
        if blob not in blobs:
            raise _absent([blob])
        with TemporaryDirectory(prefix="zoujin-") as folder:
            (Path(folder) / path).parent.mkdir(parents=True)
            (Path(folder) / path).write_bytes(blobs[blob])
            read = read_sheet(Path(folder), path)
        if read is None or read[0].row != content:
            raise VersionMissing(f"记录里指的 {path} 不是通过审核的那一版，或现在读不出来，不能发布。", "重新送审。")
        return Version(read[0], vocabulary=read[1], terms=read[2])


def _from(root: Path, folder: Path) -> str:
    """Where ``folder`` is, as seen from ``root``; a cache may lie on another disk."""
    try:
        return folder.relative_to(root).as_posix()
    except ValueError:
        return folder.as_posix()


def _absent(blobs: Sequence[str]) -> VersionMissing:
    shown = " ".join(blobs[:3])
    return VersionMissing(
        f"审核通过的版本不在这份仓库里（缺 {len(blobs)} 个文件），不能发布。",
        f"浅克隆先运行 git fetch --unshallow；还是没有，运行 git fetch origin {shown}，再试一次。",
    )
