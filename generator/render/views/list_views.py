"""Lists of entries, paged."""

from __future__ import annotations

from typing import Literal, TypedDict

from .card_views import ActivityCard, CampaignCard, DocumentRow, FeatureCard, ProfileCard, StoryCard
from .page_views import PageView
from .small_views import LinkView, Pager
from .station_views import Choice


class Facet(TypedDict):
    """A way into another list; ``current`` for this one."""

    name: str
    url: str
    count: int
    current: bool


class ListView(PageView):
    """A paged list of stories. ``list_kind`` is all, category, district, year or month."""

    list_kind: Literal["all", "category", "district", "year", "month"]
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
    url: str
    count: int
    months: list[MonthLink]


class ArchiveView(PageView):
    """archive/: all years and months, newest first."""

    headline: str
    years: list[YearView]


class ProfilesView(PageView):
    """profiles/: paged."""

    headline: str
    profiles: list[ProfileCard]
    pager: Pager


class ComingActivity(TypedDict):
    """An activity that is not over, with what the filter compares; "" where the activity does not say.

    A page of these is all that the filter knows: there is no data beside it.
    """

    card: ActivityCard
    first: str  # 2026-03-14
    last: str
    district: str  # id
    street: str  # id
    categories: str  # ids, with a blank between
    age_from: str  # 6
    age_to: str
    seniors: bool
    can_join: bool


class ActivityGroup(TypedDict):
    """Coming activities under one heading: today, this week, later."""

    id: str
    name: str
    note: str  # 3月12日 周四, 到3月15日, ""
    activities: list[ComingActivity]


class SpanChoice(TypedDict):
    """Some days to choose: 本周末, 3月14日 周六. Days as 2026-03-14, both belonging to it."""

    id: str
    name: str
    first: str
    last: str


class StreetChoice(TypedDict):
    """A street to choose, and its district."""

    id: str
    name: str
    district: str


class ActivityFilterView(TypedDict):
    """What the coming activities can be narrowed by; only values that occur among them."""

    spans: list[SpanChoice]
    days: list[SpanChoice]
    districts: list[Choice]
    streets: list[StreetChoice]
    categories: list[Choice]
    ages: list[Choice]
    more: list[str]  # URLs of the pages with further coming activities, fetched when somebody filters


class ActivitiesView(PageView):
    """activities/: coming ones on the first page, past ones over all pages. activities/later/: more coming ones."""

    headline: str
    calendar: str  # URL of the calendar of all activities and campaigns
    year: str  # URL of the campaign calendar, "" when there is none
    coming_total: int
    groups: list[ActivityGroup]
    filter: ActivityFilterView | None  # None on a page without coming activities, and on activities/later/
    later: LinkView | None  # where the coming ones go on
    past: list[ActivityCard]
    pager: Pager  # of past ones; on activities/later/ of coming ones


class CampaignsView(PageView):
    """campaigns/."""

    headline: str
    year: str  # URL of the campaign calendar, "" when there is none
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
    """documents/, documents/KIND/, documents/news/DISTRICT/: newest first."""

    headline: str
    kinds: list[Facet]  # all, then each kind that has documents
    districts: list[Facet]  # documents/news/ and below: by district
    documents: list[DocumentRow]
    pager: Pager
