"""``zoujin archive``: approved content with its records, for the files of the office, verifiable without the repository."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.pipeline.archives import make_archive, portions
from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk, open_desk

from .progress_line import ProgressLine
from .project_option import now_of, open_project, project_option, today_option
from .review_words import MODE_SAYS
from .trouble import Trouble

FOLDER = "归档"
_SHOWN = 5


@click.command(
    help="归档：把审核通过的正文、图片、审核记录、公钥和审批单装进一个压缩包，离开仓库也能核验。",
    options_metavar="[选项]",
)
@click.argument("entries", metavar="[稿件…]", nargs=-1)
@click.option("--year", type=click.IntRange(1900, 2199), metavar="年份", help="这一年的全部内容。")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help=f"放在哪里；默认是项目里的“{FOLDER}”文件夹，不会提交进仓库。",
)
@today_option
@project_option
def archive(
    entries: tuple[str, ...], year: int | None, target: Path | None, today: datetime | None, folder: Path | None
) -> None:
    """Write the archive of some entries, or of a year."""
    if bool(entries) == (year is not None):
        raise click.UsageError("写要归档的稿件，或用 --year 2026 归档一年的，两样写一样。")
    project = open_project(folder)
    now = now_of(project, today)
    progress = ProgressLine()
    with with_cache(project) as cached:
        try:
            desk = open_desk(cached)
            named = list({entry.id: entry for entry in map(desk.entry, entries)}.values())
            chosen, waiting = _of_year(desk, year) if year is not None else (named, [])
            if not chosen:
                raise Refused(f"{year} 年没有审核通过的内容。")
            title = f"{year} 年归档" if year is not None else f"归档：{chosen[0].title}"
            parts = portions(desk, chosen)
            stem = str(year) if year is not None else chosen[0].slug + ("" if len(chosen) == 1 else f"-{len(chosen)}")
            place = target or project.root / FOLDER
            place.mkdir(parents=True, exist_ok=True)
            made: list[Path] = []
            for number, part in enumerate(parts, 1):
                made.append(place / f"{stem}-{now:%Y%m%d}{f'-{number}' if len(parts) > 1 else ''}.zip")
                whole = f"{title}（第 {number} 包，共 {len(parts)} 包）" if len(parts) > 1 else title
                made[-1].write_bytes(make_archive(desk, part, whole, now, progress))
        except Refused as refused:
            progress.clear()
            raise Trouble(str(refused)) from None
    progress.clear()
    click.echo(f"归档了 {len(chosen)} 条，已核验：")
    for file in made:
        click.echo(f"  {file}")
    if waiting:
        shown = "、".join(entry.id for entry in waiting[:_SHOWN]) + ("……" if len(waiting) > _SHOWN else "")
        click.echo(f"没有审核通过、没有放进去的 {len(waiting)} 条：{shown}")
    click.echo(f"接下来：交给档案管理人员；以后随时可以核验：zoujin verify {made[0].name}")
    click.echo(MODE_SAYS[desk.mode])


def _of_year(desk: Desk, year: int) -> tuple[list[Entry], list[Entry]]:
    """The entries of a year that were approved, and those that were not."""
    verdicts = desk.verdicts()
    found = [
        entry for entry in desk.catalogue.entries.values() if entry.kind is not Kind.STATION and _year(entry) == year
    ]
    approved = {id for id, verdict in verdicts.items() if verdict.live is not None}
    return [entry for entry in found if entry.id in approved], [entry for entry in found if entry.id not in approved]


def _year(entry: Entry) -> int | None:
    day = getattr(entry.meta, "date", None) or getattr(entry.meta, "start", None)
    return day.year if day is not None else None
