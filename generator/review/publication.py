"""The one place that decides what is public.

Until review records exist, an entry is public unless it is a draft, embargoed, withdrawn or expired.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from generator.model.catalogue import Catalogue, Entry
from generator.model.entries import StationStatus
from generator.model.kinds import Kind

from .day_turns import entry_turns, key_date_turns


class State(StrEnum):
    """Where an entry stands on a given day."""

    LIVE = "live"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    WITHDRAWN = "withdrawn"
    """Taken back after publication; its address keeps a notice."""
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {
            "live": "已公开",
            "draft": "草稿",
            "scheduled": "定时发布",
            "withdrawn": "已撤回",
            "expired": "已下线",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Publication:
    """The state of every entry at one moment; ``next_change`` is the next moment at which some state, or what
    pages say of a day, changes by itself.

    ``gone`` are the entries whose address tells readers that they are no more: withdrawn ones and closed stations.
    """

    states: dict[str, State]
    public: frozenset[str]
    gone: frozenset[str]
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
    if meta.withdrawn is not None:  # whatever its date says: what was taken back must not go out once more
        return State.WITHDRAWN
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
    for entry_id in public:
        changes += entry_turns(catalogue.entries[entry_id], now.date())
    changes += key_date_turns(catalogue.vocabularies.key_date.values(), now.date())
    gone = frozenset(
        entry.id
        for entry in catalogue.entries.values()
        if states[entry.id] is State.WITHDRAWN
        or (entry.kind is Kind.STATION and entry.meta.status is StationStatus.CLOSED)
    )
    return Publication(states, public, gone, min(changes, default=None))


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
