"""YAML becomes plain values in which every scalar is still the text the editor typed.

YAML 1.1 guesses: ``no`` is false, ``0123`` is octal, ``2026-03-05`` a date, ``12:30`` is
750. Here nothing is guessed: the field that receives a value decides what it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.diagnostic import Diagnostic
from generator.model.references import FieldPath

from .report import problem
from .source import SourceText, Unreadable
from .yaml_trouble import explain_yaml_error

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _CORE + name for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
)
_CODE = re.compile(r"0\d+|\d{11,}")
_MAX_NESTING = 40
_BRACKETS = re.compile(r"[\[{]")


@dataclass(slots=True)
class Values:
    """The outcome of reading one YAML text: plain data, the node tree, and what was odd."""

    data: Any
    node: yaml.Node | None
    diagnostics: list[Diagnostic] = field(default_factory=list)


def compose(source: SourceText, text: str, start: int) -> yaml.Node | None:
    """The node tree of ``text``, which begins at index ``start`` of the source.

    Raises:
        Unreadable: not YAML, or nested so deeply that the parser would not survive it.
    """
    deep = _too_deep(text)
    if deep is not None:
        raise Unreadable(
            problem(
                "yaml-too-large",
                source.path,
                "元数据的括号套得太深。",
                "元数据最多两三层，检查是否粘贴错了。",
                source.mark(start + deep),
            )
        )
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise Unreadable(explain_yaml_error(source, text, start, error)) from None


def read_values(source: SourceText, text: str, start: int = 0) -> Values:
    """Compose ``text`` and turn it into dicts, lists and strings; empty values become absent.

    Raises:
        Unreadable: see ``compose``.
    """
    node = compose(source, text, start)
    values = Values(None, node)
    if node is not None:
        reader = _Reader(source, text, start, values.diagnostics, watch_comments=" #" in text or "\t#" in text)
        values.data = reader.value(node)
    return values


class _Reader:
    def __init__(
        self, source: SourceText, text: str, start: int, diagnostics: list[Diagnostic], *, watch_comments: bool
    ) -> None:
        self.source = source
        self.text = text
        self.start = start
        self.diagnostics = diagnostics
        self.watch_comments = watch_comments
        self.seen: set[int] = set()

    def value(self, node: yaml.Node) -> Any:
        if node.tag not in _PLAIN_TAGS:
            self._report(
                "yaml-syntax", node, f"不支持的标记“{node.tag.replace(_CORE, '!!')}”。", "去掉值前面以 ! 开头的标记。"
            )
            return None
        if node.__class__ is yaml.ScalarNode:
            return self._scalar(node)
        if id(node) in self.seen:
            self._report("yaml-anchor", node, "元数据里用了引用（& 和 *）。", "把被引用的内容直接写出来。")
            return None
        self.seen.add(id(node))
        if node.__class__ is yaml.SequenceNode:
            return [self.value(item) for item in node.value]
        return self._mapping(node)

    def _scalar(self, node: Any) -> str | None:
        text: str = node.value
        if not node.style:  # None from the pure-Python loader, "" from libyaml
            if text in _NULL:
                return None
            if text[0] <= "9" and _CODE.fullmatch(text):
                self._report(
                    "yaml-unquoted-code",
                    node,
                    f"“{text}”是编码，不是数字。",
                    f'给它加上英文引号："{text}"，别的软件才不会改掉它。',
                )
            if self.watch_comments:
                self._cut_by_comment(node)
        return text

    def _cut_by_comment(self, node: Any) -> None:
        """A ``#`` that stands directly before a word was meant as text, but YAML drops it and all that follows."""
        end = node.end_mark.index
        rest = self.text[end : self.text.find("\n", end) if "\n" in self.text[end:] else len(self.text)]
        if re.match(r"\s*#[^\s#]", rest):
            self._report(
                "yaml-comment-in-value",
                node,
                f"“{rest.strip()}”被当成注释丢掉了。",
                "值里有 # 时，给整个值加上英文引号。",
            )

    def _mapping(self, node: Any) -> dict[str, Any]:
        data: dict[str, Any] = {}
        names: set[str] = set()
        for key_node, value_node in node.value:
            if key_node.__class__ is not yaml.ScalarNode:
                self._report("yaml-syntax", key_node, "键不能是列表或一组键值。", "键写成一个英文单词，如 title。")
                continue
            key = key_node.value
            if key in names:
                self._report("yaml-duplicate-key", key_node, f"“{key}”写了两次。", "只留一个；需要多个值时写成列表。")
                continue
            names.add(key)
            value = self.value(value_node)
            if value is not None:
                data[key] = value
        return data

    def _report(self, rule: str, node: Any, message: str, hint: str) -> None:
        length = max(1, node.end_mark.index - node.start_mark.index)
        mark = self.source.mark(self.start + node.start_mark.index, min(length, 40))
        self.diagnostics.append(problem(rule, self.source.path, message, hint, mark))


def find_node(root: yaml.Node | None, at: FieldPath) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The key node and value node at a field path; of a missing one, the nearest that exists above it.

    In a list a number counts items, a text names the record with that ``id`` or ``code``.
    The key node is None for items of a list and for the root.
    """
    key: yaml.Node | None = None
    node = root
    for step in at:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if getattr(pair[0], "value", None) == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = (None, node.value[step])
        elif isinstance(node, yaml.SequenceNode):
            found = next(((None, item) for item in node.value if _record_id(item) == step), None)
        else:
            found = None
        if found is None:
            break
        key, node = found
    return key, node


def _record_id(node: yaml.Node) -> str | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value.value for key, value in pairs if getattr(key, "value", "") in ("id", "code")), None)


def _too_deep(text: str) -> int | None:
    """Where flow brackets or block indentation nest deeper than any record; None when they do not."""
    if text.count("[") + text.count("{") > _MAX_NESTING:
        depth = 0
        for index, character in enumerate(text):
            if character in "[{":
                depth += 1
                if depth > _MAX_NESTING:
                    return index
            elif character in "]}" and depth:
                depth -= 1
    if text.count("- ") > _MAX_NESTING:
        run = re.search(rf"^[ \t]*(?:- ){{{_MAX_NESTING},}}", text, re.MULTILINE)
        if run:
            return run.start()
    deep_indent = re.search(r"^[ ]{200,}\S", text, re.MULTILINE)
    return deep_indent.start() if deep_indent else None
