"""Which field of which record one of pydantic's errors speaks of."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.model.fields import Record
from generator.model.references import FieldPath
from generator.model.shapes import shape_of

from .field_hints import record_in


class ErrorPlace(NamedTuple):
    """``at`` is the path as the file has it; ``field`` is None for an unknown key or for a whole item."""

    at: FieldPath
    field: Any
    owner: type[Record]


def error_place(model: type[Record], loc: FieldPath) -> ErrorPlace:
    """Follow ``loc`` through the model. Where several kinds of groups may stand, pydantic adds the kind as a step."""
    owner, field = model, None
    at: list[str | int] = []
    for number, step in enumerate(loc):
        if isinstance(step, int):
            at.append(step)
            continue
        variants = shape_of(field).variants if field is not None else ()
        if variants:
            owner = next(variant.record for variant in variants if variant.tag == step)
            field = None
            continue
        if field is not None:
            owner = record_in(field.annotation) or owner
        field = owner.model_fields.get(step)
        at.append(step)
        if field is None:
            at.extend(loc[number + 1 :])
            break
    return ErrorPlace(tuple(at), field, owner)
