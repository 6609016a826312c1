"""A campaign's page before, during and after."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import City
from lxml import html
from machine_desk import Desk

from generator.derive.phases import CampaignPhase
from generator.model.entries import Campaign
from generator.render.campaign_pages import SOURCES, day_words


def campaign(start: str, end: str) -> Any:
    return City().campaign("m", start=start, end=end).catalogue().entries["content/campaigns/m"].meta


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-04-01", "2026-04-30", "还有 20 天开始"),
        ("2026-03-14", "2026-03-14", "后天开始"),
        ("2026-03-13", "2026-03-14", "明天开始"),
        ("2026-03-12", "2026-03-12", "就在今天"),
        ("2026-03-12", "2026-03-14", "进行中·第 1 天"),
        ("2026-03-01", "2026-03-31", "进行中·第 12 天"),
        ("2026-03-01", "2026-03-12", "进行中·最后一天"),
        ("2026-03-01", "2026-03-11", ""),
    ],
)
def test_the_day_in_words(start: str, end: str, words: str) -> None:
    meta: Campaign = campaign(start, end)
    assert day_words(meta, date(2026, 3, 12)) == words


def outcome(hours: int, source: str, day: str = "2026-02-10") -> dict[str, Any]:
    return {"took_part": 5, "served": 20, "text": "办成了。", "hours": {"value": hours, "as_of": day, "source": source}}


def ended() -> City:
    city = (
        City()
        .campaign("m", start="2026-02-01", end="2026-02-28")
        .profile("zhou")
        .profile("lin", name="林家")
        .profile("stranger", name="别处的人")
        .story("a", campaign="m", people=["zhou"])
        .story("b", campaign="m", people=["zhou", "lin"])
        .story("elsewhere", people=["stranger"])
    )
    for number in range(SOURCES + 2):
        start = f"2026-02-{number + 3:02} 09:00"
        city.activity(f"act-{number}", campaign="m", start=start, end=start, outcome=outcome(10, f"台账{number}"))
    return city.activity(
        "again", campaign="m", start="2026-02-20", end="2026-02-20", outcome=outcome(5, "台账0", "2026-02-21")
    )


def test_when_it_is_over_the_page_says_what_came_of_it(tmp_path: Path) -> None:
    desk = Desk(ended(), tmp_path)
    view = desk.view("campaigns/m/")
    assert view["phase"] == CampaignPhase.ENDED.value
    totals = view["totals"]
    assert (totals["activities"], totals["took_part"], totals["hours"]) == (SOURCES + 3, 5 * (SOURCES + 3), "65")
    assert totals["sources"][0] == "台账0，截至2026年2月21日"
    assert (len(totals["sources"]), totals["more_sources"]) == (SOURCES, 2)
    assert [card["name"] for card in view["people"]] == ["林家", "周淑兰"]
    page = html.fromstring(desk.write("campaigns/m/"))
    order = [heading.get("id") for heading in page.xpath("//main//h2[@id]")]
    assert order == ["totals", "stories", "people", "days", "reuse"]
    assert "别处的人" not in page.text_content()


def test_before_it_begins_there_is_a_countdown_and_nothing_to_sum_up(tmp_path: Path) -> None:
    desk = Desk(City().campaign("m", start="2026-04-01", end="2026-04-30"), tmp_path)
    text = html.fromstring(desk.write("campaigns/m/")).xpath("//main")[0].text_content()
    assert "2026年4月1日开始，还有 20 天" in text
    assert desk.view("campaigns/m/")["totals"] is None


@pytest.mark.parametrize(("day", "first"), [("2026-03-12", "今天"), ("2026-03-20", "今天没有安排。下一场在3月20日")])
def test_while_it_runs_today_comes_first(day: str, first: str, tmp_path: Path) -> None:
    lines = [{"date": day, "title": "集中服务"}, {"date": "2026-03-05", "title": "纪念日"}]
    desk = Desk(City().campaign("m", start="2026-03-01", end="2026-03-31", schedule=lines), tmp_path)
    text = " ".join(html.fromstring(desk.write("campaigns/m/")).xpath("//article")[0].text_content().split())
    assert 0 < text.index(first) < text.index("集中服务") < text.index("纪念日")
