"""Plain values become a model, or diagnostics with places and suggestions.

Pydantic says what is wrong in English for programmers; ``_EXPLAIN`` says it in Chinese for
editors.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

import yaml
from pydantic import ValidationError
from rapidfuzz import fuzz, process

from generator.model.diagnostic import Diagnostic, Mark
from generator.model.fields import Record
from generator.model.references import FieldPath

from .report import problem
from .source import SourceText
from .values import find_node

Details = Mapping[str, Any]


def validate(
    model: type[Record], data: Any, source: SourceText, node: yaml.Node | None, start: int, at: FieldPath = ()
) -> tuple[Record | None, list[Diagnostic]]:
    """The record at ``at``, or None and why not. ``node`` is the file's root node, ``start`` its index in the source."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    place = Locator(source, node, start)
    found = []
    for detail in details:
        path: FieldPath = (*at, *detail["loc"])
        rule, message, hint = _explain(model, detail["loc"], detail)
        on_key = detail["type"] in ("extra_forbidden", "missing")
        found.append(problem(rule, source.path, message, hint, place.mark(path, on_key=on_key)))
    return None, found


class Locator:
    """Finds the place of a field in a file whose YAML has been composed."""

    def __init__(self, source: SourceText, node: yaml.Node | None, start: int) -> None:
        self.source = source
        self.node = node
        self.start = start

    def mark(self, at: FieldPath, *, on_key: bool = False) -> Mark:
        """The place of the value at ``at``, of its key when ``on_key``; of the nearest thing above when it is absent."""
        key, value = find_node(self.node, at)
        target = key if on_key and key is not None else value
        if target is None:
            return Mark(1, 1)
        if target is value and key is not None and not isinstance(value, yaml.ScalarNode):
            target = key
        if isinstance(target, yaml.ScalarNode) and target.start_mark.index == target.end_mark.index and key is not None:
            target = key  # an empty value has no width: point at its key
        begin, end = target.start_mark.index, target.end_mark.index
        length = end - begin if isinstance(target, yaml.ScalarNode) and "\n" not in target.value else 1
        return self.source.mark(self.start + begin, min(length, 60))


def _explain(model: type[Record], loc: tuple[str | int, ...], detail: Any) -> tuple[str, str, str]:
    """Rule id, message and hint for one pydantic error."""
    field, owner = _field(model, loc)
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    label = f"“{field.title}”（{name}）" if field is not None and field.title else f"“{name}”"
    example = f"例如：{name}: {_show(field.examples[0])}" if field is not None and field.examples else ""
    kind: str = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(owner, name)
    if kind == "missing":
        return "schema-missing", f"缺少{label}。", example or f"补上一行 {name}: …"
    explain = _EXPLAIN.get(kind)
    if explain is None:
        return "schema-value", f"{label}的值不对。", example
    rule, message, hint = explain(detail.get("ctx", {}), detail)
    pattern_hint = field.description if kind == "string_pattern_mismatch" and field is not None else ""
    return rule, label + message, hint or pattern_hint or example


def _unknown_key(owner: type[Record], name: str) -> tuple[str, str, str]:
    known = owner.model_fields
    titles = {info.title: key for key, info in known.items() if info.title}
    if name in titles:
        return "schema-unknown-key", f"键要写英文：“{name}”应写成“{titles[name]}”。", ""
    likely = process.extractOne(name.lower(), list(known), scorer=fuzz.ratio, score_cutoff=60)
    hint = f"是不是“{likely[0]}”（{known[likely[0]].title}）？" if likely else "可以写的键：" + "、".join(known)
    return "schema-unknown-key", f"没有“{name}”这个键。", hint


def _field(model: type[Record], loc: tuple[str | int, ...]) -> tuple[Any, type[Record]]:
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


