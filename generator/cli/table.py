"""``zoujin table``: registers as Excel workbooks, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.pipeline.reading import read_catalogue
from generator.pipeline.refused import Refused
from generator.pipeline.survey import survey

from .choice import Choice
from .new import can_ask
from .project_option import open_project, project_option
from .trouble import Trouble

if TYPE_CHECKING:
    from generator.tables.changes import TableChange
    from generator.tables.reading import Remark

_NAMES = {
    "stations": "志愿服务站",
    "communities": "社区和行政村",
    "streets": "街道、乡镇",
    "organisations": "组织单位",
    "honours": "荣誉",
    "activities": "志愿活动",
    "all": "全部",
}
_MOST_SHOWN = 200
"""So many lines of each kind are shown; more are counted."""


@click.group(
    help="名录和活动变成 Excel 表格（.xlsx），填好再收回来。", options_metavar="[选项]", subcommand_metavar="命令 …"
)
def table() -> None:
    """The group of commands for tables."""


@table.command("export", help="把一种名录（或 all 全部）写成 .xlsx，交给别人填。", options_metavar="[选项]")
@click.argument("name", type=Choice(_NAMES), metavar="名录")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="写到哪个文件；不写就用名录的名称。",
)
@click.option("--force", is_flag=True, help="文件已经存在时，覆盖它。")
@project_option
def export(name: str, output: Path | None, force: bool, folder: Path | None) -> None:
    """Write a workbook."""
    from generator.pipeline.table_files import export_tables  # loading openpyxl takes a moment

    project = open_project(folder)
    catalogue = read_catalogue(project, survey(project)).catalogue
    target = output or Path(f"{'名录' if name == 'all' else _NAMES[name]}.xlsx")
    if target.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"“{target}”要以 .xlsx 结尾。")
    if target.exists() and not force:
        raise Trouble(f"“{target}”已经存在，没有覆盖：里面可能有别人填好的内容。换个名字，或加上 --force。")
    names = [one for one in _NAMES if one != "all"] if name == "all" else [name]
    try:
        data = export_tables(project.root, names, catalogue)
    except Refused as refused:
        raise Trouble(str(refused)) from None
    target.write_bytes(data)
    click.echo(f"写好了：{target}。怎么填，看文件里的“说明”；填好后运行 zoujin table import {target}")


@table.command(
    "import", help="收回填好的 .xlsx：先列出改动，看过再写。有一处看不懂，就什么都不写。", options_metavar="[选项]"
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="文件")
@click.option("--yes", is_flag=True, help="不再问，直接写进去（包括删除）。")
@project_option
def import_(file: Path, yes: bool, folder: Path | None) -> int:
    """Show what would change, and write it."""
    from generator.pipeline.table_files import plan_import, write_plan
    from generator.tables.reading import NoWorkbook

    project = open_project(folder)
    if not file.is_file():
        raise Trouble(f"没有“{file}”这个文件。检查路径；路径里有空格时，给它加上引号。")
    catalogue = read_catalogue(project, survey(project)).catalogue
    try:
        plan = plan_import(project.root, file.read_bytes(), catalogue)
    except NoWorkbook as trouble:
        raise Trouble(f"{file.name}：{trouble}。") from None
    except Refused as refused:
        raise Trouble(str(refused)) from None
    _say([remark for remark in plan.remarks if not remark.is_error], "提示（已经照这样理解）：")
    _say([remark for remark in plan.remarks if remark.is_error], "看不懂的地方：")
    if plan.errors:
        click.echo(f"\n有 {plan.errors} 处看不懂，什么都没有写。改好表格，再运行一次。")
        return 1
    if not plan.changes:
        click.echo("和现在的名录一样，没有要改的。")
        return 0
    for change in plan.changes:
        _show(change)
    removed = sum(len(change.removed) for change in plan.changes)
    if not yes:
        if not can_ask():
            click.echo("\n还没有写。看过没有问题，加上 --yes 再运行一次。")
            return 0
        warning = f"其中要删除 {removed} 条。" if removed else ""
        if not _agreed(f"\n{warning}写进去吗？写“是”就写，直接回车不写"):
            click.echo("什么都没有写。")
            return 0
    try:
        written = write_plan(project.root, plan, catalogue)
    except Refused as refused:
        raise Trouble(str(refused)) from None
    click.echo("\n写好了：" + "、".join(written) + "。运行 zoujin check 检查一遍。")
    return 0


def _agreed(question: str) -> bool:
    answer: str = click.prompt(question, default="", show_default=False, prompt_suffix="：")
    return answer.strip().lower() in ("是", "y", "yes")


def _say(remarks: list[Remark], heading: str) -> None:
    if remarks:
        click.echo(heading)
    for remark in remarks[:_MOST_SHOWN]:
        click.echo(f"  {remark}")
    if len(remarks) > _MOST_SHOWN:
        click.echo(f"  ……还有 {len(remarks) - _MOST_SHOWN} 处，改好上面的再看。")


def _show(change: TableChange) -> None:
    counts = ((change.added, "新增"), (change.changed, "修改"), (change.removed, "删除"))
    click.echo(f"\n{change.table.title}：" + "，".join(f"{word} {len(items)} 条" for items, word in counts if items))
    for key, data in change.added[:_MOST_SHOWN]:
        click.echo(f"  + {key}  {data.get('name') or data.get('title') or ''}")
    for record in change.changed[:_MOST_SHOWN]:
        click.echo(f"  ~ {record.key}  {record.name if record.name != record.key else ''}".rstrip())
        for item in record.fields:
            click.echo(f"      {item.title}：{item.before or '（空）'} → {item.after or '（空）'}")
    for key, name in change.removed[:_MOST_SHOWN]:
        click.echo(f"  - {key}  {name}")
