"""Exceptions: what they excuse, what they cannot, and when they are told to go."""

from __future__ import annotations

from rule_desk import TODAY, catalogue, entry

from generator.model.catalogue import Entry
from generator.model.diagnostic import Diagnostic, Mark
from generator.model.references import FieldPath
from generator.rules.checking import check_catalogue, check_entry
from generator.rules.suppression import suppressions_of, to_diagnostics
from generator.rules.world import world_of


def diagnose(*entries: Entry) -> list[Diagnostic]:
    made = catalogue(*entries)
    known = world_of(made, frozenset(made.entries), TODAY)
    found = [item for one in made.entries.values() for item in check_entry(one, known)]
    found += check_catalogue(made, TODAY)
    return to_diagnostics(found, lambda _path, at: Mark(len(at), 1), suppressions_of(made))


def excusing(rule: str) -> list[dict[str, str]]:
    return [{"rule": rule, "reason": "全称不能缩写"}]


LONG = "很长的标题" * 8


def test_an_exception_excuses_its_rule_in_its_entry_only() -> None:
    one = entry(slug="one", title=LONG, suppress=excusing("title-long"))
    two = entry(slug="two", title=LONG)
    assert [(d.path, d.rule) for d in diagnose(one, two)] == [(two.path, "title-long")]


def test_an_exception_that_excuses_nothing_is_told() -> None:
    assert [d.rule for d in diagnose(entry(suppress=excusing("title-long")))] == ["suppression-unused"]


def test_an_unknown_rule_gets_the_nearest_one() -> None:
    (one,) = diagnose(entry(suppress=excusing("title-lang")))
    assert (one.rule, one.hint) == ("suppression-unknown-rule", "是不是“title-long”？")


def test_what_must_not_be_excused_is_reported_all_the_same() -> None:
    diagnostics = diagnose(entry(people=["nobody"], suppress=excusing("unknown-person")))
    assert sorted(d.rule for d in diagnostics) == ["suppression-not-allowed", "unknown-person"]


def test_one_exception_covers_every_place_of_a_rule() -> None:
    past = [{"date": "2026-03-01", "text": "改"}, {"date": "2026-03-02", "text": "改"}]
    story = entry(corrections=past, suppress=excusing("correction-before-publication"))
    assert diagnose(story) == []


def test_places_are_looked_up_and_marks_taken_as_they_are() -> None:
    asked: list[tuple[str, FieldPath]] = []

    def locate(path: str, at: FieldPath) -> Mark:
        asked.append((path, at))
        return Mark(7, 3, 2)

    story = entry(title=LONG)
    made = catalogue(story)
    found = check_entry(story, world_of(made, frozenset(made.entries), TODAY))
    (one,) = to_diagnostics(found, locate, {})
    assert one.mark == Mark(7, 3, 2)
    assert asked == [(story.path, ("title",))]
