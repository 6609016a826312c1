"""Pictures as templates get them: photos in the sizes a place needs, designed covers where there is no photo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from generator.derive import SiteData
from generator.model.address import Site
from generator.model.catalogue import Entry
from generator.model.entries import Profile
from generator.model.settings import Settings
from generator.photos.credit import PhotoCredit
from generator.photos.plan import PhotoUse, plan_photo

from .covers import Sheet, draw, landscape, portrait
from .picture_plan import CARD_USE, LEAD_USE, NOTHING, PicturePlan, file_beside, picture_plan
from .views import PictureView


def photo_credit(entry: Entry, file: str, settings: Settings) -> PhotoCredit:
    """The words that travel inside a picture's files."""
    meta: Any = entry.meta
    listed = next((photo for photo in meta.photos if photo.file == file), None)
    rights = getattr(meta, "rights", None)
    return PhotoCredit(
        caption=(listed.caption or listed.alt or "") if listed else "",
        byline=(listed.credit or "") if listed else "",
        credit=settings.site_name,
        rights=rights.label if rights else "",
        rights_url=settings.rights_url or "",
        licensor_url=settings.licensor_url or "",
        ai=bool(listed and listed.ai),
    )


def cover_sheet(entry: Entry) -> Sheet:
    """The designed cover of an entry."""
    meta: Any = entry.meta
    categories = getattr(meta, "categories", ())
    category = categories[0] if categories else ""
    if isinstance(meta, Profile):
        return portrait(meta.kind, category, meta.name)
    return landscape(category, entry.title)


def cover_drawing(entry: Entry) -> str:
    """The designed cover of an entry as SVG."""
    return draw(cover_sheet(entry))


class Pictures:
    """Makes each picture view once, however many pages show it."""

    def __init__(self, settings: Settings, site: Site, today: date) -> None:
        self._settings = settings
        self._site = site
        self._today = today
        self._plans: dict[str, PicturePlan] = {}
        self._photos: dict[tuple[str, str, PhotoUse], PictureView] = {}
        self._covers: dict[Sheet, PictureView] = {}
        self._cover_of: dict[str, PictureView] = {}

    def plan(self, entry: Entry) -> PicturePlan:
        """Which picture goes where on the entry's page."""
        if not entry.photos:
            return NOTHING
        if entry.id not in self._plans:
            self._plans[entry.id] = picture_plan(entry, self._today)
        return self._plans[entry.id]

    def photo(self, entry: Entry, file: str, use: PhotoUse, alt: str = "") -> PictureView:
        """A usable photo of the entry in one use. ``alt`` serves photos that the entry does not list."""
        key = (entry.id, file, use)
        if key not in self._photos:
            self._photos[key] = self._photo(entry, file, use)
        view = self._photos[key]
        return view if view["alt"] or not alt else {**view, "alt": alt}

    def card(self, entry: Entry) -> PictureView:
        """The picture that stands for the entry in lists."""
        plan = self.plan(entry)
        return self.photo(entry, plan.card, CARD_USE[entry.kind]) if plan.card else self.cover(entry)

    def lead(self, entry: Entry) -> PictureView | None:
        """The picture at the head of the entry's page; None when its text shows the pictures."""
        plan = self.plan(entry)
        if plan.lead:
            return self.photo(entry, plan.lead, LEAD_USE[entry.kind])
        return None if plan.card else self.cover(entry)

    def wide(self, entry: Entry) -> PictureView:
        """The picture of a story that leads the home page, from files that its own page has as well."""
        plan = self.plan(entry)
        if plan.card and not plan.lead:
            return self.photo(entry, plan.card, PhotoUse.FIGURE)
        return self.lead(entry) or self.cover(entry)

    def share(self, entry: Entry) -> PictureView | None:
        """The photo that stands for the entry elsewhere, whole, from files that its own page has; None for a cover."""
        picture = self.wide(entry)
        return picture if picture["kind"] == "photo" else None

    def gallery(self, entry: Entry) -> list[PictureView]:
        """Listed photos that the page shows nowhere else."""
        return [self.photo(entry, file, PhotoUse.FIGURE) for file in self.plan(entry).gallery]

    def in_text(self, entry: Entry) -> dict[str, PictureView]:
        """The pictures of the text, by the names it uses."""
        if not entry.photos or not entry.outline.pictures:
            return {}
        usable = self.plan(entry).text
        views = {}
        for picture in entry.outline.pictures:
            file = file_beside(picture.file, entry.id)
            if file in usable:
                views[picture.file] = self.photo(entry, file, PhotoUse.FIGURE, picture.alt)
        return views

    def cover(self, entry: Entry) -> PictureView:
        """The entry's designed cover."""
        found = self._cover_of.get(entry.id)
        if found is None:
            found = self._cover_of[entry.id] = self._sheet(cover_sheet(entry))
        return found

    def _sheet(self, sheet: Sheet) -> PictureView:
        if sheet not in self._covers:
            width, height = sheet.size
            self._covers[sheet] = {
                "kind": "cover",
                "src": self._site.url(sheet.address),
                "srcset": "",
                "sources": [],
                "sizes": "",
                "width": width,
                "height": height,
                "alt": "",
                "caption": "",
                "credit": "",
                "ai": False,
                "full": "",
            }
        return self._covers[sheet]

    def _photo(self, entry: Entry, file: str, use: PhotoUse) -> PictureView:
        rendered = plan_photo(entry.photos[file], use, photo_credit(entry, file, self._settings))
        view = rendered.view(self._site.prefix)
        listed = next((photo for photo in entry.meta.photos if photo.file == file), None)
        return {
            "kind": "photo",
            "src": view["src"],
            "srcset": view["srcset"],
            "sources": [{"type": each["type"], "srcset": each["srcset"]} for each in view["sources"]],
            "sizes": view["sizes"],
            "width": view["width"],
            "height": view["height"],
            "alt": (listed.alt or "") if listed else "",
            "caption": (listed.caption or "") if listed else "",
            "credit": (listed.credit or "") if listed else "",
            "ai": view["ai"],
            "full": view["large"],
        }


def searched_pictures(data: SiteData, site: Site) -> Callable[[Entry], tuple[str, tuple[str, ...]]]:
    """What search shows and finds of an entry's pictures: the address of the small one that stands for it, "" where there
    is none, and the files whose captions stand on its page."""
    pictures = Pictures(data.catalogue.settings, site, data.today)

    def of(entry: Entry) -> tuple[str, tuple[str, ...]]:
        plan = pictures.plan(entry)
        shown = (file_beside(each.file, entry.id) for each in entry.outline.pictures) if plan.text else ()
        files = dict.fromkeys((plan.lead, *(file for file in shown if file in plan.text), *plan.gallery))
        address = str(pictures.card(entry)["src"]) if entry.kind in CARD_USE else ""
        return address, tuple(filter(None, files))

    return of
