"""Organisations, the three "goes-into", the honours roll, corrections, the site map, and notices of what is gone."""

from __future__ import annotations

from typing import TypedDict

from .card_views import ActivityCard, CampaignCard, DocumentRow, ProfileCard, StationCard, StoryCard
from .page_views import PageView
from .small_views import ContactView, DateView, LinkView, Pager
from .station_views import TeamView


class OrganisationRow(TypedDict):
    """An organisation in the list; ``figures`` are what the site has of it: 运行站点 3 个."""

    name: str
    url: str
    district: str
    line: str
    figures: list[str]
    phone: str
    phone_url: str


class OrganisationGroup(TypedDict):
    """Organisations of one nature (机关单位, 社会团体 …)."""

    name: str
    rows: list[OrganisationRow]


class OrganisationsView(PageView):
    """organisations/: paged."""

    headline: str
    groups: list[OrganisationGroup]
    pager: Pager


class OrganisationView(PageView):
    """organisations/ID/: paged over its stories; everything but name and stories stands on the first page alone.

    Of what may be many, the newest stand here, beside the number of all.
    """

    headline: str
    nature: str  # 社会团体
    district: LinkView | None
    intro: list[str]  # paragraphs
    services: list[LinkView]
    teams: list[TeamView]
    phone: str
    phone_url: str
    contacts: list[ContactView]
    records: str  # 记录时长、出具证明
    hours: str
    address: str
    website: LinkView | None
    stations: list[StationCard]
    stations_total: int
    paired: list[LinkView]
    upcoming: list[ActivityCard]
    past: list[ActivityCard]
    past_total: int
    campaigns: list[CampaignCard]
    profiles: list[ProfileCard]
    profiles_total: int
    documents: list[DocumentRow]
    documents_total: int
    stories: list[StoryCard]
    pager: Pager


class IntoLink(TypedDict):
    """A way into one of the three sections."""

    name: str  # 走进社区
    url: str
    intro: str
    newest: LinkView | None  # the headline of its newest story


class IntoView(PageView):
    """into/community/, into/family/, into/view/: paged over stories; the rest stands on the first page."""

    headline: str
    intro: str
    stories: list[StoryCard]
    pager: Pager
    upcoming: list[ActivityCard]
    profiles: list[ProfileCard]
    others: list[LinkView]


class HolderRow(TypedDict):
    """One award: who received what."""

    honour: str
    name: str
    alias_used: bool
    url: str
    kind: str  # 志愿者, 志愿家庭 …
    granted_by: str
    document: str


class HonourYear(TypedDict):
    """The awards of one year."""

    year: str
    rows: list[HolderRow]


class HonourLevel(TypedDict):
    """The awards of one level, newest year first."""

    name: str  # 市级
    years: list[HonourYear]


class HonourTerm(TypedDict):
    """An honour explained."""

    name: str
    level: str
    granted_by: str
    intro: str


class HonourSeries(TypedDict):
    """Honours that belong together; ``name`` is "" for those that stand alone."""

    name: str
    honours: list[HonourTerm]


class HonoursView(PageView):
    """honours/: the roll, paged; what the honours are stands on the first page."""

    headline: str
    levels: list[HonourLevel]
    series: list[HonourSeries]
    pager: Pager


class CorrectionRow(TypedDict):
    """A correction and where it was made."""

    date: DateView
    kind: str  # 志愿故事
    entry: LinkView
    text: str


class CorrectionsView(PageView):
    """corrections/: newest first, paged. The ways to report a mistake are "" when not configured."""

    headline: str
    rows: list[CorrectionRow]
    pager: Pager
    contact: str
    report_error: str


class MapLinkView(TypedDict):
    """A link of the site map; ``count`` is "" or how many entries stand there: 12 篇."""

    name: str
    url: str
    count: str


class MapGroup(TypedDict):
    """A group of the site map."""

    id: str
    name: str
    links: list[MapLinkView]


class SiteMapView(PageView):
    """sitemap/: every section, category, district, month, campaign, feature and standing page."""

    headline: str
    groups: list[MapGroup]


class GoneView(PageView):
    """At the address of what was taken back; ``date`` is None for a closed station."""

    headline: str
    date: DateView | None
    reason: str
    way_on: LinkView | None
