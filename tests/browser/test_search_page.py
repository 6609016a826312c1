"""Searching as a reader does it: in the box of any page, on the search page, on a phone, with a bad network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect


@pytest.fixture
def context(browser: Browser, sample_site: str) -> Iterator[BrowserContext]:
    """A desk."""
    found = browser.new_context(base_url=sample_site, viewport={"width": 1280, "height": 800})
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page; a script that fails fails the test."""
    found = context.new_page()
    found.on("pageerror", lambda error: pytest.fail(str(error)))
    return found


@pytest.fixture
def phone(browser: Browser, sample_site: str) -> Iterator[Page]:
    """A phone of 360 pixels."""
    found = browser.new_context(base_url=sample_site, viewport={"width": 360, "height": 740}, has_touch=True)
    page = found.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    yield page
    found.close()


def titles(page: Page) -> list[str]:
    return page.locator("#search-rows h2").all_text_contents()


def count_of(page: Page) -> str:
    return page.locator("#search-count").inner_text()


def test_results_come_while_typing_and_the_address_keeps_them(page: Page) -> None:
    page.goto("search/")
    page.get_by_label("要找的字词").press_sequentially("护河队", delay=20)
    expect(page.locator("#search-count")).to_have_text(re.compile(r"^找到 \d+ 条。$"))
    assert page.url.endswith("/search/?q=%E6%8A%A4%E6%B2%B3%E9%98%9F")
    assert page.workers  # the search works beside the page
    found = titles(page)
    assert "月光护河队" in found[:3]
    assert page.locator("#search-rows mark").first.inner_text() == "护河队"
    page.reload()
    expect(page.locator("#search-rows h2").first).to_be_visible()
    assert titles(page) == found


def test_a_result_can_be_opened_and_gone_back_from(page: Page) -> None:
    page.goto("search/?q=志愿")
    expect(page.locator("#search-rows li")).to_have_count(10)
    page.get_by_role("button", name="再看一些").click()
    expect(page.locator("#search-rows li")).to_have_count(20)
    found = titles(page)
    page.locator("#search-rows a").nth(12).click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    expect(page.locator("#search-rows li")).to_have_count(20)
    assert titles(page) == found


def test_facets_narrow_with_counts_and_stand_in_the_address(page: Page) -> None:
    page.goto("search/?q=志愿者")
    kind = page.get_by_label("栏目", exact=True)
    option = kind.locator("option", has_text="志愿故事")
    expect(option).to_be_attached()
    stories = int(re.search(r"（(\d+)）", option.inner_text())[1])  # type: ignore[index]
    kind.select_option(value="story")
    expect(page.locator("#search-count")).to_have_text(re.compile(rf"{stories} 条。"))
    assert "kind=story" in page.url
    kinds = page.locator("#search-rows .kicker").all_text_contents()
    assert kinds
    assert all(each.startswith("志愿故事") for each in kinds)
    page.go_back()
    expect(kind).to_have_value("")
    page.goto("search/?q=志愿者&kind=story&district=qinghe")
    expect(page.locator("#search-rows li").first).to_be_visible()
    districts = page.locator("#search-rows .kicker").all_text_contents()
    assert districts
    assert all("青河区" in each for each in districts)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("zhoushulan", "周淑兰"),
        ("zsl", "周淑兰"),
        ("月光護河隊", "月光护河队"),
        ("周淑兰", "周淑兰"),
        ("fsc", "范守成"),
        ("zhou shu lan", "周淑兰"),
    ],
)
def test_people_are_found_first_by_name_pinyin_and_traditional_characters(page: Page, typed: str, first: str) -> None:
    page.goto(f"search/?q={typed}")
    expect(page.locator("#search-rows h2").first).to_have_text(first)


def test_a_passage_shows_most_of_the_words(page: Page) -> None:
    page.goto("search/?q=星期三 义诊")
    expect(page.locator("#search-rows .row__summary").first.locator("mark")).to_have_text(["星期三", "义诊"])


def test_a_phone_leads_to_its_station(page: Page) -> None:
    page.goto("search/?q=8801234")
    expect(page.locator("#search-rows h2", has_text="滨河社区志愿服务站")).to_be_visible()


def test_synonyms_are_searched_and_said(page: Page) -> None:
    page.goto("search/?q=学雷锋月")
    expect(page.locator("#search-count")).to_contain_text("也找了“学雷锋活动月”")
    assert any("学雷锋活动月" in title for title in titles(page))


def test_a_wrong_character_leads_to_what_was_meant(page: Page) -> None:
    page.goto("search/?q=雷峰")
    expect(page.locator("#search-count")).to_have_text("没有找到“雷峰”，您是不是要找“雷锋”？")
    page.locator("#search-help a", has_text="雷锋").click()
    expect(page.locator("#search-rows li").first).to_be_visible()
    page.goto("search/?q=我想当志愿者")
    page.locator("#search-help a", has_text="志愿者").click()
    expect(page.locator("#search-rows mark").first).to_have_text("志愿者")
    page.goto("search/?q=囗囗囗")
    expect(page.locator("#search-count")).to_have_text("没有找到“囗囗囗”。")
    expect(page.get_by_role("heading", name="按栏目找")).to_be_visible()


