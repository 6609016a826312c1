"""``zoujin tidy``: shown first, written when told to, and nothing but signs changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_project import sound_project

from generator.cli.main import run

STORY = "stories/2026/spring-clinic/index.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sound_project(tmp_path / "project")


def spoil(root: Path, ends: str = "\n", head: str = "") -> bytes:
    """A story with a half-width comma in its title and its text, and two blanks."""
    text = (root / STORY).read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    text = text.replace(title, f"title: 樟树下,义诊\n{head}".rstrip("\n")) + "\n他说好,来了 3 人。\n"
    data = text.replace("\n", ends).encode("utf-8")
    (root / STORY).write_bytes(data)
    return data


def tidy(root: Path, *arguments: str) -> int:
    return run(["tidy", "-C", str(root), *arguments])


def test_it_shows_and_does_not_touch(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = spoil(project)
    assert tidy(project) == 0
    said = capsys.readouterr().out
    assert f"{STORY}\n  第 2 行  title: 樟树下【,→，】义诊\n" in said
    assert "他说好【,→，】来了【␣→】3【␣→】人。" in said
    assert "加上 --yes 才会改。" in said
    assert (project / STORY).read_bytes() == data


def test_line_ends_are_kept_each_as_it_was(project: Path) -> None:
    data = b"\xef\xbb\xbf" + spoil(project, ends="\r\n") + b"\n\xe5\xa5\xbd,\xe5\xa5\xbd\r"
    (project / STORY).write_bytes(data)
    assert tidy(project, "--yes", str(project / STORY)) == 0
    after = (project / STORY).read_bytes()
    assert after.startswith(b"\xef\xbb\xbf---\r\n")
    assert after.count(b"\r\n") == data.count(b"\r\n")
    assert after.endswith("人。\r\n\n好，好\r".encode())
    assert "title: 樟树下，义诊\r\n" in after.decode("utf-8")


def test_signs_that_mean_something_to_yaml_stay(project: Path) -> None:
    """Mending the value would change what the metadata say; the text is mended all the same."""
    spoil(project, head="subtitle: \"他说:'好,'\"\n")
    assert tidy(project, "--yes") == 0
    assert run(["check", "-C", str(project), "--today", "2026-03-12"]) == 0
    assert "他说好，来了3人。" in (project / STORY).read_text("utf-8")


def test_broken_metadata_are_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = spoil(project, head="rights: 随便\n")
    assert tidy(project, "--yes") == 1
    assert f"{STORY}：有错误，没有动它" in capsys.readouterr().err
    assert (project / STORY).read_bytes() == data


def test_what_was_reviewed_is_changed_only_by_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = spoil(project)
    (project / STORY).with_name("review").mkdir()
    assert tidy(project, "--yes") == 0
    assert "送过审的 1 篇也有可改的" in capsys.readouterr().out
    assert (project / STORY).read_bytes() == data
    assert tidy(project, "--yes", str(project / STORY)) == 0
    assert "送过审，改了要重新送审" in capsys.readouterr().out
    assert (project / STORY).read_bytes() != data
