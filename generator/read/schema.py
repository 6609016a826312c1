"""Plain values become a model, or diagnostics with places and suggestions.

Pydantic says what is wrong in English for programmers; ``_EXPLAIN`` says it in Chinese for
editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

import yaml
from pydantic import ValidationError

from generator.model.diagnostic import Diagnostic, Mark
from generator.model.fields import Record
from generator.model.kinds import REGISTERS, SHELVES, STATIONS_FILE, Kind
from generator.model.references import FieldPath
from generator.model.shapes import Form, Shape, shape_of

from .choice_names import choice_hint
from .key_names import likely_key, unknown_key
from .report import problem, quoted
from .source import SourceText
from .strange_signs import strange_signs
from .values import Nodes

Details = Mapping[str, Any]


def validate(
    model: type[Record], data: Any, place: Locator, at: FieldPath = (), lost: frozenset[str] = frozenset()
) -> tuple[Record | None, list[Diagnostic]]:
    """The record at ``at`` of the file that ``place`` knows, or None and why not.

    Keys in ``lost`` stood on lines that could not be read and are not called missing.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    return None, explained(model, details, place, at, lost)


def explained(
    model: type[Record], details: Sequence[Any], place: Locator, at: FieldPath = (), lost: frozenset[str] = frozenset()
) -> list[Diagnostic]:
    """Pydantic's errors about the record at ``at`` as diagnostics, those with one cause once."""
    meant: set[FieldPath] = set(_meant(model, details))
    found = []
    for detail in details:
        loc: FieldPath = detail["loc"]
        if detail["type"] == "missing" and (loc in meant or loc[-1] in lost):
            continue
        if detail["type"] == "too_short" and any(other["loc"][: len(loc)] == loc != other["loc"] for other in details):
            continue  # its items are wrong; how many are right is of no interest
        rule, message, hint = _explain(model, loc, detail)
        on_key = detail["type"] in ("extra_forbidden", "missing")
        found.append(problem(rule, place.source.path, message, hint, place.mark((*at, *loc), on_key=on_key)))
    return found


class Locator:
    """Finds the place of a field in a file whose YAML has been composed."""

    def __init__(self, source: SourceText, node: yaml.Node | None, start: int) -> None:
        self.source = source
        self.start = start
        self._nodes = Nodes(node)

    def mark(self, at: FieldPath, *, on_key: bool = False) -> Mark:
        """The place of the value at ``at``, of its key when ``on_key``; of the nearest thing above when it is absent."""
        key, value, is_there = self._nodes.find(at)
        if value is None or (key is None and not is_there and self.start and len(at) == 1):
            return self.source.mark(0, 3)  # a key of the whole entry: its front matter's first line
        target = key if on_key and key is not None else value
        if target is value and key is not None and not isinstance(value, yaml.ScalarNode):
            target = key
        if isinstance(target, yaml.ScalarNode) and target.start_mark.index == target.end_mark.index and key is not None:
            target = key  # an empty value has no width: point at its key
        begin, end = target.start_mark.index, target.end_mark.index
        length = end - begin if isinstance(target, yaml.ScalarNode) and "\n" not in target.value else 1
        return self.source.mark(self.start + begin, min(length, 60))


