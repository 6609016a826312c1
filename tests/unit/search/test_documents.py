"""What can be searched of an entry."""

from __future__ import annotations

import json

from builders import TODAY, City

from generator.derive import derive
from generator.search.documents import Shown, document
from generator.search.facts import Names


def packed(
    city: City, id: str, plain: str = "", hidden: frozenset[str] = frozenset(), pictures: tuple[str, ...] = ()
) -> list[str]:
    catalogue = city.catalogue()
    data = derive(catalogue, frozenset(catalogue.entries) - hidden, TODAY)
    readings = {each.text: each.pinyin for each in catalogue.settings.readings}
    names = Names(catalogue.vocabularies, readings, data.public, lambda hours: (f"开门 {hours}",))
    row: list[str] = json.loads(document(catalogue.entries[id], plain, Shown("/p.webp", pictures), names).packed())
    return row


def lines(city: City, id: str, hidden: frozenset[str] = frozenset(), pictures: tuple[str, ...] = ()) -> list[str]:
    return packed(city, id, hidden=hidden, pictures=pictures)[3].split("\n")


def test_a_station_is_found_by_name_street_community_address_and_service() -> None:
    city = City().community("000001001001", "堤北社区")
    city.station("binhe", community="000001001001", services=["health"], note="从东门上二楼")
    row = packed(city, "stations/binhe")
    assert row[:2] == ["stations/binhe/", "滨河社区志愿服务站"]
    for words in ("滨河街道", "堤北社区", "青河区滨河路 18 号", "医疗保健", "从东门上二楼", "社区志愿服务站"):
        assert words in row[3].split("\n")
    assert row[5:] == ["志愿服务站", "", "青河区", "/p.webp"]


def test_surnames_and_the_citys_own_readings_are_read_right() -> None:
    city = City(readings=[{"text": "六安里", "pinyin": "lu an li"}]).profile("shan", name="单小娥")
    assert packed(city, "content/profiles/shan")[4] == "shan xiao e"
    assert packed(city.story("lane", title="六安里的灯"), "stories/2026/lane")[4] == "lu an li de deng"


def test_texts_are_composed_and_without_half_characters() -> None:
    row = packed(
        City().story("a", title="cafe\u0301", summary="摘要"), "stories/2026/a", "第一段\r\n第二段\ud800\u2028第三段"
    )
    assert row[1:3] == ["caf\u00e9", "摘要"]
    assert row[3].split("\n")[:5] == ["第一段", "", "第二段?", "第三段", "陈一舟"]


def test_phones_hours_and_duties_of_a_station_are_found() -> None:
    duty = {"role": "夜间值班岗", "phone": "0000-8801206"}
    city = City().station("binhe", phone="0000-8801234", hours="Mo-Fr 08:30-17:30", on_duty=[duty])
    assert {"0000-8801234", "开门 Mo-Fr 08:30-17:30", "夜间值班岗", "0000-8801206"} <= set(
        lines(city, "stations/binhe")
    )


def test_the_day_the_district_and_the_services_of_a_story_are_found() -> None:
    city = City().story("a", categories=["health"], into="family", date="2026-03-06")
    assert {"2026年3月6日", "青河区", "医疗保健", "走进家庭"} <= set(lines(city, "stories/2026/a"))


def test_captions_are_found_where_the_page_shows_the_picture() -> None:
    photos = [{"file": f"{name}.jpg", "alt": "画", "caption": f"说明{name}", "credit": f"作者{name}"} for name in "ab"]
    city = City().story("a", photos=photos)
    found = lines(city, "stories/2026/a", pictures=("a.jpg",))
    assert {"说明a", "作者a"} <= set(found)
    assert "b" not in "".join(found)


def test_a_feature_is_found_by_its_blocks_but_not_by_what_leads_to_hidden_stories() -> None:
    blocks = [
        {"block": "quote", "text": "猪别卖了。", "speaker": "口信"},
        {"block": "quote", "text": "藏着的原话。", "story": "held"},
        {"block": "timeline", "title": "一夜", "steps": [{"when": "晚上十点", "text": "进站。"}, {"when": "凌晨", "text": "藏着的事。", "story": "held"}]},
        {"block": "timeline", "title": "藏着的题", "steps": [{"when": "凌晨", "text": "也藏着。", "story": "held"}]},
        {"block": "stories", "title": "藏着的版块", "intro": "藏着的引语", "stories": ["held"]},
        {"block": "figures", "figures": [{"value": 2958, "unit": "件", "what": "捎进山", "as_of": "2025-04-30", "source": "登记簿"}]},
    ]  # fmt: skip
    city = City().story("held", title="藏着的标题").feature("hills", blocks=blocks)
    found = lines(city, "content/features/hills", hidden=frozenset({"stories/2026/held"}))
    assert {"猪别卖了。", "口信", "一夜", "晚上十点", "进站。", "2,958件捎进山", "登记簿"} <= set(found)
    assert "藏着" not in "".join(found)
    assert "藏着的原话。" in lines(city, "content/features/hills")
