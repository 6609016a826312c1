"""``zoujin log``: what happened to an entry, who decided what, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

import click

from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import open_desk
from generator.pipeline.review_history import Event, history

from .project_option import now_of, open_project, project_option, today_option
from .review_words import MODE_SAYS, next_step
from .trouble import Trouble

_DIGITS = 12
"""So much of a digest tells versions apart."""


@click.command(help="一条内容的来龙去脉：谁、什么时候、对哪一版、说了什么。", options_metavar="[选项]")
@click.argument("entry", metavar="稿件")
@today_option
@project_option
def log(entry: str, today: datetime | None, folder: Path | None) -> None:
    """Print an entry's history."""
    project = open_project(folder)
    now = now_of(project, today)
    with with_cache(project) as cached:
        try:
            desk = open_desk(cached)
            item = desk.entry(entry)
            verdict = desk.verdict(item)
            click.echo(f"{item.title}（{item.id}）：{verdict.state.label}")
            found = history(desk, item)
            _print(found.events, verdict.content)
            for refusal in found.broken:
                click.echo(f"  不算数：{refusal.file}（{refusal.why}）")
            click.echo(f"\n接下来：{next_step(desk, item, now.date())}")
        except Refused as refused:
            raise Trouble(str(refused)) from None
    click.echo(MODE_SAYS[desk.mode])


def _print(events: Sequence[Event], working: str) -> None:
    if not events:
        click.echo("还没有任何审核记录。")
    versions = len({event.content for event in events})
    for day, of_day in groupby(events, key=lambda event: event.moment.date()):
        click.echo(f"\n{day.year}年{day.month}月{day.day}日")
        for event in of_day:
            version = f"第 {event.version} 版" if versions > 1 else ""
            here = "（就是现在这一版）" if version and event.content == working else ""
            click.echo(
                f"  {event.moment:%H:%M}  {event.who}  {event.what}  {version}{here}".rstrip() + f"  〔{event.how}〕"
            )
            if event.remarks:
                click.echo(f"         “{event.remarks}”")
            if event.why_not:
                click.echo(f"         不算数：{event.why_not}")
    if versions > 1:
        click.echo("")
        for content in dict.fromkeys(event.content for event in events):
            number = next(event.version for event in events if event.content == content)
            click.echo(f"第 {number} 版的摘要：{content[:_DIGITS]}")
