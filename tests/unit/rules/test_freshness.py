"""When a home page and its columns count as stale."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from rule_desk import TODAY, catalogue, entry

from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import Kind
from generator.rules.checking import check_site
from generator.rules.freshness import _months_before
from generator.rules.published import Published


def found(*entries: Entry, public: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """File and rule of what is stale; all entries are public unless ``public`` says which."""
    made = catalogue(*entries)
    ids = frozenset(made.entries) if public is None else public
    return [(path, rule) for path, rule in _all_found(made, ids) if not rule.endswith("-soon")]


def soon(*entries: Entry) -> list[str]:
    """The rules that say of entries that something will be stale soon."""
    made = catalogue(*entries)
    return [rule for _, rule in _all_found(made, frozenset(made.entries)) if rule.endswith("-soon")]


def _all_found(made: Catalogue, ids: frozenset[str]) -> list[tuple[str, str]]:
    return [(item.finding.path, item.rule) for item in check_site(Published(made, ids, TODAY))]


def story(slug: str, days_ago: int) -> Entry:
    """A story published so many days ago."""
    return entry(slug=slug, date=(TODAY - timedelta(days=days_ago)).isoformat())


def test_a_site_without_anything_is_not_stale() -> None:
    assert found() == []


@pytest.mark.parametrize(("days_ago", "stale"), [(0, False), (14, False), (15, True), (-3, False)])
def test_two_weeks_count_from_the_newest(days_ago: int, stale: bool) -> None:
    newest = story("new", days_ago)
    assert found(story("old", 40), newest) == ([(newest.path, "home-stale")] if stale else [])


def test_only_what_is_public_is_news() -> None:
    old, hidden = story("old", 40), story("hidden", 1)
    assert found(old, hidden, public=frozenset({old.id})) == [(old.path, "home-stale")]


def test_each_column_is_judged_by_its_newest_entry() -> None:
    first, second = story("first", 1), story("second", 300)
    person = entry(Kind.PROFILE, slug="one", date=(TODAY - timedelta(days=400)).isoformat())
    assert found(first, second, person) == [(person.path, "column-stale")]


def test_a_planned_activity_keeps_its_column_fresh_but_is_no_news() -> None:
    past = entry(Kind.ACTIVITY, slug="past", start="2025-03-01 09:00", end="2025-03-01 10:00")
    coming = entry(Kind.ACTIVITY, slug="coming", start="2026-03-20 09:00", end="2026-03-20 10:00")
    assert found(past, story("today", 0)) == [(past.path, "column-stale")]
    assert found(past, coming, story("today", 0)) == []
    assert found(coming, story("old", 20)) == [(story("old", 20).path, "home-stale")]


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-03-12", "2025-09-12"),
        ("2026-08-31", "2026-02-28"),
        ("2024-08-31", "2024-02-29"),
        ("2026-06-30", "2025-12-30"),
    ],
)
def test_half_a_year_before(day: str, before: str) -> None:
    assert _months_before(date.fromisoformat(day), 6) == date.fromisoformat(before)


@pytest.mark.parametrize(("days_ago", "near"), [(9, False), (10, True), (14, True), (15, False)])
def test_the_last_four_days_before_the_home_page_is_stale_are_announced(days_ago: int, near: bool) -> None:
    assert soon(story("new", days_ago)) == (["home-stale-soon"] if near else [])


@pytest.mark.parametrize(("day", "near"), [("2025-10-13", False), ("2025-10-12", True), ("2025-09-12", True)])
def test_the_last_thirty_days_before_a_column_is_stale_are_announced(day: str, near: bool) -> None:
    person = entry(Kind.PROFILE, slug="one", date=day)
    assert soon(story("new", 1), person) == (["column-stale-soon"] if near else [])
    assert found(story("new", 1), person) == []
