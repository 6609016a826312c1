"""References: known, broken, former, hidden, mentioned in the text."""

from __future__ import annotations

import pytest
from rule_desk import entry, found, rules, rules_of_all, world

from generator.model.body import Mention, Outline
from generator.model.diagnostic import Mark
from generator.model.kinds import MODELS, Kind
from generator.model.references import _collectors
from generator.rules.checking import check_entry
from generator.rules.nearest import nearest_path, suggestion
from generator.rules.references import _fields

HERE = Mark(20, 1, 5)


def test_a_sound_entry_of_each_sort_is_clean() -> None:
    for kind in (Kind.STORY, Kind.ACTIVITY, Kind.PROFILE, Kind.STATION):
        assert rules(entry(kind)) == []


@pytest.mark.parametrize("kind", Kind)
def test_every_reference_of_a_model_is_looked_at(kind: Kind) -> None:
    """What the rules see of a model is all that the model's own marks say."""
    targets = ("district", "street", "community", "organisation", "category", "honour", "station-kind", *Kind)
    fields = {name for target in targets for name in _fields(MODELS[kind], str(target))}
    assert fields == {name for name, _ in _collectors(MODELS[kind])}


def test_several_wrong_references_are_told_at_their_places() -> None:
    story = entry(categories=["mutual-aid", "helth", "mutual-ade"], people=["nobody"])
    places = [(item.rule, item.finding.at) for item in found(story)]
    assert ("unknown-category", ("categories", 1)) in places
    assert ("unknown-category", ("categories", 2)) in places
    assert ("unknown-person", ("people", 0)) in places


def test_nested_references_are_told_at_their_places() -> None:
    profile = entry(
        Kind.PROFILE, honours=[{"honour": "model-volunteer", "year": 2024}, {"honour": "modl", "year": 2025}]
    )
    assert [(item.rule, item.finding.at) for item in found(profile)] == [("unknown-honour", ("honours", 1, "honour"))]


def test_a_chinese_name_instead_of_an_id_is_recognised() -> None:
    known = {"qinghe": "青河区", "beihu": "北湖区", "xinbei": "北湖区"}
    assert suggestion("青河区", known, known) == "写成“qinghe”（青河区）。"
    assert suggestion("青河", known, known) == "是不是“qinghe”（青河区）？"
    assert suggestion("北湖区", known, known) == "叫这个名字的有：beihu、xinbei。写其中一个。"
    assert suggestion("青河区、城东区", known, known).startswith("现有：")


@pytest.mark.parametrize(
    ("meta", "rule", "message", "hint"),
    [
        ({"district": "青河区"}, "unknown-district", "“青河区”是名称，这里要写编号", "写成“qinghe”（青河区）。"),
        (
            {"categories": ["邻里互助、医疗保健"]},
            "unknown-category",
            "是名称，这里要写编号",
            "分成几项，依次写成“mutual-aid”（邻里互助）、“health”（医疗保健）。",
        ),
        ({"people": ["周淑兰"]}, "unknown-person", "是名称，这里要写编号", "写成“zhou-shulan”（周淑兰）。"),
        ({"activity": "小家电义务维修"}, "unknown-activity", "是名称", "写成“repair-fair”（小家电义务维修）。"),
        ({"activity": "activities/2026/repair-fair"}, "unknown-activity", "是路径", "写成“repair-fair”。"),
        ({"people": ["张三"]}, "unknown-person", "是名称，这里要写编号", "现有：zhou-shulan（周淑兰）。"),
    ],
)
def test_names_where_ids_are_wanted(meta: dict[str, object], rule: str, message: str, hint: str) -> None:
    others = entry(Kind.PROFILE, "zhou-shulan"), entry(Kind.ACTIVITY, "repair-fair")
    (item,) = found(entry(**meta), *others)
    assert (item.rule, item.finding.hint) == (rule, hint)
    assert message in item.finding.message


def test_a_headline_changes_the_world_only_when_somebody_wrote_it() -> None:
    def digest(title: str, **meta: object) -> str:
        return world(entry(slug="a", title=title), entry(Kind.FEATURE, "f", **meta)).digest

    assert digest("甲") == digest("乙")
    assert digest("甲", stories=["甲"]) != digest("乙", stories=["甲"])


def test_a_reference_written_twice_is_told_at_the_second_place() -> None:
    story = entry(categories=["health", "mutual-aid", "health"])
    assert [(item.rule, item.finding.at) for item in found(story)] == [("reference-repeated", ("categories", 2))]


