"""``zoujin build``: make the public site."""

from __future__ import annotations

import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import click

from generator.model.diagnostic import Severity
from generator.model.review_stages import ReviewMode
from generator.model.reviewing import POLICY_FILE
from generator.pipeline.sources import read_text
from generator.pipeline.workers import default_jobs
from generator.report.text import report_text

from .progress_line import ProgressLine
from .project_option import MISSING_CONFIGURATION, color_wanted, open_project, project_option, today_option
from .trouble import Trouble

NO_REVIEW = f"（{POLICY_FILE}），除草稿外的内容直接公开。"


@click.command(help="生成公开网站（site 文件夹）。有错误时不生成，已发布的网站保持原样。", options_metavar="[选项]")
@today_option
@click.option("--jobs", type=click.IntRange(1, 64), default=default_jobs, metavar="数量", help="同时使用的进程数。")
@click.option("--clean", is_flag=True, help="不用缓存，全部重新生成。")
@click.option(
    "--preview", is_flag=True, help="内部预览：把没有审完的也生成到 preview 文件夹，每页标明状态；公开网站不变。"
)
@project_option
def build(today: datetime | None, jobs: int, clean: bool, preview: bool, folder: Path | None) -> int:
    """Build and say what was done; 1 when the content does not allow it."""
    from generator.engine.build import build_site
    from generator.engine.outcome import BuildRequest, BuildStopped

    started = time.monotonic()
    project = open_project(folder)
    config_file = project.root / "mkdocs.yml"
    if not config_file.is_file():
        raise Trouble(MISSING_CONFIGURATION.format(config_file))
    progress = ProgressLine()
    if preview:
        return _preview(config_file, today, progress)
    try:
        outcome = build_site(config_file, BuildRequest(today, jobs, clean, progress))
    except BuildStopped as stopped:
        progress.clear()
        if stopped.diagnostics:
            report = report_text(
                stopped.diagnostics, lambda path: read_text(project.root, path), colour=color_wanted(sys.stderr)
            )
            click.echo(report, err=True)
        click.echo(str(stopped), err=True)
        return 1
    progress.clear()
    serious = [item for item in outcome.diagnostics if item.severity is not Severity.ADVICE]
    if serious:
        click.echo(
            report_text(serious, lambda path: read_text(project.root, path), colour=color_wanted(sys.stderr)), err=True
        )
    for line in _summary(outcome, time.monotonic() - started):
        click.echo(line)
    return 0


def _preview(config_file: Path, today: datetime | None, progress: ProgressLine) -> int:
    from generator.engine.outcome import BuildStopped
    from generator.engine.preview_folder import build_preview

    try:
        made = build_preview(config_file, today, progress)
    except BuildStopped as stopped:
        progress.clear()
        raise Trouble(str(stopped)) from None
    progress.clear()
    if made.failed:
        click.echo(f"{len(made.failed)} 个图片或附件做不出来：{'、'.join(made.failed[:5])}", err=True)
    click.echo(f"内部预览：{made.pages} 个页面，其中 {made.marked} 个还没有公开或有改动，页面上标明了状态。")
    click.echo(f"在 {made.folder}（内容日期 {made.now:%Y-%m-%d}）。里面有没审过的内容，不要公开；公开网站没有变化。")
    return 0


def _summary(outcome: object, seconds: float) -> list[str]:
    from generator.engine.outcome import Outcome

    assert isinstance(outcome, Outcome)
    lines = []
    for state, number in Counter(state for _, state in outcome.held_back).items():
        names = [entry_id for entry_id, held in outcome.held_back if held == state]
        shown = "、".join(names[:5]) + ("……" if number > 5 else "")
        lines.append(f"没有公开：{state} {number} 条（{shown}）")
    if outcome.behind:
        shown = "、".join(outcome.behind[:5]) + ("……" if len(outcome.behind) > 5 else "")
        lines.append(f"公开的还是上一次通过的版本：{len(outcome.behind)} 条（{shown}），改了哪里：zoujin diff 稿件")
    lines.append(f"审核：{outcome.review}" + ("。" if outcome.review != ReviewMode.OFF.label else NO_REVIEW))
    if outcome.next_change:
        lines.append(f"下一次自动变化：{outcome.next_change:%Y-%m-%d %H:%M}，届时请再生成一次。")
    if outcome.without_type:
        lines.append(
            "分享图上没有标题：没有找到可用的字体。请在这台电脑上安装思源宋体（Noto Serif CJK）后再生成一次，"
            "或检查设置里 share_font 写的文件是否在 content 文件夹里、能不能打开。"
        )
    if outcome.unchanged and outcome.warnings:
        lines.append(f"还有 {outcome.warnings} 个警告，运行 zoujin check 可以看到。")
    if outcome.unchanged:
        lines.append(f"没有变化：{outcome.entries} 条内容，{outcome.pages} 个页面，{seconds:.1f} 秒。")
    else:
        lines.append(
            f"完成：{outcome.entries} 条内容，{outcome.pages} 个页面（更新 {outcome.written} 个），"
            f"图片 {outcome.photos} 个文件，{seconds:.1f} 秒。"
        )
    lines.append(f"网站在 {outcome.site_dir}（内容日期 {outcome.now:%Y-%m-%d}）。想看看：zoujin serve")
    return lines
