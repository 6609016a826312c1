"""Whoever is told what changed and looks there alone finds what looking everywhere finds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sites.site import Site

import generator.pipeline.survey as surveying
from generator.pipeline.project import Project
from generator.pipeline.survey import MANY_CHANGES, Memory, Survey, survey

NIGHT_BUS = "stories/2026/night-bus"


def write(path: Path, text: str = "改过") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def link(path: Path, target: str) -> None:
    path.symlink_to(target)


CHANGES: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "a text": (lambda root: write(root / NIGHT_BUS / "index.md", "新的"), (f"{NIGHT_BUS}/index.md",)),
    "a new file with a bad name": (lambda root: write(root / NIGHT_BUS / "图 1.jpg"), (f"{NIGHT_BUS}/图 1.jpg",)),
    "the manuscript deleted": (lambda root: (root / NIGHT_BUS / "index.md").unlink(), (f"{NIGHT_BUS}/index.md",)),
    "a folder in the bundle": (lambda root: write(root / NIGHT_BUS / "old/a.md"), (f"{NIGHT_BUS}/old/a.md",)),
    "a review record": (
        lambda root: write(root / NIGHT_BUS / "review/a.json", "{}"),
        (f"{NIGHT_BUS}/review/a.json",),
    ),
    "a link in the bundle": (lambda root: link(root / NIGHT_BUS / "x.jpg", "/etc/hosts"), (f"{NIGHT_BUS}/x.jpg",)),
    "the bundle deleted": (lambda root: shutil.rmtree(root / NIGHT_BUS), (f"{NIGHT_BUS}/index.md", NIGHT_BUS)),
    "the bundle renamed": (
        lambda root: (root / NIGHT_BUS).rename(root / "stories/2026/late-bus"),
        (NIGHT_BUS, "stories/2026/late-bus"),
    ),
    "a new bundle": (lambda root: write(root / "stories/2026/new/index.md"), ("stories/2026/new/index.md",)),
    "a register": (lambda root: write(root / "content/streets.yaml", "a: {}\n"), ("content/streets.yaml",)),
    "a stray file": (lambda root: write(root / "content/会议.txt"), ("content/会议.txt",)),
    "two bundles": (
        lambda root: (write(root / NIGHT_BUS / "a.txt"), write(root / "content/features/night-lights/b.txt")),
        (f"{NIGHT_BUS}/a.txt", "content/features/night-lights/b.txt"),
    ),
}


def seen(found: Survey) -> object:
    tree = found.tree
    return (
        list(tree.bundles.items()),
        sorted(tree.diagnostics, key=lambda diagnostic: diagnostic.sort_key),
        tree.broken,
        tree.station_records,
        found.registers,
    )


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Site.mini(tmp_path_factory.mktemp("mini")).root


@pytest.mark.parametrize("change", CHANGES)
def test_one_change(change: str, mini: Path, tmp_path: Path) -> None:
    shutil.copytree(mini, tmp_path, dirs_exist_ok=True)
    project, memory = Project(tmp_path), Memory()
    survey(project, memory)
    make, paths = CHANGES[change]
    make(tmp_path)
    assert seen(survey(project, memory, paths)) == seen(survey(project))


def test_changes_upon_changes(mini: Path, tmp_path: Path) -> None:
    shutil.copytree(mini, tmp_path, dirs_exist_ok=True)
    project, memory = Project(tmp_path), Memory()
    survey(project, memory)
    path = tmp_path / NIGHT_BUS / "index.md"
    text = path.read_text("utf-8")
    path.unlink()
    survey(project, memory, (f"{NIGHT_BUS}/index.md",))
    write(path, text)  # the bundle was gone, so its folder alone would not do
    assert seen(survey(project, memory, (f"{NIGHT_BUS}/index.md",))) == seen(survey(project))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ((f"{NIGHT_BUS}/index.md",), 0),
        ((), 1),
        ((f"{NIGHT_BUS}/index.md", "stations.yaml"), 1),
        (tuple(f"{NIGHT_BUS}/{number}.txt" for number in range(MANY_CHANGES + 1)), 1),
        (("/elsewhere/index.md",), 1),
    ],
)
def test_everything_is_looked_at_only_when_it_must(
    changed: tuple[str, ...], expected: int, mini: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    survey(Project(mini), memory)
    scans = []
    scan = surveying.scan_tree
    monkeypatch.setattr(surveying, "scan_tree", lambda root: scans.append(root) or scan(root))
    survey(Project(mini), memory, changed)
    assert len(scans) == expected


def test_a_look_that_failed_is_made_up_for(mini: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, memory = Project(mini), Memory()
    survey(project, memory)
    with monkeypatch.context() as broken:
        broken.setattr(surveying, "rescan_bundles", lambda *_: (_ for _ in ()).throw(OSError("disk")))
        with pytest.raises(OSError, match="disk"):
            survey(project, memory, (f"{NIGHT_BUS}/index.md",))
    write(mini / NIGHT_BUS / "late.txt")
    assert seen(survey(project, memory, ("content/features/night-lights/index.md",))) == seen(survey(project))
