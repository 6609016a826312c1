"""The pages of organisations, the three "goes-into", the honours roll, corrections, republications, media kits and the site map, as values.

None of these has a page while there is nothing to show on it, but for the site map.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from generator.model.address import list_address
from generator.model.page import Page, View

from .cards import Cards
from .corrections_pages import corrections_view
from .honours_pages import AWARDS_ON_A_PAGE, honours_view
from .into_pages import into_view
from .kit_index import listed_kits
from .kit_lists import kit_list_view
from .media_reports import reports_view
from .organisation_pages import organisation_view, organisations_view
from .paging import page_count
from .photo_library import ON_A_PAGE, library_of, photo_library_view
from .site_map_page import site_map_view
from .terms import CORRECTIONS, HONOURS, KIT_LIST, ORGANISATIONS, PHOTO_LIBRARY, REPORTS, SITE_MAP, into_address
from .views import TEMPLATES


def register_pages(cards: Cards) -> list[Page]:
    """All of them."""
    data, size = cards.data, cards.settings.page_size
    pages: list[Page] = []
    for into, section in data.into.items():
        if section.any:
            pages += _paged("into", into_address(into), partial(into_view, cards, into), len(section.stories), size)
    if data.organisations:
        view = partial(organisations_view, cards)
        pages += _paged("organisations", ORGANISATIONS, view, len(data.organisations), size)
    for id, works in data.organisations.items():
        one = partial(organisation_view, cards, id)
        pages += _paged("organisation", f"{ORGANISATIONS}{id}/", one, len(works.stories), size)
    if data.honours:
        pages += _paged("honours", HONOURS, partial(honours_view, cards), len(data.honours), AWARDS_ON_A_PAGE)
    if data.corrections:
        pages += _paged("corrections", CORRECTIONS, partial(corrections_view, cards), len(data.corrections), size)
    if data.republications.all:
        reports = partial(reports_view, cards)
        pages += _paged("reports", REPORTS, reports, len(data.republications.all), size)
    if kits := listed_kits(data, cards.kits):
        pages += _paged("kits", KIT_LIST, partial(kit_list_view, cards), len(kits), size)
    if photos := len(library_of(cards)):
        pages += _paged("photos", PHOTO_LIBRARY, partial(photo_library_view, cards), photos, ON_A_PAGE)
    return [*pages, Page(SITE_MAP, TEMPLATES["site-map"], cast(Callable[[], View], partial(site_map_view, cards)))]


def _paged(kind: str, base: str, view: Callable[[int], object], total: int, size: int) -> list[Page]:
    return [
        Page(list_address(base, number), TEMPLATES[kind], cast(Callable[[], View], partial(view, number)))
        for number in range(1, page_count(total, size) + 1)
    ]
