"""What the day makes of activities and campaigns."""

from __future__ import annotations

from datetime import date

import pytest
from builders import City

from generator.derive.calendar import schedule
from generator.derive.phases import activity_phase, campaign_phase
from generator.model.catalogue import Entry
from generator.model.kinds import Kind

THURSDAY = date(2026, 3, 12)


def days(data_slugs: object) -> list[str]:
    return [entry.slug for entry in data_slugs]  # type: ignore[attr-defined]


def test_this_week_later_past() -> None:
    data = (
        City()
        .activity("sunday", start="2026-03-15 09:00", end="2026-03-15 10:00")
        .activity("today", start="2026-03-12 09:00", end="2026-03-12 10:00")
        .activity("running", start="2026-03-01 09:00", end="2026-03-31 10:00")
        .activity("monday", start="2026-03-16 09:00", end="2026-03-16 10:00")
        .activity("yesterday", start="2026-03-11 09:00", end="2026-03-11 10:00")
        .activity("long-ago", start="2025-03-11 09:00", end="2025-03-11 10:00")
        .activity("cancelled", start="2026-03-13 09:00", end="2026-03-13 10:00", status="cancelled")
        .data(THURSDAY)
    )
    assert days(data.agenda.this_week) == ["running", "today", "cancelled", "sunday"]
    assert days(data.agenda.later) == ["monday"]
    assert days(data.agenda.past) == ["yesterday", "long-ago"]


@pytest.mark.parametrize(
    ("start", "end", "status", "phase"),
    [
        ("2026-03-13 09:00", "2026-03-13 10:00", "planned", "upcoming"),
        ("2026-03-12 09:00", "2026-03-12 10:00", "planned", "today"),
        ("2026-03-11 09:00", "2026-03-12 10:00", "planned", "today"),
        ("2026-03-11 09:00", "2026-03-13 10:00", "planned", "running"),
        ("2026-03-11 09:00", "2026-03-11 10:00", "planned", "past"),
        ("2026-03-11 09:00", "2026-03-11 10:00", "cancelled", "cancelled"),
    ],
)
def test_phase_of_an_activity(start: str, end: str, status: str, phase: str) -> None:
    data = City().activity("a", start=start, end=end, status=status).data()
    [entry] = data.public.of_kind(Kind.ACTIVITY)
    assert activity_phase(entry.meta, THURSDAY).value == phase


@pytest.mark.parametrize(
    ("today", "phase"),
    [
        (date(2026, 2, 28), "announced"),
        (date(2026, 3, 1), "running"),
        (date(2026, 3, 31), "running"),
        (date(2026, 4, 1), "ended"),
    ],
)
def test_phase_of_a_campaign(today: date, phase: str) -> None:
    data = City().campaign("m").data(today)
    [entry] = data.public.of_kind(Kind.CAMPAIGN)
    assert campaign_phase(entry.meta, today).value == phase
    assert data.campaigns.foremost == (None if phase == "ended" else entry)


def test_a_running_campaign_goes_before_the_next() -> None:
    data = (
        City()
        .campaign("next", start="2026-03-20", end="2026-03-21")
        .campaign("running")
        .campaign("ended", start="2025-12-05", end="2025-12-05")
        .data(THURSDAY)
    )
    assert data.campaigns.foremost is not None
    assert data.campaigns.foremost.slug == "running"
    assert days(data.campaigns.announced) == ["next"]
    assert days(data.campaigns.ended) == ["ended"]


def test_schedule_mixes_activities_and_own_lines_by_time() -> None:
    data = (
        City()
        .campaign(
            "m",
            activities=["late"],
            schedule=[
                {"date": "2026-03-14", "title": "全天的事"},
                {"date": "2026-03-14", "start": "10:00", "title": "十点的事"},
                {"date": "2026-03-05", "title": "纪念日"},
            ],
        )
        .activity("late", start="2026-03-14 14:00", end="2026-03-14 15:00")
        .activity("early", campaign="m", start="2026-03-14 08:00", end="2026-03-14 09:00")
        .activity("long", campaign="m", start="2026-03-10 08:00", end="2026-03-20 09:00")
        .data(THURSDAY)
    )
    campaign = data.campaigns.running[0]
    plan = schedule(campaign, data.back.activities[campaign.id], THURSDAY)
    assert [
        (day.day.day, [line.slug if isinstance(line, Entry) else line.title for line in day.lines]) for day in plan
    ] == [
        (5, ["纪念日"]),
        (10, ["long"]),
        (12, ["long"]),
        (14, ["全天的事", "early", "十点的事", "late"]),
    ]
