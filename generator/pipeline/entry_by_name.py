"""The entry that somebody means at a command line: by its folder, its ``index.md``, its slug or its title."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.catalogue import Catalogue, Entry
from generator.model.register_sheet import SHEETS
from generator.read.misplaced import INDEX

from .refused import Refused

_SHOWN = 5


def entry_by_name(catalogue: Catalogue, name: str, among: Iterable[Entry] | None = None) -> Entry:
    """The entry of a name. A slug or a title is looked for ``among`` some, or all.

    Raises:
        Refused: there is none, it has errors now, or there are several.
    """
    wanted = name.replace("\\", "/").removeprefix("./").removesuffix(f"/{INDEX}").strip("/")
    if wanted in catalogue.entries:
        return catalogue.entries[wanted]
    if wanted in catalogue.broken:
        raise Refused(f"{wanted} 有错误，先运行 zoujin check 改好。")
    entries = catalogue.entries.values() if among is None else among
    found = [entry for entry in entries if entry.slug == wanted or entry.title == name or _is_file(entry, wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"“{name}”不止一条，写全路径：" + "、".join(entry.id for entry in found[:_SHOWN]) + "。")
    raise Refused(f"没有“{name}”这条内容。写它的文件夹，如 stories/2026/bike-repair。")


def _is_file(entry: Entry, path: str) -> bool:
    """Whether an entry is a whole register, called by its file."""
    return entry.path == path and entry.id.startswith(SHEETS)
