"""``zoujin serve``: a server on this machine alone, with live reload and problems shown in the page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import jinja2

from generator.model.fields import TIME_ZONE
from generator.pipeline.machine import explain_os_error
from generator.pipeline.progress import Progress
from generator.pipeline.watching import changes

from .configuration import open_configuration
from .outcome import BuildStopped
from .preview_server import HOST, News, PreviewServer
from .preview_site import PreviewSite
from .template_trouble import explain_template_error


def serve_preview(
    config_file: Path, asked: datetime | None, port: int, announce: Callable[[str], None], progress: Progress
) -> None:
    """Serve until interrupted; ``announce`` shows a line, ``progress`` how far reading is.

    Raises:
        BuildStopped: the configuration or the port cannot be used.
    """
    config = open_configuration(config_file)
    saved = changes(config_file.parent)
    next(saved)
    announce("正在读稿件……")
    site = PreviewSite(config, asked, lambda: datetime.now(TIME_ZONE).replace(tzinfo=None), progress)
    news = News(site.edition.number)
    try:
        server = PreviewServer(port, site, news)
    except OSError as error:
        raise BuildStopped(f"端口 {port} 用不了（{error.strerror}）。换一个：zoujin serve --port 8001") from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    announce(f"预览在 http://{HOST}:{server.server_address[1]}{site.site.prefix} ，按 Ctrl+C 结束。{_counts(site)}")
    try:
        for changed in saved:
            _take_over(site, news, announce, changed)
    finally:
        server.shutdown()


def _take_over(site: PreviewSite, news: News, announce: Callable[[str], None], changed: frozenset[str]) -> None:
    try:
        edition = site.refresh(changed)
    except OSError as error:
        announce(explain_os_error(error))
        return
    except jinja2.TemplateError as error:
        announce(explain_template_error(error))
        return
    news.announce(edition.number)
    announce(f"{datetime.now(TIME_ZONE):%H:%M:%S} 已更新。{_counts(site)}")


def _counts(site: PreviewSite) -> str:
    problems = site.diagnostics()
    return f"有 {len(problems)} 个问题，页面右下角可以看到。" if problems else "没有发现问题。"
