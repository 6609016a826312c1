"""How a value of YAML stands in a cell, and what a cell means that somebody filled with Excel or WPS."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.utils.datetime import from_excel
from rapidfuzz import process

from generator.model.likely_values import missing_day, suggest_clock, suggest_day, suggest_number, suggest_switch
from generator.model.shapes import Form, Shape

from .sheets import Column

YES, NO = "是", "否"
_SEPARATORS = re.compile(r"\s*[、,，;；\n]\s*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2}))?")
_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{1,2}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_ODD_BLANKS = re.compile(r"[\xa0\u2000-\u200a\u202f\u205f]")
_NAMED_ID = re.compile(r"[^（）()]*[（(]\s*([a-z0-9-]+|[0-9]{12})\s*[）)]")
_CODE_LENGTH = 12
_LARGEST_NUMBER = 10**11
"""From here on Excel shows digits as 1.0E+11; no number in a register is so large."""
_AS_TEXT = "先把这一列的单元格格式改成“文本”，再从原始资料重新填写"

Value = str | list[str] | None
Names = Mapping[str, list[tuple[str, str]]]
"""Ids and Chinese names by target of a reference."""


@dataclass
class Meaning:
    """What a cell means. ``errors`` say why it cannot be understood, ``notes`` what was tidied up."""

    value: Value = None
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def choices_of(shape: Shape, known: Names) -> list[tuple[str, str]]:
    """Pairs of value and the words that stand for it in a cell: a name where only one has it, else with its id; the id
    alone for a name that could be taken for several."""
    if shape.form is Form.SWITCH:
        return [("true", YES), ("false", NO)]
    if shape.form is Form.CHOICE:
        return [(value, name or value) for value, name in shape.choices]
    if shape.form is not Form.REFERENCE or shape.target == "community":
        return []
    pairs = known.get(shape.target, [])
    names = [name for _, name in pairs]
    twice = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
    return [
        (key, key if _SEPARATORS.search(name) else f"{name}（{key}）" if name in twice else name) for key, name in pairs
    ]


def shown(value: Any, column: Column, choices: Mapping[str, str]) -> Any:
    """What stands in the cell for a value as YAML has it; ``choices`` are words by value."""
    shape = column.shape
    if value is None:
        return None
    if isinstance(value, list):
        texts = [choices.get(str(item), str(item)) for item in value]
        return ("、" if shape.form in (Form.REFERENCE, Form.CHOICE) else "\n").join(texts)
    text = str(value).strip()
    if shape.form is Form.SWITCH:
        return {"true": YES, "false": NO}.get(text, text)
    if shape.form is Form.DAY and _DAY.fullmatch(text):
        return _or_text(text, date.fromisoformat)
    if shape.form is Form.MOMENT and (found := _MOMENT.fullmatch(text)):
        return _or_text(f"{found[1]} {found[2] or '00:00'}", datetime.fromisoformat, text)
    if shape.form in (Form.WHOLE, Form.NUMBER) and _NUMBER.fullmatch(text) and len(text) < 15:
        return float(text) if "." in text else int(text)
    return choices.get(text, text)


def _or_text(text: str, parse: Any, otherwise: str = "") -> Any:
    try:
        return parse(text)
    except ValueError:
        return otherwise or text


def same(one: Value, other: Value, shape: Shape) -> bool:
    """Whether two values mean the same to the model, however they are written."""
    return bool(_canonical(one, shape) == _canonical(other, shape))


def _canonical(value: Any, shape: Shape) -> Any:
    if value is None or value == []:
        return None
    if isinstance(value, list):
        return [_canonical(item, shape) for item in value]
    if not isinstance(value, str):
        return value
    text = value.strip()
    if shape.form is Form.SWITCH:
        return {YES: "true", NO: "false"}.get(text, text)
    if shape.form is Form.MOMENT:
        return text.replace("T", " ").removesuffix(" 00:00")
    if shape.form in (Form.WHOLE, Form.NUMBER) and _NUMBER.fullmatch(text):
        return float(text)
    return text or None


def understand(value: Any, kind: str, column: Column, choices: list[tuple[str, str]], known: Names) -> Meaning:
    """What a cell means for its column. ``kind`` is openpyxl's letter for the type of the cell."""
    meaning = Meaning()
    if value is None:
        return meaning
    if kind == "f" or type(value).__name__ in ("ArrayFormula", "DataTableFormula"):
        meaning.errors.append("是公式，不能确定它的值。复制这一列，“选择性粘贴”为“数值”")
    elif kind == "e":
        meaning.errors.append(f"是错误值 {value}。改成正确的内容，或者清空")
    elif isinstance(value, bool):
        _text(str(value).lower(), column, choices, known, meaning)
    elif isinstance(value, datetime | date | time | timedelta):
        _calendar(value, column, meaning)
    elif isinstance(value, int | float):
        _number(value, column, choices, known, meaning)
    else:
        _text(str(value), column, choices, known, meaning)
    return meaning


