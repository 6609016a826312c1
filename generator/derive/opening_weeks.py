"""Opening hours worked out day by day, so that a browser can tell whether a station is open without knowing the syntax.

An expression becomes a few *periods*, each with the minutes of every weekday, and the days on
which holidays or make-up workdays change them. Minutes are counted from midnight in
Asia/Shanghai; what goes on after midnight stands on the next day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, State, validate

from generator.model.vocabulary import Holiday, HolidayKind

Minutes = tuple[int, ...] | None
"""Openings of one day: start, end, start, end …, from 0 to 1440. None when nobody can tell without calling."""

Week = tuple[Minutes, Minutes, Minutes, Minutes, Minutes, Minutes, Minutes]
"""Monday to Sunday."""

_SYNTAX_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_SATURDAY = 5
_PUBLIC_HOLIDAY = re.compile(r"\bPH\b")
_NOT_KNOWN_HERE = re.compile(r"\bSH\b|sunrise|sunset|dawn|dusk")
"""School holidays differ from district to district, and the sun rises earlier in the east."""
_SEASONAL = re.compile(r"[A-Z][a-z]{2}\b|week|easter|\d{4}\b|\[")
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``first`` to ``last``, counted from the calendar's first day, in which weeks are alike."""

    first: int
    last: int
    week: Week


@dataclass(frozen=True, slots=True)
class OpeningWeeks:
    """One expression over a calendar. ``special`` are days that differ from their weekday."""

    periods: tuple[Period, ...]
    special: Mapping[int, Minutes]


@dataclass(frozen=True)
class OpeningCalendar:
    """The days for which opening hours are worked out, and the holidays among them."""

    first: date
    last: date
    holidays: tuple[Holiday, ...]

    @classmethod
    def of(cls, today: date, holidays: Iterable[Holiday]) -> OpeningCalendar:
        """This calendar year and the next, so that the result changes once a year and not every day."""
        first, last = date(today.year, 1, 1), date(today.year + 1, 12, 31)
        return cls(first, last, tuple(day for day in holidays if first <= day.date <= last))

    def number(self, day: date) -> int:
        """How many days after the first."""
        return (day - self.first).days

    def weeks(self, written: str) -> OpeningWeeks | None:
        """The expression worked out; None when it is not valid or depends on what is not known here.

        On a holiday only an expression that speaks of holidays (``PH``) is believed; on a
        make-up workday a weekend takes the hours of the weekdays when those are all alike.
        """
        return _weeks(written, self.first, self.last, self.holidays)


@lru_cache(maxsize=4096)
def _weeks(written: str, first: date, last: date, holidays: tuple[Holiday, ...]) -> OpeningWeeks | None:
    if not validate(written):
        return None
    rules = _QUOTED.sub("", written)
    if _NOT_KNOWN_HERE.search(rules):
        return None
    sampled = last if _SEASONAL.search(rules) else min(last, first + timedelta(days=6))
    days = list(_days(written, first, sampled))
    periods = tuple(_periods(days, first.weekday()))
    if sampled < last:
        periods = (Period(0, (last - first).days, periods[0].week),)
    always = str(OpeningHours(written)) == "24/7"
    special = {}
    for holiday in holidays:
        number = (holiday.date - first).days
        usual = _week_on(periods, number)
        if holiday.kind is HolidayKind.WORKDAY:
            minutes = _make_up(usual, holiday.date.weekday())
        elif _PUBLIC_HOLIDAY.search(rules):
            minutes = _on_holiday(written, holiday.date)
        else:
            minutes = usual[holiday.date.weekday()]
            minutes = minutes if always or minutes == () else None
        if minutes != usual[holiday.date.weekday()]:
            special[number] = minutes
    return OpeningWeeks(periods, special)


def _days(written: str, first: date, last: date) -> Iterator[Minutes]:
    """Each day's minutes when there are no holidays."""
    start, end = datetime.combine(first, time.min), datetime.combine(last, time.min)
    length = (last - first).days + 1
    days: list[list[int] | None] = [[] for _ in range(length)]
    for begin, stop, state, _ in OpeningHours(written).intervals(start, end + timedelta(days=1)):
        if state == State.CLOSED:
            continue
        until = _minute(stop, start) if stop > begin else length * 1440
        at = max(0, _minute(begin, start))
        while at < until:
            number = at // 1440
            stop_here = min(until, (number + 1) * 1440)
            day = days[number]
            if state == State.UNKNOWN:
                days[number] = None
            elif day is not None:
                day += [at - number * 1440, stop_here - number * 1440]
            at = stop_here
    return (None if day is None else _joined(day) for day in days)


def _minute(moment: datetime, start: datetime) -> int:
    return int((moment - start).total_seconds()) // 60


def _joined(minutes: list[int]) -> tuple[int, ...]:
    """Without breaks of no length, which stand where only a comment changes."""
    joined: list[int] = []
    for begin, end in zip(minutes[::2], minutes[1::2], strict=True):
        if joined and joined[-1] == begin:
            joined[-1] = end
        else:
            joined += [begin, end]
    return tuple(joined)


def _periods(days: list[Minutes], weekday: int) -> Iterator[Period]:
    """Cut where a weekday is no longer what it was a week before; ``weekday`` is the first day's."""
    seen: dict[int, Minutes] = {}
    begin = 0
    for number, minutes in enumerate(days):
        here = (weekday + number) % 7
        if here in seen and seen[here] != minutes:
            yield Period(begin, number - 1, _full(seen))
            begin, seen = number, {}
        seen[here] = minutes
    yield Period(begin, len(days) - 1, _full(seen))


def _full(seen: Mapping[int, Minutes]) -> Week:
    mo, tu, we, th, fr, sa, su = (seen.get(day, ()) for day in range(7))
    return (mo, tu, we, th, fr, sa, su)


def _week_on(periods: tuple[Period, ...], number: int) -> Week:
    return next(period.week for period in periods if number <= period.last)


def _make_up(usual: Week, weekday: int) -> Minutes:
    workdays = set(usual[:_SATURDAY])
    if weekday < _SATURDAY:
        return usual[weekday]
    return workdays.pop() if len(workdays) == 1 else None


def _on_holiday(written: str, day: date) -> Minutes:
    """For one day, "public holiday" means that day's weekday, added last."""
    parts = _QUOTED.split(written)
    quotes = [*_QUOTED.findall(written), ""]
    named = (_PUBLIC_HOLIDAY.sub(_SYNTAX_DAYS[day.weekday()], part) for part in parts)
    meant = "".join(part + quote for part, quote in zip(named, quotes, strict=True))
    return next(_days(meant, day, day)) if validate(meant) else None
