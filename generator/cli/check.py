"""``zoujin check``: everything that is wrong, in one run."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.pipeline.checking import check_reading
from generator.pipeline.project import with_cache
from generator.pipeline.reading import read_catalogue, survey
from generator.pipeline.sources import read_text
from generator.pipeline.workers import default_jobs, make_executor
from generator.report.formats import FORMATS
from generator.report.reporter import under
from generator.report.text import report_text

from .progress_line import ProgressLine
from .project_option import color_wanted, now_of, open_project, project_option, today_option


@click.command(help="检查全部稿件。写上路径时只报告这些路径里的问题。", options_metavar="[选项]")
@click.argument("paths", nargs=-1, metavar="[路径]…")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", metavar="格式", help="、".join(FORMATS) + "。"
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="写进文件而不是屏幕。"
)
@today_option
@project_option
def check(paths: tuple[str, ...], form: str, output: Path | None, today: datetime | None, folder: Path | None) -> int:
    """Report; 1 when there is an error, 0 with warnings and advice only."""
    project = open_project(folder)
    progress = ProgressLine()
    with with_cache(project) as cached:
        with make_executor(default_jobs()) as executor:
            reading = read_catalogue(cached, survey(cached), executor, progress)
        result = check_reading(cached, reading, now_of(cached, today), progress)
    progress.clear()
    diagnostics = under(result.diagnostics, [_inside(path, project.root) for path in paths])

    def sources(path: str) -> str | None:
        return read_text(project.root, path)

    if form == "text":
        text = report_text(diagnostics, sources, colour=output is None and color_wanted(sys.stdout))
    else:
        text = FORMATS[form](diagnostics, sources)
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        output.write_text(text, encoding="utf-8")
    return 1 if any(item.severity == "error" for item in diagnostics) else 0


def _inside(path: str, root: Path) -> str:
    """A path as typed, relative to the project's root."""
    full = (Path.cwd() / path).resolve()
    if not full.exists():
        raise click.BadParameter(f"没有“{path}”这个文件或文件夹。")
    if not full.is_relative_to(root):
        raise click.BadParameter(f"“{path}”不在项目文件夹 {root} 里。")
    return full.relative_to(root).as_posix()
