"""What can be searched of an entry."""

from __future__ import annotations

import json

from builders import City

from generator.search.documents import Names, document


def packed(city: City, id: str, plain: str = "") -> list[str]:
    catalogue = city.catalogue()
    names = Names(catalogue.vocabularies, {each.text: each.pinyin for each in catalogue.settings.readings})
    row: list[str] = json.loads(document(catalogue.entries[id], plain, "/p.webp", names).packed())
    return row


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
