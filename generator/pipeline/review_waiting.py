"""What an entry waits for, and who can do it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model.catalogue import Entry
from generator.model.review_stages import Stage
from generator.review.ledger import Ledger
from generator.review.rounds import Round, why_not_now
from generator.review.verdict import ReviewState, Verdict

from .review_desk import Desk

_SHOWN = 4


class Turn(NamedTuple):
    """Somebody who may sign a stage now, by id; ``deputy_for`` is the one in whose place, "" in her own right."""

    person: str
    deputy_for: str = ""


def turns(
    desk: Desk, entry: Entry, day: date, verdict: Verdict | None = None, ledger: Ledger | None = None
) -> dict[Stage, list[Turn]]:
    """Who may sign now, by each stage whose turn it is; deputies come last. ``verdict`` and ``ledger`` need not be found
    twice."""
    verdict = verdict or desk.verdict(entry)
    if not verdict.waits_for:
        return {}
    ledger = ledger or desk.ledger(entry)
    found = desk.round(entry, ledger)
    return {stage: _able(desk, entry, stage, ledger, found, day) for stage in verdict.waits_for}


def _able(desk: Desk, entry: Entry, stage: Stage, ledger: Ledger, found: Round | None, day: date) -> list[Turn]:
    subject, staff = desk.subject(entry), desk.staff
    able = []
    for id in staff.able(stage, subject.kind, subject.district, day):
        deputy_for = _stands_in(desk, entry, stage, id, day)
        if found is None or not why_not_now(ledger, found, stage, id, deputy_for or None, subject, staff, day):
            able.append(Turn(id, deputy_for))
    return able


def _stands_in(desk: Desk, entry: Entry, stage: Stage, id: str, day: date) -> str:
    subject, staff = desk.subject(entry), desk.staff
    if staff.may(id, stage, subject.kind, subject.district, day):
        return ""
    others = staff.people[id].deputy_for
    return next((other for other in others if staff.may(other, stage, subject.kind, subject.district, day)), "")


def next_step(desk: Desk, entry: Entry, day: date, to_submit: str = "送审") -> str:
    """What has to happen next with an entry, and who can do it; ``to_submit`` says how one submits here."""
    verdict = desk.verdict(entry)
    if verdict.state is ReviewState.WITHDRAWN and verdict.taken_back is not None:
        open_one = "" if verdict.taken_back.confirmed else "；终审还没有确认，请在 24 小时内再撤一次以示确认"
        return f"已撤稿（{verdict.taken_back.by}，{verdict.taken_back.moment:%m-%d %H:%M}）{open_one}。恢复发布由终审决定。"
    if verdict.waits_for:
        waiting = turns(desk, entry, day).items()
        return "等" + "；".join(f"{stage.label}（{names(desk, able)}）" for stage, able in waiting) + "。"
    match verdict.state:
        case ReviewState.APPROVED:
            return "审核通过，下一次生成网站时公开。"
        case ReviewState.RETURNED:
            return f"已退回：{verdict.remarks.rstrip('。')}。改好、提交，再送审。"
        case ReviewState.UNRULED:
            return "审核制度没有写这种内容怎么审，先补上。"
        case _:
            live = "公开网站上还是上一次通过的版本。" if verdict.live is not None else ""
            return f"{verdict.state.label}。{live}提交后{to_submit}。"


def names(desk: Desk, able: list[Turn]) -> str:
    """The names of those who may sign, the first few."""
    if not able:
        return "名单里没有合适的人，可以借用上级单位的人员"
    shown = [desk.staff.people[turn.person].name for turn in able[:_SHOWN]]
    return "、".join(shown) + (" 等" if len(able) > _SHOWN else "")
