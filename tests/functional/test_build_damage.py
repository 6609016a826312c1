"""Files that somebody else changed, in the site or in the cache, never change what is published."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sites.site import Site

BUS = "stories/2026/night-bus/index.md"


@pytest.fixture(scope="module")
def built() -> Iterator[Site]:
    """The mini project, built twice."""
    with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
        site = Site.mini(Path(folder) / "built").build()
        yield site.edit(BUS, "水是十点半烧开的", "水是十点烧开的").build()


@pytest.fixture
def site(built: Site, tmp_path: Path) -> Site:
    """A copy of it with both trees and the cache, built once more so that the trees are known."""
    shutil.copytree(built.root, tmp_path / "p")
    return Site(tmp_path / "p").build()


RENAMING = ("content/settings.yaml", "site_name: 河湾志愿", "site_name: 河湾志愿者")


@pytest.fixture(scope="module")
def renamed(built: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The project under another name, built where nothing was built before."""
    return Site.from_dir(built.root, tmp_path_factory.mktemp("renamed") / "p").edit(*RENAMING).build()


def test_files_changed_by_hand_are_restored(site: Site) -> None:
    whole = site.files()
    picture = next(path for path in whole if path.endswith(".webp"))
    for path in ("index.html", picture, next(path for path in whole if path.endswith(".css"))):
        with (site.public / path).open("r+b") as file:  # in place: links to it change, too
            file.write(b"changed")
        assert site.build().files() == whole, path
        (site.public / path).unlink()
        assert site.build().files() == whole, path
        (site.public / path).unlink()
        (site.public / path).mkdir()
        assert site.build().files() == whole, path


def test_strange_files_vanish_with_the_next_change(site: Site) -> None:
    for tree in ("site", ".site-spare"):
        site.write(f"{tree}/stories/strange.html", "x").write(f"{tree}/strange/deep/strange.html", "x")
        (site.root / tree / "empty/folder").mkdir(parents=True)
        (site.root / tree / "link.html").symlink_to(site.root / "mkdocs.yml")
    (site.root / ".site-spare/index.html").unlink()
    (site.root / ".site-spare/index.html").mkdir()
    for new, old in (("一杯", "半杯"), ("半杯", "一杯"), ("一杯", "半杯")):
        site.edit(BUS, f"先喝{old}", f"先喝{new}").build()
        assert not [path for path in site.files() if "strange" in path or "empty" in path or "link" in path]
    assert site.files() == Site.from_dir(site.root, site.root.parent / "twin").build().files()


@pytest.mark.parametrize("what", [".zoujin", ".site-spare", "site"])
def test_folders_of_the_program_may_be_deleted(site: Site, what: str) -> None:
    whole = site.files()
    site.remove(what)
    assert site.build().files() == whole
    site.edit(BUS, "先喝半杯", "先喝一杯").build()
    site.remove(what)
    assert site.edit(BUS, "先喝一杯", "先喝半杯").build().files() == whole


def truncate(path: Path) -> None:
    """Keep the first half."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def garbage(path: Path) -> None:
    """Other bytes."""
    path.write_bytes(bytes(range(256)) * 3)


def flip(path: Path) -> None:
    """One bit in the middle."""
    content = bytearray(path.read_bytes())
    if content:
        content[len(content) // 2] ^= 4
    path.write_bytes(bytes(content))


def folder(path: Path) -> None:
    """A folder with something in it in the file's place."""
    path.unlink()
    (path / "x").mkdir(parents=True)


def nothing(path: Path) -> None:
    """No file at all."""
    path.unlink()


@pytest.mark.slow
@pytest.mark.parametrize("harm", [truncate, garbage, flip, folder, nothing])
@pytest.mark.parametrize(
    "part", ["*.pickle", "*.json", "entries/entries", "entries/bodies", "manifests", "jobs", "lock"]
)
def test_a_damaged_cache_changes_nothing(site: Site, renamed: Site, part: str, harm: Callable[[Path], None]) -> None:
    cache = site.root / ".zoujin" if part == "lock" else site.cache
    matches = cache.glob(part) if "*" in part or part == "lock" else (cache / part).rglob("*")
    victims = [path for path in matches if path.is_file()]
    assert victims, f"the cache has a part {part}"
    for path in victims:
        harm(path)
    # Everything is rendered anew, and the texts, pictures and findings come from the cache.
    site.edit(*RENAMING).build()
    assert site.files() == renamed.files()
    assert site.diagnostics == renamed.diagnostics


def test_a_cached_picture_that_was_damaged_is_made_again(site: Site) -> None:
    whole = site.files()
    for path in (site.cache / "jobs").rglob("*.*"):
        if path.is_file():
            garbage(path)
    shutil.rmtree(site.public)
    shutil.rmtree(site.root / ".site-spare")
    assert site.build().files() == whole


def test_a_site_folder_that_holds_sources_is_refused(site: Site) -> None:
    for place in ("stories", "content/site", ".", "theme", "stories/2026"):
        site.write("mkdocs.yml", (site.root / "mkdocs.yml").read_text().replace("docs_dir: content", "docs_dir: other"))
        (site.root / "other").mkdir(exist_ok=True)
        text = (site.root / "mkdocs.yml").read_text()
        head, _, rest = text.partition("site_dir: ")
        site.write("mkdocs.yml", f"{head}site_dir: {place}\n{rest.partition(chr(10))[2]}")
        site.build_stops()
        assert (site.root / BUS).exists()


def test_a_file_in_the_place_of_the_site(site: Site) -> None:
    site.remove("site").write("site", "我的笔记")
    assert "是一个文件" in site.build_stops()
    assert (site.root / "site").read_text(encoding="utf-8") == "我的笔记"


def test_another_site_folder_and_back(site: Site) -> None:
    whole = site.files()
    site.edit("mkdocs.yml", "site_dir: site", "site_dir: deep/other")
    site.edit(BUS, "先喝半杯", "先喝一杯").build()
    other = site.files(site.root / "deep/other")
    assert {path for path in other if not path.startswith("search/")} <= whole.keys()  # the index is named by content
    site.edit("mkdocs.yml", "site_dir: deep/other", "site_dir: site").build()
    assert site.files() == other
