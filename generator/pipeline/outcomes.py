"""What became of a submission, kept beside the entry and not in it: an office may decide, and decide again, at any time,
and no review of the text is void for that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.model.catalogue import Catalogue, Entry
from generator.model.stub import scalar
from generator.model.submission import Decided, SubmissionOutcome
from generator.read.schema import Locator, validate
from generator.read.source import Unreadable, decode
from generator.read.tree import REVIEW_FOLDER
from generator.read.values import read_values

from .refused import Refused
from .yaml_files import bytes_of

OUTCOME_FILE = f"{REVIEW_FOLDER}/submission.yaml"
"""In the entry's folder. Whatever lies under ``review/`` is no part of the bundle's digest."""
_ABOUT = "# 来稿的处理结果，由 zoujin submissions decide 写。它不算稿件的内容，什么时候改都不影响审核。"


def handed_in(catalogue: Catalogue) -> Iterator[Entry]:
    """All entries that somebody handed in."""
    return (entry for entry in catalogue.entries.values() if getattr(entry.meta, "submission", None) is not None)


def record_outcome(root: Path, entry: Entry, outcome: SubmissionOutcome, decided: date, note: str) -> str:
    """Write outcome, day and note in the place of what was written before; the path of the file.

    Raises:
        Refused: the entry was not handed in by anybody, or the disk will not have it.
    """
    if getattr(entry.meta, "submission", None) is None:
        raise Refused(f"{entry.id} 不是来稿（没有 submission）。只有来稿才记处理结果。")
    lines = [_ABOUT, f"outcome: {outcome.value}", f"decided: {decided.isoformat()}"]
    lines += [f"note: {scalar(note)}"] if note else []
    path = f"{entry.id}/{OUTCOME_FILE}"
    target = root / path
    fresh = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(exist_ok=True)
        fresh.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        fresh.replace(target)
    except OSError as error:
        raise Refused(f"{path} 写不进去（{error.strerror}）。检查文件夹权限和磁盘空间。") from None
    return path


def outcomes(root: Path, catalogue: Catalogue) -> dict[str, Decided]:
    """What was decided about submissions, by entry id; those that wait for it are not there.

    Raises:
        Refused: one of the files cannot be read or understood.
    """
    found = {}
    for entry in handed_in(catalogue):
        path = f"{entry.id}/{OUTCOME_FILE}"
        if data := bytes_of(root / path):
            found[entry.id] = _understood(path, data)
    return found


def _understood(path: str, data: bytes) -> Decided:
    try:
        source = decode(path, data)
        values = read_values(source, source.text)
    except Unreadable as trouble:
        raise Refused(f"{path}：{trouble.diagnostic.message}{trouble.diagnostic.hint}") from None
    record, wrong = validate(Decided, values.data or {}, Locator(source, values.node, 0), lost=values.lost)
    if not isinstance(record, Decided):
        first = [*values.diagnostics, *wrong][0]
        raise Refused(f"{path}：{first.message}{first.hint}用 zoujin submissions decide 重新记一次也行。")
    return record
