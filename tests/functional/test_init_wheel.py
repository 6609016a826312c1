"""The installed package alone, in an environment of its own, starts a city and builds its site."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs in a fresh environment with the locked requirements and the wheel."""
    place = tmp_path_factory.mktemp("venv")
    _run([sys.executable, "-m", "venv", "--without-pip", str(place)], place)  # ours installs into it, which is quicker
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--quiet", "--disable-pip-version-check"]
    pip += ["install", "--no-compile"]
    _run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], place)
    _run([*pip, "--no-deps", str(wheel)], place)
    return programs


def test_the_wheel_carries_theme_rules_and_starter(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = [
        "generator/cli/starter/README.md",
        "generator/cli/starter/gitignore",
        "generator/cli/starter/vscode/tasks.json",
        "generator/cli/starter/githooks/pre-commit",
        "generator/cli/starter/ci/gitea/check.yml",
    ]
    wanted += [
        f"generator/theme/{path.relative_to(ROOT / 'theme').as_posix()}" for path in (ROOT / "theme").rglob("*.html")
    ]
    wanted += [f"generator/rules/pages/{path.name}" for path in (ROOT / "docs" / "rules").glob("*.md")]
    assert [name for name in wanted if name not in names] == []
    assert [name for name in names if name.startswith(("stories/", "content/", "tests/"))] == []


def test_a_city_begins_and_is_published(installed: Path, tmp_path: Path) -> None:
    zoujin = str(installed / "zoujin")
    origin = _run([str(installed / "python"), "-c", "import generator; print(generator.__file__)"], tmp_path)
    assert str(ROOT) not in origin
    made = ["init", "江城", "--city", "江城市", "--district", "chengdong=城东区", "--organiser", "江城市志愿服务中心"]
    _run([zoujin, *made, "--today", "2026-03-12"], tmp_path)
    city = tmp_path / "江城"
    values = ["into=view", "categories=culture", "district=chengdong", "byline=某某"]
    options = [part for value in values for part in ("--set", value)]
    _run([zoujin, "new", "story", "--slug", "first", "--title", "桥头的修车摊", *options, "-C", str(city)], tmp_path)
    (story,) = city.glob("stories/*/first/index.md")
    text = story.read_text(encoding="utf-8").replace("draft: true\n", "").partition("<!--")[0]
    story.write_text(text + "清早六点，桥头先响起来的是打气筒。\n", encoding="utf-8")
    assert "error" not in _run([zoujin, "check", "-C", str(city)], tmp_path)
    _run([zoujin, "build", "-C", str(city)], tmp_path)
    site = city / "site"
    page = site / story.parent.relative_to(city) / "index.html"
    assert "打气筒" in page.read_text(encoding="utf-8")
    assert "桥头的修车摊" in (site / "index.html").read_text(encoding="utf-8")
    assert {"site.css", "pages.css", "emblem.svg"} <= {path.name for path in site.rglob("assets/*/*")}
    _run([str(installed / "mkdocs"), "build", "--strict"], city)
    assert "打气筒" in page.read_text(encoding="utf-8")


def test_rules_are_explained_and_schemas_written(installed: Path, tmp_path: Path) -> None:
    assert "photo-no-alt" in _run([str(installed / "zoujin"), "explain", "photo-no-alt"], tmp_path)
    assert '"title"' in _run([str(installed / "zoujin"), "schema", "story"], tmp_path)


def _run(command: list[str], folder: Path) -> str:
    """What a command says; a failure shows all of it. Nothing of this repository is on its path."""
    hidden = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden} | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout
