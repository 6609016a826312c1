"""What all decisions of a review share: the options, who decides, and what is said when a record is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator.model.catalogue import Entry
from generator.model.review_stages import ReviewMode
from generator.pipeline.project import Project, with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk, configured, open_desk
from generator.pipeline.review_writing import Signature, scan_digest
from generator.review.records import OnPaper

from .project_option import now_of, open_project, project_option, today_option
from .review_words import MODE_SAYS, next_step
from .trouble import Trouble


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


def decision(name: str, help: str) -> Callable[[Callable[..., Any]], click.Command]:
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


def paper_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of 代录."""
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


def carry_out(asked: Asked, done: str, act: Callable[[Desk, Entry, Signature, datetime], Path]) -> None:
    """Let ``act`` write a record, and say what was done and what comes next."""
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
            command = f"命令：{refused.command}" if refused.command else ""
            raise Trouble(f"{refused}{command}") from None
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
    try:
        return OnPaper(approver=approver.id, approver_name=approver.name, form=asked.form, scan=scan)
    except ValueError:
        raise click.UsageError("审批单的编号太长，或有不能用的字符。") from None
