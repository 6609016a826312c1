"""A small project in a Git repository whose people review it, driven through the command line."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.cli.main import run

STORY = "stories/2026/night-bus"
PEOPLE = """\
- id: chen
  name: 陈一舟
- id: zhao
  name: 赵初
  stages: [first, proof-1, check]
- id: qian
  name: 钱复
  stages: [second, proof-2]
- id: sun
  name: 孙终
  stages: [final, proof-3, issue]
- id: li
  name: 李分管
  stages: [leader]
- id: zhou
  name: 周办公
  clerk: true
"""
POLICY = """\
mode: registered
requirements:
  - name: 三审三校
    kinds: [story]
    stages: [first, proof-1, second, proof-2, final, proof-3]
  - name: 站点
    kinds: [station]
    stages: [check]
  - name: 其余
    kinds: [activity, profile, campaign, feature, page, announcement, public-notice, policy, list, news, republished]
    stages: []
"""
TEXT = """\
---
title: 夜班公交末站的热水
summary: 末站的灯还亮着。
date: 2026-03-06
into: community
categories: [mutual-aid]
district: chengdong
byline: 陈一舟
---

夜里十一点，末站的灯还亮着。
"""


class Clone:
    """A working copy. Commands are run in it as an editor would run them."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments: str) -> str:
        """What git says."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", "-C", str(self.root), "-c", "user.name=test", "-c", "user.email=test@hewan.example",
             "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always", *arguments],
            env={**clean, "LC_ALL": "C"}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")

    def commit(self, message: str = "edit") -> str:
        """Commit everything; the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD").strip()

    def zoujin(self, *arguments: str) -> int:
        """The exit code of a command."""
        return run([*arguments, "-C", str(self.root)])

    def review(self, command: str, who: str, *more: str, entry: str = STORY, today: str = "2026-03-06") -> int:
        """A review command by somebody, committed when it succeeds."""
        arguments = [command, entry, "--as", who, "--today", today, *more]
        code = self.zoujin(*arguments)
        if code == 0:
            self.commit(f"审核：{command}")
        return code

    def three_levels(self, today: str = "2026-03-06", entry: str = STORY) -> None:
        """A whole round of 三审三校."""
        assert self.review("submit", "chen", today=today, entry=entry) == 0
        for who in ("zhao", "qian", "sun"):
            assert self.review("pass", who, "--proof", today=today, entry=entry) == 0

    def records(self, entry: str = STORY) -> list[Path]:
        """The record files of an entry, oldest first."""
        return sorted((self.root / entry / "review").glob("*.json"))

    def clone(self, target: Path, *arguments: str) -> Clone:
        """A clone of this repository."""
        self.git("clone", "-q", *arguments, self.root.as_uri(), str(target))
        return Clone(target)


def new_city(root: Path) -> Clone:
    """A city's fresh project with a story, a policy and people, committed."""
    city = ["--city", "江城市", "--district", "chengdong=城东区", "--today", "2026-03-06"]
    assert run(["init", str(root), *city]) == 0
    clone = Clone(root)
    clone.write("content/review/people.yaml", PEOPLE)
    clone.write("content/review/policy.yaml", POLICY)
    clone.write(f"{STORY}/index.md", TEXT)
    clone.git("init", "-q", "-b", "main")
    clone.commit("begin")
    return clone
