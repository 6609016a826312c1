"""The decisions of a review as commands. Each says what it did and what comes next."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.review_stages import Stage
from generator.pipeline import review_acts
from generator.pipeline.mentions import mentions
from generator.pipeline.project import with_cache
from generator.pipeline.review_desk import Desk, open_desk
from generator.pipeline.review_writing import Intent, Signature

from .choice import Choice
from .project_option import open_project
from .review_carrying import Asked, carry_out, decision, paper_options

_SHOWN = 20
_STAGES = {stage.value: stage.label for stage in Stage}


@decision("submit", "送审：请别人来审这一版。内容要先提交（git commit）。可以一次写几条。", many=True, migrated=True)
def submit(**options: Any) -> int:
    """Submit committed versions."""

    return carry_out(Asked(**options), lambda desk, item, _, now: review_acts.submission(desk, item, now))


@decision("pass", "通过：审过、校过，没有问题；轮到签发就是签发。可以一次写几条。", many=True, migrated=True)
@click.option("--stage", type=Choice(_STAGES), metavar="审级", help="哪一级；不写就是轮到我的那一级。")
@click.option("--proof", is_flag=True, help="连同本级的校对一起记下。")
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
@paper_options
def pass_(stage: str | None, proof: bool, remarks: str | None, **options: Any) -> int:
    """Pass, or issue, the stage whose turn it is."""
    wanted = Stage(stage) if stage else None

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Intent:
        return review_acts.signing(desk, item, by, now, wanted, proof, remarks)

    return carry_out(Asked(**options), act)


@decision("return", "退回修改：说明哪里要改。")
@click.option("--why", required=True, metavar="意见", help="哪里要改。")
def return_(why: str, **options: Any) -> int:
    """Send the version back."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Intent:
        return review_acts.returning(desk, item, by, now, why)

    return carry_out(Asked(**options), act)


@decision(
    "withdraw", "撤稿：先下线后补审。任何在岗人员都可以立即撤下；终审再撤一次，就是确认。可以一次写几条。", many=True
)
@click.option("--why", required=True, metavar="原因", help="为什么撤（内部看的，网站上不显示）。")
@click.option("--everywhere", is_flag=True, help="撤人物时用：写到或拍到这个人的稿件，一起撤下。")
def withdraw(why: str, everywhere: bool, **options: Any) -> int:
    """Take entries down at once, or confirm that they stay down."""
    asked = Asked(**options)
    also = _showing if everywhere else None
    code = carry_out(asked, lambda *given: review_acts.withdrawing(given[1], why), also)
    if not everywhere:
        _say_who_shows(asked)
    return code


@decision("restore", "恢复发布：撤稿以后由终审恢复。可以一次写几条。", many=True)
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
def restore(remarks: str | None, **options: Any) -> int:
    """Put back what was taken down."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Intent:
        return review_acts.restoring(desk, item, by, now, remarks)

    return carry_out(Asked(**options), act)


def _showing(desk: Desk, item: Entry) -> list[Entry]:
    """The entries that show a person and are not down already."""
    if item.kind is not Kind.PROFILE:
        return []
    found = mentions(desk.project.root, desk.catalogue, item)
    return [entry for entry in found if desk.verdict(entry).taken_back is None]


def _say_who_shows(asked: Asked) -> None:
    """After a person was taken down: what still tells of her."""
    project = open_project(asked.folder)
    with with_cache(project) as cached:
        desk = open_desk(cached)
        for name in asked.named:
            item = desk.entry(name)
            others = _showing(desk, item)
            if others:
                click.echo(
                    f"{item.title}的人物页、卡片、列表、搜索和资料包会一起撤下；"
                    f"还有 {len(others)} 条稿件写到或拍到{item.title}，没有动："
                )
                for other in others[:_SHOWN]:
                    click.echo(f"  {other.title}（{other.id}）")
                click.echo("要一起撤下：同一条命令加上 --everywhere。")
