"""Organisations, the three sections, the honours roll, corrections, the site map, notices of what is gone."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from builders import TODAY, City

from generator.derive import derive
from generator.model.address import Site
from generator.model.page import Page
from generator.render import site_pages
from generator.review.publication import publication

SITE = Site.at("https://example.org/volunteer/")


def pages_of(city: City) -> dict[str, Page]:
    """The site's pages by address, with everything public that publication says is."""
    catalogue = city.catalogue()
    decided = publication(catalogue, datetime.combine(TODAY, time()))
    found = site_pages(derive(catalogue, decided.public, TODAY, decided.gone), SITE)
    assert len({page.address for page in found}) == len(found)
    return {page.address: page for page in found}


def view_of(city: City, address: str) -> dict[str, Any]:
    return pages_of(city)[address].make_view()


def many(city: City, count: int, **keys: Any) -> City:
    for number in range(count):
        city.story(f"s{number}", **keys)
    return city


def test_an_empty_site_has_only_the_map() -> None:
    pages = pages_of(City())
    first = {"organisations", "into", "honours", "corrections", "sitemap"}
    assert {address for address in pages if address.partition("/")[0] in first} == {"sitemap/"}
    groups = {group["id"] for group in pages["sitemap/"].make_view()["groups"]}
    assert {"columns", "about"} <= groups
    assert not groups & {"into", "categories", "districts", "months", "campaigns", "features", "organisations"}


def test_an_organisations_stories_go_on_over_pages() -> None:
    city = (
        many(City(page_size=5), 11, organisation="volunteer-centre")
        .activity("fair")
        .profile("zhou", organisation="volunteer-centre")
    )
    pages = pages_of(city)
    base = "organisations/volunteer-centre/"
    assert [address for address in pages if address.startswith(base)] == [base, f"{base}page/2/", f"{base}page/3/"]
    first, last = pages[base].make_view(), pages[f"{base}page/3/"].make_view()
    assert [len(view["stories"]) for view in (first, last)] == [5, 1]
    assert (len(first["profiles"]), len(first["upcoming"])) == (1, 1)
    assert not any(last[part] for part in ("profiles", "upcoming", "stations", "documents", "intro"))
    assert first["crumbs"][1] == {"name": "组织和单位", "url": "/volunteer/organisations/"}


def test_a_page_of_an_organisation_does_not_grow_with_the_site() -> None:
    def busy(count: int) -> City:
        city = City()
        for number in range(count):
            city.activity(f"a{number}", start="2026-02-01 09:00", end="2026-02-01 10:00")
            city.station(f"st{number}", organisation="volunteer-centre")
            city.profile(f"p{number}", organisation="volunteer-centre").document(f"d{number}")
        return city

    small, large = (view_of(busy(count), "organisations/volunteer-centre/") for count in (15, 60))
    for part in ("past", "stations", "profiles", "documents"):
        assert len(small[part]) == len(large[part]), part
        assert large[f"{part}_total"] == 60


def test_organisations_are_listed_by_nature() -> None:
    city = City()
    for id, kind in (("a", "社会团体"), ("b", None), ("c", "机关单位"), ("d", "社会团体")):
        city.term("organisation", id=id, name=id, phone="0000-8801200", **({"kind": kind} if kind else {}))
    groups = view_of(city, "organisations/")["groups"]
    assert [(group["name"], [row["name"] for row in group["rows"]]) for group in groups] == [
        ("社会团体", ["a", "d"]),
        ("机关单位", ["c"]),
        ("其他单位", ["b"]),
    ]


def test_two_hundred_organisations_are_paged() -> None:
    city = City()
    for number in range(200):
        city.term("organisation", id=f"o{number}", name=f"组织{number}", intro="做事。" * 200)
    pages = pages_of(city)
    lists = [page for address, page in pages.items() if page.template == "organisations.html"]
    assert len(lists) == 7
    lines = [row["line"] for page in lists for group in page.make_view()["groups"] for row in group["rows"]]
    assert len(lines) == 200
    assert set(lines) == {"做事。"}


