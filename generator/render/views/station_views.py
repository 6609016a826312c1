"""The pages of stations, the directory, and coverage."""

from __future__ import annotations

from typing import TypedDict

from .card_views import ActivityCard, ProfileCard, StationCard, StoryCard
from .page_views import PageView
from .small_views import ContactView, DateView, LinkView


class TeamView(TypedDict):
    """A team at a station; ``members`` "" when not given."""

    name: str
    members: str


class StandardView(TypedDict):
    """One of the four standards; ``verified`` is None for 未核验."""

    name: str
    verified: DateView | None


class StationView(PageView):
    """A station (no text of its own)."""

    card: StationCard
    headline: str
    community: str
    note: str
    opened: DateView | None
    on_duty: list[ContactView]
    teams: list[TeamView]
    paired_with: list[LinkView]
    standards: list[StandardView]
    stories: list[StoryCard]
    stories_total: int
    activities: list[ActivityCard]  # upcoming, soonest first
    profiles: list[ProfileCard]
    nearby: list[StationCard]  # other stations of the street, then of the district


class CoverageRow(TypedDict):
    """Coverage of one district or of the whole city; percentages are whole numbers rounded down."""

    name: str
    url: str
    registered: int
    covered: int
    percent: int
    villages: int
    villages_covered: int
    villages_percent: int


class CoverageView(TypedDict):
    """Coverage as the notice defines it."""

    total: CoverageRow
    districts: list[CoverageRow]
    missing: list[str]  # urban communities without a working station: 滨河街道 滨河社区


class StationGroup(TypedDict):
    """The stations of one district; ``id`` is the anchor in the page."""

    id: str
    name: str
    url: str
    count: int
    stations: list[StationCard]


class StationDirectoryView(PageView):
    """stations/: the whole directory. ``groups`` is empty when there is no station yet."""

    headline: str
    total: int
    groups: list[StationGroup]
    services: list[LinkView]
    coverage: CoverageView | None  # None without a register of communities
