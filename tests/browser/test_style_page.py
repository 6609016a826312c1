"""The style page of the preview: every component with hard data, accessible and in its place in every mode."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sites.site import Site, process_environment
from test_page_types import COLOURS, EVERYTHING, MODES, RUN_AXE, WIDTHS, axe, set_mode

__all__ = ["axe"]


@pytest.fixture(scope="module")
def style_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The style page's address in a preview of a small project."""
    site = Site.mini(tmp_path_factory.mktemp("style") / "p")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0", "--today", "2026-03-12"],
        cwd=site.root, env=process_environment(), stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stderr is not None
    found = None
    while found is None:
        line = process.stderr.readline()
        assert line, "the preview ended"
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
    yield f"{found[0]}__zoujin__/style/"
    process.terminate()
    process.wait(20)


def test_components_hold_the_hardest_content(browser: Browser, style_page: str, axe: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    answer = page.goto(style_page, wait_until="load")
    assert answer is not None and answer.ok
    page.evaluate(axe)
    problems = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for mode in MODES:
            set_mode(page, mode)
            found = page.evaluate(RUN_AXE, COLOURS if mode == "dark" else EVERYTHING)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append("sideways scroll")
            if found:
                problems[f"{mode} {width}"] = found
    context.close()
    assert problems == {}
    assert said == []


def test_the_style_page_is_no_page_of_the_site(sample_public: Path) -> None:
    assert not [path for path in sample_public.rglob("*.html") if 'class="on-style"' in path.read_text("utf-8")]
