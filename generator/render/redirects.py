"""Pages at the addresses that entries had before they were renamed: they send readers on."""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.page import Page, View

from .cards import Cards
from .page_heads import page_head
from .views import TEMPLATES, RedirectView


def redirect_pages(cards: Cards, taken: Set[str]) -> list[Page]:
    """A page for each former address of a public entry, unless there is a page at it now (``taken``).

    An alias is free text within limits: one that is no folder's path has never been an address.
    """
    former = {
        entry_address(alias): entry
        for alias, entry in cards.data.catalogue.by_alias.items()
        if entry.id in cards.data.public.by_id and all(alias.split("/"))
    }
    return [
        Page(address, TEMPLATES["redirect"], partial(_redirect_view, cards, address, entry))
        for address, entry in former.items()
        if address not in taken
    ]


def _redirect_view(cards: Cards, address: str, entry: Entry) -> View:
    name = "这个页面搬家了"
    head = page_head(cards, "redirect", address, name, f"“{entry.title}”已经换到新的网址。")
    here = cards.url(entry)
    view: RedirectView = {
        **head,
        "canonical": cards.site.origin + here,
        "headline": name,
        "target": {"name": entry.title, "url": here},
    }
    return dict(view)
