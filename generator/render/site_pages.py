"""All pages of the site, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import cast

from generator.derive import SiteData
from generator.model.address import HOME, Site, entry_address, list_address
from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.kit import NO_KITS, Kits
from generator.model.page import Page, View

from .activity_pages import activity_view
from .calendars import calendar_pages
from .campaign_pages import campaign_view
from .cards import Cards
from .city_year_page import CITY_YEAR, city_year_view, has_city_year
from .columns import filled_sections
from .coverage_pages import COVERAGE, coverage_page_view
from .directory_pages import WHOLE, directory_link, directory_view, district_address, district_stations_view, is_whole
from .document_lists import document_lists, documents_view
from .embeds import embed_pages
from .entry_pages import document_view, profile_view, story_view
from .feature_pages import feature_view
from .feeds import Feeds
from .front_pages import NOT_FOUND, home_view, not_found_view
from .gone_pages import gone_pages
from .list_pages import (
    StoryList,
    archive_view,
    features_view,
    list_view,
    profiles_view,
    story_lists,
)
from .notice_feeds import notice_pages
from .occasion_lists import LATER, activities_view, campaigns_view, later_activities_view, later_page_count
from .paging import page_count
from .redirects import redirect_pages
from .register_pages import register_pages
from .search_page import SEARCH, search_view
from .sitemap import sitemap_pages
from .standing_pages import standing_page_view
from .station_pages import station_view
from .terms import ARCHIVE, DIRECTORY
from .typefaces import Typeface
from .views import TEMPLATES

_ENTRY_VIEWS = {
    Kind.STORY: story_view,
    Kind.ACTIVITY: activity_view,
    Kind.PROFILE: profile_view,
    Kind.CAMPAIGN: campaign_view,
    Kind.FEATURE: feature_view,
    Kind.DOCUMENT: document_view,
    Kind.PAGE: standing_page_view,
}

_COLUMN_VIEWS: Mapping[str, Callable[[Cards, int], object]] = {
    "profiles": profiles_view,
    "activities": activities_view,
    "campaigns": campaigns_view,
    "features": features_view,
}


def site_pages(data: SiteData, site: Site, face: Typeface | None = None, kits: Kits = NO_KITS) -> list[Page]:
    """Every page of the public site: the home page, lists, then entries by id, the 404 page, former addresses,
    notices of what is gone, cards to frame, and what programs read: feeds, calendars and the site map.

    ``face`` is what share pictures are set in, ``kits`` what there is for the media. Columns without
    anything in them have no page; the station directory always has one.
    """
    cards = Cards(data, site, face, kits)
    by_list = story_lists(cards)
    lists = [_page("home", HOME, partial(home_view, cards)), *_story_list_pages(cards, by_list), *_column_pages(cards)]
    lists += [*_directory_pages(cards), *register_pages(cards)]
    addresses = frozenset(page.address for page in lists)
    entries = [_entry_page(cards, entry, addresses) for entry in data.public.by_id.values()]
    pages = [*lists, *entries]
    own = {NOT_FOUND, SEARCH, *(page.address for page in pages)}
    former = redirect_pages(cards, own)
    taken = {*own, *(page.address for page in former)}
    return [
        *pages,
        _page("not-found", NOT_FOUND, partial(not_found_view, cards)),
        _page("search", SEARCH, partial(search_view, cards)),
        *former,
        *gone_pages(cards, taken),
        *Feeds(cards, addresses, {}).pages(by_list),
        *notice_pages(cards),
        *embed_pages(cards),
        *calendar_pages(cards),
        *sitemap_pages(site, pages, data.public.by_id),
    ]


def _directory_pages(cards: Cards) -> list[Page]:
    pages = [_page("directory", DIRECTORY, partial(directory_view, cards))]
    if not is_whole(cards.data):
        pages += [
            _page(
                "district-stations",
                list_address(district_address(cards, id), number),
                partial(district_stations_view, cards, id, number),
            )
            for id, stations in cards.data.stations_by_district.items()
            for number in range(1, page_count(len(stations), WHOLE) + 1)
        ]
    if cards.data.coverage:
        pages.append(
            _page("coverage", COVERAGE, partial(coverage_page_view, cards, cards.data.coverage, directory_link))
        )
    return pages


def _page(kind: str, address: str, view: Callable[[], object], body_of: str = "") -> Page:
    return Page(address, TEMPLATES[kind], cast(Callable[[], View], view), body_of)


def _entry_page(cards: Cards, entry: Entry, addresses: frozenset[str]) -> Page:
    address = entry_address(entry.id)
    if entry.kind is Kind.STATION:
        return _page("station", address, partial(station_view, cards, entry))
    view: Callable[[], object] = partial(_ENTRY_VIEWS[entry.kind], cards, entry, addresses)
    return _page(entry.kind.value, address, view, entry.id)


def _story_list_pages(cards: Cards, lists: Sequence[StoryList]) -> list[Page]:
    size = cards.settings.page_size
    pages = [
        _page("list", list_address(which.base, number), partial(list_view, cards, which, number))
        for which in lists
        for number in range(1, page_count(len(which.stories), size) + 1)
    ]
    return [*pages, _page("archive", ARCHIVE, partial(archive_view, cards))] if pages else []


def _column_pages(cards: Cards) -> list[Page]:
    data, size = cards.data, cards.settings.page_size
    paged: dict[str, Sequence[Entry]] = {
        "profiles": data.profiles,
        "activities": data.agenda.past,
        "campaigns": data.campaigns.ended,
        "features": data.features,
    }
    pages = [
        _page(section, list_address(f"{section}/", number), partial(_COLUMN_VIEWS[section], cards, number))
        for section in filled_sections(data)
        if section in paged
        for number in range(1, page_count(len(paged[section]), size) + 1)
    ]
    pages += [
        _page("activities", list_address(LATER, number), partial(later_activities_view, cards, number))
        for number in range(1, later_page_count(cards) + 1)
    ]
    if has_city_year(data):
        pages.append(_page("city-year", CITY_YEAR, partial(city_year_view, cards)))
    return [*pages, *_document_list_pages(cards)]


def _document_list_pages(cards: Cards) -> list[Page]:
    lists, size = document_lists(cards.data), cards.settings.page_size
    return [
        _page("documents", list_address(which.base, number), partial(documents_view, cards, which, lists, number))
        for which in lists
        for number in range(1, page_count(len(which.documents), size) + 1)
    ]
