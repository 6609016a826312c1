"""What an editor types becomes a value: an id instead of a name or a number, a list instead of commas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz, process

from generator.model.shapes import Form, Shape
from generator.model.stub import Names

SEPARATORS = re.compile(r"[,，、;；]\s*")
_ENOUGH = 8
"""So many likely choices are named in an answer."""


class NotUnderstood(Exception):
    """The answer fits no choice; the message is Chinese and names likely ones."""


def choices_for(shape: Shape, known: Names) -> list[tuple[str, str]]:
    """What a field may be chosen from: pairs of id and Chinese name; empty when it is written freely."""
    if shape.form is Form.REFERENCE:
        return list(known.get(shape.target, ()))
    return list(shape.choices)


def understand(text: str, shape: Shape, known: Names) -> Any:
    """The value that ``text`` means for a field: a text, or a list of texts.

    Raises:
        NotUnderstood: a choice that does not exist, or several that it might be.
    """
    choices = choices_for(shape, known)
    if shape.many:
        parts = [part for part in SEPARATORS.split(text.strip(" []")) if part]
        return list(dict.fromkeys(choose(part, choices) if choices else part for part in parts))
    return choose(text, choices) if choices else text


def choose(text: str, choices: list[tuple[str, str]]) -> str:
    """The id of the choice that ``text`` means: by id, name, number in the list, or a part of one name alone."""
    text = text.strip()
    for found in (
        [key for key, _ in choices if key == text],
        [key for key, name in choices if name == text],
        [choices[int(text) - 1][0]] if text.isdecimal() and 0 < int(text) <= len(choices) else [],
        [key for key, name in choices if text.lower() in (name + " " + key).lower()],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise NotUnderstood(f"“{text}”可能是好几项：{_named(found, choices)}。写全一点。")
    words = {key: f"{name} {key}" for key, name in choices}
    likely = [key for _, _, key in process.extract(text, words, scorer=fuzz.WRatio, score_cutoff=60, limit=1)]
    hint = (
        f"是不是{_named(likely, choices)}？" if likely else f"可以写：{_named([key for key, _ in choices], choices)}。"
    )
    raise NotUnderstood(f"没有“{text}”这一项。{hint}")


def nested(key: str, value: Any) -> dict[str, Any]:
    """``notice.start`` and a value as groups of keys."""
    first, _, rest = key.partition(".")
    return {first: nested(rest, value) if rest else value}


def merged(values: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Both groups of keys, and those within them; the latter's values count."""
    result = dict(values)
    for key, value in more.items():
        old = result.get(key)
        result[key] = merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return result


def _named(keys: list[str], choices: list[tuple[str, str]]) -> str:
    names = dict(choices)
    shown = "、".join(f"{names[key]}（{key}）" for key in keys[:_ENOUGH])
    return shown + (" 等" if len(keys) > _ENOUGH else "")
