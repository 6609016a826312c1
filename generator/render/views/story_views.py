"""The pages of stories, profiles, features and documents."""

from __future__ import annotations

from typing import Literal, TypedDict

from .card_views import ActivityCard, CampaignCard, FeatureCard, ProfileCard, RelatedStory, StationCard, StoryCard
from .kit_views import ReuseKeys
from .page_views import TextView
from .small_views import ContactView, DateView, EntryFile, HoursView, LinkView, PictureView


class SourceView(TypedDict):
    """Where a republished text first appeared."""

    name: str
    url: str


class SpokenView(TypedDict):
    """What somebody says in a video."""

    who: str
    text: str


class VideoView(TypedDict):
    """A video elsewhere; what it has none of is ""."""

    name: str
    url: str
    portrait_url: str
    length: str  # 3:25
    credit: str
    subtitles: str  # the address of the file
    said: list[SpokenView]
    reuse: str  # whether the media may use it, for entries with a kit


class StoryView(TextView, ReuseKeys):
    """A story."""

    subtitle: str
    into: LinkView
    categories: list[LinkView]
    district: LinkView
    place: str  # street and station, for the kicker: 滨河街道
    date: DateView
    byline: str
    source: SourceView | None
    minutes: str
    lead: PictureView | None  # None when the text itself shows the pictures
    gallery: list[PictureView]  # listed photos that neither lead nor text shows
    video: VideoView | None
    people: list[ProfileCard]  # those whose card does not stand in the text
    station: StationCard | None  # None when its card stands in the text
    organisation: LinkView | None
    activity: ActivityCard | None
    campaign: CampaignCard | None
    features: list[FeatureCard]  # features that gather this story
    previous: StoryCard | None  # within the campaign, by date
    next: StoryCard | None
    related: list[RelatedStory]


class HonourView(TypedDict):
    """One honour, as printed in gold."""

    name: str
    level: str
    granted_by: str
    year: str
    document: str


class MilestoneView(TypedDict):
    """One line of a timeline."""

    when: str
    text: str


class ProfileWords(TypedDict):
    """What the parts of the page are called; it differs by kind."""

    skills: str
    organisation: str
    timeline: str
    stories: str


class ProfileView(TextView, ReuseKeys):
    """A model volunteer, family or group."""

    profile_kind: str
    words: ProfileWords
    person: bool  # one person, not a family or group
    alias_used: bool
    one_line: str
    portrait: PictureView
    gallery: list[PictureView]
    honours: list[HonourView]
    since: str  # 2019年起, ""
    hours: HoursView | None
    skills: list[str]
    categories: list[LinkView]
    district: LinkView
    station: StationCard | None
    organisation: LinkView | None
    quotation: str
    timeline: list[MilestoneView]
    date: DateView
    stories: list[StoryCard]  # newest first


class NoticeView(TypedDict):
    """The period of a 公示."""

    phase: Literal["upcoming", "running", "ended"]
    phase_text: str
    start: DateView
    end: DateView
    contact: ContactView


class BriefingView(TypedDict):
    """What newsrooms need to send somebody; ``more_contacts`` says that others are told to registered ones only."""

    time: str  # 2026年3月14日（周六）09:00—11:00, ""
    place: str
    offers: list[str]
    register_by: str
    closed: bool
    hold_until: str
    contacts: list[ContactView]
    more_contacts: bool


class DocumentView(TextView):
    """A document."""

    document_kind: LinkView  # 通知公告, links into the list
    number: str
    issuer: LinkView
    district: LinkView | None
    date: DateView
    deadline: DateView | None
    deadline_passed: bool
    attachments: list[EntryFile]
    notice: NoticeView | None
    briefing: BriefingView | None
    gallery: list[PictureView]
