"""When an entry was published and last changed, by what its editor says; never by the clock or the repository."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from generator.model.catalogue import Entry

OFFSET = "+08:00"
"""Asia/Shanghai; the whole product knows one time zone."""


def last_change(entry: Entry) -> datetime | None:
    """The publication, or a later correction; None for what has neither (stations, most activities)."""
    meta: Any = entry.meta
    published: datetime | None = getattr(meta, "date", None)
    corrected = max((each.date for each in getattr(meta, "corrections", ())), default=None)
    if corrected is None or (published is not None and corrected <= published.date()):
        return published
    return _midnight(corrected)


def with_offset(moment: date) -> str:
    """2026-03-06T08:30:00+08:00; a day begins at midnight."""
    return (moment if isinstance(moment, datetime) else _midnight(moment)).isoformat() + OFFSET


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
