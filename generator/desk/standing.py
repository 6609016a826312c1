"""Where an entry stands, as a line of a list says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from generator.model.catalogue import Entry
from generator.model.review_stages import Stage
from generator.pipeline.review_desk import Desk
from generator.pipeline.review_waiting import Turn, turns
from generator.review.records import Decision
from generator.review.verdict import ReviewState, Verdict

OPEN = (
    ReviewState.WITHDRAWN,
    ReviewState.RETURNED,
    ReviewState.SUBMITTED,
    ReviewState.REVIEWING,
    ReviewState.CHANGED,
    ReviewState.DRAFT,
    ReviewState.UNRULED,
)
"""States in which somebody has something to do, in the order in which lists show them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``waits`` are the stages whose turn it is and who may sign them; ``owners`` the ids of those who submitted the entry
    or stand in its byline."""

    id: str
    title: str
    kind: str
    state: ReviewState
    since: datetime | None
    waits: tuple[tuple[Stage, tuple[Turn, ...]], ...] = ()
    owners: frozenset[str] = frozenset()
    remarks: str = ""
    unconfirmed: bool = False
    has_live: bool = False

    def turn_of(self, person: str) -> list[tuple[Stage, Turn]]:
        """The stages that somebody may sign now."""
        return [(stage, turn) for stage, able in self.waits for turn in able if turn.person == person]


def standing(desk: Desk, entry: Entry, verdict: Verdict, day: date) -> Standing:
    """Where an entry stands; only what waits for somebody is looked into."""
    # An entry without records needs no look at its folder.
    ledger = desk.ledger(entry) if verdict.since is not None else None
    waits = tuple((stage, tuple(able)) for stage, able in turns(desk, entry, day, verdict, ledger).items())
    owners: frozenset[str] = frozenset()
    if verdict.state is not ReviewState.UNRULED:
        persons = {desk.staff.person(item.record.signer) for item in ledger.of(Decision.SUBMIT)} if ledger else set()
        persons |= desk.staff.named(desk.subject(entry).authors)
        owners = frozenset(id for id in desk.staff.people if desk.staff.person(id) in persons)
    taken_back = verdict.taken_back
    return Standing(
        entry.id,
        entry.title,
        desk.subject(entry).kind.label,
        verdict.state,
        verdict.since,
        waits,
        owners,
        verdict.remarks,
        taken_back is not None and not taken_back.confirmed,
        verdict.live is not None,
    )
