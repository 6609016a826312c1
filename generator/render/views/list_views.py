"""Lists of entries, paged."""

from __future__ import annotations

from typing import Literal, TypedDict

from .card_views import ActivityCard, CampaignCard, DocumentRow, FeatureCard, ProfileCard, StoryCard
from .page_views import PageView
from .small_views import LinkView, Pager


class Facet(TypedDict):
    """A way into another list; ``current`` for this one."""

    name: str
    url: str
    count: int
    current: bool


class ListView(PageView):
    """A paged list of stories. ``list_kind`` is all, category, district or month."""

    list_kind: Literal["all", "category", "district", "month"]
    headline: str
    intro: str
    stories: list[StoryCard]
    pager: Pager
    categories: list[Facet]
    districts: list[Facet]
    stations: LinkView | None  # district lists: its part of the directory
    archive: str  # URL of archive/


class MonthLink(TypedDict):
    """A month with stories."""

    name: str  # 3月
    url: str
    count: int


class YearView(TypedDict):
    """A year with stories."""

    name: str  # 2026年
    months: list[MonthLink]


class ArchiveView(PageView):
    """archive/: all months, newest first."""

    headline: str
    years: list[YearView]


class ProfilesView(PageView):
    """profiles/: paged."""

    headline: str
    profiles: list[ProfileCard]
    pager: Pager


class ActivitiesView(PageView):
    """activities/: paged over past ones; upcoming ones stand on the first page."""

    headline: str
    calendar: str  # URL of the calendar of all activities and campaigns
    this_week: list[ActivityCard]
    later: list[ActivityCard]
    past: list[ActivityCard]
    pager: Pager  # of past


class CampaignsView(PageView):
    """campaigns/."""

    headline: str
    running: list[CampaignCard]
    announced: list[CampaignCard]
    ended: list[CampaignCard]
    pager: Pager  # of ended


class FeaturesView(PageView):
    """features/."""

    headline: str
    features: list[FeatureCard]
    pager: Pager


class DocumentsView(PageView):
    """documents/: newest first."""

    headline: str
    documents: list[DocumentRow]
    pager: Pager
