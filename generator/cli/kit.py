"""``zoujin kit``: one media kit as a file, also ahead of time for outlets that are trusted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.model.address import Site
from generator.pipeline.local_kits import local_kit
from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused

from .project_option import MISSING_CONFIGURATION, now_of, open_project, project_option, today_option
from .trouble import Trouble


@click.command(
    help="做一份媒体资料包，存成本地的 ZIP。网站上的不用做，页面上就有；这里是给还没公开、要提前供稿的。",
    options_metavar="[选项]",
)
@click.argument("entry", metavar="文件夹")
@click.option("--embargoed", is_flag=True, help="还没有到公开时间的也做，每一页都印上禁发时间。")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="写到哪个文件。")
@click.option("--force", is_flag=True, help="文件已经存在时，覆盖它。")
@today_option
@project_option
def kit(
    entry: str, embargoed: bool, output: Path | None, force: bool, today: datetime | None, folder: Path | None
) -> None:
    """Write the ZIP and say what it is."""
    from generator.engine.configuration import open_configuration
    from generator.engine.outcome import BuildStopped

    project = open_project(folder)
    config_file = project.root / "mkdocs.yml"
    if not config_file.is_file():
        raise Trouble(MISSING_CONFIGURATION.format(config_file))
    name = entry.replace("\\", "/").removeprefix("./").removesuffix("/index.md").strip("/")
    try:
        site = Site.at(open_configuration(config_file).site_url)
        with with_cache(project) as cached:
            made = local_kit(cached, site, name, now_of(project, today), early=embargoed)
    except (Refused, BuildStopped) as refused:
        raise Trouble(str(refused)) from None
    target = output or Path(made.name)
    if target.exists() and not force:
        raise Trouble(f"“{target}”已经存在，没有覆盖。换个名字，或加上 --force。")
    target.write_bytes(made.data)
    click.echo(f"写好了：{target}，《{made.title}》第 {made.version} 版。")
    if made.embargo is not None:
        click.echo(
            f"{made.embargo:%Y-%m-%d %H:%M} 前禁发，每一页都印着。给了谁，记一笔：zoujin reuse add --entry {name} --sent …"
        )
