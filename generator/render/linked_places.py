"""Places as search engines read them, with the hours that can be said in their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model.page import View

Record = dict[str, Any]

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_TIME = r"[0-2]\d:[0-5]\d"
_RULE = re.compile(rf"({_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)*) ({_TIME}-{_TIME}(?:, ?{_TIME}-{_TIME})*)")
"""The rules of opening_hours that schema.org can say: weekdays and times, nothing else."""


def place_record(name: str, shared: View, district: str = "", street: str = "") -> Record:
    """A place in the site's city."""
    address = {"@type": "PostalAddress", "addressCountry": "CN", "addressLocality": shared["city"] + district}
    if street:
        address["streetAddress"] = street
    return {"@type": "Place", "name": name, "address": address}


def opening_records(hours: str) -> list[Record]:
    """Opening times (opening_hours syntax) as specifications; none when a part of them cannot be said, for
    half of the truth sends people to a closed door."""
    rules = [_RULE.fullmatch(rule.strip()) for rule in hours.split(";") if rule.strip()]
    if not all(rules):
        return []
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"https://schema.org/{_NAMES[day]}" for day in _days(rule[1])],
            "opens": opens,
            "closes": closes,
        }
        for rule in rules
        if rule
        for opens, closes in re.findall(rf"({_TIME})-({_TIME})", rule[2])
    ]


def _days(written: str) -> Iterator[int]:
    for part in written.split(","):
        first, _, last = part.partition("-")
        start, end = _DAYS.index(first), _DAYS.index(last or first)
        yield from ((start + step) % 7 for step in range((end - start) % 7 + 1))
