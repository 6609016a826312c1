"""The cache folder: cleared of what stands in its way, and emptied but for the lock."""

from __future__ import annotations

from pathlib import Path

from generator.pipeline.project import Project


def test_files_and_folders_in_each_others_places_go(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (project.cache / "lock").mkdir(parents=True)
    (project.cache / "approved").write_text("no folder")
    project.prepare_cache()
    assert list(project.cache.iterdir()) == []


def test_nothing_is_kept_but_the_lock(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for name in (
        "approved/x/index.md",
        "entries/00.pickle",
        "history.pickle",
        "last-build.json",
        "odd.pickle/file",
        "lock",
    ):
        file = project.cache / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("kept")
    project.empty_cache()
    assert [path.name for path in project.cache.iterdir()] == ["lock"]
