"""The "媒体转载" box, the list of kits, and the feeds of corrections and withdrawals."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import feedparser
import pytest
from builders import TODAY, City, photo
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree, html
from machine_desk import SITE, Desk
from referencing import Registry, Resource

from generator.derive import derive
from generator.model.address import Site
from generator.model.kit import Kit, KitPhoto
from generator.render import fingerprint, site_pages, views

ADDRESSES = {
    "a": "stories/2026/a/",
    "zhou": "profiles/zhou/",
    "month": "campaigns/month/",
    "lights": "features/lights/",
}
IDS = {
    "a": "stories/2026/a",
    "zhou": "content/profiles/zhou",
    "month": "content/campaigns/month",
    "lights": "content/features/lights",
}


def kit(
    slug: str, digest: str = "d", left_out: int = 0, photos: tuple[str, ...] = (), reads: frozenset[str] = frozenset()
) -> Kit:
    folder = f"kits/{ADDRESSES[slug]}"
    return Kit(
        IDS[slug], f"{folder}{slug}.zip", f"{folder}{slug}.docx", f"{folder}{slug}.txt", f"{folder}{slug}-wechat.json",
        tuple(KitPhoto(file, f"{folder}{slug}-{number:02}.jpg", 3000, 2000) for number, file in enumerate(photos, 1)), left_out, 1, digest, reads,
    )  # fmt: skip


def city(**settings: Any) -> City:
    return (
        City(press_phone="0000-8801210", **settings)
        .story("a", media=True, title="标题“甲”<乙>", summary="摘要", photo_files=(photo("one.jpg"),), photos=[{"file": "one.jpg", "alt": "画面", "caption": "说明", "credit": "陈一舟"}])
        .story("b", rights="none")
        .profile("zhou", media=True)
        .campaign("month", media=True, rights="ask")
        .feature("lights", media=True)
        .page("media", shows=["kits", "feeds"], place="about")
    )  # fmt: skip


KITS = {IDS[slug]: kit(slug, photos=("one.jpg",) if slug == "a" else ()) for slug in IDS}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(city(), tmp_path, kits=KITS)


def box(desk: Desk, address: str) -> Any:
    [found] = html.fromstring(desk.write(address)).xpath("//section[@aria-labelledby='reuse']")
    return found


@pytest.mark.parametrize("slug", ADDRESSES)
def test_every_kind_offers_its_kit_in_one_box(desk: Desk, slug: str) -> None:
    found = box(desk, ADDRESSES[slug])
    assert found.find("h2").text == "媒体转载"
    links = {link.get("href") for link in found.iter("a")}
    base = f"/volunteer/kits/{ADDRESSES[slug]}{slug}"
    assert links >= {f"{base}.zip", f"{base}.docx", f"{base}.txt", "tel:00008801210"}
    assert "53 KB" in found.text_content()
    text = " ".join(found.text_content().split())
    assert ("转载请先与本站联系。" if slug == "month" else "转载") in text
    [wechat] = found.xpath(".//button[@data-copy-wechat]")
    assert wechat.get("data-copy-wechat") == f"{base}-wechat.json"
    assert not found.xpath(".//button[not(ancestor-or-self::*[contains(@class, 'js-only')])]")


def test_words_are_copied_as_they_are(desk: Desk) -> None:
    copied = [button.get("data-copy") for button in box(desk, ADDRESSES["a"]).xpath(".//button[@data-copy]")]
    url = "https://example.org/volunteer/stories/2026/a/"
    credit, title, summary, frame, plain, link = copied
    assert [credit, title, summary, link] == [f"来源：河湾志愿，陈一舟，{url}", "标题“甲”<乙>", "摘要", url]
    assert frame.startswith("<iframe ") and plain.startswith("<p>")


def test_photos_have_caption_credit_and_size(desk: Desk) -> None:
    [row] = box(desk, ADDRESSES["a"]).xpath(".//ul[@class='press']/li")
    text = row.text_content()
    assert "说明" in text and "陈一舟" in text and "3000×2000" in text
    assert row.xpath(".//a/@href") == ["/volunteer/kits/stories/2026/a/a-01.jpg"]


def test_a_page_without_a_kit_says_what_may_be_done_and_loads_nothing(tmp_path: Path) -> None:
    desk = Desk(city(), tmp_path)
    for address in (*ADDRESSES.values(), "stories/2026/b/"):
        page = desk.write(address)
        assert "kits/" not in page and "media.js" not in page and "media.css" not in page
    forbidden = box(desk, "stories/2026/b/").text_content()
    assert "请勿转载。" in forbidden
    assert "署名" not in forbidden and "复制标题" not in forbidden


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    page = Desk(city(), tmp_path, kits={IDS["a"]: kit("a", left_out=2)}).write(ADDRESSES["a"])
    assert "另有 2 张图片没有放进资料包" in page


def test_pages_follow_the_kit(tmp_path: Path) -> None:
    """Sizes are asked for when a page is written, so a kit of other bytes must make its pages anew."""
    data = city().data()
    prints = [
        {page.address: fingerprint(page, "") for page in site_pages(data, SITE, None, kits)}
        for kits in (KITS, KITS | {IDS["a"]: kit("a", "other", photos=("one.jpg",))})
    ]
    changed = {address for address in prints[0] if prints[0][address] != prints[1][address]}
    assert changed == {"stories/2026/a/", "media/", "media/kits/", "media/photos/"}


def test_a_page_notes_what_its_kits_were_made_from() -> None:
    data = city().data()
    kits = {IDS["lights"]: kit("lights", reads=frozenset({"stories/2026/far"}))}
    pages = {page.address: page for page in site_pages(data, SITE, None, kits)}
    for address in ("media/", "features/lights/"):
        data.public.notes.clear()
        pages[address].make_view()
        assert "stories/2026/far" in data.public.notes


def test_the_media_centre_lists_kits_newest_first(desk: Desk) -> None:
    [block, feeds] = desk.view("media/")["blocks"]
    assert set(block) == set(get_type_hints(views.KitsBlock))
    assert [row["entry"]["name"] for row in block["kits"]] == ["夜里的灯", "标题“甲”<乙>", "周淑兰", "学雷锋活动月"]
    assert all(set(row) == set(get_type_hints(views.KitRow)) for row in block["kits"])
    assert [link["url"] for link in feeds["notices"]] == [
        "/volunteer/corrections/atom.xml",
        "/volunteer/corrections/feed.json",
        "/volunteer/corrections/ninjs.json",
    ]
    page = html.fromstring(desk.write("media/"))
    assert page.xpath("//ul[@class='kits']//a[@download]/@href")[0] == "/volunteer/kits/features/lights/lights.zip"


def noticed(tmp_path: Path) -> Desk:
    found = (
        City()
        .story("a", title="《甲》<&>", corrections=[{"date": "2026-03-10", "text": "二改<三>"}, {"date": "2026-03-08", "text": "一改二"}])
        .story("gone", title="绝密", summary="绝密", withdrawn={"date": "2026-03-09", "reason": "核实后另发。"})
    )  # fmt: skip
    desk = Desk(found, tmp_path, hidden=("gone",))
    data = derive(found.catalogue(), frozenset({"stories/2026/a"}), TODAY, frozenset({"stories/2026/gone"}))
    desk.pages = {page.address: page for page in site_pages(data, SITE)}
    return desk


def test_corrections_and_withdrawals_are_told_newest_first(tmp_path: Path) -> None:
    desk = noticed(tmp_path)
    feed = feedparser.parse(desk.write("corrections/atom.xml").encode())
    assert not feed.bozo
    base = "https://example.org/volunteer/stories/2026/"
    assert [(each.id, each.title) for each in feed.entries] == [
        (f"{base}a/#correction-2", "更正：《甲》<&>"),
        (f"{base}gone/#withdrawn", "撤回：这篇志愿故事"),
        (f"{base}a/#correction-1", "更正：《甲》<&>"),
    ]
    assert feed.feed.updated == "2026-03-10T00:00:00+08:00"
    found = json.loads(desk.write("corrections/feed.json"))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert [each["id"] for each in found["items"]] == [each.id for each in feed.entries]
    assert [each["tags"] for each in found["items"]] == [["correction"], ["withdrawal"], ["correction"]]
    assert "核实后另发。" in found["items"][1]["content_text"]
    for name in ("atom.xml", "feed.json"):
        assert "绝密" not in desk.write(f"corrections/{name}")


def test_the_notices_follow_the_grammar_of_atom(tmp_path: Path, desk: Desk) -> None:
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    for where in (noticed(tmp_path / "noticed"), desk):
        feed = etree.fromstring(where.write("corrections/atom.xml").encode())
        assert grammar.validate(feed), grammar.error_log


def test_the_notices_are_ninjs_too(tmp_path: Path) -> None:
    schema = json.loads((Path(__file__).parents[1] / "kits" / "ninjs-schema_3.1.json").read_text("utf-8"))
    geo = Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"})
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geo)
    validator = Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
    found = json.loads(noticed(tmp_path).write("corrections/ninjs.json"))
    for each in found:
        validator.validate(each)
    assert [each["pubStatus"] for each in found] == ["usable", "canceled", "usable"]
    assert "绝密" not in str(found)


def test_a_correction_keeps_its_number_when_another_one_follows(tmp_path: Path) -> None:
    ids = []
    for days in (["2026-03-08"], ["2026-03-08", "2026-03-10"], ["2026-03-10", "2026-03-08"]):
        where = City().story("a", corrections=[{"date": day, "text": day} for day in days])
        desk = Desk(where, tmp_path / str(len(ids)))
        ids.append({each["text"]: each["id"] for each in desk.view("corrections/atom.xml")["notices"]}["2026-03-08"])
    assert len(set(ids)) == 1


def test_without_kits_corrections_and_withdrawals_there_is_no_feed() -> None:
    assert not [page for page in site_pages(City().story("a").data(), SITE) if page.address.startswith("corrections/")]
    assert not [
        page for page in site_pages(city().data(date(2026, 3, 12)), Site.at(None)) if "notices" in page.template
    ]
