"""The page of a feature: blocks in the editor's order, without what readers may not see."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from builders import TODAY, City, photo
from lxml import html
from machine_desk import SITE, Desk

from generator.model.body import Body, Heading, Html, Outline
from generator.model.diagnostic import Mark
from generator.render import site_pages
from generator.render.feature_pages import large_and_grid

ADDRESS = "features/f/"
MARK = Mark(1, 1, 1)


def city(*stories: str) -> City:
    made = City()
    for slug in stories or ("a", "b", "c", "d"):
        made = made.story(slug, title=f"故事{slug}")
    return made.profile("p", name="人物").activity("x", title="活动")


def view_of(city: City, hidden: tuple[str, ...] = (), **meta: Any) -> dict[str, Any]:
    pages = site_pages(city.feature("f", **meta).data(TODAY, hidden), SITE)
    return next(page for page in pages if page.address == ADDRESS).make_view()


def kinds(view: dict[str, Any]) -> list[str]:
    return [block["type"] for block in view["blocks"]]


ALL_BLOCKS: list[dict[str, Any]] = [
    {"block": "lead", "story": "a"},
    {"block": "stories", "title": "几篇", "stories": ["b", "c"]},
    {"block": "people", "people": ["p"]},
    {"block": "quote", "text": "一句话。", "speaker": "某人", "story": "d"},
    {"block": "timeline", "title": "一夜", "steps": [{"when": "十点", "text": "进站。", "story": "a"}]},
    {"block": "gallery", "photos": ["1.jpg", "2.jpg"]},
    {
        "block": "figures",
        "figures": [
            {"value": 1280.5, "unit": "小时", "what": "巡河", "as_of": "2026-03-01", "source": "台账"},
            {"value": 3, "unit": "人", "what": "一班", "as_of": "2026-03-01", "source": "台账"},
        ],
    },
    {"block": "schedule", "activities": ["x"], "lines": [{"date": "2026-03-20", "title": "夜巡"}]},
    {"block": "files", "files": ["plan.pdf"]},
]
BESIDE: dict[str, Any] = {
    "photo_files": (photo("0.jpg"), photo("1.jpg"), photo("2.jpg")),
    "photos": [{"file": f"{n}.jpg", "alt": "画面", "credit": "陈一舟"} for n in range(3)],
    "files": {"plan.pdf": "d1"},
}


def full(*hidden: str) -> dict[str, Any]:
    """A feature with every block; ``hidden`` entries are not public."""
    return view_of(city(), hidden, blocks=ALL_BLOCKS, **BESIDE)


def test_blocks_stand_in_their_order() -> None:
    view = full()
    assert kinds(view) == ["lead", "stories", "people", "quote", "timeline", "gallery", "figures", "schedule"]
    assert [part["name"] for part in view["parts"]] == ["故事a", "故事b", "故事c", "人物", "活动"]
    figures = view["blocks"][6]
    assert [(each["value"], each["unit"], each["source"]) for each in figures["figures"]] == [
        ("1,280.5", "小时", ""),
        ("3", "人", ""),
    ]
    assert figures["source"] == "台账，截至2026年3月1日"
    assert view["blocks"][5]["credit"] == "陈一舟"


@pytest.mark.parametrize(
    ("hidden", "gone"),
    [
        ("a", "lead"),
        ("d", "quote"),
        ("a", "timeline"),
        ("p", "people"),
    ],
)
def test_a_block_without_anything_public_is_left_out(hidden: str, gone: str) -> None:
    assert gone not in kinds(full(hidden))


def test_what_is_not_public_leaves_no_trace() -> None:
    view = full("a", "b", "x")
    text = repr(view)
    assert "故事a" not in text and "故事b" not in text and "'活动'" not in text
    assert "进站。" not in text


def test_headings_never_skip_a_level() -> None:
    view = view_of(city(), blocks=ALL_BLOCKS[:3])
    assert [block["level"] for block in view["blocks"]] == [2, 3, 3]


def test_large_pictures_stand_left_and_right_by_turns() -> None:
    blocks = [{"block": "lead", "story": slug} for slug in "abc"]
    view = view_of(city(), blocks=blocks)
    assert [block["large"][0]["mirrored"] for block in view["blocks"]] == [False, True, False]


@pytest.mark.parametrize("count", range(1, 60))
def test_groups_of_any_size_fill_their_rows(count: int) -> None:
    large, grid = large_and_grid(count)
    rest = count - large
    columns = {0: 1, 2: 2, 3: 3, 4: 4, 8: 4, 9: 3}[grid]
    assert 0 <= large <= 3 and rest >= 0
    assert rest % columns == 0


def test_the_page_is_whole(tmp_path: Path) -> None:
    body = Body((Html('<p>开头。</p><h2 id="一">第一段</h2><p>中间。</p><h2 id="二">第二段</h2><p>结尾。</p>'),))
    outline = Outline(headings=(Heading(2, "第一段", "一", MARK), Heading(2, "第二段", "二", MARK)), characters=20)
    blocks = [{"block": "text"}, *ALL_BLOCKS[:3], {"block": "text"}, *ALL_BLOCKS[3:], {"block": "text"}]
    made = city().feature("f", outline=outline, blocks=blocks, **BESIDE)
    page = html.fromstring(Desk(made, tmp_path, {"content/features/f": body}).write(ADDRESS))
    said = page.xpath("//main")[0].text_content()
    assert (
        said.index("开头。")
        < said.index("故事b")
        < said.index("中间。")
        < said.index("一句话。")
        < said.index("结尾。")
    )
    links = page.xpath("//nav[@aria-label='本专题目录']//a")
    assert [link.text for link in links] == ["几篇", "第一段", "一夜", "第二段"]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in links} <= set(ids)
    levels = [int(each.tag[1]) for each in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels[0] == 1
    assert max(after - before for before, after in pairwise(levels)) == 1, levels


def test_a_short_feature_has_no_contents(tmp_path: Path) -> None:
    made = city().feature("f", stories=["a"], profiles=["p"])
    page = html.fromstring(Desk(made, tmp_path).write(ADDRESS))
    assert page.xpath("//nav[@aria-label='本专题目录']") == []
    assert [each.text for each in page.xpath("//h2[@class='block__title']")] == ["故事", "人物"]
