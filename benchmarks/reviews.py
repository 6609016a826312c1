"""``python -m benchmarks.reviews``: what reviews cost: verifying, and builds of a site whose stories have six signed
records each beside builds of the same site without reviews.

Whole commands in processes of their own; CPU time is that of all their processes, so that it says something on a busy
machine, too.
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
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from generator.pipeline.project import Project
from generator.review.records import parse_record

from . import machine
from .corpus import TODAY, write_corpus
from .review_corpus import commit, records_of, review_corpus, signers
from .tables import record

RESULTS = Path(__file__).parent / "RESULTS.md"


class Cost(NamedTuple):
    """Seconds."""

    wall: float
    cpu: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reviews", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="stories (default 10000)")
    parser.add_argument(
        "--rounds", type=int, default=3, help="times each command is run; the fastest counts (default 3)"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="write the project here and leave it; use one that is there"
    )
    parser.add_argument("--record", metavar="TITLE", help="write the table into RESULTS.md under this title")
    options = parser.parse_args(arguments)
    load = machine.load()
    place = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        project = options.keep or Path(folder) / "project"
        if not (project / ".git").exists():
            write_corpus(project, options.size)
            review_corpus(project)
        table = _measure(project, options.rounds)
    section = (
        f"{time.strftime('%Y-%m-%d')}. {machine.describe()}; load average before the run {load:.1f}. "
        f"{options.size} stories, six signed records each.\n\n{table}"
    )
    print(section)
    if options.record:
        record(RESULTS, options.record, section)
    return 0


def _measure(project: Path, rounds: int) -> str:
    verify = ["verify"]
    build = ["build", "--today", TODAY]
    cold = _best(rounds, project, [*verify, "--fresh"], _forget)
    read = _best(rounds, project, [*verify, "--fresh"])
    warm = _best(rounds, project, verify)
    built = _best(rounds, project, build, _forget)
    known = _best(rounds, project, build, _forget_all_but_reviews)
    same = _best(rounds, project, build)
    edit = _best(rounds, project, build, _approve_an_edit)
    waiting = _best(rounds, project, build, _edit)
    policy = project / "content/review"
    away = project / "content/away"
    policy.rename(away.with_name(".review"))
    git = project / ".git"
    git.rename(project / ".gone")
    plain = _best(rounds, project, build, _forget)
    plain_same = _best(rounds, project, build)
    plain_edit = _best(rounds, project, build, _edit)
    (project / ".gone").rename(git)
    away.with_name(".review").rename(policy)
    rows = [
        ("verify, nothing read before", cold, None),
        ("verify --fresh, stories read before", read, None),
        ("verify, nothing changed", warm, None),
        ("build, nothing known", built, plain),
        ("build, only reviews known", known, plain),
        ("build, nothing changed", same, plain_same),
        ("build, one story edited and approved", edit, plain_edit),
        ("build, one story edited, not approved", waiting, plain_edit),
    ]
    lines = ["| | wall s | CPU s | without reviews: wall s | CPU s |", "|---|--:|--:|--:|--:|"]
    for name, cost, without in rows:
        other = f"{without.wall:.2f} | {without.cpu:.2f}" if without else "– | –"
        lines.append(f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {other} |")
    return "\n".join(lines)


def _best(rounds: int, project: Path, command: list[str], before: object = None) -> Cost:
    found = []
    for _ in range(rounds):
        if callable(before):
            before(project)
        found.append(_run(project, command))
    return min(found)


def _run(project: Path, command: list[str]) -> Cost:
    started, before = time.perf_counter(), _children()
    done = subprocess.run([sys.executable, "-m", "generator", *command], cwd=project, capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}, check=False)  # fmt: skip
    wall, cpu = time.perf_counter() - started, _children() - before
    if done.returncode:
        sys.exit(f"{command}: {done.stdout}{done.stderr}")
    return Cost(wall, cpu)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _forget(project: Path) -> None:
    for name in (".zoujin", "site"):
        shutil.rmtree(project / name, ignore_errors=True)


def _forget_all_but_reviews(project: Path) -> None:
    kept = {"reviews.pickle", "reviews-late.pickle", "contents.pickle", "record-history.pickle"}
    shutil.rmtree(project / "site", ignore_errors=True)
    for path in Project(project).cache.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _edit(project: Path) -> Path:
    story = sorted((project / "stories").glob("*/*/index.md"))[0]
    time.sleep(0.05)
    with story.open("a", encoding="utf-8") as file:
        file.write(f"\n第 {time.time_ns()} 次补充。\n")
    return story


def _approve_an_edit(project: Path) -> None:
    story = _edit(project)
    entry = story.parent.relative_to(project).as_posix()
    commit(project, "edit")
    folder = story.parent / "review"
    last = max(
        (parse_record(path.name, path.read_bytes()) for path in folder.iterdir()), key=lambda item: item.record.time
    )
    start = last.record.moment + timedelta(minutes=1)
    for name, text in records_of(entry, {"index.md": story.read_bytes()}, signers(), start, (last.hash,)):
        (folder / name).write_text(text, encoding="utf-8")
    commit(project, "approve")


if __name__ == "__main__":
    sys.exit(main())
