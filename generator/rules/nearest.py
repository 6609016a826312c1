"""What somebody most likely meant to write, and what else could be written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

_LIKENESS = 70
"""Percent of likeness below which a suggestion is a guess: ``fuzz.ratio`` of ``qinghe`` and ``qinhe`` is 91."""
_MANY = 12


@lru_cache(maxsize=512)
def nearest(written: str, known: frozenset[str]) -> str | None:
    """The known name most like what was written; None when none is like it. Ties go by alphabet."""
    matches = process.extract(written.lower(), known, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=None)
    if not matches:
        return None
    return min(matches, key=lambda match: (-match[1], match[0]))[0]


def suggestion(written: str, known: Collection[str], names: Mapping[str, str] | None = None) -> str:
    """A sentence that names the likeliest value or, when none is like it, the known ones.

    ``names`` gives the Chinese name of each.
    """
    names = names or {}
    likely = nearest(written, frozenset(known))
    if likely is None:
        likely = next((id for id, name in names.items() if name == written), None)
    if likely is not None:
        return f"是不是“{likely}”{_bracketed(names.get(likely))}？"
    if not known:
        return ""
    listed = list(names) if names else sorted(known)
    shown = "、".join(id + _bracketed(names.get(id)) for id in listed[:_MANY])
    more = f"等 {len(listed)} 个" if len(listed) > _MANY else ""
    return f"现有：{shown}{more}。"


def _bracketed(name: str | None) -> str:
    return f"（{name}）" if name else ""
