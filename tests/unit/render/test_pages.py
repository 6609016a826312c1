"""The pages of a site: which there are, what their views hold, when their fingerprints change."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, get_type_hints

import pytest
from builders import TODAY, City, photo
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.address import Site
from generator.model.entries import PageBlock
from generator.model.page import Page
from generator.render import fingerprint, shared_view, site_pages, views

SITE = Site.at("https://example.org/volunteer/")

VIEW_OF_TEMPLATE = {
    "organisations.html": views.OrganisationsView,
    "organisation.html": views.OrganisationView,
    "into.html": views.IntoView,
    "honours.html": views.HonoursView,
    "corrections.html": views.CorrectionsView,
    "kits.html": views.KitListView,
    "photos.html": views.PhotoLibraryView,
    "embed.html": views.EmbedView,
    "machine/oembed.json": views.OembedView,
    "reports.html": views.ReportsView,
    "sitemap.html": views.SiteMapView,
    "gone.html": views.GoneView,
    "home.html": views.HomeView,
    "story.html": views.StoryView,
    "profile.html": views.ProfileView,
    "campaign.html": views.CampaignView,
    "feature.html": views.FeatureView,
    "activity.html": views.ActivityView,
    "document.html": views.DocumentView,
    "page.html": views.StandingPageView,
    "station.html": views.StationView,
    "directory.html": views.StationDirectoryView,
    "district-stations.html": views.DistrictStationsView,
    "coverage.html": views.CoveragePageView,
    "list.html": views.ListView,
    "archive.html": views.ArchiveView,
    "profiles.html": views.ProfilesView,
    "activities.html": views.ActivitiesView,
    "city-year.html": views.CityYearView,
    "campaigns.html": views.CampaignsView,
    "features.html": views.FeaturesView,
    "documents.html": views.DocumentsView,
    "404.html": views.NotFoundView,
    "search.html": views.SearchView,
    "redirect.html": views.RedirectView,
    "machine/sitemap.xml": views.SitemapView,
    "machine/sitemap-index.xml": views.SitemapIndexView,
    "machine/robots.txt": views.RobotsView,
    "machine/rss.xml": views.FeedView,
    "machine/atom.xml": views.FeedView,
    "machine/feed.json": views.FeedView,
    "machine/calendar.ics": views.CalendarView,
    "machine/notices.xml": views.NoticesView,
    "machine/notices.json": views.NoticesView,
    "machine/notices-ninjs.json": views.NoticesView,
}


def full_city() -> City:
    """One entry of each kind, with every field that leads somewhere filled."""
    return (
        City(
            press_phone="0000-8801210", footer={"police": "示例公网安备00000000000000号", "icp": "示例ICP备00000000号"}
        )
        .community("000001001001", "滨河社区")
        .term("supply", id="2026-0001", entry="content/profiles/zhou", outlet="示例日报", published="2026-03-10")
        .term("key-date", id="chongyang", name="重阳节", lunar="09-09")
        .station(
            "s",
            community="000001001001",
            hours="Mo-Fr 08:30-17:30",
            phone="0000-8801234转6",
            coordinates={"lon": 113.0, "lat": 28.0, "crs": "wgs84"},
            services=["health"],
            on_duty=[{"role": "值班岗", "phone": "0000-8801234"}],
            teams=[{"name": "红马甲", "members": 24}, {"name": "党员队"}],
            paired_with=["volunteer-centre"],
            standards={"marks": "2026-02-20"},
            opened="2024-05-10",
        )
        .station("t")
        .profile(
            "zhou",
            station="s",
            organisation="volunteer-centre",
            hours={"value": 1280.5, "as_of": "2026-02-28", "source": "台账"},
            honours=[{"honour": "model-volunteer", "year": 2024}, {"honour": "model-volunteer", "year": 2025}],
            timeline=[{"when": "2019 年春", "text": "支起小桌"}],
            since=2019,
            categories=["health"],
        )
        .campaign("m", schedule=[{"date": "2026-03-12", "start": "09:00", "end": "10:00", "title": "集中服务"}])
        .activity(
            "act",
            campaign="m",
            station="s",
            places=30,
            taken=12,
            taken_on="2026-03-11",
            age_from=8,
            seniors=True,
            sign_up={"url": "https://signup.example/1", "deadline": "2026-03-13 18:00"},
            contact={"role": "值班岗", "phone": "0000-8801234"},
            co_organisers=["volunteer-centre"],
        )
        .activity(
            "done",
            campaign="m",
            start="2026-03-07 09:00",
            end="2026-03-07 10:00",
            outcome={
                "took_part": 12,
                "served": 86,
                "hours": {"value": 24, "as_of": "2026-03-08", "source": "签到表"},
                "text": "修好 37 件。",
                "kept": [{"what": "签到表", "place": "档案柜", "keeper": "管理岗"}],
            },
        )
        .story(
            "night-bus",
            people=["zhou"],
            station="s",
            campaign="m",
            activity="act",
            organisation="volunteer-centre",
            street="binhe",
            video={"url": "https://video.example/1", "title": "一杯热水"},
            source={"name": "河湾日报", "url": "https://news.example/1"},
            corrections=[{"date": "2026-03-08", "text": "更正"}],
            migrated_from={"url": "https://old.example/1", "date": "2023-03-05"},
            photo_files=(photo("a.jpg"), photo("b.jpg")),
            photos=[{"file": "a.jpg", "alt": "站台", "credit": "陈一舟"}, {"file": "b.jpg"}],
        )
        .story(
            "spring-clinic",
            campaign="m",
            date="2026-03-03",
            categories=["health"],
            aliases=["stories/2025/clinic"],
        )
        .feature("night-lights", stories=["night-bus"], profiles=["zhou"], activities=["act"], campaign="m")
        .page(
            "help", title="我要求助", menu="求助", place="service", order=20, shows=[each.value for each in PageBlock]
        )
        .page("citizens-charter", title="市民公约", place="charter")
        .document(
            "list",
            kind="public-notice",
            deadline="2026-03-20",
            notice={"start": "2026-03-09", "end": "2026-03-13", "contact": {"role": "监督岗", "phone": "0000-8801234"}},
            attachments=[{"file": "plan.pdf", "title": "方案"}],
            files={"plan.pdf": "d1"},
        )
    )


def pages_of(city: City, today: date = TODAY, hidden: tuple[str, ...] = ()) -> dict[str, Page]:
    pages = site_pages(city.data(today, hidden), SITE)
    by_address = {page.address: page for page in pages}
    assert len(by_address) == len(pages), "two pages at one address"
    return by_address


def test_there_is_one_entry_in_the_table_for_each_template() -> None:
    assert set(VIEW_OF_TEMPLATE) == set(views.TEMPLATES.values())


@pytest.mark.parametrize("city", [City(), full_city()], ids=["empty", "full"])
def test_views_have_exactly_the_documented_keys_and_plain_values(city: City) -> None:
    for address, page in pages_of(city).items():
        view = page.make_view()
        assert set(view) == set(get_type_hints(VIEW_OF_TEMPLATE[page.template])), address
        assert marshal.loads(marshal.dumps(view, 2)) == view
        assert views.TEMPLATES[view["kind"]] == page.template
        for keys in _dict_keys(view):
            assert not keys & {"items", "keys", "values", "get", "pop", "copy", "update"}, address


def _dict_keys(value: Any) -> Iterator[set[str]]:
    if isinstance(value, dict):
        yield set(value)
        for each in value.values():
            yield from _dict_keys(each)
    elif isinstance(value, list):
        for each in value:
            yield from _dict_keys(each)


@pytest.mark.parametrize("part", ["cards", "small"])
def test_records_within_views_have_exactly_the_documented_keys(part: str) -> None:
    pages = pages_of(full_city())
    story, station = pages["stories/2026/night-bus/"].make_view(), pages["stations/s/"].make_view()
    document, activity = pages["documents/2026/list/"].make_view(), pages["activities/2026/done/"].make_view()
    home, campaign = pages[""].make_view(), pages["campaigns/m/"].make_view()
    if part == "cards":
        found = {
            views.StoryCard: story["related"][0]["card"],
            views.ProfileCard: story["people"][0],
            views.ActivityCard: story["activity"],
            views.StationCard: story["station"],
            views.CampaignCard: story["campaign"],
            views.FeatureCard: story["features"][0],
            views.DocumentRow: home["documents"][0],
            views.PictureView: story["lead"],
        }
    else:
        found = {
            views.HomeCampaign: home["campaign"],
            views.CoverageRow: home["coverage"]["total"],
            views.HoursView: story["people"][0]["hours"],
            views.MapLink: station["card"]["maps"][0],
            views.StandardView: station["standards"][0],
            views.NoticeView: document["notice"],
            views.EntryFile: document["attachments"][0],
            views.OutcomeView: activity["outcome"],
            views.TotalsView: campaign["totals"],
            views.ScheduleDay: campaign["today"],
            views.ScheduleItem: campaign["today"]["lines"][0],
        }
    for shape, record in found.items():
        assert set(record) == set(get_type_hints(shape)), shape.__name__


def test_shared_view_has_exactly_the_documented_keys() -> None:
    shared = shared_view(full_city().data(), SITE)
    assert set(shared) == set(get_type_hints(views.SharedView))
    assert shared["footer"]["police_url"] == "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000"
    assert [item["id"] for item in shared["nav"]] == [
        "stories", "profiles", "activities", "campaigns", "features", "documents", "stations",
    ]  # fmt: skip


def test_shared_view_holds_from_day_to_day() -> None:
    city = full_city()
    assert shared_view(city.data(date(2026, 3, 12)), SITE) == shared_view(city.data(date(2027, 1, 1)), SITE)


def test_an_empty_site_has_a_home_page_a_directory_and_a_way_on() -> None:
    pages = pages_of(City())
    assert set(pages) == {"", "stations/", "search/", "sitemap/", "404.html", "sitemap.xml", "robots.txt"}
    assert pages["stations/"].make_view()["groups"] == []
    assert [item["id"] for item in shared_view(City().data(), SITE)["nav"]] == ["stations"]


def test_every_link_in_every_view_leads_to_a_page_or_a_file() -> None:
    pages = pages_of(full_city())
    known = {SITE.url(address) for address in pages}
    for page in pages.values():
        for url in _urls(page.make_view()):
            path = url.partition("#")[0].partition("?")[0]
            if path.startswith("/volunteer/") and not path.startswith(
                ("/volunteer/photos/", "/volunteer/covers/", "/volunteer/data/", "/volunteer/media/brand/")
            ):
                assert path in known or path.endswith("plan.pdf"), f"{path} on {page.address}"


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key.endswith("url") and isinstance(each, str):
                yield each
            else:
                yield from _urls(each)
    elif isinstance(value, list):
        for each in value:
            yield from _urls(each)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 47), st.integers(5, 12))
def test_paging_shows_every_story_exactly_once(count: int, size: int) -> None:
    city = City(page_size=size)
    for number in range(count):
        city.story(f"s{number}", date=f"2026-01-{1 + number % 28:02d}", categories=["health"])
    for base in ("stories/", "categories/health/", "districts/qinghe/", "archive/2026/01/"):
        shown: Counter[str] = Counter()
        address = base
        pages = pages_of(city)
        numbers = []
        while address:
            view = pages[address].make_view()
            shown.update(card["url"] for card in view["stories"])
            numbers.append(view["pager"]["number"])
            assert view["pager"]["total"] == count
            assert 1 <= len(view["stories"]) <= size
            following = view["pager"]["next"]
            address = following.removeprefix("/volunteer/")
        assert set(shown.values()) == {1}
        assert len(shown) == count
        assert numbers == list(range(1, len(numbers) + 1))


def test_pager_shows_the_ends_the_neighbours_and_gaps() -> None:
    city = City(page_size=5)
    for number in range(60):
        city.story(f"s{number}")
    view = pages_of(city)["stories/page/6/"].make_view()
    assert [link["number"] for link in view["pager"]["pages"]] == [1, 0, 4, 5, 6, 7, 8, 0, 12]
    assert view["pager"]["previous"] == "/volunteer/stories/page/5/"


def many(**first: Any) -> City:
    """Sixty stories in two categories over a year; ``first`` overrides values of one of them."""
    city = City(page_size=10)
    for number in range(60):
        meta: dict[str, Any] = {
            "title": f"故事{number}",
            "date": f"2025-{1 + number % 12:02d}-10",
            "categories": ["health" if number % 2 else "household"],
            "district": "qinghe" if number % 3 else "wangshan",
        }
        city.story(f"s{number}", **({**meta, **first} if number == 30 else meta))
    return city


def test_an_edited_text_changes_its_own_page_and_the_feeds_it_stands_in() -> None:
    pages = pages_of(many())
    feeds = {address for address, page in pages.items() if "stories/2026/s30" in page.bodies_of}
    assert feeds == {
        f"{base}{name}"
        for base in ("districts/wangshan/", "categories/household/")
        for name in ("rss.xml", "atom.xml", "feed.json")
    }
    assert _changed(pages, pages_of(many(body_digest="another"))) == {"stories/2026/s30/", *feeds}


def test_an_edited_title_changes_the_pages_that_show_it() -> None:
    after = pages_of(many(title="另一个标题"))
    changed = _changed(pages_of(many()), after)
    assert changed == {address for address, page in after.items() if "另一个标题" in repr(page.make_view())}
    assert len(changed) < len(after) / 3


def test_a_day_without_events_changes_nothing_for_stories() -> None:
    city = full_city()
    monday, tuesday = pages_of(city, date(2026, 3, 16)), pages_of(city, date(2026, 3, 17))
    assert not {address for address in _changed(monday, tuesday) if address.startswith("stories/")}


def test_fingerprints_depend_on_the_base() -> None:
    page = pages_of(City())[""]
    assert fingerprint(page, "one") != fingerprint(page, "two")
    assert fingerprint(page, "one") == fingerprint(page, "one", page.make_view())


def _changed(one: dict[str, Page], two: dict[str, Page]) -> set[str]:
    return {
        address
        for address in one.keys() | two.keys()
        if address not in one
        or address not in two
        or fingerprint(one[address], "base") != fingerprint(two[address], "base")
    }
