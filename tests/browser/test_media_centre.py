"""The media centre in a browser: lists that narrow, code that is copied, cards in the frames of another site."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

STORY = "/stories/2026/night-bus/"
WIDTHS = (280, 360, 600)
SIZES = """() => {
  const page = document.documentElement;
  return [innerWidth, page.scrollWidth, innerHeight, page.scrollHeight];
}"""


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1280, "height": 900})


def test_kits_are_narrowed_and_the_choice_stands_in_the_address(page: Page, sample_site: str) -> None:
    page.goto(f"{sample_site}/media/kits/")
    shown = page.locator("#found li")
    page.get_by_label("种类").select_option("feature")
    expect(page.locator("#count")).to_have_text(re.compile(r"找到 \d+ 条"))
    assert page.url.endswith("?kind=feature")
    assert page.locator("#whole").is_hidden() and shown.count() >= 1
    assert all("专题" in each for each in shown.locator(".meta").all_inner_texts())
    page.get_by_label("标题、作者、摘要里的字").fill("夜里的灯")
    expect(shown).to_have_count(1)
    assert shown.get_by_role("link", name="夜里的灯", exact=True).get_attribute("href") == "/features/night-lights/"
    assert shown.locator("a[download]").get_attribute("href") == "/kits/features/night-lights/night-lights.zip"
    page.get_by_label("标题、作者、摘要里的字").fill("没有的词")
    expect(page.locator("#count")).to_contain_text("没有符合条件的")
    page.get_by_role("button", name="清除条件").click()
    assert page.locator("#whole").is_visible() and page.url.endswith("/media/kits/")
    page.close()


def test_an_address_that_was_passed_on_opens_narrowed(page: Page, sample_site: str) -> None:
    page.goto(f"{sample_site}/media/photos/?q=末班车&district=qinghe")
    found = page.locator("#found li")
    expect(found).not_to_have_count(0)
    assert page.get_by_label("区县").input_value() == "qinghe"
    for picture in found.locator("img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("image => image.naturalWidth > 0 && image.alt.length > 0")
    with page.expect_download() as started:
        found.locator("a[download]").first.click()
    assert started.value.suggested_filename.endswith(".jpg")
    page.close()


def test_the_form_of_the_media_centre_leads_to_the_narrowed_list(page: Page, sample_site: str) -> None:
    page.goto(f"{sample_site}/media/")
    form = page.get_by_role("search", name="找图片")
    form.get_by_label("画面、人物、地方、作者").fill("元宵")
    form.get_by_role("button", name="筛选").click()
    page.wait_for_url("**/media/photos/?**")
    expect(page.locator("#count")).to_have_text(re.compile(r"找到 \d+ 条"))
    page.close()


def test_without_a_network_the_whole_list_stays(page: Page, sample_site: str) -> None:
    page.route("**/data/photos-*", lambda route: route.abort())
    page.goto(f"{sample_site}/media/photos/")
    page.get_by_label("画面、人物、地方、作者").fill("灯")
    expect(page.locator("#count")).to_contain_text("没有取到")
    assert page.locator("#whole").is_visible()
    page.close()


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(255, 253, 249)"), ("dark", "rgb(33, 30, 26)")])
def test_a_card_fits_the_frame_of_another_site(
    browser: Browser,
    sample_site: str,
    serving: Callable[[Path], str],
    tmp_path: Path,
    scheme: Literal["light", "dark"],
    ground: str,
) -> None:
    """The code that the page offers, pasted into a page of another origin, in columns of several widths."""
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], color_scheme=scheme, viewport={"width": 800, "height": 1200}
    )
    page = context.new_page()
    page.goto(sample_site + STORY)
    page.get_by_text("放进您的网页").click()
    page.get_by_role("button", name="复制卡片代码").click()
    code = page.evaluate("navigator.clipboard.readText()").replace("https://hewan.example", sample_site)
    columns = "".join(f"<div style='width:{width}px'>{code}</div>" for width in WIDTHS)
    (tmp_path / "index.html").write_text(f"<!doctype html><title>别的网站</title>{columns}", "utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto(f"{serving(tmp_path)}/", wait_until="networkidle")
    for card, width in zip(page.frames[1:], WIDTHS, strict=True):
        assert card.locator("h1").inner_text() == "夜班公交末站的热水"
        assert card.evaluate(SIZES) == [width, width, 320, 320]
        assert card.evaluate("document.querySelector('figure img').naturalWidth") > 0
        assert card.evaluate("getComputedStyle(document.body).backgroundColor") == ground
        link = card.get_by_role("link")
        assert (link.get_attribute("href"), link.get_attribute("target")) == (f"https://hewan.example{STORY}", "_blank")
    assert "script" not in asked and context.cookies() == []
    context.close()
