"""What a YAML error most likely is, said in an editor's words."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from generator.model.diagnostic import Diagnostic

from .report import problem
from .source import SourceText

_FULLWIDTH_KEY = re.compile(r"[ ]*(?:- +)?([A-Za-z_]+|[一-鿿]{1,8})：", re.MULTILINE)
_WIDE_BLANK = re.compile(r"^([ ]*[^\s:：]+:)[\u3000\xa0]", re.MULTILINE)
_WIDE_INDENT = re.compile(r"^[ ]*([\u3000\xa0\u2000-\u200b\ufeff])", re.MULTILINE)
_WIDE_DASH = re.compile(r"^[ ]*([－—–―‐−•·●])[ \u3000]?\S", re.MULTILINE)
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_KEY = re.compile(r"[ ]*(?:- +)*([A-Za-z_][\w-]*|[一-鿿／]{1,10}):(?=\s|$)")
_GLUED = re.compile(r"^([ ]*(?:- +)*)([A-Za-z_][\w-]*):(\S.*)$")
_RESERVED = "@`%*&!|>[]{},#?:-"
_LONG = 60
"""A longer line is not repeated with its mistake mended."""


class Trouble(NamedTuple):
    """A diagnostic, and the index (in the YAML text) of the line that is to blame."""

    diagnostic: Diagnostic
    at: int


def explain_yaml_error(source: SourceText, text: str, start: int, error: yaml.YAMLError) -> Trouble:
    """The most probable cause of ``error`` in ``text``, which begins at index ``start`` of the source."""
    index = _blamed(text, error)
    for name, explain in (
        (_TAB, _tab),
        (_FULLWIDTH_KEY, fullwidth_colon),
        (_WIDE_INDENT, _wide_indent),
        (_WIDE_BLANK, _wide_blank),
        (_WIDE_DASH, _wide_dash),
    ):
        found = _nearest(name, text, index)
        if found:
            return Trouble(explain(source, start, found), found.start())
    line_start = text.rfind("\n", 0, index) + 1
    line_end = text.find("\n", line_start)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    reason = f"{getattr(error, 'context', '') or ''}; {getattr(error, 'problem', '') or ''}"
    message, hint, column = _line_cause(line, index - line_start, reason)
    if ("block mapping" in reason or "simple key" in reason) and _is_prose_after_blank(text, line_start, line):
        message = "元数据好像到上面就写完了，这里已经是正文。"
        hint = "在这一行的上面单独写一行 ---，把元数据和正文分开。"
        column = 0
    return Trouble(problem("yaml-syntax", source.path, message, hint, source.mark(start + line_start + column)), index)


def fullwidth_colon(source: SourceText, start: int, found: re.Match[str]) -> Diagnostic:
    """A key followed by ``：`` instead of ``: ``."""
    key, value = found[1], _rest(found)
    return problem(
        "yaml-fullwidth-punctuation",
        source.path,
        f"“{key}”后面是中文冒号（：）。",
        f"改成英文冒号加一个空格，写成“{(key + ': ' + value.lstrip()).rstrip()}”。"
        if len(value) < _LONG
        else f"改成英文冒号加一个空格，写成“{key}: …”。",
        source.mark(start + found.end() - 1),
    )


def explain_plain_text(source: SourceText, text: str, start: int) -> list[Diagnostic]:
    """Why metadata that is one long text to YAML is no lines of keys and values."""
    found = [fullwidth_colon(source, start, wide) for wide in _FULLWIDTH_KEY.finditer(text)]
    for line in re.finditer(r"[^\n]+", text):
        glued = _GLUED.match(line[0])
        if glued:
            message, hint, column = _glued_colon(glued)
            mark = source.mark(start + line.start() + column)
            found.append(problem("yaml-syntax", source.path, message, hint, mark))
    return found


def _glued_colon(glued: re.Match[str]) -> tuple[str, str, int]:
    value = glued[3].strip()
    fixed = f"写成“{glued[2]}: {value}”。" if len(value) < _LONG else f"写成“{glued[2]}: …”。"
    return f"“{glued[2]}:”后面少一个空格。", fixed, glued.end(2)


def _rest(found: re.Match[str]) -> str:
    """What follows a match on its line."""
    end = found.string.find("\n", found.end())
    return found.string[found.end() : end if end >= 0 else len(found.string)]


def _tab(source: SourceText, start: int, found: re.Match[str]) -> Diagnostic:
    mark = source.mark(start + found.end() - 1)
    return problem("yaml-tab", source.path, "行首用了制表符（Tab）。", "改成空格，每缩进一层用两个空格。", mark)


def _wide_indent(source: SourceText, start: int, found: re.Match[str]) -> Diagnostic:
    name = {"\u3000": "全角空格", "\xa0": "不换行空格", "\u200b": "看不见的字符", "\ufeff": "看不见的字符"}.get(
        found[1], "特殊空格"
    )
    return problem(
        "yaml-fullwidth-punctuation",
        source.path,
        f"行首是{name}（U+{ord(found[1]):04X}），不是普通空格。",
        "删掉行首的空白，用键盘在英文状态下重新输入空格，每缩进一层两个。",
        source.mark(start + found.start(1)),
    )


def _wide_blank(source: SourceText, start: int, found: re.Match[str]) -> Diagnostic:
    return problem(
        "yaml-fullwidth-punctuation",
        source.path,
        f"“{found[1].strip()}”后面的空格不是普通空格。",
        f"删掉它，在英文状态下输入一个空格，写成“{found[1].strip()} {_rest(found).strip()[:_LONG]}”。",
        source.mark(start + found.end() - 1),
    )


def _wide_dash(source: SourceText, start: int, found: re.Match[str]) -> Diagnostic:
    return problem(
        "yaml-fullwidth-punctuation",
        source.path,
        f"列表项开头是“{found[1]}”，应是英文减号加一个空格。",
        f"写成“- {found.string[found.start(1) + 1 : found.end() + len(_rest(found))].strip()[:_LONG]}”。",
        source.mark(start + found.start(1)),
    )


def _blamed(text: str, error: yaml.YAMLError) -> int:
    """Where the line is that made the parser stumble, which is often above the one it names."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        position = getattr(error, "position", 0)
        return min(int(position), max(len(text) - 1, 0)) if isinstance(position, int) else 0
    index = min(int(mark.index), len(text))
    context, reason = str(getattr(error, "context", "") or ""), str(getattr(error, "problem", "") or "")
    if "document start" in reason:
        before = list(re.finditer(r"^(?:%|\.\.\.)", text[: index + 1], re.MULTILINE))
        return before[-1].start() if before else index
    begin = getattr(error, "context_mark", None)
    opens_there = (
        "simple key" in context or "flow" in context or ("quoted scalar" in context and "escape" not in reason)
    )
    if begin is not None and opens_there:
        return min(int(begin.index), len(text))
    line_start = text.rfind("\n", 0, index) + 1
    key = _KEY.match(text, line_start) if line_start < len(text) else None
    if "mapping values" in reason and line_start and key and text[line_start:index].strip() == key[1]:
        above = len(text[:line_start].rstrip())
        if not _KEY.match(text, text.rfind("\n", 0, above) + 1):
            return above  # this line is sound; the one above lacks its colon
    return min(index, max(len(text.rstrip()) - 1, 0))


