"""The pages of activities and campaigns."""

from __future__ import annotations

from typing import Literal, TypedDict

from .card_views import ActivityCard, CampaignCard, FeatureCard, ProfileCard, StationCard, StoryCard
from .kit_views import ReuseKeys
from .page_views import TextView
from .small_views import ContactView, DateView, HoursView, LinkView, PictureView


class ScheduleItem(TypedDict):
    """One line of a day: an activity (``card``) or a line of the campaign's own (``card`` is None)."""

    time: str
    title: str
    place: str
    url: str
    card: ActivityCard | None


class ScheduleDay(TypedDict):
    """One day of a campaign's calendar."""

    date: DateView
    weekday: str
    today: bool
    past: bool
    lines: list[ScheduleItem]


class TotalsView(TypedDict):
    """What came of a campaign, summed over its activities' outcomes.

    ``hours`` is "" unless every activity that reports hours names a source; ``sources`` lists them with dates.
    """

    activities: int
    took_part: int
    served: int
    hours: str
    sources: list[str]  # at most four
    more_sources: int


class CampaignView(TextView, ReuseKeys):
    """A theme month or day. When running, days of today and later come first in ``days``, past ones in ``past_days``."""

    theme: str
    phase: Literal["announced", "running", "ended"]
    phase_text: str  # 还有 5 天开始, 进行中·第 12 天, 已结束
    countdown: int  # days until the start, 0 otherwise
    start: DateView
    end: DateView
    dates: str
    recurs: str  # 每年举办, "" when it does not
    organiser: LinkView
    safeguards: list[str]
    lead: PictureView
    gallery: list[PictureView]
    today: ScheduleDay | None
    days: list[ScheduleDay]
    past_days: list[ScheduleDay]
    places: list[str]  # at most twelve
    more_places: int
    people: list[ProfileCard]  # of its stories, at most eight
    people_total: int
    stories: list[StoryCard]  # newest first, at most one page of them
    stories_total: int
    features: list[FeatureCard]
    totals: TotalsView | None  # only when some activity has an outcome
    date: DateView
    calendar: str  # URL of its calendar; "" when it has ended


class SignUpView(TypedDict):
    """How to join; ``open`` says whether one still can."""

    open: bool
    code: str  # URL of a QR code of the sign-up page, "" when there is none
    url: str
    note: str
    deadline: DateView | None


class KeptView(TypedDict):
    """Raw material that stays outside the site."""

    what: str
    place: str
    keeper: str


class OutcomeView(TypedDict):
    """What an activity left behind; ``served`` is "" when not counted."""

    took_part: str
    served: str
    hours: HoursView | None
    text: str
    kept: list[KeptView]


class ActivityView(TextView):
    """An activity, before and after."""

    card: ActivityCard  # phase, date, time, place, places left …
    starts: str  # with offset, for programs
    ends: str
    calendar: str  # URL of a calendar file with this event; "" when it is over
    into: LinkView
    categories: list[LinkView]
    district: LinkView
    street: str
    organiser: LinkView
    co_organisers: list[LinkView]
    team: str
    station: StationCard | None
    sign_up: SignUpView | None
    contact: ContactView | None
    campaign: CampaignCard | None
    outcome: OutcomeView | None
    lead: PictureView | None
    gallery: list[PictureView]
    stories: list[StoryCard]
