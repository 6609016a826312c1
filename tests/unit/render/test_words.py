"""Dates, hours, opening times and telephone numbers in Chinese."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.chinese_dates import day_view, days_span, moment_view, number, reading_time, time_span, weekday
from generator.render.contacts import telephone
from generator.render.opening_words import hours_in_words


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("Mo-Fr 08:30-17:30", ["周一至周五 08:30—17:30"]),
        ("Mo-Fr 08:30-17:30; Sa 09:00-12:00", ["周一至周五 08:30—17:30", "周六 09:00—12:00"]),
        ("Mo-Su 18:30-23:00", ["每天 18:30—23:00"]),
        ("08:00-20:00", ["每天 08:00—20:00"]),
        ("Mo-Fr 08:30-12:00,14:00-17:30", ["周一至周五 08:30—12:00、14:00—17:30"]),
        ("Mo,We,Fr 09:00-11:00", ["周一、周三、周五 09:00—11:00"]),
        ("Mo-Fr 08:30-17:30; PH off", ["周一至周五 08:30—17:30", "法定节假日 休息"]),
        ("24/7", ["每天 24 小时"]),
        ("Fr 18:00-02:00", ["周五 18:00—次日02:00"]),
        ("Fr 18:00-26:00", ["周五 18:00—次日02:00"]),
        ("Apr-Oct Mo-Fr 08:00-18:00", ["4月至10月 周一至周五 08:00—18:00"]),
        ('We 09:00-11:00 "义诊"', ["周三 09:00—11:00 （义诊）"]),
        # Beyond what we put into words, or not of the syntax at all: as written.
        ("Mo[1] 09:00-10:00", ["Mo[1] 09:00-10:00"]),
        ("周一到周五上午", ["周一到周五上午"]),
    ],
)
def test_opening_hours(written: str, lines: list[str]) -> None:
    assert list(hours_in_words(written)) == lines


@given(st.text(max_size=40))
def test_any_opening_hours_give_some_words(written: str) -> None:
    assert hours_in_words(written)


def test_days_and_moments() -> None:
    assert day_view(date(2026, 3, 6)) == {"iso": "2026-03-06", "text": "2026年3月6日"}
    assert moment_view(datetime(2026, 3, 6)) == day_view(date(2026, 3, 6))
    assert moment_view(datetime(2026, 3, 6, 8, 5)) == {"iso": "2026-03-06T08:05+08:00", "text": "2026年3月6日 08:05"}
    assert weekday(date(2026, 3, 12)) == "周四"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 3, 1), date(2026, 3, 31), "2026年3月1日至31日"),
        (date(2026, 3, 1), date(2026, 4, 2), "2026年3月1日至4月2日"),
        (date(2025, 12, 31), date(2026, 1, 1), "2025年12月31日至2026年1月1日"),
        (date(2025, 12, 5), date(2025, 12, 5), "2025年12月5日"),
    ],
)
def test_spans_of_days(start: date, end: date, text: str) -> None:
    assert days_span(start, end) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (datetime(2026, 3, 14, 9), datetime(2026, 3, 14, 11, 30), "09:00—11:30"),
        (datetime(2026, 3, 14, 9), datetime(2026, 3, 15, 11), "3月14日09:00—3月15日11:00"),
        (datetime(2026, 3, 14), datetime(2026, 3, 15), "3月14日—3月15日"),
        (datetime(2026, 3, 14), datetime(2026, 3, 14), "全天"),
    ],
)
def test_spans_of_time(start: datetime, end: datetime, text: str) -> None:
    assert time_span(start, end) == text


def test_reading_time_and_numbers() -> None:
    assert [reading_time(count) for count in (0, 10, 590, 600, 1600)] == [
        "约 1 分钟", "约 1 分钟", "约 1 分钟", "约 2 分钟", "约 4 分钟",
    ]  # fmt: skip
    assert [number(value) for value in (0.0, 12.0, 1280.5, 99999.25)] == ["0", "12", "1,280.5", "99,999.25"]


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        ("0000-8801234", "tel:00008801234"),
        ("0000-8801234转6", "tel:00008801234,6"),
        ("（0000）880 1234", "tel:00008801234"),
        (None, ""),
    ],
)
def test_telephone_links(printed: str | None, url: str) -> None:
    assert telephone(printed) == url
