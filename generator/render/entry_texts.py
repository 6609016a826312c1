"""What pages with an entry's text have in common: everything that the text will need when it is composed."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from generator.model.catalogue import Entry
from generator.model.kinds import Kind

from .cards import Cards
from .chinese_dates import day_text, day_view
from .targets import link_targets
from .views import TextKeys


def text_keys(cards: Cards, entry: Entry, addresses: Set[str]) -> TextKeys:
    """The text's part of an entry's view."""
    meta, outline = entry.meta, entry.outline
    moved = meta.migrated_from
    return {
        "targets": link_targets(entry, cards, addresses),
        "pictures": cards.pictures.in_text(entry),
        "cards": _mentioned(cards, entry) if outline.mentions else {},
        "body_digest": entry.body_digest,
        "has_text": bool(outline.characters or outline.pictures or outline.mentions),
        "headline": entry.title,
        "summary": meta.summary or "",
        "corrections": [{"date": day_view(each.date), "text": each.text} for each in meta.corrections],
        "migrated": {"name": day_text(moved.date), "url": moved.url} if moved else None,
    }


def _mentioned(cards: Cards, entry: Entry) -> dict[str, Any]:
    """Cards that the text shows, by kind and slug; those of entries that are not public are left out."""
    views: dict[str, Any] = {}
    for mention in entry.outline.mentions:
        kind = Kind(mention.kind)
        found = cards.data.public.find(kind, mention.slug)
        if found is not None:
            views[f"{kind.value}/{mention.slug}"] = (
                cards.station(found) if kind is Kind.STATION else cards.profile(found)
            )
    return views
