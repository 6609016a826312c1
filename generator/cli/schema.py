"""``zoujin schema``: what editors need to help while one types, and the field guide."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from generator.model.field_guide import field_guide
from generator.model.kinds import Kind
from generator.model.schema import entry_schema, schema_files
from generator.model.snippets import snippets
from generator.pipeline.known_ids import known_ids
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import survey

from .choice import Choice, kind_names
from .project_option import open_project, project_option
from .trouble import Trouble

SCHEMA_FOLDER = ".vscode/schemas"
CHECK_TASK = ".vscode/tasks.json"
EXTENSIONS = ".vscode/extensions.json"
SNIPPETS = ".vscode/zoujin.code-snippets"

_HABITS = {
    "files.encoding": "utf8",
    "files.eol": "\n",
    "files.autoSave": "afterDelay",
    "[markdown]": {
        "editor.quickSuggestions": {"other": "on", "strings": "on"},
        "editor.wordBasedSuggestions": "off",
    },
}
"""Saved a second after typing, an entry is checked while one writes. In Markdown, VS Code offers nothing unless asked to;
values of metadata are strings to it."""


@click.command(
    help="输出一种内容的 JSON Schema；加 --write 时为 VS Code 写好全部，打字时就有提示和红线。",
    options_metavar="[选项]",
)
@click.argument("kind", required=False, type=Choice(kind_names()), metavar="[种类]")
@click.option("--write", is_flag=True, help=f"写进 {SCHEMA_FOLDER} 和 .vscode/settings.json。")
@click.option(
    "--guide", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="把全部字段的说明写成 Markdown。"
)
@project_option
def schema(kind: str | None, write: bool, guide: Path | None, folder: Path | None) -> None:
    """Print one schema, write all of them, or write the field guide."""
    if kind is None and not write and guide is None:
        raise click.UsageError(
            "后面写种类（" + "、".join(item.value for item in Kind) + "），或加 --write、--guide 文件。"
        )
    if kind is not None:
        click.echo(_json(entry_schema(Kind(kind))))
    if guide is not None:
        guide.write_text(field_guide(), encoding="utf-8", newline="\n")
    if write:
        project = open_project(folder)
        catalogue = read_catalogue(project, survey(project)).catalogue
        written = write_editor_files(project, known_ids(catalogue))
        click.echo(f"写好了 {written} 个 Schema，在 {SCHEMA_FOLDER}。用 VS Code 打开这个文件夹：")
        click.echo("· 登记表（*.yaml）打字时就有提示和红线，要装 YAML 扩展（redhat.vscode-yaml）。")
        click.echo("· 稿件（index.md）打字时有提示：打“区县”出现 district，打站点的名字出现它的编号。")
        click.echo("· 打开文件夹时会问要不要允许自动任务，选允许：从此一边写一边检查，问题用红线标在稿件里。")


def write_editor_files(project: Project, known: dict[str, list[tuple[str, str]]]) -> int:
    """Write schemas, point VS Code's YAML extension at them, give it snippets and the check as a task; how many schemas.

    ``known`` are the ids that references may name. Other settings, and tasks and
    recommendations that exist, stay as they are.
    """
    schemas = schema_files(known)
    settings_file = project.root / ".vscode" / "settings.json"
    settings = _existing_settings(settings_file)
    folder = project.root / SCHEMA_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, (content, _) in schemas.items():
        _write(folder / f"{name}.schema.json", _json(content) + "\n")
    settings["yaml.schemas"] = {
        **settings.get("yaml.schemas", {}),
        **{f"./{SCHEMA_FOLDER}/{name}.schema.json": pattern for name, (_, pattern) in schemas.items()},
    }
    for name, value in _HABITS.items():
        settings.setdefault(name, value)
    _write(settings_file, _json(settings) + "\n")
    _write(project.root / SNIPPETS, _json(snippets(known)) + "\n")
    starter = files(__package__) / "starter" / "vscode"
    for name in (CHECK_TASK, EXTENSIONS):
        target = project.root / name
        if not target.exists():
            _write(target, (starter / target.name).read_text(encoding="utf-8"))
    return len(schemas)


def _existing_settings(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Trouble(f"{path} 不是标准的 JSON（可能有注释），没有改动它。请去掉注释后再试。") from None
    if not isinstance(found, dict) or not isinstance(found.get("yaml.schemas", {}), dict):
        raise Trouble(f"{path} 的内容不是一组设置，没有改动它。")
    return found


def schema_line(entry_folder: str, name: str) -> str:
    """The comment that tells yaml-language-server which schema a file follows."""
    depth = entry_folder.count("/") + 1 if entry_folder else 0
    return f"# yaml-language-server: $schema={'../' * depth}{SCHEMA_FOLDER}/{name}.schema.json"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)
