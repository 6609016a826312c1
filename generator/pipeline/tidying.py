"""Copy-editing by machine: texts of entries with what is certain mended, to be looked at before they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from generator.model.catalogue import Entry
from generator.read.bundle import read_head
from generator.read.front_matter import split_front_matter
from generator.read.source import SourceText, Unreadable, decode, read_source
from generator.read.tree import REVIEW_FOLDER, Bundle, scan_tree
from generator.read.values import read_values
from generator.rules.tidying import tidied

from .refused import Refused
from .yaml_files import bytes_of, replace_files

_LINE_END = re.compile(rb"\r\n?|\n")


class Stretch(NamedTuple):
    """A stretch of a line as it was and as it becomes; the same where nothing changes."""

    old: str
    new: str


@dataclass(frozen=True)
class TidiedText:
    """A text and what it would become. ``is_reviewed``: an approval of it would end with the change."""

    path: str
    before: str
    after: str
    is_reviewed: bool

    @property
    def changes(self) -> Iterator[tuple[int, list[Stretch]]]:
        """The lines that differ, by number (from 1), in stretches; lines stay where they are."""
        lines = zip(self.before.split("\n"), self.after.split("\n"), strict=True)
        for number, (old, new) in enumerate(lines, 1):
            if old != new:
                codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
                yield number, [Stretch(old[first:last], new[start:end]) for _, first, last, start, end in codes]


def tidy_texts(root: Path, places: tuple[str, ...]) -> tuple[list[TidiedText], list[str]]:
    """The texts within ``places`` (paths below ``root``; none: all) that would change, and the paths of those that have
    errors to be mended first, both in order of path."""
    changed, broken = [], []
    for bundle in sorted(scan_tree(root).bundles.values(), key=lambda bundle: bundle.path):
        if places and not any(place in ("", ".") or f"{bundle.path}/".startswith(f"{place}/") for place in places):
            continue
        entry = read_head(root, bundle)
        if entry is None:
            broken.append(bundle.path)
            continue
        source = read_source(root, bundle.path)
        if source.oddities:  # the text has blanks where the file has something else
            broken.append(bundle.path)
            continue
        after = _tidied(source, entry)
        if after != source.text:
            changed.append(TidiedText(bundle.path, source.text, after, _is_reviewed(root, bundle)))
    return changed, broken


def write_tidied(root: Path, text: TidiedText) -> None:
    """Put the new text in its place, each line with the end it had, and with the file's byte order mark.

    Raises:
        Refused: the file changed since it was read, or the disk will not have it.
    """
    data = bytes_of(root / text.path)
    if decode(text.path, data).text != text.before:
        raise Refused(f"{text.path} 刚刚又改过了，没有动它。再运行一次。")
    lines = zip(text.after.split("\n"), [*_LINE_END.findall(data), b""], strict=True)
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    replace_files(root, {text.path: mark + b"".join(line.encode("utf-8") + end for line, end in lines)}, ())


def _tidied(source: SourceText, entry: Entry) -> str:
    split = split_front_matter(source)
    leave = {exception.rule for exception in getattr(entry.meta, "suppress", ())}
    after = tidied(source.text, split.body_start, entry.kind, entry.meta, leave)
    if _shape(SourceText(source.path, after)) == _shape(source):
        return after
    # A sign in the metadata meant something to YAML: they stay as they are.
    body = tidied(split.body, 0, entry.kind, entry.meta, leave)
    return source.text[: split.body_start] + body


def _shape(source: SourceText) -> object:
    """The keys of the metadata, as far as they can be read."""
    try:
        split = split_front_matter(source)
    except Unreadable:
        return None
    values = read_values(source, split.meta, split.meta_start)
    return _keys(values.data), len(values.diagnostics), split.body_line


def _keys(data: object) -> object:
    if isinstance(data, dict):
        return {key: _keys(value) for key, value in data.items()}
    return [_keys(value) for value in data] if isinstance(data, list) else None


def _is_reviewed(root: Path, bundle: Bundle) -> bool:
    return (root / bundle.id / REVIEW_FOLDER).is_dir()
