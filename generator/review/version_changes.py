"""What changed between two versions of an entry: its metadata by Chinese field titles, its text by sentences, its pictures
and other files by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any, NamedTuple

from generator.model.catalogue import Entry
from generator.model.fields import Record
from generator.model.photo import PhotoFile
from generator.model.shapes import Shape, ordered_fields, shape_of

from .text_changes import Change, Piece, SentenceChange, marked, text_changes

NameOf = Callable[[str, str], str]
"""What a reference's target (``district``, ``profile`` …) calls an id."""


class FieldChange(NamedTuple):
    """A value of the metadata. ``title`` names the field in Chinese, with those it stands in (``图片（a.jpg）：图片说明``);
    ``before`` and ``after`` are in words, "" for nothing; ``pieces`` are both in one."""

    title: str
    change: Change
    before: str
    after: str
    pieces: tuple[Piece, ...]


class FileSize(NamedTuple):
    """A file as it is in one version: ``size`` in bytes, ``width`` and ``height`` in pixels, 0 for what is no picture."""

    size: int
    width: int = 0
    height: int = 0


class FileChange(NamedTuple):
    """A picture or another file beside the text; ``before`` or ``after`` is None where a version lacks it."""

    name: str
    change: Change
    is_picture: bool
    before: FileSize | None
    after: FileSize | None


@dataclass(frozen=True)
class VersionChanges:
    """All that differs. ``sentences`` are those of the whole text, unchanged ones included; empty when the text is the same."""

    fields: tuple[FieldChange, ...] = ()
    sentences: tuple[SentenceChange, ...] = ()
    files: tuple[FileChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.sentences or self.files)

    @property
    def changed_sentences(self) -> tuple[SentenceChange, ...]:
        """Those that are not the same in both versions."""
        return tuple(item for item in self.sentences if item.change is not Change.SAME)


@dataclass(frozen=True)
class VersionContent:
    """One version of an entry to compare: ``text`` is its Markdown without the metadata, ``sizes`` are the sizes in bytes
    of files that are no pictures."""

    entry: Entry
    text: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)


def version_changes(
    before: VersionContent | None, after: VersionContent, name_of: NameOf = lambda _, id: id
) -> VersionChanges:
    """What ``after`` has that ``before`` has not, and the reverse; without ``before`` all of it is new."""
    old_meta = before.entry.meta if before is not None else None
    old_text = before.text if before is not None else ""
    sentences = text_changes(old_text, after.text) if old_text != after.text else []
    if all(item.change is Change.SAME for item in sentences):
        sentences = []
    return VersionChanges(
        tuple(_fields("", old_meta, after.entry.meta, name_of)),
        tuple(sentences),
        tuple(_files(before, after)),
    )


def _fields(within: str, before: Record | None, after: Record | None, name_of: NameOf) -> Iterator[FieldChange]:
    """Changes of two records of one model, either of which may be missing."""
    model = type(after if after is not None else before)
    assert issubclass(model, Record), "one of the two is there"
    for name, info in ordered_fields(model).items():
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old == new or (before is None and new == info.default):
            continue
        title = f"{within}{info.title or name}"
        shape = shape_of(info)
        if _are_records(old) or _are_records(new):
            yield from _lists(title, old or (), new or (), name_of)
        elif isinstance(old, Record) and isinstance(new, Record) and type(old) is type(new):
            yield from _fields(f"{title}：", old, new, name_of)
        else:
            change = _value(title, _words(old, shape, name_of), _words(new, shape, name_of))
            if change is not None:
                yield change


def _lists(title: str, before: Sequence[Record], after: Sequence[Record], name_of: NameOf) -> Iterator[FieldChange]:
    """Changes of lists of records, each of which is known by what its first key says."""
    old, new = _by_key(before), _by_key(after)
    for key in dict.fromkeys((*new, *old)):
        label = f"{title}（{key}）"
        left, right = old.get(key), new.get(key)
        if left is not None and right is not None and type(left) is type(right):
            yield from _fields(f"{label}：", left, right, name_of)
            continue
        change = _value(
            label, _record_words(left, name_of) if left else "", _record_words(right, name_of) if right else ""
        )
        if change is not None:
            yield change
    shared = [key for key in old if key in new]
    if shared != [key for key in new if key in old]:
        change = _value(f"{title}的次序", "、".join(shared), "、".join(key for key in new if key in old))
        if change is not None:
            yield change


def _by_key(records: Sequence[Record]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for number, record in enumerate(records, 1):
        first = next(iter(type(record).model_fields))
        key = str(getattr(record, first))
        found[f"{key}，第 {number} 条" if key in found else key] = record
    return found


def _value(title: str, before: str, after: str) -> FieldChange | None:
    if before == after:
        return None
    change = Change.CHANGED if before and after else Change.ADDED if after else Change.REMOVED
    return FieldChange(title, change, before, after, marked(before, after))


def _are_records(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, Record) for item in value)


def _words(value: Any, shape: Shape, name_of: NameOf) -> str:
    """A value as an editor would say it."""
    if value is None or value == ():
        return ""
    if isinstance(value, Record):
        return _record_words(value, name_of)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}" if (value.hour, value.minute) != (0, 0) else f"{value:%Y-%m-%d}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list, frozenset)):
        items = sorted(value, key=str) if isinstance(value, frozenset) else value
        return "、".join(_words(item, shape, name_of) for item in items)
    if isinstance(value, str) and shape.target:
        return name_of(shape.target, value)
    return str(value)


def _record_words(record: Record, name_of: NameOf) -> str:
    said = []
    for name, info in ordered_fields(type(record)).items():
        value = getattr(record, name)
        if value == info.default:
            continue
        words = _words(value, shape_of(info), name_of)
        if words:
            said.append(f"{info.title or name} {words}")
    return "；".join(said)


def _files(before: VersionContent | None, after: VersionContent) -> Iterator[FileChange]:
    old, new = (_held(before) if before is not None else {}), _held(after)
    for name in sorted({*old, *new}):
        left, right = old.get(name), new.get(name)
        if left is not None and right is not None and left[0] == right[0]:
            continue
        change = Change.CHANGED if left and right else Change.ADDED if right else Change.REMOVED
        is_picture = any(name in side.entry.photos for side in (before, after) if side is not None)
        yield FileChange(name, change, is_picture, left[1] if left else None, right[1] if right else None)


def _held(version: VersionContent) -> dict[str, tuple[str, FileSize]]:
    """Digest and size of all files beside the text."""
    entry = version.entry
    photos: Mapping[str, PhotoFile] = entry.photos
    found = {name: (photo.digest, FileSize(photo.size, photo.width, photo.height)) for name, photo in photos.items()}
    for name, digest in entry.files.items():
        found[name] = digest, FileSize(version.sizes.get(name, 0))
    return found
