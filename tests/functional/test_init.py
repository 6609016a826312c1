"""``zoujin init``: another city's project, complete at once, and nothing of the sample city in it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from terminal import at_a_terminal

from generator.cli.main import run
from generator.model.kinds import REGISTERS

CITY = ["--city", "江城市", "--district", "chengdong=城东区", "--district", "城西区", "--today", "2026-03-12"]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("init") / "江城 site"
    assert run(["init", str(folder), *CITY]) == 0
    assert run(["check", "-C", str(folder)]) == 0
    assert run(["build", "-C", str(folder), "--jobs", "1"]) == 0
    return folder


def written(city: Path) -> list[Path]:
    made = (".zoujin", "site", ".site-spare")
    return [path for path in city.rglob("*") if path.is_file() and path.relative_to(city).parts[0] not in made]


def test_the_check_finds_nothing(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "-C", str(city)]) == 0
    assert "没有发现问题" in capsys.readouterr().out


def test_the_site_stands_without_a_single_story(city: Path) -> None:
    home = (city / "site" / "index.html").read_text(encoding="utf-8")
    assert "江城志愿" in home
    assert "练习稿" not in home
    assert not (city / "site" / "stories" / "2026").exists()
    main = re.sub(r"<[^>]+>", "", home[home.index("<main") : home.index("</main>")])
    assert len(re.findall("[一-鿿]", main)) > 10, "a reader is told why there is nothing yet"


def test_every_register_and_a_story_to_practise_on_are_there(city: Path) -> None:
    files = {path.relative_to(city).as_posix() for path in written(city)}
    assert {register.file for register in REGISTERS} <= files
    assert {
        "README.md", ".gitignore", "mkdocs.yml", "stations.yaml", "content/settings.yaml",
        "stories/2026/first-story/index.md", ".vscode/settings.json", ".vscode/tasks.json", ".vscode/extensions.json",
    } <= files  # fmt: skip


def test_the_theme_holds_only_what_a_city_changes(city: Path) -> None:
    theme = {path.relative_to(city / "theme").as_posix() for path in (city / "theme").rglob("*") if path.is_file()}
    assert theme == {"assets/tokens.css", "assets/emblem.svg", "assets/favicon.svg"}


def test_a_changed_colour_reaches_the_site(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path / "c"), *CITY]) == 0
    tokens = tmp_path / "c" / "theme" / "assets" / "tokens.css"
    tokens.write_text(tokens.read_text(encoding="utf-8").replace("--main:", "--main: #123456; --was:", 1), "utf-8")
    assert run(["build", "-C", str(tmp_path / "c"), "--jobs", "1"]) == 0
    (published,) = (tmp_path / "c" / "site").rglob("site.css")
    assert "#123456" in published.read_text(encoding="utf-8")


def test_nothing_of_the_sample_city_is_in_it(city: Path) -> None:
    districts = re.findall(r"name: (\S+)", (ROOT / "content" / "districts.yaml").read_text(encoding="utf-8"))
    words = ["河湾", "hewan", *(name for name in districts if name != "高新区")]  # a word for such zones anywhere
    assert len(words) == 7
    for path in written(city):
        text = path.read_text(encoding="utf-8")
        assert [word for word in words if word in text] == [], path


def test_no_placeholder_is_left(city: Path) -> None:
    assert [path for path in written(city) if "«" in path.read_text(encoding="utf-8")] == []


def test_editors_find_a_schema_for_every_file(city: Path) -> None:
    settings = json.loads((city / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for name in settings["yaml.schemas"]:
        Draft202012Validator.check_schema(json.loads((city / name).read_text(encoding="utf-8")))
    for path in [*(city / "content").glob("*.yaml"), city / "stations.yaml"]:
        line = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / line.partition("$schema=")[2]).is_file()
    json.loads((city / ".vscode" / "tasks.json").read_text(encoding="utf-8"))


def test_the_task_reads_what_the_check_says(city: Path) -> None:
    tasks = json.loads((city / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    first, second = next(task for task in tasks if task["args"] == ["zoujin", "check"])["problemMatcher"]["pattern"]
    report = "stories/2026/first-story/index.md:6:14: error[unknown-district]\n  区县“x”不在名录中。"
    place, message = report.split("\n")
    found = re.search(first["regexp"], place)
    assert found is not None
    assert found[first["file"]] == "stories/2026/first-story/index.md"
    assert (found[first["line"]], found[first["column"]], found[first["severity"]]) == ("6", "14", "error")
    assert re.search(second["regexp"], message)


def test_names_with_signs_of_yaml_are_written_safely(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    name = "江城: “志愿” #1"
    assert run(["init", str(folder), *CITY, "--site-name", name, "--organiser", "- 中心: *甲"]) == 0
    assert run(["check", "-C", str(folder)]) == 0
    assert run(["build", "-C", str(folder), "--jobs", "1"]) == 0
    assert "江城: “志愿” #1" in (folder / "site" / "index.html").read_text(encoding="utf-8")


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "旧稿.docx").write_bytes(b"x")
    assert run(["init", str(tmp_path), *CITY]) == 1
    assert "旧稿.docx" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["旧稿.docx"]
    assert run(["init", str(tmp_path / "旧稿.docx"), *CITY]) == 1


def test_a_fresh_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert run(["init", str(tmp_path), *CITY]) == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--city", "江城市"], "--district"),
        (["--district", "a=甲区"], "--city"),
        (["--city", "江城市", "--district", "A B=甲区"], "小写字母"),
        (["--city", "江城市", "--district", "a=甲区", "--district", "a=乙区"], "两次"),
        (["--city", "江城市", "--district", "a="], "编号=名称"),
        (["--city", "", "--district", "a=甲区"], "--city"),
        (["--city", "长" * 201, "--district", "a=甲区"], "太长"),
    ],
)
def test_wrong_usage_writes_nothing(
    tmp_path: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path / "c"), *options]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "c").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_at_a_terminal_it_asks(tmp_path: Path) -> None:
    said, code = at_a_terminal(["init", str(tmp_path / "c")], ["", "江城市", "", "城东区、城西区", ""])
    assert code == 0, said
    assert "不能空着" in said
    districts = (tmp_path / "c" / "content" / "districts.yaml").read_text(encoding="utf-8")
    assert "- id: chengdong\n  name: 城东区\n" in districts
    assert "site_name: 江城志愿" in (tmp_path / "c" / "content" / "settings.yaml").read_text(encoding="utf-8")


def test_the_pages_every_city_needs_wait_as_drafts_and_stand_once_they_are_let_go(
    city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(city, tmp_path / "city", ignore=shutil.ignore_patterns(".zoujin", "site", ".site*")))
    pages = sorted((folder / "content" / "pages").glob("*/index.md"))
    assert {page.parent.name for page in pages} == {"take-part", "help", "hours", "about", "accessibility", "media"}
    assert not (city / "site" / "about").exists()
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "\ndraft: true\n" in text
        page.write_text(text.replace("\ndraft: true\n", "\n"), encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "-C", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "error[" not in said
    assert "warning[" not in said
    assert run(["build", "-C", str(folder), "--jobs", "1"]) == 0
    home = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert [home.index(f'href="/{slug}/"') for slug in ("take-part", "help", "hours", "about")]
