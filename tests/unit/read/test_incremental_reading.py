"""Reading again only what changed gives what reading everything gives."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.pipeline.project import Project
from generator.pipeline.reading import Reading, read_catalogue
from generator.pipeline.survey import survey

STORY = """---
title: {title}
date: 2026-03-06
into: community
categories: [mutual-aid]
district: qinghe
byline: 陈一舟
---

{text}
"""


def write(root: Path, slug: str, title: str = "夜班公交", text: str = "正文。", *, settled: bool = True) -> Path:
    path = root / f"stories/2026/{slug}/index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STORY.format(title=title, text=text), "utf-8")
    if settled:
        settle(path)
    return path


def settle(path: Path, seconds_ago: float = 10) -> None:
    """As if the file had been written a while ago, so that its time can be trusted."""
    stamp = time.time_ns() - int(seconds_ago * 1e9)
    os.utime(path, ns=(stamp, stamp))


def read(root: Path) -> Reading:
    project = Project(root)
    return read_catalogue(project, survey(project))


def titles(reading: Reading) -> dict[str, str]:
    return {entry.slug: entry.title for entry in reading.catalogue.entries.values()}


def test_nothing_changed_reads_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a")
    assert read(tmp_path).fresh == 1
    assert read(tmp_path).fresh == 0


def test_an_edit_reads_one(tmp_path: Path) -> None:
    for slug in ("a", "b", "c"):
        write(tmp_path, slug)
    read(tmp_path)
    settle(write(tmp_path, "b", "新的题目"), 5)
    again = read(tmp_path)
    assert again.fresh == 1
    assert titles(again) == {"a": "夜班公交", "b": "新的题目", "c": "夜班公交"}


def test_an_edit_within_the_clocks_tick_is_seen(tmp_path: Path) -> None:
    path = write(tmp_path, "a", "甲甲甲甲", settled=False)
    stat = path.stat()
    read(tmp_path)
    write(tmp_path, "a", "乙乙乙乙", settled=False)
    os.utime(path, ns=(stat.st_mtime_ns, stat.st_mtime_ns))  # same size, same time
    assert titles(read(tmp_path)) == {"a": "乙乙乙乙"}


def test_deleted_and_renamed(tmp_path: Path) -> None:
    for slug in ("a", "b"):
        write(tmp_path, slug)
    read(tmp_path)
    (tmp_path / "stories/2026/a/index.md").unlink()
    (tmp_path / "stories/2026/a").rmdir()
    (tmp_path / "stories/2026/b").rename(tmp_path / "stories/2026/c")
    assert titles(read(tmp_path)) == {"c": "夜班公交"}


def test_broken_then_mended(tmp_path: Path) -> None:
    write(tmp_path, "a")
    write(tmp_path, "b")
    read(tmp_path)
    settle(write(tmp_path, "a", "夜班: 公交"), 8)
    broken = read(tmp_path)
    assert titles(broken) == {"b": "夜班公交"}
    assert [item.rule for item in broken.diagnostics if item.path.startswith("stories")] == ["yaml-syntax"]
    assert "stories/2026/a" in broken.catalogue.broken
    assert read(tmp_path).diagnostics == broken.diagnostics
    settle(write(tmp_path, "a", "夜班公交"), 6)
    mended = read(tmp_path)
    assert titles(mended) == {"a": "夜班公交", "b": "夜班公交"}
    assert not [item for item in mended.diagnostics if item.path.startswith("stories")]


def test_text_of_a_broken_entry_is_looked_at(tmp_path: Path) -> None:
    write(tmp_path, "a", "夜班: 公交", "# 一级标题")
    (text,) = read(tmp_path).broken_entries
    assert [heading.text for heading in text.outline.headings] == ["一级标题"]
    assert read(tmp_path).broken_entries == [text]


@pytest.mark.parametrize("damage", [b"", b"\x00", b"no pickle", b"\x80\x05."])
def test_a_damaged_cache_is_made_again(tmp_path: Path, damage: bytes) -> None:
    write(tmp_path, "a")
    read(tmp_path)
    cached = list((tmp_path / ".zoujin").rglob("*.pickle"))
    assert cached
    for path in cached:
        path.write_bytes(damage)
    assert titles(read(tmp_path)) == {"a": "夜班公交"}
    for path in cached:
        path.write_bytes(path.read_bytes()[:-20])
    assert titles(read(tmp_path)) == {"a": "夜班公交"}


def test_another_version_reads_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a")
    read(tmp_path)
    monkeypatch.setattr("generator.pipeline.reading.program_version", lambda: "another")
    assert read(tmp_path).fresh == 1


_READ_OFTEN = """
import sys
from pathlib import Path
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import survey
project = Project(Path(sys.argv[1]))
for _ in range(12):
    assert len(read_catalogue(project, survey(project)).catalogue.entries) == 30
"""


def test_two_commands_at_once(tmp_path: Path) -> None:
    """Fresh files are read by every run, so that both processes write all the time."""
    for number in range(30):
        settle(write(tmp_path, f"a{number}"), -600)
    command = [sys.executable, "-c", _READ_OFTEN, str(tmp_path)]
    root = Path(__file__).parents[3]
    both = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    errors = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], errors
