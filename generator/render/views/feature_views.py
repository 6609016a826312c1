"""The page of a feature: an opening, and blocks in the editor's order."""

from __future__ import annotations

from typing import Literal, TypedDict

from .card_views import CampaignCard, ProfileCard, StoryCard
from .kit_views import ReuseKeys
from .occasion_views import ScheduleDay
from .page_views import TextView
from .small_views import DateView, EntryFile, LinkView, PictureView


class HeadedBlock(TypedDict):
    """What blocks with a headline share. ``level`` is that of the headings inside the block."""

    anchor: str  # "" without a title
    title: str
    intro: list[str]  # paragraphs
    level: Literal[2, 3]


class FeatureText(TypedDict):
    """The parts of the text whose ``section`` is at least ``first`` and less than ``last``."""

    type: Literal["text"]
    first: int
    last: int
    final: bool  # the whole text, without blocks between its parts


class LargeStory(TypedDict):
    """A story set large; ``mirrored`` when its picture stands on the right."""

    card: StoryCard
    picture: PictureView
    mirrored: bool


class FeatureStories(HeadedBlock):
    """One or more stories: some large, then the others as cards. ``grid`` is the number in the cards' class name."""

    type: Literal["lead", "stories"]
    large: list[LargeStory]
    cards: list[StoryCard]
    grid: int


class FeaturePeople(HeadedBlock):
    """A strip of portraits."""

    type: Literal["people"]
    cards: list[ProfileCard]


class FeatureQuote(TypedDict):
    """A sentence set large, with the story that it is from."""

    type: Literal["quote"]
    text: str
    speaker: str
    source: LinkView | None


class StepView(TypedDict):
    """One line of a timeline, with the story that tells of it."""

    when: str
    text: str
    source: LinkView | None


class FeatureTimeline(HeadedBlock):
    """What happened, in order."""

    type: Literal["timeline"]
    steps: list[StepView]


class GalleryPicture(TypedDict):
    """``shape`` is width by height in tenths, 6 to 24; the picture is cut to it."""

    picture: PictureView
    shape: int


class GalleryRow(TypedDict):
    """Pictures side by side; a ``short`` row does not fill the page."""

    pictures: list[GalleryPicture]
    short: bool


class FeatureGallery(HeadedBlock):
    """Pictures in rows of one height."""

    type: Literal["gallery"]
    rows: list[GalleryRow]
    credit: str  # what all pictures share, "" when they differ


class FigureView(TypedDict):
    """A number; ``source`` (with its date) is "" when all numbers of the block share one."""

    value: str
    unit: str
    what: str
    source: str


class FeatureFigures(HeadedBlock):
    """Large numbers; ``source`` is what all share."""

    type: Literal["figures"]
    figures: list[FigureView]
    source: str


class FeatureSchedule(HeadedBlock):
    """Activities and other lines by day."""

    type: Literal["schedule"]
    days: list[ScheduleDay]


class FeatureFiles(HeadedBlock):
    """Files to download."""

    type: Literal["files"]
    files: list[EntryFile]


FeatureBlock = (
    FeatureText
    | FeatureStories
    | FeaturePeople
    | FeatureQuote
    | FeatureTimeline
    | FeatureGallery
    | FeatureFigures
    | FeatureSchedule
    | FeatureFiles
)


class FeatureView(TextView, ReuseKeys):
    """A feature page."""

    sectioned: bool  # always; the text is composed in sections
    date: DateView
    byline: str
    lead: PictureView
    blocks: list[FeatureBlock]
    contents: bool  # long enough for a line of contents
    parts: list[LinkView]  # the stories, people and activities that it gathers, each once, in the order of the page
    campaign: CampaignCard | None