def _calendar(value: Any, column: Column, meaning: Meaning) -> None:
    form = column.shape.form
    if form is Form.DAY and isinstance(value, date):
        if isinstance(value, datetime) and value.time() != time():
            meaning.errors.append(f"带着时间 {value:%H:%M}，这里只要日期 {value:%Y-%m-%d}")
            return
        meaning.value = f"{value:%Y-%m-%d}"
    elif form is Form.MOMENT and isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        moment = (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)  # Excel counts in fractions of days
        meaning.value = f"{moment:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    elif form is Form.CLOCK and isinstance(value, time):
        meaning.value = f"{value:%H:%M}"
    else:
        said = f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)
        meaning.errors.append(f"被表格软件当成了日期或时间（{said}），原来填的已经看不出来。{_AS_TEXT}")


def _number(value: float, column: Column, choices: list[tuple[str, str]], known: Names, meaning: Meaning) -> None:
    form = column.shape.form
    whole = int(value) if value == int(value) and abs(value) < 1e15 else None
    if column.is_code:
        digits = str(whole) if whole is not None else f"{value:g}"
        if whole is None or whole >= _LARGEST_NUMBER:
            shown_as = f"，会显示成 {value:.5E}" if whole is not None else ""
            meaning.errors.append(f"“{digits}”是数字格式{shown_as}，后几位可能已经变成了 0，不能当编码用。{_AS_TEXT}")
        else:
            meaning.errors.append(f"“{digits}”是数字格式，开头的 0 可能已经丢了。{_AS_TEXT}")
    elif form in (Form.DAY, Form.MOMENT):
        likely = ""
        if 20_000 < value < 80_000:
            day = from_excel(value)
            likely = f"，相当于 {day:%Y-%m-%d}" if isinstance(day, date) else ""
        meaning.errors.append(f"“{value:g}”是日期在表格里的序号{likely}。把单元格格式改成“日期”再核对")
    elif abs(value) >= _LARGEST_NUMBER:
        meaning.errors.append(f"“{value:.6g}”变成了科学记数法，后几位可能已经丢了。{_AS_TEXT}")
    else:
        text = str(whole) if whole is not None else repr(round(value, 9))
        _text(text, column, choices, known, meaning)


def _text(raw: str, column: Column, choices: list[tuple[str, str]], known: Names, meaning: Meaning) -> None:
    shape = column.shape
    text = _UNSEEN.sub("", raw.replace("\r\n", "\n").replace("_x000D_\n", "\n").replace("\r", "\n"))
    text = _ODD_BLANKS.sub(" ", text)
    bare = text.strip().strip("\u3000").strip()
    if bare != raw.replace("\r\n", "\n"):
        meaning.notes.append("前后或中间有多余的空格、看不见的符号，已经去掉")
    if not bare:
        return
    strict = column.is_code or shape.form not in (Form.TEXT, Form.REFERENCE, Form.CHOICE)
    if strict:
        half = unicodedata.normalize("NFKC", bare)
        if half != bare and not _is_only_bracket(half, bare):
            meaning.notes.append(f"全角的“{bare}”改成了半角“{half}”")
            bare = half
    if shape.many:
        chosen = shape.form in (Form.REFERENCE, Form.CHOICE)
        parts = [part for part in (_SEPARATORS.split(bare) if chosen else bare.split("\n")) if part.strip()]
        values = [_single(part.strip(), column, choices, known, meaning) for part in parts]
        meaning.value = list(dict.fromkeys(values))
        if len(meaning.value) < len(values):
            meaning.notes.append("有重复的项，只留一个")
    else:
        meaning.value = _single(bare, column, choices, known, meaning)
    if meaning.errors:
        meaning.value = None


