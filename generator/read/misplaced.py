"""Files and folders that stand where nothing reads them, and where they belong."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz, process

from generator.model.diagnostic import Diagnostic
from generator.model.kinds import REGISTERS, SETTINGS_FILE, STATIONS_FILE, Kind, Shelf

from .file_names import is_ignored, plain_name, slugify
from .report import problem

INDEX = "index.md"
_MANUSCRIPTS = frozenset((".md", ".markdown", ".txt", ".doc", ".docx", ".wps", ".rtf"))


def symlink(path: str) -> Diagnostic:
    """A link to somewhere else, perhaps out of the project."""
    return problem("file-symlink", path, "这是快捷方式（符号链接），不会被读取。", "把真正的文件复制到这里。")


def no_file(path: str) -> Diagnostic:
    """A socket, a pipe, a device."""
    return problem("file-unexpected", path, "这不是普通文件，不会被读取。", "删掉它。")


def nested(root: Path, folder: str, name: str) -> Diagnostic:
    """A folder in a bundle."""
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


def loose_file(path: str, shelf: Shelf | None) -> Diagnostic:
    """A file beside the bundles; ``shelf`` is None in a folder of years."""
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


def no_index(folder: str, names: list[str]) -> Diagnostic:
    """A folder without ``index.md``, in which ``names`` lie."""
    markdown = sorted(
        (name for name in names if os.path.splitext(name)[1].lower() in _MANUSCRIPTS),
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


def second_manuscript(folder: str, name: str, kind: Kind) -> Diagnostic | None:
    """A text beside ``index.md``: a copy, or the original of it. Documents and features offer office files for download."""
    suffix = os.path.splitext(name)[1].lower()
    offers_files = kind in (Kind.DOCUMENT, Kind.FEATURE) and suffix not in (".md", ".markdown")
    if name == INDEX or suffix not in _MANUSCRIPTS - {".txt"} or offers_files:
        return None
    hint = "稿件只认 index.md：里面有要用的文字就移过去，再删掉这个文件；是另一篇稿件就放到它自己的文件夹里。"
    return problem("file-unexpected", f"{folder}/{name}", f"这份 {suffix} 文件不会被读取。", hint)


def unknown_registers(root: Path) -> Iterator[Diagnostic]:
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
        if name.lower().endswith((".yaml", ".yml")) and path not in known and not is_ignored(name):
            if plain_name(name).startswith("station") and "kind" not in name:
                hint = f"站点登记表放在项目最外层，叫“{STATIONS_FILE}”。"
                yield problem("file-unexpected", path, "站点登记表放错了地方，内容不会被使用。", hint)
                continue
            likely = process.extractOne(path, known, scorer=fuzz.ratio, score_cutoff=75)
            hint = f"是不是“{likely[0]}”？" if likely else "可用的有：" + "、".join(known) + "。"
            yield problem("file-unexpected", path, "没有叫这个名字的登记表，内容不会被使用。", hint)
