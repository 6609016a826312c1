"""``zoujin review status``: what waits for whom, or where one entry stands and how it came there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk, configured, open_desk
from generator.review.verdict import ReviewState

from .project_option import now_of, open_project, project_option, today_option
from .review_words import MODE_SAYS, next_step, record_line
from .trouble import Trouble

_ORDER = (
    ReviewState.WITHDRAWN,
    ReviewState.RETURNED,
    ReviewState.SUBMITTED,
    ReviewState.REVIEWING,
    ReviewState.CHANGED,
    ReviewState.DRAFT,
    ReviewState.UNRULED,
)


@click.command(help="审核进行到哪里：什么在等谁。写上稿件就看这一条的来龙去脉。", options_metavar="[选项]")
@click.argument("entry", required=False, metavar="[稿件]")
@click.option("--as", "who", metavar="编号", help="只看轮到这个人的。")
@today_option
@project_option
def status(entry: str | None, who: str | None, today: datetime | None, folder: Path | None) -> None:
    """Print the queue, or one entry's history."""
    project = open_project(folder)
    now = now_of(project, today)
    with with_cache(project) as cached:
        try:
            desk = open_desk(cached)
            if entry is not None:
                _show(desk, entry, now)
            else:
                _queue(desk, who or configured(project, "zoujin.reviewer"), bool(who), now)
        except Refused as refused:
            raise Trouble(str(refused)) from None
    click.echo(MODE_SAYS[desk.mode])


def _show(desk: Desk, name: str, now: datetime) -> None:
    item = desk.entry(name)
    verdict = desk.verdict(item)
    subject = desk.subject(item)
    click.echo(f"{item.title}（{item.id}）：{verdict.state.label}")
    if subject.stages:
        click.echo(f"要经过：{'、'.join(stage.label for stage in subject.stages)}（{subject.kind.label}）")
    if subject.sensitive:
        click.echo(f"敏感：{'、'.join(kind.label for kind in subject.sensitive)}")
    if verdict.missing:
        click.echo(f"还缺：{'、'.join(stage.label for stage in verdict.missing)}")
    click.echo(f"接下来：{next_step(desk, item, now.date())}")
    records = desk.ledger(item).admitted
    if records:
        click.echo("\n经过：")
        for record in records:
            click.echo(f"  {record_line(record)}")
    for refusal in verdict.refused:
        click.echo(f"  不算数：{refusal.file}（{refusal.why}）")
    click.echo("")


def _queue(desk: Desk, who: str | None, only: bool, now: datetime) -> None:
    person = desk.person(who).id if who else None
    verdicts = desk.verdicts()
    shown = 0
    for state in _ORDER:
        for id, verdict in verdicts.items():
            if verdict.state is not state:
                continue
            item = desk.catalogue.entries[id]
            mine = person is not None and any(
                not desk.why_not(item, stage, person, None, now.date()) for stage in verdict.waits_for
            )
            if only and not mine:
                continue
            since = f"，{verdict.since:%m-%d %H:%M} 起" if verdict.since else ""
            click.echo(f"{'→ ' if mine else '  '}{item.title}（{id}）：{verdict.state.label}{since}")
            if state in (ReviewState.SUBMITTED, ReviewState.REVIEWING, ReviewState.RETURNED, ReviewState.WITHDRAWN):
                click.echo(f"    {next_step(desk, item, now.date())}")
            shown += 1
    passed = sum(verdict.state is ReviewState.APPROVED for verdict in verdicts.values())
    if not shown:
        click.echo("没有轮到你的。" if only else "没有在等的。")
    click.echo(f"审核通过 {passed} 条，共 {len(verdicts)} 条。")