def _nearest(pattern: re.Pattern[str], text: str, index: int) -> re.Match[str] | None:
    """A match on the blamed line or, as the parser complains late, the last one above it that no sound line follows."""
    line_start = text.rfind("\n", 0, index) + 1
    previous = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
    return pattern.match(text, line_start) or pattern.match(text, previous)


def _is_prose_after_blank(text: str, line_start: int, line: str) -> bool:
    return bool(line.strip()) and not line[0].isspace() and ":" not in line and text[:line_start].endswith("\n\n")


def _line_cause(line: str, column: int, reason: str) -> tuple[str, str, int]:
    """Message, hint and column (from 0) for the blamed line."""
    indent = len(line) - len(line.lstrip())
    bare = line.strip()
    if "another document" in reason:
        return "文件中间有一行多余的 ---。", "删掉这一行：这种文件从头到尾是一个列表。", column
    if "document start" in reason:
        return f"“{bare[:20]}”这一行不能写在元数据里。", "删掉这一行。", 0
    key = _KEY.match(line)
    glued = _GLUED.match(line)
    if glued and not key and not glued[3].startswith("//"):
        return _glued_colon(glued)
    if not key and not bare.startswith("- "):
        return _bare_line_cause(bare, indent)
    value_at = key.end() if key else indent + 2
    value = line[value_at:].strip()
    value_at = line.find(value, value_at) if value else column
    if "mapping values" in reason and indent and column < value_at:
        hint = "同一层的键左边对齐：删掉行首多出来的空格；是上一行的下一层的话，上一行冒号后面不写值。"
        return "这一行缩进太多了。", hint, indent
    lead = line[: key.end()].strip() if key else "-"
    fixed = f"给整个值加上英文引号：{lead} {_in_quotes(value)}" if len(value) < _LONG else "给整个值加上英文引号。"
    if "escape" in reason:
        hint = "删掉反斜杠，或把两头的双引号换成英文单引号。"
        return "双引号里的反斜杠（\\）有特殊意思，这里认不出来。", hint, min(column, max(len(line) - 1, 0))
    if "mapping values" in reason and re.search(r":\s", value + " "):
        return "值里有英文冒号加空格，程序分不清哪个是键。", fixed + "；或把它改成中文冒号。", value_at
    if value[:1] in ('"', "'"):
        hint = "一头一尾各一个英文引号；中间要用引号时，换成中文引号“”。"
        return "英文引号没有成对，或引号后面还有文字。", hint, value_at
    if value[:1] and value[0] in "[{":
        close = "]" if value[0] == "[" else "}"
        if close not in value:
            wide = "，用的是中文括号" if any(sign in value for sign in "］｝】") else ""
            hint = f"在这一项的末尾补上英文的“{close}”，项和项之间用英文逗号。"
            return f"“{value[0]}”没有配对的“{close}”{wide}。", hint, value_at
        if not value.endswith(close):
            return f"值不能以“{value[0]}”开头：程序会当成列表。", fixed, value_at
    elif value[:1] and value[0] in _RESERVED:
        return f"值不能以“{value[0]}”开头：这个符号在元数据里有特殊意思。", fixed, value_at
    return _ALIGNMENT[0], _ALIGNMENT[1], indent


_ALIGNMENT = (
    "缩进没有对齐，或列表、括号没有写完。",
    "同一层的键左边对齐；列表项用“- ”开头；方括号、引号要成对。",
)


def _bare_line_cause(bare: str, indent: int) -> tuple[str, str, int]:
    """What is wrong with a line that is neither ``key: value`` nor an item of a list."""
    if bare.startswith(":"):
        return "冒号前面没有键。", "在冒号前面写上键，如 title: 标题；用不到就删掉这一行。", indent
    if bare.startswith("-"):
        return "列表项的减号后面少一个空格。", f"写成“- {bare.lstrip('-').strip()[:_LONG]}”。", indent
    if bare[:1] and bare[0] in _RESERVED:
        return f"这一行不能以“{bare[0]}”开头。", "每行写成“键: 值”；以特殊符号开头的值加英文引号。", indent
    if ":" not in bare:
        hint = "每行写成“键: 值”，冒号是英文的，后面有一个空格；上一行没写完的话，开头缩进两格。"
        return "这一行缺少英文冒号。", hint, indent
    return _ALIGNMENT[0], _ALIGNMENT[1], indent


def _in_quotes(value: str) -> str:
    """``value`` as one line of YAML that means just these characters."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