def test_a_broken_entry_is_not_reported_a_second_time() -> None:
    assert rules(entry(people=["zhou-shulan"]), broken=frozenset({"content/profiles/zhou-shulan"})) == []


def test_a_register_that_cannot_be_read_accuses_nobody() -> None:
    story = entry(district="anywhere", station="anything")
    assert rules(story, broken=frozenset({"content/districts.yaml", "stations.yaml"})) == []


def test_a_former_slug_is_known() -> None:
    renamed = entry(Kind.PROFILE, "zhou-shulan", aliases=["content/profiles/nurse-zhou"])
    assert rules(entry(people=["nurse-zhou"]), renamed) == []


def test_cards_in_the_text_are_references() -> None:
    text = Outline(characters=9, mentions=(Mention("profile", "nobody", HERE), Mention("station", "nowhere", HERE)))
    assert [(item.rule, item.finding.at) for item in found(entry(outline=text))] == [
        ("unknown-person", HERE),
        ("unknown-station", HERE),
    ]


def test_what_readers_cannot_see_is_warned_of_once_it_would_be_missed() -> None:
    draft = entry(Kind.PROFILE, "zhou-shulan", draft="true")
    story = entry(people=["zhou-shulan"])
    assert rules(story, draft, public=frozenset({story.id})) == ["reference-to-draft"]
    assert rules(story, draft, public=frozenset()) == [], "a draft may refer to a draft"
    assert rules(story, draft) == []


def test_a_closed_station_is_no_mistake_of_old_stories() -> None:
    closed = entry(Kind.STATION, "old-post", status="closed")
    story = entry(station="old-post")
    assert rules(story, closed, public=frozenset({story.id})) == []


def test_places_in_the_station_register_begin_with_the_stations_id() -> None:
    station = entry(Kind.STATION, "binhe-night", services=["mutual-aid", "helth"])
    assert [item.finding.at for item in found(station)] == [("binhe-night", "services", 1)]


def test_slugs_are_unique_within_a_kind_only() -> None:
    old, new = entry(year=2025, date="2025-03-06"), entry()
    assert rules_of_all(old, new) == [(new.path, "duplicate-slug")]
    assert rules_of_all(new, entry(Kind.PROFILE, "night-bus")) == []


def test_aliases_that_clash() -> None:
    one, two = entry(slug="one", aliases=["stories/2025/old"]), entry(slug="two", aliases=["stories/2025/old"])
    assert rules_of_all(one, two) == [(two.path, "alias-clash")]
    itself = entry(aliases=["stories/2026/night-bus"])
    assert rules_of_all(itself) == [(itself.path, "alias-clash")]
    reused, former = entry(slug="spring"), entry(slug="summer", aliases=["stories/2025/spring"])
    assert rules_of_all(reused, former) == [(former.path, "alias-clash")]


def test_the_worlds_digest_changes_with_what_entries_may_know_and_only_then() -> None:
    story, other = entry(), entry(slug="other")
    base = world(story, other).digest
    assert world(story, other).digest == base
    assert world(story, entry(slug="other", title="另一个标题")).digest == base
    assert world(story).digest != base
    assert world(story, other, public=frozenset({story.id})).digest != base
    assert world(story, other, broken=frozenset({"stories/2026/x"})).digest != base
    assert world(story, other, photo_min_width="800").digest != base
    assert world(story, entry(slug="other", aliases=["stories/2026/old"])).digest != base


def test_many_entries_with_one_mistake_are_told_in_reasonable_time() -> None:
    """The nearest name is sought once for each wrong value, not once for each entry."""
    many = [entry(slug=f"story-{number:04d}", people=["zhou-shulann"]) for number in range(2000)]
    known = world(*many, *(entry(Kind.PROFILE, f"person-{number}") for number in range(500)))
    assert all(check_entry(story, known)[0].rule == "unknown-person" for story in many)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("stories/2026/nigth-bus", "stories/2026/night-bus"),
        ("stories/2026/river-patrol", "stories/2025/river-patrol"),
        ("storys/2026/Night-Bus", "stories/2026/night-bus"),
        ("people/zhou", "content/profiles/zhou"),
        ("stories/2026/wholly-other", None),
        ("stories/2031/nigth-bus", None),
    ],
)
def test_a_path_that_leads_nowhere_meant_its_namesake_or_a_neighbour(written: str, meant: str | None) -> None:
    known = frozenset({"stories/2026/night-bus", "stories/2026/third-pod", "stories/2025/river-patrol"})
    assert nearest_path(written, known, frozenset({"content/profiles/zhou"})) == meant
