"""``zoujin setup``: a colleague's first command in a fresh clone. It may be run again at any time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from generator.model.catalogue import Catalogue
from generator.model.kinds import Kind
from generator.model.person_names import folded
from generator.model.review_stages import ReviewMode
from generator.model.stub import entry_stub
from generator.pipeline.checking import check_reading
from generator.pipeline.git_setup import (
    HABITS,
    begin_repository,
    extended,
    git_works,
    identity,
    is_ignored_by_git,
    line_ends_are_kept,
    set_here,
    setting,
    use_hooks,
    write_hooks,
)
from generator.pipeline.known_ids import known_ids
from generator.pipeline.new_entry import entry_folder, write_bundle
from generator.pipeline.own_key import make_key, public_line, usual_place
from generator.pipeline.project import Project, with_cache
from generator.pipeline.reading import Reading, read_catalogue
from generator.pipeline.refused import Refused
from generator.pipeline.survey import survey
from generator.pipeline.workers import default_jobs, make_executor

from .ci_option import ci_option, write_ci
from .new import can_ask
from .progress_line import ProgressLine
from .project_option import now_of, open_project, project_option, today_option
from .schema import schema_line, write_editor_files
from .server_hook import install_server_hook, server_option
from .slug_suggestion import suggest_slug
from .starter_text import HOOKS, starter
from .trouble import Trouble

_IGNORED = (".zoujin/a", "site/a")


@click.command(
    help="新同事的第一个命令：姓名、邮箱、密钥、提交前的检查、编辑器，再写一篇练习稿。可以反复运行，不会改坏已有的东西。",
    options_metavar="[选项]",
)
@click.option("--name", metavar="姓名", help="提交时署的姓名。")
@click.option("--mail", metavar="邮箱", help="提交时署的邮箱。")
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="已有的签名私钥。")
@click.option("--no-practice", is_flag=True, help="不写练习稿。")
@ci_option
@server_option
@today_option
@project_option
def setup(
    name: str | None,
    mail: str | None,
    key: Path | None,
    no_practice: bool,
    ci: tuple[str, ...],
    server: Path | None,
    today: datetime | None,
    folder: Path | None,
) -> None:
    """Say what was done and what comes next."""
    if not git_works():
        raise Trouble("这台电脑上没有 Git。先装好：Windows 到 git-scm.com 下载安装，macOS 和 Linux 用系统的软件包。")
    if server is not None:
        install_server_hook(server)
        return
    project = open_project(folder)
    root = project.root
    if ci:
        write_ci(root, ci)
        return
    made = begin_repository(root)
    _say(made, "这个文件夹现在是 Git 仓库了", "")
    who = _identity(root, name, mail)
    _say(bool(set_here(root, HABITS)), "Git 设置好了：文件名显示中文，取回别人的改动时合并", "Git 设置没有要改的")
    _files(root)
    _hooks(root)
    with with_cache(project) as cached:
        reading = _first_reading(cached, today)
        catalogue = reading.catalogue
        write_editor_files(project, known_ids(catalogue))
        _done("VS Code 的提示和红线写好了（.vscode）")
        _reviewer(root, catalogue, who)
        public = _key(root, catalogue, who, key)
        practice = "" if no_practice else _practice(cached, catalogue, who, now_of(project, today))
    _next(root, practice, public)


def _identity(root: Path, name: str | None, mail: str | None) -> str:
    known = identity(root)
    asking = can_ask()
    name = (name or known.name or (_ask("您的姓名") if asking else "")).strip()
    mail = (mail or known.mail or (_ask("您的邮箱") if asking else "")).strip()
    if not name or not mail:
        missing = "、".join(option for option, value in (("--name 姓名", name), ("--mail 邮箱", mail)) if not value)
        raise click.UsageError(f"不知道您是谁：{missing}。提交的每一次改动都署着姓名和邮箱。")
    if not name.isprintable() or set(name) & set("<>"):
        raise click.BadParameter(f"姓名“{name}”里有不能用的字符。")
    if (
        mail.count("@") != 1
        or not mail.isascii()
        or not mail.isprintable()
        or " " in mail
        or mail[0] == "@"
        or mail[-1] == "@"
    ):
        raise click.BadParameter(f"邮箱“{mail}”不对，应像 wangwu@unit.example。")
    name = unicodedata.normalize("NFC", name)
    changed = set_here(root, {"user.name": name, "user.email": mail})
    _say(bool(changed), f"以后提交署名：{name} <{mail}>", f"提交署名：{name} <{mail}>")
    return name


def _ask(question: str) -> str:
    answer: str = click.prompt(question, prompt_suffix="：")
    return answer


def _files(root: Path) -> None:
    wrote = []
    if not line_ends_are_kept(root) and extended(root / ".gitattributes", starter("gitattributes")):
        wrote.append(".gitattributes（换行一律用 LF）")
    if not all(is_ignored_by_git(root, path) for path in _IGNORED) and extended(
        root / ".gitignore", starter("gitignore")
    ):
        wrote.append(".gitignore（生成的网站和缓存不进仓库）")
    if wrote:
        _done("写好了 " + "、".join(wrote))


def _hooks(root: Path) -> None:
    changed = write_hooks(root, {name: starter(f"githooks/{name}") for name in HOOKS})
    other = use_hooks(root)
    if other:
        click.echo(
            f"！Git 已经在用别的钩子（core.hooksPath = {other}），没有改动。要用走进的检查，"
            "请管钩子的人在那里加上：zoujin hook pre-commit、zoujin hook pre-push。"
        )
        return
    _say(bool(changed), "提交前检查、推送前核验装好了（.githooks）", "提交前检查、推送前核验已经装好")


def _first_reading(project: Project, today: datetime | None) -> Reading:
    """Everything is read and checked once: the next commit then takes a moment."""
    progress = ProgressLine()
    with make_executor(default_jobs()) as executor:
        reading = read_catalogue(project, survey(project), executor, progress)
    result = check_reading(project, reading, now_of(project, today), progress)
    progress.clear()
    number = len(reading.catalogue.entries)
    if result.errors:
        click.echo(f"！全部 {number} 条内容里有 {result.errors} 处错误，不是您造成的：zoujin check 可以看到。")
    else:
        _done(f"读了全部 {number} 条内容，没有错误")
    return reading


def _reviewer(root: Path, catalogue: Catalogue, who: str) -> None:
    found = [id for id, person in catalogue.vocabularies.reviewer.items() if folded(person.name) == folded(who)]
    if len(found) == 1 and set_here(root, {"zoujin.reviewer": found[0]}):
        _done(f"审核人员名单里有您：{found[0]}。送审、审核时不用再写 --as")


def _key(root: Path, catalogue: Catalogue, who: str, key: Path | None) -> str:
    """Settle which key signs; its public line when nobody has registered it yet, else ""."""
    policy = catalogue.policy
    kept = setting(root, "zoujin.key")
    if key is None and kept and Path(kept).expanduser().is_file():
        key = Path(kept).expanduser()
    elif key is None and (policy is None or policy.mode is not ReviewMode.SIGNED):
        return ""
    key = key or usual_place()
    if not key.exists():
        make_key(key, suggest_slug(who) or "zoujin")
        _done(f"您的签名密钥做好了：{key}。它只在这台电脑上，不要发给任何人")
    set_here(root, {"zoujin.key": key.absolute().as_posix()})
    line = public_line(key)
    registered = {item.key.split()[1] for person in catalogue.vocabularies.reviewer.values() for item in person.keys}
    return line if line and line.split()[1] not in registered else ""


def _practice(project: Project, catalogue: Catalogue, who: str, moment: datetime) -> str:
    """The folder of the story to practise on; "" when the registers lack what a story needs."""
    slug = f"practice-{suggest_slug(who, 20) or 'one'}"
    found = [entry_id for entry_id in (*catalogue.entries, *catalogue.broken) if entry_id.endswith(f"/{slug}")]
    if found:
        return found[0]
    known = known_ids(catalogue)
    if not known["district"] or not known["category"]:
        return ""
    folder = entry_folder(Kind.STORY, slug, moment.year)
    values = {
        "title": f"{who}的练习稿",
        "summary": "这是一篇练习稿，改成自己的故事，或整个文件夹删掉。",
        "date": f"{moment:%Y-%m-%d}",
        "into": "community",
        "categories": [known["category"][0][0]],
        "district": known["district"][0][0],
        "byline": who,
    }
    line = schema_line(folder, Kind.STORY.value)
    try:
        write_bundle(project.root, folder, entry_stub(Kind.STORY, values, known, line, starter("first-story.md")))
    except Refused:
        return folder if (project.root / folder).is_dir() else ""
    _done(f"写了一篇练习稿：{folder}/index.md（草稿，不会公开）")
    return folder


def _next(root: Path, practice: str, public: str) -> None:
    lines = list(_steps(root, practice))
    click.echo("\n接下来：\n")
    for number, line in enumerate(lines, 1):
        click.echo(f"  {number}. {line}")
    if public:
        click.echo(f"\n把下面这一行公钥发给管审核人员名单的人，登记以后您的签名才算数：\n\n  {public}")
    click.echo("\n哪一步不对，照它说的改；这个命令可以随时再运行一次。")


def _steps(root: Path, practice: str) -> Iterator[str]:
    yield "用 VS Code 打开这个文件夹，问“是否允许自动任务”时选允许"
    if not practice:
        yield "zoujin new story                      写第一篇故事"
        return
    branch = practice.rpartition("/")[2]
    yield f"git switch -c {branch}    开一条自己的分支"
    yield f"改 {practice}/index.md，再用 zoujin serve 看样子"
    yield f"git add {practice}"
    yield 'git commit -m "练习：第一篇稿件"         提交前会自动检查'
    yield (
        "git push                              推上去，再到网页上发起合并请求"
        if setting(root, "remote.origin.url")
        else "还没有服务器：git remote add origin 仓库网址，再 git push"
    )


def _say(changed: bool, done: str, same: str) -> None:
    if changed:
        _done(done)
    elif same:
        click.echo(f"· {same}")


def _done(text: str) -> None:
    click.echo(f"✓ {text}。")
