"""What became of a submission is written into its metadata."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.model.catalogue import Entry
from generator.model.kinds import MODELS
from generator.model.shapes import ordered_fields
from generator.model.submission import Submission, SubmissionOutcome
from generator.tables.changes import FieldChange

from .refused import Refused
from .table_files import edited_front_matter
from .yaml_files import load_front_matter, replace_files


def record_outcome(root: Path, entry: Entry, outcome: SubmissionOutcome, decided: date, note: str) -> None:
    """Write outcome, day and note; comments and order of the metadata stay as they are.

    Raises:
        Refused: the entry was not handed in by anybody, or its file cannot be changed safely.
    """
    if getattr(entry.meta, "submission", None) is None:
        raise Refused(f"{entry.id} 不是来稿（没有 submission）。只有来稿才记处理结果。")
    values = {"outcome": outcome.value, "decided": decided.isoformat(), **({"note": note} if note else {})}
    fields = [FieldChange(("submission", key), key, "", value, value) for key, value in values.items()]
    file = load_front_matter(root, entry.path)
    order = [*ordered_fields(MODELS[entry.kind]), *ordered_fields(Submission)]
    replace_files(root, {entry.path: edited_front_matter(file, fields, order)}, [file])
