"""Which files the project holds: bundles with their file stats, and names that will make trouble."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.fields import SLUG
from generator.model.kinds import REGISTERS, SETTINGS_FILE, SHELVES, YEAR, Kind, Shelf

from .report import problem

INDEX = "index.md"
REVIEW_FOLDER = "review"

_IGNORED = frozenset(("thumbs.db", "desktop.ini", "icon\r"))
PHOTO_SUFFIXES = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff", ".avif", ".gif", ".bmp")
)


class FileStat(NamedTuple):
    """A file's name and what tells, without opening it, whether it changed: bytes and mtime in ns."""

    name: str
    size: int
    mtime_ns: int

    @property
    def is_photo(self) -> bool:
        """Whether the name claims a picture."""
        return os.path.splitext(self.name)[1].lower() in PHOTO_SUFFIXES


@dataclass(frozen=True, slots=True)
class Bundle:
    """A folder with an ``index.md``. ``id`` is its path, ``files`` everything in it, sorted by name."""

    id: str
    kind: Kind
    files: tuple[FileStat, ...]

    @property
    def path(self) -> str:
        """The file with the metadata."""
        return f"{self.id}/{INDEX}"


@dataclass(slots=True)
class Tree:
    """All bundles by id, in order, and what is wrong with names and places."""

    bundles: dict[str, Bundle]
    diagnostics: list[Diagnostic]
    broken: set[str]


def scan_tree(root: Path) -> Tree:
    """Look through the shelves under ``root``. Never raises for what editors put there."""
    tree = Tree({}, [], set())
    for shelf in SHELVES:
        for folder, is_bundle in _shelf_folders(root, shelf, tree):
            if is_bundle:
                _scan_bundle(root, folder, shelf.kind, tree)
    tree.bundles = dict(sorted(tree.bundles.items()))
    tree.diagnostics += _unknown_registers(root)
    return tree


def _unknown_registers(root: Path) -> Iterator[Diagnostic]:
    """YAML files in ``content/`` that nothing reads, most likely a misspelt vocabulary."""
    known = [SETTINGS_FILE, *(register.file for register in REGISTERS)]
    for file in sorted((root / "content").glob("*.y*ml")):
        path = f"content/{file.name}"
        if path not in known:
            likely = process.extractOne(path, known, scorer=fuzz.ratio, score_cutoff=75)
            hint = f"是不是“{likely[0]}”？" if likely else "可用的有：" + "、".join(known) + "。"
            yield problem("file-unexpected", path, "没有叫这个名字的登记表，内容不会被使用。", hint)


def _shelf_folders(root: Path, shelf: Shelf, tree: Tree) -> Iterator[tuple[str, bool]]:
    if not shelf.dated:
        yield from _subfolders(root, shelf.folder, shelf, tree)
        return
    for year, _ in _subfolders(root, shelf.folder, None, tree):
        name = year.rpartition("/")[2]
        if YEAR.fullmatch(name):
            yield from _subfolders(root, year, shelf, tree)
        else:
            tree.broken.add(year)
            tree.diagnostics.append(
                problem("file-name", year, f"“{name}”不是年份。", f"放到年份文件夹里，如 {shelf.folder}/2026/{name}/。")
            )


def _subfolders(root: Path, folder: str, shelf: Shelf | None, tree: Tree) -> Iterator[tuple[str, bool]]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        tree.diagnostics.append(
            problem("file-unreadable", folder, f"文件夹打不开（{error.strerror}）。", "检查文件夹权限。")
        )
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if _is_ignored(entry.name):
            continue
        if entry.is_symlink():
            tree.broken.add(path)
            tree.diagnostics.append(_symlink(path))
        elif entry.is_dir():
            yield path, True
        else:
            tree.diagnostics.append(_loose_file(path, shelf))


