"""``zoujin serve``: the site as it will be, while one writes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from .progress_line import ProgressLine
from .project_option import MISSING_CONFIGURATION, open_project, project_option, today_option
from .trouble import Trouble


@click.command(
    help="在本机预览：保存文件后页面自动刷新，问题直接显示在页面上。按 Ctrl+C 结束。", options_metavar="[选项]"
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="端口", help="默认 8000。")
@today_option
@project_option
def serve(port: int, today: datetime | None, folder: Path | None) -> None:
    """Serve until interrupted."""
    from generator.engine.outcome import BuildStopped
    from generator.engine.preview import serve_preview

    project = open_project(folder)
    config_file = project.root / "mkdocs.yml"
    if not config_file.is_file():
        raise Trouble(MISSING_CONFIGURATION.format(config_file))
    progress = ProgressLine()

    def announce(text: str) -> None:
        progress.clear()
        click.echo(text, err=True)

    try:
        serve_preview(config_file, today, port, announce, progress)
    except BuildStopped as stopped:
        raise Trouble(str(stopped)) from None
