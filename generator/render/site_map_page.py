"""The site map for readers: every section, list and standing page on one page, complete without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.catalogue import Entry

from .calendar_links import ALL_EVENTS
from .cards import Cards
from .city_year_page import NAME as CITY_YEAR_NAME
from .city_year_page import city_year_link
from .columns import filled_sections
from .coverage_pages import COVERAGE, COVERAGE_CSV
from .directory_pages import directory_link
from .document_lists import document_lists
from .feed_links import feed_links
from .footer_links import footer_groups
from .kit_index import listed_kits
from .list_pages import STORIES, month_text
from .open_stations import CSV_ADDRESS, GEOJSON_ADDRESS, HSDS_ADDRESS
from .page_heads import BESIDE, COLUMNS, HOME_NAME, column_meta, page_head
from .photo_library import library_of
from .search_page import NAME as SEARCH_NAME
from .search_page import SEARCH
from .terms import ARCHIVE, CATEGORIES, DISTRICTS, KIT_LIST, PHOTO_LIBRARY, SITE_MAP
from .views import MapGroup, MapLinkView, SiteMapView

NAME = BESIDE["sitemap"]


def site_map_view(cards: Cards) -> SiteMapView:
    """All groups that have something in them; those of the footer, but for the columns, stand here as they are there."""
    data = cards.data
    groups: list[tuple[str, str, Iterable[MapLinkView]]] = [
        ("columns", "栏目", _columns(cards)),
        (
            "into",
            "三个走进",
            (_row(link["name"], link["url"]) for into in data.into if (link := cards.terms.into(into))),
        ),
        *(
            (group["id"], group["name"], (_row(link["name"], link["url"]) for link in group["links"]))
            for group in footer_groups(data, cards.site)
            if group["id"] != "columns"
        ),
        ("categories", "按服务类别看故事", _lists(cards, data.by_category, CATEGORIES)),
        ("districts", "按区县看故事", _lists(cards, data.by_district, DISTRICTS)),
        ("stations", "按区县找站点", _stations(cards)),
        ("documents", COLUMNS["documents"], _documents(cards)),
        ("campaigns", COLUMNS["campaigns"], _titles(cards, _campaigns(cards))),
        ("features", COLUMNS["features"], _titles(cards, data.features)),
        ("organisations", BESIDE["organisations"], _organisations(cards)),
        ("months", "按月份看故事", _months(cards)),
        ("data", "订阅和数据", _data(cards)),
    ]
    return {
        **page_head(cards, "site-map", SITE_MAP, NAME, meta=column_meta(NAME)),
        "headline": NAME,
        "groups": [
            MapGroup(id=id, name=name, links=links)
            for id, name, rows in groups
            if (links := [row for row in rows if row["url"]])
        ],
    }


def _row(name: str, url: str, count: str = "") -> MapLinkView:
    return {"name": name, "url": url, "count": count}


def _columns(cards: Cards) -> Iterator[MapLinkView]:
    data = cards.data
    yield _row(HOME_NAME, cards.place(""))
    for section in filled_sections(data):
        yield _row(COLUMNS[section], cards.place(f"{section}/"))
    yield _row(CITY_YEAR_NAME, city_year_link(cards))
    for section, filled in (("organisations", data.organisations), ("honours", data.honours)):
        yield _row(BESIDE[section], cards.place(f"{section}/") if filled else "")
    yield _row(SEARCH_NAME, cards.place(SEARCH))
    yield _row("社区覆盖情况", cards.place(COVERAGE) if data.coverage else "")


def _documents(cards: Cards) -> Iterator[MapLinkView]:
    for which in document_lists(cards.data):
        if which.kind is not None:
            yield _row(which.name, cards.place(which.base), f"{len(which.documents)} 份")


def _data(cards: Cards) -> Iterator[MapLinkView]:
    """What is subscribed to or downloaded."""
    data, site = cards.data, cards.site
    yield _row(BESIDE["kits"], cards.place(KIT_LIST) if listed_kits(data, cards.kits) else "")
    yield _row(BESIDE["photos"], cards.place(PHOTO_LIBRARY) if library_of(cards) else "")
    for feed in feed_links(site, STORIES, COLUMNS["stories"]) if data.stories else ():
        yield _row(feed["title"], feed["url"])
    dated = data.agenda.upcoming or data.agenda.past or city_year_link(cards)
    yield _row("活动日历（iCalendar）", cards.place(ALL_EVENTS) if dated else "")
    for name, address in (("CSV", CSV_ADDRESS), ("GeoJSON", GEOJSON_ADDRESS), ("HSDS", HSDS_ADDRESS)):
        yield _row(f"志愿服务站（{name}）", cards.place(address) if data.stations else "")
    yield _row("社区覆盖情况（CSV）", cards.place(COVERAGE_CSV) if data.coverage else "")


def _lists(cards: Cards, lists: Mapping[str, Sequence[Entry]], folder: str) -> Iterator[MapLinkView]:
    name = cards.terms.category if folder == CATEGORIES else cards.terms.district
    for id, stories in lists.items():
        yield _row(**name(id), count=f"{len(stories)} 篇")


def _stations(cards: Cards) -> Iterator[MapLinkView]:
    for id, stations in cards.data.stations_by_district.items():
        link = directory_link(cards, id)
        if link is not None and link["name"]:
            yield _row(**link, count=f"{len(stations)} 个")


def _campaigns(cards: Cards) -> Sequence[Entry]:
    campaigns = cards.data.campaigns
    return campaigns.running + campaigns.announced + campaigns.ended


def _titles(cards: Cards, entries: Iterable[Entry]) -> Iterator[MapLinkView]:
    return (_row(entry.title, cards.url(entry)) for entry in entries)


def _organisations(cards: Cards) -> Iterator[MapLinkView]:
    for id in cards.data.organisations:
        link = cards.terms.organisation(id)
        if link is not None:
            yield _row(**link)


def _months(cards: Cards) -> Iterator[MapLinkView]:
    for year, stories in cards.data.by_year.items():
        yield _row(f"{year}年", cards.place(f"{ARCHIVE}{year}/"), f"{len(stories)} 篇")
    for month, stories in cards.data.by_month.items():
        yield _row(month_text(month), cards.place(f"{ARCHIVE}{month}/"), f"{len(stories)} 篇")
