"""``zoujin key``: everybody signs with a key of her own; the list of people says whose it is."""

from __future__ import annotations

import os
from datetime import datetime, time, timedelta
from pathlib import Path

import click

from generator.model.fields import moment_text
from generator.model.review_stages import ReviewMode
from generator.pipeline.key_register import add_key, fingerprint, public_key, revoke_key
from generator.pipeline.own_key import make_key, public_file, usual_place
from generator.pipeline.project import Project, find_project, with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.root_signing import open_root
from generator.read.git_objects import run_git
from generator.review.signatures import allowed_signers

from .project_option import MomentType, now_of, open_project, project_option, today_option
from .trouble import Trouble

_MINUTE = timedelta(minutes=1)
"""What was signed in the minute in which a key ends is still good."""


@click.group(
    help="密钥：每人一把，用来给自己的审核签名。私钥只留在自己的电脑上，公钥登记在人员名单里。",
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
def key() -> None:
    """The group of the commands for keys."""


@key.command("new", help="生成自己的密钥（Ed25519）。", options_metavar="[选项]")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="私钥放在哪里；不写就放在个人文件夹的 .ssh 里。",
)
@click.option("--name", default="", metavar="编号", help="写在公钥末尾的备注，一般是自己的编号。")
@project_option
def new(out: Path | None, name: str, folder: Path | None) -> None:
    """Make a pair of keys, and remember it for this clone."""
    place = Path(os.path.normpath((out or usual_place()).expanduser().absolute()))
    if _in_repository(place):
        raise Trouble(
            f"{place} 在 Git 仓库里面。私钥不能放进仓库：提交上去，谁都能冒充你。换一个文件夹，如 {usual_place()}。"
        )
    try:
        line = make_key(place, name or place.name)
    except FileExistsError:
        raise Trouble(f"{place} 已经有了，没有覆盖它。已有的密钥可以接着用；要另做一把，用 --out 换个名字。") from None
    project = find_project(folder or Path.cwd())
    kept = project is not None and run_git(project.root, ["config", "zoujin.key", str(place)]) is not None
    click.echo(f"密钥做好了。私钥：{place}（只有你能读；不要发给任何人，不要放进仓库，另存一份在安全的地方）。")
    click.echo(f"公钥：{public_file(place)}，指纹 {fingerprint(line)}。")
    click.echo(f"想加口令：ssh-keygen -p -f {place}")
    if kept:
        click.echo("这个项目以后就用它签名（git config zoujin.key）。")
    click.echo("接下来：把公钥发给管人员名单的人，由他运行 zoujin key add 编号 公钥文件。当面或打电话对一遍指纹。")


@key.command("add", help="把一个人的公钥登记进人员名单。", options_metavar="[选项]")
@click.argument("person", metavar="编号")
@click.argument("public", metavar="公钥")
@click.option("--since", type=MomentType(), metavar="日期", help="从哪天起有效；不写就一直有效。")
@project_option
def add(person: str, public: str, since: datetime | None, folder: Path | None) -> None:
    """Register a public key, which counts once two chiefs signed."""
    project = open_project(folder)
    try:
        done = add_key(project.root, person, public_key(public), since.date() if since else None)
    except Refused as refused:
        raise Trouble(str(refused)) from None
    click.echo(f"登记了{done.name}的公钥，指纹 {done.fingerprint}。请和本人对一遍指纹。")
    _next(project)


@key.command("revoke", help="停用一把密钥：到期或换新的，或者遗失、泄露。", options_metavar="[选项]")
@click.argument("person", metavar="编号")
@click.option("--lost", is_flag=True, help="遗失或泄露：它签过的全部作废，公开着的要重新审。")
@click.option(
    "--until",
    type=MomentType(),
    metavar="时间",
    help="从什么时候起不再有效，如 2026-03-12T17:00（只写日期就是那天零点），以前签的照样算；不写就是现在。",
)
@click.option("--which", default="", metavar="指纹", help="有几把时，写上指纹里的一段。")
@today_option
@project_option
def revoke(
    person: str, lost: bool, until: datetime | None, which: str, today: datetime | None, folder: Path | None
) -> None:
    """End a key, which counts once two chiefs signed."""
    if lost and until:
        raise click.UsageError("--lost 和 --until 只能写一个：遗失的密钥，它签过的全部作废。")
    project = open_project(folder)
    try:
        moment = until or now_of(project, today) + _MINUTE
        moment = moment.replace(second=0, microsecond=0)
        done = revoke_key(project.root, person, which, lost=lost, until=moment)
    except Refused as refused:
        raise Trouble(str(refused)) from None
    if lost:
        click.echo(
            f"{done.name}的密钥 {done.fingerprint} 登记为遗失：它签过的全部作废，靠它通过的内容会下线，要重新审。"
        )
    else:
        click.echo(f"{done.name}的密钥 {done.fingerprint} 从 {_said(moment)}起停用，这以前签的照样算。")
        click.echo("离任的人没有交出私钥、怕被倒填时间的，改用 --lost：它签过的全部作废，重新审。")
    _next(project)


@key.command(
    "signers", help="打印现在有效的公钥名单，供 ssh-keygen 核对签名（allowed signers）。", options_metavar="[选项]"
)
@project_option
def signers(folder: Path | None) -> None:
    """Print the file with which OpenSSH alone checks records."""
    with with_cache(open_project(folder)) as project:
        try:
            people = open_root(project).control.people
        except Refused as refused:
            raise Trouble(str(refused)) from None
    click.echo(allowed_signers(people.values()), nl=False)


def _said(moment: datetime) -> str:
    return f"{moment_text(moment)} " if moment.time() != time() else f"{moment_text(moment)} 零点"


def _next(project: Project) -> None:
    with with_cache(project) as cached:
        try:
            desk = open_root(cached)
        except Refused as refused:
            click.echo(str(refused))
            return
    policy = desk.catalogue.policy
    if desk.chain.valid or (policy is not None and policy.mode is ReviewMode.SIGNED):
        click.echo("接下来：这还只是提议。两位负责人各运行一次 zoujin root sign，签好、提交以后才算数。")
    else:
        click.echo("接下来：提交 content/review/people.yaml。")


def _in_repository(place: Path) -> bool:
    return any((folder / ".git").exists() for folder in (place, *place.parents, *place.resolve().parents))
