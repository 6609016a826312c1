"""On which days of a year the key dates fall; lunar ones are converted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .vocabulary import KeyDate

_KNOWN_YEARS = range(1901, 2100)
"""The years for which the lunar calendar is tabulated (Hong Kong Observatory, as kept by borax)."""


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A key date in one year: ``start`` and ``end`` are its first and last day."""

    key: KeyDate
    start: date
    end: date


def key_days(keys: Iterable[KeyDate], first: date, last: date) -> list[KeyDay]:
    """All that touch the days from ``first`` to ``last``, by their first day and then in the order given.

    A key date whose days make no sense (``key-date-day`` tells the editor) has none; so has
    29 February in a year without it.
    """
    found = [
        KeyDay(key, start, end)
        for key in keys
        for year in range(first.year - 1, last.year + 1)
        for start, end in _spans(key, year)
        if start <= last and end >= first
    ]
    return sorted(found, key=lambda day: day.start)


def _spans(key: KeyDate, year: int) -> Iterator[tuple[date, date]]:
    """Those that begin in a year of the Gregorian calendar; a lunar day can fall into it twice, or not at all."""
    if key.day is not None and key.lunar is None:
        start = month_day(key.day, year)
        end = month_day(key.last, year) if key.last else start
        if start and end and end < start and key.last:
            end = month_day(key.last, year + 1)
        if start and end:
            yield start, end
    elif key.lunar is not None and key.day is None:
        for lunar_year in (year - 1, year):
            day = lunar_day(key.lunar, lunar_year)
            if day is not None and day.year == year:
                yield day, day


def month_day(written: str, year: int) -> date | None:
    """``03-05`` in a year; None when the year has no such day."""
    month, day = (int(part) for part in written.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def lunar_day(written: str, year: int) -> date | None:
    """``09-09`` of a lunar year as a day of the Gregorian calendar; None when there is no such day.

    The thirtieth of a short month is its last day, the twenty-ninth, as the eve of the Spring Festival is kept.
    """
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate  # takes longer to load than all else here

    month, day = (int(part) for part in written.split("-"))
    if year not in _KNOWN_YEARS or day > 30:
        return None
    try:
        found: date = LunarDate(year, month, day).to_solar_date()
    except InvalidLunarDateError:
        return lunar_day(f"{month:02}-29", year) if day == 30 else None
    return found
