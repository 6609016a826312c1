"""``zoujin print``: posters, wall newspapers, what hangs at a station, badges and cards, as PDF and PNG."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.model.address import Site
from generator.model.kinds import Kind
from generator.pipeline.printing import Print, PrintRoom, make_prints, make_wall_paper, open_print_room
from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.prints.briefings import briefing_sheet
from generator.prints.posters import CARDS, POSTER_KINDS, SIZES, card, honours_poster, poster
from generator.prints.sheets import PrintSheet
from generator.prints.station_sheets import Wearer, badges, door_sign, month_sheet, plate

from .progress_line import ProgressLine
from .project_option import MISSING_CONFIGURATION, now_of, open_project, project_option, today_option
from .trouble import Trouble

FOLDER = "印刷"
_MONTH = re.compile(r"([0-9]{4})-(0?[1-9]|1[0-2])")

to_option = click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help=f"放在哪里；默认是项目里的“{FOLDER}”文件夹，不会提交进仓库。",
)
size_option = click.option("--size", type=click.Choice(SIZES), default="a4", show_default=True, help="纸张大小。")


@click.group(
    name="print",
    help="印出来：海报、墙报、站点上墙牌和门牌、活动表、胸牌、分享卡，每样都有 PDF 和 PNG。",
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
def print_() -> None:
    """The group of commands for prints."""


@print_.command("poster", help="宣传栏海报：故事、人物、主题活动、专题；--honours 是荣誉榜。", options_metavar="[选项]")
@click.argument("entries", nargs=-1, metavar="文件夹…")
@size_option
@click.option("--honours", is_flag=True, help="荣誉榜。")
@to_option
@today_option
@project_option
def poster_(
    entries: tuple[str, ...],
    size: str,
    honours: bool,
    target: Path | None,
    today: datetime | None,
    folder: Path | None,
) -> int:
    """Posters of entries, and of the roll of honour."""
    if not entries and not honours:
        raise click.UsageError("写上要印哪一条的文件夹，如 stories/2026/bike-repair；荣誉榜写 --honours。")

    def sheets(room: PrintRoom) -> Iterable[PrintSheet]:
        for name in entries:
            yield poster(room.desk, room.entry(name, POSTER_KINDS), size)
        if honours:
            roll = honours_poster(room.desk, size)
            if roll is None:
                raise Refused("荣誉榜上还没有人：在人物的 honours 里写上荣誉。")
            yield roll

    return _print(folder, today, target, sheets)


@print_.command("wall", help="墙报：一个专题排成一至四张 A3。", options_metavar="[选项]")
@click.argument("feature", metavar="文件夹")
@to_option
@today_option
@project_option
def wall(feature: str, target: Path | None, today: datetime | None, folder: Path | None) -> int:
    """The wall newspaper of a feature."""

    def made(room: PrintRoom, place: Path, progress: ProgressLine) -> Iterable[Print]:
        yield make_wall_paper(room, room.entry(feature, (Kind.FEATURE,)), place, progress)

    return _work(folder, today, target, made)


@print_.command("card", help="发朋友圈、短视频和公众号封面用的图。", options_metavar="[选项]")
@click.argument("entries", nargs=-1, required=True, metavar="文件夹…")
@to_option
@today_option
@project_option
def card_(entries: tuple[str, ...], target: Path | None, today: datetime | None, folder: Path | None) -> int:
    """All cards of entries."""
    return _print(
        folder,
        today,
        target,
        lambda room: [card(room.desk, room.entry(name, POSTER_KINDS), form) for name in entries for form in CARDS],
    )


@print_.command("station", help="站点用的：上墙牌、门牌、当月活动表，不写哪一样就都印。", options_metavar="[选项]")
@click.argument("stations", nargs=-1, required=True, metavar="站点编号…")
@click.option("--plate", "only", flag_value="plate", help="只要上墙牌（服务内容）。")
@click.option("--door", "only", flag_value="door", help="只要门牌。")
@click.option("--schedule", "only", flag_value="schedule", help="只要活动表。")
@click.option("--month", metavar="年-月", help="活动表是哪个月，默认这个月。")
@size_option
@to_option
@today_option
@project_option
def station(
    stations: tuple[str, ...],
    only: str | None,
    month: str | None,
    size: str,
    target: Path | None,
    today: datetime | None,
    folder: Path | None,
) -> int:
    """What hangs at stations."""
    said = _MONTH.fullmatch(month.strip()) if month else None
    if month and said is None:
        raise click.BadParameter(f"月份“{month}”看不懂，写成 2026-03。")

    def sheets(room: PrintRoom) -> Iterable[PrintSheet]:
        when = date(int(said[1]), int(said[2]), 1) if said else room.moment.date()
        for name in stations:
            found = room.entry(name, (Kind.STATION,))
            if only in (None, "plate"):
                yield plate(room.desk, found, size)
            if only in (None, "door"):
                yield door_sign(room.desk, found)
            if only in (None, "schedule"):
                yield month_sheet(room.desk, found, when)

    return _print(folder, today, target, sheets)


@print_.command(
    "briefing", help="采访单：采访线索、采访邀请，连限给媒体的联系人一起印，不要张贴。", options_metavar="[选项]"
)
@click.argument("entries", nargs=-1, required=True, metavar="文件夹…")
@to_option
@today_option
@project_option
def briefing_(entries: tuple[str, ...], target: Path | None, today: datetime | None, folder: Path | None) -> int:
    """Sheets for newsrooms."""

    def sheets(room: PrintRoom) -> Iterable[PrintSheet]:
        for name in entries:
            found = room.entry(name, (Kind.DOCUMENT,))
            if not found.meta.kind.for_media:
                raise Refused(f"“{found.title}”是{found.meta.kind.label}，采访单只给采访线索和采访邀请做。")
            yield briefing_sheet(room.desk, found)

    return _print(folder, today, target, sheets)


@print_.command("badges", help="志愿者胸牌：A4 一张十个，带裁切线。", options_metavar="[选项]")
@click.argument("team", metavar="抬头")
@click.option(
    "--names",
    "file",
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="文件",
    help="名单：一行一个人，岗位写在逗号后面，如“张三，引导员”。",
)
@to_option
@today_option
@project_option
def badges_(team: str, file: Path, target: Path | None, today: datetime | None, folder: Path | None) -> int:
    """Badges from a list of names."""
    people = _wearers(file)
    return _print(folder, today, target, lambda room: [badges(room.desk, team, people)])


def _wearers(file: Path) -> list[Wearer]:
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise click.BadParameter(f"“{file}”不是 UTF-8 编码。用记事本另存为，编码选 UTF-8。") from None
    rows = [re.split(r"[,，\t]", line, maxsplit=1) for line in lines if line.strip()]
    people = [Wearer(row[0].strip(), row[1].strip() if len(row) > 1 else "") for row in rows if row[0].strip()]
    if not people:
        raise click.BadParameter(f"“{file}”里没有名字。一行写一个人。")
    return people


def _print(
    folder: Path | None,
    today: datetime | None,
    target: Path | None,
    sheets: Callable[[PrintRoom], Iterable[PrintSheet]],
) -> int:
    return _work(
        folder, today, target, lambda room, place, progress: make_prints(room, list(sheets(room)), place, progress)
    )


def _work(
    folder: Path | None,
    today: datetime | None,
    target: Path | None,
    make: Callable[[PrintRoom, Path, ProgressLine], Iterable[Print]],
) -> int:
    """Make prints and say where they are; 1 when something on them did not fit or cannot be drawn."""
    from generator.engine.configuration import open_configuration
    from generator.engine.outcome import BuildStopped
    from generator.read.theme_folder import built_in_theme

    project = open_project(folder)
    config_file = project.root / "mkdocs.yml"
    if not config_file.is_file():
        raise Trouble(MISSING_CONFIGURATION.format(config_file))
    progress = ProgressLine()
    made: list[Print] = []
    try:
        site = Site.at(open_configuration(config_file).site_url)
        with with_cache(project) as cached:
            room = open_print_room(cached, site, built_in_theme(), now_of(project, today))
            made += make(room, target or project.root / FOLDER, progress)
    except (Refused, BuildStopped) as refused:
        progress.clear()
        raise Trouble(str(refused)) from None
    progress.clear()
    for each in made:
        click.echo(f"{each.sheet.label}：{'、'.join(str(path) for path in each.files)}")
    return 1 if [_said(each) for each in made if any(each.notes)] else 0


def _said(made: Print) -> Any:
    if made.notes.unfit:
        click.echo(
            f"{made.sheet.label}：{'、'.join(made.notes.unfit)}太长，缩到最小的字号还是排不下，请改短，或换大一号的纸。",
            err=True,
        )
    if made.notes.missing:
        click.echo(
            f"{made.sheet.label}：排版的字体里没有“{'”“'.join(made.notes.missing)}”，印出来是空框。换一个字，或改用图片。",
            err=True,
        )
    return made
