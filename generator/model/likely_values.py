"""What an editor most likely meant by a date, a time, a switch or a number that is not written as it should be."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

_DAY = re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?(.*)", re.DOTALL)
_COMPACT_DAY = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])()")
_CLOCK = re.compile(
    r"[\sT,]*(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?\s*([0-9]{1,2})\s*(?:[:.点时]\s*([0-9]{1,2})?|(?=$))"
    r"\s*(?:[:分]\s*(?:[0-9]{1,2}(?:\.[0-9]+)?\s*秒?)?)?(半)?\s*(?:\+08:?00)?"
)
_WEEKDAY = re.compile(r"[ (]*(?:周|星期|礼拜)[一二三四五六日天][ )]*")
_NUMBER = re.compile(r"[^0-9.\-]{0,4}(-?[0-9]{1,15}(?:\.[0-9]{1,6})?)\s*(千|万|亿)?[^0-9]{0,8}")
_TIMES = {"": 1, "千": 1_000, "万": 10_000, "亿": 100_000_000}
YEARS = range(1900, 2200)
"""Years that dates may have. Farther ones are slips of the pen, or stand for "for ever"; and there must be room to
reckon with days before and after."""

_YES = frozenset(("yes", "y", "on", "true", "t", "1", "是的", "有", "对", "√"))
_NO = frozenset(("no", "n", "off", "false", "f", "0", "不", "不是", "无", "没有", "×"))
_SIGNS = str.maketrans(
    {"—": "-", "–": "-", "―": "-", "−": "-", "‐": "-", "“": "", "”": "", "‘": "", "’": "", '"': "", "'": "", "。": "."}
)


def _plain(text: str) -> str:
    """Half-width, without quotation marks and invisible signs; a value longer than any date or number is nothing."""
    if len(text) > 60:
        return ""
    visible = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", visible).translate(_SIGNS).strip()


def suggest_day(text: str) -> str | None:
    """The date that ``2026/3/5`` or ``2026年3月5日下午2点`` most likely means, as ``2026-03-05 14:00``; None when unclear."""
    plain = _WEEKDAY.sub(" ", _plain(text)).strip()
    found = _DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain)
    if not found:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    if day.year not in YEARS:
        return None
    if found[4].strip(" T") in ("24:00", "24:00:00"):
        after = day + timedelta(days=1)
        return f"{after} 00:00" if after.year in YEARS else None
    clock = suggest_clock(found[4])
    return f"{day.isoformat()} {clock}" if clock else day.isoformat()


def missing_day(text: str) -> str | None:
    """Why a well-written date is none, such as ``2026 年 2 月没有 30 日``; None when it may be used or is unreadable."""
    found = _DAY.fullmatch(_plain(text))
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    try:
        date(year, month, day)
    except ValueError:
        if not 1 <= month <= 12:
            return f"没有 {month} 月"
        return f"{year} 年 {month} 月没有 {day} 日" if year else "没有 0 年"
    if year not in YEARS:
        return f"年份只能是 {YEARS[0]} 到 {YEARS[-1]}"
    if found[4].strip(" T") in ("24:00", "24:00:00"):
        return None
    return "一天只有 00:00 到 23:59" if _CLOCK.fullmatch(found[4]) and not suggest_clock(found[4]) else None


def suggest_clock(text: str) -> str | None:
    """The time that ``8：30`` or ``下午2点半`` most likely means, as ``08:30``; None when unclear."""
    found = _CLOCK.fullmatch(_plain(text))
    if not found:
        return None
    hour, minute = int(found[2]), 30 if found[4] else int(found[3] or 0)
    if found[1] in ("下午", "傍晚", "晚上", "晚") and hour < 12:
        hour += 12
    if found[1] == "中午" and hour < 3:
        hour += 12
    try:
        return datetime.combine(date.min, time(hour, minute)).strftime("%H:%M")
    except ValueError:
        return None


def suggest_switch(text: str) -> str | None:
    """``true`` or ``false`` for words that say so; None for others."""
    word = _plain(text).lower()
    return "true" if word in _YES else "false" if word in _NO else None


def suggest_number(text: str) -> str | None:
    """The number in ``约1,280小时`` or ``１.２万``; None when there is none, or more than one."""
    found = _NUMBER.fullmatch(re.sub(r"(?<=[0-9])[,' _](?=[0-9]{3}(?![0-9]))", "", _plain(text)))
    if not found:
        return None
    times = _TIMES[found[2] or ""]
    if times == 1:
        return re.sub(r"^(-?)0+(?=[0-9])", r"\1", found[1])
    amount = round(float(found[1]) * times, 6)
    return str(int(amount)) if amount == int(amount) else str(amount)
