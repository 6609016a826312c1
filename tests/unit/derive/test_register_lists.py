"""Organisations' works, the three sections, the honours roll and corrections."""

from __future__ import annotations

from builders import City

from generator.model.catalogue import Entry
from generator.model.parts import Into


def slugs(entries: list[Entry]) -> list[str]:
    return [entry.slug for entry in entries]


def test_what_an_organisation_does() -> None:
    data = (
        City()
        .term("organisation", id="tongtu", name="通途")
        .term("organisation", id="idle", name="只有名字")
        .term("organisation", id="known", name="有电话", phone="0000-8801200")
        .activity("past", start="2026-02-01 09:00", end="2026-02-01 10:00", organiser="tongtu")
        .activity("next", co_organisers=["tongtu", "tongtu"])
        .station("own", organisation="tongtu")
        .station("friend", paired_with=["tongtu"])
        .profile("team", organisation="tongtu")
        .document("paper", issuer="tongtu")
        .campaign("month", organiser="tongtu")
        .story("named", organisation="tongtu")
        .story("told", activity="past", date="2026-02-02")
        .story("other")
        .data()
    )
    assert list(data.organisations) == ["volunteer-centre", "tongtu", "known"]
    done = data.organisations["tongtu"]
    assert (slugs(done.past), slugs(done.upcoming)) == (["past"], ["next"])
    assert (slugs(done.stations), slugs(done.paired)) == (["own"], ["friend"])
    assert (slugs(done.profiles), slugs(done.documents), slugs(done.campaigns)) == (["team"], ["paper"], ["month"])
    assert slugs(done.stories) == ["named", "told"]
    assert slugs(data.organisations["volunteer-centre"].upcoming) == ["next"]
    assert not data.organisations["known"].any


def test_an_unknown_organisation_is_nobody() -> None:
    data = City().story("a", organisation="nobody").data()
    assert not data.organisations


def test_what_is_not_public_is_nobodys_work() -> None:
    city = City().activity("past", start="2026-02-01 09:00", end="2026-02-01 10:00").story("told", activity="past")
    done = city.data().organisations["volunteer-centre"]
    assert (len(done.past), len(done.stories)) == (1, 1)
    assert not city.data(hidden=("past", "told")).organisations
    assert not city.data(hidden=("past",)).organisations


def test_where_profiles_belong() -> None:
    data = (
        City()
        .profile("family", kind="family")
        .profile("village", kind="community")
        .profile("most")
        .profile("even")
        .profile("nobody")
        .story("a", into="view", people=["most", "even", "family"], date="2026-03-01")
        .story("b", into="view", people=["most"], date="2026-03-02")
        .story("c", into="community", people=["most", "even"], date="2026-03-03")
        .activity("next", into="family")
        .data()
    )
    sections = data.into
    assert [into.value for into in sections] == ["community", "family", "view"]
    assert slugs(sections[Into.COMMUNITY].stories) == ["c"]
    assert slugs(sections[Into.VIEW].stories) == ["b", "a"]
    assert sorted(slugs(sections[Into.COMMUNITY].profiles)) == ["even", "village"]
    assert slugs(sections[Into.FAMILY].profiles) == ["family"]
    assert slugs(sections[Into.VIEW].profiles) == ["most"]
    assert slugs(sections[Into.FAMILY].upcoming) == ["next"]


def test_the_roll_is_by_level_year_and_register() -> None:
    city = (
        City()
        .term("honour", id="nation", name="全国最美", level="全国")
        .term("honour", id="team", name="优秀队", level="市级")
        .profile("a", name="甲", honours=[{"honour": "team", "year": 2025}, {"honour": "nation", "year": 2020}])
        .profile("b", name="乙", honours=[{"honour": "model-volunteer", "year": 2024}])
        .profile(
            "c", name="丙", honours=[{"honour": "model-volunteer", "year": 2025}, {"honour": "gone", "year": 2025}]
        )
    )
    roll = [(each.honour.id, each.award.year, each.profile.slug) for each in city.data().honours]
    assert roll == [
        ("model-volunteer", 2025, "c"),
        ("team", 2025, "a"),
        ("model-volunteer", 2024, "b"),
        ("nation", 2020, "a"),
    ]
    assert [each.profile.slug for each in city.data(hidden=("a", "c")).honours] == ["b"]


def test_corrections_of_all_kinds_newest_first() -> None:
    def mended(*days: str) -> list[dict[str, str]]:
        return [{"date": day, "text": f"{day}改的"} for day in days]

    city = (
        City()
        .story("a", corrections=mended("2026-03-08", "2026-03-10"))
        .document("b", corrections=mended("2026-03-09"))
        .activity("c", corrections=mended("2026-03-10"))
        .station("s")
    )
    made = [(each.entry.slug, each.correction.date.day) for each in city.data().corrections]
    assert made == [("c", 10), ("a", 10), ("b", 9), ("a", 8)]
    assert [each.entry.slug for each in city.data(hidden=("a", "c")).corrections] == ["b"]
