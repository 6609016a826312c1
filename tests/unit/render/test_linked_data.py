"""Structured data as search engines extract it from the pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import extruct
import pytest
from builders import City, photo
from lxml import html
from machine_desk import Desk

from generator.model.address import Site

PAGE = "https://example.org/volunteer/stories/2026/a/"


def records(desk: Desk, address: str) -> dict[str, dict[str, Any]]:
    """Records of a page by type."""
    found = extruct.extract(desk.write(address), syntaxes=["json-ld"])["json-ld"]
    assert len(found) <= 1
    for document in found:
        assert document["@context"] == "https://schema.org"
    return {record["@type"]: record for document in found for record in document["@graph"]}


def story(tmp_path: Path, **meta: Any) -> dict[str, dict[str, Any]]:
    return records(Desk(City().story("a", **meta), tmp_path), "stories/2026/a/")


PICTURED: dict[str, Any] = {
    "photo_files": (photo("lead.jpg"),),
    "photos": [{"file": "lead.jpg", "alt": "站台", "caption": "末班车", "credit": "陈一舟", "ai": True}],
}


def test_a_story_is_a_news_article(tmp_path: Path) -> None:
    article = story(
        tmp_path,
        date="2026-03-06 08:30",
        byline="陈一舟、李青",
        corrections=[{"date": "2026-03-08", "text": "改"}],
        source={"name": "日报", "url": "https://news.example/1"},
        **PICTURED,
    )["NewsArticle"]
    assert article["headline"] == "夜班公交末站的热水"
    assert article["datePublished"] == "2026-03-06T08:30:00+08:00"
    assert article["dateModified"] == "2026-03-08T00:00:00+08:00"
    assert [each["name"] for each in article["author"]] == ["陈一舟", "李青"]
    assert article["publisher"]["name"] == "河湾志愿"
    assert article["url"] == article["mainEntityOfPage"] == PAGE
    assert article["isBasedOn"] == "https://news.example/1"
    image = article["image"]
    assert image["contentUrl"].startswith("https://example.org/volunteer/photos/")
    assert image["contentUrl"].endswith("-1320.jpg")
    assert (image["caption"], image["creditText"]) == ("末班车", "陈一舟")
    assert image["digitalSourceType"].endswith("TrainedAlgorithmicMediaDigitalSource")


@pytest.mark.parametrize(
    ("rights", "keys"),
    [("reprint", {"license", "acquireLicensePage"}), ("ask", {"acquireLicensePage"}), ("none", set())],
)
def test_a_licence_is_named_where_rights_allow(tmp_path: Path, rights: str, keys: set[str]) -> None:
    desk = Desk(City().story("a", rights=rights, **PICTURED), tmp_path)
    image = records(desk, "stories/2026/a/")["NewsArticle"]["image"]
    assert {key for key in image if "icense" in key} == keys
    assert {image[key] for key in keys} <= {f"{PAGE}#reuse"}
    assert html.fromstring(desk.write("stories/2026/a/")).get_element_by_id("reuse") is not None


def test_a_site_without_share_pictures_names_none(tmp_path: Path) -> None:
    desk = Desk(City(share_pictures="false").story("a"), tmp_path)
    assert "image" not in records(desk, "stories/2026/a/")["NewsArticle"]
    page = html.fromstring(desk.write("stories/2026/a/"))
    assert not page.xpath("//meta[@property='og:image']")
    assert page.xpath("//meta[@name='twitter:card']/@content") == ["summary"]


def test_terms_of_pictures_come_from_the_settings(tmp_path: Path) -> None:
    terms, contact = "https://example.org/terms/", "https://example.org/press/"
    desk = Desk(City(rights_url=terms, licensor_url=contact).story("a", rights="none", **PICTURED), tmp_path)
    image = records(desk, "stories/2026/a/")["NewsArticle"]["image"]
    assert (image["license"], image["acquireLicensePage"]) == (terms, contact)
    assert image["copyrightNotice"]
    assert image["creator"] == {"@type": "Person", "name": "陈一舟"}


def test_a_story_without_a_photo_is_shared_with_its_designed_card(tmp_path: Path) -> None:
    desk = Desk(City().story("a"), tmp_path)
    page = html.fromstring(desk.write("stories/2026/a/"))
    [image] = page.xpath("//meta[@property='og:image']/@content")
    assert image.startswith("https://example.org/volunteer/share/") and image.endswith(".png")
    assert page.xpath("//meta[@property='og:image:width']/@content") == ["1200"]
    assert page.xpath("//meta[@property='og:image:height']/@content") == ["630"]
    assert page.xpath("//meta[@property='og:image:alt']/@content") == ["夜班公交末站的热水"]
    assert records(desk, "stories/2026/a/")["NewsArticle"]["image"]["contentUrl"] == image


def test_pages_of_no_entry_are_shared_with_the_card_of_the_site(tmp_path: Path) -> None:
    desk = Desk(City().story("a"), tmp_path)
    images = {
        html.fromstring(desk.write(address)).xpath("string(//meta[@property='og:image']/@content)")
        for address in ("", "stories/", "stations/", "404.html")
    }
    assert len(images) == 1
    assert next(iter(images)).startswith("https://example.org/volunteer/share/")


def test_a_photo_is_shared_as_a_crop_with_its_full_address(tmp_path: Path) -> None:
    page = html.fromstring(Desk(City().story("a", **PICTURED), tmp_path).write("stories/2026/a/"))
    [image] = page.xpath("//meta[@property='og:image']/@content")
    assert image.startswith("https://example.org/volunteer/photos/") and image.endswith("-1200.jpg")
    assert page.xpath("//meta[@property='og:image:height']/@content") == ["630"]
    assert page.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert page.xpath("//link[@rel='canonical']/@href") == [PAGE]


def test_breadcrumbs_lead_from_the_home_page(tmp_path: Path) -> None:
    trail = story(tmp_path)["BreadcrumbList"]["itemListElement"]
    assert [each["position"] for each in trail] == [1, 2, 3, 4]
    assert [each["name"] for each in trail] == ["首页", "志愿故事", "邻里互助", "夜班公交末站的热水"]
    assert trail[1]["item"] == "https://example.org/volunteer/stories/"
    assert "item" not in trail[-1]


def test_profiles_are_of_persons_or_organisations(tmp_path: Path) -> None:
    city = (
        City()
        .profile("zhou", honours=[{"honour": "model-volunteer", "year": 2025}])
        .profile("team", kind="group", name="护河队")
    )
    desk = Desk(city, tmp_path)
    person = records(desk, "profiles/zhou/")["ProfilePage"]["mainEntity"]
    assert (person["@type"], person["name"], person["award"]) == ("Person", "周淑兰", ["2025年最美志愿者"])
    assert records(desk, "profiles/team/")["ProfilePage"]["mainEntity"]["@type"] == "Organization"


def test_activities_and_campaigns_are_events(tmp_path: Path) -> None:
    desk = Desk(
        City()
        .activity("act", places=30, taken=12, taken_on="2026-03-11")
        .activity("off", status="cancelled")
        .campaign("m"),
        tmp_path,
    )
    event = records(desk, "activities/2026/act/")["Event"]
    assert (event["startDate"], event["endDate"]) == ("2026-03-14T09:00:00+08:00", "2026-03-14T11:30:00+08:00")
    assert event["location"]["name"] == "滨河社区志愿服务站一楼"
    assert event["location"]["address"]["addressLocality"] == "河湾市青河区"
    assert event["organizer"]["name"] == "河湾市志愿服务中心"
    assert event["remainingAttendeeCapacity"] == 18
    assert event["eventStatus"].endswith("/EventScheduled")
    assert records(desk, "activities/2026/off/")["Event"]["eventStatus"].endswith("/EventCancelled")
    assert records(desk, "campaigns/m/")["Event"]["startDate"] == "2026-03-01"


def test_a_station_is_a_place(tmp_path: Path) -> None:
    at = {"lon": 116.410244, "lat": 39.916404, "crs": "gcj02"}
    desk = Desk(City().station("s", phone="0000-8801234", coordinates=at).station("t"), tmp_path)
    place = records(desk, "stations/s/")["Place"]
    assert (place["name"], place["telephone"]) == ("滨河社区志愿服务站", "0000-8801234")
    assert (place["geo"]["longitude"], place["geo"]["latitude"]) == pytest.approx((116.404, 39.915), abs=1e-5)
    assert "geo" not in records(desk, "stations/t/")["Place"]
    assert place["address"]["streetAddress"] == "青河区滨河路 18 号"


def test_opening_times_are_said_whole_or_not_at_all(tmp_path: Path) -> None:
    hours = "Mo-Fr 09:00-11:30,14:00-17:30; Su 14:00-17:00"
    desk = Desk(City().station("s", hours=hours).station("t", hours="Mo-Fr 09:00-17:00; PH off"), tmp_path)
    told = records(desk, "stations/s/")["Place"]["openingHoursSpecification"]
    assert [(len(each["dayOfWeek"]), each["opens"], each["closes"]) for each in told] == [
        (5, "09:00", "11:30"),
        (5, "14:00", "17:30"),
        (1, "14:00", "17:00"),
    ]
    assert told[2]["dayOfWeek"] == ["https://schema.org/Sunday"]
    assert "openingHoursSpecification" not in records(desk, "stations/t/")["Place"]


def test_signing_up_costs_nothing(tmp_path: Path) -> None:
    desk = Desk(City().activity("a", sign_up={"url": "https://sign.example/1", "deadline": "2026-03-13"}), tmp_path)
    offer = records(desk, "activities/2026/a/")["Event"]["offers"]
    assert (offer["price"], offer["priceCurrency"], offer["url"]) == (0, "CNY", "https://sign.example/1")
    assert offer["availability"] == "https://schema.org/InStock"
    late = Desk(City().activity("a", sign_up={"url": "https://sign.example/1", "deadline": "2026-03-11"}), tmp_path)
    assert records(late, "activities/2026/a/")["Event"]["offers"]["availability"] == "https://schema.org/SoldOut"


def test_a_feature_names_its_parts(tmp_path: Path) -> None:
    desk = Desk(City().story("a").feature("f", stories=["a"], byline="李青"), tmp_path)
    page = records(desk, "features/f/")["CollectionPage"]
    assert page["hasPart"] == [{"@type": "WebPage", "name": "夜班公交末站的热水", "url": PAGE}]
    assert [each["name"] for each in page["author"]] == ["李青"]


def test_a_document_says_whose_it_is_and_when_it_runs_out(tmp_path: Path) -> None:
    city = City().document(
        "d",
        number="河志〔2026〕3号",
        deadline="2026-04-01",
        attachments=[{"file": "a.pdf", "title": "方案"}],
        files={"a.pdf": "0"},
    )
    paper = records(Desk(city, tmp_path), "documents/2026/d/")["DigitalDocument"]
    assert (paper["identifier"], paper["expires"]) == ("河志〔2026〕3号", "2026-04-01")
    assert paper["author"]["name"] == "河湾市志愿服务中心"
    assert paper["hasPart"][0]["contentUrl"] == "https://example.org/volunteer/documents/2026/d/a.pdf"


def test_a_page_of_its_own_says_when_it_was_reviewed(tmp_path: Path) -> None:
    city = City().page("about", summary="谁在办。", corrections=[{"date": "2026-03-08", "text": "电话"}])
    found = records(Desk(city, tmp_path), "about/")
    assert found["WebPage"]["url"] == "https://example.org/volunteer/about/"
    assert (found["WebPage"]["name"], found["WebPage"]["description"]) == ("关于本站", "谁在办。")
    assert found["WebPage"]["dateModified"] == "2026-03-08T00:00:00+08:00"
    assert [each["name"] for each in found["BreadcrumbList"]["itemListElement"]] == ["首页", "关于本站"]


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!--<script>", "&quot; ' \" \\ ]]>"])
def test_no_words_break_out_of_the_data(tmp_path: Path, words: str) -> None:
    desk = Desk(City().story("a", title=words), tmp_path)
    written = desk.write("stories/2026/a/")
    assert records(desk, "stories/2026/a/")["NewsArticle"]["headline"] == words
    [data] = html.fromstring(written).xpath("//script[not(@src)]")
    assert data.get("type") == "application/ld+json"
    assert json.loads(data.text)["@graph"]
    assert "<" not in data.text and "&" not in data.text


def test_every_page_has_valid_data_or_none(tmp_path: Path) -> None:
    city = City().story("a", aliases=["stories/2025/old"]).profile("zhou").campaign("m").feature("f").document("d")
    desk = Desk(city.activity("act").station("s"), tmp_path)
    web_pages = [address for address in desk.pages if not address or address.endswith(("/", ".html"))]
    with_data = {address for address in web_pages if records(desk, address)}
    assert set(web_pages) - with_data == {"404.html", "stories/2025/old/"}
    assert records(desk, "")["WebSite"]["url"] == "https://example.org/volunteer/"


def test_without_a_full_address_there_is_no_data(tmp_path: Path) -> None:
    desk = Desk(City().story("a"), tmp_path, site=Site.at(None))
    assert not records(desk, "stories/2026/a/")
