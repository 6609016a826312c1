"""``git zoujin`` is this installation, wherever Git is started: from a desktop there is no PATH of a virtual environment."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

import generator
from generator.pipeline.git_setup import begin_repository, use_hooks

TASKS = Path(generator.__file__).parent / "cli/starter/vscode/tasks.json"
PLAIN = {"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", ""), "LANG": "C.UTF-8"}


@pytest.mark.parametrize("place", ["", "网站 一"])
def test_tasks_find_the_program_and_the_project(tmp_path: Path, place: str) -> None:
    begin_repository(tmp_path)
    root = tmp_path / place
    (root / "content").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("", "utf-8")
    use_hooks(root)
    for task in json.loads(TASKS.read_text("utf-8"))["tasks"]:
        done = subprocess.run(
            [task["command"], *task["args"], "--help"],
            cwd=root / "content",
            env=PLAIN,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
    said = subprocess.run(
        ["git", "zoujin", "check", "--format", "json"],
        cwd=root / "content",
        env=PLAIN,
        capture_output=True,
        check=False,
    )
    assert json.loads(said.stdout)["diagnostics"][0]["path"] == "content/settings.yaml"
