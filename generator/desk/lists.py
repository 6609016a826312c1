"""What the lists of the desk show: my queue, and all entries by state and words."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from math import ceil
from typing import Any

from generator.model.diagnostic import Severity
from generator.model.person_names import folded
from generator.pipeline.review_waiting import names
from generator.review.verdict import ReviewState

from .office import Snapshot
from .standing import Standing
from .words import TONE, moment_words, waited_words

PAGE_SIZE = 50
_SHOWN = 30
"""Of each part of the queue; the list of all has the rest."""

_UNDER_WAY = (ReviewState.SUBMITTED, ReviewState.REVIEWING)
_LONG_AGO = datetime(1, 1, 1)  # noqa: DTZ001 - Asia/Shanghai throughout


def queue_view(now: Snapshot, person: str, clock: datetime) -> dict[str, Any]:
    """What waits for ``person``, what is hers and with whom, and what others wait for."""
    mine, own, unconfirmed, others = [], [], [], []
    for one in now.standings.values():
        is_own = person in one.owners
        if one.turn_of(person):
            mine.append(one)
        elif one.state is ReviewState.WITHDRAWN:
            unconfirmed.append(one)
        elif is_own:
            own.append(one)
        elif one.state in (*_UNDER_WAY, ReviewState.RETURNED):
            others.append(one)
    approved = sum(verdict.state is ReviewState.APPROVED for verdict in now.verdicts.values())
    own.sort(key=lambda one: (one.state is not ReviewState.RETURNED, one.state in _UNDER_WAY, one.since or _LONG_AGO))
    return {
        "mine": _part(now, _oldest_first(mine), person, clock),
        "own": _part(now, own, person, clock),
        "down": _part(now, sorted(unconfirmed, key=lambda one: not one.unconfirmed), person, clock),
        "others": _part(now, _oldest_first(others), person, clock),
        "unsubmitted": sum(one.state in (ReviewState.DRAFT, ReviewState.CHANGED) for one in now.standings.values()),
        "broken": _broken(now),
        "approved": approved,
        "total": len(now.verdicts),
    }


def _broken(now: Snapshot) -> list[dict[str, str]]:
    """What cannot be read and so cannot be reviewed, with the gravest reason."""
    found = []
    for id in sorted(now.desk.catalogue.broken):
        problems = sorted(now.problems.get(id, []), key=lambda item: item.severity.rank)
        if problems and problems[0].severity is Severity.ERROR:
            found.append({"id": id, "message": problems[0].message, "hint": problems[0].hint})
    return found[:_SHOWN]


def all_view(now: Snapshot, person: str, clock: datetime, state: str, words: str, page: int) -> dict[str, Any]:
    """All entries in ``state`` ("" for any) whose title or folder holds ``words``, a page of them."""
    wanted = folded(words)
    ids = [
        id
        for id, verdict in now.verdicts.items()
        if (not state or verdict.state.value == state)
        and (not wanted or wanted in folded(now.desk.catalogue.entries[id].title) or words.strip() in id)
    ]
    ids.sort(key=lambda id: (now.verdicts[id].since or _LONG_AGO, id), reverse=True)
    pages = max(1, ceil(len(ids) / PAGE_SIZE))
    page = min(max(page, 1), pages)
    counted = Counter(verdict.state for verdict in now.verdicts.values())
    return {
        "rows": [_any_row(now, id, person, clock) for id in ids[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]],
        "found": len(ids),
        "total": len(now.verdicts),
        "page": page,
        "pages": pages,
        "state": state,
        "words": words,
        "states": [{"id": one.value, "name": one.label, "count": counted[one]} for one in ReviewState if counted[one]],
    }


def _oldest_first(standings: list[Standing]) -> list[Standing]:
    return sorted(standings, key=lambda one: (one.since or _LONG_AGO, one.id))


def _part(now: Snapshot, standings: list[Standing], person: str, clock: datetime) -> dict[str, Any]:
    return {
        "rows": [row_of(now, one, person, clock) for one in standings[:_SHOWN]],
        "count": len(standings),
        "more": max(0, len(standings) - _SHOWN),
    }


def row_of(now: Snapshot, one: Standing, person: str, clock: datetime) -> dict[str, Any]:
    """A line of a list."""
    return {
        "id": one.id,
        "title": one.title,
        "kind": one.kind,
        "state": one.state.label,
        "tone": TONE[one.state],
        "since": moment_words(one.since, clock) if one.since else "",
        "waited": waited_words(one.since, clock) if one.since and one.state in _UNDER_WAY else "",
        "mine": "、".join(stage.label for stage, _ in one.turn_of(person)),
        "waits": _waits(now, one),
        "remarks": one.remarks,
        "unconfirmed": one.unconfirmed,
        "live": one.has_live and one.state not in (ReviewState.APPROVED, ReviewState.WITHDRAWN),
    }


def _waits(now: Snapshot, one: Standing) -> list[dict[str, str]]:
    """Whom an entry waits for; stages that wait for the same people are told together."""
    found: dict[str, list[str]] = {}
    for stage, able in one.waits:
        found.setdefault(names(now.desk, list(able)), []).append(stage.label)
    return [{"stage": "、".join(stages), "who": who} for who, stages in found.items()]


def _any_row(now: Snapshot, id: str, person: str, clock: datetime) -> dict[str, Any]:
    one = now.standings.get(id)
    if one is not None:
        return row_of(now, one, person, clock)
    entry, verdict = now.desk.catalogue.entries[id], now.verdicts[id]
    kind = now.desk.subject(entry).kind.label
    return row_of(now, Standing(id, entry.title, kind, verdict.state, verdict.since), person, clock)
