"""Which fields of a model refer to something else, found from the ``Ref`` marks once per model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from .fields import Record, Ref

FieldPath = tuple[str | int, ...]
"""Where in a record a value stands: ``("photos", 1, "alt")``."""


class Reference(NamedTuple):
    """One use of an id: where it stands, what kind of thing it names, the id."""

    at: FieldPath
    target: str
    value: str


def references(meta: Record) -> Iterator[Reference]:
    """Every reference in a record, in the order of its model's fields."""
    for name, collect in _collectors(type(meta)):
        value = getattr(meta, name)
        if value:
            yield from collect(value, (name,))


_Collector = Callable[[Any, FieldPath], Iterator[Reference]]


@cache
def _collectors(model: type[Record]) -> tuple[tuple[str, _Collector], ...]:
    found = []
    for name, info in model.model_fields.items():
        collector = _collector(info.annotation, tuple(info.metadata))
        if collector:
            found.append((name, collector))
    return tuple(found)


def _collector(annotation: Any, metadata: tuple[Any, ...] = ()) -> _Collector | None:
    """A function that yields the references in a value of this type, or None when there can be none."""
    for mark in metadata:
        if isinstance(mark, Ref):
            target = mark.target
            return lambda value, at: iter((Reference(at, target, value),))
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return _collector(inner, tuple(marks))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        parts = _collectors(annotation)
        return (lambda value, at: _from_record(parts, value, at)) if parts else None
    arguments = [argument for argument in get_args(annotation) if argument not in (type(None), Ellipsis)]
    if get_origin(annotation) is tuple and arguments:
        item = _collector(arguments[0])
        return (lambda value, at: _from_items(item, value, at)) if item else None
    records = [argument for argument in arguments if isinstance(argument, type) and issubclass(argument, Record)]
    if len(records) > 1:
        of_record = {record: _collectors(record) for record in records}
        return lambda value, at: _from_record(of_record[type(value)], value, at)
    for argument in arguments:  # Optional[...]
        inner_collector = _collector(argument)
        if inner_collector:
            return inner_collector
    return None


def _from_record(parts: tuple[tuple[str, _Collector], ...], record: Any, at: FieldPath) -> Iterator[Reference]:
    for name, collect in parts:
        value = getattr(record, name)
        if value:
            yield from collect(value, (*at, name))


def _from_items(item: _Collector, values: Any, at: FieldPath) -> Iterator[Reference]:
    for index, value in enumerate(values):
        yield from item(value, (*at, index))
