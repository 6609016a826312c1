"""``zoujin schema``: what it prints, and that it respects the settings an editor has already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli.main import run
from generator.cli.schema import schema_line
from generator.model.field_guide import field_guide


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "stations.yaml").write_text("", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "districts.yaml").write_text("- {id: chengdong, name: 城东区}\n", encoding="utf-8")
    return tmp_path


def write(city: Path) -> int:
    return run(["schema", "--write", "-C", str(city)])


def test_one_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "activity"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "志愿活动"


def test_neither_a_kind_nor_an_option_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 2
    assert "--write" in capsys.readouterr().err


def test_written_schemas_offer_the_ids_of_the_project(city: Path) -> None:
    assert write(city) == 0
    story = json.loads((city / ".vscode" / "schemas" / "story.schema.json").read_text(encoding="utf-8"))
    assert story["properties"]["district"]["anyOf"][0] == {
        "const": "chengdong", "title": "城东区", "description": "城东区",
    }  # fmt: skip


def test_settings_and_tasks_that_exist_stay(city: Path) -> None:
    folder = city / ".vscode"
    folder.mkdir()
    mine = {"editor.fontSize": 18, "files.eol": "\r\n", "yaml.schemas": {"./mine.json": "x.yaml"}}
    (folder / "settings.json").write_text(json.dumps(mine), encoding="utf-8")
    (folder / "tasks.json").write_text("{}", encoding="utf-8")
    assert write(city) == 0
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert (settings["editor.fontSize"], settings["files.eol"]) == (18, "\r\n")
    assert settings["yaml.schemas"]["./mine.json"] == "x.yaml"
    assert settings["yaml.schemas"]["./.vscode/schemas/stations.schema.json"] == "stations.yaml"
    assert (folder / "tasks.json").read_text(encoding="utf-8") == "{}"
    assert write(city) == 0, "and once more"


@pytest.mark.parametrize("content", ["// 注释\n{}", "[]", '{"yaml.schemas": 1}'])
def test_settings_that_are_not_understood_are_left_alone(
    city: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = city / ".vscode"
    folder.mkdir()
    (folder / "settings.json").write_text(content, encoding="utf-8")
    assert write(city) == 1
    assert "没有改动" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["settings.json"]


def test_the_guide_is_written(tmp_path: Path) -> None:
    assert run(["schema", "--guide", str(tmp_path / "fields.md")]) == 0
    assert (tmp_path / "fields.md").read_text(encoding="utf-8") == field_guide()


def test_the_comment_leads_up_to_the_project() -> None:
    assert schema_line("stories/2026/x", "story").endswith("$schema=../../../.vscode/schemas/story.schema.json")
    assert schema_line("", "stations").endswith("$schema=.vscode/schemas/stations.schema.json")
