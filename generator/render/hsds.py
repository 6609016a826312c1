"""The station register in the Human Services Data Specification 3.0 (Open Referral).

A station is one service at one location, provided by the organiser of the site; what it
offers are taxonomy terms. https://docs.openreferral.org/en/v3.0/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from generator.derive import SiteData
from generator.derive.opening_weeks import OpeningCalendar, Period
from generator.model.catalogue import Entry
from generator.model.entries import Station, StationStatus

from .open_stations import last_verified, position
from .opening_words import hours_in_words
from .station_index import opening_calendar

_STATUS = {
    StationStatus.OPEN: "active",
    StationStatus.SUSPENDED: "temporarily closed",
    StationStatus.CLOSED: "defunct",
}
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CHINA = 8
"""Hours from UTC."""


def stations_hsds(data: SiteData) -> str:
    """A JSON list of services, each with its organization, location, phones and schedules in place."""
    services = [_service(data, entry) for entry in data.stations]
    return json.dumps(services, ensure_ascii=False, separators=(",", ":")) + "\n"


def _id(data: SiteData, kind: str, code: str) -> UUID:
    """The same code gives the same id in every build, and no other city's."""
    return uuid5(NAMESPACE_URL, f"urn:zoujin:{data.catalogue.settings.city}:{kind}:{code}")


def _service(data: SiteData, entry: Entry) -> dict[str, Any]:
    meta: Station = entry.meta
    terms, settings = data.catalogue.vocabularies, data.catalogue.settings
    organiser = settings.footer.organiser or settings.site_name
    verified = last_verified(meta)
    service, organization = str(_id(data, "service", meta.id)), str(_id(data, "organization", organiser))
    offered = [terms.category[id] for id in meta.services if id in terms.category]
    found: dict[str, Any] = {
        "id": service,
        "name": meta.name,
        "description": "、".join(term.name for term in offered) or meta.name,
        "status": _STATUS[meta.status],
        "organization": {"id": organization, "name": organiser, "description": settings.description},
        "service_at_locations": [
            {
                "id": str(_id(data, "service-at-location", meta.id)),
                "service_id": service,
                "location": _location(data, meta, organization),
            }
        ],
        "phones": [],
        "schedules": [],
        "attributes": [
            {
                "id": str(_id(data, "attribute", f"{meta.id}/{term.id}")),
                "link_id": service,
                "link_type": "service_type",
                "link_entity": "service",
                "taxonomy_term": {
                    "id": str(_id(data, "category", term.id)),
                    "code": term.id,
                    "name": term.name,
                    "description": term.intro or term.name,
                },
            }
            for term in offered
        ],
    }
    if verified:
        found["assured_date"] = verified.isoformat()
    if meta.note:
        found["alert"] = meta.note
    if meta.phone:
        number, _, extension = meta.phone.partition("转")
        phone: dict[str, Any] = {"id": str(_id(data, "phone", meta.id)), "number": number.strip(), "type": "voice"}
        if extension.strip().isdigit():
            phone["extension"] = int(extension)
        found["phones"].append(phone)
    if meta.hours:
        found["schedules"] += _schedules(data, meta.id, meta.hours)
    return found


def _location(data: SiteData, meta: Station, organization: str) -> dict[str, Any]:
    location = str(_id(data, "location", meta.id))
    here = position(meta)
    district = data.catalogue.vocabularies.district.get(meta.district)
    return {
        "id": location,
        "location_type": "physical",
        "organization_id": organization,
        "name": meta.name,
        "external_identifier": meta.id,
        **({"latitude": here.lat, "longitude": here.lon} if here else {}),
        "addresses": [
            {
                "id": str(_id(data, "address", meta.id)),
                "location_id": location,
                "address_1": meta.address,
                "city": data.catalogue.settings.city,
                **({"region": district.name} if district else {}),
                "state_province": "",  # required by the specification; the register has neither
                "postal_code": "",
                "country": "CN",
                "address_type": "physical",
            }
        ],
    }


def _schedules(data: SiteData, station: str, written: str) -> Iterator[dict[str, Any]]:
    """A schedule for each span of hours of each period; the words alone when the hours cannot be worked out."""
    calendar = opening_calendar(data)
    words = "；".join(hours_in_words(written))
    weeks = calendar.weeks(written)
    spans = [] if weeks is None else [(period, *span) for period in weeks.periods for span in _spans(period)]
    if weeks is None or not spans:
        yield {"id": str(_id(data, "schedule", station)), "description": words, "timezone": _CHINA}
        return
    for number, (period, opens, closes, days) in enumerate(spans):
        schedule: dict[str, Any] = {
            "id": str(_id(data, "schedule", f"{station}/{number}")),
            "freq": "WEEKLY",
            "wkst": "MO",
            "byday": ",".join(_BYDAY[day] for day in days),
            "opens_at": _clock(opens),
            "closes_at": _clock(closes),
            "timezone": _CHINA,
            "description": words,
        }
        if len(weeks.periods) > 1:
            schedule |= _validity(calendar, period)
        yield schedule


def _spans(period: Period) -> Iterator[tuple[int, int, list[int]]]:
    """Opening, closing, and the weekdays that share them, earliest first."""
    days: dict[tuple[int, int], list[int]] = {}
    for day, minutes in enumerate(period.week):
        for opens, closes in zip((minutes or ())[::2], (minutes or ())[1::2], strict=True):
            days.setdefault((opens, closes), []).append(day)
    return ((opens, closes, days[opens, closes]) for opens, closes in sorted(days))


def _validity(calendar: OpeningCalendar, period: Period) -> dict[str, str]:
    first = calendar.first + timedelta(days=period.first)
    last = calendar.first + timedelta(days=period.last)
    return {"valid_from": first.isoformat(), "valid_to": last.isoformat()}


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
