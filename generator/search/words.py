"""Words the site knows: synonyms that a search includes; names and titles that a mistyped word, or letters of pinyin, may mean."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.sounds import SOUNDS

from .facts import Names

MOST_NAMES = 3000
_REGISTERS = ("district", "category", "street", "honour")
_NAMED = (Kind.PROFILE, Kind.CAMPAIGN, Kind.FEATURE, Kind.STATION)
_TITLED = (Kind.ACTIVITY, Kind.DOCUMENT, Kind.STORY)


def words(entries: Iterable[Entry], names: Names) -> bytes:
    """Names in use, of places, services, people and themes; and titles, those of the newest stories last.

    ``entries`` are in order of number.
    """
    found: dict[str, None] = {}
    for register in _REGISTERS:
        found.update(dict.fromkeys(record.name for record in names.vocabularies.named(register).values()))
    for group in names.vocabularies.synonym.values():
        found.update(dict.fromkeys((group.word, *group.same)))
    newest_first = list(entries)[::-1]
    for kind in _NAMED:
        found.update(dict.fromkeys(entry.title for entry in newest_first if entry.kind is kind))
    known = [name for name in found if name.isprintable()][:MOST_NAMES]
    for kind in _TITLED:
        found.update(dict.fromkeys(entry.title for entry in newest_first if entry.kind is kind))
    titles = [name for name in found if name.isprintable()][len(known) : MOST_NAMES]
    return _packed({"known": known, "titles": titles})


def synonyms(records: Iterable[Any]) -> bytes:
    """Groups of words that mean the same."""
    return _packed([[record.word, *record.same] for record in records])


def sounds() -> bytes:
    """How characters are read, for finding words that sound like the one that was typed."""
    return SOUNDS.read_bytes()


def _packed(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
