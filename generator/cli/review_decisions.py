"""The decisions of a review as commands. Each says what it did and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.model.catalogue import Entry
from generator.model.reviewing import ReviewMode, Stage
from generator.pipeline.project import Project, with_cache
from generator.pipeline.review_desk import Desk, Refused, Signature, configured, decide, open_desk, scan_digest
from generator.review.records import Decision, OnPaper
from generator.review.verdict import ReviewState, final_stage

from .choice import Choice
from .project_option import now_of, open_project, project_option, today_option
from .review_words import MODE_SAYS, next_step
from .trouble import Trouble

_STAGES = {stage.value: stage.label for stage in Stage}


@dataclass(frozen=True)
class Asked:
    """What the options of a decision say."""

    entry: str
    who: str | None
    deputy_for: str | None
    key: Path | None
    today: datetime | None
    folder: Path | None
    on_paper: str | None = None
    form: str | None = None
    scan: Path | None = None


def _decision(name: str, help: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command on one entry with the options that all decisions share."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        for option in reversed(
            (
                click.argument("entry", metavar="稿件"),
                click.option("--as", "who", metavar="编号", help="我是谁：审核人员名单里的编号或姓名。"),
                click.option("--for", "deputy_for", metavar="编号", help="AB 角：代替谁签。"),
                click.option(
                    "--key", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="签名用的私钥。"
                ),
                today_option,
                project_option,
            )
        ):
            function = option(function)
        return click.command(name, help=help, options_metavar="[选项]")(function)

    return decorate


def _paper_options(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(
        (
            click.option("--on-paper", metavar="编号", help="代录：是谁在纸上或电话里同意的。"),
            click.option("--form", metavar="单号", help="代录：审批单的编号。"),
            click.option(
                "--scan",
                type=click.Path(path_type=Path, dir_okay=False, exists=True),
                metavar="文件",
                help="代录：审批单的扫描件，只记下它的摘要，不放进仓库。",
            ),
        )
    ):
        function = option(function)
    return function


@_decision("submit", "送审：请别人来审这一版。内容要先提交（git commit）。")
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
        if verdict.state is ReviewState.UNRULED:
            raise Trouble(f"审核制度没有写“{desk.subject(item).kind.label}”要怎么审，先在制度里补上。")
        return decide(desk, item, Decision.SUBMIT, by, now)

    _carry_out(asked, "送审了", act)


@_decision("pass", "通过：审过这一级（或校过这一次），没有问题。")
@click.option("--stage", type=Choice(_STAGES), metavar="审级", help="哪一级；不写就是轮到我的那一级。")
@click.option("--proof", is_flag=True, help="连同本级的校对一起记下。")
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
@_paper_options
def pass_(stage: str | None, proof: bool, remarks: str | None, **options: Any) -> None:
    """Pass the stage whose turn it is."""
    _pass(Asked(**options), Decision.PASS, Stage(stage) if stage else None, proof, remarks)


@_decision("issue", "签发：签发，或分管领导签批。")
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
@_paper_options
def issue(remarks: str | None, **options: Any) -> None:
    """Issue, or sign as the leader in charge."""
    _pass(Asked(**options), Decision.ISSUE, None, False, remarks)


@_decision("return", "退回修改：说明哪里要改。")
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

    _carry_out(Asked(**options), "退回修改了", act)


@_decision("withdraw", "撤稿：先下线后补审。任何在岗人员都可以立即撤下一页。")
@click.option("--why", required=True, metavar="原因", help="为什么撤（内部看的，网站上不显示）。")
def withdraw(why: str, **options: Any) -> None:
    """Take an entry down at once, or confirm that it stays down."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        return decide(desk, item, Decision.WITHDRAW, by, now, remarks=why)

    _carry_out(Asked(**options), "撤稿了，下一次生成网站时就下线", act)


@_decision("restore", "恢复发布：撤稿以后由终审恢复。")
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

    _carry_out(Asked(**options), "恢复发布了", act)


def _pass(asked: Asked, decision: Decision, wanted: Stage | None, proof: bool, remarks: str | None) -> None:
    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        stages = _stages(desk, item, by, decision, wanted, proof, now.date())
        return decide(desk, item, decision, by, now, stages, remarks)

    _carry_out(asked, "签发了" if decision is Decision.ISSUE else "通过了", act)


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


def _carry_out(asked: Asked, done: str, act: Callable[[Desk, Entry, Signature, datetime], Path]) -> None:
    project = open_project(asked.folder)
    now = now_of(project, asked.today)
    with with_cache(project) as cached:
        try:
            desk = open_desk(cached)
            item = desk.entry(asked.entry)
            by = _signature(desk, project, asked, now)
            made = act(desk, item, by, now)
            after = open_desk(cached)
            step = next_step(after, after.entry(item.id), now.date())
        except Refused as refused:
            raise Trouble(str(refused)) from None
    place = made.relative_to(project.root).as_posix()
    click.echo(
        f"{by.signer.name}把“{item.title}”{done}。"
        + (f"（代录{by.on_paper.approver_name}的意见）" if by.on_paper else "")
    )
    click.echo(f"记录：{place}")
    click.echo(f"接下来：{step}")
    click.echo(f'别忘了提交：git add {place} && git commit -m "审核：{item.slug}" && git push')
    click.echo(MODE_SAYS[desk.mode])


def _signature(desk: Desk, project: Project, asked: Asked, now: datetime) -> Signature:
    name = asked.who or configured(project, "zoujin.reviewer")
    if name is None:
        raise Trouble("不知道你是谁：加上 --as 编号，或运行一次 git config zoujin.reviewer 编号，以后就不用写。")
    signer = desk.person(name)
    if not desk.staff.in_office(signer.id, now.date()):
        raise Trouble(f"{signer.name}在 {now:%Y-%m-%d} 不在任，不能签。")
    key = asked.key
    if key is None and desk.mode is ReviewMode.SIGNED and (kept := configured(project, "zoujin.key")):
        key = Path(kept).expanduser()
    deputy_for = desk.person(asked.deputy_for).id if asked.deputy_for else None
    return Signature(signer, deputy_for, _paper(desk, asked, signer.clerk), key)


def _paper(desk: Desk, asked: Asked, is_clerk: bool) -> OnPaper | None:
    if asked.on_paper is None:
        if asked.form or asked.scan:
            raise click.UsageError("--form、--scan 要和 --on-paper 一起写。")
        return None
    if not is_clerk:
        raise Trouble("没有代录的权限：审核人员名单里要写 clerk: true。")
    if not asked.form:
        raise click.UsageError("代录要写审批单的编号：--form 单号。")
    approver = desk.person(asked.on_paper)
    scan = scan_digest(asked.scan) if asked.scan else None
    return OnPaper(approver=approver.id, approver_name=approver.name, form=asked.form, scan=scan)
