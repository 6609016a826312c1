"""The cache folder is made usable, whatever stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline.project import Project


def test_a_file_in_the_place_of_the_cache(tmp_path: Path) -> None:
    (tmp_path / ".zoujin").write_text("somebody else's")
    with pytest.raises(FileExistsError):
        Project(tmp_path).prepare_cache()
    assert (tmp_path / ".zoujin").read_text() == "somebody else's"


def test_folders_and_files_in_each_others_places(tmp_path: Path) -> None:
    cache = Project(tmp_path).cache
    (tmp_path / ".zoujin/lock/x").mkdir(parents=True)
    (cache / "clock/x").mkdir(parents=True)
    (cache / "entries").write_text("")
    (cache / "jobs/kept").mkdir(parents=True)
    Project(tmp_path).prepare_cache()
    assert not (tmp_path / ".zoujin/lock").exists()
    assert not (cache / "clock").exists()
    assert not (cache / "entries").exists()
    assert (cache / "jobs/kept").is_dir()


def test_nothing_is_kept_when_it_is_emptied(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for name in ("approved/x/index.md", "history.pickle", "last-build.json", "odd.pickle/file"):
        file = project.cache / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("kept")
    project.empty_cache()
    assert list(project.cache.iterdir()) == []