def _explain(model: type[Record], loc: FieldPath, detail: Any) -> tuple[str, str, str]:
    """Rule id, message and hint for one pydantic error."""
    field, owner = _field(model, loc)
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    kind: str = detail["type"]
    if kind == "extra_forbidden":
        return unknown_key(owner, name)
    label = f"“{field.title}”（{name}）" if field is not None and field.title else quoted(name) if name else "这一条"
    example = f"例如：{name}: {_show(field.examples[0])}" if field is not None and field.examples else ""
    if kind == "missing":
        if field is not None and shape_of(field).form is Form.REFERENCE:
            return "schema-missing", f"缺少{label}。", _reference_hint(name, shape_of(field))
        return "schema-missing", f"缺少{label}。", example or _group_hint(name, field) or f"补上一行 {name}: …"
    if loc and isinstance(loc[-1], int):
        label += f"第 {loc[-1] + 1} 项"
    given = detail["input"]
    if given is None:
        return "schema-type", f"{label}是空的。", "补上内容；用不到就删掉这一行。"
    if isinstance(given, str) and not given.strip():
        reference = field is not None and shape_of(field).form is Form.REFERENCE
        hint = "" if reference else example
        return "schema-length", f"{label}是空的。", hint or "补上内容；用不到就删掉这一行。"
    if kind == "enum" and not isinstance(given, str):
        kind = "string_type"
    explain = _EXPLAIN.get(kind)
    if explain is None:
        return "schema-value", f"{label}的值不对。", example
    shape = shape_of(field) if field is not None else None
    rule, message, hint = explain(detail.get("ctx", {}), detail)
    if kind == "enum" and shape is not None:
        hint = choice_hint(given, shape.choices, field.description or "")
    if kind in ("tuple_type", "list_type") and shape is not None and not isinstance(given, list):
        hint = _list_hint(name, shape, given) or hint
    if kind in ("model_type", "model_attributes_type"):
        hint = _group_hint(name, field if loc else None, given) or hint
    elif rule in ("schema-pattern", "schema-value") and isinstance(given, str):
        hint = strange_signs(given) or hint
    pattern_hint = field.description if kind == "string_pattern_mismatch" and field is not None else ""
    return rule, label + message, hint or pattern_hint or example


def _group_hint(name: str, field: Any, given: Any = None) -> str:
    """How a group of keys is written, shown with its first key."""
    record = _record_in(field.annotation) if field is not None else None
    if record is None:
        return ""
    key, info = next(iter(record.model_fields.items()))
    wide = "键后面要用英文冒号加一个空格：" if isinstance(given, str) and "：" in given else ""
    value = _show(info.examples[0]) if info.examples else "…"
    return f"{wide}在“{name}:”下面另起一行，缩进两格写“{key}: {value}”，一行一个键。"


def _reference_hint(name: str, shape: Shape) -> str:
    """How a missing reference is written; its ids differ from city to city."""
    value = f"[{_WANTED}]" if shape.many else _WANTED
    return f"补上一行 {name}: {value}。{_homes()[shape.target]}"


_WANTED = "编号"
_IDEOGRAPH = re.compile("[一-鿿]")
_SHORT = 16
"""A longer example is not repeated where only the key matters."""


@cache
def _homes() -> dict[str, str]:
    """Where the ids of each target of a reference are looked up."""
    homes = {register.name: f"编号见 {register.file}。" for register in REGISTERS}
    homes |= {shelf.kind.value: f"编号是 {shelf.folder} 下的文件夹名。" for shelf in SHELVES}
    return {**homes, Kind.STATION.value: f"编号见 {STATIONS_FILE}。"}


def _list_hint(name: str, shape: Shape, given: Any) -> str:
    """How a list is written whose items are records, or ids where names were written; "" for other lists."""
    if shape.record is not None:
        required = [(key, info) for key, info in shape.record.model_fields.items() if info.is_required()]
        shown = [_show(info.examples[0]) if info.examples else "…" for _, info in required]
        rows = [f"{key}: {text if len(text) < _SHORT else '…'}" for (key, _), text in zip(required, shown, strict=True)]
        lines = "，下一行缩进四格写".join(f"“{'- ' if number == 0 else ''}{row}”" for number, row in enumerate(rows))
        return f"在“{name}:”下面另起一行，缩进两格写{lines}。"
    if shape.form is Form.REFERENCE and isinstance(given, str) and _IDEOGRAPH.search(given):
        return f"写成 {name}: [编号, 编号]，写编号，不写名称。{_homes()[shape.target]}"
    return ""


