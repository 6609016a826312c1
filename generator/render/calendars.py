"""Calendars that readers' programs subscribe to: of everything, of a campaign, of one activity or key date to come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from hashlib import blake2b
from urllib.parse import urlsplit

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.entries import Activity, ActivityStatus, Campaign, ScheduleLine
from generator.model.key_days import KeyDay, key_days
from generator.model.kinds import Kind
from generator.model.page import Page, View
from generator.model.vocabulary import KeyDate

from .calendar_links import ALL_EVENTS, calendar_address, key_date_address
from .cards import Cards
from .entry_dates import last_change
from .icalendar_text import CalendarEvent, icalendar_text
from .page_heads import COLUMNS
from .views import TEMPLATES, CalendarView

KEPT = timedelta(days=366)
"""How long past events stay in the calendar of everything; so far ahead it knows key dates."""


def calendar_pages(cards: Cards) -> list[Page]:
    """The calendars as files; none when there is nothing that has a day."""
    data = cards.data
    activities = data.public.of_kind(Kind.ACTIVITY)
    campaigns = data.public.of_kind(Kind.CAMPAIGN)
    keys = data.catalogue.vocabularies.key_date.values()
    if not activities and not campaigns and not keys:
        return []
    since = cards.today - KEPT
    recent = [entry for entry in activities if entry.meta.end.date() >= since]
    rounds = [entry for entry in campaigns if entry.meta.end >= since]
    pages = [_page(ALL_EVENTS, partial(_everything, cards, recent, rounds))]
    pages += [_page(calendar_address(entry), partial(_of_campaign, cards, entry)) for entry in campaigns]
    pages += [_page(calendar_address(entry), partial(_of_activity, cards, entry)) for entry in data.agenda.upcoming]
    pages += [_page(key_date_address(key), partial(_of_key_date, cards, key)) for key in keys]
    return pages


Calendar = tuple[str, Iterable[CalendarEvent]]
"""A calendar's name and what is in it."""


def _page(address: str, calendar: Callable[[], Calendar]) -> Page:
    return Page(address, TEMPLATES["calendar"], partial(_view, calendar))


def _view(calendar: Callable[[], Calendar]) -> View:
    view: CalendarView = {"kind": "calendar", "content": icalendar_text(*calendar())}
    return dict(view)


def _everything(cards: Cards, activities: Iterable[Entry], campaigns: Iterable[Entry]) -> Calendar:
    events = [*_of_activities(cards, activities)]
    events += _key_days(cards, cards.data.catalogue.vocabularies.key_date.values(), cards.today - KEPT)
    for campaign in campaigns:
        events += [_whole(cards, campaign), *_lines(cards, campaign)]
    return f"{cards.settings.site_name} · {COLUMNS['activities']}", sorted(events, key=_by_time)


def _of_campaign(cards: Cards, campaign: Entry) -> Calendar:
    activities = cards.data.back.activities.get(campaign.id, ())
    events = [_whole(cards, campaign), *_lines(cards, campaign), *_of_activities(cards, activities)]
    return f"{cards.settings.site_name} · {campaign.title}", sorted(events, key=_by_time)


def _of_activity(cards: Cards, activity: Entry) -> Calendar:
    return activity.title, _of_activities(cards, (activity,))


def _of_key_date(cards: Cards, key: KeyDate) -> Calendar:
    return key.name, _key_days(cards, [key], cards.today)


def _key_days(cards: Cards, keys: Iterable[KeyDate], since: date) -> Iterable[CalendarEvent]:
    return (_key_day(cards, day) for day in key_days(keys, since, cards.today + KEPT))


def _by_time(event: CalendarEvent) -> tuple[str, str]:
    return event.start.isoformat(), event.uid


def _of_activities(cards: Cards, activities: Iterable[Entry]) -> Iterator[CalendarEvent]:
    for entry in activities:
        meta: Activity = entry.meta
        days_only = not any((meta.start.hour, meta.start.minute, meta.end.hour, meta.end.minute))
        yield CalendarEvent(
            uid=_uid(cards, entry.id),
            stamp=last_change(entry) or meta.start,  # an activity does not say when it was announced
            start=meta.start.date() if days_only else meta.start,
            end=meta.end.date() if days_only else meta.end,
            summary=meta.title,
            location=meta.place,
            description=_description(cards, entry),
            url=_url(cards, entry),
            cancelled=meta.status is ActivityStatus.CANCELLED,
        )


def _description(cards: Cards, entry: Entry) -> str:
    meta: Activity = entry.meta
    organiser = cards.terms.organisation(meta.organiser)
    lines = [
        cards.summary(entry),
        f"主办：{organiser['name']}" if organiser else "",
        f"报名：{meta.sign_up.note or meta.sign_up.url}"
        if meta.sign_up and (meta.sign_up.note or meta.sign_up.url)
        else "",
        f"联系：{meta.contact.role} {meta.contact.phone}" if meta.contact else "",
    ]
    return "\n".join(line for line in lines if line)


def _whole(cards: Cards, campaign: Entry) -> CalendarEvent:
    meta: Campaign = campaign.meta
    return CalendarEvent(
        uid=_uid(cards, campaign.id),
        stamp=last_change(campaign) or meta.date,
        start=meta.start,
        end=meta.end,
        summary=meta.title,
        description="\n".join(line for line in (meta.theme, cards.summary(campaign)) if line),
        url=_url(cards, campaign),
        background=meta.end > meta.start,
    )


def _lines(cards: Cards, campaign: Entry) -> Iterator[CalendarEvent]:
    """Lines of the campaign's own. A line has no id: its day and words are what it is known by."""
    meta: Campaign = campaign.meta
    for line in dict.fromkeys(meta.schedule):
        digest = blake2b(f"{line.start}\0{line.title}\0{line.place}".encode(), digest_size=6).hexdigest()
        start, end = _times(line)
        yield CalendarEvent(
            uid=_uid(cards, f"{campaign.id}/{line.date}-{digest}"),
            stamp=last_change(campaign) or meta.date,
            start=start,
            end=end,
            summary=line.title,
            location=line.place or "",
            description=meta.title,
            url=_url(cards, campaign),
        )


def _times(line: ScheduleLine) -> tuple[date, date | None]:
    if line.start is None:
        return line.date, None
    return datetime.combine(line.date, line.start), datetime.combine(line.date, line.end) if line.end else None


def _key_day(cards: Cards, day: KeyDay) -> CalendarEvent:
    return CalendarEvent(
        uid=_uid(cards, f"key-dates/{day.key.id}/{day.start.year}"),
        stamp=datetime.combine(
            day.start.replace(month=1, day=1), time()
        ),  # a register does not say when a line of it was written
        start=day.start,
        end=day.end,
        summary=day.key.name,
        description=day.key.intro or "",
        background=True,
    )


def _uid(cards: Cards, id: str) -> str:
    return f"{id}@{urlsplit(cards.site.origin).netloc or 'zoujin.invalid'}"


def _url(cards: Cards, entry: Entry) -> str:
    return cards.site.full_url(entry_address(entry.id)) if cards.site.origin else ""
