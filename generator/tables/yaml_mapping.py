"""One mapping of YAML is changed where it must be; its comments, its order and its quotation marks stay."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark, YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString
from ruamel.yaml.tokens import CommentToken

from generator.model.stub import scalar

from .changes import FieldChange
from .sheets import Path

_LIST_BELOW = re.compile(r"^( *)[A-Za-z_][\w-]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)

_PLAIN_LINE = re.compile(
    r"""(?P<key>[A-Za-z_][\w-]*:[ ]+)
        (?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s\#"'\[\]{}&*!|>%@`,?:-](?:[^\n\#:]|(?<![ ])\#|:(?![ \n]))*?)
        (?P<rest>[ ]*(?:(?<=[ ])\#[^\n]*)?\n)""",
    re.VERBOSE,
)
"""A key and its value on one line, quoted or not, and what follows it there."""


class _Texts(VersionedResolver):
    """No scalar is anything but what was typed: 24, 2026-03-05 and no stay as they are."""

    @property
    def versioned_resolver(self) -> dict[str, list[Any]]:
        """No pattern makes a number, a date or a switch of a text."""
        return {}


class NotEdited(Exception):
    """The text is written in a way that cannot be changed safely."""


def edit_mapping(text: str, changes: Sequence[FieldChange], order: Sequence[str]) -> str:
    """``text``, a mapping that begins in the first column, with some values set or taken away.

    ``order`` are the model's keys: a new key comes behind those that it follows there.

    Raises:
        NotEdited: the text is no mapping that ruamel understands.
    """
    plain = _edited_lines(text, changes)
    if plain is not None:
        return plain
    yaml = _yaml(text)
    try:
        data = yaml.load(text)
        if not isinstance(data, CommentedMap):
            raise NotEdited
        for change in changes:
            if change.value is None:
                _remove(data, change.path)
            else:
                _set(data, change.path, change.value, order)
        target = StringIO()
        yaml.dump(data, target)
    except (YAMLError, ValueError, AttributeError, NotImplementedError) as error:
        raise NotEdited from error
    return target.getvalue()


def _edited_lines(text: str, changes: Sequence[FieldChange]) -> str | None:
    """The same where every change is of a value that stands on a line of its own, which most are; None where one is not.

    ruamel takes milliseconds for a row: too many for a register whose every row changed.
    """
    lines = text.splitlines(keepends=True)
    at: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        at.setdefault(line.partition(":")[0], []).append(number)
    for change in changes:
        numbers = at.get(change.path[0], [])
        if len(change.path) > 1 or not isinstance(change.value, str) or "\n" in change.value or len(numbers) != 1:
            return None
        number = numbers[0]
        found = _PLAIN_LINE.fullmatch(lines[number])
        goes_on = number + 1 < len(lines) and lines[number + 1][:1] in (" ", "\n", "\t")
        if found is None or goes_on:
            return None
        lines[number] = f"{found['key']}{scalar(change.value)}{found['rest']}"
    return "".join(lines)


def row_text(record: Mapping[str, Any]) -> str:
    """A new record as a mapping that begins in the first column."""
    return "".join(f"{line}\n" for key, value in record.items() for line in _lines(key, value))


def _yaml(text: str) -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _Texts
    yaml.preserve_quotes = True
    yaml.width = 1 << 20
    found = _LIST_BELOW.search(text)
    offset = len(found[2]) - len(found[1]) if found else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _set(data: CommentedMap, path: Path, value: Any, order: Sequence[str]) -> None:
    if len(path) > 1:
        inner = data.get(path[0])
        if not isinstance(inner, CommentedMap):
            inner = CommentedMap()
            _put(data, path[0], inner, order)
        _set(inner, path[1:], value, ())
    else:
        _put(data, path[0], _node(value, data.get(path[0])), order)


def _put(data: CommentedMap, key: str, value: Any, order: Sequence[str]) -> None:
    """Set a key; a new one comes behind those that it follows in ``order``, or last."""
    if key in data:
        data[key] = value
        return
    before = set(order[: order.index(key)]) if key in order else set(data)
    places = [number for number, name in enumerate(data) if name in before]
    number = places[-1] + 1 if places else 0
    below = _take_below(data, list(data)[number - 1]) if number else ""
    data.insert(number, key, value)
    if below:
        _add_below(data, key, below)


def _remove(data: CommentedMap, path: Path) -> None:
    key = path[0]
    inner = data.get(key)
    if len(path) > 1 and isinstance(inner, CommentedMap) and (len(inner) > 1 or path[1] not in inner):
        _remove(inner, path[1:])
        return
    if key not in data:
        return
    below = _take_below(data, key)
    keys = list(data)
    number = keys.index(key)
    del data[key]
    data.ca.items.pop(key, None)
    if below and number > 0:
        above = _take_below(data, keys[number - 1])
        _add_below(data, keys[number - 1], above + below)


def _last(holder: Any, key: Any) -> tuple[Any, Any, int]:
    """Where ruamel keeps the lines of comment that follow a value: at the last scalar in it. In its list of comments
    the place is 2 for keys and 0 for items."""
    value = holder[key]
    if isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        return _last(value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1)
    return holder, key, 2 if isinstance(holder, CommentedMap) else 0


def _take_below(data: CommentedMap, key: str) -> str:
    """Take away the lines of comment below a value, which belong to what comes next."""
    holder, last, place = _last(data, key)
    comments = holder.ca.items.get(last)
    token = comments[place] if comments and len(comments) > place else None
    if token is None or isinstance(token, list):
        return ""
    beside, _, below = token.value.partition("\n")
    if not below:
        return ""
    if beside:
        token.value = f"{beside}\n"
    else:
        comments[place] = None
    return str(below)


def _add_below(data: CommentedMap, key: str, lines: str) -> None:
    """Put lines of comment below a value that has none."""
    holder, last, place = _last(data, key)
    comments = holder.ca.items.setdefault(last, [None, None, None, None])
    token = comments[place]
    if token is None:
        comments[place] = CommentToken(f"\n{lines}", CommentMark(0), None)
    else:
        token.value = token.value.rstrip("\n") + f"\n{lines}"


def _node(value: Any, old: Any) -> Any:
    """A value as ruamel writes it in the way of the house; a list in the way in which it was."""
    if isinstance(value, Mapping):
        node = CommentedMap((key, _node(inner, None)) for key, inner in value.items())
        node.fa.set_flow_style()
        return node
    if isinstance(value, list):
        items = CommentedSeq(_node(item, None) for item in value)
        simple = all(isinstance(item, str) for item in value)
        if simple and not (isinstance(old, CommentedSeq) and not old.fa.flow_style()):
            items.fa.set_flow_style()
        return items
    text = str(value)
    if "\n" in text:
        return LiteralScalarString(text if text.endswith("\n") else f"{text}\n")
    return DoubleQuotedScalarString(text) if scalar(text).startswith('"') else text


def _lines(key: str, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        if all(isinstance(item, str) for item in value.values()) and len(value) <= 3:
            return [f"{key}: {_flow(value)}"]
        return [f"{key}:", *(f"  {line}" for inner, item in value.items() for line in _lines(inner, item))]
    if isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            return [f"{key}: [{', '.join(map(scalar, value))}]"]
        return [f"{key}:", *(f"  - {_flow(item)}" for item in value)]
    text = str(value)
    if "\n" in text and text == text.strip():
        return [f"{key}: |", *(f"  {line}" if line else "" for line in text.split("\n"))]
    return [f"{key}: {scalar(text)}"]


def _flow(group: Mapping[str, Any]) -> str:
    parts = (
        f"{key}: {_flow(value) if isinstance(value, Mapping) else scalar(str(value))}" for key, value in group.items()
    )
    return "{" + ", ".join(parts) + "}"
