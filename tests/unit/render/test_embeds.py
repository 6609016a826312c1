"""Cards that other sites frame, and the answers to oEmbed: what the specification asks for, and nothing that may not travel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builders import TODAY, City, photo
from lxml import html
from machine_desk import SITE, Desk

from generator.derive import derive
from generator.model.address import Site
from generator.model.kit import Kit
from generator.render import site_pages
from generator.render.embeds import HEIGHT, WIDTH

PAGE = "stories/2026/a/"
EMBED, OEMBED = f"{PAGE}embed/", f"{PAGE}oembed.json"
KIT = Kit("stories/2026/a", "kits/a.zip", "kits/a.docx", "kits/a.txt", "kits/a.json", (), 0, 1, "d", frozenset())
KITS = {KIT.entry_id: KIT}


def city(*photos: dict[str, Any], **meta: Any) -> City:
    files = tuple(photo(each["file"]) for each in photos)
    values = {"media": True, "title": "标题“甲”<乙>&", "summary": "摘要<丙>", "photos": list(photos), **meta}
    return City().story("a", photo_files=files, **values)


def written(tmp_path: Path, found: City, kits: dict[str, Kit] = KITS) -> Desk:
    return Desk(found, tmp_path, kits=kits)


PICTURE = {"file": "one.jpg", "alt": "画面", "credit": "陈一舟"}


def test_the_answer_has_what_oembed_requires(tmp_path: Path) -> None:
    """oEmbed 1.0, sections 2.3.4 and 2.3.4.4; thumbnails come with their size."""
    desk = written(tmp_path, city(PICTURE))
    found = json.loads(desk.write(OEMBED))
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert (found["width"], found["height"]) == (WIDTH, HEIGHT)
    assert all(isinstance(found[name], int) for name in ("width", "height", "thumbnail_width", "thumbnail_height"))
    assert set(found) <= {
        *("version", "type", "title", "author_name", "author_url", "provider_name", "provider_url", "cache_age"),
        *("thumbnail_url", "thumbnail_width", "thumbnail_height", "html", "width", "height"),
    }
    assert found["thumbnail_url"].startswith("https://example.org/volunteer/photos/")
    assert f"-{found['thumbnail_width']}.jpg" in found["thumbnail_url"]
    assert found["title"] == "标题“甲”<乙>&" and found["author_name"] == "陈一舟"
    frame = html.fromstring(found["html"])
    assert (frame.tag, frame.get("title")) == ("iframe", "标题“甲”<乙>&")
    assert frame.get("src") == f"https://example.org/volunteer/{EMBED}"
    assert (frame.get("width"), frame.get("height")) == (str(WIDTH), str(HEIGHT))


def test_the_entry_s_page_leads_to_the_answer_and_offers_the_same_frame(tmp_path: Path) -> None:
    desk = written(tmp_path, city(PICTURE))
    page = html.fromstring(desk.write(PAGE))
    [link] = page.xpath("//head/link[@type='application/json+oembed']")
    assert (link.get("rel"), link.get("href")) == ("alternate", f"https://example.org/volunteer/{OEMBED}")
    frame, plain = page.xpath("//div[@class='paste']/button/@data-copy")
    assert frame == json.loads(desk.write(OEMBED))["html"]
    assert [frame, plain] == page.xpath("//div[@class='paste']/pre/text()")
    pasted = html.fromstring(f"<div>{plain}</div>")
    assert pasted.xpath(".//a/@href") == [f"https://example.org/volunteer/{PAGE}"] * 2
    assert "摘要<丙>" in pasted.text_content() and not pasted.xpath(".//*[@style or @class]")


def test_the_card_needs_no_script_and_belongs_to_the_entry(tmp_path: Path) -> None:
    desk = written(tmp_path, city(PICTURE))
    card = html.fromstring(desk.write(EMBED))
    assert not card.xpath("//script | //@style | //style | //form | //iframe")
    policy = card.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"
    assert card.xpath("//link[@rel='canonical']/@href") == [f"https://example.org/volunteer/{PAGE}"]
    assert card.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert card.xpath("//a/@target") == ["_blank"]
    assert EMBED not in desk.write("sitemap.xml")


@pytest.mark.parametrize(
    "limits",
    [
        {"site_only": True},
        {"minor": True},
        {"consent": {"reference": "S-1"}},
        {"consent": {"reference": "S-1", "reuse": True, "expires": "2026-03-11"}},
    ],
)
def test_a_picture_that_may_not_travel_is_not_on_the_card(tmp_path: Path, limits: dict[str, Any]) -> None:
    """The page shows it where it may; the card takes another one, or does without."""
    other = {"file": "two.jpg", "alt": "另一幅", "credit": "李四"}
    for others, alts in ((), []), ((other,), ["另一幅"]):
        desk = written(tmp_path / str(len(alts)), city({**PICTURE, **limits}, *others))
        card = html.fromstring(desk.write(EMBED))
        assert card.xpath("//figure//img/@alt") == alts
        assert ("thumbnail_url" in json.loads(desk.write(OEMBED))) == bool(alts)


def test_a_picture_made_by_a_machine_says_so(tmp_path: Path) -> None:
    card = html.fromstring(written(tmp_path, city({**PICTURE, "ai": True})).write(EMBED))
    assert "人工智能生成" in card.xpath("string(//figcaption)")


def test_the_card_outlives_the_kit_and_moves_with_the_entry(tmp_path: Path) -> None:
    old = City(media_kits={"kinds": ["story"], "months": 1}).story("a", date="2026-01-02", aliases=["stories/2026/b"])
    desk = written(tmp_path, old, {})
    assert desk.write("stories/2026/b/embed/") == desk.write(EMBED)
    assert OEMBED not in desk.pages and "oembed" not in desk.write(PAGE)


def test_of_what_was_taken_back_the_notice_is_framed(tmp_path: Path) -> None:
    gone = city(
        PICTURE,
        title="绝密",
        summary="绝密",
        aliases=["stories/2026/b"],
        withdrawn={"date": "2026-03-09", "reason": "核实后另发。"},
    ).story("b2")
    desk = written(tmp_path, gone, {})
    data = derive(gone.catalogue(), frozenset({"stories/2026/b2"}), TODAY, frozenset({"stories/2026/a"}))
    desk.pages = {page.address: page for page in site_pages(data, SITE)}
    for address in (EMBED, "stories/2026/b/embed/"):
        card = desk.write(address)
        assert "这篇志愿故事已经撤回" in html.fromstring(card).text_content() and "核实后另发。" in card
        assert "绝密" not in card and "photos/" not in card
    found = json.loads(desk.write(OEMBED))
    assert (found["type"], found["version"], found["title"]) == ("link", "1.0", "这篇志愿故事已经撤回")
    assert "绝密" not in str(found) and "html" not in found


@pytest.mark.parametrize("meta", [{"media": None}, {"media": False}, {"rights": "none"}])
def test_nothing_is_framed_of_what_is_not_offered(meta: dict[str, Any]) -> None:
    pages = site_pages(city(PICTURE, **meta).data(), SITE)
    assert not [page for page in pages if page.template in ("embed.html", "machine/oembed.json")]


def test_without_an_address_of_the_site_nothing_can_be_framed() -> None:
    pages = {page.address: page for page in site_pages(city(PICTURE).data(), Site.at(None), None, KITS)}
    assert EMBED not in pages and OEMBED not in pages
    assert pages[PAGE].make_view()["kit"]["embed"] is None
