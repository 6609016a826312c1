"""Media kits in a browser: downloads without scripts, words and rich text on the clipboard with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, expect

STORY = "/stories/2026/night-bus/"
FEATURE = "/features/night-lights/"

READ = """async (type) => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType(type)).text();
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield found
    found.close()


def pressed(page: Page, name: str) -> None:
    """Press a button and wait until it says that it is done."""
    button = page.get_by_role("button", name=name)
    button.click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()


@pytest.mark.parametrize("path", [STORY, FEATURE])
def test_rich_text_for_wechat_is_copied_intact(context: BrowserContext, sample_site: str, path: str) -> None:
    page = context.new_page()
    page.goto(sample_site + path)
    pressed(page, "复制到公众号")
    pasted = html.fromstring(f"<div>{page.evaluate(READ, 'text/html')}</div>")
    assert not pasted.xpath("//script | //style | //link | //img | //a | //iframe | //@id | //@class")
    assert pasted.xpath("//h2") and all("border-left" in each.get("style") for each in pasted.xpath("//h2"))
    text = re.sub(r"\s+", "", pasted.text_content())
    assert "插在这里］" in text and "河湾市志愿服务插画组" in text and "注明来源和作者即可转载" in text
    if path == FEATURE:
        [quote] = pasted.xpath("//blockquote")
        assert "41杯，都回了。" in quote.text_content() and "何玉梅" in quote.text_content()
        assert "border-left" in quote.get("style")
    assert "插在这里］" in page.evaluate(READ, "text/plain")


def test_what_is_pasted_into_an_editor_looks_as_it_should(context: BrowserContext, sample_site: str) -> None:
    """An editable element takes the paste as WeChat's editor does, through the browser's own sanitiser."""
    page = context.new_page()
    page.goto(sample_site + FEATURE)
    pressed(page, "复制到公众号")
    editor = context.new_page()
    editor.set_content("<div id=editor contenteditable=true></div>")
    editor.locator("#editor").click()
    editor.keyboard.press("Control+V")
    heading = editor.locator("#editor h2").first
    heading.wait_for()
    assert heading.evaluate("heading => getComputedStyle(heading).borderLeft") == "4px solid rgb(181, 55, 31)"
    assert editor.locator("#editor blockquote").count() == 1
    assert editor.locator("#editor img, #editor script, #editor a").count() == 0


def test_without_a_modern_clipboard_rich_text_is_copied_all_the_same(context: BrowserContext, sample_site: str) -> None:
    page = context.new_page()
    page.add_init_script("delete window.ClipboardItem;")
    page.goto(sample_site + STORY)
    pressed(page, "复制到公众号")
    assert "<h2" in page.evaluate(READ, "text/html")


def test_words_are_copied(context: BrowserContext, sample_site: str, sample_public: Path) -> None:
    page = context.new_page()
    page.goto(sample_site + STORY)
    pressed(page, "复制全文")
    text = (sample_public / "kits/stories/2026/night-bus/night-bus.txt").read_text("utf-8")
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.reload()
    pressed(page, "复制标题")
    assert page.evaluate("navigator.clipboard.readText()") == "夜班公交末站的热水"
    page.reload()
    pressed(page, "复制署名")
    assert page.evaluate("navigator.clipboard.readText()").startswith("来源：河湾志愿，陈一舟，https://")


@pytest.mark.parametrize("width", [360, 1440])
def test_the_preview_is_as_wide_as_the_real_column(context: BrowserContext, sample_site: str, width: int) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(sample_site + FEATURE)
    page.get_by_role("button", name="预览公众号版").click()
    dialog = page.get_by_role("dialog")
    box = dialog.bounding_box()
    assert box is not None
    assert box["width"] == min(width, 677)
    assert dialog.locator("h2").first.evaluate("heading => getComputedStyle(heading).borderLeftWidth") == "4px"
    assert "标题（4/32）夜里的灯" in dialog.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    dialog.get_by_role("button", name="关闭").click()
    assert page.get_by_role("dialog").count() == 0
    assert said == []


@pytest.mark.parametrize("path", [STORY, FEATURE, "/media/"])
def test_everything_can_be_downloaded_without_scripts(
    browser: Browser, sample_site: str, path: str, tmp_path: Path
) -> None:
    context = browser.new_context(
        java_script_enabled=False, accept_downloads=True, viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(sample_site + path)
    assert not page.locator(".reuse button:visible").count()
    with page.expect_download() as started:
        page.locator("a[download][href$='.zip']").first.click()
    started.value.save_as(tmp_path / "kit.zip")
    with ZipFile(tmp_path / "kit.zip") as archive:
        assert archive.testzip() is None
        assert "README.txt" in {name.rpartition("/")[2] for name in archive.namelist()}
    context.close()


def test_every_offered_file_is_there(sample_public: Path) -> None:
    pages = [path for path in sample_public.rglob("*.html") if "/kits/" in path.read_text("utf-8")]
    assert len(pages) >= 9
    for page in pages:
        text = page.read_text("utf-8")
        for url in re.findall(r'(?:href|data-[a-z-]+)="/(kits/[^"]+)"', text):
            assert (sample_public / url).is_file(), (page, url)
