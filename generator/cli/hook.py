"""``zoujin hook``: what Git runs before it commits and before it pushes. It asks no network."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from generator.model.diagnostic import Severity
from generator.model.fields import TIME_ZONE
from generator.model.review_stages import ReviewMode
from generator.model.reviewing import POLICY_FILE
from generator.pipeline.checkpoint import checkpoint_file
from generator.pipeline.commit_check import CommitCheck, check_commit
from generator.pipeline.progress import silent
from generator.pipeline.project import Project, with_cache
from generator.pipeline.push_check import Update, check_push, incoming_objects
from generator.pipeline.reading import read_catalogue
from generator.pipeline.sources import read_text
from generator.pipeline.survey import survey
from generator.read.tree import ROOT_FOLDER
from generator.report.reporter import SEVERITY_NAME, counts
from generator.report.text import report_text

from .progress_line import ProgressLine
from .project_option import color_wanted, now_of, open_project, project_option
from .verify import verify as verify_command


@click.group(
    help="供 Git 的钩子调用：提交前检查、推送前核验。平时不用自己运行，zoujin setup 会装好。",
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
def hook() -> None:
    """The group of all hooks."""


@hook.command("pre-commit", help="提交前：检查这次要提交的内容（git add 过的那一版）。", options_metavar="[选项]")
@project_option
def pre_commit(folder: Path | None) -> int:
    """Check what is staged; 1 keeps the commit from being made."""
    project = open_project(folder)
    named = os.environ.get("GIT_INDEX_FILE", "")
    progress = ProgressLine() if sys.stderr.isatty() else silent
    with with_cache(project) as cached:
        index = str(Path(named).absolute()) if named else ""
        found = check_commit(cached, index, now_of(project, None), progress)
        if isinstance(progress, ProgressLine):
            progress.clear()
        if found.changes:
            click.echo(commit_report(found, colour=color_wanted(sys.stderr)), err=True)
    return 0 if found.may_go else 1


@hook.command("pre-push", help="推送前：核验审核记录。没有启用审核的，什么也不做。", options_metavar="[选项]")
@click.argument("remote", nargs=-1, metavar="[服务器]", expose_value=False)
@project_option
def pre_push(folder: Path | None) -> int:
    """Verify reviews; 1 keeps everything from being pushed."""
    project = open_project(folder)
    pushed = [line.split() for line in ("" if sys.stdin.isatty() else sys.stdin.read()).splitlines()]
    if pushed and all(set(words[1]) == {"0"} for words in pushed if len(words) > 1):
        return 0  # branches are taken away, nothing is sent
    if not is_reviewed(project):
        return 0
    code = _verify(project, "")
    if code:
        click.echo("没有推送：上面的问题推上去，服务器和别人也会拒绝。照它说的改好，提交，再推送一次。", err=True)
    return code


@hook.command("pre-receive", help="服务器收下推送前：核验。zoujin setup --server 会装好。", options_metavar="[选项]")
def pre_receive() -> int:
    """Verify what is pushed to the bare repository in the working folder; 1 refuses all of it."""
    bare = Path(os.environ.get("GIT_DIR", ".")).resolve()
    updates = [Update(*line.split(maxsplit=2)) for line in sys.stdin.read().splitlines() if line.strip()]
    now = datetime.now(TIME_ZONE).replace(tzinfo=None)
    refusals = check_push(bare, updates, incoming_objects(bare), now)
    for ref, why in refusals:
        click.echo(f"✗ {ref.removeprefix('refs/heads/')}  {why}", err=True)
    if refusals:
        click.echo("服务器没有收下这次推送，您电脑上的内容没有变化。照上面说的改好，提交，再推送一次。", err=True)
    return 1 if refusals else 0


@hook.command("verify", help="供自动检查调用：核验审核记录。没有启用审核的，说一声就结束。", options_metavar="[选项]")
@click.option("--expect", default="", metavar="指纹", help="信任的根的指纹，空着就不比。")
@project_option
def verify(expect: str, folder: Path | None) -> int:
    """Verify where there are reviews."""
    project = open_project(folder)
    if not expect and not is_reviewed(project):
        click.echo(f"没有启用审核（{POLICY_FILE}），没有可以核验的。")
        return 0
    return _verify(project, expect)


def is_reviewed(project: Project) -> bool:
    """Whether a project has reviews, or had them by what it keeps of them."""
    with with_cache(project) as cached:
        catalogue = read_catalogue(cached, survey(cached)).catalogue
    policy = catalogue.policy
    on = POLICY_FILE in catalogue.broken or (policy is not None and policy.mode is not ReviewMode.OFF)
    return on or (project.root / ROOT_FOLDER).exists() or checkpoint_file(project.root) is not None


def _verify(project: Project, expect: str) -> int:
    arguments = ["-C", str(project.root), *(["--expect", expect] if expect else [])]
    code = verify_command.main(arguments, prog_name="zoujin verify", standalone_mode=False)
    return code if isinstance(code, int) else 0


def commit_report(found: CommitCheck, *, colour: bool = False) -> str:
    """What an editor reads of a commit: what is wrong, what may explain it, and what to do now."""
    parts = []
    weighty = [item for item in found.diagnostics if item.severity is not Severity.ADVICE]
    if weighty:
        parts.append(report_text(weighty, partial(read_text, found.root), colour=colour))
    parts += [f"✗ {refusal}\n" for refusal in found.refusals]
    parts += [f"注意：{remark}\n" for remark in found.remarks]
    if found.elsewhere:
        parts.append(
            f"另外，这次没有改到的地方还有 {found.elsewhere} 处错误，不影响这次提交：运行 zoujin check 可以看到。\n"
        )
    if found.may_go:
        said = "，".join(
            f"{number} 处{SEVERITY_NAME[severity]}" for severity, number in counts(found.diagnostics).items() if number
        )
        parts.append(f"走进：检查了要提交的 {len(found.changes)} 个文件，{said or '没有发现问题'}。")
    else:
        parts.append("没有提交。照上面的提示改好，git add 改过的文件，再提交一次。您的文字和照片都还在，什么也没有丢。")
    return "\n".join(parts)
