"""The station directory in a browser: narrowing, address, opening state, nearness, and without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

CHINA = timezone(timedelta(hours=8))
THURSDAY_AT_TEN = datetime(2026, 3, 12, 10, 0, tzinfo=CHINA)


@pytest.fixture
def context(browser: Browser, sample_site: str) -> Iterator[BrowserContext]:
    """A phone, far from China so that a mistaken time zone shows."""
    found = browser.new_context(
        base_url=sample_site, viewport={"width": 360, "height": 780}, timezone_id="America/New_York"
    )
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page on the morning of the sample's day; a script that fails fails the test."""
    found = context.new_page()
    found.on("pageerror", lambda error: pytest.fail(str(error)))
    found.clock.set_fixed_time(THURSDAY_AT_TEN)
    return found


def visit(page: Page, address: str = "stations/") -> None:
    """Open the directory and wait until its data is there."""
    with page.expect_response(re.compile(r"/data/stations-[0-9a-f]+\.json$")):
        page.goto(address)
    expect(page.locator("#f-street option").nth(1)).to_be_attached()


def index(page: Page) -> dict[str, Any]:
    """The data that the page narrows."""
    url = page.evaluate("new URL(document.getElementById('filter').dataset.index, location).href")
    with urlopen(url) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def names(page: Page) -> list[str]:
    """The stations that are shown as found."""
    return page.locator("#found h3").all_text_contents()


def test_typing_narrows_and_the_count_is_announced(page: Page) -> None:
    visit(page)
    page.get_by_label("站点、街道、地址，或拼音首字母").fill("滨河")
    expect(page.locator("#found")).to_be_visible()
    expect(page.locator("#stations")).to_be_hidden()
    status = page.get_by_role("main").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^找到 \d+ 个站点。$"))
    expected = [row[1] for row in index(page)["stations"] if "滨河" in row[1] + row[2]]
    assert expected
    assert set(expected) <= set(names(page))
    page.get_by_label("站点、街道、地址，或拼音首字母").fill("没有这样的站点")
    expect(status).to_contain_text("没有符合条件的站点")


def test_initials_find_a_station(page: Page) -> None:
    visit(page)
    page.get_by_label("站点、街道、地址，或拼音首字母").fill("BHGJ")
    expect(page.locator("#found h3").first).to_have_text("滨河公交驿站")


def test_the_choice_stands_in_the_address_and_comes_back(page: Page, context: BrowserContext) -> None:
    visit(page)
    page.get_by_label("区县", exact=True).select_option("qinghe")
    page.get_by_label("现在开放").check()
    page.locator("#finer summary").click()
    page.get_by_label("街道／乡镇").select_option("binhe")
    expect(page).to_have_url(re.compile(r"\?district=qinghe&street=binhe&open=1$"))
    before = names(page)
    assert before
    other = context.new_page()
    other.clock.set_fixed_time(THURSDAY_AT_TEN)
    visit(other, page.url)
    expect(other.get_by_label("街道／乡镇")).to_have_value("binhe")
    expect(other.get_by_label("现在开放")).to_be_checked()
    assert names(other) == before
    page.get_by_label("区县", exact=True).select_option("linjiang")
    expect(page).to_have_url(re.compile(r"\?district=linjiang&open=1$"))
    page.get_by_role("button", name="清除条件").click()
    expect(page).to_have_url(re.compile(r"/stations/$"))
    expect(page.locator("#stations")).to_be_visible()


