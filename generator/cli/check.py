"""``zoujin check``: everything that is wrong, in one run."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from generator.model.diagnostic import Diagnostic
from generator.model.fields import TIME_ZONE
from generator.pipeline.checking import check_reading
from generator.pipeline.machine import explain_os_error
from generator.pipeline.project import Project, with_cache
from generator.pipeline.reading import read_catalogue
from generator.pipeline.sources import read_text
from generator.pipeline.survey import Memory, survey
from generator.pipeline.touched import ours, touched_places, within
from generator.pipeline.watching import changes
from generator.pipeline.workers import SerialExecutor, default_jobs, make_executor
from generator.read.git_index import changes_since
from generator.report.formats import FORMATS
from generator.report.reporter import under
from generator.report.text import report_text

from .progress_line import ProgressLine
from .project_option import color_wanted, now_of, open_project, project_option, today_option, within_project
from .trouble import Trouble


@click.command(help="检查全部稿件。写上路径时只报告这些路径里的问题。", options_metavar="[选项]")
@click.argument("paths", nargs=-1, metavar="[路径]…")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", metavar="格式", help="、".join(FORMATS) + "。"
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="写进文件而不是屏幕。"
)
@click.option(
    "--since", metavar="提交", help="只报告从这个提交或分支以来的改动里的问题，如 origin/main；改了名录的报告全部。"
)
@click.option("--watch", is_flag=True, help="一直开着：每次保存后重新检查。按 Ctrl+C 结束。")
@today_option
@project_option
def check(
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    since: str | None,
    watch: bool,
    today: datetime | None,
    folder: Path | None,
) -> int:
    """Report; 1 when there is an error, 0 with warnings and advice only. When watching, report until interrupted."""
    if watch and (form != "text" or output is not None or since is not None):
        raise click.UsageError("--watch 把结果写在屏幕上，不能和 --format、-o、--since 一起用。")
    project = open_project(folder)
    places = [within_project(path, project.root) for path in paths]
    progress = ProgressLine()
    with with_cache(project) as cached:
        if watch:
            _keep_checking(cached, places, today, progress)
            return 0
        diagnostics = _look(cached, places, today, progress)
    if since is not None:
        diagnostics = _of_change(project, since, diagnostics)
    if form == "text":
        text = _text(diagnostics, project, colour=output is None and color_wanted(sys.stdout))
    else:
        text = FORMATS[form](diagnostics, partial(read_text, project.root))
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        output.write_text(text, encoding="utf-8")
    return 1 if any(item.severity == "error" for item in diagnostics) else 0


def _keep_checking(project: Project, places: list[str], today: datetime | None, progress: ProgressLine) -> None:
    """Report, and again after every change. Editors' problem matchers look for the first and the last line of a report."""
    gc.enable()
    memory = Memory()
    for changed in changes(project.root):
        click.echo(f"检查开始 {datetime.now(TIME_ZONE):%H:%M:%S}")
        try:
            found = _look(project, places, today, progress, memory, changed)
            click.echo(_text(found, project, color_wanted(sys.stdout)))
        except OSError as error:  # a file that is just being saved, a full disk: the next change may mend it
            click.echo(explain_os_error(error))
        click.echo("检查完毕，等待下一次保存（Ctrl+C 结束）")


def _look(
    project: Project,
    places: list[str],
    today: datetime | None,
    progress: ProgressLine,
    memory: Memory | None = None,
    changed: frozenset[str] = frozenset(),
) -> list[Diagnostic]:
    memory = memory or Memory()
    with make_executor(default_jobs()) if not memory.shards else SerialExecutor() as executor:
        reading = read_catalogue(project, survey(project, memory, changed), executor, progress, memory)
    result = check_reading(project, reading, now_of(project, today), progress)
    progress.clear()
    return under(result.diagnostics, places)


def _of_change(project: Project, since: str, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    changed = changes_since(project.root, since)
    if changed is None:
        raise Trouble(
            f"找不到“{since}”和现在共同的来历：不是 Git 仓库、名字写错了，或只取了一部分历史（git fetch --unshallow）。"
        )
    return within(diagnostics, touched_places(ours(changed)))


def _text(diagnostics: list[Diagnostic], project: Project, colour: bool) -> str:
    return report_text(diagnostics, partial(read_text, project.root), colour=colour)
