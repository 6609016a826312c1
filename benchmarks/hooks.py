"""``python -m benchmarks.hooks``: what Git's hooks cost a person who commits and pushes, and a server that is pushed to.

Each hook as Git calls it, in a project whose stories have six signed records each. CPU time is that of all processes
of a hook, so that it says something on a busy machine, too.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from . import machine
from .corpus import write_corpus
from .review_corpus import commit, git, review_corpus
from .tables import record

RESULTS = Path(__file__).parent / "RESULTS.md"
NOTHING = "0" * 40


class Cost(NamedTuple):
    """Seconds."""

    wall: float
    cpu: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hooks", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="stories (default 10000)")
    parser.add_argument("--record", metavar="TITLE", help="write the table into RESULTS.md under this title")
    options = parser.parse_args(arguments)
    load = machine.load()
    place = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        project = Path(folder) / "project"
        write_corpus(project, options.size)
        review_corpus(project)
        table = _measure(project)
    section = (
        f"{time.strftime('%Y-%m-%d')}. {machine.describe()}; load average before the run {load:.1f}. "
        f"{options.size} stories, six signed records each.\n\n{table}"
    )
    print(section)
    if options.record:
        record(RESULTS, options.record, section)
    return 0


def _measure(project: Path) -> str:
    rows: list[tuple[str, Cost]] = []
    story = sorted((project / "stories").glob("*/*/index.md"))[0]
    _edit(project, story)
    rows.append(("pre-commit, the first in a clone", _hook(project, "pre-commit")))
    rows.append(("pre-commit, the same once more", _hook(project, "pre-commit")))
    _edit(project, story)
    rows.append(("pre-commit, after one edit", _hook(project, "pre-commit")))
    story.write_text(story.read_text(encoding="utf-8") + "\n还没有 git add。\n", encoding="utf-8")
    rows.append(("pre-commit, the file edited again since", _hook(project, "pre-commit")))
    commit(project, "edit")
    rows.append(("pre-commit, everything committed", _hook(project, "pre-commit")))
    head = git(project, "rev-parse", "HEAD").strip()
    line = f"refs/heads/main {head} refs/heads/main {NOTHING}\n"
    rows.append(("pre-push, the first in a clone", _hook(project, "pre-push", line)))
    rows.append(("pre-push, after one commit", _after_commit(project, story, "pre-push", line)))
    rows += _server(project, story)
    lines = ["| | wall s | CPU s |", "|---|--:|--:|"]
    lines += [f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} |" for name, cost in rows]
    return "\n".join(lines)


def _server(project: Path, story: Path) -> list[tuple[str, Cost]]:
    bare = project.parent / "server.git"
    shutil.rmtree(bare, ignore_errors=True)
    git(project.parent, "clone", "-q", "--bare", str(project), str(bare))
    first = git(project, "rev-parse", "HEAD~1").strip()
    second = git(project, "rev-parse", "HEAD").strip()
    rows = [("pre-receive, the first push", _hook(bare, "pre-receive", f"{first} {second} refs/heads/main\n"))]
    story.write_text(story.read_text(encoding="utf-8") + "\n再补一句。\n", encoding="utf-8")
    commit(project, "once more")
    third = git(project, "rev-parse", "HEAD").strip()
    git(project, "push", "-q", "--no-verify", str(bare), "main")
    rows.append(("pre-receive, the next push", _hook(bare, "pre-receive", f"{second} {third} refs/heads/main\n")))
    return rows


def _after_commit(project: Path, story: Path, hook: str, line: str) -> Cost:
    story.write_text(story.read_text(encoding="utf-8") + "\n补一句。\n", encoding="utf-8")
    commit(project, "another edit")
    return _hook(project, hook, line)


def _edit(project: Path, story: Path) -> None:
    time.sleep(0.05)
    story.write_text(story.read_text(encoding="utf-8") + f"\n第 {time.time_ns()} 次补充。\n", encoding="utf-8")
    git(project, "add", "-A")


def _hook(folder: Path, name: str, given: str = "") -> Cost:
    started, before = time.perf_counter(), _children()
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "hook", name], cwd=folder, input=given, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}, check=False,
    )  # fmt: skip
    wall, cpu = time.perf_counter() - started, _children() - before
    if done.returncode:
        sys.exit(f"{name}: {done.stdout}{done.stderr}")
    return Cost(wall, cpu)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
