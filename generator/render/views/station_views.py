"""The pages of stations, the directory, and coverage."""

from __future__ import annotations

from typing import Literal, TypedDict

from .card_views import ActivityCard, ProfileCard, StationCard, StoryCard
from .page_views import PageView
from .small_views import ContactView, DateView, FileView, LinkView, Pager


class TeamView(TypedDict):
    """A team at a station; ``members`` "" when not given."""

    name: str
    members: str


class StandardView(TypedDict):
    """One of the four standards; ``verified`` is None for 未核验, ``state`` stale when it was too long ago."""

    name: str
    verified: DateView | None
    state: Literal["verified", "stale", "never"]


class StationView(PageView):
    """A station (no text of its own)."""

    card: StationCard
    headline: str
    position: list[float] | None  # longitude and latitude in WGS-84, for programs
    community: str
    note: str
    opened: DateView | None
    on_duty: list[ContactView]
    teams: list[TeamView]
    organisation: LinkView | None  # who runs it
    paired_with: list[LinkView]
    standards: list[StandardView]
    stories: list[StoryCard]
    stories_total: int
    activities: list[ActivityCard]  # upcoming, soonest first
    profiles: list[ProfileCard]
    opening: str  # JSON for opening.js: calendar and weeks of this station; "" when there is nothing to say
    nearby: list[StationCard]  # other stations of the street, then of the district


class CoverageRow(TypedDict):
    """Coverage of one street, one district or the whole city; percentages are whole numbers rounded down."""

    name: str
    url: str
    functional: bool  # a zone (高新区) beside the districts of the administration
    registered: int
    covered: int
    percent: int
    villages: int
    villages_covered: int
    villages_percent: int


class Choice(TypedDict):
    """One option of a filter."""

    id: str
    name: str


class CoverageView(TypedDict):
    """Coverage as the notice defines it, in short; ``url`` is the page that has all of it."""

    url: str
    total: CoverageRow
    districts: list[CoverageRow]


class CoverageGoal(TypedDict):
    """What is to be reached, and how far it is: ``text`` is one sentence."""

    text: str
    reached: bool


class CoverageDistrict(TypedDict):
    """A district with its streets."""

    id: str
    row: CoverageRow
    streets: list[CoverageRow]


class MissingView(TypedDict):
    """Where a district still has no working station: 滨河街道 滨河社区, villages apart."""

    name: str
    communities: list[str]
    villages: list[str]


class CoveragePageView(PageView):
    """coverage/: in figures, by district and street, against the goals, and the list of what is missing."""

    headline: str
    total: CoverageRow
    goals: list[CoverageGoal]
    districts: list[CoverageDistrict]
    missing: list[MissingView]
    missing_communities: int
    missing_villages: int
    file: FileView


class StationGroup(TypedDict):
    """The stations of one district; ``id`` is the anchor in the page, ``url`` that of the district's stories.

    ``page`` is where the stations are listed when the directory is too long for one page; ``stations`` is empty then.
    """

    id: str
    name: str
    url: str
    count: int
    page: str
    stations: list[StationCard]


class OpenDataView(TypedDict):
    """The register as files; ``date`` is how fresh it is, "" when no day is known."""

    files: list[FileView]
    licence: str
    date: str


class StationDirectoryView(PageView):
    """stations/: the whole directory. ``groups`` is empty when there is no station yet."""

    headline: str
    total: int
    groups: list[StationGroup]
    services: list[Choice]
    kinds: list[Choice]
    index: str  # URL of the script's data
    open_data: OpenDataView
    coverage: CoverageView | None  # None without a register of communities


class DistrictStationsView(PageView):
    """districts/ID/stations/: a part of a directory that is too long for one page."""

    headline: str
    name: str
    total: int
    stations: list[StationCard]
    filter_url: str  # the directory, narrowed to this district
    pager: Pager
