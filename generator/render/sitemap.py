"""What search engines are told: which pages there are, and where the list of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from generator.model.address import Site, entry_address
from generator.model.catalogue import Entry
from generator.model.page import Page, View

from .entry_dates import last_change
from .views import TEMPLATES, RobotsView, SitemapIndexView, SitemapView

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"

MOST_URLS = 45_000
"""In one file; the protocol (sitemaps.org) allows 50,000."""


def sitemap_pages(site: Site, pages: Sequence[Page], entries: Mapping[str, Entry]) -> list[Page]:
    """The site map of ``pages`` and the file that points to it; none without ``site_url``, for both need full addresses."""
    if not site.origin:
        return []
    changed = {entry_address(id): entry for id, entry in entries.items()}
    shares = [pages[start : start + MOST_URLS] for start in range(0, len(pages), MOST_URLS)]
    robots = Page(ROBOTS, TEMPLATES["robots"], partial(_robots_view, site))
    if len(shares) <= 1:
        return [_sitemap(SITEMAP, site, pages, changed), robots]
    names = [f"sitemap-{number}.xml" for number in range(1, len(shares) + 1)]
    index = Page(SITEMAP, TEMPLATES["sitemap-index"], partial(_index_view, site, names))
    parts = [_sitemap(name, site, share, changed) for name, share in zip(names, shares, strict=True)]
    return [index, *parts, robots]


def _sitemap(address: str, site: Site, pages: Sequence[Page], changed: Mapping[str, Entry]) -> Page:
    return Page(address, TEMPLATES["sitemap"], partial(_sitemap_view, site, pages, changed))


def _sitemap_view(site: Site, pages: Sequence[Page], changed: Mapping[str, Entry]) -> View:
    view: SitemapView = {
        "kind": "sitemap",
        "urls": [[site.full_url(page.address), _day(changed.get(page.address))] for page in pages],
    }
    return dict(view)


def _day(entry: Entry | None) -> str:
    moment = last_change(entry) if entry else None
    return moment.isoformat()[:10] if moment else ""


def _index_view(site: Site, names: Sequence[str]) -> View:
    view: SitemapIndexView = {"kind": "sitemap-index", "sitemaps": [site.full_url(name) for name in names]}
    return dict(view)


def _robots_view(site: Site) -> View:
    root = "" if site.prefix == "/" else f"{site.origin}/{ROBOTS}"
    view: RobotsView = {"kind": "robots", "sitemap": site.full_url(SITEMAP), "root": root}
    return dict(view)
