"""One bundle becomes an entry, its text, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import yaml

from generator.model.body import EMPTY_BODY, EMPTY_OUTLINE, Body, Outline
from generator.model.catalogue import Entry
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.model.downloads import SUBTITLES
from generator.model.fields import Record
from generator.model.kinds import MODELS, Kind
from generator.model.photo import PhotoFile
from generator.model.remark import Remark, ScanText
from generator.model.wording import frame_digest

from .front_matter import Split, split_front_matter
from .markdown import parse_body
from .misplaced import INDEX
from .report import problem, reason, without_echoes
from .schema import Locator, sketch, validate
from .source import SourceText, Unreadable, read_source
from .subtitles import MOST_BYTES, subtitle_faults
from .tree import Bundle
from .values import Values, read_values
from .yaml_trouble import explain_plain_text

InspectPhoto = Callable[[Path], PhotoFile]

DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """What came of one bundle: ``entry`` is None when it cannot be used. ``outline`` is of its text in either case, and
    ``sketch`` then holds what could be understood of its metadata (see ``generator.read.schema.sketch``)."""

    entry: Entry | None
    body: Body
    diagnostics: tuple[Diagnostic, ...]
    outline: Outline = EMPTY_OUTLINE
    sketch: Record | None = None


def read_bundle(root: Path, bundle: Bundle, inspect: InspectPhoto, scan: ScanText | None = None) -> ReadEntry:
    """Read ``bundle`` under ``root``; every problem is in the result, none is raised.

    ``scan`` looks for what rules about wording have to say; without it there are no remarks.
    """
    diagnostics: list[Diagnostic] = []
    meta: Record | None = None
    data: object = None
    split: Split | None = None
    try:
        source = read_source(root, bundle.path)
        diagnostics += source.oddities
        split = split_front_matter(source)
        diagnostics += split.diagnostics
        values = read_values(source, split.meta, split.meta_start)
        diagnostics += values.diagnostics
        data = _require_mapping(source, split, values)
        if isinstance(data, list):
            diagnostics += data
        else:
            place = Locator(source, values.node, split.meta_start)
            meta, wrong = validate(MODELS[bundle.kind], data, place, lost=values.lost)
            diagnostics += wrong
    except Unreadable as unreadable:
        diagnostics.append(unreadable.diagnostic)
    diagnostics = without_echoes(diagnostics)
    outline, body = _text(split) if split is not None else (EMPTY_OUTLINE, EMPTY_BODY)
    sound = not any(found.severity is Severity.ERROR for found in diagnostics)
    photos, files, trouble = _neighbours(root, bundle, inspect)
    diagnostics += trouble
    if split is None or meta is None or not sound:
        return ReadEntry(None, EMPTY_BODY, tuple(diagnostics), outline, sketch(MODELS[bundle.kind], data))
    entry = Entry(
        id=bundle.id,
        kind=bundle.kind,
        path=bundle.path,
        meta=meta,
        outline=outline,
        photos=photos,
        files=files,
        digest=_digest(source.text, *(photo.digest for photo in photos.values()), *files, *files.values()),
        body_digest=_digest(split.body),
        frame=frame_digest(meta, outline),
        remarks=_remarks(source, split, bundle.kind, meta, scan) if scan is not None else (),
    )
    return ReadEntry(entry, body, tuple(diagnostics), outline)


def read_head(root: Path, bundle: Bundle) -> Entry | None:
    """A bundle's metadata alone, for who asks nothing of its text; None when it has errors."""
    try:
        source = read_source(root, bundle.path)
        split = split_front_matter(source)
        values = read_values(source, split.meta, split.meta_start)
    except Unreadable:
        return None
    if not isinstance(values.node, yaml.MappingNode):
        return None
    meta, wrong = validate(
        MODELS[bundle.kind], values.data, Locator(source, values.node, split.meta_start), lost=values.lost
    )
    found = (*split.diagnostics, *values.diagnostics, *wrong)
    if meta is None or any(item.severity is Severity.ERROR for item in found):
        return None
    return Entry(bundle.id, bundle.kind, bundle.path, meta)


def _text(split: Split) -> tuple[Outline, Body]:
    return parse_body(split.body, split.body_line) if split.body.strip() else (EMPTY_OUTLINE, EMPTY_BODY)


def _remarks(source: SourceText, split: Split, kind: Kind, meta: Record, scan: ScanText) -> tuple[Remark, ...]:
    return tuple(
        Remark(spot.rule, source.mark(spot.start, spot.length), spot.message, spot.hint, spot.instead)
        for spot in scan(source.text, split.body_start, kind, meta)
    )


def _require_mapping(source: SourceText, split: Split, values: Values) -> dict[str, object] | list[Diagnostic]:
    """The metadata's keys and values; or what is wrong with all lines.

    Raises:
        Unreadable: the metadata is empty, or no lines of keys and values.
    """
    if values.node is None:
        if values.diagnostics or split.diagnostics:
            return []
        hint = "在两行 --- 之间写“键: 值”，一行一个，如 title: 标题。"
        raise Unreadable(problem("front-matter-empty", source.path, "元数据是空的。", hint, source.mark(0, 3)))
    if not isinstance(values.node, yaml.MappingNode):
        found = explain_plain_text(source, split.meta, split.meta_start)
        if found:
            return found
        first = split.meta_start + len(split.meta) - len(split.meta.lstrip())
        raise Unreadable(
            problem(
                "yaml-syntax",
                source.path,
                "元数据不是“键: 值”的写法。",
                "一行一个“键: 值”，冒号是英文的，后面有一个空格，如 title: 标题。",
                source.mark(first),
            )
        )
    data: dict[str, object] = values.data
    return data


def _neighbours(
    root: Path, bundle: Bundle, inspect: InspectPhoto
) -> tuple[dict[str, PhotoFile], dict[str, str], list[Diagnostic]]:
    """The pictures and other files beside ``index.md``."""
    photos: dict[str, PhotoFile] = {}
    files: dict[str, str] = {}
    trouble: list[Diagnostic] = []
    for file in bundle.files:
        if file.name == INDEX:
            continue
        path = root / bundle.id / file.name
        try:
            if file.is_photo:
                photos[file.name] = inspect(path)
            else:
                files[file.name] = _file_digest(path)
                if path.suffix.lower() == SUBTITLES:
                    trouble += _subtitle_trouble(f"{bundle.id}/{file.name}", path)
        except OSError as error:
            trouble.append(
                problem(
                    "file-unreadable",
                    f"{bundle.id}/{file.name}",
                    f"文件打不开（{reason(error)}）。",
                    "检查文件权限，或是否正在被移动。",
                )
            )
    return photos, files, trouble


def _subtitle_trouble(place: str, path: Path) -> Iterator[Diagnostic]:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    for fault in subtitle_faults(data):
        yield problem("subtitles-broken", place, fault.message, fault.hint, Mark(fault.line, 0, 0))


def _digest(*texts: str) -> str:
    digest = blake2b(digest_size=DIGEST_BYTES)
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def _file_digest(path: Path) -> str:
    digest = blake2b(digest_size=DIGEST_BYTES)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
