"""The coming activities in a browser: narrowing, address, announcement, keyboard, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect


@pytest.fixture
def context(browser: Browser, sample_site: str) -> Iterator[BrowserContext]:
    """A phone."""
    found = browser.new_context(base_url=sample_site, viewport={"width": 360, "height": 780})
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page; a script that fails fails the test."""
    found = context.new_page()
    found.on("pageerror", lambda error: pytest.fail(str(error)))
    return found


def shown(page: Page) -> list[str]:
    """The titles of the activities that are shown."""
    return page.locator("#coming li:visible h3").all_text_contents()


def fitting(page: Page, test: str) -> list[str]:
    """The titles of those whose data passes a test in JavaScript, of all in the page."""
    found: list[str] = page.evaluate(
        f"[...document.querySelectorAll('#coming li')].filter((item) => (({test}))(item.dataset))"
        ".map((item) => item.querySelector('h3').textContent)"
    )
    return found


def test_all_is_there_before_anything_is_chosen(page: Page) -> None:
    page.goto("activities/")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("")
    assert shown(page) == fitting(page, "() => true")
    assert page.locator("#coming h2").all_text_contents() == ["今天", "本周", "往后"]
    expect(page.locator("#past")).to_be_visible()


@pytest.mark.parametrize(
    ("choice", "test"),
    [
        ("when=today", "(own) => own.first <= '2026-03-12' && own.last >= '2026-03-12'"),
        ("when=2026-03-14", "(own) => own.first <= '2026-03-14' && own.last >= '2026-03-14'"),
        ("when=weekend", "(own) => own.first <= '2026-03-15' && own.last >= '2026-03-14'"),
        ("when=later", "(own) => own.last >= '2026-03-23'"),
        ("district=qinghe", "(own) => own.district === 'qinghe'"),
        ("street=binhe", "(own) => own.street === 'binhe'"),
        ("category=patrol", "(own) => own.categories.split(' ').includes('patrol')"),
        ("age=6", "(own) => (own.from || own.to) && Number(own.from || 0) <= 6 && 6 <= Number(own.to || 99)"),
        ("age=18", "(own) => Number(own.from || 0) <= 18 && 18 <= Number(own.to || 99)"),
        ("age=senior", "(own) => own.seniors !== undefined"),
        ("family=1", "(own) => own.family !== undefined"),
        ("left=1", "(own) => own.left !== undefined"),
    ],
)
def test_each_choice_shows_what_fits(page: Page, choice: str, test: str) -> None:
    page.goto(f"activities/?{choice}")
    expect(page.locator("#past-ones")).to_be_hidden()
    expected = fitting(page, test)
    assert expected
    assert shown(page) == expected
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(f"找到 {len(expected)} 场活动。")
    for group in page.locator("#coming section:visible").all():
        told = group.locator("[data-part=count]").text_content()
        assert told == str(group.locator("li:visible").count())


def test_the_choice_stands_in_the_address_and_comes_back(page: Page, context: BrowserContext) -> None:
    page.goto("activities/")
    page.get_by_label("区县", exact=True).select_option("qinghe")
    page.get_by_label("还能报名").check()
    page.locator("#finer summary").click()
    page.get_by_label("街道／乡镇").select_option("binhe")
    expect(page).to_have_url(re.compile(r"\?district=qinghe&street=binhe&left=1$"))
    before = shown(page)
    other = context.new_page()
    other.goto(page.url)
    expect(other.get_by_label("街道／乡镇")).to_have_value("binhe")
    expect(other.get_by_label("还能报名")).to_be_checked()
    assert shown(other) == before
    page.get_by_label("区县", exact=True).select_option("nanling")
    expect(page).to_have_url(re.compile(r"\?district=nanling&left=1$"))
    page.get_by_role("button", name="清除条件").click()
    expect(page).to_have_url(re.compile(r"/activities/$"))
    expect(page.locator("#f-when")).to_be_focused()
    expect(page.locator("#past")).to_be_visible()
    assert shown(page) == fitting(page, "() => true")


def test_nothing_found_says_what_to_do(page: Page) -> None:
    page.goto("activities/?when=today&district=wangshan")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(
        "没有符合条件的活动。换一天、换个区县，或清除条件"
    )
    assert shown(page) == []
    expect(page.get_by_role("button", name="清除条件")).to_be_visible()


def test_what_does_not_say_its_age_is_counted_apart(page: Page) -> None:
    page.goto("activities/?age=6")
    silent = len(fitting(page, "(own) => !own.from && !own.to"))
    assert silent
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(f"另有 {silent} 场没有写明年龄，没有列入。")


def test_an_unknown_value_in_the_address_is_no_choice(page: Page) -> None:
    page.goto("activities/?district=atlantis&age=7&when=yesterday")
    for name in ("#f-district", "#f-when"):
        expect(page.locator(name)).to_have_value("")
    assert shown(page) == fitting(page, "() => true")


def test_further_pages_are_fetched_when_somebody_narrows(page: Page) -> None:
    further = (
        "<div id='coming'><section aria-labelledby='later'><ul><li data-first='2026-05-01' data-last='2026-05-01'"
        " data-district='qinghe' data-categories='culture'><h3>五月的一场</h3></li></ul></section></div>"
    )
    page.route("**/further/", lambda route: route.fulfill(body=further, content_type="text/html; charset=utf-8"))
    page.route(
        "**/activities/*",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=answer.text().replace('id="filter"', 'id="filter" data-more="/further/"'),
        ),
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("activities/?")
    assert not [url for url in asked if "further" in url]
    page.get_by_label("什么时候").select_option("later")
    expect(page.locator("#coming li:visible h3").filter(has_text="五月的一场")).to_be_visible()


def test_the_keyboard_reaches_every_control_in_order(page: Page) -> None:
    page.goto("activities/?district=qinghe")
    page.locator("#f-when").focus()
    reached = []
    for _ in range(6):
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        page.keyboard.press("Tab")
    assert reached == ["f-when", "f-district", "f-family", "f-left", "clear", "更多条件"]
    page.locator("#f-family").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?district=qinghe&family=1$"))


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize(
    "address", ["activities/?family=1", "calendar/", "documents/public-notice/", "campaigns/chongyang-2025/"]
)
def test_targets_are_large_and_nothing_scrolls_sideways(page: Page, address: str, elder: bool) -> None:
    if elder:
        page.add_init_script("localStorage.setItem('zoujin-text', 'elder')")
    page.goto(address)
    controls = "main :is(input:not([type=checkbox]), select, button, summary, label.check, .button, .chip)"
    for control in page.locator(controls).all():
        box = control.bounding_box()
        if box:
            assert box["height"] >= 44, control.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_the_list_is_whole_and_no_dead_control_shows(browser: Browser, sample_site: str) -> None:
    context = browser.new_context(base_url=sample_site, java_script_enabled=False)
    page = context.new_page()
    page.goto("activities/?district=qinghe")
    expect(page.locator("#filter")).to_be_hidden()
    assert page.locator("#coming li:visible").count() == page.locator("#coming li").count() > 0
    expect(page.locator("#past")).to_be_visible()
    page.goto("calendar/")
    expect(page.get_by_role("link", name="下载日历文件")).to_be_visible()
    expect(page.get_by_role("button", name="复制地址")).to_be_hidden()
    context.close()
