"""What pydantic says in English for programmers, in Chinese for editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .report import quoted

Details = Mapping[str, Any]


def _date(context: Details, _: Any) -> tuple[str, str, str]:
    likely = context["likely"]
    hint = f"写成 {likely}。" if likely else f"写成 {context['shape']} 的样子。"
    if context["far"]:
        return (
            "schema-date",
            f"的日期{quoted(context['text'])}不能用：{context['why']}。",
            "核对年份；没有期限的，删掉这一行。",
        )
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


Words = Callable[[Details, Any], tuple[str, str, str]]
"""From the context and the whole of an error to rule id, end of the message, hint."""

EXPLAIN: dict[str, Words] = {
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
    ("^(0[1-9]|1[0-2])-", "写两位的月和两位的日，如 03-05。"),
    ("^https?://", "写完整网址，以 https:// 开头，中间没有空格。"),
    ("[0-9+()", "只写数字、连字符和括号，如 0000-8801234。"),
    ("[0-9a-f]{64}", "64 位十六进制的 SHA-256 校验值。"),
    (r"\x00-\x1f\x7f", "写在一行里，不要换行，也不要有看不见的控制字符。"),
    (r"\x00-\x08", "不要有看不见的控制字符。"),
    (r"[^/\\", "只写文件名，不带文件夹。"),
)
