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

from .nesting import too_deep
from .report import problem, quoted
from .source import SourceText, Unreadable
from .yaml_repair import repair
from .yaml_trouble import Trouble, explain_yaml_error

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _CORE + name for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
)
_TAG_OF = {yaml.ScalarNode: f"{_CORE}str", yaml.SequenceNode: f"{_CORE}seq", yaml.MappingNode: f"{_CORE}map"}
_CODE = re.compile(r"0[0-9]+|[0-9]{11,}")
_COMMENT = re.compile(r"[ \t]*#[^\s#][^\n]*")
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{1,2}")


class _PlainLoader(_Loader):
    """Takes every scalar for text, and so need not try whether it looks like a number, a date or a truth."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:  # noqa: ARG002 - PyYAML's signature
        """The tag of a node that was written without one."""
        return _TAG_OF[kind]


@dataclass(slots=True)
class Values:
    """The outcome of reading one YAML text: plain data, the node tree, and what was odd.

    ``lost`` are the keys of lines that could not be read: nothing is known of their values.
    """

    data: Any
    node: yaml.Node | None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lost: frozenset[str] = frozenset()


def compose(source: SourceText, text: str, start: int) -> yaml.Node | None:
    """The node tree of ``text``, which begins at index ``start`` of the source.

    Raises:
        Unreadable: not YAML, or nested so deeply that the parser would not survive it.
    """
    outcome = _compose(source, text, start)
    if isinstance(outcome, Trouble):
        raise Unreadable(outcome.diagnostic)
    return outcome


def _compose(source: SourceText, text: str, start: int) -> yaml.Node | Trouble | None:
    deep = too_deep(text)
    if deep is not None:
        return Trouble(
            problem(
                "yaml-too-large",
                source.path,
                "元数据的括号、列表或缩进套得太深。",
                "元数据最多两三层，检查是否粘贴错了。",
                source.mark(start + deep),
            ),
            deep,
        )
    try:
        return yaml.compose(text, Loader=_PlainLoader)
    except yaml.YAMLError as error:
        return explain_yaml_error(source, text, start, error)


def read_values(source: SourceText, text: str, start: int = 0) -> Values:
    """Compose ``text`` and turn it into dicts, lists and strings; empty values become absent.

    What is wrong with single lines is among the diagnostics, and the rest is read.
    """
    first = _compose(source, text, start)
    if isinstance(first, Trouble):
        if first.diagnostic.rule == "yaml-too-large":
            raise Unreadable(first.diagnostic)
        node, diagnostics, lost = repair(text, lambda repaired: _compose(source, repaired, start))
        values = Values(None, node, diagnostics, lost)
    else:
        values = Values(None, first)
    if values.node is not None:
        odd = "#" in text or "&" in text
        values.data = _Reader(source, text, start, values.diagnostics, watch=odd).value(values.node)
    return values


class _Reader:
    def __init__(
        self, source: SourceText, text: str, start: int, diagnostics: list[Diagnostic], *, watch: bool
    ) -> None:
        self.source = source
        self.text = text
        self.start = start
        self.diagnostics = diagnostics
        self.watch = watch
        """Whether the text holds a # or & at all, so that values may be cut short by it."""
        self.seen: set[int] = set()
        self.told: set[int] = set()

    def value(self, node: yaml.Node) -> Any:
        if node.tag not in _PLAIN_TAGS:
            self._report(
                "yaml-syntax",
                node,
                f"值以 ! 开头，“{self._tag(node)}”被当成了类型标记。",
                "是文字就给整个值加上英文引号；不是就删掉它。",
            )
            return None
        if node.__class__ is yaml.ScalarNode:
            return self._scalar(node)
        if id(node) in self.seen:
            if id(node) not in self.told:
                self.told.add(id(node))
                hint = "用到它的每一处，把内容直接写出来。"
                self._report("yaml-anchor", node, "这里的内容在别处用 * 引用了，元数据里不支持引用（& 和 *）。", hint)
            return None
        self.seen.add(id(node))
        if node.__class__ is yaml.SequenceNode:
            return [self.value(item) for item in node.value]
        return self._mapping(node)

    def _tag(self, node: Any) -> str:
        return str(node.tag).replace(_CORE, "!!")[:30]

    def _scalar(self, node: Any) -> str | None:
        text: str = node.value
        if not node.style:  # None from the pure-Python loader, "" from libyaml
            if self.watch:
                self._cut_short(node)
            if text in _NULL:
                return None
            if text[0] <= "9" and (_CODE.fullmatch(text) or _POWER.fullmatch(text)):
                self._unquoted_code(node, text)
        return text

    def _unquoted_code(self, node: Any, text: str) -> None:
        if text[0].isdigit() and not text.isdecimal():
            self._report(
                "yaml-unquoted-code",
                node,
                f"“{text}”是科学记数法，多半是表格软件把编码改坏了。",
                "从原始资料重新抄一遍完整的编码，并加上英文引号。",
            )
            return
        self._report(
            "yaml-unquoted-code",
            node,
            f"{quoted(text)}是编码，不是数字。",
            f'给它加上英文引号："{text}"，别的软件才不会改掉它。' if len(text) < 40 else "给它加上英文引号。",
        )

    def _cut_short(self, node: Any) -> None:
        """A ``#`` that stands directly before a word was meant as text, but YAML drops it and all that follows;
        so it does with a word after ``&``."""
        begin, end = node.start_mark.index, node.end_mark.index
        if self.text.startswith("&", begin) and begin < end:
            name = self.text[begin:end].split(None, 1)[0]
            self._report(
                "yaml-anchor", node, f"“{name}”被当成引用标记丢掉了。", "值以 & 开头时，给整个值加上英文引号。"
            )
        found = _COMMENT.match(self.text, end)
        if found:
            dropped = found[0].strip()
            line_start = self.text.rfind("\n", 0, end) + 1
            line = self.text[line_start : found.end()].strip()
            value = self.text[begin : found.end()].strip() if begin < end else dropped
            fixed = (
                f'写成 {line[: len(line) - len(value)].rstrip()} "{value}"。'
                if len(line) < 60 and '"' not in line
                else ""
            )
            mark = self.source.mark(self.start + found.end() - len(dropped), len(dropped))
            self.diagnostics.append(
                problem(
                    "yaml-comment-in-value",
                    self.source.path,
                    f"{quoted(dropped)}被当成注释丢掉了。",
                    "值里有 # 时，给整个值加上英文引号。" + fixed,
                    mark,
                )
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
                self._report(
                    "yaml-duplicate-key", key_node, f"{quoted(key)}写了两次。", "只留一个；需要多个值时写成列表。"
                )
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


class Nodes:
    """Finds nodes of one tree by field path; each collection is indexed the first time it is passed."""

    def __init__(self, root: yaml.Node | None) -> None:
        self._root = root
        self._indexes: dict[int, dict[str | int, tuple[yaml.Node | None, yaml.Node]]] = {}

    def find(self, at: FieldPath) -> tuple[yaml.Node | None, yaml.Node | None, bool]:
        """The key node and value node at a field path, and whether they are that path's; of a missing one,
        the nearest that exists above it.

        In a list a number counts items, a text names the record with that ``id`` or ``code``.
        The key node is None for items of a list and for the root.
        """
        key: yaml.Node | None = None
        node = self._root
        for step in at:
            found = self._index(node).get(step) if isinstance(node, yaml.CollectionNode) else None
            if found is None:
                return key, node, False
            key, node = found
        return key, node, True

    def _index(self, node: yaml.CollectionNode) -> dict[str | int, tuple[yaml.Node | None, yaml.Node]]:
        index = self._indexes.get(id(node))
        if index is None:
            index = self._indexes[id(node)] = {}
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    if isinstance(key, yaml.ScalarNode):
                        index.setdefault(key.value, (key, value))
            else:
                for number, item in enumerate(node.value):
                    index[number] = (None, item)
                    name = _record_id(item)
                    if name is not None:
                        index.setdefault(name, (None, item))
        return index


def _record_id(node: yaml.Node) -> str | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    found = next((value.value for key, value in pairs if getattr(key, "value", "") in ("id", "code")), None)
    return found if isinstance(found, str) else None
