"""What readers come to do: the services on the home page, and how to get help with scripts switched off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

LEAST_TAP = 44
"""Pixels that a finger needs (look: 44; WCAG 2.2 asks for 24)."""


@pytest.fixture
def phone(browser: Browser, sample_site: str) -> Iterator[Page]:
    """A phone without scripts."""
    context = browser.new_context(
        base_url=sample_site, viewport={"width": 360, "height": 640}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def height(found: Locator) -> float:
    box = found.bounding_box()
    assert box is not None
    return box["height"]


def test_services_stand_on_the_first_screen_of_a_phone_with_the_lead_story(phone: Page) -> None:
    phone.goto("/")
    ways = phone.get_by_role("navigation", name="来办事").get_by_role("link")
    assert [name.split("\n")[0] for name in ways.all_inner_texts()] == [
        "我要参加",
        "我要求助",
        "找服务站",
        "时长与证明",
    ]
    for way in ways.all():
        assert height(way) >= LEAST_TAP
        expect(way).to_be_in_viewport()
    expect(phone.locator(".front h2").first).to_be_in_viewport()


@pytest.mark.parametrize("name", ["我要参加", "我要求助", "时长与证明"])
def test_a_service_leads_to_its_page_and_on_to_the_others(phone: Page, name: str) -> None:
    phone.goto("/")
    phone.get_by_role("navigation", name="来办事").get_by_role("link", name=name).click()
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    here = phone.get_by_role("navigation", name="服务").get_by_role("link", name=name)
    expect(here).to_have_attribute("aria-current", "page")
    assert phone.locator("time").first.get_attribute("datetime")


def test_large_print_keeps_the_services_large(browser: Browser, sample_site: str) -> None:
    context = browser.new_context(base_url=sample_site, viewport={"width": 360, "height": 780})
    context.add_init_script("localStorage.setItem('zoujin-text', 'elder')")
    page = context.new_page()
    page.goto("/")
    for way in page.get_by_role("navigation", name="来办事").get_by_role("link").all():
        assert height(way) >= LEAST_TAP
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()


def test_emergency_numbers_come_before_anything_else(phone: Page) -> None:
    phone.goto("/help/")
    numbers = phone.locator(".urgent a")
    assert [number.get_attribute("href") for number in numbers.all()] == ["tel:120", "tel:110", "tel:119"]
    for number in numbers.all():
        expect(number).to_be_in_viewport()
        assert height(number) >= LEAST_TAP


def test_every_station_can_be_called_without_scripts(phone: Page) -> None:
    phone.goto("/help/")
    rows = phone.locator(".phone")
    assert rows.count() >= 50
    for row in rows.all():
        called = row.locator("a[href^='tel:']")
        said = row.locator(".phone__when").inner_text()
        assert ("请先电话确认" if called.count() else "没有登记电话") in said, row.inner_text()


def test_a_need_opens_onto_the_stations_that_meet_it(phone: Page) -> None:
    phone.goto("/help/")
    need = phone.locator("details.need").filter(has_text="医疗保健")
    number = need.locator("a[href^='tel:']").first
    expect(number).not_to_be_visible()
    need.locator("summary").click()
    expect(number).to_be_visible()
    assert height(number) >= LEAST_TAP


def test_the_contents_lead_to_the_lists(phone: Page) -> None:
    phone.goto("/help/")
    phone.get_by_role("navigation", name="这一页里").get_by_role("link", name="按区县找站点电话").click()
    expect(phone.get_by_role("heading", name="按区县找站点电话")).to_be_in_viewport()


def test_whoever_keeps_records_can_be_called(phone: Page) -> None:
    phone.goto("/hours/")
    assert phone.locator(".keeper").count() >= 3
    for keeper in phone.locator(".keeper").all():
        assert "记录时长" in keeper.inner_text() or "出具证明" in keeper.inner_text()
        expect(keeper.locator("a[href^='tel:']")).to_be_visible()


def test_a_page_that_does_not_exist_leads_on(phone: Page) -> None:
    phone.goto("/404.html")
    main = phone.locator("main")
    for name in ("我要求助", "志愿故事", "青河区", "网站地图"):
        expect(main.get_by_role("link", name=name).first).to_be_visible()
