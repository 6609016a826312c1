"""Where the feeds of a list stand."""

from __future__ import annotations

from generator.model.address import Site

from .views import FeedLink

FORMATS = {
    "rss": ("rss.xml", "application/rss+xml", "RSS"),
    "atom": ("atom.xml", "application/atom+xml", "Atom"),
    "json-feed": ("feed.json", "application/feed+json", "JSON Feed"),
}
"""Page kind → file name beside the list, media type, what readers call it."""


def feed_links(site: Site, base: str, name: str) -> list[FeedLink]:
    """The feeds of the list of stories at ``base``; none without ``site_url``, for a feed needs full addresses."""
    if not site.origin:
        return []
    return [
        {"type": media_type, "title": f"{name}（{format}）", "url": site.url(base + file)}
        for file, media_type, format in FORMATS.values()
    ]
