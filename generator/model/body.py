"""The text of an entry after parsing: an outline with positions, and safe HTML in parts.

A body is kept in two halves because they are needed at different times: every build
needs every ``Outline`` (rules and lists read it), only a page that is written needs its
``Body``. What belongs to outlines are named tuples: they are unpickled by the hundred
thousand, four times faster than dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .diagnostic import Mark


class Heading(NamedTuple):
    """A heading; ``anchor`` is its id in the page, unique within the entry."""

    level: int
    text: str
    anchor: str
    mark: Mark


class Link(NamedTuple):
    """A link as written: ``target`` is the raw destination, ``text`` what a reader sees."""

    target: str
    text: str
    mark: Mark


class Picture(NamedTuple):
    """A picture used in the text: ``file`` names it beside the entry, as written."""

    file: str
    alt: str
    mark: Mark


class Flaw(StrEnum):
    """What is wrong with the Markdown itself; the rules turn each into words."""

    RAW_HTML = "raw-html"
    """HTML that is taken out (``detail``: the tag as written)."""
    UNCLOSED = "directive-unclosed"
    """A ``:::`` block that is never closed (``detail``: its name)."""
    STRAY = "directive-stray"
    """A closing ``:::`` without an opening one."""
    NESTED = "directive-nested"
    """A directive inside another one (``detail``: its name)."""
    UNKNOWN = "directive-unknown"
    """A directive we do not have (``detail``: its name)."""
    ARGUMENT = "directive-argument"
    """An argument is missing or of no use (``detail``: directive name and what it wants)."""
    SCHEME = "link-scheme"
    """A link with a scheme that is not allowed (``detail``: the destination)."""
    TOO_LARGE = "too-large"
    """The text is too long or nested too deeply to be parsed; nothing was (``detail``: the measure)."""
    WIDTH = "directive-width"
    """A line with full-width colons (``detail``: the line as it should be)."""
    PICTURE = "picture-elsewhere"
    """A picture that is no file of the project (``detail``: the destination)."""
    PICTURE_ALT = "picture-without-alt"
    """Such a picture without an alternative text, so that mending it mends both (``detail``: the destination)."""
    FRONT_MATTER = "front-matter"
    """Metadata that stands in the text (``detail``: its first line)."""
    FOOTNOTE_TWICE = "footnote-twice"
    """A second definition of one footnote (``detail``: its name)."""
    FOOTNOTE = "footnote-undefined"
    """A footnote reference without a definition, or the reverse (``detail``: its name)."""


class Defect(NamedTuple):
    """A flaw found while parsing, with its place."""

    flaw: Flaw
    detail: str
    mark: Mark


class Mention(NamedTuple):
    """A person or station card in the text: ``kind`` is ``profile`` or ``station``."""

    kind: str
    slug: str
    mark: Mark


class Outline(NamedTuple):
    """What rules, lists and relations need of a text, without its HTML.

    ``characters`` counts letters and ideographs a reader reads (for the reading time);
    ``opening`` is the first paragraph's plain text, at most 160 characters.
    """

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    mentions: tuple[Mention, ...] = ()
    defects: tuple[Defect, ...] = ()
    characters: int = 0
    opening: str = ""


EMPTY_OUTLINE = Outline()


@dataclass(frozen=True, slots=True)
class Html:
    """Sanitised HTML, safe to print as it is.

    Links to places inside the site are still ``href="zoujin:TARGET"`` with the target as
    written by the editor: only the page that shows the text knows addresses.
    ``linked`` says whether there is any. Parts are printed one after the other and need
    not be balanced alone: a picture may stand in the middle of a paragraph.
    """

    html: str
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture with its caption; ``caption`` (safe HTML) overrides the photo's own.

    ``inline`` pictures stand inside a paragraph and are printed without a frame.
    """

    file: str
    alt: str = ""
    caption: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Several pictures side by side under one caption (safe HTML, may be empty)."""

    files: tuple[str, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A sentence set large: ``html`` is safe, ``speaker`` plain text, may be empty."""

    html: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A model volunteer's card, by profile slug."""

    slug: str


@dataclass(frozen=True, slots=True)
class StationCard:
    """A station's card, by station id."""

    slug: str


@dataclass(frozen=True, slots=True)
class VideoLink:
    """A link to a video elsewhere, never an embedded player."""

    url: str
    title: str = ""


BodyPart = Html | Figure | FigureGroup | PullQuote | PersonCard | StationCard | VideoLink


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one entry, ready to be placed in a page. ``plain`` is its visible text, one paragraph a line."""

    parts: tuple[BodyPart, ...] = ()
    plain: str = ""


EMPTY_BODY = Body()
