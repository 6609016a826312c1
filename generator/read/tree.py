"""Which files the project holds: bundles with their file stats, and names that will make trouble."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.fields import SLUG
from generator.model.kinds import REGISTERS, SETTINGS_FILE, SHELVES, STATIONS_FILE, YEAR, Kind, Shelf

from .report import problem, quoted, reason

INDEX = "index.md"
REVIEW_FOLDER = "review"

_IGNORED = frozenset(("thumbs.db", "desktop.ini", "icon\r"))
_MANUSCRIPTS = frozenset((".md", ".markdown", ".txt", ".doc", ".docx", ".wps", ".rtf"))
_DEVICES = ("con", "prn", "aux", "nul", "com", "lpt")
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)
"""Names of devices: Windows cannot check out a file or folder that is called so."""
_EASY_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}(?<!\.)")
_AWKWARD = re.compile(r"[\x00-\x1f\x7f\\/:*?\"<>|#%&\ud800-\udfff\ufffd]")
_LONGEST_NAME = 150
"""Bytes; with the folders above it a path must stay below Windows' 260."""
_LONGEST_SLUG = 80
"""As in references, see ``generator.model.fields.Slug``."""
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
    for folder in ("content", "stories"):
        if (root / folder).is_symlink():
            tree.diagnostics.append(_symlink(folder))
            tree.broken.add(folder)
    for shelf in SHELVES:
        if shelf.folder.partition("/")[0] in tree.broken:
            continue
        for folder, is_bundle in _shelf_folders(root, shelf, tree):
            if is_bundle:
                _scan_bundle(root, folder, shelf.kind, tree)
    tree.bundles = dict(sorted(tree.bundles.items()))
    tree.diagnostics += _unknown_registers(root)
    return tree


def _unknown_registers(root: Path) -> Iterator[Diagnostic]:
    """YAML files in ``content/`` that nothing reads, most likely a misspelt vocabulary."""
    known = [SETTINGS_FILE, *(register.file for register in REGISTERS)]
    try:
        names = sorted(os.listdir(root / "content"))
        here = sorted(os.listdir(root))
    except OSError:
        return
    for name in here:
        if name != STATIONS_FILE and plain_name(name) in (
            "station.yaml",
            "stations.yaml",
            "station.yml",
            "stations.yml",
        ):
            yield problem(
                "file-unexpected", name, "站点登记表不叫这个名字，内容不会被使用。", f"改名为“{STATIONS_FILE}”。"
            )
    for name in names:
        path = f"content/{name}"
        if name.lower().endswith((".yaml", ".yml")) and path not in known and not _is_ignored(name):
            if plain_name(name).startswith("station") and "kind" not in name:
                hint = f"站点登记表放在项目最外层，叫“{STATIONS_FILE}”。"
                yield problem("file-unexpected", path, "站点登记表放错了地方，内容不会被使用。", hint)
                continue
            likely = process.extractOne(path, known, scorer=fuzz.ratio, score_cutoff=75)
            hint = f"是不是“{likely[0]}”？" if likely else "可用的有：" + "、".join(known) + "。"
            yield problem("file-unexpected", path, "没有叫这个名字的登记表，内容不会被使用。", hint)


def _shelf_folders(root: Path, shelf: Shelf, tree: Tree) -> Iterator[tuple[str, bool]]:
    if not shelf.dated:
        yield from _subfolders(root, shelf.folder, shelf, tree)
        return
    for year, _ in _subfolders(root, shelf.folder, None, tree):
        name = year.rpartition("/")[2]
        digits = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", name))
        meant = digits if YEAR.fullmatch(digits) else f"20{digits}" if len(digits) == 2 else ""
        if YEAR.fullmatch(name):
            yield from _subfolders(root, year, shelf, tree)
        else:
            tree.broken.add(year)
            tree.diagnostics.append(
                problem(
                    "file-name",
                    year,
                    f"“{name}”不是年份，里面的稿件没有读取。",
                    f"文件夹改名为“{meant}”，只写四位数字。"
                    if meant
                    else f"放到年份文件夹里，如 {shelf.folder}/2026/{slugify(name) or '名称'}/。",
                    severity=Severity.ERROR,
                )
            )


