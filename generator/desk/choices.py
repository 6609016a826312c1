"""What somebody may decide about an entry now, and why not the rest."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.review_stages import Stage
from generator.pipeline.review_acts import may_put_back, may_send_back
from generator.pipeline.review_desk import Desk
from generator.pipeline.review_waiting import Turn, names, turns
from generator.review.verdict import ReviewState, Verdict

UNDER_WAY = (ReviewState.SUBMITTED, ReviewState.REVIEWING)
TO_SUBMIT = (ReviewState.DRAFT, ReviewState.CHANGED, ReviewState.RETURNED)


def choices(desk: Desk, entry: Entry, verdict: Verdict, person: str, day: date) -> dict[str, Any]:
    """``signs`` are the buttons for stages that are hers now, ``others`` the missing ones with the reason."""
    able = turns(desk, entry, day, verdict)
    mine = {stage: turn for stage, found in able.items() for turn in found if turn.person == person}
    in_office = desk.staff.in_office(person, day)
    return {
        "signs": _signs(desk, mine),
        "others": [
            {"stage": stage.label, "why": _why_not(desk, entry, stage, able, person, day)}
            for stage in verdict.missing
            if stage not in mine and verdict.state in UNDER_WAY
        ],
        "can_return": verdict.state in UNDER_WAY and stands_for(desk, entry, person, day) is not None,
        "can_submit": in_office and verdict.state in TO_SUBMIT and not _is_draft(entry),
        "is_draft": _is_draft(entry),
        "can_withdraw": in_office and verdict.taken_back is None and verdict.live is not None,
        "can_confirm": verdict.taken_back is not None
        and not verdict.taken_back.confirmed
        and restores_for(desk, entry, person, day) is not None,
        "can_restore": verdict.taken_back is not None and restores_for(desk, entry, person, day) is not None,
        "paper": _paper(desk, person, able) if in_office else [],
        "in_office": in_office,
    }


def stands_for(desk: Desk, entry: Entry, person: str, day: date) -> str | None:
    """As whom somebody may return an entry: "" for herself, another's id as her deputy, None for not at all."""
    known = desk.staff.people[person]
    others = (None, *known.deputy_for)
    return next((other or "" for other in others if may_send_back(desk, entry, person, other, day)), None)


def restores_for(desk: Desk, entry: Entry, person: str, day: date) -> str | None:
    """The same for lifting or confirming a withdrawal."""
    known = desk.staff.people[person]
    others = (None, *known.deputy_for)
    return next((other or "" for other in others if may_put_back(desk, entry, person, other, day)), None)


def _signs(desk: Desk, mine: dict[Stage, Turn]) -> list[dict[str, Any]]:
    """A review's button records that level's proofread with it where both are hers; each can be recorded alone, too."""
    found = []
    for stage, turn in mine.items():
        proof = next((other for other in mine if other.is_proof and other.level == stage.level), None)
        is_both = proof is not None and not stage.is_proof and mine[proof] == turn
        other = desk.staff.people[turn.deputy_for].name if turn.deputy_for else ""
        if is_both and proof is not None:
            found.append(_sign(stage, f"{stage.label}和{proof.label}", other, f"{stage.value}+proof", first=True))
        found.append(_sign(stage, stage.label, other, stage.value, first=not is_both and not stage.is_proof))
    lead = any(sign["first"] for sign in found)
    return [{**sign, "first": sign["first"] or not lead} for sign in sorted(found, key=lambda sign: not sign["first"])]


def _sign(stage: Stage, words: str, deputy_for: str, value: str, *, first: bool) -> dict[str, Any]:
    verb = "签发" if stage is Stage.ISSUE else "签批" if stage is Stage.LEADER else "通过"
    what = "" if stage is Stage.ISSUE else words
    return {"label": f"{verb}{what and '：'}{what}", "deputy_for": deputy_for, "value": value, "first": first}


def _why_not(desk: Desk, entry: Entry, stage: Stage, able: dict[Stage, list[Turn]], person: str, day: date) -> str:
    why = desk.why_not(entry, stage, person, None, day)
    if stage in able:
        return f"等 {names(desk, able[stage])}" + (f"（{why}）" if why and person in _persons(able[stage]) else "")
    return why or "还没有轮到"


def _persons(able: list[Turn]) -> set[str]:
    return {turn.person for turn in able}


def _paper(desk: Desk, person: str, able: dict[Stage, list[Turn]]) -> list[dict[str, str]]:
    """Whose decisions on paper a clerk may record now."""
    if not desk.staff.people[person].clerk:
        return []
    return [
        {"value": f"{stage.value} {turn.person}", "label": f"{desk.staff.people[turn.person].name}（{stage.label}）"}
        for stage, found in able.items()
        if stage in desk.court.policy.on_paper
        for turn in found
        if not turn.deputy_for
    ]


def _is_draft(entry: Entry) -> bool:
    return entry.kind is not Kind.STATION and bool(getattr(entry.meta, "draft", False))
