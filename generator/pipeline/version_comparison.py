"""The working version of an entry against the one that was approved last."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import Kind
from generator.read.front_matter import split_front_matter
from generator.read.source import Unreadable, read_source
from generator.review.version_changes import VersionChanges, VersionContent, version_changes

from .approved_versions import VersionMissing
from .refused import Refused
from .review_desk import Desk


@dataclass(frozen=True)
class Comparison:
    """``before`` is the version approved last, None where there is none yet; its files lie in ``before_folder``, those of
    the working version ``after`` in ``after_folder`` (None for a station, which has no folder)."""

    before: Entry | None
    after: Entry
    changes: VersionChanges
    before_folder: Path | None
    after_folder: Path | None


def compare_with_approved(desk: Desk, entry: Entry) -> Comparison:
    """What changed since the last approval; all of the entry where there was none.

    Raises:
        Refused: the approved version cannot be had, or a text cannot be read.
    """
    root = desk.project.root
    live = desk.verdict(entry).live
    before: Entry | None = None
    if live is not None:
        try:
            is_same = live.content == desk.court.content(entry)
            found = None if is_same else desk.court.versions.get(entry.id, entry.kind, live.files, live.content)
            before = entry if found is None else found.entry
        except VersionMissing as missing:
            raise Refused(f"{missing}{missing.hint}") from None
    old = _content(root, before) if before is not None else None
    changes = version_changes(old, _content(root, entry), lambda target, id: name_of(desk.catalogue, target, id))
    return Comparison(before, entry, changes, _folder(root, before), _folder(root, entry))


def name_of(catalogue: Catalogue, target: str, id: str) -> str:
    """What people call what a reference means: an entry's title, a district's name; the id where nothing is known."""
    if target in set(Kind):
        entry = catalogue.resolve(Kind(target), id)
        return entry.title if entry is not None else id
    known = catalogue.vocabularies.named(target).get(id)
    return str(getattr(known, "name", id)) if known is not None else id


def markdown_of(root: Path, entry: Entry) -> str:
    """An entry's text as it was written, without the metadata; "" for a station.

    Raises:
        Refused: the file cannot be read.
    """
    if entry.kind is Kind.STATION:
        return ""
    try:
        return split_front_matter(read_source(root, entry.path)).body
    except Unreadable as unreadable:
        raise Refused(f"{entry.path}：{unreadable.diagnostic.message}") from None


def _content(root: Path, entry: Entry) -> VersionContent:
    folder = root / entry.folder
    sizes = {}
    for name in entry.files:
        try:
            sizes[name] = (folder / name).stat().st_size
        except OSError:
            continue
    return VersionContent(entry, markdown_of(root, entry), sizes)


def _folder(root: Path, entry: Entry | None) -> Path | None:
    return root / entry.folder if entry is not None and entry.kind is not Kind.STATION else None
