"""Events as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

ZONE = "Asia/Shanghai"
_OFFSET = timedelta(hours=8)

_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19920101T000000",  # no summer time since 1991
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:CST",
    "END:STANDARD",
    "END:VTIMEZONE",
)

_FOLD = 75
"""Octets in a line, without its end (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event. ``start`` and ``end`` are days (the last one belongs to it) or moments in Asia/Shanghai; an ``end``
    that is not later than the start says nothing. ``stamp`` is when these words were written."""

    uid: str
    stamp: datetime
    start: date
    end: date | None
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False
    background: bool = False
    """Whether it leaves the day free for other things, as a theme month does."""


def icalendar_text(name: str, events: Iterable[CalendarEvent]) -> str:
    """The file, with CR LF after every line."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Zoujin//Zoujin//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        f"X-WR-TIMEZONE:{ZONE}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        *_ZONE_LINES,
    ]
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.stamp - _OFFSET:%Y%m%dT%H%M%S}Z"
    yield from _period(event.start, event.end)
    yield f"SUMMARY:{_text(event.summary)}"
    if event.location:
        yield f"LOCATION:{_text(event.location)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.url:
        yield f"URL:{event.url}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    if event.background:
        yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _period(start: date, end: date | None) -> Iterator[str]:
    if isinstance(start, datetime):
        yield f"DTSTART;TZID={ZONE}:{start:%Y%m%dT%H%M%S}"
        if isinstance(end, datetime) and end > start:
            yield f"DTEND;TZID={ZONE}:{end:%Y%m%dT%H%M%S}"
        return
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    last = end if end is not None and end > start else start
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"


def _text(value: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        value = value.replace(sign, written)
    return value


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; a character of several octets is never cut."""
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode("utf-8", "replace"))
        if size + octets > _FOLD:
            yield piece
            piece, size = " ", 1
        piece += sign
        size += octets
    yield piece
