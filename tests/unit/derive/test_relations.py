"""Which stories stand beside a story."""

from __future__ import annotations

from datetime import date, timedelta

from builders import TODAY, City
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive import SiteData, derive
from generator.derive.relations import Bond
from generator.model.catalogue import Catalogue
from generator.model.kinds import Kind


def related(data: SiteData, slug: str) -> list[tuple[str, str]]:
    story = data.public.find(Kind.STORY, slug)
    assert story is not None
    return [(each.story.slug, each.bond.reason) for each in data.relations.related(story)]


def test_stronger_bonds_come_first_and_give_the_reason() -> None:
    apart = {"categories": ["household"], "district": "wangshan"}
    data = (
        City()
        .profile("zhou")
        .station("s")
        .campaign("m")
        .activity("act")
        .story("me", people=["zhou"], station="s", campaign="m", activity="act", categories=["health"], street="binhe")
        .story("person", people=["zhou"], **apart)
        .story("same-activity", activity="act", **apart)
        .story("station", station="s", **apart)
        .story("campaign", campaign="m", **apart)
        .story("category", categories=["health"], district="wangshan")
        .data()
    )
    assert related(data, "me") == [
        ("person", "同一人物"),
        ("same-activity", "同一活动"),
        ("station", "同一站点"),
        ("campaign", "同一主题活动"),
    ]


def test_bonds_add_up() -> None:
    data = (
        City()
        .station("s")
        .story("me", station="s", categories=["health"], date="2026-03-05")
        .story("station-alone", station="s", categories=["household"], district="wangshan", date="2026-03-05")
        .story("station-and-more", station="s", categories=["health"], date="2025-01-01", year=2025)
        .data()
    )
    assert [slug for slug, _ in related(data, "me")] == ["station-and-more", "station-alone"]


def test_of_equals_the_nearest_in_time() -> None:
    city = City().story("me", date="2026-03-10")
    for day in (1, 4, 9, 2, 12):
        city.story(f"day-{day}", date=f"2026-03-{day:02d}")
    assert [slug for slug, _ in related(city.data(), "me")] == ["day-9", "day-12", "day-4", "day-2"]


def test_a_lone_pair_is_related_by_time() -> None:
    data = City().story("a", categories=["health"]).story("b", categories=["household"], district="wangshan").data()
    assert related(data, "a") == [("b", "同期报道")]


def test_an_unknown_station_binds_nothing() -> None:
    data = City().story("a", station="nowhere").story("b", station="nowhere").data()
    assert related(data, "a") == [("b", "同类服务")]


stories = st.lists(
    st.fixed_dictionaries(
        {
            "date": st.integers(0, 40).map(lambda days: (date(2026, 1, 1) + timedelta(days)).isoformat()),
            "categories": st.lists(
                st.sampled_from(["health", "household", "mutual-aid"]), min_size=1, max_size=3, unique=True
            ),
            "district": st.sampled_from(["qinghe", "wangshan"]),
            "station": st.sampled_from([None, "s1", "s2"]),
            "people": st.lists(st.sampled_from(["p1", "p2"]), unique=True),
        }
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(stories, st.randoms(use_true_random=False))
def test_relations_do_not_depend_on_the_order_of_reading(metas: list[dict[str, object]], shuffle: object) -> None:
    city = City().station("s1").station("s2").profile("p1").profile("p2")
    for number, meta in enumerate(metas):
        city.story(f"story-{number}", **meta)
    catalogue = city.catalogue()
    public = frozenset(catalogue.entries)
    shuffled = list(catalogue.entries.items())
    shuffle.shuffle(shuffled)  # type: ignore[attr-defined]
    other = Catalogue(catalogue.settings, catalogue.vocabularies, dict(shuffled))
    one, two = derive(catalogue, public, TODAY), derive(other, public, TODAY)
    assert [story.id for story in one.stories] == [story.id for story in two.stories]
    for story in one.stories:
        found = one.relations.related(story)
        assert found == two.relations.related(story)
        assert story.id not in {each.story.id for each in found}
        assert len(found) == min(4, len(metas) - 1)
        assert len({each.story.id for each in found}) == len(found)


def test_every_bond_has_words_of_its_own() -> None:
    assert len({bond.reason for bond in Bond}) == len(Bond)
