"""A story read aloud: sentence by sentence, the paragraph marked, stopped at a tap."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

STORY = "/stories/2026/night-bus/"

VOICE = """
  window.said = [];
  window.current = null;
  class Utterance { constructor(text) { this.text = text; } }
  const voice = {
    speak(words) { window.said.push({ text: words.text, lang: words.lang }); window.current = words; },
    cancel() { const words = window.current; window.current = null; if (words && words.onend) words.onend(); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: voice });
  window.SpeechSynthesisUtterance = Utterance;
  window.finish = () => { const words = window.current; window.current = null; words.onend(); };
"""
"""A voice that says nothing, and notes what it was asked to say."""


@pytest.fixture
def story(browser: Browser, sample_site: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.add_init_script(VOICE)
    page.goto(sample_site + STORY)
    yield page
    page.close()


def test_headline_summary_and_text_are_read_in_order(story: Page) -> None:
    story.get_by_role("button", name="朗读").click()
    while story.evaluate("window.current !== null"):
        story.evaluate("window.finish()")
    said = story.evaluate("window.said")
    words = [each["text"] for each in said]
    assert {each["lang"] for each in said} == {"zh-CN"}
    assert words[0] == story.locator("h1").inner_text()
    assert "".join(words).index("水要滚透") < "".join(words).index("那一行是")
    assert any(text.endswith("记到了第412夜。") for text in words), "the number of the footnote is not read"
    assert max(map(len, words)) < 120
    expect(story.locator(".speaking")).to_have_count(0)
    expect(story.get_by_role("button", name="朗读")).to_be_visible()


def test_the_paragraph_that_is_read_is_marked(story: Page) -> None:
    story.get_by_role("button", name="朗读").click()
    expect(story.locator("h1.speaking")).to_have_count(1)
    for _ in range(4):
        story.evaluate("window.finish()")
    expect(story.locator(".speaking")).to_have_count(1)
    marked = story.locator(".speaking").inner_text()
    assert story.evaluate("window.current.text").strip() in marked
    box = story.locator(".speaking").bounding_box()
    assert box is not None and 0 <= box["y"] < 740


def test_stop_works_and_starts_again_from_the_beginning(story: Page) -> None:
    story.get_by_role("button", name="朗读").click()
    story.evaluate("window.finish()")
    story.get_by_role("button", name="停止").click()
    count = len(story.evaluate("window.said"))
    assert story.evaluate("window.current") is None
    expect(story.locator(".speaking")).to_have_count(0)
    story.wait_for_timeout(50)
    assert len(story.evaluate("window.said")) == count, "nothing is said after the stop"
    story.get_by_role("button", name="朗读").click()
    assert story.evaluate("window.said")[-1]["text"] == story.locator("h1").inner_text()


def test_without_a_voice_there_is_no_button(browser: Browser, sample_site: str) -> None:
    page = browser.new_page()
    page.add_init_script('Object.defineProperty(window, "speechSynthesis", { value: undefined });')
    page.goto(sample_site + STORY)
    expect(page.get_by_role("button", name="朗读")).to_have_count(0)
    page.close()
