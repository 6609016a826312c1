"""``zoujin status``: what waits for me, what waits for whom since when, or where one entry stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk, configured, open_desk
from generator.pipeline.review_queue import Place, Waiting, queue

from .project_option import now_of, open_project, project_option, today_option
from .review_words import MODE_SAYS, next_step
from .trouble import Trouble

_HEADINGS = {
    Place.MINE: "等你办的",
    Place.OTHERS: "等别人办的",
    Place.UNSENT: "还没有送审的",
}


@click.command(
    help="审核进行到哪里：什么在等我，什么从什么时候起在等谁。写上稿件就看这一条。", options_metavar="[选项]"
)
@click.argument("entry", required=False, metavar="[稿件]")
@click.option("--as", "who", metavar="编号", help="我是谁；只看等我办的。")
@today_option
@project_option
def status(entry: str | None, who: str | None, today: datetime | None, folder: Path | None) -> None:
    """Print the queue, or where one entry stands."""
    project = open_project(folder)
    now = now_of(project, today)
    with with_cache(project) as cached:
        try:
            desk = open_desk(cached)
            if entry is not None:
                lines = _entry(desk, entry, now.date())
            else:
                name = who or configured(project, "zoujin.reviewer")
                lines = _queue(desk, desk.person(name).id if name else None, bool(who), now)
            for line in lines:
                click.echo(line)
        except Refused as refused:
            raise Trouble(str(refused)) from None
    click.echo(MODE_SAYS[desk.mode])


def _entry(desk: Desk, name: str, day: date) -> Iterator[str]:
    item = desk.entry(name)
    verdict, subject = desk.verdict(item), desk.subject(item)
    yield f"{item.title}（{item.id}）：{verdict.state.label}"
    if subject.stages:
        yield f"要经过：{'、'.join(stage.label for stage in subject.stages)}（{subject.kind.label}）"
    if subject.sensitive:
        yield f"敏感：{'、'.join(kind.label for kind in subject.sensitive)}"
    if verdict.missing:
        yield f"还缺：{'、'.join(stage.label for stage in verdict.missing)}"
    if verdict.live is not None and not verdict.is_current:
        yield f"公开网站上是上一次通过的版本。改了哪里：zoujin diff {item.id}"
    yield f"接下来：{next_step(desk, item, day)}"
    yield f"经过：zoujin log {item.id}"


def _queue(desk: Desk, person: str | None, only_mine: bool, now: datetime) -> Iterator[str]:
    found = queue(desk, person, now.date())
    for place, heading in _HEADINGS.items():
        items = [item for item in found.waiting if item.place is place]
        if not items or (only_mine and place is not Place.MINE):
            continue
        yield f"{heading}（{len(items)}）"
        for item in items:
            yield f"  {item.entry.title}（{item.entry.id}）：{item.verdict.state.label}{_since(item, now)}"
            if place is not Place.UNSENT:
                yield f"    {next_step(desk, item.entry, now.date())}"
        yield ""
    if only_mine and not any(item.place is Place.MINE for item in found.waiting):
        yield "没有等你办的。"
    elif not found.waiting:
        yield "没有在等的。"
    if person is None and found.waiting:
        yield "（想知道哪些在等你：加上 --as 编号，或运行一次 git config zoujin.reviewer 编号。）"
    yield f"审核通过 {found.approved} 条，共 {found.all} 条。"


def _since(item: Waiting, now: datetime) -> str:
    if item.since is None:
        return ""
    days = (now.date() - item.since.date()).days
    return f"，{item.since:%m-%d %H:%M} 起" + (f"，已经 {days} 天" if days > 0 else "")
