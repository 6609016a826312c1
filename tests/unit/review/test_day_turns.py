"""The next moment at which the site should be built again, though nobody has changed anything."""

from __future__ import annotations

from datetime import datetime

import pytest
from builders import City

from generator.review.publication import publication


def next_change(city: City, now: str) -> str | None:
    """When the city's site turns next, seen from a moment."""
    found = publication(city.catalogue(), datetime.fromisoformat(now)).next_change
    return found.isoformat(" ", "minutes") if found else None


NOTICE = {"start": "2026-03-09", "end": "2026-03-15", "contact": {"role": "办公室", "phone": "0000-8801200"}}


@pytest.mark.parametrize(
    ("now", "change"),
    [
        ("2026-03-01", "2026-03-09 00:00"),
        ("2026-03-09", "2026-03-16 00:00"),
        ("2026-03-15T23:59", "2026-03-16 00:00"),
        ("2026-03-16", None),
    ],
)
def test_a_public_notice_begins_and_ends(now: str, change: str | None) -> None:
    assert next_change(City().document("notice", kind="public-notice", notice=NOTICE), now) == change


def test_a_consent_runs_out_with_its_day() -> None:
    photos = [
        {"file": "a.jpg", "consent": {"reference": "S-1", "expires": "2026-03-20"}},
        {"file": "b.jpg", "consent": {"reference": "S-2"}},
    ]
    city = City().story("a", photos=photos)
    assert next_change(city, "2026-03-12") == "2026-03-21 00:00"
    assert next_change(city, "2026-03-20T09:00") == "2026-03-21 00:00"
    assert next_change(city, "2026-03-21") is None


def test_a_deadline_passes_with_its_day() -> None:
    city = City().document("call", deadline="2026-03-20")
    assert next_change(city, "2026-03-12T10:00") == "2026-03-21 00:00"
    assert next_change(city, "2026-03-21") is None


def test_what_is_to_come_turns_every_midnight_until_it_is_over() -> None:
    city = City().activity("repair", start="2026-03-14 09:00", end="2026-03-14 11:30")
    assert next_change(city, "2026-03-01T08:00") == "2026-03-02 00:00"
    assert next_change(city, "2026-03-14T23:00") == "2026-03-15 00:00"
    assert next_change(city, "2026-03-15") is None
    month = City().campaign("month", start="2026-04-01", end="2026-04-30")
    assert next_change(month, "2026-03-12") == "2026-03-13 00:00"
    assert next_change(month, "2026-05-01") is None


def test_what_readers_do_not_see_does_not_turn_the_site() -> None:
    city = City().activity("repair", draft="true").document("notice", kind="public-notice", notice=NOTICE, draft="true")
    assert next_change(city, "2026-03-01") is None


def test_key_dates_come_and_go_and_the_year_ends() -> None:
    city = City().term("key-date", id="day", name="国际志愿者日", day="12-05")
    assert next_change(city, "2026-03-12") == "2026-12-05 00:00"
    assert next_change(city, "2026-12-05T09:00") == "2026-12-06 00:00"
    assert next_change(city, "2026-12-06") == "2027-01-01 00:00"
