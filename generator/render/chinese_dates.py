"""Days and times in Chinese words."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from .views import DateView

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
READING_SPEED = 400
"""Characters a minute: unhurried silent reading of Chinese."""


@cache
def day_text(day: date) -> str:
    """2026年3月6日."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_view(moment: date) -> DateView:
    """The day alone, of a day or a moment."""
    day = moment.date() if isinstance(moment, datetime) else moment
    return {"iso": day.isoformat(), "text": day_text(day)}


def moment_view(moment: datetime) -> DateView:
    """A moment; midnight means that only the day was given."""
    if not moment.hour and not moment.minute:
        return day_view(moment)
    iso = moment.isoformat()  # strftime costs ten times as much
    return {"iso": f"{iso[:16]}+08:00", "text": f"{day_text(moment.date())} {iso[11:16]}"}


def weekday(day: date) -> str:
    """周一 to 周日."""
    return WEEKDAYS[day.weekday()]


def short_day(day: date) -> str:
    """3月6日."""
    return f"{day.month}月{day.day}日"


def days_span(start: date, end: date) -> str:
    """2026年3月1日至31日, leaving out what both ends share."""
    if start == end:
        return day_text(start)
    if start.year != end.year:
        return f"{day_text(start)}至{day_text(end)}"
    if start.month != end.month:
        return f"{day_text(start)}至{short_day(end)}"
    return f"{day_text(start)}至{end.day}日"


def time_span(start: datetime, end: datetime) -> str:
    """09:00—11:30 within a day, 3月14日09:00—3月15日11:30 over several; 全天 when only days were given."""
    if start.date() == end.date():
        if start == end:
            return f"{start:%H:%M}" if start.hour or start.minute else "全天"
        return f"{start:%H:%M}—{end:%H:%M}"
    if not (start.hour or start.minute or end.hour or end.minute):
        return f"{short_day(start)}—{short_day(end)}"
    return f"{short_day(start)}{start:%H:%M}—{short_day(end)}{end:%H:%M}"


def reading_time(characters: int) -> str:
    """约 4 分钟, at least one."""
    return f"约 {max(1, (characters + READING_SPEED // 2) // READING_SPEED)} 分钟"


def number(value: float) -> str:
    """1,280.5; without a fraction when there is none."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


_LUNAR_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_LUNAR_TENS = ("初", "十", "廿")
_DIGITS = "一二三四五六七八九十"


def lunar_text(written: str) -> str:
    """09-09 as 农历九月初九."""
    month, day = (int(part) for part in written.split("-"))
    whole = {10: "初十", 20: "二十", 30: "三十"}
    name = whole.get(day) or f"{_LUNAR_TENS[day // 10]}{_DIGITS[day % 10 - 1]}"
    return f"农历{_LUNAR_MONTHS[month - 1]}月{name}"
