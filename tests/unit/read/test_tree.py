"""Which files a project holds, and names and places that make trouble."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.diagnostic import Severity
from generator.read.tree import FileStat, Tree, scan_tree

Build = Callable[[Path], None]


def put(root: Path, path: str, text: str = "x") -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def link(root: Path, path: str, target: Path) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(target)


def found(tree: Tree) -> set[tuple[str, str]]:
    return {(item.rule, item.path) for item in tree.diagnostics}


@pytest.mark.parametrize("name", ["微信图片.JFIF", "IMG_0001.HIF", "DSCF0002.MPO", "a.heic"])
def test_names_that_browsers_and_cameras_give_to_pictures(name: str) -> None:
    assert FileStat(name, 1, 1).is_photo


def test_empty_project(tmp_path: Path) -> None:
    tree = scan_tree(tmp_path)
    assert (tree.bundles, tree.diagnostics, tree.broken) == ({}, [], set())


def test_bundles_are_sorted_and_hold_their_files(tmp_path: Path) -> None:
    for path in (
        "stories/2026/b/index.md",
        "stories/2025/a/index.md",
        "stories/2025/a/b.jpg",
        "content/profiles/z/index.md",
    ):
        put(tmp_path, path)
    tree = scan_tree(tmp_path)
    assert list(tree.bundles) == ["content/profiles/z", "stories/2025/a", "stories/2026/b"]
    assert [file.name for file in tree.bundles["stories/2025/a"].files] == ["b.jpg", "index.md"]
    assert not tree.diagnostics


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "~$稿件.docx", "index.md~", "a.bak", ".index.md.swp"]
)
def test_what_programs_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    put(tmp_path, "stories/2026/a/index.md")
    put(tmp_path, f"stories/2026/a/{name}")
    put(tmp_path, f"stories/2026/{name}")
    tree = scan_tree(tmp_path)
    assert [file.name for file in tree.bundles["stories/2026/a"].files] == ["index.md"]
    assert not tree.diagnostics


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Night Bus", "night-bus"),
        ("night_bus", "night-bus"),
        ("夜班", "拼音"),
        ("e\u0301te", "拼音"),
        ("😀", "拼音"),
        ("-x", "“x”"),
        ("a.b", "a-b"),
        ("night-bus ", "night-bus"),
        ("aux", "bike-repair"),
        ("com1", "bike-repair"),
        ("a" * 120, "bike-repair"),
        ("x\ny", "x-y"),
    ],
)
def test_folder_names_that_cannot_be_addresses(tmp_path: Path, name: str, hint: str) -> None:
    put(tmp_path, f"stories/2026/{name}/index.md")
    tree = scan_tree(tmp_path)
    assert not tree.bundles
    assert tree.broken == {f"stories/2026/{name}"}
    (item,) = tree.diagnostics
    assert (item.rule, item.severity) == ("file-name", Severity.ERROR)
    assert hint in item.hint


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Index.md", "“Index.md”"),
        ("index.MD", "“index.MD”"),
        ("index.md.txt", "扩展名"),
        ("稿件.docx", "Word 文档"),
        ("readme", "补上 index.md"),
    ],
)
def test_bundle_without_index_says_what_is_there(tmp_path: Path, name: str, words: str) -> None:
    put(tmp_path, f"stories/2026/a/{name}")
    (item,) = scan_tree(tmp_path).diagnostics
    assert item.rule == "bundle-without-index"
    assert words in item.message + item.hint


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("A.JPG", "a.jpg"),
        ("a b.pdf", "a-b.pdf"),
        ("a - 副本.jpg", "a-副本.jpg"),
        ("照片　1.pdf", "照片-1.pdf"),
        ("cafe\u0301.pdf", "NFD"),
        ("con.txt", "保留"),
        ("x?.txt", "不能用的符号"),
        ("a#b.pdf", "不能用的符号"),
        ("100%.pdf", "不能用的符号"),
        ("尾点.", "不能用的符号"),
        ("图" * 60 + ".pdf", "太长"),
    ],
)
def test_file_names_that_make_trouble(tmp_path: Path, name: str, words: str) -> None:
    put(tmp_path, "stories/2026/a/index.md")
    put(tmp_path, f"stories/2026/a/{name}")
    tree = scan_tree(tmp_path)
    (item,) = tree.diagnostics
    assert (item.rule, item.severity) == ("file-name", Severity.WARNING)
    assert words in item.message + item.hint
    assert "stories/2026/a" in tree.bundles


@pytest.mark.parametrize("name", ["old.md", "index - 副本.md", "稿件.docx", "Draft.MD"])
def test_a_second_manuscript_is_told(tmp_path: Path, name: str) -> None:
    put(tmp_path, "stories/2026/a/index.md")
    put(tmp_path, f"stories/2026/a/{name}")
    (item,) = scan_tree(tmp_path).diagnostics
    assert (item.rule, item.path) == ("file-unexpected", f"stories/2026/a/{name}")
    assert "不会被读取" in item.message


def test_documents_offer_office_files(tmp_path: Path) -> None:
    put(tmp_path, "content/documents/2026/a/index.md")
    put(tmp_path, "content/documents/2026/a/form.docx")
    put(tmp_path, "content/documents/2026/a/copy.md")
    (item,) = scan_tree(tmp_path).diagnostics
    assert item.path == "content/documents/2026/a/copy.md"


@pytest.mark.parametrize(
    "name", ["名单.pdf", "a-b_c.jpg", "plan.v2.pdf", "方案（定稿）.pdf", "convoy.jpg", "computer.jpg", "1.jpg"]
)
def test_sound_file_names(tmp_path: Path, name: str) -> None:
    put(tmp_path, "stories/2026/a/index.md")
    put(tmp_path, f"stories/2026/a/{name}")
    assert not scan_tree(tmp_path).diagnostics


@pytest.mark.parametrize(
    ("year", "words"),
    [("26", "“2026”"), ("2026年", "“2026”"), ("２０２６", "“2026”"), ("night-bus", "stories/2026/night-bus/")],
)
def test_years(tmp_path: Path, year: str, words: str) -> None:
    put(tmp_path, f"stories/{year}/a/index.md")
    tree = scan_tree(tmp_path)
    (item,) = tree.diagnostics
    assert (item.rule, item.severity) == ("file-name", Severity.ERROR)
    assert words in item.hint
    assert not tree.bundles


def test_symlinks_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    put(outside, "index.md")
    root = tmp_path / "project"
    put(root, "stories/2026/a/index.md")
    link(root, "stories/2025", outside)
    link(root, "stories/2026/loop", root / "stories")
    link(root, "stories/2026/b", outside)
    link(root, "stories/2026/a/a.jpg", Path("/nowhere"))
    link(root, "content", outside)
    tree = scan_tree(root)
    assert list(tree.bundles) == ["stories/2026/a"]
    assert found(tree) == {
        ("file-symlink", path)
        for path in ("content", "stories/2025", "stories/2026/loop", "stories/2026/b", "stories/2026/a/a.jpg")
    }


def test_nested_and_loose(tmp_path: Path) -> None:
    for path in (
        "stories/2026/a/index.md",
        "stories/2026/a/photos/1.jpg",
        "stories/2026/a/b/index.md",
        "stories/2026/loose.md",
        "stories/loose.docx",
        "stories/2024",
        "content/profiles/a.jpg",
    ):
        put(tmp_path, path)
    (tmp_path / "stories/2026/a/review").mkdir()
    tree = scan_tree(tmp_path)
    assert found(tree) == {
        ("bundle-nested", "stories/2026/a/photos"),
        ("bundle-nested", "stories/2026/a/b"),
        ("file-unexpected", "stories/2026/loose.md"),
        ("file-unexpected", "stories/loose.docx"),
        ("file-unexpected", "stories/2024"),
        ("file-unexpected", "content/profiles/a.jpg"),
    }
    hints = {item.path: item.hint for item in tree.diagnostics}
    assert "stories/2026/b" in hints["stories/2026/a/b"]
    assert "stories/2026/loose/index.md" in hints["stories/2026/loose.md"]


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    put(tmp_path, "stories")
    put(tmp_path, "content/profiles")
    tree = scan_tree(tmp_path)
    assert found(tree) == {("file-unreadable", "stories"), ("file-unreadable", "content/profiles")}
    assert all("却是一个文件" in item.message for item in tree.diagnostics)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    put(tmp_path, "stories/2026/a/index.md")
    os.mkfifo(tmp_path / "stories/2026/a/pipe")
    tree = scan_tree(tmp_path)
    assert found(tree) == {("file-unexpected", "stories/2026/a/pipe")}
    assert [file.name for file in tree.bundles["stories/2026/a"].files] == ["index.md"]


def test_misspelt_registers(tmp_path: Path) -> None:
    for path in (
        "content/district.yaml",
        "content/Streets.yaml",
        "content/settings.yml",
        "content/stations.yaml",
        "stations.yml",
    ):
        put(tmp_path, path, "[]")
    hints = {item.path: item.hint for item in scan_tree(tmp_path).diagnostics}
    assert "content/districts.yaml" in hints["content/district.yaml"]
    assert "content/streets.yaml" in hints["content/Streets.yaml"]
    assert "content/settings.yaml" in hints["content/settings.yml"]
    assert "“stations.yaml”" in hints["content/stations.yaml"]
    assert "“stations.yaml”" in hints["stations.yml"]


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    put(tmp_path, "stories/2026/a/index.md")
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/stories/2026/a/\xc8.txt"))).write_bytes(b"x")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes Unicode names only")
    (item,) = scan_tree(tmp_path).diagnostics
    assert item.rule == "file-name"
