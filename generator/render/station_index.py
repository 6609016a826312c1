"""The directory's data for its script: all stations in one compact file that browsers keep.

The file's name is a digest of what is in it. Places are WGS-84, so that distances from the
reader's position need no conversion; names of districts, streets, kinds, services and opening
hours stand once and are referred to by number (-1: none).
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping
from hashlib import blake2b
from typing import Any, Generic, TypeVar

from generator.derive import SiteData
from generator.derive.opening_weeks import OpeningCalendar, OpeningWeeks
from generator.derive.pinyin import pinyin_initials
from generator.model.catalogue import Entry
from generator.model.coordinates import in_crs
from generator.model.entries import Crs, Station, StationStatus
from generator.model.parts import Area

from .opening_words import hours_in_words

FOLDER = "data"

_STATUS = {StationStatus.OPEN: 0, StationStatus.SUSPENDED: 1, StationStatus.CLOSED: 2}

Name = TypeVar("Name", bound=Hashable)


class _Numbers(Generic[Name]):
    """Gives things numbers in the order in which they come."""

    def __init__(self) -> None:
        self.given: dict[Name, int] = {}

    def __call__(self, name: Name) -> int:
        return self.given.setdefault(name, len(self.given))


def opening_calendar(data: SiteData) -> OpeningCalendar:
    """The days for which the site knows opening hours."""
    return OpeningCalendar.of(data.today, data.catalogue.vocabularies.holiday.values())


def calendar_view(calendar: OpeningCalendar) -> dict[str, Any]:
    """First day, number of days, and what the special ones are called."""
    return {
        "first": calendar.first.isoformat(),
        "days": calendar.number(calendar.last) + 1,
        "named": {str(calendar.number(day.date)): [day.name, day.kind.value] for day in calendar.holidays},
    }


def weeks_view(weeks: OpeningWeeks | None) -> dict[str, Any] | None:
    """One expression for the script: ``periods`` of first day, last day, seven weekdays; ``special`` days."""
    if weeks is None:
        return None
    return {
        "periods": [
            [period.first, period.last, [_day(minutes) for minutes in period.week]] for period in weeks.periods
        ],
        "special": {str(number): _day(minutes) for number, minutes in weeks.special.items()},
    }


def _day(minutes: tuple[int, ...] | None) -> list[int] | None:
    return None if minutes is None else list(minutes)


def station_index(data: SiteData) -> str:
    """The file's text: JSON with the keys ``calendar districts streets kinds services hours stations``."""
    terms, calendar = data.catalogue.vocabularies, opening_calendar(data)
    readings = {reading.text: reading.pinyin for reading in data.catalogue.settings.readings}
    districts, streets, kinds = _Numbers[str](), _Numbers[str](), _Numbers[str]()
    services, hours = _Numbers[str](), _Numbers[str]()
    for district in data.stations_by_district:
        districts(district)
    for entries in data.stations_by_district.values():
        for entry in entries:
            streets(entry.meta.street)
    known = {service for entry in data.stations for service in entry.meta.services}
    for service in (id for id in terms.category if id in known):
        services(service)

    def row(entry: Entry) -> list[Any]:
        meta: Station = entry.meta
        here = in_crs(meta.coordinates, Crs.WGS84) if meta.coordinates else None
        return [
            meta.id,
            meta.name,
            meta.address,
            meta.phone or "",
            districts(meta.district),
            streets(meta.street),
            kinds(meta.kind),
            int(meta.area is Area.RURAL),
            [services(service) for service in meta.services if service in terms.category],
            hours(meta.hours) if meta.hours else -1,
            _STATUS[meta.status],
            round(here.lon, 5) if here else None,
            round(here.lat, 5) if here else None,
            pinyin_initials(meta.name, readings),
        ]

    rows = [row(entry) for entries in data.stations_by_district.values() for entry in entries]
    value = {
        "calendar": calendar_view(calendar),
        "districts": _named(districts.given, terms.district),
        "streets": [
            [id, name, pinyin_initials(name, readings), districts.given.get(_district_of(terms.street.get(id)), -1)]
            for id, name in _named(streets.given, terms.street)
        ],
        "kinds": _named(kinds.given, terms.station_kind),
        "services": _named(services.given, terms.category),
        "hours": [
            {"words": list(hours_in_words(written)), "weeks": weeks_view(calendar.weeks(written))}
            for written in hours.given
        ],
        "stations": rows,
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def index_address(text: str) -> str:
    """Where the file is published."""
    return f"{FOLDER}/stations-{blake2b(text.encode('utf-8', 'replace'), digest_size=8).hexdigest()}.json"


def _named(ids: Iterable[str], terms: Mapping[str, Any]) -> list[list[str]]:
    return [[id, terms[id].name if id in terms else ""] for id in ids]


def _district_of(street: Any) -> str:
    return street.district if street else ""
