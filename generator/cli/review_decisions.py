"""The decisions of a review as commands. Each says what it did and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.review_stages import Stage
from generator.pipeline.review_desk import Desk
from generator.pipeline.review_writing import Signature, decide
from generator.review.records import Decision
from generator.review.verdict import ReviewState, final_stage

from .choice import Choice
from .review_carrying import Asked, carry_out, decision, paper_options
from .review_words import next_step
from .trouble import Trouble

_STAGES = {stage.value: stage.label for stage in Stage}


@decision("submit", "送审：请别人来审这一版。内容要先提交（git commit）。")
def submit(
    entry: str, who: str | None, deputy_for: str | None, key: Path | None, today: datetime | None, folder: Path | None
) -> None:
    """Submit the committed version."""
    asked = Asked(entry, who, deputy_for, key, today, folder)

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        verdict = desk.verdict(item)
        if verdict.state in (ReviewState.SUBMITTED, ReviewState.REVIEWING):
            raise Trouble(f"{item.title}这一版已经送审，{next_step(desk, item, now.date())}")
        if verdict.state is ReviewState.APPROVED:
            raise Trouble(f"{item.title}这一版已经审核通过，不用再送审。")
        if item.kind is not Kind.STATION and item.meta.draft:
            raise Trouble(f"{item.title}还写着 draft: true，审过也不会公开。删掉这一行，提交，再送审。")
        if verdict.state is ReviewState.UNRULED:
            raise Trouble(f"审核制度没有写“{desk.subject(item).kind.label}”要怎么审，先在制度里补上。")
        return decide(desk, item, Decision.SUBMIT, by, now)

    carry_out(asked, "送审了", act)


@decision("pass", "通过：审过这一级（或校过这一次），没有问题。")
@click.option("--stage", type=Choice(_STAGES), metavar="审级", help="哪一级；不写就是轮到我的那一级。")
@click.option("--proof", is_flag=True, help="连同本级的校对一起记下。")
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
@paper_options
def pass_(stage: str | None, proof: bool, remarks: str | None, **options: Any) -> None:
    """Pass the stage whose turn it is."""
    _pass(Asked(**options), Decision.PASS, Stage(stage) if stage else None, proof, remarks)


@decision("issue", "签发：签发，或分管领导签批。")
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
@paper_options
def issue(remarks: str | None, **options: Any) -> None:
    """Issue, or sign as the leader in charge."""
    _pass(Asked(**options), Decision.ISSUE, None, False, remarks)


@decision("return", "退回修改：说明哪里要改。")
@click.option("--why", required=True, metavar="意见", help="哪里要改。")
def return_(why: str, **options: Any) -> None:
    """Send the version back."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        verdict = desk.verdict(item)
        if verdict.state is ReviewState.APPROVED:
            raise Trouble(f"{item.title}已经审核通过。要从网站上拿下来，用 zoujin review withdraw {item.id}。")
        if verdict.state not in (ReviewState.SUBMITTED, ReviewState.REVIEWING):
            raise Trouble(f"{item.title}{verdict.state.label}，没有可以退回的。")
        subject = desk.subject(item)
        if not any(
            desk.staff.may_for(by.signer.id, by.deputy_for, stage, subject.kind, subject.district, now.date())
            for stage in subject.stages or ()
        ):
            raise Trouble(f"{by.signer.name}没有审这条内容的权限，不能退回。")
        return decide(desk, item, Decision.RETURN, by, now, remarks=why)

    carry_out(Asked(**options), "退回修改了", act)


@decision("withdraw", "撤稿：先下线后补审。任何在岗人员都可以立即撤下一页。")
@click.option("--why", required=True, metavar="原因", help="为什么撤（内部看的，网站上不显示）。")
def withdraw(why: str, **options: Any) -> None:
    """Take an entry down at once, or confirm that it stays down."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        return decide(desk, item, Decision.WITHDRAW, by, now, remarks=why)

    carry_out(Asked(**options), "撤稿了，下一次生成网站时就下线", act)


@decision("restore", "恢复发布：撤稿以后由终审恢复。")
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
def restore(remarks: str | None, **options: Any) -> None:
    """Put back what was taken down."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        if desk.verdict(item).taken_back is None:
            raise Trouble(f"{item.title}没有撤稿，不用恢复。")
        subject = desk.subject(item)
        stage = final_stage(subject)
        if not desk.staff.may_for(by.signer.id, by.deputy_for, stage, subject.kind, subject.district, now.date()):
            raise Trouble(f"恢复发布要由{stage.label}决定，{by.signer.name}没有这一级的权限。")
        return decide(desk, item, Decision.RESTORE, by, now, remarks=remarks)

    carry_out(Asked(**options), "恢复发布了", act)


def _pass(asked: Asked, decision: Decision, wanted: Stage | None, proof: bool, remarks: str | None) -> None:
    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        stages = _stages(desk, item, by, decision, wanted, proof, now.date())
        return decide(desk, item, decision, by, now, stages, remarks)

    carry_out(asked, "签发了" if decision is Decision.ISSUE else "通过了", act)


def _stages(
    desk: Desk, item: Entry, by: Signature, decision: Decision, wanted: Stage | None, proof: bool, day: date
) -> Sequence[Stage]:
    """The stages that are recorded: the one that was asked for, or the first one whose turn it is and hers."""
    person = by.on_paper.approver if by.on_paper else by.signer.id
    issued = (Stage.ISSUE, Stage.LEADER)
    missing = [stage for stage in desk.verdict(item).missing if (stage in issued) == (decision is Decision.ISSUE)]
    reasons = {stage: desk.why_not(item, stage, person, by.deputy_for, day) for stage in missing}
    if wanted is not None:
        why = reasons.get(wanted, "这一级不需要，或已经签过")
        if why:
            raise Trouble(f"不能签{wanted.label}：{why}。")
        chosen = wanted
    else:
        possible = [stage for stage in missing if not reasons[stage]]
        if not possible:
            raise Trouble(_nothing_to_sign(desk, item, reasons))
        chosen = next((stage for stage in possible if not stage.is_proof), possible[0])
    if by.on_paper is not None and chosen not in desk.court.policy.on_paper:
        raise Trouble(f"{chosen.label}不能代录，要本人来审。")
    stages = [chosen]
    if proof and not chosen.is_proof:
        own = next((stage for stage in missing if stage.is_proof and stage.level == chosen.level), None)
        if own is None:
            raise Trouble(f"{chosen.label}这一级没有要记的校对，去掉 --proof。")
        if reasons[own]:
            raise Trouble(f"不能连同{own.label}一起记：{reasons[own]}。")
        stages.append(own)
    return stages


def _nothing_to_sign(desk: Desk, item: Entry, reasons: dict[Stage, str]) -> str:
    verdict = desk.verdict(item)
    if verdict.state is ReviewState.APPROVED:
        return f"{item.title}已经审核通过，不用再签。"
    if verdict.state not in (ReviewState.SUBMITTED, ReviewState.REVIEWING):
        return f"{item.title}{verdict.state.label}，先送审：zoujin review submit {item.id}。"
    said = "；".join(f"{stage.label}：{why}" for stage, why in reasons.items()) or "要签的不在这个命令里"
    return f"{item.title}现在没有轮到的审级。{said}。"
