"""Addresses that the project's history knows: what counts as vanished, and what a repository must be for it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.model.catalogue import Catalogue, Vanished
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import survey
from generator.pipeline.vanished import vanished_addresses
from generator.read import history

NOW = datetime(2026, 3, 12)
STORY = """---
title: 热水
summary: 一壶热水。
date: 2026-03-06
into: community
categories: [mutual-aid]
district: qinghe
byline: 陈一舟
{more}---

正文{words}。
"""
STATION = """- id: {id}
  name: 滨河站
  kind: community-station
  district: qinghe
  street: binhe
  area: urban
  address: 滨河路 18 号
{more}"""


class Repository:
    """A project under git whose every step is a commit, unless it says otherwise."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        (root / ".gitignore").write_text(".zoujin\n", encoding="utf-8")
        (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")

    def git(self, *arguments: str) -> None:
        names = ("-c", "user.name=test", "-c", "user.email=test@hewan.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(self.root), *names, *arguments], check=True, capture_output=True)

    def commit(self) -> Repository:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "step")
        return self

    def story(self, id: str, more: str = "", words: str = "") -> Repository:
        file = self.root / id / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(STORY.format(more=more, words=words), encoding="utf-8", newline="\n")
        return self

    def stations(self, *ids: str, more: str = "") -> Repository:
        text = "".join(STATION.format(id=id, more=more) for id in ids)
        (self.root / "stations.yaml").write_text(text or "[]\n", encoding="utf-8")
        return self

    def remove(self, id: str) -> Repository:
        (self.root / id / "index.md").unlink()
        (self.root / id).rmdir()
        return self

    def move(self, old: str, new: str) -> Repository:
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)
        return self

    def vanished(self) -> list[Vanished]:
        return look(self.root)


def catalogue_of(root: Path) -> Catalogue:
    project = Project(root)
    project.prepare_cache()
    return read_catalogue(project, survey(project)).catalogue


def look(root: Path) -> list[Vanished]:
    return list(vanished_addresses(Project(root), catalogue_of(root), NOW))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return (
        Repository(tmp_path / "city")
        .story("stories/2026/bus", words="一")
        .story("stories/2026/tea", words="二")
        .commit()
    )


def test_nothing_vanished(repository: Repository) -> None:
    assert repository.vanished() == []


@pytest.mark.parametrize("committed", [True, False])
def test_a_removed_entry_vanished(repository: Repository, committed: bool) -> None:
    repository.remove("stories/2026/bus")
    if committed:
        repository.commit().commit()
    assert repository.vanished() == [Vanished("stories/2026/bus")]


@pytest.mark.parametrize("committed", [True, False])
def test_a_renamed_entry_says_where_it_is(repository: Repository, committed: bool) -> None:
    repository.move("stories/2026/bus", "stories/2026/late-bus")
    if committed:
        repository.commit()
    assert repository.vanished() == [Vanished("stories/2026/bus", "stories/2026/late-bus")]
    repository.story("stories/2026/late-bus", "aliases: [stories/2026/bus]\n")
    assert repository.vanished() == []


def test_what_came_back_is_there(repository: Repository) -> None:
    repository.remove("stories/2026/bus").commit().story("stories/2026/bus").commit()
    assert repository.vanished() == []


def test_an_entry_with_errors_is_there(repository: Repository) -> None:
    (repository.root / "stories/2026/bus/index.md").write_text("---\ntitle: [\n", encoding="utf-8")
    assert repository.vanished() == []


@pytest.mark.parametrize(
    ("more", "seen"),
    [
        ("", True),
        ("draft: true\n", False),
        ("draft: 是\n", False),
        ("draft: false\n", True),
        ("embargo: 2099-01-01 08:00\n", False),
        ("embargo: 2026-03-07\n", True),
        ("expires: 2026-03-10\n", False),
        ("expires: 2026-03-10\nwithdrawn: {date: 2026-03-08, reason: 有误}\n", True),
        ("expires: 2099-01-01\n", True),
    ],
)
def test_what_no_reader_could_see_may_go(tmp_path: Path, more: str, seen: bool) -> None:
    repository = Repository(tmp_path / "city").story("stories/2026/bus", more).commit().remove("stories/2026/bus")
    assert bool(repository.vanished()) is seen
    assert bool(repository.commit().vanished()) is seen


