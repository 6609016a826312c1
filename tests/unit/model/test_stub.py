"""Stubs: what they hold is read back unchanged, and each example in them works once it is uncommented."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.field_guide import example
from generator.model.fields import Record
from generator.model.kinds import MODELS, REGISTERS, SHELVES, Kind
from generator.model.settings import Settings
from generator.model.shapes import ordered_fields, shape_of
from generator.model.stub import entry_stub, example_row, register_row, scalar, settings_stub
from generator.read.front_matter import split_front_matter
from generator.read.source import SourceText
from generator.read.values import read_values

KNOWN = {"district": [("qinghe", "青河区"), ("beihu", "北湖区")], "category": [("health", "医疗保健")]}
_SPARE_KEY = re.compile(r"^(\s*)#(?=[a-z]|- | {2,}[a-z-])", re.MULTILINE)
printable = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=40
)


def required(model: type[Record]) -> dict[str, Any]:
    """The examples of a model's required fields, as an editor would type them."""
    found: dict[str, Any] = {}
    for key, field in ordered_fields(model).items():
        if field.is_required():
            given = field.examples[0]
            found[key] = [str(item) for item in given] if shape_of(field).many else str(given)
    return found


def values_of(text: str) -> Any:
    found = read_values(SourceText("x.yaml", text), text)
    assert found.diagnostics == []
    return found.data


def metadata_of(stub: str) -> Any:
    split = split_front_matter(SourceText("index.md", stub))
    return values_of(split.meta)


@given(
    printable
    | st.sampled_from(
        ["0012", "null", "~", "- a", "a: b", "a #b", "[x", "{", "'", '"', "*a", "&a", "!t", "a,b", "是", "？"]
    )
)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.load(f"key: {scalar(text)}\n", yaml.BaseLoader) == {"key": text}
    assert yaml.load(f"key: [{scalar(text)}, x]\n", yaml.BaseLoader) == {"key": [text, "x"]}


def test_ordinary_text_stays_plain() -> None:
    for text in ("夜班公交末站的热水", "2026-03-06", "mutual-aid", "“绿”“蓝”", "——四百个夜晚", "🌸春天"):
        assert scalar(text) == text


@pytest.mark.parametrize("kind", [shelf.kind for shelf in SHELVES])
def test_a_stub_holds_its_values_and_is_a_draft(kind: Kind) -> None:
    values = required(MODELS[kind])
    assert metadata_of(entry_stub(kind, values, KNOWN, "# first")) == {"draft": "true", **values}


@given(title=printable)
def test_a_stub_survives_any_title(title: str) -> None:
    values = {**required(MODELS[Kind.STORY]), "title": title}
    assert metadata_of(entry_stub(Kind.STORY, values, KNOWN, "# first"))["title"] == title


@pytest.mark.parametrize("kind", [shelf.kind for shelf in SHELVES])
@pytest.mark.parametrize("known", [{}, KNOWN])
def test_every_example_works_once_it_is_uncommented(kind: Kind, known: Any) -> None:
    stub = entry_stub(kind, required(MODELS[kind]), known, "# first")
    data = metadata_of(_SPARE_KEY.sub(r"\1", stub, count=0).split("\n<!--")[0])
    MODELS[kind].model_validate(data)
    assert set(data) == set(MODELS[kind].model_fields)


def test_every_example_in_a_station_works_once_it_is_uncommented() -> None:
    model = MODELS[Kind.STATION]
    (data,) = values_of(_SPARE_KEY.sub(r"\1", register_row(model, required(model), KNOWN)))
    model.model_validate(data)
    assert set(data) == set(model.model_fields)


def test_every_example_in_the_settings_works_once_it_is_uncommented() -> None:
    data = values_of(_SPARE_KEY.sub(r"\1", settings_stub(Settings, required(Settings), KNOWN)))
    Settings.model_validate(data)
    assert set(data) == set(Settings.model_fields)


@pytest.mark.parametrize("model", [MODELS[Kind.STATION], *(register.model for register in REGISTERS)])
def test_an_example_row_is_all_comment_and_works_once_it_is_uncommented(model: type[Record]) -> None:
    row = example_row(model, KNOWN)
    assert all(line.startswith("#") for line in row.splitlines())
    (data,) = values_of(re.sub(r"^#(?=- |  )", "", row, flags=re.MULTILINE))
    model.model_validate(data)


def test_a_row_can_be_indented() -> None:
    model = MODELS[Kind.STATION]
    text = register_row(model, required(model), KNOWN, indent=2)
    assert values_of(text) == [required(model)]
    assert all(line.startswith("  ") for line in text.splitlines())


def test_groups_of_keys_can_be_filled_in() -> None:
    values = {**required(MODELS[Kind.DOCUMENT]), "notice": {"start": "2026-03-02", "contact": {"role": "综合岗: 一"}}}
    assert metadata_of(entry_stub(Kind.DOCUMENT, values, {}, "#"))["notice"] == values["notice"]


def test_the_ids_of_this_city_are_offered() -> None:
    stub = entry_stub(Kind.STORY, required(MODELS[Kind.STORY]), KNOWN, "#")
    assert "# 可以写：qinghe 青河区、beihu 北湖区" in stub
    document = entry_stub(Kind.DOCUMENT, required(MODELS[Kind.DOCUMENT]), {"district": [("chengdong", "城东区")]}, "#")
    assert "#district: chengdong" in document


def test_examples_read_as_yaml() -> None:
    station = MODELS[Kind.STATION].model_fields
    assert example(station["community"]) == '"000001001001"'
    assert example(station["services"]) == "[mutual-aid]"
