"""The moment that a build is for."""

from __future__ import annotations

from datetime import date, datetime


def build_day(pinned: date | None, asked: datetime | None, clock: datetime) -> datetime:
    """The moment a build is for: the one asked for, else the day a demonstration pins, else the clock."""
    if asked is not None:
        return asked
    return datetime.combine(pinned, datetime.min.time()) if pinned is not None else clock
