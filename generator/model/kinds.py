"""Which kinds of entry and vocabularies exist, and where in the project each lives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .entries import Activity, Campaign, Document, Feature, Profile, StandingPage, Station, Story
from .fields import Record
from .media_ledger import LEDGER_FILE, Supply
from .publishing import TARGETS_FILE, Target
from .reviewing import PEOPLE_FILE, Reviewer
from .vocabulary import (
    Category,
    Community,
    District,
    Holiday,
    Honour,
    KeyDate,
    Organisation,
    StationKind,
    Street,
    Synonym,
    Usage,
)


class Kind(StrEnum):
    """The eight kinds of entry."""

    STORY = "story"
    ACTIVITY = "activity"
    PROFILE = "profile"
    CAMPAIGN = "campaign"
    FEATURE = "feature"
    DOCUMENT = "document"
    PAGE = "page"
    STATION = "station"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _LABEL[self]

    @property
    def public_label(self) -> str:
        """Its name for readers, who need not know how an editor calls it."""
        return "本站页面" if self is Kind.PAGE else self.label


_LABEL = {
    Kind.STORY: "志愿故事",
    Kind.ACTIVITY: "志愿活动",
    Kind.PROFILE: "志愿人物",
    Kind.CAMPAIGN: "主题活动",
    Kind.FEATURE: "专题",
    Kind.DOCUMENT: "文件",
    Kind.PAGE: "固定页面",
    Kind.STATION: "志愿服务站",
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the bundles of one kind lie.

    ``folder`` is relative to the project root; ``dated`` says that a year's folder comes
    between it and the bundle (``stories/2026/bike-repair``).
    """

    kind: Kind
    model: type[Record]
    folder: str
    dated: bool = False

    @property
    def pattern(self) -> str:
        """The shape of an id, for messages."""
        return f"{self.folder}/{'YYYY/' if self.dated else ''}slug"


SHELVES: tuple[Shelf, ...] = (
    Shelf(Kind.STORY, Story, "stories", dated=True),
    Shelf(Kind.ACTIVITY, Activity, "content/activities", dated=True),
    Shelf(Kind.PROFILE, Profile, "content/profiles"),
    Shelf(Kind.CAMPAIGN, Campaign, "content/campaigns"),
    Shelf(Kind.FEATURE, Feature, "content/features"),
    Shelf(Kind.DOCUMENT, Document, "content/documents", dated=True),
    Shelf(Kind.PAGE, StandingPage, "content/pages"),
)
"""Kinds whose entries are bundles. Stations are the rows of ``STATIONS_FILE``."""

MODELS: dict[Kind, type[Record]] = {**{shelf.kind: shelf.model for shelf in SHELVES}, Kind.STATION: Station}

STATIONS_FILE = "stations.yaml"
SETTINGS_FILE = "content/settings.yaml"

YEAR = re.compile(r"(19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Register:
    """A vocabulary: its name in references, its file and its record's model."""

    name: str
    file: str
    model: type[Record]
    key: str = "id"

    @property
    def label(self) -> str:
        """Its Chinese name, which is the first line of the model's docstring."""
        return (self.model.__doc__ or "").splitlines()[0].split("：")[0]


REGISTERS: tuple[Register, ...] = (
    Register("district", "content/districts.yaml", District),
    Register("street", "content/streets.yaml", Street),
    Register("community", "content/communities.yaml", Community, key="code"),
    Register("organisation", "content/organisations.yaml", Organisation),
    Register("category", "content/categories.yaml", Category),
    Register("honour", "content/honours.yaml", Honour),
    Register("station-kind", "content/station-kinds.yaml", StationKind),
    Register("holiday", "content/holidays.yaml", Holiday, key="date"),
    Register("key-date", "content/key-dates.yaml", KeyDate),
    Register("synonym", "content/synonyms.yaml", Synonym, key="word"),
    Register("reviewer", PEOPLE_FILE, Reviewer),
    Register("usage", "content/wording.yaml", Usage, key="term"),
    Register("target", TARGETS_FILE, Target),
    Register("supply", LEDGER_FILE, Supply),
)
