"""What an editor meant, said only when it is clear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.fields import Clock, Code12, Count, Day, Headline, Line, Moment, Switch, WebAddress
from generator.model.likely_values import missing_day, suggest_clock, suggest_day, suggest_number, suggest_switch


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-3-5", "2026-03-05"),
        ("2026年3月5日", "2026-03-05"),
        ("２０２６／３／５", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("“2026-03-05”", "2026-03-05"),
        ("2026年3月5日（周四）下午2点半", "2026-03-05 14:30"),
        ("2026-03-05T08:30:00+08:00", "2026-03-05 08:30"),
        ("2026-12-31 24:00", "2027-01-01 00:00"),
        ("9999-12-31 24:00", None),
        ("05-03-2026", None),
        ("3月5日", None),
        ("今天", None),
        ("2026-02-30", None),
        ("", None),
        ("2026-03-05" * 50, None),
    ],
)
def test_days(text: str, meant: str | None) -> None:
    assert suggest_day(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8：30", "08:30"),
        ("下午2点", "14:00"),
        ("中午12点", "12:00"),
        ("8点半", "08:30"),
        ("25:00", None),
        ("830", None),
        ("上午", None),
    ],
)
def test_clocks(text: str, meant: str | None) -> None:
    assert suggest_clock(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,280 小时", "1280"),
        ("约128", "128"),
        ("1.2万", "12000"),
        ("012", "12"),
        ("30-40", None),
        ("三十", None),
        ("1" * 5000, None),
    ],
)
def test_numbers(text: str, meant: str | None) -> None:
    assert suggest_number(text) == meant


@pytest.mark.parametrize(("text", "meant"), [("yes", "true"), ("Off", "false"), ("无", "false"), ("草稿", None)])
def test_switches(text: str, meant: str | None) -> None:
    assert suggest_switch(text) == meant


def test_days_that_do_not_exist() -> None:
    assert missing_day("2026-02-30") == "2026 年 2 月没有 30 日"
    assert missing_day("2026-13-01") == "没有 13 月"
    assert missing_day("2026-03-05") is None
    assert missing_day("2026-03-05 25:00") == "一天只有 00:00 到 23:59"


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "1899-12-31", "2200-01-01 08:00"])
def test_years_too_far_to_reckon_with(text: str) -> None:
    """Whoever writes 9999-12-31 means "for ever", which is said by leaving the field out."""
    assert missing_day(text) == "年份只能是 1900 到 2199"
    assert suggest_day(text) is None
    for field in (Day, Moment):
        with pytest.raises(ValidationError):
            TypeAdapter(field).validate_python(text)


@given(st.text(max_size=70))
def test_any_text_gives_a_value_its_field_takes_or_nothing(text: str) -> None:
    for suggest, field in ((suggest_clock, Clock), (suggest_day, Moment), (suggest_switch, Switch)):
        meant = suggest(text)
        if meant is not None:
            TypeAdapter(field).validate_python(meant)
    missing_day(text)
    suggest_number(text)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Day, "２０２６-０３-０５"),
        (Moment, "2026-03-05 24:00"),
        (Clock, "8:30"),
        (Switch, "yes"),
        (Count, "012"),
        (Count, "1e3"),
        (Count, "1_000"),
        (Count, "9" * 5000),
        (Code12, "１１０１０１００１００１"),
        (Code12, "110101001001\n"),
        (Line, "热\x00水"),
        (Line, "热\u2028水"),
        (Headline, "热\n水"),
        (WebAddress, 'https://x.example/"><script>'),
    ],
)
def test_refused(field: object, text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(field).validate_python(text)
