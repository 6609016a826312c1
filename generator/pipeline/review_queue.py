"""What waits for a decision, for whom, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from generator.model.catalogue import Entry
from generator.review.records import Decision
from generator.review.verdict import ReviewState, Verdict

from .review_acts import may_put_back
from .review_desk import Desk
from .review_waiting import turns


class Place(StrEnum):
    """Whose turn it is."""

    MINE = "mine"
    OTHERS = "others"
    UNSENT = "unsent"
    """Nobody has been asked yet."""


@dataclass(frozen=True)
class Waiting:
    """An entry that is not settled. ``since`` is the time of its last record, None when it has none."""

    entry: Entry
    verdict: Verdict
    place: Place
    since: datetime | None


@dataclass(frozen=True)
class Queue:
    """All that waits, what has waited longest first; ``approved`` and ``all`` count entries."""

    waiting: tuple[Waiting, ...]
    approved: int
    all: int


def queue(desk: Desk, person: str | None, day: date) -> Queue:
    """What waits, and which of it for ``person`` (an id; None for nobody in particular)."""
    found = []
    verdicts = desk.verdicts()
    for id, verdict in verdicts.items():
        if verdict.state is ReviewState.APPROVED:
            continue
        entry = desk.catalogue.entries[id]
        since = verdict.taken_back.moment if verdict.taken_back is not None else verdict.since
        found.append(Waiting(entry, verdict, _place(desk, entry, verdict, person, day), since))
    found.sort(key=lambda item: (item.since is None, item.since, item.entry.id))
    approved = sum(verdict.state is ReviewState.APPROVED for verdict in verdicts.values())
    return Queue(tuple(found), approved, len(verdicts))


def _place(desk: Desk, entry: Entry, verdict: Verdict, person: str | None, day: date) -> Place:
    match verdict.state:
        case ReviewState.SUBMITTED | ReviewState.REVIEWING:
            able = {turn.person for of_stage in turns(desk, entry, day).values() for turn in of_stage}
            return Place.MINE if person in able else Place.OTHERS
        case ReviewState.RETURNED:
            return Place.MINE if person is not None and person in _senders(desk, entry) else Place.OTHERS
        case ReviewState.WITHDRAWN:
            is_open = verdict.taken_back is not None and not verdict.taken_back.confirmed
            mine = is_open and person is not None and may_put_back(desk, entry, person, None, day)
            return Place.MINE if mine else Place.OTHERS
        case _:
            return Place.UNSENT


def _senders(desk: Desk, entry: Entry) -> set[str]:
    """Who submitted the entry: she mends what came back."""
    return {item.record.signer for item in desk.ledger(entry).of(Decision.SUBMIT)}
