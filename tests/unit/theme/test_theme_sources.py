"""The theme's own files: what a strict content policy, old browsers and slow phones ask of them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import jinja2
import pytest

from generator.engine.theme import ThemeFiles
from generator.render.views import TEMPLATES

THEME = Path(__file__).parents[3] / "theme"
ASSETS = THEME / "assets"
MACHINE_FILES = sorted(path.relative_to(THEME).as_posix() for path in THEME.glob("machine/*"))
TEMPLATE_FILES = [*sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")), *MACHINE_FILES]
THEME_FILES = ThemeFiles((THEME,), "")
COMPONENTS = sorted((ASSETS / "components").glob("*.css"))
STYLES = ("site.css", "pages.css", "feature.css", "guide.css", "services.css", "media.css", "embed.css", "print.css")


def style(name: str) -> str:
    """A style sheet as it is published, without its comments."""
    return re.sub(r"/\*.*?\*/", "", THEME_FILES.content(name).decode(), flags=re.DOTALL)


@pytest.mark.parametrize("name", TEMPLATE_FILES)
def test_a_template_parses(name: str) -> None:
    jinja2.Environment().parse((THEME / name).read_text("utf-8"))


def test_every_kind_of_page_has_its_template() -> None:
    assert set(TEMPLATES.values()) <= set(TEMPLATE_FILES)


@pytest.mark.parametrize("name", TEMPLATE_FILES)
def test_a_template_needs_no_unsafe_inline_and_nothing_from_elsewhere(name: str) -> None:
    source = (THEME / name).read_text("utf-8")
    source = source.replace('<script type="application/ld+json">', "")  # data: browsers execute nothing in it
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)|javascript:", source)
    assert not re.search(r"""(?:src|srcset|href)="(?:https?:)?//""", source)


@pytest.mark.parametrize("name", STYLES)
def test_a_style_sheet_loads_nothing(name: str) -> None:
    assert not re.search(r"url\(|@import|@font-face", style(name))


@pytest.mark.parametrize("name", STYLES)
def test_a_style_sheet_is_read_by_browsers_of_2020(name: str) -> None:
    """No feature whose absence would lose a whole rule or the layout (flex gap, :is, nesting, logical shorthands)."""
    css = style(name)
    assert not re.search(
        r":(?:is|where|has)\(|@(?:layer|container|property)|\binset:|margin-inline|padding-inline|&", css
    )
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        if re.search(r"display:\s*(?:inline-)?flex", body):
            assert not re.search(r"(?<![-\w])gap:", body), selector.strip()


def test_what_every_first_visit_loads_is_small() -> None:
    """A story with its picture has 200 KB at phone width, as servers send it; styles and scripts take 12 KB of them."""
    assert len(gzip.compress(THEME_FILES.content("site.css"))) < 8_000
    assert sum((ASSETS / name).stat().st_size for name in ("prefs.js", "site.js", "read-aloud.js")) < 8_000


def test_scripts_of_one_kind_of_page_are_small() -> None:
    assert sum((ASSETS / name).stat().st_size for name in ("directory.js", "opening.js")) < 16_000


def test_every_component_is_published_in_one_sheet() -> None:
    assert {name for name in THEME_FILES.assets() if name.endswith(".css")} == set(STYLES)
    parts = [part for name in STYLES for part in re.findall(r'@import "(.+)"', (ASSETS / name).read_text("utf-8"))]
    colours = ["tokens.css"] * 2  # pages have them, and the card that other sites frame
    assert sorted(parts) == sorted([*colours, *(f"components/{path.name}" for path in COMPONENTS)])


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_is_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") < 100


def test_every_class_that_is_styled_is_used() -> None:
    written = "".join(path.read_text("utf-8") for path in (*THEME.rglob("*.html"), *ASSETS.glob("*.js")))
    given_by_markdown = {"footnotes", "table-scroll"}
    for name in STYLES:
        for css_class in set(re.findall(r"\.([a-z][\w-]*)", style(name))) - given_by_markdown:
            stem = re.sub(r"-\d+$", "-", css_class)
            assert stem.removeprefix("on-") in TEMPLATES or stem in written, f"{name}: .{css_class}"


SHOWN_BY_OTHERS = {
    "briefings",
    "files",
    "into",
    "kit-row",
    "list-filter",
    "media-blocks",
    "organisation",
    "photo-row",
    "picture",
    "portrait",
    "reports",
    "reuse",
    "standing-blocks",
    "video",
    "video-link",
}
"""Components that stand inside others, or whose own page has all its cases."""


def test_the_style_page_shows_every_component() -> None:
    with_macros = {path.stem for path in THEME.glob("partials/*.html") if "{% macro" in path.read_text("utf-8")}
    shown = set(re.findall(r'"partials/([\w-]+)\.html"', (THEME / "style.html").read_text("utf-8")))
    assert with_macros - shown - SHOWN_BY_OTHERS == set()
