"""The view of a 固定页面: the editor's text and the lists that the program keeps beside it."""

from __future__ import annotations

from collections.abc import Iterable, Set

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.entries import PageBlock, PagePlace, StandingPage

from .cards import Cards
from .chinese_dates import moment_view
from .entry_texts import text_keys
from .page_heads import article_meta, page_head
from .standing_blocks import emergency_block, living_blocks
from .standing_links import page_links
from .views import Block, LinkView, ServiceLink, StandingPageView

_CONTENTS = 3
"""A page with fewer parts needs no list of them."""


def standing_page_view(cards: Cards, entry: Entry, addresses: Set[str]) -> StandingPageView:
    """A page of its own, at the root of the site."""
    meta: StandingPage = entry.meta
    address = entry_address(entry.id)
    head = page_head(cards, "page", address, meta.title, cards.summary(entry))
    head["share"] = cards.shares.of_entry(entry)
    head["meta"] = article_meta(
        cards.site, cards.settings, meta.title, meta.place.label, meta.date, cards.settings.footer.organiser or "", head
    )
    blocks = living_blocks(cards, meta.shows, head["url"])
    contents: list[LinkView] = [
        {"name": heading.text, "url": f"#{heading.anchor}"} for heading in entry.outline.headings if heading.level == 2
    ]
    contents += [{"name": block["name"], "url": f"#{block['anchor']}"} for block in blocks]
    return {
        **head,
        **text_keys(cards, entry, addresses),
        "group": meta.place.label,
        "date": moment_view(meta.date),
        "urgent": emergency_block() if PageBlock.EMERGENCY in meta.shows else None,
        "blocks": blocks,
        "contents": contents if len(contents) >= _CONTENTS else [],
        "gallery": cards.pictures.gallery(entry),
        "siblings": [] if meta.place in _listed(blocks) else _siblings(cards, meta.place, address),
    }


def _listed(blocks: Iterable[Block]) -> tuple[PagePlace, ...]:
    """Places whose pages the blocks name already."""
    return (PagePlace.CHARTER,) if any(block["type"] == PageBlock.CHARTERS.value for block in blocks) else ()


def _siblings(cards: Cards, place: PagePlace, address: str) -> list[ServiceLink]:
    links = page_links(cards.data, cards.site, place, address)
    return links if len(links) > 1 else []
