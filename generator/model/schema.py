"""JSON Schema from the models, for editors that complete and check while one types.

An editor's YAML parser guesses types where ours keeps the text (``places: 30`` is a number
there, ``caption: 2026`` too), so the schemas take every type that an accepted value may
arrive as. ``zoujin check`` has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .fields import Record
from .kinds import MODELS, REGISTERS, SETTINGS_FILE, SHELVES, STATIONS_FILE, Kind
from .reviewing import POLICY_FILE, Policy
from .settings import Settings
from .shapes import PATTERN_WORDS, ordered_fields, records_in, shape_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"

MOST_KNOWN = 300
"""So many ids of one target are offered at most; an editor chokes on ten thousand."""

Known = Mapping[str, Iterable[tuple[str, str]]]
"""What references may name, by target: pairs of id and Chinese name."""

_NUMBER_AS_TEXT = r"^\s*[+-]?\d+(\.\d+)?\s*$"
_SWITCH_AS_TEXT = "^(true|false|是|否)$"
_KEYWORDS = {"ge": "minimum", "le": "maximum"}
"""Pydantic leaves its own words where a validator of ours stands before the limits."""
_EXPECTED = {**PATTERN_WORDS, _NUMBER_AS_TEXT: "数字", _SWITCH_AS_TEXT: "true 或 false"}
_BARE_NUMBERS = ("2026", "12345678")
"""What an editor may write without quotation marks in a field of text."""


def entry_schema(kind: Kind, known: Known | None = None) -> dict[str, Any]:
    """The schema of one entry's metadata. ``known`` ids are offered for completion; others stay allowed,
    because a reference may be written before the thing it names."""
    return _schema(MODELS[kind], kind.label, known or {})


def schema_files(known: Known | None = None) -> dict[str, tuple[dict[str, Any], str]]:
    """Every schema by its file name, with the pattern of the files it is for."""
    known = known or {}
    files: dict[str, tuple[dict[str, Any], str]] = {
        "settings": (_schema(Settings, "站点设置", known), SETTINGS_FILE),
        "policy": (_schema(Policy, "审核制度", known), POLICY_FILE),
        "stations": (_listing(entry_schema(Kind.STATION, known)), STATIONS_FILE),
    }
    for register in REGISTERS:
        files[register.name] = (_listing(_schema(register.model, register.label, known)), register.file)
    for shelf in SHELVES:
        pattern = f"{shelf.folder}/*/*/index.md" if shelf.dated else f"{shelf.folder}/*/index.md"
        files[shelf.kind.value] = (entry_schema(shelf.kind, known), pattern)
    return files


def _schema(model: type[Record], title: str, known: Known) -> dict[str, Any]:
    names = _names_of_choices(model)
    schema: dict[str, Any] = _for_editors(model.model_json_schema(), known, names)
    for definition in schema.get("$defs", {}).values():
        for word in ("title", "description"):  # of the class; the field that uses it says it in Chinese
            definition.pop(word, None)
    return {"$schema": DIALECT, **schema, "title": title}


def _listing(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file that is a list of such records; all of them may be commented out."""
    definitions = schema.pop("$defs", {})
    dialect = schema.pop("$schema")
    return {"$schema": dialect, "type": ["array", "null"], "items": schema, "$defs": definitions}


def _names_of_choices(model: type[Record]) -> dict[tuple[str, ...], list[str]]:
    shapes = [shape_of(field) for record in (model, *records_in(model)) for field in ordered_fields(record).values()]
    return {
        tuple(value for value, _ in shape.choices): [name for _, name in shape.choices]
        for shape in shapes
        if shape.choices
    }


def _for_editors(part: Any, known: Known, names: Mapping[tuple[str, ...], list[str]]) -> Any:
    """Pydantic's schema as an editor needs it: lenient types, ids and choices with their Chinese names."""
    if isinstance(part, list):
        return [_for_editors(item, known, names) for item in part]
    if not isinstance(part, dict):
        return part
    part = _without_null(part)
    target = part.pop("x-ref", None)
    if target is not None:
        return _reference(_any_type(part), list(known.get(target, ()))[:MOST_KNOWN])
    part = {
        key: value if key in ("examples", "default", "enum") else _for_editors(value, known, names)
        for key, value in part.items()
        if key != "discriminator"  # a word of OpenAPI
    }
    if "properties" in part:
        required = part.get("required", ())
        part["properties"] = {
            name: _named(value if name in required else _or_nothing(value))
            for name, value in part["properties"].items()
        }
    if "enum" in part:
        part["enumDescriptions"] = names[tuple(part["enum"])]
        return part
    if "anyOf" in part.get("items", ()):
        part.pop("examples", None)  # of another city; the ids of this one are offered
    return _any_type(part)


def _named(part: dict[str, Any]) -> dict[str, Any]:
    """A key with its Chinese name in the description too: a list of keys to choose from shows nothing else."""
    title, more = part.get("title", ""), part.get("description", "")
    return {**part, "description": f"{title}：{more}" if title and more else title or more}


def _expecting(part: dict[str, Any]) -> dict[str, Any]:
    """A pattern with Chinese words for it; VS Code shows a regular expression otherwise."""
    words = _EXPECTED.get(part.get("pattern", ""))
    if words is None:
        return part
    example = next(iter(part.get("examples", ())), None)
    return {**part, "patternErrorMessage": f"应当是{words}{'' if example is None else f'，如 {example}'}。"}


def _without_null(part: dict[str, Any]) -> dict[str, Any]:
    """``X or null`` as X, and no empty default: what may be left out is marked by the record that holds it."""
    rest = {key: value for key, value in part.items() if not (key == "default" and value in (None, [], {}))}
    options = [option for option in rest.pop("anyOf", ()) if option != {"type": "null"}]
    return {**options[0], **rest} if options else rest


def _any_type(part: dict[str, Any]) -> dict[str, Any]:
    part = {_KEYWORDS.get(key, key): value for key, value in part.items() if key != "allow_inf_nan"}
    kind = part.get("type")
    if kind == "boolean":
        return _expecting({**part, "type": ["boolean", "string"], "pattern": _SWITCH_AS_TEXT})
    if kind in ("integer", "number"):
        return _expecting({**part, "type": [kind, "string"], "pattern": _NUMBER_AS_TEXT})
    if kind == "string" and any(re.search(part.get("pattern", ""), number) for number in _BARE_NUMBERS):
        part = {**part, "type": ["string", "number"]}
    return _expecting(part)


def _or_nothing(part: dict[str, Any]) -> dict[str, Any]:
    """``part``, or the key with nothing behind it, which means the same as no key."""
    if "anyOf" in part:
        return {**part, "anyOf": [*part["anyOf"], {"type": "null"}]}
    if "$ref" in part:
        rest = {key: value for key, value in part.items() if key != "$ref"}
        return {"anyOf": [{"$ref": part["$ref"]}, {"type": "null"}], **rest}
    kind = part["type"]
    return {**part, "type": [*([kind] if isinstance(kind, str) else kind), "null"]}


def _reference(plain: dict[str, Any], pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """The ids that exist offered beside the pattern that any id must have."""
    if not pairs:
        return plain
    about: dict[str, Any] = {key: plain.pop(key) for key in ("title", "description") if key in plain}
    plain.pop("examples", None)
    choices = [{"const": name, "title": label, "description": label} for name, label in pairs]
    return {**about, "anyOf": [*choices, plain]}