def _is_only_bracket(half: str, bare: str) -> bool:
    """Brackets of telephone numbers may be full width."""
    return half == bare.replace("（", "(").replace("）", ")")


def _single(text: str, column: Column, choices: list[tuple[str, str]], known: Names, meaning: Meaning) -> str:
    shape = column.shape
    if column.is_code:
        _check_code(text, column, meaning)
        if meaning.errors or shape.target != "community" or text.isdecimal():
            return text
    if choices or shape.form is Form.REFERENCE:
        return _choose(text, column, choices, known, meaning)
    if shape.form is Form.DAY and not (_DAY.fullmatch(text) and not missing_day(text)):
        return _unclear(text, "日期", missing_day(text) or "", (suggest_day(text) or "")[:10], "2026-03-05", meaning)
    if shape.form is Form.MOMENT and (not _MOMENT.fullmatch(text) or missing_day(text)):
        return _unclear(text, "时间", missing_day(text) or "", suggest_day(text) or "", "2026-03-05 08:30", meaning)
    if shape.form is Form.CLOCK and not re.fullmatch(r"[0-9]{2}:[0-9]{2}", text):
        return _unclear(text, "时间", "", suggest_clock(text) or "", "08:30", meaning)
    if shape.form in (Form.WHOLE, Form.NUMBER) and not _NUMBER.fullmatch(text):
        return _unclear(text, "数字", "", suggest_number(text) or "", "12", meaning)
    if shape.form is Form.TEXT and _POWER.fullmatch(text):
        meaning.errors.append(f"“{text}”是科学记数法，多半是表格软件把编码改坏了。{_AS_TEXT}")
    return text


def _check_code(text: str, column: Column, meaning: Meaning) -> None:
    if _POWER.fullmatch(text):
        meaning.errors.append(f"“{text}”是科学记数法，后几位已经丢了。{_AS_TEXT}")
        return
    if not (column.shape.target == "community" or column.shape.words.startswith("12 位")) or not text.isdecimal():
        return
    if len(text) < _CODE_LENGTH:
        zeros = "，可能是开头的 0 丢了" if len(text) > _CODE_LENGTH - 7 else ""
        meaning.errors.append(f"“{text}”只有 {len(text)} 位，应是 {_CODE_LENGTH} 位{zeros}。{_AS_TEXT}")
    elif len(text) > _CODE_LENGTH:
        meaning.errors.append(f"“{text}”有 {len(text)} 位，应是 {_CODE_LENGTH} 位。对照原始资料核对")


def _unclear(text: str, what: str, why: str, likely: str, example: str, meaning: Meaning) -> str:
    hint = f"{why}。" if why else f"是不是 {likely}？" if likely else ""
    meaning.errors.append(f"{what}“{text[:40]}”看不懂。{hint}写成 {likely or example} 的样子")
    return text


def _choose(text: str, column: Column, choices: list[tuple[str, str]], known: Names, meaning: Meaning) -> str:
    pairs = choices or known.get(column.shape.target, [])
    for value, words in pairs:
        if text in (value, words):
            return value
    names = dict(known.get(column.shape.target, []))
    called = [value for value, name in names.items() if name == text]
    if len(called) == 1:
        return called[0]
    if called:
        meaning.errors.append(f"叫“{text}”的有 {len(called)} 个。在名称后面写上编号，如 {text}（{called[0]}）")
        return text
    inside = _NAMED_ID.fullmatch(text)
    if inside and inside[1] in (names or dict(pairs)):
        return inside[1]
    if column.shape.form is Form.SWITCH and (likely := suggest_switch(text)):
        meaning.errors.append(f"“{text}”要写成“{YES if likely == 'true' else NO}”")
        return text
    near = process.extractOne(text, dict(pairs), score_cutoff=50)
    hint = f"是不是“{near[0]}”？" if near else ""
    few = "、".join(words for _, words in pairs[:12]) + (" 等" if len(pairs) > 12 else "")
    listed = f"可以填：{few}" if pairs else "先在对应的表里登记它"
    meaning.errors.append(f"没有“{text[:40]}”这一项。{hint}{listed}")
    return text
