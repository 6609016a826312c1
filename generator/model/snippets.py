"""Snippets for VS Code, for what its YAML extension cannot complete: an entry's metadata stands in a Markdown file.

Typing a key or its Chinese name offers the key, typing the name of a district or a station its
id, typing the name of a card the card.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .fields import Record
from .kinds import MODELS, SHELVES
from .schema import MOST_KNOWN, Known
from .shapes import Form, Shape, ordered_fields, records_in, shape_of

Snippet = dict[str, Any]
"""``prefix`` (what is typed), ``body`` (what comes), ``description``; ``scope`` is the language it is offered in."""

_CARDS = {
    "图片": "::: figure ${1:照片.jpg}\n${2:说明}\n:::",
    "组图": "::: figures ${1:甲.jpg} ${2:乙.jpg}\n${3:说明}\n:::",
    "引语": "::: quote ${1:说话的人}\n${2:要放大的一句话。}\n:::",
    "人物卡片": "::: person ${1:人物的文件夹名}\n:::",
    "站点卡片": "::: station ${1:站点编号}\n:::",
    "视频链接": "::: video ${1:视频网址}\n:::",
}
_MOST_CHOICES = 20
"""In a list that opens behind a key; longer ones are found by name."""


def snippets(known: Known) -> dict[str, Snippet]:
    """The content of a ``.code-snippets`` file. ``known`` are the ids that references may name."""
    found: dict[str, Snippet] = {}
    for name, body in _CARDS.items():
        found[name] = _snippet([name, body.split()[1]], body, f"正文里的{name}")
    for kind in (shelf.kind for shelf in SHELVES):
        for record in (MODELS[kind], *records_in(MODELS[kind])):
            for key, title, help_text, shape in _keys(record):
                found.setdefault(f"{key} {title}", _snippet([key, title], _line(key, shape, known), help_text or title))
    for target, pairs in known.items():
        for id, label in list(pairs)[:MOST_KNOWN]:
            found[f"{target} {id}"] = _snippet([label, id], _literal(id), f"{label} 的编号")
    return found


def _keys(record: type[Record]) -> Iterator[tuple[str, str, str, Shape]]:
    for key, field in ordered_fields(record).items():
        yield key, field.title or key, field.description or "", shape_of(field)


def _line(key: str, shape: Shape, known: Known) -> str:
    values = [value for value, _ in shape.choices] or [id for id, _ in known.get(shape.target, ())]
    if shape.form is Form.RECORD:
        return f"{key}:\n  {'- ' if shape.many else ''}$0"
    if shape.form is Form.SWITCH:
        values = ["true", "false"]
    value = f"${{1|{','.join(values)}|}}" if 0 < len(values) <= _MOST_CHOICES else "$1"
    return f"{key}: [{value}]" if shape.many else f"{key}: {value}"


_SCOPE = "markdown,yaml"
"""The metadata at the head of a Markdown file are YAML to VS Code, which then offers nothing that is for Markdown alone."""


def _snippet(prefixes: list[str], body: str, description: str) -> Snippet:
    return {"scope": _SCOPE, "prefix": prefixes, "body": body.split("\n"), "description": description}


def _literal(text: str) -> str:
    """``text`` where ``$``, ``}`` and the backslash mean nothing."""
    return "".join(f"\\{sign}" if sign in "\\$}" else sign for sign in text)
