"""Takes the pictures: one page in every mode and width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

WIDTHS = (360, 768, 1440)
MODES = ("light", "dark", "elder", "print")

_SHOW_ALL_PICTURES = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}"""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that was taken: of a kind of page, at a width of the window in pixels, in a mode."""

    kind: str
    path: str
    width: int
    mode: str
    file: str


def capture(browser: Browser, origin: str, kind: str, path: str, folder: Path) -> Iterator[Shot]:
    """Whole-page pictures of the page at ``origin + path`` in all widths and modes, written into ``folder``."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(origin + path, wait_until="load")
    page.evaluate(_SHOW_ALL_PICTURES)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for mode in MODES:
            _set_mode(page, mode)
            file = f"{kind}-{width}-{mode}.jpg"
            page.screenshot(path=folder / file, full_page=True, type="jpeg", quality=80)
            yield Shot(kind, path, width, mode, file)
    page.close()


def _set_mode(page: Page, mode: str) -> None:
    page.emulate_media(
        media="print" if mode == "print" else "screen", color_scheme="dark" if mode == "dark" else "light"
    )
    page.evaluate("elder => document.documentElement.dataset.text = elder ? 'elder' : ''", mode == "elder")
