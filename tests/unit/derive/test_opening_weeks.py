"""Opening hours over a calendar: weeks, seasons, holidays, make-up workdays."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours

from generator.derive.opening_weeks import Minutes, OpeningCalendar
from generator.model.vocabulary import Holiday

TODAY = date(2026, 3, 12)
NEW_YEAR, FESTIVAL_SUNDAY, FESTIVAL_MONDAY, MAKE_UP_SATURDAY = "2026-01-01", "2026-02-15", "2026-02-16", "2026-02-28"
HOLIDAYS = [
    Holiday.model_validate({"date": day, "name": name, "kind": kind})
    for day, name, kind in (
        (NEW_YEAR, "元旦", "holiday"),
        (FESTIVAL_SUNDAY, "春节", "holiday"),
        (FESTIVAL_MONDAY, "春节", "holiday"),
        (MAKE_UP_SATURDAY, "春节", "workday"),
        ("2031-01-01", "元旦", "holiday"),
    )
]
CALENDAR = OpeningCalendar.of(TODAY, HOLIDAYS)


def on(written: str, day: str) -> Minutes:
    """What the compiled weeks say of a day, read as the script reads them."""
    weeks = CALENDAR.weeks(written)
    assert weeks is not None
    at = date.fromisoformat(day)
    number = CALENDAR.number(at)
    if number in weeks.special:
        return weeks.special[number]
    return next(each.week[at.weekday()] for each in weeks.periods if each.first <= number <= each.last)


def test_the_calendar_is_this_year_and_the_next_whatever_the_day() -> None:
    assert (CALENDAR.first, CALENDAR.last) == (date(2026, 1, 1), date(2027, 12, 31))
    assert OpeningCalendar.of(date(2026, 12, 31), HOLIDAYS) == CALENDAR
    assert [day.date.year for day in CALENDAR.holidays] == [2026] * 4


@pytest.mark.parametrize(
    ("written", "day", "minutes"),
    [
        ("Mo-Fr 08:30-17:30; Sa 09:00-12:00", "2026-03-12", (510, 1050)),
        ("Mo-Fr 08:30-17:30; Sa 09:00-12:00", "2026-03-14", (540, 720)),
        ("Mo-Fr 08:30-17:30; Sa 09:00-12:00", "2026-03-15", ()),
        ("Mo-Fr 08:30-12:00,14:00-17:30", "2027-12-31", (510, 720, 840, 1050)),
        ("Mo-Su 18:00-02:00", "2026-03-12", (0, 120, 1080, 1440)),
        ("24/7", "2026-03-12", (0, 1440)),
        ("24/7", NEW_YEAR, (0, 1440)),
        ("Apr-Oct Mo-Fr 08:00-18:00; Nov-Mar Mo-Fr 09:00-17:00", "2026-03-31", (540, 1020)),
        ("Apr-Oct Mo-Fr 08:00-18:00; Nov-Mar Mo-Fr 09:00-17:00", "2026-04-01", (480, 1080)),
        ("Apr-Oct Mo-Fr 08:00-18:00; Nov-Mar Mo-Fr 09:00-17:00", "2027-11-01", (540, 1020)),
        ('Mo-Fr unknown "先问"', "2026-03-12", None),
        ("Mo-Fr 08:30-17:30; PH off", FESTIVAL_MONDAY, ()),
        ("Mo-Fr 08:30-17:30; PH 10:00-12:00", FESTIVAL_SUNDAY, (600, 720)),
        ("Mo-Fr,PH 08:30-17:30", FESTIVAL_SUNDAY, (510, 1050)),
        ('Mo-Fr 09:00-12:00 "PH"', FESTIVAL_MONDAY, None),
        ("Mo-Fr 08:30-17:30", FESTIVAL_MONDAY, None),
        ("Mo-Fr 08:30-17:30", FESTIVAL_SUNDAY, ()),
        ("Mo-Fr 08:30-17:30; Sa 09:00-12:00", MAKE_UP_SATURDAY, (510, 1050)),
        ("Tu,Fr 09:00-11:30", MAKE_UP_SATURDAY, None),
    ],
)
def test_a_day_of_an_expression(written: str, day: str, minutes: Minutes) -> None:
    assert on(written, day) == minutes


@pytest.mark.parametrize("written", ["周一 9点", "", "Mo-Fr sunrise-sunset", "Mo-Fr 09:00-12:00; SH off"])
def test_what_cannot_be_known_is_not_guessed(written: str) -> None:
    assert CALENDAR.weeks(written) is None


_TIMES = ("08:30-17:30", "09:00-12:00,14:00-17:00", "18:00-02:00", "00:00-24:00", "off")
_DAYS = ("", "Mo-Fr", "Sa,Su", "We", "Apr-Oct", "Jan 10-Feb 20", "Nov-Mar Tu-Th")


@given(
    rules=st.lists(st.tuples(st.sampled_from(_DAYS), st.sampled_from(_TIMES)), min_size=1, max_size=3),
    days=st.integers(0, 729),
    minute=st.integers(0, 1439),
)
def test_every_minute_is_what_the_library_says(rules: list[tuple[str, str]], days: int, minute: int) -> None:
    written = "; ".join(f"{when} {times}".strip() for when, times in rules)
    day = CALENDAR.first + timedelta(days=days)
    plain = OpeningCalendar(CALENDAR.first, CALENDAR.last, ())
    weeks = plain.weeks(written)
    assert weeks is not None
    minutes = next(each.week[day.weekday()] for each in weeks.periods if each.first <= days <= each.last) or ()
    at = datetime.combine(day, time(minute // 60, minute % 60))
    found = any(begin <= minute < end for begin, end in zip(minutes[::2], minutes[1::2], strict=True))
    assert found == OpeningHours(written).is_open(at)
