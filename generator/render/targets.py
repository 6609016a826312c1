"""Where the links of a text lead, in this site, today."""

from __future__ import annotations

from collections.abc import Set
from urllib.parse import quote

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.links import Target, TargetKind, anchors_of, normal_target, resolve_target
from generator.photos.plan import PhotoUse

from .attachments import copied_files
from .cards import Cards


def link_targets(entry: Entry, cards: Cards, addresses: Set[str]) -> dict[str, str]:
    """From each internal target of the entry's text, as :func:`~generator.model.links.normal_target` spells it, to a URL.

    A target that is unknown or not public is absent: the link's words stay, the link goes.
    ``addresses`` are those of the pages that are no entry's.
    """
    if not entry.outline.links:
        return {}
    urls = {}
    for link in entry.outline.links:
        target = resolve_target(link.target, entry.id)
        if target.kind not in (TargetKind.EXTERNAL, TargetKind.INVALID) and (
            url := _url(target, entry, cards, addresses)
        ):
            urls[normal_target(link.target)] = url
    return urls


def file_url(entry: Entry, file: str, cards: Cards) -> str:
    """Where a file beside an entry can be had: a photo's largest published form, or the file itself when it is offered."""
    if file in entry.photos:
        shown = file in cards.pictures.plan(entry).text
        return cards.pictures.photo(entry, file, PhotoUse.FIGURE)["full"] if shown else ""
    address = copied_files(entry).get(file)
    return cards.site.url(address) if address else ""


def _url(target: Target, entry: Entry, cards: Cards, addresses: Set[str]) -> str:
    if target.kind is TargetKind.ANCHOR:
        return f"#{quote(target.anchor)}" if _has(entry, target.anchor) else ""
    if target.kind is TargetKind.ADDRESS:
        return cards.site.url(target.address) if target.address in addresses else ""
    found = cards.data.public.linked(target.id)
    if found is None:
        return ""
    if target.kind is TargetKind.FILE:
        return file_url(found, target.file, cards)
    return cards.site.url(entry_address(found.id), target.anchor if _has(found, target.anchor) else "")


def _has(entry: Entry, anchor: str) -> bool:
    return anchor in anchors_of(entry)
