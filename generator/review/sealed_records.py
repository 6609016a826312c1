"""Records from the time before signatures, listed when two chiefs sign that signatures count from now on.

They are history: they approve nothing any more, and are no forgeries either. What is not listed was written later, and is
refused. The form is described in ``docs/review.md``.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.model.canonical import canonical_json
from generator.model.fields import Sha256

from .roots import BadRoot, named_values

FORMAT = "zoujin-sealed-1"

_MAX_BYTES = 20_000_000
"""A line has 70 bytes; ten years of a large office are 100,000 records."""
_NAME_DIGITS = 32


class _List(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["zoujin-sealed-1"]
    records: Annotated[tuple[Sha256, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class SealedList:
    """The hashes of records, and the hash by which a state of the root names their list."""

    records: frozenset[str]
    hash: str
    file: str = ""


def sealed_list(records: Collection[str]) -> SealedList:
    """A list that was just made, with the name of its file. It says neither when nor by whom: two who list the same make
    one file."""
    hash = sha256(canonical_json(_values(records))).hexdigest()
    return SealedList(frozenset(records), hash, f"sealed-{hash[:_NAME_DIGITS]}.json")


def sealed_text(item: SealedList) -> str:
    """The file: JSON with a line for each record."""
    return json.dumps(_values(item.records), indent=1) + "\n"


def parse_sealed(name: str, data: bytes) -> SealedList:
    """The list in a file called ``name``.

    Raises:
        BadRoot: too large, no JSON, or not the content its name promises.
    """
    values, _, hash = named_values(name, data, _MAX_BYTES)
    try:
        found = _List.model_validate(values)
    except ValidationError:
        raise BadRoot("不是一份封存的名单") from None
    return SealedList(frozenset(found.records), hash, name)


def _values(records: Collection[str]) -> dict[str, Any]:
    return {"format": FORMAT, "records": sorted(records)}
