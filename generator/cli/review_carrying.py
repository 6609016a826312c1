"""What all decisions of a review share: the options, who decides, and what is said when a record is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
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
from generator.pipeline.review_writing import Intent, Signature, scan_digest, write_all
from generator.pipeline.sealing import was_approved
from generator.review.records import Decision, OnPaper

from .project_option import now_of, open_project, project_option, today_option
from .review_words import MODE_SAYS, next_step
from .trouble import Trouble

DONE = {
    Decision.SUBMIT: "送审了",
    Decision.PASS: "通过了",
    Decision.ISSUE: "签发了",
    Decision.RETURN: "退回修改了",
    Decision.WITHDRAW: "撤稿了，下一次生成网站时就下线",
    Decision.RESTORE: "恢复发布了",
}
_SHOWN = 20


@dataclass(frozen=True)
class Asked:
    """What the options of a decision say."""

    entries: str | tuple[str, ...]
    who: str | None
    deputy_for: str | None
    key: Path | None
    today: datetime | None
    folder: Path | None
    migrated: bool = False
    registered: bool = False
    on_paper: str | None = None
    form: str | None = None
    scan: Path | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The entries, however many the command takes."""
        return (self.entries,) if isinstance(self.entries, str) else self.entries

    def is_meant(self, desk: Desk, item: Entry) -> bool:
        """Whether an entry that is not named belongs to what is dealt with all at once."""
        return (self.migrated and getattr(item.meta, "migrated_from", None) is not None) or (
            self.registered and was_approved(desk.court, item)
        )


def decision(
    name: str, help: str, *, many: bool = False, batches: bool = False
) -> Callable[[Callable[..., Any]], click.Command]:
    """A command on an entry, or on ``many``, with the options that all decisions share; with ``batches`` what comes from
    an older site, or was approved before signatures, can be dealt with all at once."""
    at_once = (
        click.option("--migrated", is_flag=True, help="旧网站迁来的（写了 migrated_from 的）：轮到我的，一次全办。"),
        click.option(
            "--registered", is_flag=True,
            help="改用签名模式以后用：登记模式时审核通过、内容没有变的，轮到我的，一次全办。",
        ),
    )  # fmt: skip

    def decorate(function: Callable[..., Any]) -> click.Command:
        for option in reversed(
            (
                click.argument("entries", metavar="稿件…" if many else "稿件", nargs=-1 if many else 1),
                *(at_once if batches else ()),
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


Act = Callable[[Desk, Entry, Signature, datetime], Intent]
"""What is to be recorded about an entry; refuses with the reason."""


Also = Callable[[Desk, Entry], Sequence[Entry]]
"""Entries with which the same is to be done."""


def carry_out(asked: Asked, act: Act, also: Also | None = None) -> int:
    """Record what ``act`` wants of every entry, and say what was done and what comes next; 1 when something was refused."""
    entries = asked.named
    if not entries and not asked.migrated and not asked.registered:
        raise click.UsageError("后面要写稿件的文件夹，如 stories/2026/bike-repair。")
    project = open_project(asked.folder)
    now = now_of(project, asked.today)
    with with_cache(project) as cached:
        try:
            desk = open_desk(cached)
            by = _signature(desk, project, asked, now)
            named = [desk.entry(name) for name in entries]
            named += [other for item in named for other in (also(desk, item) if also else ())]
            intents, refused = _intents(desk, named, asked, act, by, now)
            made = write_all(desk, intents, by, now) if intents else []
            after = open_desk(cached) if made else desk
            steps = [next_step(after, after.entry(intent.entry.id), now.date()) for intent in intents]
        except Refused as refusal:
            raise Trouble(_told(refusal)) from None
    _say(project, by, intents, made, steps)
    for one in refused:
        click.echo(_told(one), err=True)
    if intents:
        click.echo(MODE_SAYS[desk.mode])
    elif not refused:
        click.echo("没有轮到你的。")
    return 1 if refused else 0


def _intents(
    desk: Desk, items: Sequence[Entry], asked: Asked, act: Act, by: Signature, now: datetime
) -> tuple[list[Intent], list[Refused]]:
    """What can be recorded, and what was named and cannot. Of what is dealt with all at once the rest is passed over."""
    intents: list[Intent] = []
    refused: list[Refused] = []
    named = {item.id: item for item in items}
    for item in named.values():
        try:
            intents.append(act(desk, item, by, now))
        except Refused as refusal:
            refused.append(refusal)
    if len(named) == 1 and refused:
        raise refused[0]
    for item in desk.catalogue.entries.values():
        if item.id not in named and asked.is_meant(desk, item):
            with suppress(Refused):
                intents.append(act(desk, item, by, now))
    return intents, refused


def _say(
    project: Project, by: Signature, intents: Sequence[Intent], made: Sequence[Path], steps: Sequence[str]
) -> None:
    """One entry at length, many by what comes next for them."""
    if not intents:
        return
    paper = f"（代录{by.on_paper.approver_name}的意见）" if by.on_paper else ""
    places = [file.relative_to(project.root).as_posix() for file in made]
    if len(intents) == 1:
        intent = intents[0]
        click.echo(f"{by.signer.name}把“{intent.entry.title}”{DONE[intent.decision]}。{paper}")
        click.echo(f"记录：{places[0]}")
        click.echo(f"接下来：{steps[0]}")
    else:
        click.echo(f"{by.signer.name}办了 {len(intents)} 条：{paper}")
        for intent in intents[:_SHOWN]:
            stages = "、".join(stage.label for stage in intent.stages)
            click.echo(f"  {intent.decision.label}{stages and ' ' + stages}  {intent.entry.title}（{intent.entry.id}）")
        if len(intents) > _SHOWN:
            click.echo(f"  ……以及另外 {len(intents) - _SHOWN} 条")
        for step, number in Counter(steps).most_common(_SHOWN):
            click.echo(f"接下来，{number} 条：{step}")
    folders = " ".join(sorted({place.rpartition("/")[0] for place in places})) if len(places) <= _SHOWN else "."
    title = intents[0].entry.slug if len(intents) == 1 else f"{len(intents)} 条"
    click.echo(f'别忘了提交：git add {folders} && git commit -m "审核：{title}" && git push')


def _told(refusal: Refused) -> str:
    return f"{refusal}命令：{refusal.command}" if refusal.command else str(refusal)


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