def test_what_is_typed_is_never_markup_and_never_leaves(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("search/")
    field = page.get_by_label("要找的字词")
    field.fill("<img src=x onerror=alert(1)> 灯")
    expect(page.locator("#search-count")).to_contain_text("没有找到“<img")
    assert page.locator("#search-count img, #search-help img").count() == 0
    sent = [url for url in asked if "img" in url.partition("?")[2]]
    assert not sent
    assert all("127.0.0.1" in url for url in asked)


def test_a_word_in_composition_is_not_searched(page: Page) -> None:
    page.goto("search/")
    field = page.get_by_label("要找的字词")
    field.focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "hu he", "selectionStart": 5, "selectionEnd": 5})
    page.wait_for_timeout(500)
    assert count_of(page) == ""
    assert "q=" not in page.url
    session.send("Input.insertText", {"text": "护河"})
    expect(page.locator("#search-count")).to_have_text(re.compile("^找到"))


def test_the_box_in_the_header_works_by_keyboard(page: Page) -> None:
    page.goto("./")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="搜索全站")
    expect(box).to_be_focused()
    page.keyboard.type("周淑兰")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("option").first).to_contain_text("周淑兰")
    expect(page.locator("#finder-said")).to_contain_text("条结果")
    page.keyboard.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    assert active
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    box.fill("月光护河队")
    expect(page.get_by_role("option").first).to_contain_text("志愿人物")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/profiles/yueguang-team/")
    page.keyboard.press("/")
    page.keyboard.type("老人")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("#search-rows li").first).to_be_visible()


def test_on_a_phone_the_front_page_has_a_field_to_type_in(phone: Page) -> None:
    phone.goto("./")
    field = phone.get_by_role("combobox", name="搜索全站")
    box = field.bounding_box()
    assert box
    assert box["height"] >= 48
    assert box["width"] > 200
    assert phone.locator(".lead h2").bounding_box()["y"] < 640  # type: ignore[index]
    field.fill("月光")
    first = phone.get_by_role("option").first
    expect(first).to_contain_text("月光护河队")
    assert first.bounding_box()["y"] > box["y"]  # type: ignore[index]
    phone.get_by_role("button", name="搜索").tap()
    phone.wait_for_url("**/search/?q=*")


def test_on_a_phone_the_box_of_other_pages_is_a_sheet(phone: Page) -> None:
    phone.goto("stories/")
    phone.get_by_role("button", name="搜索").tap()
    box = phone.get_by_role("combobox", name="搜索全站")
    expect(box).to_be_focused()
    sheet = phone.locator("#finder").bounding_box()
    assert sheet
    assert (sheet["x"], sheet["y"], sheet["width"], sheet["height"]) == (0, 0, 360, 740)
    assert phone.evaluate("document.getElementById('main').inert")
    box.fill("月光")
    expect(phone.get_by_role("option").first).to_contain_text("月光护河队")
    assert all(option.bounding_box()["height"] >= 44 for option in phone.get_by_role("option").all())  # type: ignore[index]
    phone.get_by_role("button", name="关闭").tap()
    assert not phone.evaluate("document.getElementById('main').inert")
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_the_back_button_closes_the_sheet_and_returns_from_a_result_to_the_page_below_it(phone: Page) -> None:
    phone.goto("stations/")
    phone.goto("stories/")
    front = phone.url
    phone.get_by_role("button", name="搜索").tap()
    phone.go_back()
    assert phone.url == front
    assert not phone.evaluate("document.getElementById('main').inert")
    phone.get_by_role("button", name="搜索").tap()
    phone.get_by_role("combobox", name="搜索全站").fill("月光")
    phone.get_by_role("option").first.tap()
    phone.wait_for_url("**/profiles/yueguang-team/")
    phone.go_back()
    assert phone.url == front
    phone.go_back()
    assert phone.url.endswith("/stations/")


def test_on_a_phone_results_stand_below_the_field(phone: Page) -> None:
    phone.goto("search/?q=月光护河队")
    first = phone.locator("#search-rows h2").first
    expect(first).to_be_visible()
    assert first.bounding_box()["y"] < 500  # type: ignore[index]
    phone.get_by_text("缩小范围").tap()
    expect(phone.get_by_label("栏目", exact=True)).to_be_visible()


