"""The decisions of a review as commands. Each says what it did and what comes next."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from generator.model.catalogue import Entry
from generator.model.review_stages import Stage
from generator.pipeline import review_acts
from generator.pipeline.mentions import reached_by
from generator.pipeline.review_desk import Desk
from generator.pipeline.review_writing import Intent, Signature

from .choice import Choice
from .review_carrying import Asked, carry_out, decision, paper_options

_STAGES = {stage.value: stage.label for stage in Stage}


@decision("submit", "送审：请别人来审这一版。内容要先提交（git commit）。可以一次写几条。", many=True, batches=True)
def submit(**options: Any) -> int:
    """Submit committed versions."""

    return carry_out(Asked(**options), lambda desk, item, _, now: review_acts.submission(desk, item, now))


@decision("pass", "通过：审过、校过，没有问题；轮到签发就是签发。可以一次写几条。", many=True, batches=True)
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
@click.option("--only", is_flag=True, help="撤人物时用：只撤人物页，不连带写到或拍到这个人的稿件。")
def withdraw(why: str, only: bool, **options: Any) -> int:
    """Take entries down at once, or confirm that they stay down; with a person all that names or shows her."""
    return carry_out(
        Asked(**options),
        lambda *given: review_acts.withdrawing(given[1], why),
        None if only else reached_by,
    )


@decision("restore", "恢复发布：撤稿以后由终审恢复。可以一次写几条。", many=True)
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
def restore(remarks: str | None, **options: Any) -> int:
    """Put back what was taken down."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Intent:
        return review_acts.restoring(desk, item, by, now, remarks)

    return carry_out(Asked(**options), act)
