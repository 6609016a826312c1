"""All pages of the sample city as written: valid HTML, nothing inline, nothing from elsewhere."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

VNU = Path(__file__).parents[2] / "tools" / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

NOT_FOR_FILES = "violates Content Security Policy"
"""In a file read from disk nothing is 'self', and data in a page is taken for a script. What the policy blocks,
``test_content_policy`` asks a browser."""

_LOADED = (
    "//script/@src | //link[contains('stylesheet icon manifest preload', @rel)]/@href | //img/@src | //img/@srcset"
    " | //source/@srcset | //iframe/@src | //video/@src | //audio/@src | //object/@data | //form/@action"
)
"""What a browser asks for by itself, or sends a form to."""


@pytest.fixture(scope="module")
def pages(sample_public: Path) -> dict[str, html.HtmlElement]:
    """Every page by its path."""
    found = {
        path.relative_to(sample_public).as_posix(): html.fromstring(path.read_bytes())
        for path in sorted(sample_public.rglob("*.html"))
    }
    assert len(found) > 100
    return found


def test_every_page_is_valid(sample_public: Path) -> None:
    if not VNU.exists() or not shutil.which("java"):
        pytest.skip("the Nu checker or Java is missing; sh tools/test-setup.sh installs them")
    brief = ["-XX:TieredStopAtLevel=1", "-Xss4m"]  # compiled once and simply: it runs for seconds
    run = subprocess.run(
        ["java", *brief, "-jar", VNU, "--format", "json", "--skip-non-html", "--also-check-svg", sample_public],
        capture_output=True, text=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    messages = json.loads(run.stderr)["messages"]
    assert {
        (message["message"], message["url"].rpartition("/site/")[2], message.get("lastLine"))
        for message in messages
        if (message["type"] == "error" or message.get("subType") == "warning")
        and NOT_FOR_FILES not in message["message"]
    } == set()


def test_nothing_is_inline(pages: dict[str, html.HtmlElement]) -> None:
    """A content policy needs no ``unsafe-inline``."""
    inline = (
        "//*[@style] | //style | //script[not(@src)][not(@type='application/ld+json')]"
        " | //*[@*[starts-with(name(), 'on')]]"
    )
    found = {path: page.xpath(inline) for path, page in pages.items()}
    assert {path: elements for path, elements in found.items() if elements} == {}


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, html.HtmlElement]) -> None:
    foreign = {
        (path, url)
        for path, page in pages.items()
        for value in page.xpath(_LOADED)
        for url in value.split(", ")
        if not url.startswith("/") or url.startswith("//")
    }
    assert foreign == set()