def _subfolders(root: Path, folder: str, shelf: Shelf | None, tree: Tree) -> Iterator[tuple[str, bool]]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        tree.diagnostics.append(
            problem(
                "file-unreadable",
                folder,
                f"文件夹打不开（{reason(error)}）。",
                "检查文件夹权限，或是否被别的程序占用。",
            )
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
        elif not entry.is_file():
            tree.diagnostics.append(_no_file(path))
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
                        tree.diagnostics.append(_nested(root, folder, name))
                elif not entry.is_file():
                    tree.diagnostics.append(_no_file(f"{folder}/{name}"))
                else:
                    stat = entry.stat()
                    files.append(FileStat(name, stat.st_size, stat.st_mtime_ns))
    except OSError as error:
        tree.broken.add(folder)
        tree.diagnostics.append(
            problem(
                "file-unreadable",
                folder,
                f"文件夹打不开（{reason(error)}）。",
                "检查文件夹权限，或是否被别的程序占用。",
            )
        )
        return
    files.sort()
    slug = folder.rpartition("/")[2]
    if not SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG or slug in _RESERVED:
        tree.broken.add(folder)
        tree.diagnostics.append(bad_slug(folder, slug))
        return
    if not any(file.name == INDEX for file in files):
        tree.broken.add(folder)
        tree.diagnostics.append(_no_index(folder, files))
        return
    for file in files:
        trouble = _second_manuscript(folder, file.name, kind) or _bad_file_name(folder, file.name)
        if trouble:
            tree.diagnostics.append(trouble)
    tree.bundles[folder] = Bundle(folder, kind, tuple(files))


def _is_ignored(name: str) -> bool:
    """Files that operating systems and editors leave behind."""
    return name[0] in ".~" or name.lower() in _IGNORED or name.endswith(("~", ".bak", ".tmp"))


def _symlink(path: str) -> Diagnostic:
    return problem("file-symlink", path, "这是快捷方式（符号链接），不会被读取。", "把真正的文件复制到这里。")


def _no_file(path: str) -> Diagnostic:
    return problem("file-unexpected", path, "这不是普通文件，不会被读取。", "删掉它。")


def _nested(root: Path, folder: str, name: str) -> Diagnostic:
    path = f"{folder}/{name}"
    if name == INDEX:
        return problem(
            "bundle-nested", path, "index.md 是一个文件夹，不是文件。", "把里面的稿件移出来，再删掉这个文件夹。"
        )
    if (root / path / INDEX).is_file():
        parent = folder.rpartition("/")[0]
        hint = f"里面是另一篇稿件：把“{name}”移到 {parent}/{name}。"
        return problem("bundle-nested", path, "稿件文件夹里又套了一篇稿件，里面的不会被读取。", hint)
    return problem(
        "bundle-nested", path, "稿件文件夹里不能再套文件夹，里面的文件不会被使用。", "把里面的文件移到 index.md 旁边。"
    )


def plain_name(name: str) -> str:
    """A file's name in small half-width letters."""
    return unicodedata.normalize("NFKC", name).lower()


def _loose_file(path: str, shelf: Shelf | None) -> Diagnostic:
    stem = os.path.splitext(path.rpartition("/")[2])[0]
    folder = path.rpartition("/")[0]
    suffix = os.path.splitext(path)[1].lower()
    if suffix in _MANUSCRIPTS:
        home = (
            f"{folder}/{slugify(stem) or '名称'}" if shelf is not None else f"{folder}/2026/{slugify(stem) or '名称'}"
        )
        if suffix in (".doc", ".docx", ".wps"):
            hint = f"新建 {home}/index.md，把文字复制进去；原来的文档另外保存。"
        else:
            hint = f"移到 {home}/index.md。"
        return problem("file-unexpected", path, "稿件要放在自己的文件夹里，这里的不会被读取。", hint)
    return problem("file-unexpected", path, "这个文件不属于任何稿件，不会被使用。", "放进稿件的文件夹，或删掉。")


def bad_slug(folder: str, slug: str) -> Diagnostic:
    """Says why ``slug`` cannot name a folder, with a name that could."""
    suggestion = slugify(slug)[:60].strip("-") if slug.isascii() else ""
    if SLUG.fullmatch(slug):
        message = "会成为网址，太长了。" if slug not in _RESERVED else "是 Windows 保留的名字，别人的电脑上打不开。"
        return problem(
            "file-name",
            folder,
            f"文件夹名{quoted(slug)}{message}",
            "改成两三个词，如 bike-repair。",
            severity=Severity.ERROR,
        )
    hint = f"改名为“{suggestion}”。" if suggestion else "用拼音或英文重新命名，如 bike-repair。"
    return problem(
        "file-name",
        folder,
        f"文件夹名{quoted(slug)}会成为网址，只能用小写字母、数字和连字符。",
        hint,
        severity=Severity.ERROR,
    )


def slugify(name: str) -> str:
    """The letters and digits of ``name`` as a slug; "" when there are none."""
    lowered = unicodedata.normalize("NFKC", name).lower()
    words = "".join(character if character.isascii() and character.isalnum() else "-" for character in lowered)
    return "-".join(filter(None, words.split("-")))


def _no_index(folder: str, files: list[FileStat]) -> Diagnostic:
    markdown = sorted(
        (file.name for file in files if os.path.splitext(file.name)[1].lower() in _MANUSCRIPTS),
        key=lambda name: not name.lower().startswith("index"),
    )
    if markdown and markdown[0].lower().endswith((".doc", ".docx", ".wps")):
        return problem(
            "bundle-without-index",
            folder,
            f"文件夹里没有 index.md，只有 Word 文档“{markdown[0]}”。",
            "新建 index.md，把文档里的文字复制进去（不能直接改名）。",
        )
    if markdown:
        return problem(
            "bundle-without-index",
            folder,
            f"文件夹里没有 index.md，只有“{markdown[0]}”。",
            "把稿件文件改名为 index.md，全部小写；看不到扩展名时，先在资源管理器里打开“文件扩展名”。",
        )
    return problem("bundle-without-index", folder, "文件夹里没有 index.md。", "补上 index.md，或删掉这个文件夹。")


def _second_manuscript(folder: str, name: str, kind: Kind) -> Diagnostic | None:
    """A text beside ``index.md``: a copy, or the original of it. Documents and features offer office files for download."""
    suffix = os.path.splitext(name)[1].lower()
    offers_files = kind in (Kind.DOCUMENT, Kind.FEATURE) and suffix not in (".md", ".markdown")
    if name == INDEX or suffix not in _MANUSCRIPTS - {".txt"} or offers_files:
        return None
    hint = "稿件只认 index.md：里面有要用的文字就移过去，再删掉这个文件；是另一篇稿件就放到它自己的文件夹里。"
    return problem("file-unexpected", f"{folder}/{name}", f"这份 {suffix} 文件不会被读取。", hint)


def _bad_file_name(folder: str, name: str) -> Diagnostic | None:
    if name.isascii():
        if _EASY_NAME.fullmatch(name) and not name.startswith(_DEVICES):
            return None
    elif unicodedata.normalize("NFC", name) != name:
        return problem(
            "file-name",
            f"{folder}/{name}",
            "文件名里的字是拆开存的（NFD），换台电脑就对不上。",
            "重新输入一遍文件名再保存。",
        )
    if any(sign.isspace() for sign in name):
        stem, suffix = os.path.splitext(name)
        renamed = re.sub("-{2,}", "-", "-".join(stem.split())) + suffix.strip()
        return problem("file-name", f"{folder}/{name}", "文件名里有空格。", f"改名为“{renamed}”，图片引用处一并改。")
    if _AWKWARD.search(name) or name.endswith(".") or os.path.splitext(name)[0].lower() in _RESERVED:
        message = "文件名里有网址或 Windows 不能用的符号，或是系统保留的名字。"
        return problem("file-name", f"{folder}/{name}", message, "改成只有字母、数字和连字符的名字。")
    if len(name.encode("utf-8", "surrogateescape")) > _LONGEST_NAME:
        return problem("file-name", f"{folder}/{name}", "文件名太长。", "改短一些，一二十个字就够。")
    if name != name.lower():
        return problem(
            "file-name", f"{folder}/{name}", "文件名里有大写字母。", f"改名为“{name.lower()}”，图片引用处一并改。"
        )
    return None
