"""What is read by programs: site maps, feeds, calendars. No page frame, so no ``PageView``."""

from __future__ import annotations

from typing import Any, TypedDict

from .small_views import CorrectionView, LinkView, PictureView


class SitemapView(TypedDict):
    """Addresses for search engines: [absolute URL, day of the last change or ""]."""

    kind: str
    urls: list[list[str]]


class SitemapIndexView(TypedDict):
    """The absolute URLs of several site maps."""

    kind: str
    sitemaps: list[str]


class RobotsView(TypedDict):
    """What crawlers are told. ``root`` is where they look for it, "" when that is where it stands."""

    kind: str
    sitemap: str
    root: str


class FeedItem(TypedDict):
    """One story in a feed. All URLs are absolute, but for those in ``targets``, ``pictures`` and ``cards``,
    which are for the text and made absolute with it."""

    url: str
    title: str
    summary: str
    byline: str
    published: str  # with offset
    updated: str
    published_rss: str  # Fri, 06 Mar 2026 00:00:00 +0800
    categories: list[str]
    rights: str
    source: LinkView | None
    video: LinkView | None
    corrections: list[CorrectionView]
    lead: PictureView | None  # a photo, never a cover
    gallery: list[PictureView]
    image: str  # URL of the largest JPEG of the photo that stands for the story, "" when it has none
    image_file: str  # its address, for ``file_size``
    targets: dict[str, str]
    pictures: dict[str, PictureView]
    cards: dict[str, Any]
    body_digest: str


class FeedView(TypedDict):
    """A feed of the newest stories of a list, newest first. A template gets their HTML as ``texts``, in order."""

    kind: str
    title: str
    description: str
    language: str
    url: str  # of the list
    self_url: str
    updated: str
    updated_rss: str
    author: str
    origin: str
    stories: list[FeedItem]


class CalendarView(TypedDict):
    """An iCalendar file, whole: folded lines that end in CR LF."""

    kind: str
    content: str
