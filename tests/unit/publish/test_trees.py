"""The spare tree becomes exactly what is wanted, and then the public one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites.site import tree_of

from generator.publish.manifest import ManifestStore, Output, files_in
from generator.publish.tree import MissingOutput, Trees


@pytest.fixture
def trees(tmp_path: Path) -> Trees:
    """No tree yet."""
    return Trees(tmp_path / "site", ManifestStore(tmp_path / "manifests"))


def show(trees: Trees, fresh: dict[str, str], wanted: dict[str, str]) -> None:
    """Write ``fresh`` (path to text) into staging and make ``wanted`` (path to fingerprint) public."""
    trees.prepare()
    staging = trees.staging("1")
    staging.mkdir(parents=True)
    for path, text in fresh.items():
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        (staging / path).write_text(text)
    trees.show(staging, trees.live_manifest(), wanted)
    assert not staging.exists()


def test_only_what_changed_is_written(trees: Trees) -> None:
    show(trees, {"a/x": "1", "b/y": "1", "c": "1"}, {"a/x": "f1", "b/y": "f1", "c": "f1"})
    show(trees, {"a/x": "2"}, {"a/x": "f2", "c": "f1"})
    assert tree_of(trees.public) == {"a/x": b"2", "c": b"1"}
    assert tree_of(trees.spare) == {"a/x": b"1", "b/y": b"1", "c": b"1"}
    assert (trees.public / "c").samefile(trees.spare / "c")
    show(trees, {}, {"a/x": "f2", "c": "f1"})
    assert tree_of(trees.public) == tree_of(trees.spare) == {"a/x": b"2", "c": b"1"}
    assert {path: output.fingerprint for path, output in trees.live_manifest().items()} == {"a/x": "f2", "c": "f1"}


def test_what_nobody_wants_is_not_shown(trees: Trees) -> None:
    show(trees, {"a": "1", "stray": "1", "deep/stray": "1"}, {"a": "f"})
    assert tree_of(trees.public) == {"a": b"1"}


def test_a_missing_file_leaves_the_site_alone(trees: Trees) -> None:
    show(trees, {"a": "1"}, {"a": "f"})
    with pytest.raises(MissingOutput):
        show(trees, {"a": "2"}, {"a": "g", "b": "g"})
    assert tree_of(trees.public) == {"a": b"1"}


def test_a_spare_place_that_is_no_folder(trees: Trees, tmp_path: Path) -> None:
    show(trees, {"a": "1", "b": "1"}, {"a": "f", "b": "f"})
    trees.spare.write_text("a file")
    show(trees, {"a": "2"}, {"a": "g", "b": "f"})
    assert tree_of(trees.public) == {"a": b"2", "b": b"1"}
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_text("mine")
    trees.spare.rename(tmp_path / "gone")
    trees.spare.symlink_to(elsewhere)
    show(trees, {"a": "3"}, {"a": "h", "b": "f"})
    assert tree_of(trees.public) == {"a": b"3", "b": b"1"}
    assert tree_of(elsewhere) == {"mine": b"mine"}


def test_a_manifest_belongs_to_its_tree(trees: Trees, tmp_path: Path) -> None:
    show(trees, {"a": "1"}, {"a": "f"})
    trees.public.rename(tmp_path / "moved")
    assert trees.store.load(tmp_path / "moved").keys() == {"a"}
    trees.public.mkdir()
    (trees.public / "a").write_text("1")
    assert trees.live_manifest() == {}


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"[1]", b'{"a": 1}', b'{"a": [1]}', b"\xff\xfe", b"null"])
def test_a_manifest_that_cannot_be_read(trees: Trees, raw: bytes) -> None:
    show(trees, {"a": "1"}, {"a": "f"})
    for path in trees.store.folder.iterdir():
        path.write_bytes(raw)
    assert trees.live_manifest() == {}


def test_files_and_empty_folders_are_listed(tmp_path: Path) -> None:
    (tmp_path / "a/b/empty").mkdir(parents=True)
    (tmp_path / "a/file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert files_in(tmp_path).keys() == {"a/b/empty/", "a/file", "link"}


def test_a_link_is_not_the_file_it_leads_to(trees: Trees, tmp_path: Path) -> None:
    show(trees, {"a": "1"}, {"a": "f"})
    (trees.public / "a").rename(tmp_path / "kept")
    (trees.public / "a").symlink_to(tmp_path / "kept")
    assert trees.live_manifest() == {}


def test_outputs_are_named_tuples_of_plain_values() -> None:
    assert Output("f", 1, 2) == ("f", 1, 2)
