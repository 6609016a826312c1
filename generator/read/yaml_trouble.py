"""What a YAML error most likely is, said in an editor's words."""

from __future__ import annotations

import re

import yaml

from generator.model.diagnostic import Diagnostic

from .report import problem
from .source import SourceText

_FULLWIDTH_KEY = re.compile(r"^[ ]*(?:- )?([A-Za-z_]+|[一-鿿]{1,8})：", re.MULTILINE)
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_RESERVED = "@`%*&!|>[{,#?:-"


def explain_yaml_error(source: SourceText, text: str, start: int, error: yaml.YAMLError) -> Diagnostic:
    """The most probable cause of ``error`` in ``text``, which begins at index ``start`` of the source."""
    index = _error_index(text, error)
    tab = _TAB.search(text)
    if tab:
        place = tab.end() - 1
        return problem(
            "yaml-tab",
            source.path,
            "行首用了制表符（Tab）。",
            "改成空格，每缩进一层用两个空格。",
            source.mark(start + place),
        )
    wide = _nearest(_FULLWIDTH_KEY, text, index)
    if wide:
        return fullwidth_colon(source, start, wide)
    line_start = text.rfind("\n", 0, index) + 1
    line = text[line_start : text.find("\n", line_start) if "\n" in text[line_start:] else len(text)]
    message, hint = _line_cause(line, str(getattr(error, "problem", "") or ""))
    mark = source.mark(start + min(index, len(text.rstrip("\n"))))
    return problem("yaml-syntax", source.path, message, hint, mark)


def fullwidth_colon(source: SourceText, start: int, found: re.Match[str]) -> Diagnostic:
    """A key followed by ``：`` instead of ``: ``."""
    key = found[1]
    return problem(
        "yaml-fullwidth-punctuation",
        source.path,
        f"“{key}”后面是中文冒号（：）。",
        f"改成英文冒号加一个空格，写成“{key}: ”。",
        source.mark(start + found.end() - 1),
    )


def find_fullwidth_colon(text: str) -> re.Match[str] | None:
    """The first key in ``text`` that is followed by a full-width colon."""
    return _FULLWIDTH_KEY.search(text)


def _error_index(text: str, error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return min(int(mark.index), len(text))
    position = getattr(error, "position", None)
    return min(int(position), len(text)) if isinstance(position, int) else 0


def _nearest(pattern: re.Pattern[str], text: str, index: int) -> re.Match[str] | None:
    """The last match that begins before the error, else the first one: libyaml complains a line too late."""
    before = None
    for found in pattern.finditer(text):
        if found.start() > index and before is not None:
            break
        before = found
    return before


def _line_cause(line: str, reason: str) -> tuple[str, str]:
    key, colon, value = line.partition(": ")
    value = value.strip()
    if "mapping values are not allowed" in reason and colon and ": " in value:
        return "值里有英文冒号加空格，程序分不清哪个是键。", f'给值加上英文引号：{key.strip()}: "{value}"'
    if re.match(r"^\s*[A-Za-z_]+:\S", line):
        key, _, value = line.strip().partition(":")
        return f"“{key}:”后面少一个空格。", f"写成“{key}: {value}”。"
    if value[:1] in ('"', "'") and (value.count(value[0]) % 2 or not value.rstrip().endswith(value[0])):
        return (
            "引号没有成对，或引号后面还有文字。",
            "检查这一行的英文引号：开头一个、结尾一个，中间再用时换成中文引号“”。",
        )
    if value[:1] and value[0] in _RESERVED:
        return f"值不能以“{value[0]}”开头。", f'给值加上英文引号：{key.strip()}: "{value}"'
    if "could not find expected ':'" in reason:
        return "这一行缺少英文冒号。", "每行写成“键: 值”，冒号是英文的，后面有一个空格。"
    if "did not find expected" in reason or "block" in reason:
        return "缩进没有对齐，或列表、括号没有写完。", "同一层的键左边对齐；列表项用“- ”开头；方括号、引号要成对。"
    return "这里的写法程序看不懂。", "对照旁边能用的稿件检查冒号、引号和缩进。"
