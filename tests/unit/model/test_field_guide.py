"""The field guide is current, and every field of every model speaks Chinese to editors."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from generator.model.field_guide import field_guide
from generator.model.fields import Record
from generator.model.kinds import MODELS, REGISTERS, Kind
from generator.model.settings import Settings
from generator.model.shapes import Form, ordered_fields, records_in, shape_of

GUIDE = Path(__file__).parents[3] / "docs" / "fields.md"
TOP = [*MODELS.values(), *(register.model for register in REGISTERS), Settings]
ALL = list(dict.fromkeys(record for model in TOP for record in (model, *records_in(model))))
FIELDS = [(model, key, field) for model in ALL for key, field in ordered_fields(model).items()]


def test_the_guide_in_docs_is_current() -> None:
    assert GUIDE.read_text(encoding="utf-8") == field_guide(), "run: make guide"


def test_groups_of_keys_are_found_at_any_depth() -> None:
    names = {model.__name__ for model in ALL}
    assert {"Consent", "KeptRecord", "Hours", "Contact", "Box", "FooterItems", "Milestone"} <= names


@pytest.mark.parametrize(("model", "key", "field"), FIELDS, ids=[f"{model.__name__}.{key}" for model, key, _ in FIELDS])
def test_every_field_has_a_chinese_title_and_an_example_or_a_default(
    model: type[Record], key: str, field: FieldInfo
) -> None:
    assert any("一" <= sign <= "鿿" for sign in field.title or "")
    assert field.examples or not field.is_required() or shape_of(field).record is not None


def test_every_key_stands_in_the_guide_under_its_kind() -> None:
    guide = field_guide()
    for model in ALL:
        table = "\n".join(f"| `{key}` | {field.title} |" for key, field in ordered_fields(model).items())
        assert all(row in guide for row in table.splitlines())


def test_rows_have_as_many_cells_as_the_head() -> None:
    rows = [line for line in field_guide().splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {7}


def test_links_to_groups_have_targets() -> None:
    guide = field_guide()
    for model in ALL:
        name = model.__name__.lower()
        if f"](#{name})" in guide:
            assert f'<a id="{name}"></a>' in guide


def test_fields_come_in_the_order_of_writing() -> None:
    story = list(ordered_fields(MODELS[Kind.STORY]))
    assert story[:4] == ["title", "subtitle", "summary", "date"]
    assert story.index("district") < story.index("photos")


def test_shapes_see_through_lists_and_optional_values() -> None:
    fields = MODELS[Kind.STORY].model_fields
    assert (shape_of(fields["categories"]).target, shape_of(fields["categories"]).most) == ("category", 3)
    assert shape_of(fields["activity"]).form is Form.REFERENCE
    assert shape_of(fields["embargo"]).form is Form.MOMENT
    assert shape_of(fields["expires"]).form is Form.DAY
    assert shape_of(fields["into"]).choices[0] == ("community", "走进社区")
    assert shape_of(fields["title"]).most == 80
