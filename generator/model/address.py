"""Addresses inside the site. Every internal URL is made here and nowhere else.

An *address* is relative to the site's root, without a leading slash, and ends in a slash
for pages (``stories/2026/bike-repair/``) or in a file name (``photos/1f….webp``). A *URL* is
what stands in a link: an absolute path under the prefix of ``site_url``, so that a site can
live in a sub-path of another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

HOME = ""

PAGES = "content/pages/"
"""Where the entries lie whose addresses begin at the site's root: ``content/pages/about`` is read at ``about/``."""

OWN_PAGES = frozenset(
    {"calendar", "corrections", "coverage", "honours", "into", "organisations", "reports", "search", "sitemap"}
)
"""First steps of the addresses of the program's own pages, beside columns and lists."""

TAKEN = OWN_PAGES | frozenset({
    "404", "activities", "archive", "assets", "calendars", "campaigns", "categories", "content", "covers", "data",
    "districts", "documents", "features", "feeds", "files", "index", "kits", "page", "pages", "photos", "profiles", "qr",
    "share", "shares", "stations", "stories", "style", "theme", "withdrawn",
})  # fmt: skip
"""First steps that the program uses, or keeps for itself: no page of an editor's may have one as its name."""


def entry_address(entry_id: str) -> str:
    """The address of an entry's page: ``content/profiles/x`` is read at ``profiles/x/``."""
    return entry_id.removeprefix(PAGES).removeprefix("content/") + "/"


def list_address(base: str, number: int = 1) -> str:
    """The address of page ``number`` (from 1) of a list whose first page is at ``base``."""
    return base if number == 1 else f"{base}page/{number}/"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site stands. ``origin`` (``https://host``) is empty when ``site_url`` is not set."""

    origin: str = ""
    prefix: str = "/"

    @classmethod
    def at(cls, site_url: str | None) -> Site:
        """Read MkDocs' ``site_url``; a missing one means the root of some host."""
        parts = urlsplit(site_url or "")
        path = parts.path.rstrip("/") + "/"
        return cls(f"{parts.scheme}://{parts.netloc}" if parts.netloc else "", path)

    def url(self, address: str, anchor: str = "") -> str:
        """The link to an address, percent-encoded, as an absolute path."""
        return self.prefix + quote(address) + (f"#{quote(anchor)}" if anchor else "")

    def full_url(self, address: str) -> str:
        """The canonical address with the host; the bare path when no host is known."""
        return self.origin + self.url(address)


def output_file(address: str) -> str:
    """The file that a web server shows for an address."""
    return address + "index.html" if address.endswith("/") or not address else address
