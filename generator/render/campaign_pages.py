"""Campaigns' pages, which know their day, and what other pages show of campaigns."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from generator.derive.calendar import ScheduleDay as PlannedDay
from generator.derive.calendar import schedule
from generator.derive.phases import CampaignPhase, campaign_phase
from generator.model.catalogue import Entry
from generator.model.entries import Campaign, Recurs, ScheduleLine

from .calendar_links import calendar_address
from .cards import Cards
from .chinese_dates import day_text, day_view, days_span, number, short_day, weekday
from .entry_texts import text_keys
from .page_heads import entry_head
from .reuse_box import reuse_keys
from .terms import UNKNOWN
from .views import (
    CampaignView,
    HomeCampaign,
    ScheduleDay,
    ScheduleItem,
    TotalsView,
)

DAYS_ON_THE_HOME_PAGE = 2
PEOPLE, PLACES, SOURCES = 8, 12, 4
"""So many of each a campaign's page names; of the others it says how many there are."""


def campaign_view(cards: Cards, entry: Entry, addresses: Set[str]) -> CampaignView:
    """A campaign's page: days to come first, then what is past."""
    meta: Campaign = entry.meta
    data, terms, today = cards.data, cards.terms, cards.today
    organiser = terms.organisation(meta.organiser) or UNKNOWN
    activities = data.back.activities.get(entry.id, ())
    days = schedule_days(cards, entry)
    stories = data.back.stories.get(entry.id, ())
    card = cards.campaign(entry)
    lead = cards.pictures.lead(entry) or cards.pictures.cover(entry)
    people = data.campaign_people.get(entry.id, ())
    places = list(dict.fromkeys(line["place"] for day in days for line in day["lines"] if line["place"]))
    head = entry_head(
        cards,
        "campaign",
        entry,
        "campaigns",
        source=organiser["name"],
        keywords=[meta.title, meta.theme],
        picture=lead,
        description=cards.summary(entry) or meta.theme,
        published=meta.date,
    )
    return {
        **head,
        **text_keys(cards, entry, addresses),
        "theme": meta.theme,
        "phase": card["phase"],
        "phase_text": day_words(meta, today) or card["phase_text"],
        "countdown": max(0, (meta.start - today).days),
        "start": card["start"],
        "end": card["end"],
        "dates": days_span(meta.start, meta.end),
        "recurs": "每年举办" if meta.recurs is Recurs.YEARLY else "",
        "organiser": organiser,
        "safeguards": list(meta.safeguards),
        "lead": lead,
        "gallery": cards.pictures.gallery(entry),
        "today": next((day for day in days if day["today"]), None),
        "days": [day for day in days if not day["past"]],
        "past_days": [day for day in days if day["past"]],
        "places": places[:PLACES],
        "more_places": len(places[PLACES:]),
        "people": [cards.profile(each) for each in people[:PEOPLE]],
        "people_total": len(people),
        "stories": cards.stories(stories[: cards.settings.page_size]),
        "stories_total": len(stories),
        "features": [cards.feature(each) for each in data.back.features.get(entry.id, ())],
        "totals": totals(activities) if campaign_phase(meta, today) is not CampaignPhase.ANNOUNCED else None,
        "date": day_view(meta.date),
        "calendar": cards.site.url(calendar_address(entry)) if meta.end >= today else "",
        **reuse_keys(cards, entry),
    }


def home_campaign(cards: Cards, entry: Entry) -> HomeCampaign:
    """The banner of the home page."""
    days = [day for day in schedule_days(cards, entry) if not day["past"]]
    return {
        "card": cards.campaign(entry),
        "phase_text": day_words(entry.meta, cards.today) or cards.campaign(entry)["phase_text"],
        "picture": cards.pictures.lead(entry) or cards.pictures.cover(entry),
        "today": next((day for day in days if day["today"]), None),
        "days": [day for day in days if not day["today"]][:DAYS_ON_THE_HOME_PAGE],
    }


def day_words(meta: Campaign, today: date) -> str:
    """Which day of a campaign it is, or how many days are left until it begins; "" when it is over."""
    left = (meta.start - today).days
    if left > 0:
        return {1: "明天开始", 2: "后天开始"}.get(left) or f"还有 {left} 天开始"
    if today > meta.end:
        return ""
    if meta.start == meta.end:
        return "就在今天"
    return "进行中·最后一天" if today == meta.end else f"进行中·第 {1 - left} 天"


def schedule_days(cards: Cards, entry: Entry) -> list[ScheduleDay]:
    """A campaign's calendar."""
    planned = schedule(entry, cards.data.back.activities.get(entry.id, ()), cards.today)
    return [schedule_day(cards, day) for day in planned]


def schedule_day(cards: Cards, planned: PlannedDay, *, with_year: bool = False) -> ScheduleDay:
    """One day of a calendar."""
    return {
        "date": day_view(planned.day)
        if with_year
        else {"iso": planned.day.isoformat(), "text": short_day(planned.day)},
        "weekday": weekday(planned.day),
        "today": planned.day == cards.today,
        "past": planned.day < cards.today,
        "lines": [_schedule_item(cards, line) for line in planned.lines],
    }


def _schedule_item(cards: Cards, line: Entry | ScheduleLine) -> ScheduleItem:
    if isinstance(line, ScheduleLine):
        start = f"{line.start:%H:%M}" if line.start else ""
        end = f"—{line.end:%H:%M}" if line.start and line.end else ""
        return {"time": start + end, "title": line.title, "place": line.place or "", "url": "", "card": None}
    card = cards.activity(line)
    return {
        "time": card["time"],
        "title": card["title"],
        "place": card["place"],
        "url": card["url"],
        "card": card,
    }


def totals(activities: Sequence[Entry]) -> TotalsView | None:
    """Sums over the activities that have their outcome; each source once, with the last day it speaks of."""
    outcomes = [activity.meta.outcome for activity in activities if activity.meta.outcome]
    if not outcomes:
        return None
    hours = [outcome.hours for outcome in outcomes if outcome.hours]
    last: dict[str, date] = {}
    for each in hours:
        last[each.source] = max(each.as_of, last.get(each.source, each.as_of))
    named = sorted(last.items())
    return {
        "activities": len(outcomes),
        "took_part": sum(outcome.took_part for outcome in outcomes),
        "served": sum(outcome.served or 0 for outcome in outcomes),
        "hours": number(sum(each.value for each in hours)) if hours else "",
        "sources": [f"{name}，截至{day_text(day)}" for name, day in named[:SOURCES]],
        "more_sources": len(named[SOURCES:]),
    }
