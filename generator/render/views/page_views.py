"""What every page has, and what pages with an entry's text have besides."""

from __future__ import annotations

from typing import Any, TypedDict

from .small_views import CorrectionView, Crumb, FeedLink, LinkView, PictureView, ShareView


class PageView(TypedDict):
    """What every page has; the base template needs no more."""

    kind: str  # a key of TEMPLATES
    section: str  # which item of site.nav is current: stories, profiles, activities … or ""
    title: str  # for <title>, without the site's name; "" on the home page
    description: str
    url: str
    canonical: str  # with host when site_url is set
    meta: list[list[str]]  # [[name, content], …] of the guide of 2017
    photo: str  # absolute URL of the whole photo that the page shows, "" when none: for structured data
    share: ShareView | None  # the picture for sharing; None where the site's own serves
    crumbs: list[Crumb]
    feeds: list[FeedLink]  # of the list that the page shows, beside those of the whole site


class TextKeys(TypedDict):
    """What an entry's text needs. The first four are for ``compose`` and the fingerprint, not for templates."""

    targets: dict[str, str]
    pictures: dict[str, PictureView]
    cards: dict[str, Any]
    body_digest: str
    has_text: bool
    headline: str
    summary: str
    corrections: list[CorrectionView]
    migrated: LinkView | None  # where it came from: name is the date it was first published there


class TextView(PageView, TextKeys):
    """A page that shows an entry's text."""
