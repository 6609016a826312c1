"""Opening hours in Chinese words, from the opening_hours syntax of OpenStreetMap.

Only what stations really write is put into words (days, holidays, months, times, comments);
a value beyond that is shown as it is written, never half understood.
"""

from __future__ import annotations

import re
from functools import lru_cache

from opening_hours import OpeningHours, validate

from .chinese_dates import WEEKDAYS

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_DAYS = rf"(?:{_DAY}(?:-{_DAY})?|PH|SH)"
_MONTH_NAMES = {
    "Jan": "1月", "Feb": "2月", "Mar": "3月", "Apr": "4月", "May": "5月", "Jun": "6月",
    "Jul": "7月", "Aug": "8月", "Sep": "9月", "Oct": "10月", "Nov": "11月", "Dec": "12月",
}  # fmt: skip
_MONTH = rf"(?:{'|'.join(_MONTH_NAMES)})"
_MONTHS = rf"{_MONTH}(?: \d\d?)?(?:-(?:{_MONTH}(?: \d\d?)?|\d\d?))?"
_TIME = r"(?:\d\d:\d\d|sunrise|sunset|dawn|dusk)"
_TIMES = rf"{_TIME}(?:-{_TIME}\+?|\+)"
_RULE = re.compile(
    rf"(?:(?P<months>{_MONTHS}(?:, ?{_MONTHS})*):?(?: |$))?"
    rf"(?:(?P<days>{_DAYS}(?:, ?{_DAYS})*)(?: |$))?"
    rf"(?P<times>{_TIMES}(?:, ?{_TIMES})*|24/7)?"
    r"(?: ?(?P<state>open|off|closed|unknown))?"
    r'(?: ?"(?P<comment>[^"]*)")?'
)
_NAMES = dict(zip(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), WEEKDAYS, strict=True)) | {
    "PH": "法定节假日",
    "SH": "寒暑假",
}
_SUN = {"sunrise": "日出", "sunset": "日落", "dawn": "黎明", "dusk": "黄昏"}


@lru_cache(maxsize=4096)
def hours_in_words(written: str) -> tuple[str, ...]:
    """Lines such as 周一至周五 08:30—17:30; the value as written when it cannot be put into words."""
    if not validate(written):
        return (written,)
    normal = str(OpeningHours(written))
    if normal == "24/7":
        return ("每天 24 小时",)
    lines = []
    for rule in normal.split("; "):
        line = _rule(rule)
        if line is None:
            return (written,)
        lines.append(line)
    return tuple(lines)


def _rule(rule: str) -> str | None:
    found = _RULE.fullmatch(rule.strip())
    if not found or not rule.strip():
        return None
    parts = []
    if found["months"]:
        parts.append("、".join(_months(each) for each in re.split(", ?", found["months"])))
    if found["days"]:
        parts.append(_days(found["days"]))
    elif not found["months"] and found["times"] != "24/7":
        parts.append("每天")
    if found["state"] in ("off", "closed"):
        parts.append("休息")
    elif found["state"] == "unknown":
        parts.append("请先电话确认")
    elif found["times"] == "24/7":
        parts.append("24 小时" if parts else "每天 24 小时")
    elif found["times"]:
        parts.append("、".join(_times(each) for each in re.split(", ?", found["times"])))
    if found["comment"]:
        parts.append(f"（{found['comment']}）")
    return " ".join(parts)


def _days(written: str) -> str:
    names = []
    for each in re.split(", ?", written):
        first, _, last = each.partition("-")
        if (first, last) == ("Mo", "Su"):
            return "每天"
        names.append(f"{_NAMES[first]}至{_NAMES[last]}" if last else _NAMES[first])
    return "、".join(names)


def _months(written: str) -> str:
    first, _, last = written.partition("-")
    return f"{_month_day(first)}至{_month_day(last)}" if last else _month_day(first)


def _month_day(written: str) -> str:
    name, _, day = written.partition(" ")
    if name.isdigit():
        return f"{int(name)}日"
    return _MONTH_NAMES[name] + (f"{int(day)}日" if day else "")


def _times(written: str) -> str:
    if written.endswith("+") and "-" not in written:
        return f"{_time(written[:-1])} 起"
    first, _, last = written.rstrip("+").partition("-")
    overnight = first[0].isdigit() and last[0].isdigit() and last <= first
    if last > "24:00" and last[0].isdigit():
        hour, _, minute = last.partition(":")
        last, overnight = f"{int(hour) - 24:02d}:{minute}", True
    return f"{_time(first)}—{'次日' if overnight else ''}{_time(last)}{'或更晚' if written.endswith('+') else ''}"


def _time(written: str) -> str:
    return _SUN.get(written, written)
