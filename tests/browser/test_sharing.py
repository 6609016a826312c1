"""Passing a page on: the link can be copied, the code on screen and on paper leads to the page."""

from __future__ import annotations

from io import BytesIO

import numpy
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

STORY = "/stories/2026/night-bus/"
PAGES = (
    STORY, "/profiles/zhou-shulan/", "/campaigns/lei-feng-month-2026/", "/features/night-lights/", "/stations/binhe-night/",
)  # fmt: skip


def canonical(page: Page) -> str:
    return str(page.locator("link[rel=canonical]").get_attribute("href"))


def codes(shot: bytes) -> list[str]:
    """What a phone reads in a screenshot."""
    with Image.open(BytesIO(shot)) as picture:
        return [code.text for code in zxingcpp.read_barcodes(numpy.array(picture.convert("L")))]


def test_the_link_is_copied(browser: Browser, sample_site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(sample_site + STORY)
    button = page.locator(".share button")
    button.click()
    page.wait_for_function("document.querySelector('.share button').textContent === '已复制'")
    assert page.evaluate("navigator.clipboard.readText()") == canonical(page)
    context.close()


def test_without_a_clipboard_the_link_is_selected(browser: Browser, sample_site: str) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(sample_site + STORY)
    page.locator(".share button").click()
    assert page.evaluate("getSelection().toString()") == canonical(page)
    page.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_code_is_shown_on_demand(browser: Browser, sample_site: str, path: str, scripts: bool) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(sample_site + path)
    assert not page.locator(".share svg").is_visible()
    page.locator(".share summary").press("Enter")
    code = page.locator(".share svg")
    assert codes(code.screenshot()) == [canonical(page)]
    assert page.locator(".share summary").bounding_box()["height"] >= 44  # type: ignore[index]
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_the_code_is_printed_without_scripts_and_in_dark(browser: Browser, sample_site: str, path: str) -> None:
    context = browser.new_context(
        viewport={"width": 700, "height": 900}, java_script_enabled=False, color_scheme="dark"
    )
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(sample_site + path)
    assert not page.locator(".share").is_visible()
    assert codes(page.locator(".way-back").screenshot()) == [canonical(page)]
    assert canonical(page) in page.locator(".way-back").inner_text()
    context.close()
