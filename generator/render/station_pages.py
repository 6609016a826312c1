"""Views of stations: one station, the whole directory, coverage."""

from __future__ import annotations

from generator.derive.coverage import Coverage, PlaceCoverage
from generator.model.catalogue import Entry
from generator.model.entries import Station

from .cards import Cards
from .chinese_dates import day_view, number
from .contacts import contact_view
from .page_heads import COLUMNS, column_meta, entry_head, page_head
from .terms import DIRECTORY
from .views import CoverageRow, CoverageView, LinkView, StandardView, StationDirectoryView, StationView

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
        crumbs=[(card["district"]["name"], DIRECTORY)] if card["district"]["name"] else (),
    )
    return {
        **head,
        "card": card,
        "headline": meta.name,
        "community": community.name if community else "",
        "note": meta.note or "",
        "opened": day_view(meta.opened) if meta.opened else None,
        "on_duty": [contact_view(each) for each in meta.on_duty],
        "teams": [
            {"name": team.name, "members": "" if team.members is None else number(team.members)} for team in meta.teams
        ],
        "paired_with": terms.organisations(meta.paired_with),
        "standards": _standards(meta),
        "stories": cards.stories(stories[:STORIES_AT_A_STATION]),
        "stories_total": len(stories),
        "activities": [cards.activity(each) for each in activities],
        "profiles": [cards.profile(each) for each in data.back.profiles.get(entry.id, ())],
        "nearby": [cards.station(each) for each in _nearby(cards, entry)],
    }


def _standards(meta: Station) -> list[StandardView]:
    fields = type(meta.standards).model_fields
    return [
        {"name": field.title or name, "verified": day_view(day) if (day := getattr(meta.standards, name)) else None}
        for name, field in fields.items()
    ]


def _nearby(cards: Cards, entry: Entry) -> list[Entry]:
    """Stations of the same street, then its neighbours in the district's list."""
    district = list(cards.data.stations_by_district.get(entry.meta.district, ()))
    at = district.index(entry)
    around = sorted(
        range(max(0, at - NEARBY), min(len(district), at + NEARBY + 1)),
        key=lambda n: (district[n].meta.street != entry.meta.street, abs(n - at), n),
    )
    return [district[n] for n in around if n != at][:NEARBY]


def directory_view(cards: Cards) -> StationDirectoryView:
    """The whole directory, grouped by district; it says so when there is no station yet."""
    data, terms = cards.data, cards.terms
    name = COLUMNS["stations"]
    services = dict.fromkeys(service for station in data.stations for service in station.meta.services)
    known = data.catalogue.vocabularies.category
    return {
        **page_head(cards, "directory", DIRECTORY, name, section="stations", meta=column_meta(name)),
        "headline": name,
        "total": len(data.stations),
        "groups": [
            {
                "id": id,
                "name": terms.district(id)["name"] or "其他",
                "url": terms.district(id)["url"],
                "count": len(stations),
                "stations": [cards.station(station) for station in stations],
            }
            for id, stations in data.stations_by_district.items()
        ],
        "services": terms.categories(tuple(id for id in known if id in services)),
        "coverage": coverage_view(cards, data.coverage),
    }


def district_anchor(cards: Cards, district: str) -> LinkView | None:
    """The directory's part for a district; None when it has no station."""
    if district not in cards.data.stations_by_district:
        return None
    return {"name": cards.terms.district(district)["name"], "url": cards.site.url(DIRECTORY, district)}


def coverage_view(cards: Cards, coverage: Coverage | None) -> CoverageView | None:
    """Coverage in figures, with the list of what is missing."""
    if coverage is None:
        return None
    return {
        "total": _coverage_row(cards, coverage.city),
        "districts": [_coverage_row(cards, place) for place in coverage.districts],
        "missing": [
            f"{cards.terms.street(community.street)} {community.name}".strip() for community in coverage.missing
        ],
    }


def _coverage_row(cards: Cards, place: PlaceCoverage) -> CoverageRow:
    anchor = district_anchor(cards, place.id)
    return {
        "name": cards.terms.district(place.id)["name"] if place.id else cards.settings.city,
        "url": anchor["url"] if anchor else "",
        "registered": place.urban.registered,
        "covered": place.urban.covered,
        "percent": place.urban.percent,
        "villages": place.rural.registered,
        "villages_covered": place.rural.covered,
        "villages_percent": place.rural.percent,
    }
