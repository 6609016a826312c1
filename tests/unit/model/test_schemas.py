"""JSON Schemas: what a site accepts, an editor accepts too; what is misspelt gets a red line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from editor_yaml import as_editors_see
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from generator.model.entries import Story
from generator.model.fields import Count
from generator.model.kinds import MODELS, REGISTERS, Kind
from generator.model.schema import MOST_KNOWN, entry_schema, schema_files
from generator.model.settings import Settings
from generator.read.source import SourceText
from generator.read.values import read_values

ROOT = Path(__file__).parents[3]
FILES = schema_files()
KNOWN = {"district": [("qinghe", "青河区"), ("beihu", "北湖区")]}
SAMPLES = sorted({path for _, pattern in FILES.values() for path in ROOT.glob(pattern)})

STORY = {
    "title": "标题",
    "date": "2026-03-06",
    "into": "community",
    "categories": ["mutual-aid"],
    "district": "qinghe",
    "byline": "某某",
}


def problems(schema: dict[str, Any], data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("name", FILES)
def test_schemas_are_valid(name: str) -> None:
    for known in ({}, KNOWN):
        Draft202012Validator.check_schema(schema_files(known)[name][0])


def test_there_is_a_schema_for_every_kind_and_register() -> None:
    kinds = {kind.value for kind in Kind if kind is not Kind.STATION}
    assert set(FILES) == kinds | {register.name for register in REGISTERS} | {"settings", "stations", "policy"}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_sample_files_pass_as_an_editor_reads_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("\n---\n")[0].removeprefix("---\n")
    relative = path.relative_to(ROOT)
    schema = next(schema for schema, pattern in FILES.values() if relative.match(pattern))
    assert problems(schema, as_editors_see(text)) == []


def test_samples_of_all_shelves_were_looked_at() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in SAMPLES} == {"stories", "content", "stations.yaml"}
    assert len(SAMPLES) > 25


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("title", "2026"),
        ("byline", "3.5"),
        ("date", "2026-03-05"),
        ("date", "2026-03-05 08:30"),
        ("draft", "true"),
        ("draft", "是"),
        ("draft", '"false"'),
        ("photos", ""),
        ("subtitle", ""),
        ("rights", ""),
        ("video", ""),
        ("district", "2026"),
        ("categories", "[health, 12]"),
    ],
)
def test_accepted_values_pass_in_whatever_type_an_editor_gives_them(key: str, written: str) -> None:
    text = f"{key}: {written}\n"
    ours = {**STORY, **(read_values(SourceText("index.md", text), text).data or {})}
    Story.model_validate(ours)
    assert problems(entry_schema(Kind.STORY), {**STORY, **as_editors_see(text)}) == []


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("date", "2026/3/5"),
        ("date", ""),
        ("draft", "no"),
        ("into", "villages"),
        ("district", "Qinghe"),
        ("categories", "mutual-aid"),
        ("categories", "[]"),
        ("summery", "摘要"),
        ("photos", "[{file: a.jpg, autor: 某某}]"),
    ],
)
def test_mistakes_get_a_red_line(key: str, written: str) -> None:
    assert problems(entry_schema(Kind.STORY), {**STORY, **as_editors_see(f"{key}: {written}\n")})


def test_a_station_code_without_quotation_marks_gets_a_red_line() -> None:
    code = FILES["stations"][0]["items"]["properties"]["community"]
    assert problems(code, as_editors_see("000001001001"))
    assert problems(code, as_editors_see('"000001001001"')) == []


@given(st.text("0123456789+-._ e", min_size=1, max_size=8) | st.integers().map(str) | st.floats(0, 1e6).map(str))
def test_every_number_the_model_takes_is_taken_by_the_editor(written: str) -> None:
    """``written`` is kept as text by our reader and guessed at by the editor's."""
    try:
        TypeAdapter(Count).validate_python(written.strip())
        guessed = as_editors_see(f"places: {written}")["places"]
    except (ValidationError, yaml.YAMLError):
        return
    assert problems(entry_schema(Kind.ACTIVITY)["properties"]["places"], guessed) == []


def test_negative_numbers_get_a_red_line() -> None:
    place = entry_schema(Kind.ACTIVITY)["properties"]["places"]
    assert problems(place, -3)
    box = FILES["settings"][0]["$defs"]["Box"]["properties"]["west"]
    assert problems(box, 181.0)
    assert problems(box, 112.5) == []


def test_known_ids_are_offered_with_their_names_and_others_stay_allowed() -> None:
    schema = entry_schema(Kind.STORY, KNOWN)
    offered = schema["properties"]["district"]["anyOf"]
    assert [(choice.get("const"), choice.get("title")) for choice in offered[:2]] == KNOWN["district"]
    assert problems(schema, {**STORY, "district": "new-town"}) == []
    assert problems(schema, {**STORY, "district": "New Town"})


def test_ten_thousand_stories_do_not_choke_the_editor() -> None:
    known = {"story": [(f"story-{number}", "故事") for number in range(10_000)]}
    offered = entry_schema(Kind.FEATURE, known)["properties"]["stories"]["items"]["anyOf"]
    assert len(offered) == MOST_KNOWN + 1


def test_choices_have_chinese_names() -> None:
    definitions = [part for schema, _ in FILES.values() for part in schema.get("$defs", {}).values() if "enum" in part]
    assert definitions
    for definition in definitions:
        assert len(definition["enumDescriptions"]) == len(definition["enum"])
        assert all(any("一" <= sign <= "鿿" for sign in name) for name in definition["enumDescriptions"])


def test_hints_are_chinese() -> None:
    """The first words of a class are for programmers; an editor sees those of the field."""

    def hints(part: Any) -> list[str]:
        if isinstance(part, list):
            return [hint for item in part for hint in hints(item)]
        if not isinstance(part, dict):
            return []
        own = [part[word] for word in ("title", "description") if isinstance(part.get(word), str)]
        return own + [hint for value in part.values() for hint in hints(value)]

    said = [hint for schema, _ in FILES.values() for hint in hints(schema)]
    assert said
    assert [hint for hint in said if not any("一" <= sign <= "鿿" for sign in hint)] == []


def test_settings_accept_what_they_need_and_nothing_more() -> None:
    schema = FILES["settings"][0]
    good = {"city": "某市", "site_name": "某市志愿", "description": "介绍", "page_size": 20, "footer": None}
    assert problems(schema, good) == []
    assert problems(schema, {**good, "citty": "某市"})
    assert set(schema["properties"]) == set(Settings.model_fields)


def test_every_kind_lists_all_its_keys() -> None:
    for kind, model in MODELS.items():
        assert set(entry_schema(kind)["properties"]) == set(model.model_fields)


def test_keys_and_patterns_are_told_in_chinese() -> None:
    station = FILES["stations"][0]["items"]["properties"]
    assert station["phone"]["description"].startswith("电话：")
    assert station["id"]["patternErrorMessage"].startswith("应当是小写字母、数字和连字符，如 ")
    for name, (schema, _) in FILES.items():
        keys = (schema.get("items") or schema)["properties"]
        assert all(key.get("description") for key in keys.values()), name
