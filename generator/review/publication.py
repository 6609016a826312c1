"""The one place that decides what is public.

An entry is public unless it is a draft, embargoed, withdrawn or expired; where the project has
a review policy, only when the version at hand has passed its review.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from generator.model.catalogue import Catalogue, Entry
from generator.model.entries import StationStatus
from generator.model.kinds import Kind

from .day_turns import entry_turns, key_date_turns, ledger_turns
from .verdict import ReviewState, Verdict


class State(StrEnum):
    """Where an entry stands on a given day."""

    LIVE = "live"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    WITHDRAWN = "withdrawn"
    """Taken back after publication; its address keeps a notice."""
    EXPIRED = "expired"
    UNREVIEWED = "unreviewed"
    """No version of it has passed its review."""

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {
            "live": "已公开",
            "draft": "草稿",
            "scheduled": "定时发布",
            "withdrawn": "已撤回",
            "expired": "已下线",
            "unreviewed": "审核没有通过",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Publication:
    """The state of every entry at one moment; ``next_change`` is the next moment at which some state, or what
    pages say of a day, changes by itself.

    ``gone`` are the entries whose address tells readers that they are no more: withdrawn ones and closed stations.
    ``verdicts`` are those of the review, empty where there is none.
    """

    states: dict[str, State]
    public: frozenset[str]
    gone: frozenset[str]
    next_change: datetime | None
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)

    def why_hidden(self, entry_id: str) -> str:
        """Why an entry is not public: its state's name, for one under review what it waits for, and for one that was taken
        down in a hurry that nobody has confirmed it yet."""
        state, verdict = self.states[entry_id], self.verdicts.get(entry_id)
        if verdict is not None and verdict.taken_back is not None and not verdict.taken_back.confirmed:
            return "已撤稿，终审还没有确认"
        if state is not State.UNREVIEWED or verdict is None:
            return state.label
        if verdict.waits_for:
            return f"{verdict.state.label}，等{'、'.join(stage.label for stage in verdict.waits_for)}"
        return verdict.state.label


def state_of(entry: Entry, now: datetime, verdict: Verdict | None = None) -> State:
    """An entry's state at ``now``, a naive time in Asia/Shanghai; ``verdict`` is its review's, where there are reviews."""
    if verdict is not None and verdict.live is None:
        return State.DRAFT if verdict.state is ReviewState.DRAFT and _is_draft(entry) else State.UNREVIEWED
    if verdict is not None and verdict.taken_back is not None:
        return State.WITHDRAWN
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


def _is_draft(entry: Entry) -> bool:
    return entry.kind is not Kind.STATION and entry.meta.draft


def publication(
    catalogue: Catalogue, now: datetime, verdicts: Mapping[str, Verdict] | None = None, *, reviewed: bool = False
) -> Publication:
    """Decide for all entries. A ``now`` at midnight holds back what is embargoed until later that day.

    Where content is ``reviewed``, an entry without one of the ``verdicts`` is not public.
    """
    verdicts = verdicts or {}
    states = {entry.id: state_of(entry, now, verdicts.get(entry.id)) for entry in catalogue.entries.values()}
    if reviewed:
        states |= dict.fromkeys(states.keys() - verdicts.keys(), State.UNREVIEWED)
    changes = [
        moment
        for entry in catalogue.entries.values()
        if entry.kind is not Kind.STATION and not entry.meta.draft and states[entry.id] is not State.UNREVIEWED
        for moment in _own_changes(entry)
        if moment > now
    ]
    public = frozenset(entry_id for entry_id, state in states.items() if state is State.LIVE)
    for entry_id in public:
        changes += entry_turns(catalogue.entries[entry_id], now.date())
    changes += key_date_turns(catalogue.vocabularies.key_date.values(), now.date())
    changes += ledger_turns(catalogue.vocabularies.supply.values(), now.date())
    gone = frozenset(
        entry.id
        for entry in catalogue.entries.values()
        if (states[entry.id] is State.WITHDRAWN and entry.kind is not Kind.STATION and entry.meta.withdrawn is not None)
        or (states[entry.id] is State.EXPIRED and entry.kind is Kind.STATION)
    )
    return Publication(states, public, gone, min(changes, default=None), verdicts)


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
