"""What can be searched of an entry: its own words, as its page shows them, and what a result shows of it."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from generator.derive.pinyin import pinyin_syllables
from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.kinds import Kind

from .facts import Names, day_of, facts

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


class Shown(NamedTuple):
    """The address of the small picture that stands for an entry, and the files whose captions its page shows."""

    picture: str = ""
    captioned: tuple[str, ...] = ()


def heard_title(packed: bytes) -> tuple[str, str]:
    """The title of a packed document, and its syllables."""
    row = json.loads(packed)
    return row[1], row[4]


def document(entry: Entry, plain: str, shows: Shown, names: Names, heard: tuple[str, str] | None = None) -> Document:
    """``plain`` is the entry's visible text, one paragraph a line.

    ``heard`` are the title that the entry had before and its syllables, which are taken over if it is still the same.
    """
    meta = entry.meta
    lines = [line for line in (*plain.split("\n"), *facts(entry, shows.captioned, names)) if line]
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
            day_of(entry),
            names.of("district", getattr(meta, "district", None)),
            shows.picture,
        ),
    )


def _clean(text: str) -> str:
    """Composed (NFC), with plain line breaks, and without half characters that no file can hold."""
    text = _BREAKS.sub("\n", text)  # ten times faster than translate(), which looks up every character
    text = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode()
    return text
