"""The campaign calendar, and key dates on the home page and in calendars to subscribe to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from builders import City
from icalendar import Calendar
from lxml import html
from machine_desk import Desk

from generator.derive import derive
from generator.render import site_pages

ALL = "activities/calendar.ics"


def city() -> City:
    return (
        City()
        .term("key-date", id="month", name="学雷锋活动月", day="03-01", last="03-31")
        .term("key-date", id="chongyang", name="重阳节", lunar="09-09", intro="为老服务的一天。")
        .term("key-date", id="volunteer-day", name="国际志愿者日", day="12-05")
    )


def month(view: dict[str, Any], id: str) -> dict[str, Any]:
    return next(each for each in view["months"] if each["id"] == id)


def test_a_year_month_by_month(tmp_path: Path) -> None:
    desk = Desk(
        city()
        .campaign("m", start="2026-02-20", end="2026-03-20")
        .activity("a")
        .activity("off", status="cancelled")
        .activity("last-year", year=2025, start="2025-03-14 09:00", end="2025-03-14 10:00"),
        tmp_path,
    )
    view = desk.view("calendar/")
    assert [each["id"] for each in view["months"]] == [f"2026-{number:02}" for number in range(1, 13)]
    march = month(view, "2026-03")
    assert (march["now"], march["past"], march["activities"]) == (True, False, 1)
    assert [each["card"]["title"] for each in march["campaigns"]] == ["学雷锋活动月"]
    assert [each["card"]["title"] for each in month(view, "2026-02")["campaigns"]] == ["学雷锋活动月"]
    october = month(view, "2026-10")["key_days"][0]
    assert (october["name"], october["dates"], october["lunar"]) == ("重阳节", "2026年10月18日 周日", "农历九月初九")
    assert october["calendar"] == "/volunteer/calendar/chongyang.ics"
    assert view["next"]["name"] == "学雷锋活动月"
    assert view["webcal"] == "webcal://example.org/volunteer/activities/calendar.ics"
    page = html.fromstring(desk.write("calendar/"))
    for link in page.xpath("//a[starts-with(@href, '/volunteer/')]/@href"):
        address = link.removeprefix("/volunteer/").partition("#")[0]
        assert address in desk.pages, link


def test_late_in_the_year_the_next_one_begins() -> None:
    view = page_view(city(), date(2026, 11, 2), "calendar/")
    assert [each["name"] for each in view["months"]][-4:] == ["12月", "2027年1月", "2027年2月", "2027年3月"]
    assert month(view, "2027-03")["key_days"][0]["start"]["iso"] == "2027-03-01"


def page_view(town: City, today: date, address: str) -> dict[str, Any]:
    """A page as it is on another day."""
    catalogue = town.catalogue()
    from machine_desk import SITE

    data = derive(catalogue, frozenset(catalogue.entries), today)
    return next(page for page in site_pages(data, SITE) if page.address == address).make_view()


def test_the_home_page_names_the_next_key_date_when_no_campaign_runs(tmp_path: Path) -> None:
    running = city().campaign("m", start="2026-03-01", end="2026-03-31")
    assert page_view(running, date(2026, 3, 12), "")["key_day"] is None
    after = page_view(running, date(2026, 4, 1), "")["key_day"]
    assert (after["name"], after["state"]) == ("重阳节", "")
    assert page_view(city(), date(2026, 3, 12), "")["key_day"]["state"] == "进行中"
    assert page_view(City(), date(2026, 3, 12), "")["key_day"] is None
    strip = html.fromstring(Desk(city(), tmp_path).write("")).xpath("//aside[@class='keystrip']")[0]
    assert "眼下正是学雷锋活动月" in strip.text_content()


def test_key_dates_are_in_the_calendar_of_everything_and_in_their_own(tmp_path: Path) -> None:
    desk = Desk(city().activity("a"), tmp_path)
    events = {
        str(event["uid"]).partition("@")[0]: event for event in Calendar.from_ical(desk.write(ALL)).walk("VEVENT")
    }
    assert events["key-dates/chongyang/2026"]["dtstart"].dt == date(2026, 10, 18)
    assert events["key-dates/month/2026"]["dtend"].dt == date(2026, 4, 1)
    assert events["key-dates/volunteer-day/2025"]["dtstart"].dt == date(2025, 12, 5)
    own = Calendar.from_ical(desk.write("calendar/chongyang.ics")).walk("VEVENT")
    assert [str(event["description"]) for event in own] == ["为老服务的一天。"]


def test_a_city_with_nothing_in_its_calendar_has_none(tmp_path: Path) -> None:
    assert "calendar/" not in Desk(City().story("a"), tmp_path).pages
    alone = Desk(city(), tmp_path)
    assert {"calendar/", ALL} <= set(alone.pages)
    assert [crumb["name"] for crumb in alone.view("calendar/")["crumbs"]] == ["首页", "2026年活动日历"]
