"""Options and lookups that several commands share."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from generator.model.fields import TIME_ZONE
from generator.model.likely_values import YEARS, suggest_day
from generator.pipeline.build_day import build_day
from generator.pipeline.project import Project, find_project
from generator.pipeline.register_cache import read_settings

from .trouble import Trouble


class MomentType(click.ParamType[datetime]):
    """A day, or a day and a time: 2026-03-05 or "2026-03-05 08:00"."""

    name = "日期"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Parse, or fail with the most likely spelling."""
        if isinstance(value, datetime):
            return value
        for shape in ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"):
            try:
                moment = datetime.strptime(value, shape)  # noqa: DTZ007 - Asia/Shanghai throughout
            except ValueError:
                continue
            if moment.year in YEARS:
                return moment
            raise click.BadParameter(f"日期“{value}”不能用：年份只能是 {YEARS[0]} 到 {YEARS[-1]}。", ctx, param)
        likely = suggest_day(value)
        raise click.BadParameter(f"日期“{value}”看不懂，写成 {likely or '2026-03-05'}。", ctx, param)


today_option = click.option(
    "--today", type=MomentType(), metavar="日期", help="按这一天生成（默认：设置里固定的日期，或今天）。"
)
project_option = click.option(
    "-C",
    "--project",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="项目所在的文件夹。",
)


MISSING_CONFIGURATION = """缺少 {0}。新建这个文件，写上：

site_name: 站名
site_url: https://网址/
docs_dir: content
theme:
  name: material
  custom_dir: theme
plugins:
  - zoujin
"""


def open_project(folder: Path | None) -> Project:
    """The project in ``folder``, or the one around the working folder."""
    start = folder or Path.cwd()
    project = find_project(start)
    if project is None:
        raise Trouble(
            f"在“{start}”里没有找到项目（应有 mkdocs.yml、content、stories）。\n"
            "先用 cd 进入项目文件夹；还没有项目时，运行 zoujin init 文件夹名。"
        )
    return project


def within_project(path: str, root: Path) -> str:
    """A path as typed, relative to the project's root."""
    full = (Path.cwd() / path).resolve()
    if not full.exists():
        raise click.BadParameter(f"没有“{path}”这个文件或文件夹。")
    if not full.is_relative_to(root):
        raise click.BadParameter(f"“{path}”不在项目文件夹 {root} 里。")
    return full.relative_to(root).as_posix()


def now_of(project: Project, asked: datetime | None) -> datetime:
    """The moment a command works for. The one place below the plugin that reads the clock."""
    clock = datetime.now(TIME_ZONE).replace(tzinfo=None)
    return build_day(read_settings(project).today, asked, clock)


def color_wanted(stream: object) -> bool:
    """Whether to colour what goes to ``stream``: a terminal, and https://no-color.org is not set."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty()) and "NO_COLOR" not in os.environ
