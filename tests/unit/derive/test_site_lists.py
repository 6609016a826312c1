"""Orders, lists and references of the derived site."""

from __future__ import annotations

from datetime import date

from builders import City

from generator.derive import SiteData
from generator.model.kinds import Kind


def slugs(entries: object) -> list[str]:
    return [entry.slug for entry in entries]  # type: ignore[attr-defined]


def test_stories_stand_newest_first_and_of_one_moment_by_id() -> None:
    data = (
        City()
        .story("b", date="2026-03-06")
        .story("a", date="2026-03-06")
        .story("late", date="2026-03-06 18:00")
        .story("old", date="2025-12-03", year=2025)
        .data()
    )
    assert slugs(data.stories) == ["late", "a", "b", "old"]


def test_lists_by_category_district_and_month_have_no_empty_ones() -> None:
    data = (
        City()
        .story("a", categories=["health", "mutual-aid"], district="wangshan", date="2026-03-01")
        .story("b", categories=["health"], date="2026-02-28")
        .data()
    )
    assert {id: slugs(found) for id, found in data.by_category.items()} == {"mutual-aid": ["a"], "health": ["a", "b"]}
    assert {id: slugs(found) for id, found in data.by_district.items()} == {"qinghe": ["b"], "wangshan": ["a"]}
    assert {id: slugs(found) for id, found in data.by_month.items()} == {"2026/03": ["a"], "2026/02": ["b"]}
    assert list(data.by_month) == ["2026/03", "2026/02"]


def test_a_category_written_twice_counts_once() -> None:
    data = City().story("a", categories=["health", "health"]).data()
    assert slugs(data.by_category["health"]) == ["a"]


def test_unknown_terms_are_left_to_the_rules() -> None:
    data = City().story("a", categories=["no-such"], district="nowhere").data()
    assert slugs(data.stories) == ["a"]
    assert not data.by_category
    assert not data.by_district


def test_district_order_of_the_settings_comes_first() -> None:
    data = City(district_order=["wangshan"]).story("a").story("b", district="wangshan").data()
    assert list(data.by_district) == ["wangshan", "qinghe"]


def test_what_is_not_public_is_nowhere() -> None:
    data = (
        City()
        .story("a", people=["zhou"], station="s", campaign="m")
        .story("secret", people=["zhou"], station="s", campaign="m")
        .profile("zhou")
        .profile("hidden")
        .station("s")
        .campaign("m")
        .feature("f", stories=["secret", "a"])
        .data(hidden=("secret", "hidden"))
    )
    assert slugs(data.stories) == ["a"]
    assert slugs(data.profiles) == ["zhou"]
    assert all(slugs(found) == ["a"] for found in data.back.stories.values())
    assert "stories/2026/secret" not in data.back.features
    assert data.relations.related(data.stories[0]) == []
    assert data.public.find(Kind.STORY, "secret") is None
    assert data.public.linked("stories/2026/secret") is None


def test_references_follow_former_names() -> None:
    data = City().story("a", people=["old-name"]).profile("zhou", aliases=["content/profiles/old-name"]).data()
    assert slugs(data.back.stories["content/profiles/zhou"]) == ["a"]
    linked = data.public.linked("content/profiles/old-name")
    assert linked is not None
    assert linked.slug == "zhou"


def test_back_references_of_every_kind() -> None:
    data = (
        City()
        .story("a", people=["zhou"], station="s", campaign="m", activity="act")
        .activity("act", station="s", campaign="m")
        .activity("listed")
        .profile("zhou", station="s")
        .campaign("m", activities=["listed", "act"])
        .station("s")
        .feature("f", stories=["a"], profiles=["zhou"], campaign="m")
        .data()
    )
    back = data.back
    for id in ("content/profiles/zhou", "stations/s", "content/campaigns/m", "content/activities/2026/act"):
        assert slugs(back.stories[id]) == ["a"], id
    assert sorted(slugs(back.activities["content/campaigns/m"])) == ["act", "listed"]
    assert slugs(back.activities["stations/s"]) == ["act"]
    assert slugs(back.profiles["stations/s"]) == ["zhou"]
    assert slugs(back.features["stories/2026/a"]) == ["f"]


def test_neighbours_within_a_campaign() -> None:
    data = (
        City()
        .campaign("m")
        .story("first", campaign="m", date="2026-03-01")
        .story("apart", date="2026-03-02")
        .story("second", campaign="m", date="2026-03-03")
        .story("third", campaign="m", date="2026-03-04")
        .data()
    )

    def around(slug: str) -> list[str | None]:
        story = data.public.find(Kind.STORY, slug)
        assert story is not None
        return [entry.slug if entry else None for entry in data.neighbours(story)]

    assert around("first") == [None, "second"]
    assert around("second") == ["first", "third"]
    assert around("third") == ["second", None]
    assert around("apart") == [None, None]


def test_stations_stand_by_district_street_and_name() -> None:
    data = (
        City()
        .station("z", name="乙站")
        .station("y", name="甲站")
        .station("w", district="wangshan", street="shanqian")
        .data()
    )
    assert {id: slugs(found) for id, found in data.stations_by_district.items()} == {
        "qinghe": ["z", "y"],
        "wangshan": ["w"],
    }


def test_an_empty_city() -> None:
    data: SiteData = City().data(today=date(2026, 1, 1))
    assert not data.stories
    assert data.campaigns.foremost is None
    assert data.agenda.upcoming == ()
    assert data.coverage is None
