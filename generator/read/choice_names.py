"""Which of a few choices somebody meant who wrote its Chinese name, other letters or a misspelling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from .strange_signs import plain

_NAMED = re.compile(r"([a-z0-9-]+) ?([^a-z、]+)")
_LIKENESS = 60


def choice_hint(given: object, choices: Sequence[tuple[str, str]], help: str) -> str:
    """What to write, and all ``choices`` (value and Chinese name). ``help`` may call them by other names too."""
    values = [value for value, _ in choices]
    said = plain(str(given))
    listed = "可以写：" + "、".join(f"{value}（{_inside(name)}）" for value, name in choices) + "。"
    if said.lower() in values:
        return f"写成 {said.lower()}。"
    named = _by_name(said, [*choices, *((value, name) for value, name in _NAMED.findall(help) if value in values)])
    if named:
        return f"写成 {named}。{listed}"
    likely = process.extractOne(said.lower(), values, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return (f"是不是“{likely[0]}”？" if likely else "") + listed


def _by_name(said: str, names: Sequence[tuple[str, str]]) -> str:
    """The one value that has this name, or whose names alone contain it or are contained in it."""
    same = {value for value, name in names if name == said}
    alike = {value for value, name in names if len(said) > 1 and (said in name or name in said)}
    found = same if same else alike
    return found.pop() if len(found) == 1 else ""


def _inside(name: str) -> str:
    """A name that stands in brackets itself."""
    return name.replace("（", "，").replace("）", "")