@pytest.mark.parametrize("committed", [True, False])
def test_a_station_is_closed_not_removed(tmp_path: Path, committed: bool) -> None:
    def step(change: Callable[[], object]) -> list[Vanished]:
        change()
        if committed:
            repository.commit()
        return repository.vanished()

    repository = Repository(tmp_path / "city").stations("binhe", "dibei").commit()
    assert step(lambda: repository.stations("binhe")) == [Vanished("stations/dibei")]
    assert step(lambda: repository.stations("binhe", "dibei", more="  status: closed\n")) == []
    assert step(lambda: repository.stations("binhe", "embankment")) == [Vanished("stations/dibei")]
    assert step(lambda: repository.stations("binhe", more="  aliases: [dibei, embankment]\n")) == []


def test_a_register_that_cannot_be_read_has_lost_nothing(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "city").stations("binhe").commit()
    (repository.root / "stations.yaml").write_text("- id: [\n", encoding="utf-8")
    assert repository.vanished() == []


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    outer = Repository(tmp_path / "all")
    inner = outer.root / "sites/city"
    outer.root = inner
    outer.story("stories/2026/bus").stations("binhe")
    (inner / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    outer.root = tmp_path / "all"
    outer.commit()
    outer.move("sites/city/stories/2026/bus", "sites/city/stories/2026/tea").commit()
    assert look(inner) == [Vanished("stories/2026/bus", "stories/2026/tea")]


def test_a_linked_work_tree(repository: Repository, tmp_path: Path) -> None:
    repository.remove("stories/2026/bus").commit()
    repository.git("worktree", "add", "-q", str(tmp_path / "other"), "-b", "other")
    assert look(tmp_path / "other") == [Vanished("stories/2026/bus")]


def test_packed_references(repository: Repository) -> None:
    repository.remove("stories/2026/bus").commit().git("pack-refs", "--all")
    assert repository.vanished() == [Vanished("stories/2026/bus")]


def test_a_shallow_copy_knows_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.remove("stories/2026/bus").commit()
    copy = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth=1", repository.root.as_uri(), str(copy)], check=True)
    (copy / "stories/2026/tea/index.md").unlink()
    assert look(copy) == []


def test_without_commits_or_repository_there_is_nothing(tmp_path: Path) -> None:
    assert look(Repository(tmp_path / "fresh").story("stories/2026/bus").root) == []
    (tmp_path / "plain/stories").mkdir(parents=True)
    assert look(tmp_path / "plain") == []


def test_without_git_there_is_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.remove("stories/2026/bus").commit()
    monkeypatch.setenv("PATH", "")
    assert repository.vanished() == []


def test_a_hooks_variables_do_not_lead_elsewhere(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.remove("stories/2026/bus").commit()
    monkeypatch.setenv("GIT_DIR", "/nowhere/.git")
    assert repository.vanished() == [Vanished("stories/2026/bus")]


def test_while_nothing_is_committed_git_is_not_asked(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    assert repository.vanished() == []
    monkeypatch.setattr(history.subprocess, "run", lambda *_, **__: pytest.fail("git was asked"))
    assert repository.vanished() == []


def test_history_goes_on_from_where_it_was(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only new commits are looked through; one that was taken back is no part of the history any more."""
    repository.remove("stories/2026/bus").commit()
    assert repository.vanished() == [Vanished("stories/2026/bus")]
    spans: list[str] = []
    real = history._git
    monkeypatch.setattr(history, "_git", lambda root, *said: spans.extend(said) or real(root, *said))
    repository.remove("stories/2026/tea").commit()
    assert repository.vanished() == [Vanished("stories/2026/bus"), Vanished("stories/2026/tea")]
    assert any(".." in each for each in spans)
    repository.git("reset", "-q", "--hard", "HEAD~2")
    assert repository.vanished() == []


def test_the_kept_history_of_a_broken_cache_is_read_again(repository: Repository) -> None:
    repository.remove("stories/2026/bus").commit()
    assert repository.vanished()
    (Project(repository.root).cache / "history.pickle").write_bytes(b"broken")
    assert repository.vanished() == [Vanished("stories/2026/bus")]