@pytest.mark.parametrize("choice", ["service=health", "area=rural", "kind=community-station", "district=wangshan"])
def test_each_choice_agrees_with_the_register(page: Page, choice: str) -> None:
    visit(page, f"stations/?{choice}")
    found = index(page)
    field, value = choice.split("=")
    tables = {"service": found["services"], "kind": found["kinds"], "district": found["districts"]}
    at = 1 if field == "area" else [row[0] for row in tables[field]].index(value)
    column = {"service": 8, "area": 7, "kind": 6, "district": 4}[field]
    expected = [row[1] for row in found["stations"] if (at in row[column] if field == "service" else row[column] == at)]
    assert expected
    while page.locator("#more").is_visible():
        page.locator("#more").click()
    assert names(page) == expected


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (THURSDAY_AT_TEN, "现在开放，到 17:30"),
        (datetime(2026, 3, 12, 7, 59, tzinfo=CHINA), "现在没有开放，今天 08:30 开放"),
        (datetime(2026, 3, 12, 17, 30, tzinfo=CHINA), "现在没有开放，明天 08:30 开放"),
        (datetime(2026, 3, 14, 12, 0, tzinfo=CHINA), "现在没有开放，周一 08:30 开放"),
        (datetime(2026, 2, 17, 10, 0, tzinfo=CHINA), "今天是否开放请先电话确认"),
        (datetime(2026, 2, 28, 15, 0, tzinfo=CHINA), "现在开放，到 17:30"),
        (datetime(2031, 5, 1, 10, 0, tzinfo=CHINA), "今天是否开放请先电话确认"),
    ],
    ids=["open", "before", "after", "saturday", "spring-festival", "make-up-saturday", "beyond-the-calendar"],
)
def test_open_now_is_judged_by_the_clock_of_china(page: Page, moment: datetime, words: str) -> None:
    page.clock.set_fixed_time(moment)
    visit(page, "stations/?q=滨河社区志愿服务站")
    row = page.locator("#found li").filter(has_text="滨河路18号")
    expect(row.locator(".station__hours")).to_contain_text(words)
    expect(row).to_contain_text("请先电话确认")
    page.get_by_label("现在开放").check()
    expect(row).to_have_count(1 if words.startswith("现在开放") else 0)
    page.goto("stations/binhe/")
    expect(page.locator("#state")).to_contain_text(words)
    expect(page.locator(".plate__facts")).to_contain_text("周六 09:00—12:00")


def test_nearest_asks_only_on_a_tap_and_sends_nothing(page: Page, context: BrowserContext) -> None:
    asked = "navigator.geolocation.getCurrentPosition"
    page.add_init_script(
        f"window.asked = 0; const old = {asked}.bind(navigator.geolocation);"
        f"{asked} = (...rest) => {{ window.asked += 1; old(...rest); }};"
    )
    visit(page)
    stations = index(page)["stations"]
    target = next(row for row in stations if row[11] is not None)
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"longitude": target[11], "latitude": target[12]})
    assert page.evaluate("window.asked") == 0
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_role("button", name="离我最近").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("由近到远")
    first = page.locator("#found li").first
    expect(first.locator("h3")).to_have_text(target[1])
    expect(first).to_contain_text("约 10 米")
    assert page.evaluate("window.asked") == 1
    assert requests == []
    expect(page).to_have_url(re.compile(r"/stations/$"))
    page.get_by_role("button", name="离我最近").click()
    expect(page.locator("#found")).to_be_hidden()


def test_a_refused_position_is_explained(page: Page) -> None:
    visit(page)
    page.get_by_role("button", name="离我最近").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("没有得到位置许可")
    expect(page.locator("#stations")).to_be_visible()


def test_data_that_does_not_come_leaves_the_whole_list(page: Page) -> None:
    page.route("**/data/*.json", lambda route: route.abort())
    page.goto("stations/?district=qinghe")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("没有取到")
    expect(page.locator("#stations h3").first).to_be_visible()


def test_the_keyboard_reaches_every_control_in_order(page: Page) -> None:
    visit(page)
    page.locator("#f-q").focus()
    reached = []
    for _ in range(5):
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        page.keyboard.press("Tab")
    assert reached == ["f-q", "f-district", "f-open", "near", "更多条件"]


@pytest.mark.parametrize("elder", [False, True])
def test_targets_are_large_and_nothing_scrolls_sideways(page: Page, elder: bool) -> None:
    if elder:
        page.add_init_script("localStorage.setItem('zoujin-text', 'elder')")
    visit(page, "stations/?district=qinghe&area=urban")
    for control in page.locator("#filter :is(input:not([type=checkbox]), select, button, summary, label.check)").all():
        box = control.bounding_box()
        if box:
            assert box["height"] >= 44, control.inner_text()
    for link in page.locator("#found li .button").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_the_list_is_whole(browser: Browser, sample_site: str) -> None:
    context = browser.new_context(
        base_url=sample_site, java_script_enabled=False, viewport={"width": 360, "height": 780}
    )
    page = context.new_page()
    page.goto("stations/")
    assert page.locator("#filter").is_hidden()
    total = int(re.search(r"(\d+) 个站点", page.locator(".deck").inner_text()).group(1))  # type: ignore[union-attr]
    assert page.locator("#stations h3").count() == total
    assert page.locator("#stations .station__hours").first.inner_text()
    page.goto("stations/binhe/")
    assert page.locator("#state").is_hidden()
    expect(page.locator(".plate__facts")).to_contain_text("周一至周五")
    context.close()
