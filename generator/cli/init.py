"""``zoujin init``: another city begins here, from the installed package alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from generator.model.fields import SLUG, TIME_ZONE
from generator.model.settings import Settings
from generator.pipeline.known_ids import known_ids
from generator.pipeline.new_entry import value_problems
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import survey

from .answers import SEPARATORS
from .ci_option import DEFAULT_HOST, ci_option
from .new import can_ask
from .project_option import today_option
from .schema import write_editor_files
from .slug_suggestion import suggest_slug
from .starter_files import City, starter_files
from .trouble import Trouble

_ALLOWED = frozenset((".git", ".gitattributes", ".DS_Store"))
"""What a folder may hold already: a repository that was made first."""
_SHOWN = 5
_UNITS = ("自治县", "区", "县", "市")


@click.command(help="为一座城市新建项目：设置、名录、样例和配色。只用空文件夹，从不覆盖。", options_metavar="[选项]")
@click.argument("folder", type=click.Path(path_type=Path), metavar="文件夹")
@click.option("--city", metavar="城市", help="城市名，如 某某市。")
@click.option("--site-name", metavar="站名", help="网站名。")
@click.option(
    "--district",
    "districts",
    multiple=True,
    metavar="编号=名称",
    help="区县，可以重复，至少一个；编号是小写字母，也可以只写名称，编号用拼音。",
)
@click.option("--organiser", metavar="单位", help="主办单位，可以不写。")
@ci_option
@today_option
def init(
    folder: Path,
    city: str | None,
    site_name: str | None,
    districts: tuple[str, ...],
    organiser: str | None,
    ci: tuple[str, ...],
    today: datetime | None,
) -> None:
    """Write the project and say what to do next."""
    _require_empty(folder)
    moment = today or datetime.now(TIME_ZONE)
    answers = replace(_answers(city, site_name, districts, organiser), hosts=ci or (DEFAULT_HOST,))
    try:
        for path, content in starter_files(answers, f"{moment:%Y-%m-%d}").items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(content)
            if content.startswith(b"#!"):
                target.chmod(0o755)
        project = Project(folder.resolve())
        write_editor_files(project, known_ids(read_catalogue(project, survey(project)).catalogue))
    except OSError as error:
        raise Trouble(f"{folder} 写不进去（{error.strerror}）。检查文件夹权限和磁盘空间。") from None
    click.echo(f"建好了：{folder}。接下来：\n")
    click.echo(f"  cd {folder}")
    click.echo("  zoujin setup       设好 Git：姓名、提交前的检查")
    click.echo("  zoujin serve       预览网站")
    click.echo("  zoujin new story   写第一篇故事")
    click.echo("  zoujin build       生成公开网站，在 site 文件夹里\n")
    click.echo("先看一看 README.md，里面写着要先改哪几处。")


def _require_empty(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Trouble(f"{folder} 是一个文件，不是文件夹。换一个名称。")
    found = sorted(path.name for path in folder.iterdir() if path.name not in _ALLOWED)
    if found:
        shown = "、".join(found[:_SHOWN]) + (f" 等 {len(found)} 项" if len(found) > _SHOWN else "")
        raise Trouble(f"{folder} 里已经有东西：{shown}。没有改动；换一个空文件夹。")


def _answers(city: str | None, site_name: str | None, districts: tuple[str, ...], organiser: str | None) -> City:
    asking = can_ask()
    missing = [
        option
        for option, value in (("--city 城市", city), ("--district 编号=名称（至少一个）", districts))
        if not value
    ]
    if missing and not asking:
        raise click.UsageError("这里不能提问，还缺这些：\n" + "\n".join(f"  {option}" for option in missing))
    if city is None:
        city = _ask("城市名，如 某某市", "")
    city = _checked("city", city)
    suggested = f"{city.removesuffix('市')}志愿"
    if site_name is None:
        site_name = _ask("网站名", suggested) if asking else suggested
    site_name = _checked("site_name", site_name)
    if not districts:
        districts = tuple(filter(None, SEPARATORS.split(_ask("区县，用逗号隔开，如 城东区、城西区", ""))))
    if organiser is None:
        organiser = (
            click.prompt("主办单位（没有就回车）", default="", show_default=False, prompt_suffix="：") if asking else ""
        )
    return City(city, site_name, _districts(districts), organiser.strip())


def _ask(question: str, default: str) -> str:
    shown = f"{question}（回车：{default}）" if default else question
    while True:
        answer: str = click.prompt(shown, default=default, show_default=False, prompt_suffix="：").strip()
        if answer:
            return answer
        click.echo("  不能空着。")


def _checked(key: str, value: str) -> str:
    troubles = value_problems(Settings, {key: value})
    if troubles or not value.isprintable():
        raise click.BadParameter("".join(troubles) or f"“{key}”里有不能显示的字符。")
    return value


def _districts(given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for text in given:
        key, sign, name = (part.strip() for part in text.partition("="))
        if not sign:
            key, name = _district_id(key), key
        if not name or not name.isprintable():
            raise click.BadParameter(f"“{text}”应写成 编号=名称，如 --district chengdong=城东区。")
        if not SLUG.fullmatch(key):
            raise click.BadParameter(f"区县编号“{key}”只能用小写字母、数字和连字符，如 --district chengdong={name}。")
        if key in found:
            raise click.BadParameter(f"编号“{key}”用了两次（{found[key]}、{name}），给其中一个换个编号。")
        found[key] = name
    return tuple(found.items())


def _district_id(name: str) -> str:
    """The name's pinyin in one word, without 区 or 县 where something is left then."""
    unit = next((unit for unit in _UNITS if name.endswith(unit) and len(name) > len(unit) + 1), "")
    return suggest_slug(name.removesuffix(unit)).replace("-", "")
