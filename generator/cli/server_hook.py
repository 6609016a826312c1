"""``zoujin setup --server``: a bare repository gets the hook that refuses what would harm reviews."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.pipeline.git_setup import set_here
from generator.read.git_objects import run_git

from .starter_text import starter
from .trouble import Trouble

_HOOK = "pre-receive"
_SETTINGS = {
    "receive.fsckObjects": "true",  # malformed trees and names are not taken at all
    "core.quotePath": "false",
}


def server_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--server``."""
    return click.option(
        "--server", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="仓库",
        help="在自己的 Git 服务器上运行：给一个裸仓库（…….git）装上核验，拒绝弄丢、改写审核记录的推送。",
    )(function)  # fmt: skip


def install_server_hook(bare: Path) -> None:
    """Write the hook and say what it does."""
    bare = bare.resolve()
    if (run_git(bare, ["rev-parse", "--is-bare-repository"]) or b"").strip() != b"true":
        raise Trouble(f"{bare} 不是裸仓库。写服务器上那个仓库的文件夹，名字多半以 .git 结尾。")
    parts = bare / "hooks" / f"{_HOOK}.d"  # Gitea and others run all that lies in there
    target = parts / "zoujin" if parts.is_dir() else bare / "hooks" / _HOOK
    text = starter(f"githooks/{_HOOK}")
    if target.exists() and target.read_text(encoding="utf-8", errors="replace") != text:
        raise Trouble(
            f"{target} 已经有别的钩子，没有改动。请在它里面加上一行：{sys.executable} -P -m generator hook {_HOOK}"
        )
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    target.chmod(0o755)
    set_here(bare, {**_SETTINGS, "zoujin.python": Path(sys.executable).as_posix()})
    click.echo(f"✓ 装好了：{target}。")
    click.echo("从现在起，这个仓库不收：删除、改动审核记录的推送；没有按规矩签过的审核制度和人员名单；")
    click.echo("弄丢审核通过的版本的压缩合并（squash）和变基（rebase）；改写主分支历史的强制推送。")
    click.echo("信任的根第一次推送时记下；要自己指定：git config zoujin.root 指纹。")
