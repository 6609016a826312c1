"""Views of the station directory: whole on one page, or, when that would be too long, a page for each district."""

from __future__ import annotations

from generator.derive import SiteData
from generator.model.address import list_address

from .cards import Cards
from .chinese_dates import day_text
from .coverage_pages import coverage_view
from .open_stations import CSV_ADDRESS, GEOJSON_ADDRESS, HSDS_ADDRESS, data_date
from .page_heads import COLUMNS, column_meta, page_head
from .paging import page_of, pager
from .station_index import index_address, station_index
from .terms import DIRECTORY, DISTRICTS
from .views import Choice, DistrictStationsView, LinkView, OpenDataView, StationDirectoryView, StationGroup

WHOLE = 200
"""So many stations make a page of about 300 KB, 20 KB compressed: what an old phone still scrolls. Above it
the directory lists districts, and each district's page has so many stations."""


def is_whole(data: SiteData) -> bool:
    """Whether all stations stand on the directory's own page."""
    return len(data.stations) <= WHOLE


def district_address(cards: Cards, district: str) -> str:
    """The page on which a district's stations are listed."""
    whole = is_whole(cards.data) or district not in cards.data.stations_by_district
    return DIRECTORY if whole else f"{DISTRICTS}{district}/stations/"


def directory_link(cards: Cards, district: str) -> LinkView | None:
    """The directory's part for a district; None when it has no station."""
    if district not in cards.data.stations_by_district:
        return None
    anchor = district if is_whole(cards.data) else ""
    return {
        "name": cards.terms.district(district)["name"],
        "url": cards.site.url(district_address(cards, district), anchor),
    }


def directory_view(cards: Cards) -> StationDirectoryView:
    """The directory, grouped by district; it says so when there is no station yet."""
    data = cards.data
    known = data.catalogue.vocabularies
    name = COLUMNS["stations"]
    services = {service for station in data.stations for service in station.meta.services}
    kinds = {station.meta.kind for station in data.stations}
    return {
        **page_head(cards, "directory", DIRECTORY, name, section="stations", meta=column_meta(name)),
        "headline": name,
        "total": len(data.stations),
        "groups": station_groups(cards),
        "services": [_choice(id, term.name) for id, term in known.category.items() if id in services],
        "kinds": [_choice(id, term.name) for id, term in known.station_kind.items() if id in kinds],
        "index": cards.site.url(index_address(station_index(data))) if data.stations else "",
        "open_data": open_data(cards),
        "coverage": coverage_view(cards, directory_link),
    }


def station_groups(cards: Cards) -> list[StationGroup]:
    """The stations by district, or where each district's are listed."""
    terms, whole = cards.terms, is_whole(cards.data)
    return [
        {
            "id": id,
            "name": terms.district(id)["name"] or "其他",
            "url": terms.district(id)["url"],
            "count": len(stations),
            "page": "" if whole else cards.place(district_address(cards, id)),
            "stations": [cards.station(station) for station in stations] if whole else [],
        }
        for id, stations in cards.data.stations_by_district.items()
    ]


def district_stations_view(cards: Cards, district: str, number: int) -> DistrictStationsView:
    """One page of a district's stations."""
    name = cards.terms.district(district)["name"] or "其他"
    title = f"{name}{COLUMNS['stations']}"
    stations = cards.data.stations_by_district[district]
    base = district_address(cards, district)
    head = page_head(
        cards,
        "district-stations",
        list_address(base, number),
        title,
        section="stations",
        crumbs=[(COLUMNS["stations"], DIRECTORY)],
        meta=column_meta(title),
    )
    return {
        **head,
        "headline": title,
        "name": name,
        "total": len(stations),
        "stations": [cards.station(each) for each in page_of(stations, number, WHOLE)],
        "filter_url": f"{cards.place(DIRECTORY)}?district={district}",
        "pager": pager(cards.site, base, number, len(stations), WHOLE),
    }


def _choice(id: str, name: str) -> Choice:
    return {"id": id, "name": name}


def open_data(cards: Cards) -> OpenDataView:
    """The register as files; none while there is no station."""
    newest = data_date(cards.data)
    files = (
        ("表格（可用 Excel、WPS 打开）", CSV_ADDRESS, "CSV"),
        ("地图数据（WGS-84）", GEOJSON_ADDRESS, "GeoJSON"),
        ("公共服务数据（HSDS 3.0）", HSDS_ADDRESS, "JSON"),
    )
    return {
        "files": [
            {"title": title, "url": cards.site.url(where), "type": kind}
            for title, where, kind in files
            if cards.data.stations
        ],
        "licence": cards.settings.open_data_licence or "可免费使用，请注明来源和数据日期。",
        "date": day_text(newest) if newest else "",
    }
