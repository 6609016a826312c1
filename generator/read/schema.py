"""Plain values become a model, or diagnostics with places and suggestions.

Pydantic says what is wrong in English for programmers; ``error_words`` says it in Chinese for
editors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from generator.model.diagnostic import Diagnostic, Mark
from generator.model.fields import Record
from generator.model.references import FieldPath
from generator.model.shapes import Form, shape_of

from .choice_names import choice_hint
from .error_places import ErrorPlace, error_place
from .error_words import EXPLAIN
from .field_hints import group_hint, list_hint, reference_hint, show
from .key_names import likely_key, unknown_key
from .report import problem, quoted
from .source import SourceText
from .strange_signs import strange_signs
from .values import Nodes
from .variants import no_such_variant, variant_hint


def validate(
    model: type[Record], data: Any, place: Locator, at: FieldPath = (), lost: frozenset[str] = frozenset()
) -> tuple[Record | None, list[Diagnostic]]:
    """The record at ``at`` of the file that ``place`` knows, or None and why not.

    Keys in ``lost`` stood on lines that could not be read and are not called missing.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    return None, explained(model, details, place, at, lost)


def sketch(model: type[Record], data: Any) -> Record | None:
    """What can be understood of values that make no whole record: each field by itself, None where it is wrong or missing.

    Good for looking up what it refers to, and for nothing that needs a sound entry. None when ``data`` are no keys and values.
    """
    if not isinstance(data, dict):
        return None
    known: dict[str, Any] = dict.fromkeys(name for name, field in model.model_fields.items() if field.is_required())
    for name, adapter in _adapters(model).items():
        if name in data:
            try:
                known[name] = adapter.validate_python(data[name])
            except ValidationError:
                known[name] = None
    return model.model_construct(**known)


@cache
def _adapters(model: type[Record]) -> dict[str, TypeAdapter[Any]]:
    """What reads each field of a model alone; made only when some file is broken."""
    return {name: TypeAdapter(field.rebuild_annotation()) for name, field in model.model_fields.items()}


def explained(
    model: type[Record], details: Sequence[Any], place: Locator, at: FieldPath = (), lost: frozenset[str] = frozenset()
) -> list[Diagnostic]:
    """Pydantic's errors about the record at ``at`` as diagnostics, those with one cause once."""
    meant: set[FieldPath] = set(_meant(model, details))
    found = []
    for detail in details:
        loc: FieldPath = detail["loc"]
        if detail["type"] == "missing" and (loc in meant or loc[-1] in lost):
            continue
        if detail["type"] == "too_short" and any(other["loc"][: len(loc)] == loc != other["loc"] for other in details):
            continue  # its items are wrong; how many are right is of no interest
        spoken_of = error_place(model, loc)
        rule, message, hint = _explain(spoken_of, detail)
        on_key = detail["type"] in ("extra_forbidden", "missing")
        within = (*spoken_of.at, *_telling_key(spoken_of, detail))
        found.append(problem(rule, place.source.path, message, hint, place.mark((*at, *within), on_key=on_key)))
    return found


class Locator:
    """Finds the place of a field in a file whose YAML has been composed."""

    def __init__(self, source: SourceText, node: yaml.Node | None, start: int) -> None:
        self.source = source
        self.start = start
        self._nodes = Nodes(node)

    def mark(self, at: FieldPath, *, on_key: bool = False) -> Mark:
        """The place of the value at ``at``, of its key when ``on_key``; of the nearest thing above when it is absent."""
        key, value, is_there = self._nodes.find(at)
        if value is None or (key is None and not is_there and self.start and len(at) == 1):
            return self.source.mark(0, 3)  # a key of the whole entry: its front matter's first line
        target = key if on_key and key is not None else value
        if target is value and key is not None and not isinstance(value, yaml.ScalarNode):
            target = key
        if isinstance(target, yaml.ScalarNode) and target.start_mark.index == target.end_mark.index and key is not None:
            target = key  # an empty value has no width: point at its key
        begin, end = target.start_mark.index, target.end_mark.index
        length = end - begin if isinstance(target, yaml.ScalarNode) and "\n" not in target.value else 1
        return self.source.mark(self.start + begin, min(length, 60))


def _telling_key(place: ErrorPlace, detail: Any) -> tuple[str, ...]:
    """The key that says which kind of group it is, when that is what is wrong."""
    return (shape_of(place.field).tag,) if detail["type"] == "union_tag_invalid" else ()


def _explain(place: ErrorPlace, detail: Any) -> tuple[str, str, str]:
    """Rule id, message and hint for one pydantic error."""
    loc, field, owner = place
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    kind: str = detail["type"]
    if kind == "extra_forbidden":
        return unknown_key(owner, name)
    if kind.startswith("union_tag"):
        return no_such_variant(field.title, shape_of(field), detail["input"])
    label = f"“{field.title}”（{name}）" if field is not None and field.title else quoted(name) if name else "这一条"
    example = f"例如：{name}: {show(field.examples[0])}" if field is not None and field.examples else ""
    if kind == "missing":
        if field is not None and shape_of(field).form is Form.REFERENCE:
            return "schema-missing", f"缺少{label}。", reference_hint(name, shape_of(field))
        return "schema-missing", f"缺少{label}。", example or group_hint(name, field) or f"补上一行 {name}: …"
    if loc and isinstance(loc[-1], int):
        label += f"第 {loc[-1] + 1} 项"
    given = detail["input"]
    if given is None:
        return "schema-type", f"{label}是空的。", "补上内容；用不到就删掉这一行。"
    if isinstance(given, str) and not given.strip():
        reference = field is not None and shape_of(field).form is Form.REFERENCE
        hint = "" if reference else example
        return "schema-length", f"{label}是空的。", hint or "补上内容；用不到就删掉这一行。"
    if kind == "enum" and not isinstance(given, str):
        kind = "string_type"
    explain = EXPLAIN.get(kind)
    if explain is None:
        return "schema-value", f"{label}的值不对。", example
    shape = shape_of(field) if field is not None else None
    rule, message, hint = explain(detail.get("ctx", {}), detail)
    if kind == "enum" and shape is not None:
        hint = choice_hint(given, shape.choices, field.description or "")
    if kind in ("tuple_type", "list_type") and shape is not None and not isinstance(given, list):
        hint = list_hint(name, shape, given) or hint
    if shape is not None and shape.variants:
        hint = variant_hint(name, shape, given) or hint
    elif kind in ("model_type", "model_attributes_type"):
        hint = group_hint(name, field if loc else None, given) or hint
    elif rule in ("schema-pattern", "schema-value") and isinstance(given, str):
        hint = strange_signs(given) or hint
    pattern_hint = field.description if kind == "string_pattern_mismatch" and field is not None else ""
    return rule, label + message, hint or pattern_hint or example


def _meant(model: type[Record], details: Sequence[Any]) -> Iterator[FieldPath]:
    """The known keys that unknown ones most likely are."""
    for detail in details:
        if detail["type"] == "extra_forbidden":
            loc: FieldPath = detail["loc"]
            likely = likely_key(error_place(model, loc).owner, str(loc[-1]))
            if likely:
                yield (*loc[:-1], likely)
