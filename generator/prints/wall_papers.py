"""The wall newspaper of a feature: its own text and its stories, on one to four sheets of A3."""

from __future__ import annotations

from typing import Any

from lxml import html

from generator.derive import SiteData
from generator.model.address import entry_address
from generator.model.body import (
    Body,
    BodyPart,
    Figure,
    FigureGroup,
    Html,
    PersonCard,
    PullQuote,
    StationCard,
    VideoLink,
)
from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.read.store import EntryStore, shard_of
from generator.typeset.body_nodes import Node, body_nodes, html_nodes

from .sheets import Desk, PrintSheet, Shot, printable

LARGEST, SMALLEST, STEP = 13.0, 8.0, 0.5
"""Points of the text: as large as four sheets allow."""


def wall_paper(desk: Desk, feature: Entry, store: EntryStore, body_size: float) -> PrintSheet:
    """The newspaper with its text at ``body_size`` points."""
    values, drawings = desk.common(feature.title, entry_address(feature.id))
    photos: dict[str, Shot] = {}
    gathered = [feature, *_stories(desk.data, feature)]
    values |= {
        "kicker": feature.kind.label,
        "summary": feature.meta.summary or "",
        "body-size": body_size,
        "stories": [_story(desk, entry, store, photos, own=entry is feature) for entry in gathered],
    }
    values["stories"] = [story for story in values["stories"] if story["body"]]
    name, label = f"墙报-A3-{feature.slug}", f"{feature.title}（墙报）"
    return PrintSheet("wall.typ", name, label, values, photos, drawings, pixels_per_inch=100)


def _stories(data: SiteData, feature: Entry) -> list[Entry]:
    """The feature's stories, in the order in which it names them."""
    return list(data.public.found(Kind.STORY, feature.meta.stories))


def _story(desk: Desk, entry: Entry, store: EntryStore, photos: dict[str, Shot], *, own: bool) -> dict[str, Any]:
    body: Body | None = store.load_bodies(shard_of(entry.id)).get(entry.id)
    shots = printable(entry, desk.data.today)
    words = {photo.file: photo for photo in entry.meta.photos}
    shown: set[str] = set()

    def picture(file: str, caption: str) -> Node:
        shown.add(file)
        known = words.get(file)
        name = ""
        if file in shots:
            name = f"photo-{len(photos) + 1}.jpg"
            photos[name] = shots[file]
        credit = (known.credit or "") if known else ""
        if known and (known.ai or (file in entry.photos and entry.photos[file].ai_label)):
            credit = "，".join(part for part in (credit, "人工智能生成") if part)
        return {
            "t": "zj-image",
            "file": name,
            "caption": _plain(caption) or (known.caption if known else None) or "",
            "credit": credit,
            "c": [],
        }

    def part(found: BodyPart) -> Node:
        match found:
            case Figure(file, _, caption, _):
                return picture(file, caption)
            case FigureGroup(files, caption):
                return {
                    "t": "div",
                    "c": [picture(file, caption if number == 0 else "") for number, file in enumerate(files)],
                }
            case PullQuote(text, speaker):
                said = html_nodes(text)
                return {"t": "zj-quote", "c": [*said, f"——{speaker}"] if speaker else said}
            case Html(text, _):
                return {"t": "div", "c": html_nodes(text)}
            case PersonCard() | StationCard() | VideoLink():
                return ""

    nodes = body_nodes(body, part) if body is not None else []
    lead = entry.meta.cover or next(iter(shots), "")
    if not own and lead in shots and lead not in shown:
        nodes.insert(0, picture(lead, ""))
    byline = getattr(entry.meta, "byline", None) or ""
    return {
        "kicker": "" if own else desk.names(entry),
        "title": "" if own else entry.title,
        "byline": "" if own else byline,
        "body": nodes,
    }


def _plain(text: str) -> str:
    """The words of safe HTML."""
    return str(html.fragment_fromstring(text, create_parent="div").text_content()).strip() if text.strip() else ""
