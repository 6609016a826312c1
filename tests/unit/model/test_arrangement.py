"""The blocks of a feature: what is left open is filled, and nothing that was written is lost."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model.arrangement import TO_THE_END, Placed, arranged, placed_photos
from generator.model.entries import Feature
from generator.model.references import references


def feature(**meta: Any) -> Feature:
    return Feature.model_validate({"title": "夜里的灯", "date": "2026-03-08", **meta})


def shown(placed: list[Placed]) -> list[Any]:
    """Each block with what it holds."""
    fields = ("story", "stories", "people", "activities", "photos", "files")
    return [
        (each.block.block, *(value for field in fields if (value := getattr(each.block, field, None))))
        for each in placed
    ]


def test_a_title_and_lists_are_enough() -> None:
    meta = feature(
        stories=["a", "b"],
        profiles=["p"],
        activities=["x"],
        files=[{"file": "plan.pdf", "title": "方案"}],
    )
    placed = arranged(meta, True, ["1.jpg"])
    assert shown(placed) == [
        ("text",),
        ("stories", ("a", "b")),
        ("people", ("p",)),
        ("schedule", ("x",)),
        ("gallery", ("1.jpg",)),
        ("files", ("plan.pdf",)),
    ]
    assert [each.block.title for each in placed[1:]] == ["故事", "人物", "活动", "图片", "下载"]
    assert placed[0].sections == (0, TO_THE_END)
    assert {each.written for each in placed} == {-1}


def test_nothing_at_all_is_no_block() -> None:
    assert arranged(feature(), False, []) == []


def test_a_block_that_names_nothing_takes_what_no_other_block_names() -> None:
    meta = feature(
        stories=["a", "b", "c"],
        blocks=[{"block": "stories"}, {"block": "lead", "story": "b"}, {"block": "stories"}],
    )
    assert shown(arranged(meta, False, [])) == [("stories", ("a", "c")), ("lead", "b"), ("stories",)]


def test_what_no_block_takes_stands_at_the_end() -> None:
    meta = feature(stories=["a", "b"], profiles=["p"], blocks=[{"block": "lead", "story": "b"}])
    placed = arranged(meta, True, [])
    assert shown(placed) == [("text",), ("lead", "b"), ("stories", ("a",)), ("people", ("p",))]
    assert placed[2].block.title == "更多故事"


def test_the_text_is_dealt_out_to_its_blocks_section_by_section() -> None:
    meta = feature(blocks=[{"block": "text"}, {"block": "text"}, {"block": "quote", "text": "是。"}, {"block": "text"}])
    placed = arranged(meta, True, [])
    assert [each.sections for each in placed if each.block.block == "text"] == [(0, 1), (1, 2), (2, TO_THE_END)]


def test_a_schedule_of_own_lines_takes_no_activities() -> None:
    meta = feature(
        activities=["x"],
        blocks=[{"block": "schedule", "lines": [{"date": "2026-03-09", "title": "夜巡"}]}],
    )
    assert shown(arranged(meta, False, [])) == [("schedule",), ("schedule", ("x",))]


def test_photos_that_galleries_name_come_once_in_their_order() -> None:
    meta = feature(
        blocks=[{"block": "gallery", "photos": ["b.jpg", "a.jpg"]}, {"block": "gallery", "photos": ["a.jpg"]}]
    )
    assert placed_photos(meta) == ("b.jpg", "a.jpg")


names = st.lists(st.sampled_from("abcdefg"), max_size=5, unique=True)
blocks = st.lists(
    st.one_of(
        st.builds(lambda story: {"block": "lead", "story": story}, st.sampled_from("abcdefg")),
        st.builds(lambda stories: {"block": "stories", "stories": stories}, names),
        st.just({"block": "text"}),
        st.builds(lambda people: {"block": "people", "people": people}, names),
    ),
    max_size=6,
)


@given(names, names, blocks)
def test_everything_listed_stands_somewhere_and_nothing_twice_by_itself(
    stories: list[str], people: list[str], blocks: list[dict[str, Any]]
) -> None:
    meta = feature(stories=stories, profiles=people, blocks=blocks)
    placed = arranged(meta, True, [])
    on_page: dict[str, list[str]] = {"story": [], "profile": []}
    for each in placed:
        for reference in references(each.block):
            on_page[reference.target].append(reference.value)
    assert set(stories) <= set(on_page["story"])
    assert set(people) <= set(on_page["profile"])
    written = [reference.value for block in meta.blocks for reference in references(block)]
    assert len(on_page["story"]) + len(on_page["profile"]) == len(written) + sum(
        name not in {r.value for block in meta.blocks for r in references(block) if r.target == target}
        for target, listed in (("story", stories), ("profile", people))
        for name in listed
    )
    assert [each.written for each in placed if each.written >= 0] == list(range(len(meta.blocks)))
