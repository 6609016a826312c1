"""The registers of days: key dates of every year, and which days people are off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Severity
from generator.model.key_days import lunar_day, month_day
from generator.model.kinds import REGISTERS, Kind
from generator.model.references import FieldPath
from generator.model.vocabulary import KeyDate

from .finding import Finding
from .registry import rule

_FILE = {register.name: register.file for register in REGISTERS}
_LEAP_YEAR = 2028


@rule("key-date-day", Severity.ERROR, "重要日子没有写清是哪一天", binding=True)
def key_date_day(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A key date falls on a day of the Gregorian year, on several, or on a day of the lunar year."""
    for id, key in catalogue.vocabularies.key_date.items():
        for at, message, hint in _wrong_days(key, today.year):
            yield Finding(_FILE["key-date"], (id, *at), f"“{key.name}”{message}", hint)


def _wrong_days(key: KeyDate, year: int) -> Iterator[tuple[FieldPath, str, str]]:
    if key.day is None and key.lunar is None:
        if key.last is not None:
            yield ("last",), "只写了最后一天，没有写第一天。", "第一天写在 day 里，如 day: 03-01。"
        else:
            yield (), "没有写日期。", "公历的日子写 day: 12-05，农历的日子写 lunar: 09-09。"
        return
    if key.day is not None and key.lunar is not None:
        yield ("lunar",), "既写了公历，又写了农历。", "按哪个历法过就留哪一行。"
        return
    if key.lunar is not None:
        if key.last is not None:
            yield ("last",), "按农历过，只能是一天。", "删掉 last；要写一段日子，改用公历的 day 和 last。"
        if lunar_day(key.lunar, year) is None:
            yield ("lunar",), f"的农历“{key.lunar}”没有这一天。", "农历一个月最多三十天。"
        return
    for name in ("day", "last"):
        written = getattr(key, name)
        if written is not None and month_day(written, _LEAP_YEAR) is None:
            yield (name,), f"的日期“{written}”不存在。", "对照日历改成真有的一天。"


@rule("holidays-without-year", Severity.WARNING, "放假与调休没有今年的")
def holidays_without_year(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Without this year's holidays a station is shown as open on days when nobody is there."""
    file = _FILE["holiday"]
    holidays = catalogue.vocabularies.holiday.values()
    timed = any(entry.meta.hours for entry in catalogue.of(Kind.STATION))
    if not timed or file in catalogue.broken or any(holiday.date.year == today.year for holiday in holidays):
        return
    yield Finding(
        file,
        (),
        f"没有 {today.year} 年的放假与调休，节假日和调休日的“现在开放”会判断错。",
        f"按国务院办公厅关于 {today.year} 年部分节假日安排的通知补上，一天一条，"
        f"如 {{date: {today.year}-01-01, name: 元旦, kind: holiday}}。",
    )
