"""A reader follows a story to its section, its organisation and people, and finds corrections, honours and the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def phone(browser: Browser, sample_site: str) -> Iterator[Page]:
    """A phone without scripts."""
    context = browser.new_context(
        base_url=sample_site, viewport={"width": 360, "height": 640}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_a_story_leads_to_its_section_and_on_to_the_other_two(phone: Page) -> None:
    phone.goto("/stories/2026/night-bus/")
    phone.get_by_role("link", name="走进社区").first.click()
    assert heading(phone) == "走进社区"
    phone.locator("main").get_by_role("link", name="走进家庭").click()
    assert heading(phone) == "走进家庭"
    expect(phone.locator("main").get_by_role("link", name="走进视野")).to_be_visible()


def test_the_home_page_leads_to_the_three_sections(phone: Page) -> None:
    phone.goto("/")
    for name in ("走进社区", "走进家庭", "走进视野"):
        expect(phone.get_by_role("region", name="三个走进").get_by_role("link", name=name)).to_be_visible()
    phone.get_by_role("region", name="三个走进").get_by_role("link", name="走进视野").click()
    assert heading(phone) == "走进视野"


def test_a_storys_organisation_can_be_called_and_its_station_found(phone: Page) -> None:
    phone.goto("/stories/2026/night-bus/")
    phone.locator("main").get_by_role("link", name="河湾市公共交通公司").first.click()
    assert heading(phone) == "河湾市公共交通公司"
    reach = phone.get_by_role("region", name="联系方式")
    number = reach.get_by_role("link").first
    assert (number.get_attribute("href") or "").startswith("tel:")
    box = number.bounding_box()
    assert box is not None and box["height"] >= 44
    phone.get_by_role("region", name="运行的站点").get_by_role("link", name="滨河公交驿站").first.click()
    assert heading(phone) == "滨河公交驿站"


def test_the_list_of_organisations_leads_to_each(phone: Page) -> None:
    phone.goto("/organisations/")
    assert phone.locator("main article").count() >= 10
    phone.locator("main").get_by_role("link", name="河湾市通途助残服务社", exact=True).click()
    assert heading(phone) == "河湾市通途助残服务社"


def test_the_roll_is_a_table_that_leads_to_profiles(phone: Page) -> None:
    phone.goto("/honours/")
    row = phone.get_by_role("row").filter(has_text="范守成").first
    assert "河湾市最美志愿者" in row.inner_text() and "〔2025〕" in row.inner_text()
    row.get_by_role("link", name="范守成").click()
    assert heading(phone).startswith("范守成")
    expect(phone.get_by_text("河湾市最美志愿者").first).to_be_visible()


def test_a_correction_stands_in_the_list_and_on_its_entry(phone: Page) -> None:
    phone.goto("/corrections/")
    entry = phone.locator(".mended > li").filter(has_text="红笔写的“不修”")
    said = entry.locator("p").last.inner_text()
    day = entry.locator("time").inner_text()
    entry.get_by_role("link").click()
    note = phone.get_by_role("region", name="更正")
    expect(note).to_contain_text(said)
    expect(note).to_contain_text(day)


def test_the_map_leads_everywhere(phone: Page, sample_site: str) -> None:
    phone.goto("/sitemap/")
    links = [link.get_attribute("href") or "" for link in phone.locator("main .map a").all()]
    assert len(links) > 60
    assert max(links.count(link) for link in links) <= 2
    for link in sorted({link.partition("#")[0] for link in links}):
        assert phone.request.get(sample_site + link).ok, link


def test_what_was_taken_back_says_so(phone: Page) -> None:
    phone.goto("/stories/2025/late-lesson/")
    assert heading(phone) == "这篇志愿故事已经撤回"
    expect(phone.locator("main time")).to_have_text("2025年11月26日")
    phone.get_by_role("link", name="去看别的志愿故事").click()
    assert heading(phone) == "志愿故事"
    assert phone.get_by_role("link", name="灯下补的一课").count() == 0
