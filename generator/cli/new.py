"""``zoujin new``: an entry to be written on, from questions or from options."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from generator.model.catalogue import Catalogue
from generator.model.kinds import MODELS, STATIONS_FILE, Kind
from generator.model.shapes import Form, Shape, shape_of
from generator.model.stub import Names, entry_stub
from generator.pipeline.known_ids import known_ids
from generator.pipeline.new_entry import (
    append_station,
    entry_folder,
    slug_problem,
    value_problems,
    write_bundle,
)
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.refused import Refused
from generator.pipeline.survey import survey

from .answers import NotUnderstood, merged, nested, understand
from .choice import Choice, kind_names
from .project_option import now_of, open_project, project_option, today_option
from .questions import Question, ask, default_answer, missing_line, questions
from .schema import SCHEMA_FOLDER, schema_line, write_editor_files
from .slug_suggestion import suggest_slug
from .trouble import Trouble

_KINDS = "、".join(f"{kind.value} {kind.label}" for kind in Kind)


@click.command(
    help=f"新建一份稿件或一个站点。在终端里会一项一项地问；也可以用选项一次写全。\n\n种类：{_KINDS}。",
    options_metavar="[选项]",
)
@click.argument("kind", type=Choice(kind_names()), metavar="种类")
@click.option("--slug", metavar="名称", help="文件夹名（站点是编号），会成为网址：小写字母、数字和连字符。")
@click.option("--title", metavar="标题", help="标题；人物写姓名，站点写站名。")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="键=值",
    help="一个字段，可以重复，如 --set district=chengdong。列表用逗号隔开。",
)
@today_option
@project_option
def new(
    kind: str,
    slug: str | None,
    title: str | None,
    settings: tuple[str, ...],
    today: datetime | None,
    folder: Path | None,
) -> None:
    """Write the entry and say where it is."""
    project = open_project(folder)
    catalogue = read_catalogue(project, survey(project)).catalogue
    moment = now_of(project, today)
    what = Kind(kind)
    headline = "title" if "title" in MODELS[what].model_fields else "name"
    given = list(settings) if title is None else [f"{headline}={title}", *settings]
    values = given_values(what, given, known_ids(catalogue))
    may_ask = can_ask()
    values = complete_values(what, catalogue, values, f"{moment:%Y-%m-%d}", slug, may_ask)
    slug = _slug(project, catalogue, what, slug, str(values[headline]), moment.year)
    try:
        _write(project, catalogue, what, slug, moment.year, values)
    except Refused as refused:
        raise Trouble(str(refused)) from None


def can_ask() -> bool:
    """Whether somebody sits at the other end."""
    return sys.stdin is not None and sys.stdin.isatty()


def given_values(kind: Kind, settings: list[str], known: Names) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for setting in settings:
        key, sign, text = setting.partition("=")
        key, text = key.strip(), text.strip()
        if not sign or not key:
            raise click.BadParameter(f"“{setting}”应写成 键=值，如 --set district=chengdong。")
        if key == "id":
            raise click.BadParameter("编号写在 --slug 里。")
        if not setting.isprintable():
            raise click.BadParameter(f"“{key}”的值里有不能显示的字符，请重新输入。")
        if not text:
            raise click.BadParameter(f"“{key}”后面是空的；用不到就不写。")
        try:
            value = understand(text, _shape_at(kind, key), known)
        except NotUnderstood as trouble:
            raise click.BadParameter(f"--set {key}：{trouble}") from None
        troubles = value_problems(MODELS[kind], nested(key, value))
        if troubles:
            raise click.BadParameter(f"--set {key}：{''.join(troubles)}")
        values = merged(values, nested(key, value))
    return values


def _shape_at(kind: Kind, key: str) -> Shape:
    """What the field at ``notice.start`` takes; an unknown one is left to the check of the value."""
    model: Any = MODELS[kind]
    shape = Shape(Form.TEXT)
    for step in key.split("."):
        field = model.model_fields.get(step) if model is not None else None
        if field is None:
            return Shape(Form.TEXT)
        shape = shape_of(field)
        model = shape.record
    return shape


def complete_values(
    kind: Kind, catalogue: Catalogue, values: dict[str, Any], today: str, slug: str | None, may_ask: bool
) -> dict[str, Any]:
    """``values`` with all that is required, from answers or from defaults."""
    skipped: set[str] = {"id"}
    missing: list[str] = []
    while question := next((item for item in questions(kind, values) if item.key not in skipped), None):
        known = _known_for(catalogue, values)
        default = default_answer(question, known, today)
        skipped.add(question.key)
        if may_ask:
            value = ask(question, known, default, _judge(kind, question))
        else:
            value = understand(default, question.shape, known) if default else ""
        if value:
            values = merged(values, nested(question.key, value))
        elif question.needed:
            missing.append(missing_line(question, known))
    if not may_ask and slug is None:
        missing.insert(0, "  --slug …  文件夹名或编号（小写字母、数字和连字符）")
    if missing:
        raise click.UsageError("这里不能提问，还缺这些：\n" + "\n".join(missing))
    return values


def _judge(kind: Kind, question: Question) -> Any:
    return lambda value: value_problems(MODELS[kind], nested(question.key, value))


def _known_for(catalogue: Catalogue, values: Mapping[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """The ids to choose from; once the district is known, its streets alone."""
    known = known_ids(catalogue)
    streets = catalogue.vocabularies.street
    near = [(key, name) for key, name in known["street"] if streets[key].district == values.get("district")]
    return {**known, "street": near} if near else known


def _slug(project: Project, catalogue: Catalogue, kind: Kind, slug: str | None, title: str, year: int) -> str:
    if slug is not None:
        trouble = slug_problem(catalogue, project.root, kind, slug, year)
        if trouble:
            raise click.BadParameter(trouble)
        return slug
    suggestion = suggest_slug(title)
    if not suggestion or slug_problem(catalogue, project.root, kind, suggestion, year):
        suggestion = ""
    name = "编号" if kind is Kind.STATION else "文件夹名"
    click.echo(f"\n{name}：会成为网址，定了最好不改。小写字母、数字和连字符，如 bike-repair")
    shown = f"（回车：{suggestion}）" if suggestion else ""
    while True:
        answer: str = click.prompt(f"{name}{shown}", default=suggestion, show_default=False, prompt_suffix="：").strip()
        trouble = slug_problem(catalogue, project.root, kind, answer, year) if answer else f"{name}不能空着。"
        if not trouble:
            return answer
        click.echo(f"  {trouble}")


def _write(project: Project, catalogue: Catalogue, kind: Kind, slug: str, year: int, values: dict[str, Any]) -> None:
    known = known_ids(catalogue)
    if kind is Kind.STATION:
        append_station(project.root, MODELS[kind], {"id": slug, **values}, known)
        click.echo(f"\n加好了：{values['name']}，在 {STATIONS_FILE} 的末尾。")
        click.echo("电话、开放时间、坐标等备用的键就写在下面，要用哪一项，删掉它行首的井号。")
        click.echo(f"改好后检查：zoujin check {STATIONS_FILE}")
        return
    folder = entry_folder(kind, slug, year)
    write_bundle(project.root, folder, entry_stub(kind, values, known, schema_line(folder, kind.value)))
    click.echo(f"\n写好了：{folder}/index.md（草稿，不会公开）。")
    click.echo(f"照片放进同一个文件夹。写完检查：zoujin check {folder}  预览：zoujin serve")
    if (project.root / ".vscode").is_dir() and not (project.root / SCHEMA_FOLDER).is_dir():
        try:
            write_editor_files(project, known)
        except (Trouble, OSError) as trouble:  # the entry is written all the same
            click.echo(f"编辑器的提示没有更新：{trouble}", err=True)
