"""Links to 固定页面: in the services on the home page, in the footer, and from each of them to the others."""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive import SiteData
from generator.model.address import Site, entry_address
from generator.model.catalogue import Entry
from generator.model.entries import PagePlace, StandingPage
from generator.model.kinds import Kind

from .terms import DIRECTORY
from .views import ServiceLink

FIND_A_STATION = "找服务站"
"""What the directory is called among services."""
_DIRECTORY_ORDER = 30
"""Where it stands among them; the field ``order`` tells editors."""


def standing_pages(data: SiteData, place: PagePlace) -> Sequence[Entry]:
    """The public pages of one place in the order that their editors gave them."""
    pages = {entry.id: entry for entry in data.public.by_slug[Kind.PAGE].values() if entry.meta.place is place}
    return sorted(pages.values(), key=lambda entry: (entry.meta.order, entry.slug))


def page_name(entry: Entry) -> str:
    """What menus call a page."""
    meta: StandingPage = entry.meta
    return meta.menu or meta.title


def page_links(data: SiteData, site: Site, place: PagePlace, here: str = "") -> list[ServiceLink]:
    """Links to the pages of one place; ``here`` is the address of the page that shows them. Services include the directory."""
    rows = [
        (entry.meta.order, page_name(entry), entry_address(entry.id), entry.meta.hint or "")
        for entry in standing_pages(data, place)
    ]
    if place is PagePlace.SERVICE and data.stations:
        after = sum(order <= _DIRECTORY_ORDER for order, *_ in rows)
        rows.insert(
            after, (_DIRECTORY_ORDER, FIND_A_STATION, DIRECTORY, f"{len(data.stations)} 个站点的电话和开放时间")
        )
    return [
        {"name": name, "url": site.url(address), "hint": hint, "current": address == here}
        for _, name, address, hint in rows
    ]
