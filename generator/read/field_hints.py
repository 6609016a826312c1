"""How a field is written: an example, the keys of a group, where ids are looked up."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args

from generator.model.fields import Record
from generator.model.kinds import REGISTERS, SHELVES, STATIONS_FILE, Kind
from generator.model.shapes import Form, Shape

_WANTED = "编号"
_IDEOGRAPH = re.compile("[一-鿿]")
_SHORT = 16
"""A longer example is not repeated where only the key matters."""


def group_hint(name: str, field: Any, given: Any = None) -> str:
    """How a group of keys is written, shown with its first key."""
    record = record_in(field.annotation) if field is not None else None
    if record is None:
        return ""
    key, info = next(iter(record.model_fields.items()))
    wide = "键后面要用英文冒号加一个空格：" if isinstance(given, str) and "：" in given else ""
    value = show(info.examples[0]) if info.examples else "…"
    return f"{wide}在“{name}:”下面另起一行，缩进两格写“{key}: {value}”，一行一个键。"


def reference_hint(name: str, shape: Shape) -> str:
    """How a missing reference is written; its ids differ from city to city."""
    value = f"[{_WANTED}]" if shape.many else _WANTED
    return f"补上一行 {name}: {value}。{_homes()[shape.target]}"


@cache
def _homes() -> dict[str, str]:
    """Where the ids of each target of a reference are looked up."""
    homes = {register.name: f"编号见 {register.file}。" for register in REGISTERS}
    homes |= {shelf.kind.value: f"编号是 {shelf.folder} 下的文件夹名。" for shelf in SHELVES}
    return {**homes, Kind.STATION.value: f"编号见 {STATIONS_FILE}。"}


def list_hint(name: str, shape: Shape, given: Any) -> str:
    """How a list is written whose items are records, or ids where names were written; "" for other lists."""
    if shape.record is not None:
        required = [(key, info) for key, info in shape.record.model_fields.items() if info.is_required()]
        shown = [show(info.examples[0]) if info.examples else "…" for _, info in required]
        rows = [f"{key}: {text if len(text) < _SHORT else '…'}" for (key, _), text in zip(required, shown, strict=True)]
        lines = "，下一行缩进四格写".join(f"“{'- ' if number == 0 else ''}{row}”" for number, row in enumerate(rows))
        return f"在“{name}:”下面另起一行，缩进两格写{lines}。"
    if shape.form is Form.REFERENCE and isinstance(given, str) and _IDEOGRAPH.search(given):
        return f"写成 {name}: [编号, 编号]，写编号，不写名称。{_homes()[shape.target]}"
    return ""


def show(value: Any) -> str:
    """An example as one writes it in YAML; codes in quotation marks."""
    if isinstance(value, list):
        return "[" + ", ".join(map(str, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f'"{text}"' if text.isdecimal() and (len(text) > 10 or text[0] == "0" < text) and len(text) > 1 else text


def record_in(annotation: Any) -> type[Record] | None:
    """The record model inside ``tuple[X, ...]`` or ``X | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for found in map(record_in, get_args(annotation)) if found), None)
