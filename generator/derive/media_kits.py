"""Which entries have a media kit: those that say so, and those of the kinds and the age that the settings name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.parts import Rights
from generator.model.settings import KitDefaults, KitKind

_MAY_HAVE = frozenset(Kind(kind.value) for kind in KitKind)


def ever_offered(entries: Iterable[Entry], defaults: KitDefaults) -> Sequence[Entry]:
    """The entries that have a kit or had one when they were newer, newest first, those of one moment by id. None whose
    text may not be reprinted."""
    usual = frozenset(Kind(kind.value) for kind in defaults.kinds)
    found = []
    for entry in entries:
        kind = entry.kind
        if kind in _MAY_HAVE:
            meta = entry.meta
            # Every build asks this of every entry, and nearly all of them say nothing.
            if (meta.media or (meta.media is None and kind in usual)) and meta.rights is not Rights.NONE:
                found.append(entry)
    found.sort(key=lambda entry: entry.id)
    found.sort(key=lambda entry: entry.meta.date, reverse=True)
    return found


def still_offered(entries: Iterable[Entry], defaults: KitDefaults, today: date) -> Sequence[Entry]:
    """Those of :func:`ever_offered` that have their kit on ``today``, in the same order."""
    return [entry for entry in entries if _is_recent(entry.meta, defaults.months, today)]


def is_offered(entry: Entry, defaults: KitDefaults, today: date) -> bool:
    """Whether one entry has a kit, or had one on the day it was taken back."""
    return bool(still_offered(ever_offered([entry], defaults), defaults, today))


def _is_recent(meta: Any, months: int | None, today: date) -> bool:
    return meta.media is True or months is None or _months_since(meta.date.date(), today) < months


def _months_since(day: date, today: date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