def test_entries_lead_to_the_organisations_page() -> None:
    city = (
        City().story("a", organisation="volunteer-centre").activity("b").profile("c", organisation="volunteer-centre")
    )
    city.station("d", organisation="volunteer-centre", paired_with=["volunteer-centre"]).document("e")
    pages, home = pages_of(city), "/volunteer/organisations/volunteer-centre/"
    for address, key in (
        ("stories/2026/a/", "organisation"),
        ("activities/2026/b/", "organiser"),
        ("profiles/c/", "organisation"),
        ("stations/d/", "organisation"),
        ("documents/2026/e/", "issuer"),
    ):
        assert pages[address].make_view()[key]["url"] == home, address
    assert pages["stations/d/"].make_view()["paired_with"][0]["url"] == home


def test_a_section_is_paged_and_led_to() -> None:
    city = many(City(page_size=5), 6, into="family").story("other", into="view").activity("fair", into="family")
    pages = pages_of(city)
    assert {address for address in pages if address.startswith("into/")} == {
        "into/family/",
        "into/family/page/2/",
        "into/view/",
    }
    first, second = pages["into/family/"].make_view(), pages["into/family/page/2/"].make_view()
    assert first["headline"] == "走进家庭"
    assert (first["pager"]["total"], len(first["upcoming"])) == (6, 1)
    assert not second["upcoming"] and not second["intro"]
    assert [link["name"] for link in first["others"]] == ["走进视野"]
    assert pages["stories/2026/other/"].make_view()["into"] == {"name": "走进视野", "url": "/volunteer/into/view/"}
    assert [link["name"] for link in pages[""].make_view()["into"]] == ["走进家庭", "走进视野"]


def test_a_sections_introduction_can_be_the_citys_own() -> None:
    city = City(into={"view": "看见身边的人。"}).story("a", into="view")
    assert view_of(city, "into/view/")["intro"] == "看见身边的人。"


def test_the_roll_names_and_explains() -> None:
    city = (
        City()
        .term("honour", id="a", name="一项", level="市级", series="合称", intro="授给个人。")
        .profile("zhou", alias_used="true", honours=[{"honour": "a", "year": 2025, "document": "志〔2025〕0号"}])
    )
    view = view_of(city, "honours/")
    row = view["levels"][0]["years"][0]["rows"][0]
    assert (view["levels"][0]["name"], view["levels"][0]["years"][0]["year"]) == ("市级", "2025年")
    assert (row["name"], row["honour"], row["document"], row["url"]) == (
        "周淑兰",
        "一项",
        "志〔2025〕0号",
        "/volunteer/profiles/zhou/",
    )
    assert row["alias_used"]
    assert [series["name"] for series in view["series"]] == ["合称", "其他荣誉"]


def test_a_long_roll_is_paged_within_its_order() -> None:
    city = City()
    for number in range(201):
        city.profile(f"p{number:03d}", honours=[{"honour": "model-volunteer", "year": 2020 + number % 3}])
    pages = pages_of(city)
    views = [pages[address].make_view() for address in ("honours/", "honours/page/2/")]
    years = [year["year"] for view in views for level in view["levels"] for year in level["years"]]
    assert years == ["2022年", "2021年", "2020年", "2020年"]
    assert not views[1]["series"]


def test_whoever_is_not_public_is_not_on_the_roll() -> None:
    city = City().profile("a", draft="true", honours=[{"honour": "model-volunteer", "year": 2025}])
    assert "honours/" not in pages_of(city)


def test_corrections_lead_to_their_entries_on_every_kind() -> None:
    city, mended = City(), [{"date": "2026-03-10", "text": "改了。"}]
    for add in (city.story, city.activity, city.profile, city.campaign, city.feature, city.document):
        add("x", corrections=mended)
    pages = pages_of(city)
    rows = pages["corrections/"].make_view()["rows"]
    assert len(rows) == 6
    for row in rows:
        view = pages[row["entry"]["url"].removeprefix("/volunteer/")].make_view()
        assert view["corrections"] == [{"date": row["date"], "text": "改了。"}]


