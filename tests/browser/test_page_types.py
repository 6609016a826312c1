"""One page of every kind, the longest: accessible in every mode and width, within its origin, whole without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from page_types import KINDS, NOT_IN_THE_SAMPLE
from playwright.sync_api import Browser, BrowserContext, Page
from sites.site import Site

from generator.render.directory_pages import WHOLE
from tools.shots.page_kinds import addresses_by_kind

AXE = Path(__file__).parents[2] / "tools" / "web" / "node_modules" / "axe-core" / "axe.min.js"

WIDTHS = (360, 1440)
TABLET = 768
MODES = ("light", "dark", "elder")

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]

RUN_AXE = """async (runOnly) => {
  const found = await axe.run(document, { resultTypes: ["violations"], runOnly });
  return found.violations.map((rule) => [rule.id, rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 160))]);
}"""

DEAD_CONTROLS = """() => [...document.querySelectorAll("button, [role=button]")]
    .filter((control) => control.checkVisibility() && control.type !== "submit")
    .map((control) => control.outerHTML)"""
MISSING_PICTURES = "[...document.images].filter((image) => !image.naturalWidth).map((image) => image.src)"

SQUEEZED = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dd, td, th)")]
    .filter((block) => block.checkVisibility() && block.textContent.trim().length > 3)
    .map((block) => [block, block.getBoundingClientRect(), parseFloat(getComputedStyle(block).fontSize)])
    .filter(([, box, size]) => box.width > 0 && box.width < 2.5 * size && box.height > 4 * size)
    .map(([block]) => block.outerHTML.slice(0, 160))"""
"""Text set one or two characters to a line."""


@pytest.fixture(scope="module")
def representatives(
    sample_public: Path, sample_site: str, tmp_path_factory: pytest.TempPathFactory, serving: Callable[[Path], str]
) -> dict[str, str]:
    """The address of one page of each kind."""
    found = {kind: sample_site + paths[0] for kind, paths in addresses_by_kind(sample_public).items()}
    many = Site.mini(tmp_path_factory.mktemp("many") / "city")
    register = many.root / "stations.yaml"
    register.write_text(register.read_text("utf-8") + "".join(map(station, range(WHOLE))), "utf-8")
    public = many.build().public
    for kind in NOT_IN_THE_SAMPLE:
        found[kind] = serving(public) + addresses_by_kind(public)[kind][-1]
    return found


def station(number: int) -> str:
    """One of many, as it stands in the register; one in five lies in the district that is looked at."""
    district, street = ("qinghe", "binhe") if number % 5 else ("beihu", "hunan")
    return (
        f"- {{id: many-{number}, name: 第{number}志愿服务站, kind: community-station, district: {district}, street: {street},"
        f" area: urban, address: 青河区滨河路{number}号, hours: 'Mo-Fr 09:00-17:00', phone: 0000-{8802000 + number}}}\n"
    )


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed; sh tools/test-setup.sh installs it")
    return AXE.read_text(encoding="utf-8")


def set_mode(page: Page, mode: str) -> None:
    """Light, dark, or large print, as the system's scheme and the reader's switch would have it."""
    page.emulate_media(color_scheme="dark" if mode == "dark" else "light")
    page.evaluate("elder => document.documentElement.dataset.text = elder ? 'elder' : ''", mode == "elder")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_and_fits_in_every_mode_and_width(
    browser: Browser, representatives: dict[str, str], axe: str, kind: str
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    requests: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(representatives[kind], wait_until="load")
    page.evaluate(axe)
    problems: dict[str, Any] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for mode in MODES:
            set_mode(page, mode)
            found = page.evaluate(RUN_AXE, COLOURS if mode == "dark" else EVERYTHING)
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                found.append(["sideways-scroll", needed])
            if found:
                problems[f"{mode} {width}"] = found
    for width in (*WIDTHS, TABLET):
        page.set_viewport_size({"width": width, "height": 800})
        for mode in ("light", "elder"):
            set_mode(page, mode)
            if squeezed := page.evaluate(SQUEEZED):
                problems[f"squeezed {mode} {width}"] = squeezed
    context.close()
    assert problems == {}
    origin = "/".join(representatives[kind].split("/")[:3])
    assert [url for url in requests if not url.startswith(origin + "/")] == []
    assert said == []


@pytest.fixture(scope="module")
def plain_context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser whose scripts are switched off."""
    found = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    yield found
    found.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_whole_without_scripts(
    plain_context: BrowserContext, representatives: dict[str, str], kind: str
) -> None:
    page = plain_context.new_page()
    page.goto(representatives[kind], wait_until="load")
    assert page.locator("h1").first.is_visible()
    links = page.locator("main a").evaluate_all("links => links.filter(link => link.checkVisibility()).length")
    assert links > 0
    assert page.evaluate(DEAD_CONTROLS) == []
    assert page.evaluate(MISSING_PICTURES) == []
    page.close()
