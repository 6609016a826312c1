"""Decisions of a review: whether somebody may take one now, and the record of it.

Each stands here twice: as what is meant to be written (an ``Intent``, of which many can be written and signed at
once), and written.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.review_stages import Stage
from generator.review.records import Decision
from generator.review.verdict import ReviewState, final_stage

from .refused import Refused
from .review_desk import Desk
from .review_forms import is_for_another
from .review_waiting import next_step
from .review_writing import Intent, Signature, write_all

_UNDER_WAY = (ReviewState.SUBMITTED, ReviewState.REVIEWING)
_ISSUED = (Stage.ISSUE, Stage.LEADER)
"""Stages that are issued, not passed."""


def submission(desk: Desk, item: Entry, now: datetime) -> Intent:
    """To submit the committed version.

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
    return Intent(item, Decision.SUBMIT)


def signing(
    desk: Desk,
    item: Entry,
    by: Signature,
    now: datetime,
    wanted: Stage | None = None,
    proof: bool = False,
    remarks: str | None = None,
) -> Intent:
    """To pass or issue a stage (``wanted``, or the one whose turn it is), with ``proof`` that level's proofread as well.

    Raises:
        Refused: it is not her turn, or not her right.
    """
    stages = _stages(desk, item, by, wanted, proof, now.date())
    decision = Decision.ISSUE if stages[0] in _ISSUED else Decision.PASS
    return Intent(item, decision, stages, remarks)


def returning(desk: Desk, item: Entry, by: Signature, now: datetime, why: str) -> Intent:
    """To return the version to whoever submitted it.

    Raises:
        Refused: it is not under review, or not by hers.
    """
    verdict = desk.verdict(item)
    if verdict.state is ReviewState.APPROVED:
        raise Refused(f"{item.title}已经审核通过。要从网站上拿下来，请撤稿。", f"zoujin withdraw {item.id} --why 原因")
    if verdict.state not in _UNDER_WAY:
        raise Refused(f"{item.title}{verdict.state.label}，没有可以退回的。")
    if not may_send_back(desk, item, by.signer.id, by.deputy_for, now.date()):
        raise Refused(f"{by.signer.name}没有审这条内容的权限，不能退回。")
    return Intent(item, Decision.RETURN, remarks=why)


def withdrawing(item: Entry, why: str) -> Intent:
    """To take an entry down at once, or to confirm that it stays down."""
    return Intent(item, Decision.WITHDRAW, remarks=why)


def restoring(desk: Desk, item: Entry, by: Signature, now: datetime, remarks: str | None = None) -> Intent:
    """To put back what was taken down.

    Raises:
        Refused: it was not, or she does not answer for the final stage.
    """
    if desk.verdict(item).taken_back is None:
        raise Refused(f"{item.title}没有撤稿，不用恢复。")
    if not may_put_back(desk, item, by.signer.id, by.deputy_for, now.date()):
        stage = final_stage(desk.subject(item))
        raise Refused(f"恢复发布要由{stage.label}决定，{by.signer.name}没有这一级的权限。")
    return Intent(item, Decision.RESTORE, remarks=remarks)


def submit(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
    """``submission``, written; the record's file."""
    return write_all(desk, [submission(desk, item, now)], by, now)[0]


def sign_stages(
    desk: Desk,
    item: Entry,
    by: Signature,
    now: datetime,
    wanted: Stage | None = None,
    proof: bool = False,
    remarks: str | None = None,
) -> Path:
    """``signing``, written; the record's file."""
    return write_all(desk, [signing(desk, item, by, now, wanted, proof, remarks)], by, now)[0]


def send_back(desk: Desk, item: Entry, by: Signature, now: datetime, why: str) -> Path:
    """``returning``, written; the record's file."""
    return write_all(desk, [returning(desk, item, by, now, why)], by, now)[0]


def take_down(desk: Desk, item: Entry, by: Signature, now: datetime, why: str) -> Path:
    """``withdrawing``, written; the record's file."""
    return write_all(desk, [withdrawing(item, why)], by, now)[0]


def put_back(desk: Desk, item: Entry, by: Signature, now: datetime, remarks: str | None = None) -> Path:
    """``restoring``, written; the record's file."""
    return write_all(desk, [restoring(desk, item, by, now, remarks)], by, now)[0]


def may_send_back(desk: Desk, item: Entry, person: str, deputy_for: str | None, day: date) -> bool:
    """Whether somebody answers for one of the stages of an entry."""
    subject = desk.subject(item)
    return any(
        desk.staff.may_for(person, deputy_for, stage, subject.kind, subject.district, day)
        for stage in subject.stages or ()
    )


def may_put_back(desk: Desk, item: Entry, person: str, deputy_for: str | None, day: date) -> bool:
    """Whether somebody answers for the final stage of an entry, and so may lift or confirm a withdrawal."""
    subject = desk.subject(item)
    return desk.staff.may_for(person, deputy_for, final_stage(subject), subject.kind, subject.district, day)


def _stages(desk: Desk, item: Entry, by: Signature, wanted: Stage | None, proof: bool, day: date) -> tuple[Stage, ...]:
    """The stages that are recorded: the one that was asked for, or the first one whose turn it is and hers."""
    person = by.on_paper.approver if by.on_paper else by.signer.id
    missing = desk.verdict(item).missing
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
    if by.on_paper is not None and is_for_another(by.on_paper.form, desk.court.content(item) or ""):
        raise Refused(f"审批单 {by.on_paper.form} 签的是另一版，不是现在这一版。先做现在这一版的审批单再签。")
    if by.on_paper is not None and chosen not in desk.court.policy.on_paper:
        raise Refused(f"{chosen.label}不能代录，要本人来审。")
    stages: tuple[Stage, ...] = (chosen,)
    if proof and not chosen.is_proof:
        own = next((stage for stage in missing if stage.is_proof and stage.level == chosen.level), None)
        if own is None:
            raise Refused(f"{chosen.label}这一级没有要记的校对，去掉 --proof。")
        if reasons[own]:
            raise Refused(f"不能连同{own.label}一起记：{reasons[own]}。")
        stages = (chosen, own)
    return stages


def _nothing_to_sign(desk: Desk, item: Entry, reasons: Mapping[Stage, str]) -> Refused:
    verdict = desk.verdict(item)
    if verdict.state is ReviewState.APPROVED:
        return Refused(f"{item.title}已经审核通过，不用再签。")
    if verdict.state not in _UNDER_WAY:
        return Refused(f"{item.title}{verdict.state.label}，先送审。", f"zoujin submit {item.id}")
    said = "；".join(f"{stage.label}：{why}" for stage, why in reasons.items())
    return Refused(f"{item.title}现在没有轮到的审级。{said}。")