def test_the_map_leads_to_every_list_and_to_nothing_that_is_not_there() -> None:
    city = (
        City(page_size=5)
        .story("a", into="view", corrections=[{"date": "2026-03-10", "text": "改了。"}])
        .campaign("c")
        .feature("f")
        .document("d")
        .station("s")
        .community("000001001001", "滨河社区")
        .profile("p", honours=[{"honour": "model-volunteer", "year": 2025}])
    )
    many(city, 7, date="2025-12-01")
    pages = pages_of(city)
    links = {
        link["url"].removeprefix("/volunteer/").partition("#")[0]
        for group in pages["sitemap/"].make_view()["groups"]
        for link in group["links"]
    }
    entries = {"stories", "profiles", "activities", "documents", "stations", "404.html"}
    expected = {
        address
        for address, page in pages.items()
        if page.template.endswith(".html")
        and "/page/" not in address
        and not (address.count("/") > 1 and address.partition("/")[0] in entries)
        and address not in ("404.html", "archive/")
    }
    assert expected <= links
    files = {link for link in links if not link.endswith("/") and link}
    assert links - files <= set(pages)


WITHDRAWN = {"date": "2026-03-10", "reason": "应本人要求撤回。"}


def test_a_withdrawn_entry_leaves_a_notice_at_all_its_addresses() -> None:
    city = City().story("a", title="不能说的标题", aliases=["stories/2025/old"], withdrawn=WITHDRAWN).story("b")
    pages = pages_of(city)
    for address in ("stories/2026/a/", "stories/2025/old/"):
        view = pages[address].make_view()
        assert pages[address].template == "gone.html"
        assert view["canonical"] == "https://example.org/volunteer/stories/2026/a/"
        assert (view["headline"], view["reason"]) == ("这篇志愿故事已经撤回", "应本人要求撤回。")
        assert view["date"]["iso"] == "2026-03-10"
        assert view["way_on"]["url"] == "/volunteer/stories/"
        assert "不能说的标题" not in str(view)
    for address, page in pages.items():
        if address.startswith("corrections/"):  # the feeds for whoever reprinted it tell the address, and no more
            assert "不能说的标题" not in str(page.make_view())
        elif not address.startswith(("stories/2026/a/", "stories/2025/old/")):
            assert "stories/2026/a" not in str(page.make_view()), address


def test_every_kind_can_be_withdrawn() -> None:
    city = City()
    for add in (city.story, city.activity, city.profile, city.campaign, city.feature, city.document):
        add("x", withdrawn=WITHDRAWN)
    gone = [page.make_view() for page in pages_of(city).values() if page.template == "gone.html"]
    assert len(gone) == 6
    assert all(view["headline"].endswith("已经撤回") and view["way_on"] is None for view in gone)


def test_a_draft_leaves_no_notice() -> None:
    city = City().story("a", draft="true", withdrawn=WITHDRAWN).story("b", embargo="2026-04-01", withdrawn=WITHDRAWN)
    assert not [page for page in pages_of(city).values() if page.template == "gone.html"]


def test_a_closed_station_leaves_a_notice() -> None:
    city = City().station("old", name="老码头站", status="closed", aliases=["older"]).station("open")
    pages = pages_of(city)
    for address in ("stations/old/", "stations/older/"):
        view = pages[address].make_view()
        assert (view["headline"], view["reason"], view["date"]) == (
            "这个志愿服务站已经撤销",
            "老码头站不再开放。",
            None,
        )
        assert view["way_on"] == {"name": "青河区的志愿服务站", "url": "/volunteer/stations/#qinghe"}


def test_a_notice_does_not_cover_a_page() -> None:
    city = City(page_size=5).story("gone", aliases=["stories/2026/b", "stories//x"], withdrawn=WITHDRAWN).story("b")
    pages = pages_of(city)
    assert pages["stories/2026/b/"].template == "story.html"
    assert "stories//x/" not in pages
