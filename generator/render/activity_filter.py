"""What coming activities can be narrowed by: days, place, age, category. Everything the filter compares stands in the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from generator.derive.phases import can_join, end_of_week
from generator.model.catalogue import Entry
from generator.model.entries import Activity

from .cards import Cards
from .chinese_dates import short_day, weekday
from .views import ActivityFilterView, Choice, ComingActivity, SpanChoice, StreetChoice

DAYS_AHEAD = 14
"""So many days can be chosen one by one."""

EVER = date.max

AGES: tuple[Choice, ...] = (
    {"id": "6", "name": "6岁孩子"},
    {"id": "8", "name": "8岁孩子"},
    {"id": "10", "name": "10岁孩子"},
    {"id": "12", "name": "12岁孩子"},
    {"id": "14", "name": "14岁少年"},
    {"id": "16", "name": "16岁少年"},
    {"id": "18", "name": "成年人"},
    {"id": "senior", "name": "老年人"},
)
"""Somebody's age in years, or ``senior``: then the activity must say that it suits old people."""


def coming_activity(cards: Cards, entry: Entry) -> ComingActivity:
    """An activity with what the filter compares."""
    meta: Activity = entry.meta
    return {
        "card": cards.activity(entry),
        "first": meta.start.date().isoformat(),
        "last": meta.end.date().isoformat(),
        "district": meta.district,
        "street": meta.street or "",
        "categories": " ".join(dict.fromkeys(meta.categories)),
        "age_from": "" if meta.age_from is None else str(meta.age_from),
        "age_to": "" if meta.age_to is None else str(meta.age_to),
        "seniors": meta.seniors,
        "can_join": can_join(meta, cards.today),
    }


def filter_view(cards: Cards, coming: Sequence[Entry], more: list[str]) -> ActivityFilterView:
    """The choices for ``coming``; ``more`` are the URLs of the pages on which the list goes on."""
    known = cards.data.catalogue.vocabularies
    districts = {entry.meta.district for entry in coming}
    streets = {entry.meta.street for entry in coming}
    categories = {category for entry in coming for category in entry.meta.categories}
    return {
        "spans": list(_spans(cards.today)),
        "days": list(_days(coming, cards.today)),
        "districts": [_choice(id, known.district[id].name) for id in cards.data.districts if id in districts],
        "streets": [_street(id, street) for id, street in known.street.items() if id in streets],
        "categories": [_choice(id, term.name) for id, term in known.category.items() if id in categories],
        "ages": list(AGES),
        "more": more,
    }


def _spans(today: date) -> Iterable[SpanChoice]:
    """Days as people speak of them, counted from the day of the build."""
    tomorrow, sunday = today + timedelta(days=1), end_of_week(today)
    saturday, monday = sunday - timedelta(days=1), sunday + timedelta(days=1)
    next_sunday = sunday + timedelta(days=7)
    yield _span("today", "今天", today, today)
    yield _span("tomorrow", "明天", tomorrow, tomorrow)
    yield _span("week", "本周", today, sunday)
    yield _span("weekend", "本周末", max(today, saturday), sunday)
    yield _span("next-week", "下周", monday, next_sunday)
    yield _span("later", "下周以后", next_sunday + timedelta(days=1), EVER)


def _days(coming: Iterable[Entry], today: date) -> Iterable[SpanChoice]:
    """Days on which an activity begins."""
    last = today + timedelta(days=DAYS_AHEAD)
    days = sorted({entry.meta.start.date() for entry in coming})
    return (
        _span(day.isoformat(), f"{short_day(day)} {weekday(day)}", day, day) for day in days if today <= day <= last
    )


def _span(id: str, name: str, first: date, last: date) -> SpanChoice:
    return {"id": id, "name": name, "first": first.isoformat(), "last": last.isoformat()}


def _street(id: str, street: object) -> StreetChoice:
    return {"id": id, "name": str(getattr(street, "name", "")), "district": str(getattr(street, "district", ""))}


def _choice(id: str, name: str) -> Choice:
    return {"id": id, "name": name}
