"""What can be searched of an entry: its own words, as its page shows them, and what a result shows of it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from generator.derive.pinyin import pinyin_syllables
from generator.model.address import entry_address
from generator.model.catalogue import Entry, Vocabularies
from generator.model.kinds import Kind

_BREAKS = re.compile("[\r\u2028\u2029\v\f]")


@dataclass(frozen=True, slots=True)
class Document:
    """One page as the index knows it.

    ``text`` is one paragraph a line. ``sounds`` are the pinyin syllables of the title. ``shown`` is
    what a result shows besides: kind, date, place and the address of a small picture.
    """

    id: str
    title: str
    summary: str
    text: str
    sounds: str
    shown: tuple[str, str, str, str]

    def packed(self) -> bytes:
        """The document as its text block holds it: a JSON array, UTF-8."""
        row = [entry_address(self.id), self.title, self.summary, self.text, self.sounds, *self.shown]
        return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


@dataclass(frozen=True, slots=True)
class Names:
    """What ids mean, and how names are read."""

    vocabularies: Vocabularies
    readings: Mapping[str, str]

    def of(self, register: str, id: str | None) -> str:
        """The name of a record; "" when there is none."""
        found = self.vocabularies.named(register).get(id or "")
        return str(found.name) if found else ""


def heard_title(packed: bytes) -> tuple[str, str]:
    """The title of a packed document, and its syllables."""
    row = json.loads(packed)
    return row[1], row[4]


def document(entry: Entry, plain: str, picture: str, names: Names, heard: tuple[str, str] | None = None) -> Document:
    """``plain`` is the entry's visible text, one paragraph a line; ``picture`` the address of its small picture.

    ``heard`` are the title that the entry had before and its syllables, which are taken over if it is still the same.
    """
    meta = entry.meta
    lines = [line for line in (*plain.split("\n"), *_facts(entry, names)) if line]
    title = _clean(entry.title)
    return Document(
        entry.id,
        title,
        _clean(getattr(meta, "summary", None) or ""),
        _clean("\n".join(lines)),
        heard[1]
        if heard and heard[0] == title
        else " ".join(pinyin_syllables(title, names.readings, person=entry.kind is Kind.PROFILE)),
        (
            entry.kind.public_label,
            _day(moment_of(entry)),
            names.of("district", getattr(meta, "district", None)),
            picture,
        ),
    )


def moment_of(entry: Entry) -> datetime | date | None:
    """What "newer" goes by: the date of publication, or the day an activity begins; a station has none."""
    found: datetime | date | None = getattr(entry.meta, "start" if entry.kind is Kind.ACTIVITY else "date", None)
    return found


def _day(moment: datetime | date | None) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日" if moment else ""


def _clean(text: str) -> str:
    """Composed (NFC), with plain line breaks, and without half characters that no file can hold."""
    text = _BREAKS.sub("\n", text)  # ten times faster than translate(), which looks up every character
    text = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode()
    return text


def _facts(entry: Entry, names: Names) -> Iterator[str]:
    """Lines beside the text that a page shows of its own entry."""
    meta: Any = entry.meta
    for key in (
        "subtitle",
        "one_line",
        "theme",
        "quotation",
        "byline",
        "team",
        "place",
        "audience",
        "number",
        "address",
        "note",
    ):
        value = getattr(meta, key, None)
        if value:
            yield str(value)
    yield names.of("street", getattr(meta, "street", None))
    yield names.of("community", getattr(meta, "community", None))
    for key in ("organiser", "organisation", "issuer"):
        yield names.of("organisation", getattr(meta, key, None))
    if entry.kind is Kind.STATION:
        yield names.of("station-kind", meta.kind)
        yield "、".join(names.of("category", id) for id in meta.services)
        yield from (team.name for team in meta.teams)
    if entry.kind is Kind.PROFILE:
        yield "、".join(meta.skills)
        yield from (names.of("honour", award.honour) for award in meta.honours)
        yield from (line.text for line in meta.timeline)
    if entry.kind is Kind.CAMPAIGN:
        yield from (line.title for line in meta.schedule)
    if entry.kind is Kind.ACTIVITY and meta.outcome:
        yield meta.outcome.text
    for correction in getattr(meta, "corrections", ()):
        yield correction.text
