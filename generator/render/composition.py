"""A text and its view become the parts that a template prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

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
from generator.model.links import normal_target
from generator.model.page import View

from .text_sections import in_sections

_SCHEME = "zoujin:"
_TAG = re.compile(r"<a\b[^>]*>|</a>")
_HREF = re.compile(r'\shref="zoujin:([^"]*)"')


def compose(body: Body, view: View) -> list[dict[str, Any]]:
    """The parts of ``body`` as dicts (see ``views.Part``), with links, pictures and cards taken from ``view``.

    Links that lead nowhere today lose their ``<a>`` and keep their words; pictures and
    cards that may not be shown are left out. The parts of a ``sectioned`` page say which section they belong to.
    """
    linker = _Linker(view["targets"])
    parts: list[dict[str, Any]] = []
    for part in body.parts:
        parts.extend(_composed(part, view, linker))
    return in_sections(parts) if view.get("sectioned") else parts


class _Linker:
    """Puts addresses into HTML; remembers over the parts whether it is inside a link that was taken out."""

    def __init__(self, targets: dict[str, str]) -> None:
        self._targets = targets
        self._dropping = False

    def whole(self, html: str) -> str:
        """HTML that is complete in itself, such as a caption."""
        return _Linker(self._targets).running(html) if _SCHEME in html else html

    def running(self, html: str) -> str:
        """HTML that may begin or end inside a link."""
        return _TAG.sub(self._tag, html) if self._dropping or _SCHEME in html else html

    def _tag(self, found: re.Match[str]) -> str:
        tag = found[0]
        if tag == "</a>":
            dropped, self._dropping = self._dropping, False
            return "" if dropped else tag
        href = _HREF.search(tag)
        if href is None:
            return tag
        url = self._targets.get(normal_target(unescape(href[1])))
        if url is None:
            self._dropping = True
            return ""
        return f'{tag[: href.start()]} href="{escape(url)}"{tag[href.end() :]}'


def _composed(part: BodyPart, view: View, linker: _Linker) -> Iterator[dict[str, Any]]:
    pictures, cards = view["pictures"], view["cards"]
    if isinstance(part, Html):
        yield {"type": "html", "html": linker.running(part.html)}
    elif isinstance(part, Figure):
        if picture := pictures.get(part.file):
            own = {**picture, "alt": part.alt} if part.alt else picture
            caption = linker.whole(part.caption) or ("" if part.inline else escape(picture["caption"]))
            yield {"type": "figure", "picture": own, "caption": caption, "inline": part.inline}
    elif isinstance(part, FigureGroup):
        if shown := [pictures[file] for file in part.files if file in pictures]:
            yield {"type": "group", "pictures": shown, "caption": linker.whole(part.caption)}
    elif isinstance(part, PullQuote):
        yield {"type": "quote", "html": linker.whole(part.html), "speaker": part.speaker}
    elif isinstance(part, PersonCard):
        if card := cards.get(f"profile/{part.slug}"):
            yield {"type": "person", "card": card}
    elif isinstance(part, StationCard):
        if card := cards.get(f"station/{part.slug}"):
            yield {"type": "station", "card": card}
    elif isinstance(part, VideoLink):
        yield {"type": "video", "url": part.url, "title": part.title}
