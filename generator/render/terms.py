"""Names from the vocabularies, with their addresses where a page exists for them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive import SiteData
from generator.model.address import Site
from generator.model.parts import Into

from .views import LinkView

CATEGORIES, DISTRICTS, ARCHIVE, DIRECTORY = "categories/", "districts/", "archive/", "stations/"
ORGANISATIONS, HONOURS, CORRECTIONS, SITE_MAP = "organisations/", "honours/", "corrections/", "sitemap/"
REPORTS = "reports/"
KIT_LIST, PHOTO_LIBRARY, BRAND = "media/kits/", "media/photos/", "media/brand/"


def into_address(into: Into) -> str:
    """The address of one of the three "goes-into"."""
    return f"into/{into.value}/"


UNKNOWN: LinkView = {"name": "", "url": ""}


class Terms:
    """Looks ids up. An id that no vocabulary has is shown as nothing, never as a bare code."""

    def __init__(self, data: SiteData, site: Site) -> None:
        terms = data.catalogue.vocabularies
        self._terms = terms
        self._categories = _links(terms.category, CATEGORIES, data.by_category, site)
        self._districts = _links(terms.district, DISTRICTS, data.by_district, site)
        self._organisations = _links(terms.organisation, ORGANISATIONS, data.organisations, site)
        self._into: dict[Into, LinkView] = {
            into: {"name": into.label, "url": site.url(into_address(into)) if section.any else ""}
            for into, section in data.into.items()
        }

    def category(self, id: str) -> LinkView:
        """A category; without an address while no story is in it."""
        return self._categories.get(id, UNKNOWN)

    def categories(self, ids: tuple[str, ...]) -> list[LinkView]:
        """Known categories, in the entry's order."""
        return [self._categories[id] for id in ids if id in self._categories]

    def district(self, id: str | None) -> LinkView:
        """A district; without an address while no story is from there."""
        return self._districts.get(id or "", UNKNOWN)

    def street(self, id: str | None) -> str:
        """A street's name."""
        found = self._terms.street.get(id or "")
        return found.name if found else ""

    def organisation(self, id: str | None) -> LinkView | None:
        """An organisation; without an address while nothing is known of it but its name."""
        return self._organisations.get(id or "")

    def organisations(self, ids: tuple[str, ...]) -> list[LinkView]:
        """Known organisations, in the entry's order."""
        return [link for id in ids if (link := self.organisation(id))]

    def into(self, into: Into) -> LinkView:
        """One of the three "goes-into"; without an address while nothing is in it."""
        return self._into[into]

    def station_kind(self, id: str) -> str:
        """What kind of station it is."""
        found = self._terms.station_kind.get(id)
        return found.name if found else ""


def _links(terms: Mapping[str, object], folder: str, filled: Mapping[str, object], site: Site) -> dict[str, LinkView]:
    return {
        id: {"name": str(getattr(term, "name", "")), "url": site.url(f"{folder}{id}/") if id in filled else ""}
        for id, term in terms.items()
    }
