"""JSON Schema from the models, for editors that complete and check while one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .fields import Record
from .kinds import MODELS, REGISTERS, SETTINGS_FILE, STATIONS_FILE, Kind
from .settings import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Known = Mapping[str, Iterable[tuple[str, str]]]
"""What references may name, by target: pairs of id and Chinese name."""


def entry_schema(kind: Kind, known: Known | None = None) -> dict[str, Any]:
    """The schema of one entry's metadata. ``known`` ids are offered for completion; others stay allowed,
    because a reference may be written before the thing it names."""
    return _schema(MODELS[kind], kind.label, known or {})


def schema_files(known: Known | None = None) -> dict[str, tuple[dict[str, Any], str]]:
    """Every schema by its file name, with the pattern of the files it is for."""
    known = known or {}
    files: dict[str, tuple[dict[str, Any], str]] = {
        "settings": (_schema(Settings, "站点设置", known), SETTINGS_FILE),
        "stations": (_listing(_schema(MODELS[Kind.STATION], "志愿服务站", known)), STATIONS_FILE),
    }
    for register in REGISTERS:
        files[register.name] = (_listing(_schema(register.model, register.label, known)), register.file)
    for kind in Kind:
        if kind is not Kind.STATION:
            files[kind.value] = (entry_schema(kind, known), "")
    return files


def _schema(model: type[Record], title: str, known: Known) -> dict[str, Any]:
    schema = _with_known(model.model_json_schema(), known)
    return {"$schema": DIALECT, **schema, "title": title}


def _listing(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file that is a list of such records."""
    definitions = schema.pop("$defs", {})
    dialect = schema.pop("$schema")
    return {"$schema": dialect, "type": "array", "items": schema, "$defs": definitions}


def _with_known(part: Any, known: Known) -> Any:
    """``part`` with the ids that exist offered beside the pattern that any id must have."""
    if isinstance(part, list):
        return [_with_known(item, known) for item in part]
    if not isinstance(part, dict):
        return part
    target = part.get("x-ref")
    if target is not None:
        pairs = list(known.get(target, ()))
        plain = {key: value for key, value in part.items() if key != "x-ref"}
        if not pairs:
            return plain
        choices = [{"const": name, "title": label, "description": label} for name, label in pairs]
        return {"anyOf": [*choices, plain]}
    return {key: _with_known(value, known) for key, value in part.items()}
