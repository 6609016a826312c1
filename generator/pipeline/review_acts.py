"""Decisions of a review: whether somebody may take one now, and the record of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.review_stages import Stage
from generator.review.records import Decision
from generator.review.verdict import ReviewState, final_stage

from .refused import Refused
from .review_desk import Desk
from .review_waiting import next_step
from .review_writing import Signature, decide

_UNDER_WAY = (ReviewState.SUBMITTED, ReviewState.REVIEWING)
_ISSUED = (Stage.ISSUE, Stage.LEADER)
"""Stages that are issued, not passed."""


def submit(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
    """Submit the committed version; the record's file.

    Raises:
        Refused: it is under way or approved already, a draft, or nothing says how it is reviewed.
    """
    verdict = desk.verdict(item)
    if verdict.state in _UNDER_WAY:
        raise Refused(f"{item.title}这一版已经送审，{next_step(desk, item, now.date())}")
    if verdict.state is ReviewState.APPROVED:
        raise Refused(f"{item.title}这一版已经审核通过，不用再送审。")
    if item.kind is not Kind.STATION and item.meta.draft:
        raise Refused(f"{item.title}还写着 draft: true，审过也不会公开。删掉这一行，提交，再送审。")
    if verdict.state is ReviewState.UNRULED:
        raise Refused(f"审核制度没有写“{desk.subject(item).kind.label}”要怎么审，先在制度里补上。")
    return decide(desk, item, Decision.SUBMIT, by, now)


def sign_stages(
    desk: Desk,
    item: Entry,
    by: Signature,
    now: datetime,
    decision: Decision,
    wanted: Stage | None = None,
    proof: bool = False,
    remarks: str | None = None,
) -> Path:
    """Pass or issue a stage (``wanted``, or the one whose turn it is), with ``proof`` that level's proofread as well.

    Raises:
        Refused: it is not her turn, or not her right.
    """
    stages = _stages(desk, item, by, decision, wanted, proof, now.date())
    return decide(desk, item, decision, by, now, stages, remarks)


def send_back(desk: Desk, item: Entry, by: Signature, now: datetime, why: str) -> Path:
    """Return the version to whoever submitted it.

    Raises:
        Refused: it is not under review, or not by hers.
    """
    verdict = desk.verdict(item)
    if verdict.state is ReviewState.APPROVED:
        raise Refused(f"{item.title}已经审核通过。要从网站上拿下来，请撤稿。", f"zoujin review withdraw {item.id}")
    if verdict.state not in _UNDER_WAY:
        raise Refused(f"{item.title}{verdict.state.label}，没有可以退回的。")
    if not may_send_back(desk, item, by.signer.id, by.deputy_for, now.date()):
        raise Refused(f"{by.signer.name}没有审这条内容的权限，不能退回。")
    return decide(desk, item, Decision.RETURN, by, now, remarks=why)


def may_send_back(desk: Desk, item: Entry, person: str, deputy_for: str | None, day: date) -> bool:
    """Whether somebody answers for one of the stages of an entry."""
    subject = desk.subject(item)
    return any(
        desk.staff.may_for(person, deputy_for, stage, subject.kind, subject.district, day)
        for stage in subject.stages or ()
    )


def take_down(desk: Desk, item: Entry, by: Signature, now: datetime, why: str) -> Path:
    """Take an entry down at once, or confirm that it stays down."""
    return decide(desk, item, Decision.WITHDRAW, by, now, remarks=why)


def put_back(desk: Desk, item: Entry, by: Signature, now: datetime, remarks: str | None = None) -> Path:
    """Put back what was taken down.

    Raises:
        Refused: it was not, or she does not answer for the final stage.
    """
    if desk.verdict(item).taken_back is None:
        raise Refused(f"{item.title}没有撤稿，不用恢复。")
    if not may_put_back(desk, item, by.signer.id, by.deputy_for, now.date()):
        stage = final_stage(desk.subject(item))
        raise Refused(f"恢复发布要由{stage.label}决定，{by.signer.name}没有这一级的权限。")
    return decide(desk, item, Decision.RESTORE, by, now, remarks=remarks)


def may_put_back(desk: Desk, item: Entry, person: str, deputy_for: str | None, day: date) -> bool:
    """Whether somebody answers for the final stage of an entry, and so may lift or confirm a withdrawal."""
    subject = desk.subject(item)
    return desk.staff.may_for(person, deputy_for, final_stage(subject), subject.kind, subject.district, day)


def _stages(
    desk: Desk, item: Entry, by: Signature, decision: Decision, wanted: Stage | None, proof: bool, day: date
) -> Sequence[Stage]:
    """The stages that are recorded: the one that was asked for, or the first one whose turn it is and hers."""
    person = by.on_paper.approver if by.on_paper else by.signer.id
    missing = [stage for stage in desk.verdict(item).missing if (stage in _ISSUED) == (decision is Decision.ISSUE)]
    reasons = {stage: desk.why_not(item, stage, person, by.deputy_for, day) for stage in missing}
    if wanted is not None:
        why = reasons.get(wanted, "这一级不需要，或已经签过")
        if why:
            raise Refused(f"不能签{wanted.label}：{why}。")
        chosen = wanted
    else:
        possible = [stage for stage in missing if not reasons[stage]]
        if not possible:
            raise _nothing_to_sign(desk, item, reasons)
        chosen = next((stage for stage in possible if not stage.is_proof), possible[0])
    if by.on_paper is not None and chosen not in desk.court.policy.on_paper:
        raise Refused(f"{chosen.label}不能代录，要本人来审。")
    stages = [chosen]
    if proof and not chosen.is_proof:
        own = next((stage for stage in missing if stage.is_proof and stage.level == chosen.level), None)
        if own is None:
            raise Refused(f"{chosen.label}这一级没有要记的校对，去掉 --proof。")
        if reasons[own]:
            raise Refused(f"不能连同{own.label}一起记：{reasons[own]}。")
        stages.append(own)
    return stages


def _nothing_to_sign(desk: Desk, item: Entry, reasons: Mapping[Stage, str]) -> Refused:
    verdict = desk.verdict(item)
    if verdict.state is ReviewState.APPROVED:
        return Refused(f"{item.title}已经审核通过，不用再签。")
    if verdict.state not in _UNDER_WAY:
        return Refused(f"{item.title}{verdict.state.label}，先送审。", f"zoujin review submit {item.id}")
    said = "；".join(f"{stage.label}：{why}" for stage, why in reasons.items()) or "要签的不在这个命令里"
    return Refused(f"{item.title}现在没有轮到的审级。{said}。")
