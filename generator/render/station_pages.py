"""The view of one station."""

from __future__ import annotations

import json
from datetime import date

from generator.model.catalogue import Entry
from generator.model.coordinates import in_crs
from generator.model.entries import Crs, Station, StationStatus

from .cards import Cards
from .chinese_dates import day_view, number
from .contacts import contact_view
from .directory_pages import district_address
from .page_heads import entry_head
from .station_index import calendar_view, opening_calendar, weeks_view
from .views import StandardView, StationView

STORIES_AT_A_STATION = 6
NEARBY = 4


def station_view(cards: Cards, entry: Entry) -> StationView:
    """A station's page."""
    meta: Station = entry.meta
    data, terms = cards.data, cards.terms
    card = cards.station(entry)
    community = data.catalogue.vocabularies.community.get(meta.community or "")
    stories = data.back.stories.get(entry.id, ())
    activities = [each for each in data.back.activities.get(entry.id, ()) if each.meta.end.date() >= cards.today]
    head = entry_head(
        cards,
        "station",
        entry,
        "stations",
        keywords=[meta.name, card["district"]["name"], *(link["name"] for link in card["services"])],
        description="，".join(part for part in (meta.name, meta.address, *card["hours"]) if part),
        crumbs=[(card["district"]["name"], district_address(cards, meta.district))] if card["district"]["name"] else (),
    )
    return {
        **head,
        "card": card,
        "headline": meta.name,
        "position": list(in_crs(meta.coordinates, Crs.WGS84)) if meta.coordinates else None,
        "community": community.name if community else "",
        "note": meta.note or "",
        "opened": day_view(meta.opened) if meta.opened else None,
        "on_duty": [contact_view(each) for each in meta.on_duty],
        "teams": [
            {"name": team.name, "members": "" if team.members is None else number(team.members)} for team in meta.teams
        ],
        "organisation": terms.organisation(meta.organisation),
        "paired_with": terms.organisations(meta.paired_with),
        "standards": _standards(meta, _months_before(cards.today, cards.settings.standards_stale_months)),
        "stories": cards.stories(stories[:STORIES_AT_A_STATION]),
        "stories_total": len(stories),
        "activities": [cards.activity(each) for each in activities],
        "profiles": [cards.profile(each) for each in data.back.profiles.get(entry.id, ())],
        "opening": _opening(cards, meta),
        "nearby": [cards.station(each) for each in _nearby(cards, entry)],
    }


def _standards(meta: Station, stale_before: date) -> list[StandardView]:
    found: list[StandardView] = []
    for name, field in type(meta.standards).model_fields.items():
        day: date | None = getattr(meta.standards, name)
        found.append(
            {
                "name": field.title or name,
                "verified": day_view(day) if day else None,
                "state": "never" if day is None else "stale" if day < stale_before else "verified",
            }
        )
    return found


def _months_before(day: date, months: int) -> date:
    """The same day of the month, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _opening(cards: Cards, meta: Station) -> str:
    """What the page's script needs to say whether the station is open."""
    if not meta.hours or meta.status is not StationStatus.OPEN:
        return ""
    calendar = opening_calendar(cards.data)
    value = {"calendar": calendar_view(calendar), "weeks": weeks_view(calendar.weeks(meta.hours))}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _nearby(cards: Cards, entry: Entry) -> list[Entry]:
    """Stations of the same street, then its neighbours in the district's list."""
    district = list(cards.data.stations_by_district.get(entry.meta.district, ()))
    at = district.index(entry)
    around = sorted(
        range(max(0, at - NEARBY), min(len(district), at + NEARBY + 1)),
        key=lambda n: (district[n].meta.street != entry.meta.street, abs(n - at), n),
    )
    return [district[n] for n in around if n != at][:NEARBY]
