"""What a field of a model takes, in a form that guides, stubs and questions can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from .fields import Code12, EntryPath, FileName, MonthDay, Phone, Record, Ref, Sha256, Slug, WebAddress
from .parts import Published

_LEADING = ("title", "name", "subtitle", "one_line", "summary")
"""What one writes first, whatever class declares it."""


class Form(StrEnum):
    """How a single value is written."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    CLOCK = "clock"
    SWITCH = "switch"
    WHOLE = "whole"
    NUMBER = "number"
    CHOICE = "choice"
    REFERENCE = "reference"
    RECORD = "record"


class Variant(NamedTuple):
    """One of the groups of keys that may stand in one place: what its telling key says, its Chinese name and use."""

    tag: str
    name: str
    use: str
    record: type[Record]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field takes. ``many`` means a list of such values.

    ``target`` is set for references, ``choices`` (value and Chinese name) for choices,
    ``record`` for groups of keys, ``variants`` where one of several groups may stand, with
    ``tag`` as the key that tells them apart and ``choices`` as its values; ``most`` is the number of items or characters allowed, 0
    when there is no limit; ``words`` describe the pattern of a text, "" for free text.
    """

    form: Form
    many: bool = False
    target: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    record: type[Record] | None = None
    most: int = 0
    words: str = ""
    tag: str = ""
    variants: tuple[Variant, ...] = ()


@cache
def ordered_fields(model: type[Record]) -> dict[str, FieldInfo]:
    """A model's fields in the order in which an editor fills them: the headline, the kind's own, the shared ones."""
    fields = model.model_fields
    shared = set(Published.model_fields) if issubclass(model, Published) else set()
    first = [name for name in _LEADING if name in fields]
    own = [name for name in fields if name not in shared and name not in first]
    rest = [name for name in fields if name in shared and name not in first]
    order = [*first, *own, *rest] if shared else list(fields)
    return {name: fields[name] for name in order}


def shape_of(field: FieldInfo) -> Shape:
    """The shape of a field, looking through ``X | None``, ``tuple[X, ...]`` and ``Annotated``."""
    return _shape(field.annotation, tuple(field.metadata))


def records_in(model: type[Record]) -> Iterator[type[Record]]:
    """The groups of keys that a model uses, each before those that it uses itself."""
    for field in ordered_fields(model).values():
        shape = shape_of(field)
        for record in (shape.record, *(variant.record for variant in shape.variants)):
            if record is not None:
                yield record
                yield from records_in(record)


def choices_of(kind: type[Enum]) -> tuple[tuple[str, str], ...]:
    """Values and Chinese names of a choice, in the order of its class."""
    return tuple((str(member.value), str(getattr(member, "label", member.value))) for member in kind)


def _shape(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], (*arguments[1:], *metadata))
    tag = next((mark.discriminator for mark in metadata if getattr(mark, "discriminator", None)), "")
    if tag:
        variants = tuple(_variant(record, tag) for record in arguments)
        choices = tuple((variant.tag, variant.name) for variant in variants)
        return Shape(Form.RECORD, choices=choices, tag=tag, variants=variants)
    if origin is Literal:
        return Shape(Form.CHOICE, choices=tuple((str(value), "") for value in arguments))
    if origin in (Union, UnionType):
        inner = next(argument for argument in arguments if argument is not type(None))
        return _shape(inner, metadata)
    if origin is tuple:
        item = _shape(arguments[0], ())
        return replace(item, many=True, most=_limit(metadata))
    for mark in metadata:
        if isinstance(mark, Ref):
            return Shape(Form.REFERENCE, target=mark.target)
    if issubclass(annotation, Record):
        return Shape(Form.RECORD, record=annotation)
    if issubclass(annotation, Enum):
        return Shape(Form.CHOICE, choices=choices_of(annotation))
    for kind, form in _FORMS:
        if issubclass(annotation, kind):
            return Shape(form)
    return Shape(Form.TEXT, most=_limit(metadata), words=_words(metadata))


def _variant(record: type[Record], tag: str) -> Variant:
    """What a record of a choice says of itself: ``名称：用处`` in its docstring."""
    name, _, use = (record.__doc__ or "").strip().partition("：")
    return Variant(get_args(record.model_fields[tag].annotation)[0], name, use, record)


_FORMS: tuple[tuple[type, Form], ...] = (
    (datetime, Form.MOMENT),
    (date, Form.DAY),
    (time, Form.CLOCK),
    (bool, Form.SWITCH),
    (int, Form.WHOLE),
    (float, Form.NUMBER),
)


def _limit(metadata: tuple[Any, ...]) -> int:
    return max((getattr(mark, "max_length", None) or 0 for mark in metadata), default=0)


def _words(metadata: tuple[Any, ...]) -> str:
    patterns = {pattern_of(mark) for mark in metadata}
    return next((words for pattern, words in PATTERN_WORDS.items() if pattern in patterns), "")


def pattern_of(mark: Any) -> str:
    """The pattern in one item of a field's metadata, "" when it has none."""
    pattern = getattr(mark, "pattern", None)
    return pattern.pattern if isinstance(pattern, re.Pattern) else str(pattern or "")


def _pattern_in(kind: Any) -> str:
    return next(filter(None, map(pattern_of, get_args(kind)[1:])))


PATTERN_WORDS = {
    _pattern_in(Slug): "小写字母、数字和连字符",
    _pattern_in(EntryPath): "文件夹路径",
    _pattern_in(MonthDay): "月-日",
    _pattern_in(Code12): "12 位数字，加英文引号",
    _pattern_in(FileName): "文件名",
    _pattern_in(WebAddress): "网址",
    _pattern_in(Phone): "电话号码",
    _pattern_in(Sha256): "64 位十六进制",
}
"""What a text of a certain pattern is, in Chinese."""
