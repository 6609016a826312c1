"""A print before it is set: plain values, and which pictures go into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from generator.derive import SiteData
from generator.model.address import Site
from generator.model.catalogue import Entry
from generator.model.kit import may_be_passed_on
from generator.render.qr_codes import fits_qr, qr_svg

from .look import Look


class Shot(NamedTuple):
    """A photo of an entry: ``path`` from the project's root, and its digest."""

    path: str
    digest: str


@dataclass(frozen=True)
class PrintSheet:
    """``template`` is one of ``generator.typeset``'s, ``name`` that of the files, ``photos`` and ``drawings`` (SVG) the
    pictures by the names that ``values`` use. ``inches`` is the longer side, for the pictures' size."""

    template: str
    name: str
    label: str
    values: Mapping[str, Any]
    photos: Mapping[str, Shot] = field(default_factory=dict)
    drawings: Mapping[str, str] = field(default_factory=dict)
    pixels_per_inch: float = 144.0


@dataclass(frozen=True)
class Desk:
    """What all prints are made from."""

    data: SiteData
    site: Site
    look: Look

    def common(self, title: str, address: str) -> tuple[dict[str, Any], dict[str, str]]:
        """Values and drawings that every sheet has; the code leads to the page at ``address``."""
        settings = self.data.catalogue.settings
        url = self.site.full_url(address) if self.site.origin else ""
        drawings = {"emblem.svg": self.look.emblem.decode("utf-8")}
        if fits_qr(url):
            drawings["qr.svg"] = qr_svg(url, title)
        values = {
            "title": title,
            "site": settings.site_name,
            "slogan": settings.tagline or "",
            "colours": self.look.colours,
            "qr": "qr.svg" in drawings,
        }
        return values, drawings

    def small_print(self, *lines: str) -> list[str]:
        """Who made it and whom to call; and that it is a sample, where it is."""
        settings = self.data.catalogue.settings
        return [
            line
            for line in (
                *lines,
                settings.footer.organiser or "",
                settings.footer.contact or "",
                settings.sample_notice or "",
            )
            if line
        ]

    def names(self, entry: Entry) -> str:
        """What stands over a headline: what it is and where it is from."""
        meta, terms = entry.meta, self.data.catalogue.vocabularies
        into = getattr(meta, "into", None)
        district = terms.district.get(getattr(meta, "district", None) or "")
        categories = [terms.category[id].name for id in getattr(meta, "categories", ()) if id in terms.category]
        words = [into.label if into else entry.kind.label, *categories[:1], district.name if district else ""]
        return "　".join(filter(None, words))


def printable(entry: Entry, today: date) -> dict[str, Shot]:
    """Photos that may hang on a wall, by file name: others' consent for that is on record, or nobody need be asked."""
    listed = {photo.file: photo for photo in getattr(entry.meta, "photos", ())}
    return {
        file: Shot(f"{entry.folder}/{file}", entry.photos[file].digest)
        for file, photo in listed.items()
        if file in entry.photos and not entry.photos[file].problem and may_be_passed_on(photo, today)
    }


def lead_shot(entry: Entry, today: date) -> Shot | None:
    """The portrait, the cover, or the first photo, if it may be printed."""
    shots = printable(entry, today)
    wanted = (getattr(entry.meta, "portrait", None), getattr(entry.meta, "cover", None), *shots)
    return next((shots[file] for file in wanted if file in shots), None)
