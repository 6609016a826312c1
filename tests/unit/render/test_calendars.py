"""Calendars as a reader's program understands them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import City
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from lxml import html
from machine_desk import SITE, Desk

from generator.model.address import Site
from generator.render import fingerprint, site_pages
from generator.render.icalendar_text import CalendarEvent, icalendar_text

SHANGHAI = ZoneInfo("Asia/Shanghai")
ALL = "activities/calendar.ics"


def city() -> City:
    return (
        City()
        .campaign(
            "m",
            schedule=[
                {"date": "2026-03-05", "start": "09:00", "end": "11:00", "title": "集中服务", "place": "人民广场"},
                {"date": "2026-03-05", "title": "纪念日"},
            ],
        )
        .activity(
            "act",
            campaign="m",
            title="修理摊；雨伞，小家电",
            summary="带上坏了的东西\\来",
            contact={"role": "值班岗", "phone": "0000-8801234"},
            sign_up={"note": "到窗口报名"},
        )
        .activity("off", status="cancelled", start="2026-03-20", end="2026-03-21")
        .activity("done", start="2026-01-07 09:00", end="2026-01-07 10:00")
        .activity("long-ago", year=2024, start="2024-01-07 09:00", end="2024-01-07 10:00")
    )


def events(text: str) -> dict[str, Event]:
    """Events by the first part of their UID."""
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    found = {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    for event in found.values():
        assert not event.errors
        assert event["dtstamp"].dt.tzinfo is not None
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(city(), tmp_path)


def test_an_activity_has_its_time_in_shanghai(desk: Desk) -> None:
    event = events(desk.write(ALL))["content/activities/2026/act"]
    assert event["dtstart"].dt == datetime(2026, 3, 14, 9, tzinfo=SHANGHAI)
    assert event["dtend"].dt == datetime(2026, 3, 14, 11, 30, tzinfo=SHANGHAI)
    assert event["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert (str(event["summary"]), str(event["status"])) == ("修理摊；雨伞，小家电", "CONFIRMED")
    assert str(event["location"]) == "滨河社区志愿服务站一楼"
    assert str(event["url"]) == "https://example.org/volunteer/activities/2026/act/"
    assert str(event["description"]).splitlines() == [
        "带上坏了的东西\\来", "主办：河湾市志愿服务中心", "报名：到窗口报名", "联系：值班岗 0000-8801234",
    ]  # fmt: skip


def test_the_calendar_of_everything_has_what_is_recent(desk: Desk) -> None:
    found = events(desk.write(ALL))
    assert {id for id in found if "/m/" not in id} == {
        "content/campaigns/m",
        *(f"content/activities/2026/{slug}" for slug in ("act", "off", "done")),
    }
    assert len([id for id in found if id.startswith("content/campaigns/m/2026-03-05-")]) == 2


def test_a_cancelled_activity_stays_and_says_so(desk: Desk) -> None:
    event = events(desk.write(ALL))["content/activities/2026/off"]
    assert str(event["status"]) == "CANCELLED"
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 3, 20), date(2026, 3, 22))


def test_a_campaign_has_its_days_and_its_activities(desk: Desk) -> None:
    found = events(desk.write("campaigns/m/calendar.ics"))
    whole = found["content/campaigns/m"]
    assert (whole["dtstart"].dt, whole["dtend"].dt) == (date(2026, 3, 1), date(2026, 4, 1))
    assert str(whole["transp"]) == "TRANSPARENT"
    assert "content/activities/2026/act" in found
    assert "content/activities/2026/off" not in found
    by_name = {str(event["summary"]): event for event in found.values()}
    assert by_name["集中服务"]["dtstart"].dt == datetime(2026, 3, 5, 9, tzinfo=SHANGHAI)
    assert by_name["纪念日"]["dtstart"].dt == date(2026, 3, 5)


def test_an_activity_to_come_has_a_file_of_its_own(desk: Desk) -> None:
    assert list(events(desk.write("activities/2026/act/calendar.ics"))) == ["content/activities/2026/act"]
    assert "activities/2026/done/calendar.ics" not in desk.pages


def test_pages_lead_to_calendars_that_are_there(desk: Desk) -> None:
    for address, expected in (
        ("activities/", ALL),
        ("activities/2026/act/", "activities/2026/act/calendar.ics"),
        ("campaigns/m/", "campaigns/m/calendar.ics"),
        ("activities/2026/done/", ""),
    ):
        links = html.fromstring(desk.write(address)).xpath("//a[contains(., '加入日历')]/@href")
        assert links == ([f"/volunteer/{expected}"] if expected else [])
        assert not expected or expected in desk.pages


def test_a_day_without_events_changes_no_calendar() -> None:
    one, two = (
        {page.address: fingerprint(page, "") for page in site_pages(city().data(day), SITE) if page.address.endswith("ics")}
        for day in (date(2026, 3, 16), date(2026, 3, 17))
    )  # fmt: skip
    assert one == two and one


def test_without_a_full_address_calendars_are_made_all_the_same(tmp_path: Path) -> None:
    event = events(Desk(city(), tmp_path, site=Site.at(None)).write(ALL))["content/activities/2026/act"]
    assert "url" not in event


def event(**more: Any) -> CalendarEvent:
    return CalendarEvent(
        **{"uid": "a@b", "stamp": datetime(2026, 3, 1), "start": date(2026, 3, 5), "end": None, "summary": "x", **more}
    )


def _only(found: Iterable[Event]) -> Event:
    [one] = found
    return one


words = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"), max_size=120)


@given(words, st.lists(words, max_size=3).map("\n".join))
def test_any_words_come_through_in_lines_of_at_most_75_octets(summary: str, description: str) -> None:
    text = icalendar_text(summary, [event(summary=summary, description=description)])
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read = _only(Calendar.from_ical(text).walk("VEVENT"))
    assert str(read["summary"]) == summary
    assert str(read.get("description", "")) == description


@given(st.datetimes(datetime(1992, 1, 2), datetime(2090, 1, 1)), st.timedeltas(timedelta(0), timedelta(days=9)))
def test_any_time_comes_through(start: datetime, length: timedelta) -> None:
    start, end = start.replace(microsecond=0), (start + length).replace(microsecond=0)
    read = _only(Calendar.from_ical(icalendar_text("x", [event(start=start, end=end)])).walk("VEVENT"))
    assert read["dtstart"].dt == start.replace(tzinfo=SHANGHAI)
    assert ("dtend" in read) == (end > start)
    assert read["dtstamp"].dt == datetime(2026, 2, 28, 16, tzinfo=ZoneInfo("UTC"))
