"""What somebody most likely meant to write, and what else could be written."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from rapidfuzz import fuzz, process

_LIKENESS = 70
"""Percent of likeness below which a suggestion is a guess: ``fuzz.ratio`` of ``chengdong`` and ``chendong`` is 94."""
_MANY = 12
_BETWEEN = re.compile(r"[、，,；;\s]+")
_IDEOGRAPH = re.compile("[一-鿿]")


@lru_cache(maxsize=512)
def nearest(written: str, known: frozenset[str]) -> str | None:
    """The known name most like what was written; None when none is like it. Ties go by alphabet."""
    return _likeliest(written, _in_order(known))


@lru_cache(maxsize=512)
def nearest_path(written: str, *known: frozenset[str]) -> str | None:
    """The known path most like what was written: with the same last part, else in the same folder; None when there is none.

    Not all are compared: among 100,000 paths that takes a hundredth of a second, for each link that leads nowhere.
    """
    folders, namesakes = _shelves(*known)
    folder, _, name = written.lower().rpartition("/")
    if name in namesakes:
        return _likeliest(written, namesakes[name]) or namesakes[name][0]
    likely = _likeliest(name, folders.get(folder, ()))
    return f"{folder}/{likely}" if likely else None


@lru_cache(maxsize=2)
def _shelves(*known: frozenset[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The last parts of paths by folder, and the paths by last part; each in order."""
    folders: dict[str, list[str]] = {}
    namesakes: dict[str, list[str]] = {}
    for path in sorted(chain(*known)):
        folder, _, name = path.rpartition("/")
        folders.setdefault(folder, []).append(name)
        namesakes.setdefault(name, []).append(path)
    return folders, namesakes


@lru_cache(maxsize=16)
def _in_order(known: frozenset[str]) -> list[str]:
    return sorted(known)


def _likeliest(written: str, known: Sequence[str]) -> str | None:
    """The first of those most like what was written."""
    match = process.extractOne(written.lower(), known, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return match[0] if match else None


def suggestion(written: str, known: Collection[str], names: Mapping[str, str] | None = None) -> str:
    """A sentence that names the values meant, the likeliest one or, when none is like it, the known ones.

    ``names`` gives the Chinese name of each, or of some.
    """
    names = names or {}
    parts = [part for part in _BETWEEN.split(written) if part]
    for items in ([written], parts):
        meant = [_meant(item, known, names) for item in items]
        if all(len(ids) == 1 for ids in meant) and meant:
            said = "、".join(f"“{ids[0]}”{_bracketed(names.get(ids[0]))}" for ids in meant)
            return f"写成{said}。" if len(items) == 1 else f"分成几项，依次写成{said}。"
    namesakes = _meant(written, known, names)
    if namesakes:
        return f"叫这个名字的有：{'、'.join(namesakes)}。写其中一个。"
    likely = nearest(written, frozenset(known))
    if likely is None and len(written) > 1 == len(parts):
        alike = [id for id, name in names.items() if written in name or name in written]
        likely = alike[0] if len(alike) == 1 else None
    if likely is not None:
        return f"是不是“{likely}”{_bracketed(names.get(likely))}？"
    if not known:
        return ""
    listed = list(names) if names.keys() >= set(known) else sorted(known)
    shown = "、".join(id + _bracketed(names.get(id)) for id in listed[:_MANY])
    more = f"等 {len(listed)} 个" if len(listed) > _MANY else ""
    return f"现有：{shown}{more}。"


def not_an_id(written: str) -> str:
    """What was written where an id is wanted; "" when it looks like an id."""
    if _IDEOGRAPH.search(written):
        return "是名称，这里要写编号"
    if "/" in written:
        return "是路径，这里只写最后一段"
    return ""


def _meant(written: str, known: Collection[str], names: Mapping[str, str]) -> list[str]:
    """The ids of what is called so, or of what has this path."""
    last = written.strip("/").rpartition("/")[2]
    if last != written and last in known:
        return [last]
    return [id for id, name in names.items() if name == written and id in known]


def _bracketed(name: str | None) -> str:
    return f"（{name}）" if name else ""
