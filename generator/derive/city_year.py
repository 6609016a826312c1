"""The year of the city: key dates and campaigns, month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.catalogue import Entry
from generator.model.entries import ActivityStatus
from generator.model.key_days import KeyDay, key_days
from generator.model.vocabulary import KeyDate

from .calendar import CampaignRound

_LOOKS_AHEAD_FROM = 10
"""From October on the next year's first months are shown too: that is when they are planned."""
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class CityMonth:
    """What is on in a month, in order of time. ``first`` is its first day.

    A campaign or key date stands in the month in which it begins, and in the present one as
    long as it goes on. ``activities`` counts those that begin in the month and take place.
    """

    first: date
    key_days: tuple[KeyDay, ...]
    campaigns: tuple[Entry, ...]
    activities: int


@dataclass(frozen=True, slots=True)
class CityYear:
    """The months of this year and perhaps the first of the next; ``next_key_day`` is the first one that is not over."""

    months: tuple[CityMonth, ...]
    next_key_day: KeyDay | None


def city_year(keys: Iterable[KeyDate], campaigns: CampaignRound, activities: Iterable[Entry], today: date) -> CityYear:
    """Lay out the year of ``today``."""
    known = tuple(keys)
    ahead = _AHEAD if today.month >= _LOOKS_AHEAD_FROM else 0
    firsts = [date(today.year, month, 1) for month in range(1, 13)]
    firsts += [date(today.year + 1, month, 1) for month in range(1, ahead + 1)]
    days = key_days(known, firsts[0], _last_day(firsts[-1]))
    in_time = sorted(
        campaigns.running + campaigns.announced + campaigns.ended, key=lambda entry: (entry.meta.start, entry.id)
    )
    counts = Counter(
        (entry.meta.start.year, entry.meta.start.month)
        for entry in activities
        if entry.meta.status is ActivityStatus.PLANNED
    )
    months = tuple(
        CityMonth(
            first,
            tuple(day for day in days if _stands_in(day.start, day.end, first, today)),
            tuple(entry for entry in in_time if _stands_in(entry.meta.start, entry.meta.end, first, today)),
            counts[(first.year, first.month)],
        )
        for first in firsts
    )
    coming = key_days(known, today, today + timedelta(days=366))
    return CityYear(months, next(iter(coming), None))


def _stands_in(start: date, end: date, first: date, today: date) -> bool:
    here = (first.year, first.month)
    return here == (start.year, start.month) or (here == (today.year, today.month) and start < first and end >= today)


def _last_day(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
