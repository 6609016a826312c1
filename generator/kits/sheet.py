"""What is known of a kit before its text is fetched: plain values, from which the bytes follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.photos.credit import PhotoCredit

from .blocks import Block, Sections


class KitPicture(NamedTuple):
    """One picture: ``file`` beside the entry, ``name`` in the kit, digest, size in pixels and label of the file found,
    and the words that go with it."""

    file: str
    name: str
    digest: str
    width: int
    height: int
    ai_label: str
    alt: str
    credit: PhotoCredit

    @property
    def ai(self) -> bool:
        """Whether it must be shown as AI-made."""
        return self.credit.ai or bool(self.ai_label)


@dataclass(frozen=True, slots=True)
class KitSheet:
    """All of a kit but its text and its pictures' pixels.

    ``bundle`` is where the entry's files lie in the project, ``folder`` where the kit's go on the site, ``slug`` names them. ``layout`` is the text from top to
    bottom with places for the entry's own; ``brief`` is the summary, or else the beginning of that; ``targets`` and ``cards`` are for reading that. ``moments`` are
    the publication and the last change with offset. ``changes`` are the versions after the first one, newest first:
    number, day, and what was corrected. ``cover`` names the picture that the covers are cut from;
    when it is "", ``drawing`` is an SVG that they are cut from instead. ``subtitles`` are the name and the digest of a video's, if it may be passed on. ``embargo`` is the moment before which nothing
    may be published, with offset; "" in every kit that is on the site.
    """

    entry_id: str
    bundle: str
    folder: str
    slug: str
    kind: str
    title: str
    subtitle: str
    summary: str
    brief: str
    byline: str
    source: str
    published: str
    changed: str
    dates: tuple[str, str]
    url: str
    rights: str
    reuse: str
    credit_line: str
    site_name: str
    organiser: str
    press_phone: str
    rights_url: str
    licensor_url: str
    keywords: tuple[str, ...]
    place: str
    layout: tuple[Block | Sections, ...]
    targets: tuple[tuple[str, str], ...]
    cards: tuple[tuple[str, tuple[str, str]], ...]
    changes: tuple[tuple[int, str, str], ...]
    pictures: tuple[KitPicture, ...]
    left_out: int
    cover: str
    drawing: str
    subtitles: tuple[str, str] = ("", "")
    embargo: str = ""

    @property
    def version(self) -> int:
        """Every correction makes a new version."""
        return len(self.changes) + 1

    @property
    def names(self) -> tuple[str, ...]:
        """Addresses of the ZIP, the Word file, the plain text and the WeChat article, in this order."""
        stem = f"{self.folder}{self.slug}"
        return f"{stem}.zip", f"{stem}.docx", f"{stem}.txt", f"{stem}-wechat.json"

    def picture(self, file: str) -> KitPicture:
        """The picture of this name beside the entry."""
        return next(each for each in self.pictures if each.file == file)
