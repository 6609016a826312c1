"""Feeds: valid in each format, whole texts with absolute addresses, fingerprints that follow the texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
from builders import City, photo
from lxml import etree, html
from machine_desk import SITE, Desk

from generator.model.address import Site
from generator.model.body import Body, Html
from generator.read.markdown import parse_body
from generator.render import fingerprint, site_pages

TEXT = """一段话，有[链接](/stories/2026/b/)、[外站](https://other.example/x?a=1&b=2)和[锚点](#小标题)。[^1]

## 小标题

![](in-text.jpg)

`<a href="/stories/">` ]]> & 结束 😀 𠮷

::: quote 何玉梅
你喝你的。
:::

::: person zhou
:::

[^1]: 脚注。
"""


def city() -> City:
    outline, _ = parse_body(TEXT, 1)
    return (
        City()
        .story(
            "a",
            title="《热水》 & <夜班>",
            date="2026-03-06 08:30",
            outline=outline,
            photo_files=(photo("lead.jpg"), photo("in-text.jpg")),
            photos=[
                {"file": "lead.jpg", "alt": "站台", "caption": "末班车", "credit": "陈一舟", "ai": True},
                {"file": "in-text.jpg", "alt": "壶"},
            ],
            corrections=[{"date": "2026-03-08", "text": "改<一>处"}],
            source={"name": "河湾日报"},
        )
        .story("b", date="2026-03-01", categories=["health"], district="wangshan")
        .profile("zhou")
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    _, body = parse_body(TEXT, 1)
    return Desk(city(), tmp_path, {"stories/2026/a": body})


FEEDS = [
    base + name
    for base in ("stories/", "categories/health/", "districts/qinghe/")
    for name in ("rss.xml", "atom.xml", "feed.json")
]


def test_there_are_three_feeds_for_all_stories_each_category_and_each_district(desk: Desk) -> None:
    found = {address for address in desk.pages if address.endswith(("rss.xml", "atom.xml", "feed.json"))}
    found -= {"corrections/atom.xml", "corrections/feed.json"}
    assert found > set(FEEDS)
    assert len(found) == 3 * (1 + 2 + 2)


def test_without_a_full_address_there_are_no_feeds_and_no_site_map() -> None:
    assert not [page.address for page in site_pages(city().data(), Site.at(None)) if page.template[:8] == "machine/"]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_is_read_by_feedparser(desk: Desk, name: str) -> None:
    feed = feedparser.parse(desk.write(f"stories/{name}").encode())
    assert not feed.bozo
    newest, older = feed.entries
    assert (newest.title, newest.link) == ("《热水》 & <夜班>", "https://example.org/volunteer/stories/2026/a/")
    assert newest.author == "陈一舟"
    assert newest.published_parsed[:5] == (2026, 3, 6, 0, 30)  # in UTC
    assert [each.term for each in newest.tags] == ["邻里互助", "青河区", "走进社区"]
    [enclosure] = newest.enclosures
    assert (enclosure.type, enclosure.length) == ("image/jpeg", "54321")
    assert enclosure.href.startswith("https://example.org/volunteer/photos/")
    assert not older.enclosures


@pytest.mark.parametrize("address", [each for each in FEEDS if each.endswith("atom.xml")])
def test_atom_follows_its_grammar(desk: Desk, address: str) -> None:
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    feed = etree.fromstring(desk.write(address).encode())
    assert grammar.validate(feed), grammar.error_log
    namespace = {"a": "http://www.w3.org/2005/Atom"}
    ids = feed.xpath("a:entry/a:id/text()", namespaces=namespace)
    assert len(set(ids)) == len(ids) > 0
    feed.remove(feed.find("a:updated", namespace))
    assert not grammar.validate(feed)


def test_a_json_feed_has_the_shape_of_version_1_1(desk: Desk) -> None:
    feed: dict[str, Any] = json.loads(desk.write("stories/feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://example.org/volunteer/stories/feed.json"
    assert {type(feed[key]) for key in ("title", "home_page_url", "description", "language")} == {str}
    for item in feed["items"]:
        assert item["id"] == item["url"]
        assert isinstance(item["content_html"], str)
        assert all(author["name"] for author in item["authors"])
        for attachment in item.get("attachments", []):
            assert set(attachment) == {"url", "mime_type", "size_in_bytes"}
    assert feed["items"][0]["date_modified"] == "2026-03-08T00:00:00+08:00"


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml", "feed.json"])
def test_the_text_is_whole_and_leads_out_of_the_feed(desk: Desk, name: str) -> None:
    written = desk.write(f"stories/{name}")
    if name == "feed.json":
        content = json.loads(written)["items"][0]["content_html"]
    else:
        content = feedparser.parse(written.encode(), sanitize_html=False).entries[0].content[0].value
    page = "https://example.org/volunteer/stories/2026/a/"
    text = html.fromstring(f"<div>{content}</div>")
    addresses = [*text.xpath("//@href"), *text.xpath("//@src")]
    assert all(address.startswith("https://") for address in addresses), addresses
    assert {"https://example.org/volunteer/stories/2026/b/", "https://other.example/x?a=1&b=2"} <= set(addresses)
    assert any(address.startswith(f"{page}#") for address in addresses)
    said = text.text_content()
    for words in ('<a href="/stories/">', "]]> & 结束 😀 𠮷", "你喝你的。", "周淑兰", "末班车", "人工智能生成"):
        assert words in said
    assert "更正（2026年3月8日）：改<一>处" in said
    assert "来源：河湾日报" in said
    assert len(text.xpath("//img")) == 2


def test_a_feed_changes_with_the_texts_in_it_and_with_no_others() -> None:
    one, two = (
        {page.address: fingerprint(page, "") for page in site_pages(City().story("a").story("b", district="wangshan", body_digest=digest).data(), SITE)}
        for digest in ("1", "2")
    )  # fmt: skip
    changed = {address for address in one if one[address] != two[address]}
    assert {"stories/atom.xml", "districts/wangshan/rss.xml", "stories/2026/b/"} <= changed
    assert not changed & {"districts/qinghe/atom.xml", "sitemap.xml", "robots.txt"}


def test_a_feed_holds_the_newest_alone() -> None:
    many = City()
    for number in range(25):
        many.story(f"s{number}", date=f"2026-02-{1 + number:02d}")
    pages = {page.address: page for page in site_pages(many.data(), SITE)}
    assert pages["stories/atom.xml"].bodies_of == tuple(f"stories/2026/s{number}" for number in range(24, 4, -1))


def test_a_control_character_does_not_spoil_a_feed(tmp_path: Path) -> None:
    desk = Desk(City().story("a"), tmp_path, {"stories/2026/a": Body((Html("<p>热\x0b水\ufffe</p>"),))})
    for name in ("rss.xml", "atom.xml"):
        etree.fromstring(desk.write(f"stories/{name}").encode())


def test_every_page_tells_programs_where_the_feeds_are(desk: Desk) -> None:
    for address, count in (("", 3), ("stories/2026/a/", 3), ("categories/health/", 6), ("districts/qinghe/", 6)):
        page = html.fromstring(desk.write(address))
        links = page.xpath("//head/link[@rel='alternate']/@href")
        assert len(links) == count
        assert all(link.removeprefix("/volunteer/") in desk.pages for link in links)
