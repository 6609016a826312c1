"""The home page, the 404 page, and what all pages are given."""

from __future__ import annotations

from typing import TypedDict

from .card_views import ActivityCard, CampaignCard, DocumentRow, FeatureCard, ProfileCard, StoryCard
from .directory_views import IntoLink
from .occasion_views import ScheduleDay
from .page_views import PageView
from .small_views import FeedLink, LinkView, PictureView, ShareView
from .standing_views import ServiceLink
from .station_views import CoverageView
from .year_views import KeyDayView


class HomeCampaign(TypedDict):
    """The banner: the campaign and its next days (at most two days with something on)."""

    card: CampaignCard
    phase_text: str  # 还有 5 天开始, 进行中·第 12 天
    picture: PictureView  # wide
    today: ScheduleDay | None
    days: list[ScheduleDay]


class HomeView(PageView):
    """The home page; every part may be empty."""

    headline: str
    tagline: str
    services: list[ServiceLink]  # what readers come to do
    campaign: HomeCampaign | None  # running, or else the next one
    key_day: KeyDayView | None  # the next one, when no campaign runs
    year: str  # URL of the campaign calendar, "" when there is none
    lead: StoryCard | None
    lead_picture: PictureView | None  # the lead story's picture, planned wide
    stories: list[StoryCard]  # four
    latest: list[StoryCard]  # six more, headlines only
    activities: list[ActivityCard]  # this week; if none, the next ones
    activities_this_week: bool
    profiles: list[ProfileCard]  # six
    features: list[FeatureCard]
    documents: list[DocumentRow]
    into: list[IntoLink]  # the three "goes-into"
    districts: list[LinkView]  # chips: link into the directory (#district)
    categories: list[LinkView]
    coverage: CoverageView | None
    stations_total: int


class NotFoundView(PageView):
    """404.html: a way on."""

    headline: str
    services: list[ServiceLink]
    districts: list[LinkView]  # chips: link into the directory
    site_map: LinkView
    stories: list[StoryCard]  # three newest


class RedirectView(PageView):
    """What stands at a former address of an entry; ``canonical`` is already the new address."""

    headline: str
    target: LinkView


class NavItem(TypedDict):
    """One item of the main navigation; only columns that have something in them are there."""

    id: str  # compare with view.section
    name: str
    url: str


class LinkGroup(TypedDict):
    """One column of links in the footer, never empty; ``id`` names it to styles and scripts."""

    id: str
    name: str
    links: list[LinkView]


class FooterView(TypedDict):
    """What public sites must carry; each "" when not configured."""

    organiser: str
    contact: str
    site_code: str
    icp: str
    icp_url: str
    police: str
    police_url: str
    report_error: str
    sample_notice: str


class SharedView(TypedDict):
    """The template global ``site``. Nothing here may change with one entry or one day."""

    name: str
    city: str
    tagline: str
    description: str
    home: str  # URL
    origin: str
    prefix: str
    language: str  # zh-CN
    nav: list[NavItem]
    groups: list[LinkGroup]  # the columns of links in the footer, made in footer_links.py
    footer: FooterView
    press_phone: str
    press_phone_url: str
    feeds: list[FeedLink]  # of all stories
    rights_url: str  # where the terms of use of pictures stand, "" when not configured
    licensor_url: str  # where a licence is asked for
    share: ShareView  # the picture for sharing of every page without one of its own
    words: list[str]  # what the registers name, for ``phrased``: words that no line may tear
    meta: list[list[str]]  # SiteName, SiteDomain, SiteIDCode
