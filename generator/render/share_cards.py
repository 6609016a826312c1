"""What stands on each entry's share picture, and where that picture is. Views and jobs both ask here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.derive import SiteData
from generator.model.address import Site
from generator.model.catalogue import Entry
from generator.model.entries import Document
from generator.model.job import Job
from generator.model.kinds import Kind
from generator.photos.plan import PhotoUse, plan_photo

from .covers import landscape
from .picture_plan import NOTHING, picture_plan, share_photo
from .pictures import cover_sheet, photo_credit
from .share_pictures import HEIGHT, WIDTH, ShareCard, share_address, share_job
from .share_portraits import portrait_address, portrait_card, portrait_job
from .typefaces import Typeface
from .views import ShareView

NO_SHARE: ShareView = {"url": "", "alt": "", "width": 0, "height": 0}

_DOT = " · "


class Shares:
    """Finds share pictures for the heads of pages. ``face`` is what titles are set in; None for pictures without words."""

    def __init__(self, data: SiteData, site: Site, face: Typeface | None) -> None:
        self._data = data
        self._site = site
        self._face = face
        self._on = data.catalogue.settings.share_pictures and bool(site.origin)

    def of_entry(self, entry: Entry) -> ShareView:
        """The crop of the entry's photo, or else its card, a person's with their portrait; nothing when the site has none."""
        if not self._on:
            return NO_SHARE
        data = self._data
        plan = picture_plan(entry, data.today) if entry.photos else NOTHING
        if file := share_photo(entry, plan):
            settings = data.catalogue.settings
            made = plan_photo(entry.photos[file], PhotoUse.SHARE, photo_credit(entry, file, settings)).fallback
            listed = next((photo for photo in entry.meta.photos if photo.file == file), None)
            return {
                "url": self._site.full_url(made.name),
                "alt": (listed.alt or "") if listed else "",
                "width": made.width,
                "height": made.height,
            }
        card = entry_card(data, entry)
        if person := portrait_card(entry, plan, card, data.catalogue.settings):
            return _view(self._site.full_url(portrait_address(person, self._face)), card.title)
        return self._card(card)

    def of_site(self) -> ShareView:
        """The picture of the home page and of all lists."""
        return self._card(site_card(self._data)) if self._on else NO_SHARE

    def _card(self, card: ShareCard) -> ShareView:
        return _view(self._site.full_url(share_address(card, self._face)), card.title)


def _view(url: str, alt: str) -> ShareView:
    return {"url": url, "alt": alt, "width": WIDTH, "height": HEIGHT}


def entry_card(data: SiteData, entry: Entry) -> ShareCard:
    """The designed card of an entry: what it is and where, its title, the site's name."""
    meta: Any = entry.meta
    terms = data.catalogue.vocabularies
    category = next((terms.category[id].name for id in getattr(meta, "categories", ()) if id in terms.category), "")
    district = terms.district.get(getattr(meta, "district", None) or "")
    match entry.kind:
        case Kind.STORY if category:
            what = category
        case Kind.DOCUMENT if isinstance(meta, Document):
            what = meta.kind.label
        case Kind.PAGE:
            what = ""
        case kind:
            what = kind.label
    kicker = _DOT.join(part for part in (what, district.name if district else "") if part)
    return ShareCard(cover_sheet(entry), kicker, entry.title, data.catalogue.settings.site_name)


def site_card(data: SiteData) -> ShareCard:
    """The card of the whole site."""
    settings = data.catalogue.settings
    return ShareCard(landscape("", settings.site_name), settings.city, settings.site_name, settings.tagline or "")


def share_jobs(data: SiteData, face: Typeface | None, root: Path) -> Iterator[Job]:
    """A job for every card; the crops of photos belong to the photos' jobs."""
    settings = data.catalogue.settings
    if not settings.share_pictures:
        return
    yield share_job(site_card(data), face, root, "全站的分享图")
    for entry in data.public.by_id.values():
        plan = picture_plan(entry, data.today) if entry.photos else NOTHING
        if share_photo(entry, plan):
            continue
        card = entry_card(data, entry)
        if person := portrait_card(entry, plan, card, settings):
            yield portrait_job(person, face, root / entry.folder / plan.card)
        else:
            yield share_job(card, face, root, f"{entry.id} 的分享图")
