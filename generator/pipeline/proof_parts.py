"""What stands in a proof between the paragraphs: pictures, cards, quotations."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

from generator.model.body import BodyPart, Figure, FigureGroup, Html, PersonCard, PullQuote, StationCard, VideoLink
from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import Kind
from generator.model.parts import Photo
from generator.photos.print_copy import print_copy
from generator.typeset.body_nodes import Node, html_nodes

_LONGEST = 1400
"""Pixels of a picture's longer side: 12 cm at 300 dots an inch."""


@dataclass
class ProofParts:
    """Shows the parts of one entry, whose files lie in ``folder``. ``files`` are the pictures that were shown, made for
    printing, by the names that the nodes use."""

    catalogue: Catalogue
    entry: Entry
    folder: Path
    files: dict[str, bytes] = field(default_factory=dict)
    _shown: dict[str, str] = field(default_factory=dict)

    def node(self, part: BodyPart) -> Node:
        """What stands for a part of the text."""
        match part:
            case Figure(file, alt, caption, _):
                return self._picture(file, alt, caption)
            case FigureGroup(files, caption):
                pictures = [self._picture(file, "", "") for file in files]
                return {"t": "div", "c": [*pictures, {"t": "p", "c": [_plain(caption)]}] if caption else pictures}
            case PullQuote(text, speaker):
                said = html_nodes(text)
                return {"t": "zj-quote", "c": [*said, f"——{speaker}"] if speaker else said}
            case PersonCard(slug):
                return self._card(Kind.PROFILE, slug)
            case StationCard(slug):
                return self._card(Kind.STATION, slug)
            case VideoLink(url, title):
                return {"t": "zj-card", "kind": "视频", "text": f"{title} {url}".strip()}
            case Html(text, _):
                return {"t": "div", "c": html_nodes(text)}

    def lead(self) -> list[Node]:
        """The cover, where the text does not show it: readers see it above the text."""
        photos = self._photos()
        cover = getattr(self.entry.meta, "cover", None) or next(iter(photos), None)
        return [self._picture(cover, "", "")] if cover in photos and cover not in self._shown else []

    def rest(self) -> list[Node]:
        """The pictures that the metadata has and the text does not show."""
        return [self._picture(photo.file, "", "") for photo in self._photos().values() if photo.file not in self._shown]

    def _photos(self) -> dict[str, Photo]:
        return {photo.file: photo for photo in getattr(self.entry.meta, "photos", ())}

    def _picture(self, file: str, alt: str, caption: str) -> Node:
        known = self._photos().get(file)
        words = _plain(caption) or (known.caption if known else None) or ""
        credit = (known.credit if known else None) or ""
        if known is not None and known.ai:
            credit = f"{credit}，人工智能生成" if credit else "人工智能生成"
        size = self.entry.photos.get(file)
        return {
            "t": "zj-image",
            "tall": size is not None and size.height > size.width,
            "file": self._file(file),
            "name": file,
            "alt": alt or (known.alt if known else None) or words,
            "caption": words,
            "credit": credit,
        }

    def _file(self, name: str) -> str:
        """The name under which a picture is handed to the template; "" when it cannot be shown."""
        if name not in self._shown:
            self._shown[name] = ""
            if name in self.entry.photos:
                try:
                    made = print_copy((self.folder / name).read_bytes(), _LONGEST)
                except (OSError, ValueError):
                    return ""
                self._shown[name] = f"picture-{len(self.files) + 1}.jpg"
                self.files[self._shown[name]] = made
        return self._shown[name]

    def _card(self, kind: Kind, slug: str) -> Node:
        entry = self.catalogue.resolve(kind, slug)
        return {"t": "zj-card", "kind": kind.label, "text": entry.title if entry else slug}


def _plain(text: str) -> str:
    """The words of safe HTML."""
    return str(html.fragment_fromstring(text, create_parent="div").text_content()).strip() if text.strip() else ""