def _show(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(str, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f'"{text}"' if text.isdecimal() and (len(text) > 10 or text[0] == "0" < text) and len(text) > 1 else text


def _field(model: type[Record], loc: FieldPath) -> tuple[Any, type[Record]]:
    """The field that an error speaks of, and the record it belongs to."""
    owner, field = model, None
    for step in loc:
        if isinstance(step, int):
            continue
        if field is not None:
            owner = _record_in(field.annotation) or owner
        field = owner.model_fields.get(step)
        if field is None:
            break
    return field, owner


def _record_in(annotation: Any) -> type[Record] | None:
    """The record model inside ``tuple[X, ...]`` or ``X | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for found in map(_record_in, get_args(annotation)) if found), None)


def _meant(model: type[Record], details: Sequence[Any]) -> Iterator[FieldPath]:
    """The known keys that unknown ones most likely are."""
    for detail in details:
        if detail["type"] == "extra_forbidden":
            loc: FieldPath = detail["loc"]
            likely = likely_key(_field(model, loc)[1], str(loc[-1]))
            if likely:
                yield (*loc[:-1], likely)


def _date(context: Details, _: Any) -> tuple[str, str, str]:
    likely = context["likely"]
    hint = f"写成 {likely}。" if likely else f"写成 {context['shape']} 的样子。"
    if context["why"]:
        return "schema-date", f"的日期{quoted(context['text'])}不存在：{context['why']}。", "对照日历改成真有的一天。"
    return "schema-date", f"的日期{quoted(context['text'])}看不懂。", hint


def _clock(context: Details, _: Any) -> tuple[str, str, str]:
    likely = context["likely"]
    hint = f"写成 {likely}。" if likely else "用 24 小时制，从 00:00 到 23:59，写成 08:30。"
    return "schema-date", f"的时间{quoted(context['text'])}看不懂。", hint


def _switch(context: Details, _: Any) -> tuple[str, str, str]:
    likely = context["likely"]
    hint = f"写成 {likely}。" if likely else "只能写 true（是）或 false（否）。"
    return "schema-switch", f"不能是{quoted(context['text'])}。", hint


def _number(context: Details, _: Any) -> tuple[str, str, str]:
    likely = context["likely"]
    hint = "只写阿拉伯数字，不带单位、逗号和空格" + (f"：{likely}。" if likely else "。")
    return "schema-number", f"{quoted(context['text'])}不是数字。", hint


def _choice(_: Details, detail: Any) -> tuple[str, str, str]:
    return "schema-value", f"不能是{quoted(detail['input'])}。", ""


def _order(context: Details, _: Any) -> tuple[str, str, str]:
    return "schema-value", f"要大于{context['other']}。", "两个数可能写反了，对换一下。"


def _wrong_shape(wanted: str, hint: str = "") -> Callable[[Details, Any], tuple[str, str, str]]:
    return lambda _context, _detail: ("schema-type", f"应是{wanted}。", hint)


def _text(_: Details, detail: Any) -> tuple[str, str, str]:
    given = detail["input"]
    if isinstance(given, list):
        only = (
            f"只有一项就写成 {given[0]}。"
            if len(given) == 1 and isinstance(given[0], str) and len(given[0]) < 40
            else ""
        )
        return "schema-type", "应是一段文字，这里写成了列表。", only or "去掉方括号和减号，写成一行文字。"
    if isinstance(given, dict):
        return "schema-type", "应是一段文字，这里写成了一组键值。", "值里有冒号时，给整个值加上英文引号。"
    return "schema-type", "应是一段文字。", ""


def _list(_: Details, detail: Any) -> tuple[str, str, str]:
    given = detail["input"]
    if not isinstance(given, str):
        return "schema-type", "应是列表，每项前面要有“- ”。", "每项另起一行、以“- ”开头。"
    parts = re.split(r"[,，、;；\s]+", given.strip("［］[]【】“”\"' 　"))
    items = [item for item in (part.lstrip("-－—–·•●") for part in parts) if item]
    if not items or len(given) > 60:
        return "schema-type", "应是列表。", "每项另起一行、以“- ”开头。"
    return "schema-type", "应是列表。", f"写成 [{', '.join(items)}]，括号和逗号用英文的；或每项另起一行、以“- ”开头。"


_EXPLAIN: dict[str, Callable[[Details, Any], tuple[str, str, str]]] = {
    "zoujin_date": _date,
    "date_type": _wrong_shape("日期"),
    "datetime_type": _wrong_shape("日期"),
    "time_type": _wrong_shape("时间"),
    "zoujin_clock": _clock,
    "zoujin_order": _order,
    "zoujin_switch": _switch,
    "bool_type": lambda c, d: ("schema-switch", "应是 true 或 false。", "只能写 true（是）或 false（否）。"),
    "bool_parsing": lambda c, d: ("schema-switch", "应是 true 或 false。", "只能写 true（是）或 false（否）。"),
    "zoujin_number": _number,
    "finite_number": lambda c, d: ("schema-number", "这个数太大了。", "检查是不是多打了几位。"),
    "int_parsing_size": lambda c, d: ("schema-number", "这个数太大了。", "检查是不是多打了几位。"),
    "int_parsing": lambda c, d: (
        "schema-number",
        f"{quoted(d['input'])}不是整数。",
        "只写阿拉伯数字，不带单位和小数点。",
    ),
    "int_from_float": lambda c, d: ("schema-number", "应是整数。", ""),
    "int_type": lambda c, d: ("schema-number", "应是整数。", ""),
    "float_parsing": lambda c, d: ("schema-number", f"{quoted(d['input'])}不是数字。", "只写阿拉伯数字。"),
    "float_type": lambda c, d: ("schema-number", "应是数字。", ""),
    "greater_than_equal": lambda c, d: ("schema-number", f"不能小于 {c['ge']}。", ""),
    "less_than_equal": lambda c, d: ("schema-number", f"不能大于 {c['le']}。", ""),
    "enum": _choice,
    "string_type": _text,
    "tuple_type": _list,
    "list_type": _list,
    "model_type": _wrong_shape("一组键值", "下面缩进两格，一行一个“键: 值”。"),
    "model_attributes_type": _wrong_shape("一组键值", "下面缩进两格，一行一个“键: 值”。"),
    "dict_type": _wrong_shape("一组键值", "一行一个“键: 值”。"),
    "too_short": lambda c, d: ("schema-length", f"至少要有 {c['min_length']} 项。", ""),
    "too_long": lambda c, d: ("schema-length", f"最多 {c['max_length']} 项，现在有 {c['actual_length']} 项。", ""),
    "string_too_short": lambda c, d: ("schema-length", "不能是空的。", ""),
    "string_too_long": lambda c, d: (
        "schema-length",
        f"太长：最多 {c['max_length']} 字，现在 {len(str(d['input']))} 字。",
        "精简一下，细节放进正文。",
    ),
    "string_pattern_mismatch": lambda c, d: (
        "schema-pattern",
        f"{quoted(d['input'])}的写法不对。",
        _pattern_hint(c),
    ),
}


def _pattern_hint(context: Details) -> str:
    """What a pattern of ``generator.model.fields`` wants, in words."""
    pattern = str(context.get("pattern", ""))
    return next((words for part, words in _PATTERNS if part in pattern), "")


_PATTERNS = (
    ("(content/|stories/", "写文件夹的路径，如 stories/2026/bike-repair。"),
    ("[a-z0-9]+(", "只用小写英文字母、数字和连字符，如 bike-repair。"),
    (r"^\d{12}$", "12 位数字，加英文引号。"),
    ("^https?://", "写完整网址，以 https:// 开头，中间没有空格。"),
    ("[0-9+()", "只写数字、连字符和括号，如 0000-8801234。"),
    ("[0-9a-f]{64}", "64 位十六进制的 SHA-256 校验值。"),
    (r"\x00-\x1f\x7f", "写在一行里，不要换行，也不要有看不见的控制字符。"),
    (r"\x00-\x08", "不要有看不见的控制字符。"),
    (r"[^/\\", "只写文件名，不带文件夹。"),
)
