"""What changed since the version that readers see: sentences, values, pictures side by side."""

from __future__ import annotations

from typing import Any

from generator.model.catalogue import Entry
from generator.pipeline.review_desk import Desk
from generator.pipeline.version_comparison import compare_with_approved
from generator.review.text_changes import Change, Piece, SentenceChange
from generator.review.verdict import Verdict
from generator.review.version_changes import FieldChange, FileChange, FileSize

_AROUND = 1
"""So many unchanged sentences are shown before and after a change."""


def changes_view(desk: Desk, entry: Entry, verdict: Verdict) -> dict[str, Any]:
    """``kind`` is ``first`` where nothing was approved yet, ``same`` or ``changed``.

    Raises:
        Refused: the approved version cannot be had.
    """
    if verdict.live is None:
        return {"kind": "first"}
    found = compare_with_approved(desk, entry)
    if not found.changes:
        return {"kind": "same"}
    return {
        "kind": "changed",
        "fields": field_rows(found.changes.fields),
        "sentences": sentence_rows(found.changes.sentences),
        "files": [_file(item) for item in found.changes.files],
    }


def field_rows(fields: tuple[FieldChange, ...]) -> list[dict[str, Any]]:
    """Changed values."""
    return [
        {"title": field.title, "what": field.change.label, "pieces": [_piece(piece) for piece in field.pieces]}
        for field in fields
    ]


def sentence_rows(sentences: tuple[SentenceChange, ...]) -> list[dict[str, Any]]:
    """Changed sentences with their neighbours; ``gap`` says that unchanged ones were left out before one."""
    changed = [number for number, one in enumerate(sentences) if one.change is not Change.SAME]
    wanted = sorted(
        {near for at in changed for near in range(at - _AROUND, at + _AROUND + 1) if 0 <= near < len(sentences)}
    )
    rows, last = [], -1
    for number in wanted:
        one = sentences[number]
        rows.append(
            {
                "gap": number != last + 1,
                "change": one.change.value,
                "what": one.change.label if one.change is not Change.SAME else "",
                "paragraph": one.paragraph,
                "pieces": [_piece(piece) for piece in one.pieces],
            }
        )
        last = number
    return rows


def _piece(piece: Piece) -> dict[str, str]:
    return {"change": piece.change.value, "text": piece.text}


def _file(item: FileChange) -> dict[str, Any]:
    return {
        "name": item.name,
        "what": item.change.label,
        "is_picture": item.is_picture,
        "before": _size(item.before),
        "after": _size(item.after),
    }


def _size(size: FileSize | None) -> str:
    if size is None:
        return ""
    pixels = f"{size.width} × {size.height}，" if size.width else ""
    return f"{pixels}{max(1, round(size.size / 1024))} KB"
