"""What servers are told of files, and which files stay under their names for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.targets.remote_manifest import (
    Damaged,
    Leaving,
    Remote,
    read_remote,
    write_journal,
    write_manifest,
)
from generator.publish.targets.site_files import FOR_GOOD, SHORTLY, SiteFile, headers, is_kept, lasts, read_site


@pytest.mark.parametrize(
    "path",
    [
        "photos/0a47c533d3f6d4a2-720.webp",
        "covers/026f7555f56845a4.svg",
        "share/026f7555f56845a4.png",
        "assets/8ea1cbdd869c/site.css",
        "search/shards/0-abc123.bin",
        "search/facets-96fefc866024f924.json",
        "data/stations-8645f829c6262ccc.json",
        "activities/2026/tea-picking/sign-up-86c124d4bcabe406.svg",
    ],
)
def test_names_that_change_with_the_content(path: str) -> None:
    assert lasts(path)
    assert headers(path).cache_control == FOR_GOOD


@pytest.mark.parametrize(
    "path",
    ["index.html", "search/index.json", "search/index.html", "documents/2026/a/plan-20260306.docx", "data/stations.csv",
     "kits/stories/2026/a/a-01.jpg", "stories/2026/deadbeefdeadbeef/index.html", "photos/readme.txt"],
)  # fmt: skip
def test_names_that_do_not(path: str) -> None:
    assert not lasts(path)
    assert headers(path).cache_control == SHORTLY


def test_the_search_index_is_not_kept_since_it_holds_what_may_be_withdrawn() -> None:
    assert not is_kept("search/texts/7-abc123.json")
    assert is_kept("photos/0a47c533d3f6d4a2-720.webp")


def test_types_do_not_depend_on_the_machine() -> None:
    assert headers("a/index.html").content_type == "text/html; charset=utf-8"
    assert headers("assets/8ea1cbdd869c/site.js").content_type == "text/javascript; charset=utf-8"
    assert headers("stories/atom.xml").content_type == "application/atom+xml"
    assert headers("data/stations.geojson").content_type == "application/geo+json"
    assert headers("x/没有扩展名").content_type == "application/octet-stream"


def test_some_columns_come_with_what_their_pages_show(tmp_path: Path) -> None:
    for path in ("index.html", "stories/a/index.html", "assets/8ea1cbdd869c/site.css", "search/shards/0-abc123.bin"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x")
    files, withdrawn = read_site(tmp_path, ["stories"])
    assert sorted(files) == ["assets/8ea1cbdd869c/site.css", "stories/a/index.html"]
    assert withdrawn == frozenset()


def test_the_memory_comes_back_as_it_was_written() -> None:
    remote = Remote("https://a.example/", 7.5, {"中文.html": SiteFile("ab", 3)}, {"b": Leaving(SiteFile("", 1), 2.0)})
    assert read_remote(write_manifest(remote), None) == remote
    assert read_remote(None, write_journal("s", ["x", "y"])) == Remote("s", unsure=frozenset("xy"))
    assert read_remote(None, None) == Remote()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b'{"zoujin": 1, "seal": "", "body": "{}"}',
        b'{"zoujin":1,"seal":1,"body":2}',
    ],
)
def test_a_memory_that_is_not_ours_is_not_believed(raw: bytes) -> None:
    with pytest.raises(Damaged):
        read_remote(raw, None)
    whole = write_manifest(Remote("s", 1.0, {"index.html": SiteFile("aa", 3)}))
    with pytest.raises(Damaged):
        read_remote(whole.replace(b"index.html", b"other.html"), None)
