"""The list of activities: what is to come in its groups, what the filter compares, and what stays out of the page."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import TODAY, City
from lxml import html
from machine_desk import Desk

from generator.derive.phases import can_join
from generator.model.kinds import Kind
from generator.render.occasion_lists import AT_ONCE


def slugs(group: dict[str, Any]) -> list[str]:
    return [each["card"]["url"].rstrip("/").rpartition("/")[2] for each in group["activities"]]


def test_today_this_week_later_then_past(tmp_path: Path) -> None:
    city = (
        City()
        .activity("today", start="2026-03-12 09:00", end="2026-03-12 10:00")
        .activity("running", start="2026-03-01 09:00", end="2026-03-31 10:00")
        .activity("sunday", start="2026-03-15 09:00", end="2026-03-15 10:00")
        .activity("monday", start="2026-03-16 09:00", end="2026-03-16 10:00")
        .activity("yesterday", start="2026-03-11 09:00", end="2026-03-11 10:00")
    )
    view = Desk(city, tmp_path).view("activities/")
    assert [(group["id"], slugs(group)) for group in view["groups"]] == [
        ("today", ["running", "today"]),
        ("week", ["sunday"]),
        ("later", ["monday"]),
    ]
    assert [group["note"] for group in view["groups"]] == ["3月12日 周四", "到3月15日 周日", ""]
    assert [card["url"] for card in view["past"]] == ["/volunteer/activities/2026/yesterday/"]
    assert view["coming_total"] == 4


def test_what_the_filter_compares_stands_in_the_page(tmp_path: Path) -> None:
    city = City().activity(
        "read",
        street="binhe",
        categories=["health", "household"],
        age_from=5,
        age_to=12,
        family="true",
        places=20,
        taken=20,
        taken_on="2026-03-11",
    )
    page = html.fromstring(Desk(city, tmp_path).write("activities/"))
    [item] = page.xpath("//li[@data-first]")
    assert dict(item.attrib) == {
        "data-first": "2026-03-14",
        "data-last": "2026-03-14",
        "data-district": "qinghe",
        "data-street": "binhe",
        "data-categories": "health household",
        "data-from": "5",
        "data-to": "12",
        "data-family": "",
    }
    assert "名额已满（截至3月11日）" in item.text_content()
    assert "5—12岁" in item.text_content()


def test_choices_are_only_what_occurs(tmp_path: Path) -> None:
    city = (
        City().activity("a").activity("b", district="wangshan", street="shanqian", start="2026-05-01", end="2026-05-01")
    )
    chosen = Desk(city, tmp_path).view("activities/")["filter"]
    assert [each["id"] for each in chosen["districts"]] == ["qinghe", "wangshan"]
    assert chosen["streets"] == [{"id": "shanqian", "name": "山前镇", "district": "wangshan"}]
    assert [each["id"] for each in chosen["categories"]] == ["household"]
    assert [(each["id"], each["name"]) for each in chosen["days"]] == [("2026-03-14", "3月14日 周六")]
    spans = {each["id"]: (each["first"], each["last"]) for each in chosen["spans"]}
    assert spans == {
        "today": ("2026-03-12", "2026-03-12"),
        "tomorrow": ("2026-03-13", "2026-03-13"),
        "week": ("2026-03-12", "2026-03-15"),
        "weekend": ("2026-03-14", "2026-03-15"),
        "next-week": ("2026-03-16", "2026-03-22"),
        "later": ("2026-03-23", "9999-12-31"),
    }


def test_without_coming_activities_there_is_nothing_to_narrow(tmp_path: Path) -> None:
    desk = Desk(City().activity("old", start="2025-03-14 09:00", end="2025-03-14 10:00"), tmp_path)
    assert desk.view("activities/")["filter"] is None
    page = html.fromstring(desk.write("activities/"))
    assert not page.xpath("//form[@id='filter']")
    assert "最近没有公布新的活动" in page.text_content()


def test_past_activities_never_enter_the_filter_and_many_coming_ones_go_on(tmp_path: Path) -> None:
    city = City(page_size=10)
    for number in range(AT_ONCE + 5):
        day = TODAY + timedelta(days=1 + number // 10)
        city.activity(f"coming-{number:03}", start=f"{day} 09:00", end=f"{day} 10:00")
        day = TODAY - timedelta(days=1 + number // 10)
        city.activity(f"past-{number:03}", start=f"{day} 09:00", end=f"{day} 10:00")
    desk = Desk(city, tmp_path)
    first = desk.view("activities/")
    assert sum(len(group["activities"]) for group in first["groups"]) == AT_ONCE
    assert (first["coming_total"], len(first["past"]), first["pager"]["count"]) == (AT_ONCE + 5, 10, AT_ONCE // 10 + 1)
    assert first["filter"]["more"] == ["/volunteer/activities/later/"]
    assert first["later"] == {"name": "再往后还有 5 场", "url": "/volunteer/activities/later/"}
    second = desk.view("activities/page/2/")
    assert (second["groups"], second["filter"], len(second["past"])) == ([], None, 10)
    later = desk.view("activities/later/")
    assert [slugs(group) for group in later["groups"]] == [
        [f"coming-{number:03}" for number in range(AT_ONCE, AT_ONCE + 5)]
    ]
    assert "activities/later/page/2/" not in desk.pages
    page = html.fromstring(desk.write("activities/"))
    assert len(page.xpath("//li[@data-first]")) == AT_ONCE


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, True),
        ({"places": 20, "taken": 19}, True),
        ({"places": 20, "taken": 20}, False),
        ({"sign_up": {"note": "电话", "deadline": "2026-03-12 08:00"}}, True),
        ({"sign_up": {"note": "电话", "deadline": "2026-03-11 18:00"}}, False),
        ({"status": "cancelled"}, False),
        ({"start": "2026-03-11 09:00", "end": "2026-03-11 10:00"}, False),
    ],
)
def test_who_can_still_join(keys: dict[str, Any], expected: bool) -> None:
    [entry] = City().activity("a", **keys).data().public.of_kind(Kind.ACTIVITY)
    assert can_join(entry.meta, TODAY) is expected


@pytest.mark.parametrize(
    ("keys", "left", "text", "counted"),
    [
        ({}, None, "", ""),
        ({"places": 20}, None, "名额 20 个", ""),
        ({"places": 20, "taken": 13}, None, "名额 20 个", ""),
        ({"places": 20, "taken": 13, "taken_on": "2026-03-10"}, 7, "余 7 个名额", "截至3月10日"),
        ({"places": 20, "taken": 25}, 0, "名额已满", ""),
    ],
)
def test_a_number_of_places_left_has_its_day(
    keys: dict[str, Any], left: int | None, text: str, counted: str, tmp_path: Path
) -> None:
    card = Desk(City().activity("a", **keys), tmp_path).view("activities/2026/a/")["card"]
    assert (card["places_left"], card["places_text"], card["places_on"]) == (left, text, counted)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"ages": "帮手16岁以上", "age_from": 16}, "帮手16岁以上"),
        ({"age_from": 6}, "6岁以上"),
        ({"age_to": 12}, "12岁以下"),
        ({"age_from": 6, "age_to": 12}, "6—12岁"),
        ({"age_from": 8, "age_to": 8}, "8岁"),
        ({}, ""),
    ],
)
def test_ages_in_words(keys: dict[str, Any], words: str, tmp_path: Path) -> None:
    assert Desk(City().activity("a", **keys), tmp_path).view("activities/2026/a/")["card"]["ages"] == words


def test_the_sign_up_page_has_a_code_while_one_can_join(tmp_path: Path) -> None:
    url = "https://signup.example/1"
    desk = Desk(
        City()
        .activity("open", sign_up={"url": url})
        .activity("full", sign_up={"url": url}, places=1, taken=1)
        .activity("phone", sign_up={"note": "电话报名"})
        .activity("long", sign_up={"url": f"https://signup.example/{'x' * 900}"}),
        tmp_path,
    )
    codes = {
        slug: desk.view(f"activities/2026/{slug}/")["sign_up"]["code"] for slug in ("open", "full", "phone", "long")
    }
    assert codes.pop("open").startswith("/volunteer/activities/2026/open/sign-up-")
    assert set(codes.values()) == {""}
    [image] = html.fromstring(desk.write("activities/2026/open/")).xpath("//img[@alt='报名二维码']")
    assert image.get("width") == image.get("height")
