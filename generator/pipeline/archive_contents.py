"""What goes into an archive: approved texts and pictures, their records, policy, people, keys and root, laid out as a small
project of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from generator.model.canonical import file_digest
from generator.model.catalogue import Entry
from generator.model.kinds import STATIONS_FILE, Kind
from generator.model.register_sheet import SHEETS
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE
from generator.read.file_names import is_ignored
from generator.read.git_objects import read_blobs
from generator.read.tree import ROOT_FOLDER
from generator.review.records import Located

from .approved_versions import VersionMissing
from .court import ids_of
from .record_files import folder_of
from .refused import Refused
from .review_desk import Desk

_REGISTERS = ("settings", "districts", "streets", "categories", "organisations", "honours", "station-kinds")
"""What names are read from; other files are the office's own business."""


def archive_contents(desk: Desk, entries: Iterable[Entry]) -> dict[str, bytes]:
    """Files by their paths from the project's root; every entry in the version that was approved last.

    Raises:
        Refused: an approved version, or a file, cannot be had.
    """
    root = desk.project.root
    found: dict[str, bytes] = {}
    rows: list[object] = []
    for entry in entries:
        if entry.id.startswith(SHEETS):
            found[entry.path] = _sheet(desk, entry)
        elif entry.kind is Kind.STATION:
            rows.append(_row(desk, entry))
        else:
            for path in _approved_files(desk, entry):
                found[f"{entry.id}/{path.name}"] = _bytes(path)
        found |= _records(desk, entry)
    if rows:
        found[STATIONS_FILE] = yaml.safe_dump(rows, allow_unicode=True, sort_keys=False).encode()
    for name in _REGISTERS:
        found |= _register(desk, name)
    for path in (root / POLICY_FILE, root / PEOPLE_FILE):
        if path.is_file():
            found[path.relative_to(root).as_posix()] = _bytes(path)
    for file in desk.court.files.of.get(ROOT_FOLDER, ()):
        found[f"{ROOT_FOLDER}/{file.name}"] = _bytes(root / ROOT_FOLDER / file.name)
    return found


def _register(desk: Desk, name: str) -> dict[str, bytes]:
    """A register that names are read from: as it was approved last, with its records, where registers are reviewed."""
    entry, path = desk.catalogue.entries.get(f"{SHEETS}{name}"), f"content/{name}.yaml"
    if entry is not None and desk.verdict(entry).live is not None:
        return {path: _sheet(desk, entry), **_records(desk, entry)}
    return {path: _bytes(desk.project.root / path)} if (desk.project.root / path).is_file() else {}


def _sheet(desk: Desk, entry: Entry) -> bytes:
    """A register's file in the version approved last."""
    files, content = _live(desk, entry)
    if content == entry.row:
        return _bytes(desk.project.root / entry.path)
    blob = files[0].blob if files else ""
    data = read_blobs(desk.project.root, [blob] if blob else []).get(blob, b"")
    if file_digest(entry.path, data) != content:
        raise Refused(f"审核通过的那一版 {entry.path} 不在这份仓库里，不能归档。浅克隆先运行 git fetch --unshallow。")
    return data


def _approved_files(desk: Desk, entry: Entry) -> list[Path]:
    """The files of the version approved last, which may lie in the cache."""
    folder = _approved_folder(desk, entry)
    return sorted(
        path for path in folder.iterdir() if path.is_file() and not path.is_symlink() and not is_ignored(path.name)
    )


def _approved_folder(desk: Desk, entry: Entry) -> Path:
    root, live = desk.project.root, _live(desk, entry)
    if live[1] == desk.court.content(entry):
        return root / entry.folder
    try:
        return root / desk.court.versions.get(entry.id, entry.kind, *live).entry.folder
    except VersionMissing as missing:
        raise Refused(f"{missing}{missing.hint}") from None


def _live(desk: Desk, entry: Entry) -> tuple[tuple[Located, ...], str]:
    live = desk.verdict(entry).live
    if live is None:
        raise Refused(f"{entry.title}还没有审核通过，不能归档。")
    return live.files, live.content


def _row(desk: Desk, entry: Entry) -> object:
    """A station's row of the register as it was approved, all scalars being text."""
    files, content = _live(desk, entry)
    if content == entry.row:
        data = _bytes(desk.project.root / STATIONS_FILE)
    else:
        blob = next((file.blob for file in files if file.name == STATIONS_FILE), "")
        data = read_blobs(desk.project.root, [blob] if blob else []).get(blob, b"")
    rows = yaml.load(data.decode("utf-8-sig"), yaml.CBaseLoader) or []
    id = entry.id.partition("/")[2]
    row = next((row for row in rows if isinstance(row, dict) and row.get("id") == id), None)
    if row is None:
        raise Refused(f"{entry.title}审核通过的登记不在这份仓库里。浅克隆先运行 git fetch --unshallow。")
    return row


def _records(desk: Desk, entry: Entry) -> dict[str, bytes]:
    """The record files of an entry, those included that history alone has."""
    court, folder = desk.court, folder_of(entry.id)
    found = {
        f"{folder}/{file.name}": _bytes(desk.project.root / folder / file.name)
        for file in court.files.of.get(entry.id, ())
    }
    lost = {name: item for id in ids_of(entry) for name, item in court.lost.get(id, {}).items()}
    blobs = read_blobs(desk.project.root, (item.blobs[0] for item in lost.values() if item.blobs))
    for name, item in lost.items():
        if item.blobs and item.blobs[0] in blobs:
            found.setdefault(f"{folder}/{name}", blobs[item.blobs[0]])
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Refused(f"{path} 打不开，检查文件权限。") from None