@pytest.mark.parametrize("elder", [False, True])
def test_the_page_fits_a_narrow_screen(phone: Page, elder: bool) -> None:
    if elder:
        phone.add_init_script("localStorage.setItem('zoujin-text', 'elder')")
    phone.goto("search/?q=志愿")
    expect(phone.locator("#search-rows li").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_a_lost_network_is_said_and_can_be_tried_again(page: Page) -> None:
    page.goto("search/")
    broken = True

    def perhaps(route: Route) -> None:
        if broken:
            route.abort()
        else:
            route.continue_()

    page.route("**/search/shards/*", perhaps)
    page.get_by_label("要找的字词").fill("护河队")
    expect(page.locator("#search-count")).to_have_text("搜索要用的数据没有取到，请检查网络。")
    broken = False
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator("#search-rows h2").first).to_contain_text("护河队")


def test_a_site_published_anew_between_two_queries_is_noticed(page: Page) -> None:
    page.goto("search/?q=护河队")
    expect(page.locator("#search-rows h2").first).to_be_visible()
    opened = 0

    def count(route: Route) -> None:
        nonlocal opened
        opened += 1
        route.continue_()

    gone = 0

    def once(route: Route) -> None:
        nonlocal gone
        gone += 1
        if gone == 1:
            route.fulfill(status=404, body="")
        else:
            route.continue_()

    page.route("**/search/index.json", count)
    page.route("**/search/shards/*", once)
    page.route("**/search/texts/*", once)
    page.get_by_label("要找的字词").fill("热水")
    expect(page.locator("#search-rows mark").first).to_have_text("热水")
    assert gone > 1
    assert opened == 1


def test_files_other_than_the_script_knows_are_loaded_anew_with_the_page(page: Page) -> None:
    def newer(route: Route) -> None:
        if loads < 2:
            route.fulfill(json={"format": 0})
        else:
            route.continue_()

    loads = 0

    def count(_: Page) -> None:
        nonlocal loads
        loads += 1

    page.on("load", count)
    page.route("**/search/index.json", newer)
    page.goto("search/?q=护河队")
    expect(page.locator("#search-count")).to_have_text("网站刚刚更新过，请再试一次。")
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator("#search-rows h2").first).to_contain_text("护河队")
    assert loads == 2


def test_on_a_slow_network_the_last_words_win(page: Page) -> None:
    held: list[Route] = []
    slow = True

    def hold(route: Route) -> None:
        if slow:
            held.append(route)
        else:
            route.continue_()

    page.goto("search/")
    page.get_by_label("要找的字词").fill("夜班")
    expect(page.locator("#search-rows h2").first).to_be_visible()
    page.route("**/search/shards/*", hold)
    page.get_by_label("要找的字词").fill("志愿")
    page.wait_for_timeout(200)
    assert held
    assert titles(page)  # what was found before stays until there is something new
    slow = False
    page.get_by_label("要找的字词").fill("周淑兰")
    expect(page.locator("#search-rows h2").first).to_have_text("周淑兰")
    found = titles(page)
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    assert titles(page) == found


def test_without_a_network_what_was_looked_for_before_is_found_again(page: Page) -> None:
    page.goto("search/?q=周淑兰")
    expect(page.locator("#search-rows h2").first).to_have_text("周淑兰")
    page.goto("./")
    page.get_by_role("combobox", name="搜索全站").focus()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.get_by_role("combobox", name="搜索全站").fill("周淑兰")
    expect(page.get_by_role("option").first).to_contain_text("周淑兰")
    page.get_by_role("combobox", name="搜索全站").fill("囗囗")
    expect(page.get_by_role("option").first).to_contain_text("没有取到数据，请检查网络")


def test_a_browser_without_workers_searches_in_the_page(page: Page) -> None:
    page.add_init_script("delete window.Worker")
    page.goto("search/?q=护河队")
    expect(page.locator("#search-rows mark").first).to_have_text("护河队")
    page.goto("search/?q=志愿")
    page.get_by_role("button", name="再看一些").click()
    expect(page.locator("#search-rows li")).to_have_count(20)


def test_without_scripts_the_page_offers_other_ways(browser: Browser, sample_site: str) -> None:
    context = browser.new_context(base_url=sample_site, java_script_enabled=False)
    page = context.new_page()
    page.goto("./")
    page.locator(".finder__go").click()
    page.wait_for_url("**/search/?q=")
    expect(page.get_by_role("link", name="网站地图").first).to_be_visible()
    expect(page.get_by_role("heading", name="按服务类别找故事")).to_be_visible()
    assert not page.locator("#search").is_visible()
    context.close()


def test_every_result_of_the_sample_is_what_the_texts_hold(page: Page, sample_public: Path) -> None:
    page.goto("search/?q=雷锋")
    expect(page.locator("#search-count")).to_have_text(re.compile("条"))
    while page.get_by_role("button", name="再看一些").is_visible():
        before = page.locator("#search-rows li").count()
        page.get_by_role("button", name="再看一些").click()
        expect(page.locator("#search-rows li")).not_to_have_count(before)
    found = page.locator("#search-rows li").count()
    assert count_of(page) == f"找到 {found} 条。"
    rows = [row for file in (sample_public / "search/texts").iterdir() for row in json.loads(file.read_bytes())]
    assert found == sum("雷锋" in "\n".join(row[1:4]) for row in rows) > 1
