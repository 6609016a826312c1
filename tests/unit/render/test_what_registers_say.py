"""What an editor writes into a register or a campaign stands where a reader looks for it."""

from __future__ import annotations

from pathlib import Path

from builders import City
from machine_desk import Desk

ZONE = {"id": "gaoxin", "name": "高新区", "functional": True}


def test_a_campaign_says_that_it_comes_every_year(tmp_path: Path) -> None:
    desk = Desk(City().campaign("yearly", recurs="yearly").campaign("once"), tmp_path)
    assert "每年举办" in desk.write("campaigns/yearly/")
    assert "每年举办" not in desk.write("campaigns/once/")


def test_a_category_says_what_the_notice_calls_it(tmp_path: Path) -> None:
    city = City().term("category", id="disability", name="帮困助残", intro="出行、就业", notice_name="扶贫助残")
    desk = Desk(city.story("a", categories=["disability"]).story("b"), tmp_path)
    assert "出行、就业。通知原文的叫法是“扶贫助残”。" in desk.write("categories/disability/")
    assert "通知原文" not in desk.write("categories/mutual-aid/")


def test_coverage_tells_zones_from_districts(tmp_path: Path) -> None:
    city = City().term("district", **ZONE).term("street", id="yungu", name="云谷街道", district="gaoxin")
    city = city.community("000001001001", "滨河社区").community("000001002001", "云谷社区", "yungu")
    page = Desk(city.station("s", community="000001001001"), tmp_path).write("coverage/")
    assert page.count("功能区") == 1
    assert page.index("功能区") > page.index("高新区")
