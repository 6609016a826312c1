"""``zoujin tidy``: punctuation, blanks and full-width letters set right where there is no doubt."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.pipeline.refused import Refused
from generator.pipeline.tidying import Stretch, TidiedText, tidy_texts, write_tidied

from .project_option import color_wanted, open_project, project_option, within_project
from .trouble import Trouble

_AROUND = 8
"""Characters shown on either side of a change."""


@click.command(
    help="排校：把英文标点、直引号、多余的空格、全角数字这些拿得准的改好，不动字句。先列出改动，再问。"
    "不写路径就是全部稿件，送过审的除外。",
    options_metavar="[选项]",
)
@click.argument("paths", nargs=-1, metavar="[路径]…")
@click.option("--yes", is_flag=True, help="不问，直接改。")
@project_option
def tidy(paths: tuple[str, ...], yes: bool, folder: Path | None) -> int:
    """Show what would change; write it when told to."""
    root = open_project(folder).root
    changed, broken = tidy_texts(root, tuple(within_project(path, root) for path in paths))
    for path in broken:
        click.echo(f"{path}：有错误，没有动它。先按 zoujin check 说的改好。", err=True)
    texts = [text for text in changed if paths or not text.is_reviewed]
    for text in texts:
        _show(text, color_wanted(sys.stdout))
    if len(texts) < len(changed):
        click.echo(f"送过审的 {len(changed) - len(texts)} 篇也有可改的，没有动；要改哪一篇，写上它的路径。")
    if not texts:
        click.echo("没有要改的。")
    elif yes or _agreed(len(texts)):
        _write(root, texts)
    else:
        click.echo("什么都没有改。")
    return 1 if broken else 0


def _show(text: TidiedText, colour: bool) -> None:
    click.echo(f"{text.path}{'（送过审，改了要重新送审）' if text.is_reviewed else ''}")
    for number, stretches in text.changes:
        click.echo(f"  第 {number} 行  {''.join(_drawn(stretch, colour) for stretch in stretches)}")


def _drawn(stretch: Stretch, colour: bool) -> str:
    if stretch.old == stretch.new:
        return _shortened(stretch.old)
    old = stretch.old.replace(" ", "␣")
    if colour:
        return click.style(old, fg="red", strikethrough=True) + click.style(stretch.new, fg="green", underline=True)
    return f"【{old}→{stretch.new}】"


def _shortened(text: str) -> str:
    return text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]}…{text[-_AROUND:]}"


def _agreed(number: int) -> bool:
    if not sys.stdin.isatty():
        click.echo("加上 --yes 才会改。")
        return False
    return click.confirm(f"改好这 {number} 篇？", default=True)


def _write(root: Path, texts: list[TidiedText]) -> None:
    for text in texts:
        try:
            write_tidied(root, text)
        except Refused as refused:
            raise Trouble(str(refused)) from None
    click.echo(f"改好了 {len(texts)} 篇。再通读一遍：机器只看符号，不懂意思。")
