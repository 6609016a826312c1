"""``zoujin schema``: JSON Schema for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from generator.model.kinds import Kind
from generator.model.schema import entry_schema, schema_files
from generator.pipeline.known_ids import known_ids
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue, survey

from .project_option import open_project, project_option
from .trouble import Trouble

SCHEMA_FOLDER = ".vscode/schemas"


@click.command(
    help="输出一种内容的 JSON Schema；加 --write 时为 VS Code 写好全部，打字时就有提示和红线。",
    options_metavar="[选项]",
)
@click.argument("kind", required=False, type=click.Choice([kind.value for kind in Kind]), metavar="[种类]")
@click.option("--write", is_flag=True, help=f"写进 {SCHEMA_FOLDER} 和 .vscode/settings.json。")
@project_option
def schema(kind: str | None, write: bool, folder: Path | None) -> None:
    """Print one schema, or write all of them."""
    if kind is None and not write:
        raise click.UsageError("后面写种类（" + "、".join(item.value for item in Kind) + "），或加 --write。")
    if kind is not None:
        click.echo(_json(entry_schema(Kind(kind))))
    if write:
        project = open_project(folder)
        catalogue = read_catalogue(project, survey(project)).catalogue
        written = write_schemas(project, schema_files(known_ids(catalogue)))
        click.echo(
            f"写好了 {written} 个 Schema，在 {SCHEMA_FOLDER}。VS Code 装上 YAML 扩展（redhat.vscode-yaml）即可使用。"
        )


def write_schemas(project: Project, files: dict[str, tuple[dict[str, Any], str]]) -> int:
    """Write schemas and point VS Code's YAML extension at them; how many were written."""
    folder = project.root / SCHEMA_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, (content, _) in files.items():
        (folder / f"{name}.schema.json").write_text(_json(content) + "\n", encoding="utf-8")
    settings_file = project.root / ".vscode" / "settings.json"
    settings = _existing_settings(settings_file)
    settings["yaml.schemas"] = {
        **settings.get("yaml.schemas", {}),
        **{f"./{SCHEMA_FOLDER}/{name}.schema.json": pattern for name, (_, pattern) in files.items() if pattern},
    }
    settings.setdefault("files.encoding", "utf8")
    settings.setdefault("files.eol", "\n")
    settings_file.write_text(_json(settings) + "\n", encoding="utf-8")
    return len(files)


def _existing_settings(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Trouble(f"{path} 不是标准的 JSON（可能有注释），没有改动它。请去掉注释后再试。") from None
    if not isinstance(found, dict):
        raise Trouble(f"{path} 的内容不是一组设置，没有改动它。")
    return found


def schema_line(entry_folder: str, name: str) -> str:
    """The comment that tells yaml-language-server which schema a file follows."""
    depth = entry_folder.count("/") + 1 if entry_folder else 0
    return f"# yaml-language-server: $schema={'../' * depth}{SCHEMA_FOLDER}/{name}.schema.json"


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)
