"""The columns of links at the foot of every page: groups with a name, only those that have something in them.

A new page of the site joins a group here and nowhere else; the templates print what they get.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive import SiteData
from generator.model.address import Site, entry_address
from generator.model.entries import PageBlock, PagePlace
from generator.model.kinds import Kind

from .city_year_page import CITY_YEAR, has_city_year
from .city_year_page import NAME as CITY_YEAR_NAME
from .columns import filled_sections
from .feed_links import FORMATS
from .list_pages import STORIES
from .page_heads import BESIDE, COLUMNS, HOME_NAME
from .standing_links import page_name, standing_pages
from .terms import DIRECTORY, into_address
from .views import LinkGroup, LinkView

Place = tuple[str, str]
"""A name and an address relative to the site's root."""


def footer_groups(data: SiteData, site: Site) -> list[LinkGroup]:
    """All groups in their order: what readers come for, the columns, the site itself."""
    groups: tuple[tuple[str, str, list[Place]], ...] = (
        ("services", "服务", _services(data)),
        ("columns", "栏目", _columns(data)),
        ("charters", "公约", _pages(data, PagePlace.CHARTER)),
        ("about", "本站", [*_pages(data, PagePlace.ABOUT), *_beside(data, ("reports", "corrections", "sitemap"))]),
    )
    found = {id: [*_links(places, site)] for id, _, places in groups}
    found["about"] += _subscription(data, site)
    return [{"id": id, "name": name, "links": found[id]} for id, name, _ in groups if found[id]]


def _subscription(data: SiteData, site: Site) -> list[LinkView]:
    """Where readers subscribe: the page that lists all feeds, or else the feed of all stories."""
    if not site.origin or not data.stories:
        return []
    page = next(
        (entry for entry in data.public.by_slug[Kind.PAGE].values() if PageBlock.FEEDS in entry.meta.shows), None
    )
    url = site.url(entry_address(page.id), PageBlock.FEEDS.value) if page else site.url(f"{STORIES}{FORMATS['rss'][0]}")
    return [{"name": "订阅", "url": url}]


def _services(data: SiteData) -> list[Place]:
    return [*_pages(data, PagePlace.SERVICE), (COLUMNS["stations"], DIRECTORY)]


def _pages(data: SiteData, place: PagePlace) -> list[Place]:
    return [(page_name(entry), entry_address(entry.id)) for entry in standing_pages(data, place)]


def _columns(data: SiteData) -> list[Place]:
    columns = [(COLUMNS[section], f"{section}/") for section in filled_sections(data) if section != "stations"]
    into = [(into.label, into_address(into)) for into, section in data.into.items() if section.any]
    year = [(CITY_YEAR_NAME, CITY_YEAR)] if has_city_year(data) else []
    return [(HOME_NAME, ""), *columns, *year, *into, *_beside(data, ("organisations", "honours"))]


def _beside(data: SiteData, sections: Iterable[str]) -> list[Place]:
    """Lists beside the navigation that have something in them; the site map always has."""
    contents = {
        "organisations": data.organisations,
        "honours": data.honours,
        "corrections": data.corrections,
        "reports": data.republications.all,
    }
    return [(BESIDE[section], f"{section}/") for section in sections if contents.get(section) or section == "sitemap"]


def _links(places: Iterable[Place], site: Site) -> Iterable[LinkView]:
    return ({"name": name, "url": site.url(address)} for name, address in places)
