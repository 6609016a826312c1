"""``zoujin check`` from the command line: what is said, in what order, and with which exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from checked_project import sound_project

from generator.cli.main import run

STORY = "stories/2026/spring-clinic/index.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sound_project(tmp_path / "project")


def check(root: Path, *arguments: str) -> int:
    return run(["check", "-C", str(root), "--today", "2026-03-12", *arguments])


def break_story(root: Path, slug: str, wrong: str = "rights: 随便") -> None:
    text = (root / STORY).read_text("utf-8").replace("byline:", f"{wrong}\nbyline:", 1)
    target = root / f"stories/2026/{slug}/index.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def test_clean(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project) == 0
    assert "没有发现问题" in capsys.readouterr().out


def test_one_run_names_all_problems_in_order(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_story(project, "b", "rights: 随便\ntitel: x")
    break_story(project, "a", "subtitle: 副题: 两个冒号\nrights: 随便")
    with (project / "stories/2026/a/index.md").open("a", encoding="utf-8") as file:
        file.write("\n# 一级标题\n")
    (project / "stories/2026/c").mkdir()
    assert check(project, "--format", "json") == 1
    found = [(item["path"], item["rule"]) for item in json.loads(capsys.readouterr().out)["diagnostics"]]
    assert found == sorted(found, key=lambda item: item[0])
    assert ("stories/2026/a/index.md", "yaml-syntax") in found
    assert ("stories/2026/a/index.md", "schema-value") in found
    assert ("stories/2026/a/index.md", "heading-level-one") in found
    assert ("stories/2026/b/index.md", "schema-unknown-key") in found
    assert ("stories/2026/c", "bundle-without-index") in found


def test_what_a_half_written_entry_refers_to_is_looked_up_at_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt key, a wrong value and a missing field hide nothing of the rest, and bring forth nothing that is not there."""
    break_story(project, "a", "rights: 随便\nstaton: x\nstation: nowhere\npeople: [nobody]")
    story = project / "stories/2026/a/index.md"
    lines = [line for line in story.read_text("utf-8").splitlines() if not line.startswith(("title:", "people: [zhou"))]
    story.write_text("\n".join([*lines, "", "::: person nobody-else", ":::", ""]), "utf-8")
    assert check(project, "--format", "json", str(story)) == 1
    found = {(item["rule"], item["line"] > 1) for item in json.loads(capsys.readouterr().out)["diagnostics"]}
    assert found == {
        ("schema-missing", False),
        ("schema-value", True),
        ("schema-unknown-key", True),
        ("unknown-station", True),
        ("unknown-person", True),
    }


def test_a_path_limits_the_report_and_not_the_reading(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_story(project, "a", "station: nowhere")
    break_story(project, "b")
    assert check(project, str(project / "stories/2026/a")) == 1
    out = capsys.readouterr().out
    assert "unknown-station" in out and "stories/2026/b" not in out
    assert check(project, str(project / STORY)) == 0


def test_warnings_alone_do_not_fail(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "stories/2026/loose.md").write_text("x", "utf-8")
    assert check(project) == 0
    assert "file-unexpected" in capsys.readouterr().out


def test_three_hundred_broken_files_stay_readable(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(300):
        break_story(project, f"s{number:03}")
    assert check(project) == 1
    out = capsys.readouterr().out
    assert "另有 299 处" in out and "300 个错误" in out
    assert len(out.splitlines()) < 30


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "text"])
def test_formats_speak_of_the_same(project: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    break_story(project, "a")
    assert check(project, "--format", form) == 1
    out = capsys.readouterr().out
    assert "schema-value" in out and "stories/2026/a/index.md" in out


def test_not_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path) in (1, 2)
    told = capsys.readouterr().err
    assert "Traceback" not in told and any("一" <= sign <= "鿿" for sign in told)


def test_unknown_path(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project, "stories/2026/nothing") == 2
    assert "nothing" in capsys.readouterr().err


def test_a_cache_that_cannot_be_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / ".zoujin", ignore_errors=True)
    (project / ".zoujin").write_text("in the way", "utf-8")
    break_story(project, "a")
    assert check(project) == 1
    assert "schema-value" in capsys.readouterr().out
    assert (project / ".zoujin").read_text("utf-8") == "in the way"
