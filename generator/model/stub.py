"""YAML that explains itself: what is known is filled in, what is optional stands there as an example to uncomment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml
from pydantic.fields import FieldInfo

from .body_stub import body_stub
from .fields import Record
from .kinds import MODELS, Kind
from .shapes import Form, ordered_fields, shape_of

Values = Mapping[str, Any]
"""Keys and what to write behind them: text, lists of text, or groups of keys again."""

Names = Mapping[str, list[tuple[str, str]]]
"""Ids and Chinese names by target of a reference."""

_FEW = 12
"""So many choices are listed in a comment; more are looked up in their register."""
_PLACEHOLDER = "……"
_SOME_ID = "id"
_LOOKS_LIKE_CODE = re.compile(r"0\d+|\d{11,}")
_NOTHING = frozenset(("~", "null", "Null", "NULL"))


def entry_stub(kind: Kind, values: Values, known: Names, first_line: str, body: str | None = None) -> str:
    """An ``index.md`` with ``values`` filled in; ``first_line`` names the schema. It is a draft until the editor says so.

    Without a ``body`` it says how to write one.
    """
    lines = [
        first_line,
        f"# {kind.label}。井号（#）开头的行是说明和备用的键，不会出现在网站上；要用哪一项，删掉它行首的井号。",
        "",
        *_record(MODELS[kind], {"draft": "true", **values}, known),
    ]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + (body_stub(kind) if body is None else body)


def register_row(model: type[Record], values: Values, known: Names, indent: int = 0) -> str:
    """A row of a register with ``values`` filled in, as text that ends in a line end."""
    return _row(_record(model, values, known, spaced=False), indent)


def bare_row(values: Values, indent: int = 0) -> str:
    """A row of a register without a word about what else it could hold."""
    return _row([line for name, value in values.items() for line in _filled(name, value)], indent)


def _row(lines: list[str], indent: int) -> str:
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return "".join(f"{' ' * indent}{'- ' if number == first else '  '}{line}\n" for number, line in enumerate(lines))


def example_row(model: type[Record], known: Names) -> str:
    """What the keys of a register mean, and a row that is commented out, with this project's ids where it has some."""
    about = [f"# {name}（{field.title}）{_colon(field.description)}" for name, field in ordered_fields(model).items()]
    shown = {
        name: _example(field, known)
        for name, field in ordered_fields(model).items()
        if field.is_required() or _is_telling(field) or shape_of(field).record
    }
    lines = [line for name, value in shown.items() for line in _filled(name, value)]
    row = [f"#{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]
    return "\n".join((*about, "# 一条的样子（去掉行首的 # 就能用）：", *row)) + "\n"


def settings_stub(model: type[Record], values: Values, known: Names) -> str:
    """A file of settings with ``values`` filled in."""
    return "\n".join(_record(model, values, known)) + "\n"


def scalar(text: str) -> str:
    """``text`` as one writes it in YAML, also inside brackets: plain where that means the same, else in double quotes."""
    plain = f"[{text}]"
    try:
        safe = text not in _NOTHING and not _LOOKS_LIKE_CODE.fullmatch(text) and yaml.load(plain, _Texts) == [text]
    except yaml.YAMLError:
        safe = False
    if safe and yaml.load(text, _Texts) == text:
        return text
    quoted: str = yaml.dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return quoted.rstrip("\n")


class _Texts(yaml.BaseLoader):
    """Takes every scalar for text."""


def _record(model: type[Record], values: Values, known: Names, *, spaced: bool = True) -> list[str]:
    """A record's lines: first what has a value, then what might have one. ``spaced`` explains the former too."""
    filled: list[str] = []
    spare: list[str] = []
    gap = [""] if spaced else []
    for name, field in ordered_fields(model).items():
        explained = [f"# {line}" for line in _explained(field, known)]
        if name in values:
            filled += [
                *(explained if spaced else ()),
                *_filled(name, values[name]),
                *_more_keys(field, values[name]),
                *gap,
            ]
        else:
            spare += [*explained, *(f"#{line}" for line in _spare(name, field, known)), *gap]
    if spaced and spare:
        filled += ["# ---- 以下选填 ----", ""]
    lines = [*filled, *spare]
    return lines[:-1] if spaced else lines


def _explained(field: FieldInfo, known: Names) -> list[str]:
    """Title and help; the choices too, where they are few and the help does not name them."""
    shape = shape_of(field)
    about = f"{field.title}{_colon(field.description)}"
    choices = known.get(shape.target, []) if shape.form is Form.REFERENCE else list(shape.choices)
    if not 0 < len(choices) <= _FEW or choices[0][0] in about:
        return [about]
    return [about, "可以写：" + "、".join(f"{value} {name}" for value, name in choices)]


def _colon(description: str | None) -> str:
    return f"：{description}" if description else ""


def _filled(name: str, value: Any) -> list[str]:
    if isinstance(value, str):
        return [f"{name}: {scalar(value)}"]
    if isinstance(value, Mapping):
        return [f"{name}:", *(f"  {line}" for key, part in value.items() for line in _filled(key, part))]
    if all(isinstance(item, str) for item in value):
        return [f"{name}: [{', '.join(map(scalar, value))}]"]
    lines = [f"{name}:"]
    for item in value:
        inner = [line for key, part in item.items() for line in _filled(key, part)]
        lines += [f"  {'- ' if number == 0 else '  '}{line}" for number, line in enumerate(inner)]
    return lines


def _spare(name: str, field: FieldInfo, known: Names) -> list[str]:
    """An optional key as it would be written."""
    example = _example(field, known)
    return [*_filled(name, example), *_more_keys(field, example)]


def _more_keys(field: FieldInfo, value: Any) -> list[str]:
    """A comment with the keys of a group that ``value`` does without."""
    record = shape_of(field).record
    group = value[0] if isinstance(value, list) else value
    if record is None:
        return []
    others = [f"{key} {inner.title}" for key, inner in ordered_fields(record).items() if key not in group]
    return [f"  # 还可以写：{'、'.join(others)}"] if others else []


def _example(field: FieldInfo, known: Names) -> Any:
    """What to write behind a key, for instance: an id of this project before any other."""
    shape = shape_of(field)
    if shape.variants:
        return [{shape.tag: variant.tag, **_group(variant.record, known)} for variant in shape.variants]
    if shape.record is not None:
        group = _group(shape.record, known)
        return [group] if shape.many else group
    if shape.form is Form.SWITCH:
        return "true"
    given = field.examples[0] if field.examples else _PLACEHOLDER
    if shape.form is Form.REFERENCE:
        offered = known.get(shape.target)
        given = offered[0][0] if offered else field.examples[0] if field.examples else _SOME_ID
    if shape.many:
        return [str(item) for item in (given if isinstance(given, list) else [given])]
    return str(given)


def _group(record: type[Record], known: Names) -> dict[str, Any]:
    """A group's keys that must be there or are worth showing, at least one."""
    inner = ordered_fields(record)
    shown = {key: part for key, part in inner.items() if part.is_required() or _is_telling(part)}
    return {key: _example(part, known) for key, part in (shown or dict(list(inner.items())[:1])).items()}


def _is_telling(field: FieldInfo) -> bool:
    """Whether an optional key of a group is worth showing: it has an example and is no switch."""
    return bool(field.examples) and shape_of(field).form not in (Form.SWITCH, Form.RECORD)
