"""The columns of links at the foot of every page: groups with a name, only those that have something in them.

A new page of the site joins a group here and nowhere else; the templates print what they get.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive import SiteData
from generator.model.address import Site

from .columns import filled_sections
from .page_heads import COLUMNS, HOME_NAME
from .terms import DIRECTORY
from .views import LinkGroup, LinkView

Place = tuple[str, str]
"""A name and an address relative to the site's root."""


def footer_groups(data: SiteData, site: Site) -> list[LinkGroup]:
    """All groups in their order: what readers come for, the columns, the site itself."""
    groups: tuple[tuple[str, str, list[Place]], ...] = (
        ("services", "服务", [(COLUMNS["stations"], DIRECTORY)]),
        ("columns", "栏目", _columns(data)),
        ("about", "本站", []),
    )
    return [
        {"id": id, "name": name, "links": links} for id, name, places in groups if (links := list(_links(places, site)))
    ]


def _columns(data: SiteData) -> list[Place]:
    columns = [(COLUMNS[section], f"{section}/") for section in filled_sections(data) if section != "stations"]
    return [(HOME_NAME, ""), *columns]


def _links(places: Iterable[Place], site: Site) -> Iterable[LinkView]:
    return ({"name": name, "url": site.url(address)} for name, address in places)
