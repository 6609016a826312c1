"""``python -m benchmarks.media_kits``: what media kits cost a site, and that a site without any pays nothing.

The same corpus is built without kits and with them, by whole builds in processes of their own: the first build, an
unchanged one, an edit of a story without a kit, an edit of one with. The difference of the first builds is the kits' own
time; their photos on pages are paid in both. Times are wall and processor time of all processes of a build: the latter
says something on a busy machine, too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from . import machine
from .corpus import write_corpus, write_story
from .processes import Usage, run
from .stories import story

ROOT = Path(__file__).parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.media_kits", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="stories (default 10000)")
    parser.add_argument("--kits", type=int, default=300, help="stories with a kit (default 300)")
    parser.add_argument("--photos", type=int, default=2, help="photos of 4 megapixels in each of these (default 2)")
    options = parser.parse_args(arguments)
    print(machine.describe())
    lines = []
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        project = Path(folder)
        write_corpus(project, options.size)
        (project / "theme").mkdir(exist_ok=True)
        numbers = range(options.size - options.kits, options.size)
        for number in numbers:
            write_story(project, story(number), options.photos)
        for kits in (False, True):
            if kits:
                for number in numbers:
                    _front(_path(project, number), "media: true")
            subprocess.run(["rm", "-rf", project / "site", project / ".zoujin"], check=True)
            first = _build(project)
            unchanged = min((_build(project) for _ in range(3)), key=lambda usage: usage.cpu)
            _edit(_path(project, 0), "改过一处。")
            plain = _build(project)
            _edit(_path(project, numbers[0]), "改过一处。")
            own = _build(project)
            lines.append((f"{options.kits if kits else 0} kits", first, unchanged, plain, own))
        files = list((project / "site" / "kits").rglob("*.zip"))
        size = sum(path.stat().st_size for path in files) / len(files)
    print(f"{options.size} stories, {options.photos} photos in each of {options.kits}; seconds: wall, processor")
    print("| | first | unchanged | another story edited | a story of these edited |\n|---|--:|--:|--:|--:|")
    for name, *usages in lines:
        print(f"| {name} | {' | '.join(f'{usage.wall:.2f}, {usage.cpu:.2f}' for usage in usages)} |")
    wall, cpu = ((getattr(lines[1][1], of) - getattr(lines[0][1], of)) / options.kits for of in ("wall", "cpu"))
    print(f"a kit: {wall * 1000:.0f} ms ({1 / wall:.1f} kits a second), {cpu * 1000:.0f} ms of processor time")
    print(f"{len(files)} ZIP files of {size / 1024:.0f} KB")
    return 0


def _path(project: Path, number: int) -> Path:
    head = story(number).head
    return project / "stories" / str(head.date.year) / head.slug / "index.md"


def _front(path: Path, line: str) -> None:
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")


def _edit(path: Path, sentence: str) -> None:
    time.sleep(0.1)
    path.write_text(f"{path.read_text('utf-8')}\n{sentence}\n", encoding="utf-8")


def _build(project: Path) -> Usage:
    subprocess.run(["sync"], check=False)
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1"}
    usage = run([sys.executable, "-m", "generator", "build"], project, env, project / "build.log")
    print(f"{usage.wall:.2f} s, {usage.cpu:.2f} s of processor time", file=sys.stderr, flush=True)
    return usage


if __name__ == "__main__":
    sys.exit(main())
