"""The one place that decides what is public.

Until review records exist, an entry is public unless it is a draft, embargoed or expired.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from generator.model.catalogue import Catalogue, Entry
from generator.model.entries import StationStatus
from generator.model.kinds import Kind


class State(StrEnum):
    """Where an entry stands on a given day."""

    LIVE = "live"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"live": "已公开", "draft": "草稿", "scheduled": "定时发布", "expired": "已下线"}[self.value]


@dataclass(frozen=True, slots=True)
class Publication:
    """The state of every entry at one moment; ``next_change`` is the next moment at which some state changes by itself."""

    states: dict[str, State]
    public: frozenset[str]
    next_change: datetime | None


def state_of(entry: Entry, now: datetime) -> State:
    """An entry's state at ``now``, a naive time in Asia/Shanghai."""
    meta = entry.meta
    if entry.kind is Kind.STATION:
        return State.EXPIRED if meta.status is StationStatus.CLOSED else State.LIVE
    if meta.draft:
        return State.DRAFT
    if meta.embargo is not None and meta.embargo > now:
        return State.SCHEDULED
    if meta.expires is not None and meta.expires <= now.date():
        return State.EXPIRED
    return State.LIVE


def publication(catalogue: Catalogue, now: datetime) -> Publication:
    """Decide for all entries. A ``now`` at midnight holds back what is embargoed until later that day."""
    states = {entry.id: state_of(entry, now) for entry in catalogue.entries.values()}
    changes = [
        moment
        for entry in catalogue.entries.values()
        if entry.kind is not Kind.STATION and not entry.meta.draft
        for moment in _own_changes(entry)
        if moment > now
    ]
    public = frozenset(entry_id for entry_id, state in states.items() if state is State.LIVE)
    return Publication(states, public, min(changes, default=None))


def _own_changes(entry: Entry) -> Iterator[datetime]:
    """When an entry appears, leaves, or loses a picture whose consent ends, without anybody doing anything."""
    meta = entry.meta
    if meta.embargo is not None:
        yield meta.embargo
    if meta.expires is not None:
        yield datetime.combine(meta.expires, time())
    for photo in meta.photos:
        if photo.consent is not None and photo.consent.expires is not None:
            yield datetime.combine(photo.consent.expires, time()) + timedelta(days=1)
