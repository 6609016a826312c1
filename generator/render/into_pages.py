"""Views of the notice's three "goes-into": communities, families, people's view."""

from __future__ import annotations

from generator.model.address import list_address
from generator.model.parts import Into

from .cards import Cards
from .page_heads import column_meta, page_head
from .paging import page_of, pager
from .terms import into_address
from .views import IntoLink, IntoView

ACTIVITIES, PROFILES = 4, 8
"""So many of each stand on the first page of a section."""


def into_view(cards: Cards, into: Into, number: int) -> IntoView:
    """One page of a section: its newest story leads; activities and profiles stand on the first page alone."""
    section, size = cards.data.into[into], cards.settings.page_size
    first, base, name = number == 1, into_address(into), into.label
    intro = _intro(cards, into)
    title = name if first else f"{name}（第 {number} 页）"
    return {
        **page_head(cards, "into", list_address(base, number), title, intro, meta=column_meta(name, intro)),
        "headline": name,
        "intro": intro if first else "",
        "stories": cards.stories(page_of(section.stories, number, size)),
        "pager": pager(cards.site, base, number, len(section.stories), size),
        "upcoming": [cards.activity(each) for each in section.upcoming[:ACTIVITIES]] if first else [],
        "profiles": [cards.profile(each) for each in section.profiles[:PROFILES]] if first else [],
        "others": [link for other in Into if other is not into and (link := cards.terms.into(other))["url"]],
    }


def into_links(cards: Cards) -> list[IntoLink]:
    """The ways into the sections that have something in them, with the headline of each one's newest story."""
    links: list[IntoLink] = []
    for into, section in cards.data.into.items():
        if section.any:
            newest = cards.story(section.stories[0]) if section.stories else None
            links.append(
                {
                    **cards.terms.into(into),
                    "intro": _intro(cards, into),
                    "newest": {"name": newest["title"], "url": newest["url"]} if newest else None,
                }
            )
    return links


def _intro(cards: Cards, into: Into) -> str:
    intro: str = getattr(cards.settings.into, into.value)
    return intro
