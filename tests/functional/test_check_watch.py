"""``zoujin check --watch``: an editor saves, and is told again; VS Code's task reads where a report begins and ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli.main import run

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "tests/rules/_project"
STORY = "stories/2026/spring-clinic/index.md"
(TASK,) = [
    task
    for task in json.loads((ROOT / "generator/cli/starter/vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    if "--watch" in task["args"]
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(SOUND, root)
    return root


@pytest.fixture
def watching(project: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *TASK["args"][1:], "--today", "2026-03-12"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    yield process
    process.kill()
    process.wait()


def next_report(process: subprocess.Popen[str]) -> list[str]:
    """The lines of one report, found by the patterns that the task gives VS Code."""
    background = TASK["problemMatcher"]["background"]
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        if re.search(background["beginsPattern"], line):
            lines = []
        elif re.search(background["endsPattern"], line):
            return lines
        else:
            lines.append(line.rstrip("\n"))
    raise AssertionError("the check ended by itself")


def test_every_save_is_answered_with_a_report(project: Path, watching: subprocess.Popen[str]) -> None:
    assert "没有发现问题" in "".join(next_report(watching))
    story = project / STORY
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("byline:", "rights: 随便\nbyline:", 1), encoding="utf-8")
    place, message, *_ = next_report(watching)
    first, second = TASK["problemMatcher"]["pattern"]
    found = re.search(first["regexp"], place)
    assert found is not None
    assert (found[first["file"]], found[first["severity"]], found[first["code"]]) == (STORY, "error", "schema-value")
    assert re.search(second["regexp"], message)
    story.write_text(text, encoding="utf-8")
    assert "没有发现问题" in "".join(next_report(watching))
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=30) != 0


def test_a_file_saved_in_a_foreign_encoding_does_not_end_it(project: Path, watching: subprocess.Popen[str]) -> None:
    next_report(watching)
    (project / STORY).write_bytes("---\ntitle: 诊所\n---\n".encode("utf-16"))
    assert any("UTF-16" in line for line in next_report(watching))
    (project / STORY).unlink()
    assert any("error[" in line for line in next_report(watching))


def test_a_report_for_a_program_cannot_be_watched(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "-C", str(project), "--watch", "--format", "json"]) == 2
    assert "--watch" in capsys.readouterr().err
