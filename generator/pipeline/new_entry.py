"""A new entry is written where nothing was: a folder of its own, or a row at the end of the station register."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.fields import SLUG, Record
from generator.model.kinds import SHELVES, STATIONS_FILE, Kind
from generator.model.stub import register_row
from generator.read.file_names import bad_slug
from generator.read.misplaced import INDEX
from generator.read.schema import Locator, validate
from generator.read.source import SourceText

from .refused import Refused
from .register_rows import append_row


def entry_folder(kind: Kind, slug: str, year: int) -> str:
    """Where a new entry of a bundle's kind belongs, relative to the project."""
    shelf = next(shelf for shelf in SHELVES if shelf.kind is kind)
    return f"{shelf.folder}/{year}/{slug}" if shelf.dated else f"{shelf.folder}/{slug}"


def slug_problem(catalogue: Catalogue, root: Path, kind: Kind, slug: str, year: int) -> str:
    """Why ``slug`` cannot be the new entry's, or ""."""
    if not SLUG.fullmatch(slug) or len(slug) > 80:
        found = bad_slug("", slug)
        return f"“{slug}”会成为网址，只能用小写字母、数字和连字符，最多 80 个。{found.hint}"
    taken = catalogue.by_kind[kind].get(slug) or catalogue.alias_slugs[kind].get(slug)
    if taken is not None:
        return f"“{slug}”已经用过：{taken.id}（{taken.title}）。换一个名称。"
    if kind is not Kind.STATION and (root / entry_folder(kind, slug, year)).exists():
        return f"文件夹 {entry_folder(kind, slug, year)} 已经存在，没有改动。换一个名称。"
    return ""


def value_problems(model: type[Record], values: Mapping[str, Any], *, whole: bool = False) -> list[str]:
    """What is wrong with some of a record's values, as a check would say it; with all of them when ``whole``."""
    _, found = validate(model, values, Locator(SourceText("", ""), None, 0))
    return [f"{item.message}{item.hint}" for item in found if whole or item.rule != "schema-missing"]


def write_bundle(root: Path, folder: str, text: str) -> Path:
    """Write a new ``index.md``; ``text`` has ``\\n`` line ends.

    Raises:
        Refused: something is there already, or the disk will not have it.
    """
    target = root / folder
    try:
        target.mkdir(parents=True)
        with (target / INDEX).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Refused(f"{folder} 已经存在，没有改动。换一个名称。") from None
    except OSError as error:
        raise Refused(f"{folder} 写不进去（{error.strerror}）。检查文件夹权限和磁盘空间。") from None
    return target / INDEX


def append_station(root: Path, model: type[Record], values: Mapping[str, Any], known: Any) -> Path:
    """Add a station to the end of its register, of which not one byte changes.

    Raises:
        Refused: as :func:`append_row` says.
    """
    return append_row(root, STATIONS_FILE, lambda indent: register_row(model, values, known, indent), values)
