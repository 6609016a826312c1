"""Answers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.answers import NotUnderstood, choose, merged, nested, understand
from generator.cli.slug_suggestion import suggest_slug
from generator.model.fields import SLUG
from generator.model.shapes import Form, Shape

CHOICES = [("mutual-aid", "邻里互助"), ("health", "医疗保健"), ("family-care", "敬老爱幼"), ("2026", "二〇二六")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("health", "health"),
        ("医疗保健", "health"),
        ("2", "health"),
        (" 2 ", "health"),
        ("保健", "health"),
        ("family", "family-care"),
        ("2026", "2026"),
    ],
)
def test_a_choice_is_known_by_id_name_number_or_part(text: str, meant: str) -> None:
    assert choose(text, CHOICES) == meant


@pytest.mark.parametrize(
    ("text", "said"),
    [("mutual-ad", "邻里互助（mutual-aid）"), ("9", "可以写"), ("a", "可能是好几项"), ("医疗包健", "医疗保健")],
)
def test_what_is_no_choice_gets_a_hint(text: str, said: str) -> None:
    with pytest.raises(NotUnderstood, match=said):
        choose(text, CHOICES)


@given(st.text(max_size=20))
def test_no_answer_is_a_crash(text: str) -> None:
    try:
        assert choose(text, CHOICES) in dict(CHOICES)
    except NotUnderstood as error:
        assert str(error)


def test_lists_take_any_comma_and_drop_doubles() -> None:
    shape = Shape(Form.REFERENCE, many=True, target="category")
    known = {"category": CHOICES}
    assert understand("医疗，1、health; 敬老", shape, known) == ["health", "mutual-aid", "family-care"]
    assert understand("[量血压, 伤口护理]", Shape(Form.TEXT, many=True), {}) == ["量血压", "伤口护理"]


def test_nothing_to_choose_from_is_free_text() -> None:
    assert understand("a, b", Shape(Form.REFERENCE, target="street"), {}) == "a, b"


def test_groups_of_keys_grow_together() -> None:
    first = merged({}, nested("notice.contact.role", "岗"))
    assert merged(first, nested("notice.start", "2026-03-02")) == {
        "notice": {"contact": {"role": "岗"}, "start": "2026-03-02"}
    }


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("夜班公交末站的热水", "ye-ban-gong-jiao-mo-zhan-de-re"),
        ("长江边的重庆人", "chang-jiang-bian-de-chong-qing"),
        ("学雷锋２０２６ Day！", "xue-lei-feng-2026-day"),
        ("绿色女儿", "lv-se-nv-er"),
        ("🌸？", ""),
    ],
)
def test_slugs_come_from_the_title(title: str, slug: str) -> None:
    assert suggest_slug(title) == slug


@given(st.text(max_size=60))
def test_a_suggestion_is_a_slug_or_nothing(title: str) -> None:
    suggestion = suggest_slug(title)
    assert suggestion == "" or (SLUG.fullmatch(suggestion) and len(suggestion) <= 32)
