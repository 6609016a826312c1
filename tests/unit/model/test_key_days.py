"""On which days key dates fall."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.key_days import KeyDay, key_days, lunar_day
from generator.model.vocabulary import KeyDate


def spans(year: int, **keys: str) -> list[str]:
    """Its days in a year, as 2026-03-01..2026-03-31."""
    key = KeyDate.model_validate({"id": "some-day", "name": "某日", **keys})
    return [written(day) for day in key_days([key], date(year, 1, 1), date(year, 12, 31))]


def written(day: KeyDay) -> str:
    return f"{day.start}" if day.start == day.end else f"{day.start}..{day.end}"


@pytest.mark.parametrize(
    ("year", "keys", "expected"),
    [
        (2026, {"day": "12-05"}, ["2026-12-05"]),
        (2026, {"day": "03-01", "last": "03-31"}, ["2026-03-01..2026-03-31"]),
        (2026, {"day": "12-20", "last": "01-10"}, ["2025-12-20..2026-01-10", "2026-12-20..2027-01-10"]),
        (2026, {"day": "02-29"}, []),
        (2028, {"day": "02-29"}, ["2028-02-29"]),
        (2026, {"day": "04-31"}, []),
        (2026, {"day": "03-05", "lunar": "09-09"}, []),
        (2026, {}, []),
        (2022, {"lunar": "12-08"}, ["2022-01-10", "2022-12-30"]),
        (2023, {"lunar": "12-08"}, []),
    ],
)
def test_days_of_a_year(year: int, keys: dict[str, str], expected: list[str]) -> None:
    assert spans(year, **keys) == expected


@pytest.mark.parametrize(
    ("year", "day"),
    [(2024, "2024-10-11"), (2025, "2025-10-29"), (2026, "2026-10-18"), (2027, "2027-10-08"), (2028, "2028-10-26")],
)
def test_double_ninth(year: int, day: str) -> None:
    """The days in the State Council's and the observatory's calendars."""
    assert lunar_day("09-09", year) == date.fromisoformat(day)


def test_the_eve_of_the_spring_festival_when_the_month_is_short() -> None:
    assert lunar_day("12-30", 2025) == date(2026, 2, 16)
    assert lunar_day("12-30", 2024) == date(2025, 1, 28)


@pytest.mark.parametrize(("written", "year"), [("09-09", 1700), ("09-09", 2300), ("09-31", 2026)])
def test_days_that_no_table_has(written: str, year: int) -> None:
    assert lunar_day(written, year) is None


def test_in_order_of_time_and_only_what_touches_the_days_asked_for() -> None:
    month = KeyDate(id="month", name="活动月", day="03-01", last="03-31")
    later = KeyDate(id="day", name="纪念日", day="03-05")
    before = KeyDate(id="old", name="过了的", day="02-05")
    found = key_days([later, before, month], date(2026, 3, 3), date(2026, 3, 5))
    assert [day.key.id for day in found] == ["month", "day"]
