"""The eight kinds of entry. Keys are English, values Chinese; these classes are the schema."""

from __future__ import annotations

from .activity import Activity, ActivityStatus, Outcome
from .briefing import Briefing, PressContact
from .campaign import Campaign, Recurs, ScheduleLine
from .document import Document, DocumentKind, Notice
from .feature import Feature
from .profile import Profile, ProfileKind
from .standing_page import PageBlock, PagePlace, StandingPage
from .station import Coordinates, Crs, Standards, Station, StationStatus
from .story import Story

__all__ = (
    "Activity",
    "ActivityStatus",
    "Briefing",
    "Campaign",
    "Coordinates",
    "Crs",
    "Document",
    "DocumentKind",
    "Feature",
    "Notice",
    "Outcome",
    "PageBlock",
    "PagePlace",
    "PressContact",
    "Profile",
    "ProfileKind",
    "Recurs",
    "ScheduleLine",
    "Standards",
    "StandingPage",
    "Station",
    "StationStatus",
    "Story",
)
