"""A build that dies, fails or is stopped at any point leaves the old site or the new one, and the next build works."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest
from sites.breaker import KILLED, build_broken, points
from sites.site import Site

BUS = "stories/2026/night-bus/index.md"


@pytest.fixture(scope="module")
def built() -> Iterator[Site]:
    """The mini project, built twice, so that there is a spare tree."""
    with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
        site = Site.mini(Path(folder) / "built").build()
        yield site.edit(BUS, "水是十点半烧开的", "水是十点烧开的").build()


def edited_copy(built: Site, folder: Path) -> Site:
    """The same with both trees and the cache, and one of every sort of change to be built."""
    shutil.copytree(built.root, folder)
    site = Site(folder).build()
    site.edit(BUS, "先喝半杯", "先喝一杯").photo("stories/2026/night-bus/cup.jpg", "maroon")
    site.remove("stories/2025/river-patrol").edit("content/features/night-lights/index.md", ", river-patrol", "")
    return site.write(
        "stories/2026/new-story/index.md",
        "---\ntitle: 新来的故事\nsummary: 简讯。\ndate: 2026-03-11\ninto: family\ncategories: [household]\n"
        "district: beihu\nbyline: 何砚秋\n---\n\n正文。\n",
    )


class Ends(NamedTuple):
    """The site before and after the change, and how many changes of files lie between."""

    old: dict[str, bytes]
    new: dict[str, bytes]
    changes: int


@pytest.fixture(scope="module")
def ends(built: Site, tmp_path_factory: pytest.TempPathFactory) -> Ends:
    site = edited_copy(built, tmp_path_factory.mktemp("ends") / "site")
    old = site.files()
    done = build_broken(site, "count")
    assert done.code == 0, done.message
    assert site.files() != old
    return Ends(old, site.files(), done.changes)


@pytest.mark.slow
def test_killed_at_any_point_of_an_update(built: Site, ends: Ends, tmp_path: Path) -> None:
    old, new, changes = ends
    found_new = set()
    for at in points(changes, 12):
        site = edited_copy(built, tmp_path / "site")
        assert build_broken(site, "kill", at).code == KILLED
        found = site.files()
        assert found in (old, new), f"killed at change {at} of {changes}"
        found_new.add(found == new)
        assert site.build().files() == new, f"after being killed at change {at} of {changes}"
        assert site.left_over() == []
        if at > changes - 5:  # the trees may have changed places without a record of it
            site.edit(BUS, "先喝一杯", "先喝半杯").build()
            assert site.edit(BUS, "先喝半杯", "先喝一杯").build().files() == new
        shutil.rmtree(site.root)
    assert found_new == {True, False}, "points lie on both sides of the exchange"


@pytest.mark.slow
def test_killed_during_the_first_build(built: Site, tmp_path: Path) -> None:
    def fresh() -> Site:
        site = Site.from_dir(built.root, tmp_path / "site")
        shutil.copytree(built.cache / "templates", site.cache / "templates")
        return site

    site = fresh()
    changes = build_broken(site, "count").changes
    new = site.files()
    shutil.rmtree(site.root)
    for at in points(changes, 6, last=6):
        site = fresh()
        assert build_broken(site, "kill", at).code == KILLED
        assert not site.public.exists() or site.files() == new
        assert site.build().files() == new
        assert site.left_over() == []
        shutil.rmtree(site.root)


@pytest.mark.slow
def test_a_change_that_fails(built: Site, ends: Ends, tmp_path: Path) -> None:
    """A full disk, one that became read-only, and a folder without permission take turns."""
    old, new, changes = ends
    stopped: list[str] = []
    for at, how in zip(points(changes, 18, last=6), cycle(("ENOSPC", "EROFS", "EACCES")), strict=False):
        site = edited_copy(built, tmp_path / "site")
        done = build_broken(site, how, at)
        assert done.code in (0, 1), f"{how} at change {at} of {changes}: {done.message}"
        if done.code:
            stopped.append(how)
            assert "已发布的网站没有变化" in done.message
            assert site.files() == old, f"{how} at change {at} of {changes}"
            assert site.left_over() == []
        else:
            assert site.files() == new, f"{how} at change {at} of {changes} was got over"
        assert site.build().files() == new
        shutil.rmtree(site.root)
    assert min(stopped.count(how) for how in ("ENOSPC", "EROFS", "EACCES")) >= 4


@pytest.mark.slow
def test_interrupted_at_any_point(built: Site, ends: Ends, tmp_path: Path) -> None:
    old, new, changes = ends
    for at in points(changes, 5, last=6):
        site = edited_copy(built, tmp_path / "site")
        assert build_broken(site, "interrupt", at).code == 130
        assert site.files() in (old, new)
        assert site.left_over() == [], f"interrupted at change {at} of {changes}"
        assert site.build().files() == new
        shutil.rmtree(site.root)
