"""``zoujin publish``: bring the built site to where readers see it."""

from __future__ import annotations

import dataclasses
import getpass
import os
import platform
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.model.address import Site
from generator.model.publishing import TARGETS_FILE, Target
from generator.pipeline.refused import Refused
from generator.read.registers import read_registers

from .progress_line import ProgressLine
from .project_option import MISSING_CONFIGURATION, open_project, project_option
from .trouble import Trouble

if TYPE_CHECKING:
    from generator.publish.targets.delivery import Order
    from generator.publish.targets.plan import Plan

_MOST_SHOWN = 50
_HELP = """把生成好的网站发布出去：先 zoujin build，再 zoujin publish。

目标写在 content/targets.yaml。只发送有变化的文件；中途断了，读者看到的网站仍然完整，再运行一次就接着发完。

密码和密钥不写在项目里：自动发布时放在环境变量，自己的电脑上放在项目文件夹的 publish.secrets（不进仓库），
一行一个，如 AWS_ACCESS_KEY_ID=…、AWS_SECRET_ACCESS_KEY=…（对象存储）、PUBLISH_TOKEN=…（Pages 分支）、
RSYNC_PASSWORD=…（rsync://）。只给某个目标用的，前面加上目标的编号，如 CLOUD_PUBLISH_TOKEN=…。"""


@click.command(help=_HELP, short_help="把生成好的网站发布出去。", options_metavar="[选项]")
@click.argument("name", metavar="[目标]", required=False)
@click.option("--dry-run", is_flag=True, help="只看要做什么，不发送，也不删除。")
@click.option("--purge", is_flag=True, help="换下来的旧文件马上删除，不再保留一段时间（撤稿急用）。")
@click.option("--take-over", is_flag=True, help="目标里同名的文件不是本站发布的，也覆盖（先看清楚）。")
@click.option(
    "--wait", type=click.IntRange(0, 240), default=0, metavar="分钟", help="别人正在发布时，等几分钟。默认不等。"
)
@project_option
def publish(name: str | None, dry_run: bool, purge: bool, take_over: bool, wait: int, folder: Path | None) -> int:
    """Say what is to be done, do it, and say what was done."""
    from generator.engine.configuration import open_configuration
    from generator.engine.outcome import BuildStopped
    from generator.pipeline.publishing import choose_target, make_order, open_store, read_secrets
    from generator.publish.targets.delivery import look
    from generator.publish.targets.delivery import publish as deliver
    from generator.publish.targets.trouble import TargetTrouble

    started = time.monotonic()
    project = open_project(folder)
    config_file = project.root / "mkdocs.yml"
    if not config_file.is_file():
        raise Trouble(MISSING_CONFIGURATION.format(config_file))
    progress = ProgressLine()
    try:
        config = open_configuration(config_file)
        registers = read_registers(project.root)
        if any(path == TARGETS_FILE or path.startswith(f"{TARGETS_FILE}/") for path in registers.broken):
            raise Trouble(f"{TARGETS_FILE} 有错误，先运行 zoujin check 改好。")
        target = choose_target(registers.vocabularies.target, name)
        site_dir = Path(config.site_dir).resolve()
        order = make_order(target, site_dir, Site.at(config.site_url), _who())
        order = dataclasses.replace(order, purge=purge, take_over=take_over, wait_seconds=wait * 60.0)
        store = open_store(target, project, site_dir, read_secrets(project, os.environ))
        try:
            if dry_run:
                click.echo("\n".join(_plan_lines(target, order, look(store, order, time.time()))))
                return 0
            plan = deliver(store, order, progress)
        finally:
            store.close()
    except (Refused, BuildStopped, TargetTrouble) as error:
        progress.clear()
        raise Trouble(str(error)) from None
    except KeyboardInterrupt:
        progress.clear()
        click.echo("\n已中断。读者看到的网站仍然完整；再运行一次 zoujin publish，就会接着发完。", err=True)
        return 130
    progress.clear()
    click.echo("\n".join(_done_lines(target, order, plan, time.monotonic() - started)))
    return 0


def _who() -> str:
    """Who publishes, for somebody who has to wait: the person and the machine."""
    try:
        return f"{getpass.getuser()}@{platform.node()}"
    except (OSError, KeyError):
        return platform.node()


def _plan_lines(target: Target, order: Order, plan: Plan) -> list[str]:
    from generator.publish.targets.site_files import Turn, total

    lines = [f"发布到“{target.id}”（{target.kind.label}）：{target.to}"]
    for turn, paths in zip(Turn, plan.sends, strict=True):
        if paths:
            lines.append(f"{turn.label}：{len(paths)} 个，{_size(total(order.files, paths))}")
            lines += _names("  + ", paths)
    if plan.removes:
        lines.append(f"删除：{len(plan.removes)} 个")
        lines += _names("  - ", plan.removes)
    if plan.leaving:
        lines.append(f"不再使用、先留着的旧文件：{len(plan.leaving)} 个（保留 {target.keep_hours} 小时）")
    lines += _foreign(plan)
    lines.append(f"不变：{plan.unchanged} 个。")
    lines.append("已经是最新的，没有要做的。" if plan.is_done else "只是看看，什么都没有做。去掉 --dry-run 就会发布。")
    return lines


def _done_lines(target: Target, order: Order, plan: Plan, seconds: float) -> list[str]:
    from generator.publish.targets.site_files import total

    lines = []
    if plan.is_done:
        lines.append(f"“{target.id}”上已经是最新的：{plan.unchanged} 个文件，{seconds:.1f} 秒。")
    else:
        removed = f"，删除 {len(plan.removes)} 个" if plan.removes else ""
        lines.append(
            f"发布好了：发送 {len(plan.sending)} 个文件（{_size(total(order.files, plan.sending))}）{removed}，"
            f"不变 {plan.unchanged} 个，{seconds:.1f} 秒。"
        )
    if plan.leaving:
        lines.append(
            f"还有 {len(plan.leaving)} 个换下来的旧文件，保留 {target.keep_hours} 小时，以后发布时自动删除；急着撤下，加上 --purge。"
        )
    lines += _foreign(plan)
    if target.address:
        lines.append(f"读者看到的网址：{target.address}")
    return lines


def _foreign(plan: Plan) -> list[str]:
    return [f"目标里还有 {plan.foreign} 个不是本站发布的文件，没有动。"] if plan.foreign else []


def _names(mark: str, paths: tuple[str, ...]) -> list[str]:
    lines = [f"{mark}{path}" for path in paths[:_MOST_SHOWN]]
    return [*lines, f"  ……还有 {len(paths) - _MOST_SHOWN} 个"] if len(paths) > _MOST_SHOWN else lines


def _size(number: int) -> str:
    """A number of bytes for people."""
    if number < 1024:
        return f"{number} 字节"
    return f"{number / 1024:.0f} KB" if number < 1024 * 1024 else f"{number / 1024 / 1024:.1f} MB"
