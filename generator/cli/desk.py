"""``zoujin desk``: a page on this machine for whoever reviews, and never saw a terminal."""

from __future__ import annotations

import sys
import threading
import webbrowser
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
import jinja2

from generator.model.review_stages import ReviewMode
from generator.pipeline.machine import explain_os_error
from generator.pipeline.project import Project
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk, configured

from .progress_line import ProgressLine
from .project_option import MISSING_CONFIGURATION, now_of, open_project, project_option, today_option
from .trouble import Trouble

if TYPE_CHECKING:
    from generator.desk.office import Office

PORT = 8010


@click.command(help="审稿台：在浏览器里看稿、审稿、退回、撤稿。按 Ctrl+C 结束。", options_metavar="[选项]")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, metavar="端口", help=f"默认 {PORT}。")
@click.option("--as", "who", metavar="编号", help="我是谁：审核人员名单里的编号或姓名；不写就在页面上选。")
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="签名用的私钥。")
@click.option("--no-browser", is_flag=True, help="不自动打开浏览器。")
@today_option
@project_option
def desk(
    port: int, who: str | None, key: Path | None, no_browser: bool, today: datetime | None, folder: Path | None
) -> None:
    """Serve until interrupted."""
    from generator.desk.office import Office
    from generator.desk.routes import Routes
    from generator.desk.server import DeskServer
    from generator.engine.configuration import open_configuration
    from generator.engine.outcome import BuildStopped
    from generator.engine.preview_site import PreviewSite
    from generator.pipeline.watching import changes
    from generator.read.theme_folder import built_in_theme

    project = open_project(folder)
    config_file = project.root / "mkdocs.yml"
    if not config_file.is_file():
        raise Trouble(MISSING_CONFIGURATION.format(config_file))
    progress = ProgressLine()
    try:
        server = DeskServer(port)
    except OSError as error:
        raise Trouble(
            f"端口 {port} 用不了（{error.strerror}）。换一个：zoujin desk --port {port % 65535 + 1}"
        ) from error
    try:
        saved = changes(project.root)
        next(saved)
        click.echo("正在读稿件……", err=True)
        config = open_configuration(config_file)
        config.site_url = server.doors.hidden(config.site_url)
        site = PreviewSite(config, today, lambda: now_of(project, None), progress)
        office = Office(site, lambda: now_of(project, today))
        progress.clear()
        person = _person(office.now.desk, who or configured(project, "zoujin.reviewer"))
        key = key or _configured_key(project)
        server.routes = Routes(office, server.doors, built_in_theme(), person, key)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with TemporaryDirectory(prefix="zoujin-") as private:
            _announce(office.now.desk, server.doors.entrance, Path(private), not no_browser)
            for changed in saved:
                _take_over(office, changed)
    except (BuildStopped, Refused) as stopped:
        raise Trouble(str(stopped)) from None
    finally:
        server.server_close()


def _person(known: Desk, name: str | None) -> str:
    return known.person(name).id if name else ""


def _configured_key(project: Project) -> Path | None:
    kept = configured(project, "zoujin.key")
    return Path(kept).expanduser() if kept else None


def _announce(known: Desk, address: str, private: Path, open_browser: bool) -> None:
    click.echo(f"审稿台（{known.mode.label}）已经打开。浏览器没有自己打开的，把这个网址复制进去：", err=True)
    click.echo(address)
    click.echo("网址里有钥匙，不要发给别人。用完在这个窗口按 Ctrl+C。", err=True)
    if known.mode is ReviewMode.SIGNED and sys.stdin.isatty():
        click.echo("密钥有口令的：先在另一个窗口运行 ssh-add 密钥文件。", err=True)
    if open_browser:
        # A command line can be read by others on this machine; a file that only we may read cannot.
        page = private / "open.html"
        page.write_text(f'<meta http-equiv="refresh" content="0;url={address}">', encoding="utf-8")
        page.chmod(0o600)
        webbrowser.open(page.as_uri())


def _take_over(office: Office, changed: frozenset[str]) -> None:
    from generator.engine.template_trouble import explain_template_error

    try:
        office.take_over(changed)
    except OSError as error:
        click.echo(explain_os_error(error), err=True)
    except jinja2.TemplateError as error:
        click.echo(explain_template_error(error), err=True)
