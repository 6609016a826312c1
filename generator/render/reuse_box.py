"""The "媒体转载" box of an entry's page, and the list of all kits."""

from __future__ import annotations

from typing import Any

from generator.model.catalogue import Entry
from generator.model.kit import Kit

from .cards import Cards
from .chinese_dates import day_view
from .contacts import telephone
from .embeds import embed_code
from .entry_dates import last_change
from .media_reports import entry_reports
from .picture_plan import shown_as
from .views import KitFile, KitPhotoView, KitRow, KitView, ReuseKeys


def reuse_keys(cards: Cards, entry: Entry) -> ReuseKeys:
    """What the box says: what may be done, whom to call, what there is to download."""
    meta: Any = entry.meta
    press = cards.settings.press_phone
    kit = cards.kits.get(entry.id)
    return {
        "rights": meta.rights.label,
        "reuse": meta.rights.value,
        "press_phone": press or "",
        "press_phone_url": telephone(press),
        "kit": _kit_view(cards, entry, kit) if kit else None,
        "reports": entry_reports(cards, entry),
    }


def kit_row(cards: Cards, entry: Entry) -> KitRow:
    """A line of the list of kits."""
    kit = cards.kits[entry.id]
    cards.data.public.notes.update(kit.reads)
    meta: Any = entry.meta
    changed = last_change(entry)
    return {
        "entry": {"name": entry.title, "url": cards.url(entry)},
        "kind": entry.kind.label,
        "date": day_view(meta.date),
        "changed": day_view(changed) if changed and changed > meta.date else None,
        "rights": meta.rights.label,
        "archive": kit_file(cards, kit.archive),
        "version": kit.version,
        "photos": len(kit.photos),
        "digest": kit.digest,
    }


def _kit_view(cards: Cards, entry: Entry, kit: Kit) -> KitView:
    cards.data.public.notes.update(kit.reads)
    return {
        "archive": kit_file(cards, kit.archive),
        "document": kit_file(cards, kit.document),
        "text": kit_file(cards, kit.text),
        "wechat": kit_file(cards, kit.wechat),
        "photos": [
            _photo(cards, entry, each.file, each.address, each.width, each.height)
            for each in kit.photos
            if shown_as(entry, cards.pictures.plan(entry), each.file)
        ],
        "left_out": kit.left_out,
        "version": kit.version,
        "changed": day_view(last_change(entry) or entry.meta.date),
        "embed": embed_code(cards, entry),
        "digest": kit.digest,
    }


def _photo(cards: Cards, entry: Entry, file: str, address: str, width: int, height: int) -> KitPhotoView:
    use = shown_as(entry, cards.pictures.plan(entry), file)
    assert use is not None, "asked before"
    picture = cards.pictures.photo(entry, file, use)
    return {"picture": picture, "file": kit_file(cards, address), "width": width, "height": height}


def kit_file(cards: Cards, address: str) -> KitFile:
    """A file that a job makes."""
    return {"url": cards.site.url(address), "address": address}
