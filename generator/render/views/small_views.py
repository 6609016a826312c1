"""Small records that views and cards share."""

from __future__ import annotations

from typing import Literal, TypedDict


class LinkView(TypedDict):
    """A name with an address; ``url`` is "" when there is no page to go to."""

    name: str
    url: str


class DateView(TypedDict):
    """A day or moment: ``iso`` for ``<time datetime>``, ``text`` for readers (2026年3月6日)."""

    iso: str
    text: str


class SourceSet(TypedDict):
    """One ``<source>`` of a ``<picture>``."""

    type: str  # image/avif, image/webp
    srcset: str


class PictureView(TypedDict):
    """A picture ready for ``<picture>``; a designed cover has ``kind`` ``cover`` and no sources.

    ``srcset`` belongs on the ``<img>`` (JPEG) and may be "". ``sizes`` fits the place the
    picture was planned for. Loading (lazy or eager) is the template's choice.
    """

    kind: Literal["photo", "cover"]
    src: str
    srcset: str
    sources: list[SourceSet]
    sizes: str
    width: int
    height: int
    alt: str  # "" for covers: they say nothing that the title does not
    caption: str
    credit: str
    ai: bool  # show the visible label 人工智能生成
    full: str  # URL of the largest rendition, "" for covers


class ShareView(TypedDict):
    """The picture shown where a link is passed on: full address, size in pixels; "" and 0 when there is none."""

    url: str
    alt: str
    width: int
    height: int


class Crumb(TypedDict):
    """One step of the breadcrumb; the last one (this page) has url ""."""

    name: str
    url: str


class PagerLink(TypedDict):
    """One number in a pager; ``number`` 0 stands for a gap (…), ``current`` for this page."""

    number: int
    url: str
    current: bool


class Pager(TypedDict):
    """Where in a paged list we are; shown only when ``count`` > 1."""

    number: int
    count: int
    total: int  # entries in all pages
    previous: str  # URL, "" at the ends
    next: str
    pages: list[PagerLink]


class FeedLink(TypedDict):
    """A feed that readers' programs can subscribe to; ``type`` is its media type."""

    type: str
    title: str
    url: str


class HoursView(TypedDict):
    """A claim of hours: ``value`` is 128 or 1,280.5 as text; date and source always go with it."""

    value: str
    as_of: str
    source: str


class ContactView(TypedDict):
    """Somebody to call by role; ``url`` is ``tel:…``."""

    role: str
    phone: str
    url: str


class FileView(TypedDict):
    """A file to download; ``type`` is PDF, DOCX … for display."""

    title: str
    url: str
    type: str


class EntryFile(FileView):
    """A file that an entry offers.

    ``address`` is for ``file_size``, "" for a picture, whose published form depends on the
    reader's screen. ``digest`` is shown nowhere: a changed file has another size, so the page is another one.
    """

    address: str
    digest: str


class CorrectionView(TypedDict):
    """A mistake mended after publication."""

    date: DateView
    text: str