def _show(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(str, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _date(context: Details, _: Any) -> tuple[str, str, str]:
    likely = context["likely"]
    hint = f"写成 {likely}。" if likely else f"写成 {context['shape']} 的样子，而且这一天要真的存在。"
    return "schema-date", f"的日期“{context['text']}”看不懂。", hint


def _choice(context: Details, detail: Any) -> tuple[str, str, str]:
    allowed = [item.strip().strip("'\"") for item in str(context["expected"]).replace(" or ", ", ").split(",")]
    given = str(detail["input"])
    likely = process.extractOne(given.lower(), allowed, scorer=fuzz.ratio, score_cutoff=60)
    hint = (f"是不是“{likely[0]}”？" if likely else "") + "可以写：" + "、".join(allowed) + "。"
    return "schema-value", f"不能是“{given}”。", hint


def _wrong_shape(wanted: str, hint: str = "") -> Callable[[Details, Any], tuple[str, str, str]]:
    return lambda _context, _detail: ("schema-type", f"应是{wanted}。", hint)


def _list(_: Details, detail: Any) -> tuple[str, str, str]:
    given = detail["input"]
    hint = f"写成 [{given}]，或每项另起一行、以“- ”开头。" if isinstance(given, str) else "每项另起一行、以“- ”开头。"
    return "schema-type", "应是列表。", hint


_EXPLAIN: dict[str, Callable[[Details, Any], tuple[str, str, str]]] = {
    "zoujin_date": _date,
    "date_type": _wrong_shape("日期"),
    "datetime_type": _wrong_shape("日期"),
    "time_type": _wrong_shape("时间"),
    "zoujin_clock": lambda c, _: ("schema-date", f"的时间“{c['text']}”看不懂。", "用 24 小时制，写成 08:30。"),
    "zoujin_switch": lambda c, _: ("schema-switch", f"不能是“{c['text']}”。", "只能写 true（是）或 false（否）。"),
    "bool_type": lambda c, d: ("schema-switch", "应是 true 或 false。", "只能写 true（是）或 false（否）。"),
    "bool_parsing": lambda c, d: ("schema-switch", "应是 true 或 false。", "只能写 true（是）或 false（否）。"),
    "zoujin_number": lambda c, _: (
        "schema-number",
        f"“{c['text']}”不是数字。",
        "只写阿拉伯数字，不带单位、逗号和空格。",
    ),
    "int_parsing": lambda c, d: ("schema-number", f"“{d['input']}”不是整数。", "只写阿拉伯数字，不带单位和小数点。"),
    "int_from_float": lambda c, d: ("schema-number", "应是整数。", ""),
    "int_type": lambda c, d: ("schema-number", "应是整数。", ""),
    "float_parsing": lambda c, d: ("schema-number", f"“{d['input']}”不是数字。", "只写阿拉伯数字。"),
    "float_type": lambda c, d: ("schema-number", "应是数字。", ""),
    "greater_than_equal": lambda c, d: ("schema-number", f"不能小于 {c['ge']}。", ""),
    "less_than_equal": lambda c, d: ("schema-number", f"不能大于 {c['le']}。", ""),
    "enum": _choice,
    "string_type": _wrong_shape("一段文字", "不要写成列表或一组键值；空着的项删掉。"),
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
        f"“{str(d['input'])[:40]}”的写法不对。",
        _pattern_hint(c),
    ),
}


def _pattern_hint(context: Details) -> str:
    """What a pattern of ``generator.model.fields`` wants, in words."""
    pattern = str(context.get("pattern", ""))
    return next((words for part, words in _PATTERNS if part in pattern), "")


_PATTERNS = (
    ("(content/|stories/", "写文件夹的路径，如 stories/2026/night-bus。"),
    ("[a-z0-9]+(", "只用小写英文字母、数字和连字符，如 night-bus。"),
    (r"^\d{12}$", "12 位数字，加英文引号。"),
    ("^https?://", "写完整网址，以 https:// 开头，中间没有空格。"),
    ("[0-9+()", "只写数字、连字符和括号，如 0000-8801234。"),
    ("[0-9a-f]{64}", "64 位十六进制的 SHA-256 校验值。"),
    (r"[^\n\r]*", "写在一行里，不要换行。"),
    (r"[^/\\", "只写文件名，不带文件夹。"),
)
