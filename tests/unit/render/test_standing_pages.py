"""Pages of an editor's own: what stands on them, where links to them stand, and that no address is taken twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from builders import City, photo

from generator.model.address import TAKEN, Site
from generator.model.body import Heading, Link, Outline
from generator.model.diagnostic import Mark
from generator.model.entries import PageBlock
from generator.render import shared_view, site_jobs, site_pages, views

SITE = Site.at("https://example.org/volunteer/")
HERE = Mark(1, 1, 1)


def city(**settings: Any) -> City:
    return (
        City(press_phone="0000-8801210", **settings)
        .story("night-bus", photo_files=(photo("a.jpg"),), photos=[{"file": "a.jpg", "alt": "站台"}])
        .station("s", services=["health", "mutual-aid"], phone="0000-8801234", hours="Mo-Fr 08:30-17:30")
        .station("mute", services=["health"])
        .station("shut", services=["health"], phone="0000-8801235", status="suspended")
        .activity("act")
        .activity("off", status="cancelled")
        .feature("night-lights", corrections=[{"date": "2026-03-09", "text": "第二段的数字改正。"}])
        .campaign("month")
        .document("lead", kind="lead")
        .term("supply", id="1", entry="content/features/night-lights", outlet="示例日报", published="2026-03-10")
        .term("organisation", id="museum", name="博物馆", keeps_records=True, phone="0000-8803101")
        .term(
            "organisation",
            id="league",
            name="团市委",
            keeps_records=True,
            certifies=True,
            records_desk={"role": "时长岗", "phone": "0000-8801216"},
        )
    )


def view_of(found: City, address: str) -> Any:
    return next(page for page in site_pages(found.data(), SITE) if page.address == address).make_view()


def shown(block: PageBlock, found: City | None = None) -> Any:
    """The block as a page shows it, None when it shows nothing."""
    blocks = view_of((found or city()).page("about", shows=[block.value]), "about/")["blocks"]
    return blocks[0] if blocks else None


BLOCK_VIEWS = {
    PageBlock.STATIONS_BY_SERVICE: views.ServicesBlock,
    PageBlock.STATIONS_BY_DISTRICT: views.DistrictsBlock,
    PageBlock.ACTIVITIES: views.ActivitiesBlock,
    PageBlock.ORGANISATIONS: views.OrganisationsBlock,
    PageBlock.CHARTERS: views.ChartersBlock,
    PageBlock.PRESS: views.PressBlock,
    PageBlock.CAMPAIGN: views.CampaignBlock,
    PageBlock.FIGURES: views.FiguresBlock,
    PageBlock.BRAND: views.BrandBlock,
    PageBlock.NOTICES: views.NoticesBlock,
    PageBlock.BRIEFINGS: views.BriefingsBlock,
    PageBlock.REPORTS: views.ReportsBlock,
    PageBlock.FEATURES: views.FeaturesBlock,
    PageBlock.FEEDS: views.FeedsBlock,
    PageBlock.OPEN_DATA: views.OpenDataBlock,
}


def test_every_block_is_known_here() -> None:
    assert set(BLOCK_VIEWS) | {PageBlock.EMERGENCY, PageBlock.KITS, PageBlock.PHOTOS} == set(PageBlock)


@pytest.mark.parametrize("block", BLOCK_VIEWS)
def test_a_block_has_exactly_the_documented_keys(block: PageBlock) -> None:
    found = shown(block, city().page("charter", place="charter"))
    assert set(found) == set(get_type_hints(BLOCK_VIEWS[block]))
    assert found["type"] == found["anchor"] == block.value


@pytest.mark.parametrize("block", [block for block in BLOCK_VIEWS if block is not PageBlock.BRAND])
def test_a_block_with_nothing_in_it_is_left_out(block: PageBlock) -> None:
    assert shown(block, City()) is None


def test_only_open_stations_with_a_telephone_are_offered_by_service() -> None:
    services = shown(PageBlock.STATIONS_BY_SERVICE)["services"]
    assert [(each["id"], each["count"]) for each in services] == [("mutual-aid", 1), ("health", 1)]
    assert services[1]["url"] == "/volunteer/stations/?service=health"
    assert [card["id"] for place in services[1]["districts"] for card in place["stations"]] == ["s"]


def test_with_very_many_stations_a_page_leads_on_instead_of_listing_them() -> None:
    many = City()
    for number in range(201):
        many.station(f"s{number}", services=["health"], phone="0000-8801234")
    many.page("help", place="service", shows=["stations-by-service", "stations-by-district"])
    by_service, by_district = view_of(many, "help/")["blocks"]
    assert (by_service["services"][0]["count"], by_service["services"][0]["districts"]) == (201, [])
    assert by_district["groups"][0]["page"] == "/volunteer/districts/qinghe/stations/"
    assert by_district["groups"][0]["stations"] == []


def test_cancelled_activities_are_not_offered() -> None:
    assert [card["url"] for card in shown(PageBlock.ACTIVITIES)["activities"]] == ["/volunteer/activities/2026/act/"]


def test_who_keeps_records_is_named_with_the_desk_to_call() -> None:
    museum, league = shown(PageBlock.ORGANISATIONS)["keepers"]
    assert (museum["tasks"], museum["contact"]["phone"], museum["contact"]["role"]) == ("记录时长", "0000-8803101", "")
    assert (league["tasks"], league["contact"]["role"]) == ("记录时长、出具证明", "时长岗")


def test_emergency_numbers_stand_before_the_text_and_only_where_they_are_wanted() -> None:
    found = city().page("help", place="service", shows=["activities", "emergency", "activities"]).page("about")
    urgent = view_of(found, "help/")["urgent"]
    assert {line["phone"]: line["url"] for line in urgent["contacts"]} == {
        "120": "tel:120",
        "110": "tel:110",
        "119": "tel:119",
    }
    assert [block["type"] for block in view_of(found, "help/")["blocks"]] == ["activities"]
    assert view_of(found, "about/")["urgent"] is None


def test_the_contents_name_the_text_s_parts_and_then_the_lists() -> None:
    outline = Outline(
        headings=(
            Heading(2, "怎么办", "怎么办", HERE),
            Heading(3, "细节", "细节", HERE),
            Heading(2, "费用", "费用", HERE),
        ),
        links=(Link("#activities", "近期活动", HERE), Link("#nothing", "没有", HERE)),
    )
    view = view_of(city().page("take-part", place="service", outline=outline, shows=["activities"]), "take-part/")
    assert [link["url"] for link in view["contents"]] == ["#怎么办", "#费用", "#activities"]
    assert view["targets"] == {"#activities": "#activities"}


def test_services_stand_in_the_order_of_their_editors_with_the_directory_third() -> None:
    found = (
        city()
        .page("hours", title="服务时长与证明", menu="时长证明", place="service", order=40)
        .page("help", title="我要求助", place="service", order=20, hint="电话")
        .page("take-part", title="我要参加", place="service", order=10)
        .page("about", place="about")
    )
    names = [link["name"] for link in view_of(found, "")["services"]]
    assert names == ["我要参加", "我要求助", "找服务站", "时长证明"]
    assert [link["name"] for link in view_of(found, "404.html")["services"]] == names
    here = view_of(found, "help/")["siblings"]
    assert [link["name"] for link in here if link["current"]] == ["我要求助"]
    groups = {
        group["id"]: [link["name"] for link in group["links"]] for group in shared_view(found.data(), SITE)["groups"]
    }
    assert groups["services"][:3] == ["我要参加", "我要求助", "时长证明"]
    assert "关于本站" in groups["about"]


def test_a_draft_stands_nowhere() -> None:
    found = city().page("secret", place="service", title="还没写好")
    data = found.data(hidden=("secret",))
    assert "还没写好" not in str([page.make_view() for page in site_pages(data, SITE)]) + str(shared_view(data, SITE))


def test_a_page_has_the_tags_of_an_article_and_its_own_address() -> None:
    view = view_of(city(footer={"organiser": "志愿服务中心"}).page("about"), "about/")
    assert view["canonical"] == "https://example.org/volunteer/about/"
    assert ["PubDate", "2026-03-02 00:00"] in view["meta"]
    assert ["ContentSource", "志愿服务中心"] in view["meta"]
    assert [crumb["name"] for crumb in view["crumbs"]] == ["首页", "关于本站"]


def test_every_address_of_the_program_is_kept_from_editors() -> None:
    """What the program makes beside an editor's pages begins with a step that no such page may have."""
    full = (
        city(coverage_deadline="2026-12-31")
        .profile("zhou")
        .campaign("m")
        .document("list", attachments=[{"file": "plan.pdf", "title": "方案"}], files={"plan.pdf": "d1"})
        .community("000001001001", "滨河社区")
    )
    data = full.data(date(2026, 3, 12))
    made = [page.address for page in site_pages(data, SITE)]
    made += [address for job in site_jobs(data, Path()) for address in job.outputs]
    steps = {address.partition("/")[0] for address in made if "/" in address}
    assert len(steps) > 10
    assert steps <= TAKEN, steps - TAKEN
