"""The decisions of a review as commands. Each says what it did and what comes next."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator.model.catalogue import Entry
from generator.model.review_stages import Stage
from generator.pipeline import review_acts
from generator.pipeline.review_desk import Desk
from generator.pipeline.review_writing import Signature
from generator.review.records import Decision

from .choice import Choice
from .review_carrying import Asked, carry_out, decision, paper_options

_STAGES = {stage.value: stage.label for stage in Stage}


@decision("submit", "送审：请别人来审这一版。内容要先提交（git commit）。")
def submit(**options: Any) -> None:
    """Submit the committed version."""
    carry_out(Asked(**options), "送审了", review_acts.submit)


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
        return review_acts.send_back(desk, item, by, now, why)

    carry_out(Asked(**options), "退回修改了", act)


@decision("withdraw", "撤稿：先下线后补审。任何在岗人员都可以立即撤下一页。")
@click.option("--why", required=True, metavar="原因", help="为什么撤（内部看的，网站上不显示）。")
def withdraw(why: str, **options: Any) -> None:
    """Take an entry down at once, or confirm that it stays down."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        return review_acts.take_down(desk, item, by, now, why)

    carry_out(Asked(**options), "撤稿了，下一次生成网站时就下线", act)


@decision("restore", "恢复发布：撤稿以后由终审恢复。")
@click.option("--remarks", metavar="意见", help="意见，可以不写。")
def restore(remarks: str | None, **options: Any) -> None:
    """Put back what was taken down."""

    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        return review_acts.put_back(desk, item, by, now, remarks)

    carry_out(Asked(**options), "恢复发布了", act)


def _pass(asked: Asked, decision: Decision, wanted: Stage | None, proof: bool, remarks: str | None) -> None:
    def act(desk: Desk, item: Entry, by: Signature, now: datetime) -> Path:
        return review_acts.sign_stages(desk, item, by, now, decision, wanted, proof, remarks)

    carry_out(asked, "签发了" if decision is Decision.ISSUE else "通过了", act)
