"""What a server does with every proposal and every change: files for the three usual hosts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

import generator

from .choice import Choice
from .starter_text import starter

HOSTS = {"gitea": "Gitea（单位自己的服务器常用）", "gitlab": "GitLab", "github": "GitHub"}
DEFAULT_HOST = "gitea"
"""What a new city gets unless it says otherwise: the usual one on an office's own server. Others do not read its files."""
_FILES = {
    "gitea": {f".gitea/workflows/{name}.yml": f"ci/gitea/{name}.yml" for name in ("check", "publish")},
    "gitlab": {".gitlab-ci.yml": "ci/gitlab/gitlab-ci.yml"},
    "github": {f".github/workflows/{name}.yml": f"ci/github/{name}.yml" for name in ("check", "publish")},
}


def ci_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--ci``, which may be given more than once."""
    return click.option(
        "--ci", multiple=True, type=Choice(HOSTS), metavar="服务器",
        help=f"写好自动检查和发布的文件：{'、'.join(HOSTS)}，可以重复。",
    )(function)  # fmt: skip


def ci_files(host: str) -> dict[str, str]:
    """The files for one host by their path in the project."""
    return {path: starter(name, {"version": generator.__version__}) for path, name in _FILES[host].items()}


def write_ci(root: Path, hosts: Sequence[str]) -> None:
    """Write what is not there yet, and say so."""
    for host in hosts:
        for path, text in ci_files(host).items():
            target = root / path
            if target.exists():
                same = target.read_text(encoding="utf-8", errors="replace") == text
                click.echo(
                    f"· {path} 已经有了，没有改动" + ("。" if same else "；和现在的样子不同，要换就先改名或删掉它。")
                )
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            click.echo(f"✓ 写好了 {path}。")
    click.echo("接下来：看一遍文件开头的说明，git add，提交，推送。合并请求会自动检查，主分支会自动发布。")
