"""The parts of a composed text."""

from __future__ import annotations

from typing import Literal, TypedDict

from .card_views import ProfileCard, StationCard
from .small_views import PictureView


class HtmlPart(TypedDict):
    """Safe HTML; print with ``|safe``. Need not be balanced alone."""

    type: Literal["html"]
    html: str


class FigurePart(TypedDict):
    """A picture; ``caption`` is safe HTML and may be "". ``inline`` ones stand in a paragraph, without a frame."""

    type: Literal["figure"]
    picture: PictureView
    caption: str
    inline: bool


class GroupPart(TypedDict):
    """Pictures side by side under one caption (safe HTML)."""

    type: Literal["group"]
    pictures: list[PictureView]
    caption: str


class QuotePart(TypedDict):
    """A sentence set large; ``html`` is safe HTML."""

    type: Literal["quote"]
    html: str
    speaker: str


class PersonPart(TypedDict):
    """A person card in place."""

    type: Literal["person"]
    card: ProfileCard


class StationPart(TypedDict):
    """A station card in place."""

    type: Literal["station"]
    card: StationCard


class VideoPart(TypedDict):
    """A link to a video elsewhere."""

    type: Literal["video"]
    url: str
    title: str


Part = HtmlPart | FigurePart | GroupPart | QuotePart | PersonPart | StationPart | VideoPart
