"""``zoujin root``: two chiefs sign who may review what."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.model.review_stages import ReviewMode
from generator.model.reviewing import Reviewer
from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import configured
from generator.pipeline.root_signing import RootDesk, open_root, sign_root
from generator.review.roots import NEEDED

from .project_option import now_of, open_project, project_option, today_option
from .trouble import Trouble


@click.group(
    help="根：审核制度和人员名单，要两位负责人签字才算数。",
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
def root() -> None:
    """The group of the root's commands."""


@root.command("status", help="现在按哪一版算，有没有改动在等谁签。", options_metavar="[选项]")
@project_option
def status(folder: Path | None) -> None:
    """Print the state in force and what is waiting."""
    with with_cache(open_project(folder)) as project:
        try:
            click.echo(_standing(open_root(project)))
        except Refused as refused:
            raise Trouble(str(refused)) from None


@root.command("sign", help="负责人签字：我看过现在的审核制度和人员名单，同意。", options_metavar="[选项]")
@click.option("--as", "who", metavar="编号", help="我是谁：人员名单里的编号。")
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="签名用的私钥。")
@click.option("--seal", is_flag=True, help="连同后来合并进来的登记记录，一起封存为历史（它们什么也不批准）。")
@today_option
@project_option
def sign(who: str | None, key: Path | None, seal: bool, today: datetime | None, folder: Path | None) -> None:
    """Sign the working tree's policy and people."""
    project = open_project(folder)
    now = now_of(project, today)
    with with_cache(project) as cached:
        try:
            desk = open_root(cached, seal=seal)
            signer = _signer(desk, who or configured(project, "zoujin.reviewer"))
            kept = configured(project, "zoujin.key")
            made = sign_root(desk, signer, key or (Path(kept).expanduser() if kept else None), now)
            after = open_root(cached, seal=seal)
        except Refused as refused:
            raise Trouble(str(refused)) from None
    places = " ".join(path.relative_to(project.root).as_posix() for path in made)
    click.echo(f"{signer.name}签了字。")
    if desk.sealing is not None:
        click.echo(f"登记时期的 {len(desk.sealing.records)} 条记录封存为历史：看得到，什么也不批准；撤稿的仍然不公开。")
        click.echo(
            "那时审核通过、内容没有变的，由各人一次重新签过：zoujin submit --registered，再 zoujin pass --registered。"
        )
    click.echo(_standing(after))
    click.echo(
        f'别忘了提交：git add content/review && git commit -m "审核制度和人员名单" && git push（新的文件：{places}）'
    )


def _signer(desk: RootDesk, who: str | None) -> Reviewer:
    if who is None:
        raise Trouble("不知道你是谁：加上 --as 编号，或运行一次 git config zoujin.reviewer 编号，以后就不用写。")
    people = {**desk.control.people, **desk.catalogue.vocabularies.reviewer}
    if who in people:
        return people[who]
    named = [person for person in people.values() if person.name == who]
    if len(named) != 1:
        raise Trouble(f"人员名单里没有“{who}”。")
    return named[0]


def _standing(desk: RootDesk) -> str:
    chain = desk.chain
    lines = []
    if chain.in_force is not None:
        state = chain.in_force.state
        names = _names(desk, chain.in_force.hash)
        lines.append(f"现在按根的第 {state.number} 版算（{state.mode.label}），签字的是{names}。")
        lines.append(f"指纹：{chain.in_force.hash}")
        if not state.is_keyed:
            lines.append("负责人没有密钥，签字只是登记，不能防冒名。")
    elif chain.is_forked:
        lines.append("根分了叉：" + "、".join(f"第 {item.state.number} 版 {item.hash[:12]}" for item in chain.tips))
    else:
        lines.append("还没有根。")
    proposed = desk.proposed
    if proposed is None:
        lines.append("审核制度和人员名单没有等着签的改动。")
        return "\n".join(lines)
    signed = desk.signed_by
    missing = NEEDED - len(signed)
    said = f"{_names(desk, proposed.hash)}签过，" if signed else ""
    lines.append(
        f"现在的审核制度和人员名单（第 {proposed.state.number} 版）：{said}还差 {missing} 位负责人签字：zoujin root sign。"
    )
    if chain.in_force is None and (desk.control.policy is None or desk.control.mode is not ReviewMode.SIGNED):
        lines.append("签好以后，谁也不能一个人改审核制度和人员名单。")
    return "\n".join(lines)


def _names(desk: RootDesk, hash: str) -> str:
    chain = desk.chain
    names = {chief.id: chief.name for item in chain.valid for chief in item.state.chiefs}
    names |= {chief.id: chief.name for item in chain.pending for chief in item.filed.state.chiefs}
    borrowed = {id for id, person in desk.control.people.items() if person.borrowed}
    return "、".join(
        names.get(id, id) + ("（借用上级）" if id in borrowed else "") for id in chain.signers.get(hash, ())
    )
