"""What every page of the sample says of itself in its head, and that a strict content policy suits all of them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE = ("ArticleTitle", "ContentSource", "ColumnName", "ColumnType", "Description", "Url")
UNDATED = ("station", "activity")
"""Their entries have no day of publication, and none is made up."""

RECORDS = {
    "home": "WebSite", "story": "NewsArticle", "profile": "ProfilePage", "activity": "Event", "campaign": "Event",
    "feature": "CollectionPage", "document": "DigitalDocument", "station": "Place",
}  # fmt: skip
ARTICLES = frozenset({*RECORDS, "page"}) - {"home"}
NEITHER = ("home", "not-found", "gone", "redirect", "search")


@pytest.fixture(scope="module")
def documents(sample_public: Path) -> dict[str, html.HtmlElement]:
    """All pages by their path, but for the cards that other sites frame: they have a head of their own."""
    files = sorted(sample_public.rglob("*.html"))
    pages = {path.relative_to(sample_public).as_posix(): html.fromstring(path.read_bytes()) for path in files}
    return {path: page for path, page in pages.items() if kind_of(page) != "embed"}


def kind_of(page: html.HtmlElement) -> str:
    return str(page.find("body").get("class", "")).removeprefix("on-")


def named(page: html.HtmlElement) -> dict[str, str]:
    return {str(tag.get("name")): str(tag.get("content")) for tag in page.iterfind(".//meta[@name]")}


def test_no_page_needs_inline_styles_or_scripts(documents: dict[str, html.HtmlElement]) -> None:
    for path, page in documents.items():
        assert not page.xpath("//@style | //style"), path
        assert not [name for name in page.xpath("//@*/..") for name in name.attrib if name.startswith("on")], path
        assert {each.get("type") for each in page.xpath("//script[not(@src)]")} <= {"application/ld+json"}, path
        assert not [each for each in page.xpath("//@href | //@action") if each.lower().startswith("javascript:")], path


def test_every_page_states_the_content_policy(documents: dict[str, html.HtmlElement]) -> None:
    for path, page in documents.items():
        stated = page.xpath("//meta[@http-equiv='Content-Security-Policy']")
        assert [each.get("content") for each in stated] == [POLICY], path
        # It holds for what comes after it.
        assert stated[0].getprevious().get("charset"), path


def test_every_page_carries_the_tags_of_the_guide(documents: dict[str, html.HtmlElement]) -> None:
    for path, page in documents.items():
        kind, tags = kind_of(page), named(page)
        wanted = SITE + (ARTICLE if kind in ARTICLES else () if kind in NEITHER else COLUMN)
        assert [name for name in wanted if not tags.get(name)] == [], path
        assert ("PubDate" in tags) == (kind in ARTICLES and kind not in UNDATED), path
        doubled = Counter(str(tag.get("name")) for tag in page.iterfind(".//meta[@name]"))
        assert max(doubled.values()) == 1, path


def test_every_page_has_a_share_picture_of_the_stated_size(
    sample_public: Path, documents: dict[str, html.HtmlElement]
) -> None:
    for path, page in documents.items():
        facts = {tag.get("property"): tag.get("content") for tag in page.iterfind(".//meta[@property]")}
        origin = page.xpath("string(//link[@rel='canonical']/@href)").split("/", 3)
        file = sample_public / str(facts["og:image"]).removeprefix("/".join(origin[:3]) + "/")
        with Image.open(file) as picture:
            assert picture.format in ("PNG", "JPEG"), path
            assert [str(side) for side in picture.size] == [facts["og:image:width"], facts["og:image:height"]], path
        assert file.stat().st_size < 300_000, path


def test_records_fit_the_kind_of_page(documents: dict[str, html.HtmlElement]) -> None:
    for path, page in documents.items():
        found = [each for data in page.xpath("//script[@type]/text()") for each in json.loads(data)["@graph"]]
        types = [each["@type"] for each in found]
        kind = kind_of(page)
        if kind in RECORDS:
            assert types[0] == RECORDS[kind], path
        assert ("BreadcrumbList" in types) == (kind not in ("home", "not-found", "redirect")), path


def test_feeds_are_named_and_can_be_seen(documents: dict[str, html.HtmlElement]) -> None:
    lists = {path: page for path, page in documents.items() if path.startswith(("categories/", "districts/"))}
    assert lists
    for path, page in lists.items():
        if kind_of(page) != "list":
            continue
        named_feeds = set(
            page.xpath(
                "//link[@rel='alternate'][contains(@href, '/districts/') or contains(@href, '/categories/')]/@href"
            )
        )
        assert len(named_feeds) == 3, path
        assert named_feeds <= set(page.xpath("//main//a/@href")), path
    home = documents["index.html"]
    assert home.xpath("//footer//a[normalize-space()='订阅']")