def _scan_bundle(root: Path, folder: str, kind: Kind, tree: Tree) -> None:
    files: list[FileStat] = []
    try:
        with os.scandir(os.path.join(root, folder)) as entries:
            for entry in entries:
                name = entry.name
                if _is_ignored(name):
                    continue
                if entry.is_symlink():
                    tree.diagnostics.append(_symlink(f"{folder}/{name}"))
                elif entry.is_dir():
                    if name != REVIEW_FOLDER:
                        tree.diagnostics.append(
                            problem(
                                "bundle-nested",
                                f"{folder}/{name}",
                                "稿件文件夹里不能再套文件夹。",
                                "把里面的图片移到 index.md 旁边。",
                            )
                        )
                else:
                    stat = entry.stat()
                    files.append(FileStat(name, stat.st_size, stat.st_mtime_ns))
    except OSError as error:
        tree.broken.add(folder)
        tree.diagnostics.append(
            problem("file-unreadable", folder, f"文件夹打不开（{error.strerror}）。", "检查文件夹权限。")
        )
        return
    files.sort()
    slug = folder.rpartition("/")[2]
    if not SLUG.fullmatch(slug):
        tree.broken.add(folder)
        tree.diagnostics.append(bad_slug(folder, slug))
        return
    if not any(file.name == INDEX for file in files):
        tree.broken.add(folder)
        tree.diagnostics.append(_no_index(folder, files))
        return
    for file in files:
        trouble = _bad_file_name(folder, file.name)
        if trouble:
            tree.diagnostics.append(trouble)
    tree.bundles[folder] = Bundle(folder, kind, tuple(files))


def _is_ignored(name: str) -> bool:
    """Files that operating systems and editors leave behind."""
    return name[0] in ".~" or name.lower() in _IGNORED or name.endswith(("~", ".bak", ".tmp"))


def _symlink(path: str) -> Diagnostic:
    return problem("file-symlink", path, "这是快捷方式（符号链接），不会被读取。", "把真正的文件复制到这里。")


def _loose_file(path: str, shelf: Shelf | None) -> Diagnostic:
    stem = os.path.splitext(path.rpartition("/")[2])[0]
    folder = path.rpartition("/")[0]
    if path.endswith(".md") and shelf is not None:
        return problem(
            "file-unexpected",
            path,
            "稿件要放在自己的文件夹里。",
            f"移到 {folder}/{slugify(stem) or '名称'}/index.md。",
        )
    return problem("file-unexpected", path, "这个文件不属于任何稿件，不会被使用。", "放进稿件的文件夹，或删掉。")


def bad_slug(folder: str, slug: str) -> Diagnostic:
    """Says why ``slug`` cannot name a folder, with a name that could."""
    suggestion = slugify(slug)
    hint = f"改名为“{suggestion}”。" if suggestion else "用拼音或英文重新命名，如 night-bus。"
    return problem(
        "file-name",
        folder,
        f"文件夹名“{slug}”会成为网址，只能用小写字母、数字和连字符。",
        hint,
        severity=Severity.ERROR,
    )


def slugify(name: str) -> str:
    """The letters and digits of ``name`` as a slug; "" when there are none."""
    lowered = unicodedata.normalize("NFKC", name).lower()
    words = "".join(character if character.isascii() and character.isalnum() else "-" for character in lowered)
    return "-".join(filter(None, words.split("-")))


def _no_index(folder: str, files: list[FileStat]) -> Diagnostic:
    markdown = [file.name for file in files if file.name.lower().endswith((".md", ".markdown", ".txt", ".docx"))]
    if markdown:
        return problem(
            "bundle-without-index",
            folder,
            f"文件夹里没有 index.md，只有“{markdown[0]}”。",
            "把稿件文件改名为 index.md。",
        )
    return problem("bundle-without-index", folder, "文件夹里没有 index.md。", "补上 index.md，或删掉这个文件夹。")


def _bad_file_name(folder: str, name: str) -> Diagnostic | None:
    if name.isascii():
        if " " not in name and name.islower():
            return None
    elif unicodedata.normalize("NFC", name) != name:
        return problem(
            "file-name",
            f"{folder}/{name}",
            "文件名里的字是拆开存的（NFD），换台电脑就对不上。",
            "重新输入一遍文件名再保存。",
        )
    if " " in name or "　" in name:
        return problem(
            "file-name",
            f"{folder}/{name}",
            "文件名里有空格。",
            f"改名为“{name.replace(' ', '-').replace('　', '-')}”。",
        )
    if name != name.lower():
        return problem(
            "file-name", f"{folder}/{name}", "文件名里有大写字母。", f"改名为“{name.lower()}”，图片引用处一并改。"
        )
    return None
