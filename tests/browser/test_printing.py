"""Pages on paper: what is folded on the screen is printed, what nobody can press is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(scope="module")
def campaign(browser: Browser, sample_site: str) -> Iterator[Page]:
    """A running campaign, whose past days are folded."""
    page = browser.new_page(viewport={"width": 665, "height": 1000})
    page.goto(sample_site + "/campaigns/lei-feng-month-2026/")
    yield page
    page.close()


def shown(page: Page, selector: str) -> bool:
    """Whether the first such element is on the page: neither hidden nor folded."""
    found: bool = page.locator(selector).first.evaluate("element => element.checkVisibility()")
    return found


def test_folded_days_are_printed(campaign: Page) -> None:
    day = "details.fold .schedule__day"
    assert not shown(campaign, day)
    campaign.emulate_media(media="print")
    assert shown(campaign, day)
    campaign.emulate_media(media="screen")
    assert not shown(campaign, day)


def test_older_browsers_open_what_is_folded_while_they_print(browser: Browser, sample_site: str) -> None:
    page = browser.new_page()
    page.add_init_script("CSS.supports = () => false")
    page.goto(sample_site + "/campaigns/lei-feng-month-2026/")
    fold = page.locator("details.fold").first
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(fold).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(fold).not_to_have_attribute("open", "")
    page.close()


def test_paper_has_dark_words_on_white_and_nothing_to_press(campaign: Page) -> None:
    campaign.emulate_media(media="print", color_scheme="dark")
    colour = "element => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"
    assert campaign.locator(".hero h1").evaluate(colour)[0] == "rgb(0, 0, 0)"
    assert campaign.locator(".hero").evaluate(colour)[1] == "rgba(0, 0, 0, 0)"
    assert campaign.locator("button:visible").count() == 0
