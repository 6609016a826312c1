"""Views of activities and campaigns: pages that know their day."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from generator.derive.calendar import ScheduleDay as PlannedDay
from generator.derive.calendar import schedule
from generator.derive.phases import CampaignPhase, campaign_phase, can_join
from generator.model.catalogue import Entry
from generator.model.entries import Activity, Campaign, Outcome, ScheduleLine
from generator.model.kinds import Kind

from .calendar_links import calendar_address
from .cards import Cards
from .chinese_dates import day_text, day_view, days_span, moment_view, number, short_day, weekday
from .contacts import contact_view, hours_view
from .entry_dates import with_offset
from .entry_texts import text_keys
from .page_heads import entry_head
from .sign_up_codes import sign_up_code
from .terms import UNKNOWN
from .views import (
    ActivityView,
    CampaignView,
    HomeCampaign,
    OutcomeView,
    ScheduleDay,
    ScheduleItem,
    SignUpView,
    TotalsView,
)

DAYS_ON_THE_HOME_PAGE = 2


def activity_view(cards: Cards, entry: Entry, addresses: Set[str]) -> ActivityView:
    """An activity's page, before and after."""
    meta: Activity = entry.meta
    data, terms = cards.data, cards.terms
    district = terms.district(meta.district)
    organiser = terms.organisation(meta.organiser) or UNKNOWN
    station = data.public.find(Kind.STATION, meta.station)
    campaign = data.public.find(Kind.CAMPAIGN, meta.campaign)
    categories = terms.categories(meta.categories)
    lead = cards.pictures.lead(entry)
    head = entry_head(
        cards,
        "activity",
        entry,
        "activities",
        source=organiser["name"],
        keywords=[*(link["name"] for link in categories), district["name"]],
        picture=cards.pictures.share(entry),
        description=cards.summary(entry) or f"{day_text(meta.start.date())}，{meta.place}",
    )
    return {
        **head,
        **text_keys(cards, entry, addresses),
        "card": cards.activity(entry),
        "calendar": cards.site.url(calendar_address(entry)) if meta.end.date() >= cards.today else "",
        "starts": with_offset(meta.start),
        "ends": with_offset(meta.end),
        "into": terms.into(meta.into),
        "categories": categories,
        "district": district,
        "street": terms.street(meta.street),
        "organiser": organiser,
        "co_organisers": terms.organisations(meta.co_organisers),
        "team": meta.team or "",
        "station": cards.station(station) if station else None,
        "sign_up": _sign_up(cards, entry),
        "contact": contact_view(meta.contact) if meta.contact else None,
        "campaign": cards.campaign(campaign) if campaign else None,
        "outcome": _outcome(meta.outcome),
        "lead": lead,
        "gallery": cards.pictures.gallery(entry),
        "stories": cards.stories(data.back.stories.get(entry.id, ())),
    }


def _sign_up(cards: Cards, entry: Entry) -> SignUpView | None:
    sign_up = entry.meta.sign_up
    if sign_up is None:
        return None
    still = can_join(entry.meta, cards.today)
    code = sign_up_code(entry) if still else ""
    return {
        "open": still,
        "code": cards.site.url(code) if code else "",
        "url": sign_up.url or "",
        "note": sign_up.note or "",
        "deadline": moment_view(sign_up.deadline) if sign_up.deadline else None,
    }


def _outcome(outcome: Outcome | None) -> OutcomeView | None:
    if outcome is None:
        return None
    return {
        "took_part": number(outcome.took_part),
        "served": "" if outcome.served is None else number(outcome.served),
        "hours": hours_view(outcome.hours),
        "text": outcome.text,
        "kept": [{"what": each.what, "place": each.place, "keeper": each.keeper} for each in outcome.kept],
    }


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
    lines = [line for day in days for line in day["lines"]]
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
        "organiser": organiser,
        "safeguards": list(meta.safeguards),
        "lead": lead,
        "gallery": cards.pictures.gallery(entry),
        "today": next((day for day in days if day["today"]), None),
        "days": [day for day in days if not day["past"]],
        "past_days": [day for day in days if day["past"]],
        "places": list(dict.fromkeys(line["place"] for line in lines if line["place"])),
        "stories": cards.stories(stories[: cards.settings.page_size]),
        "stories_total": len(stories),
        "features": [cards.feature(each) for each in data.back.features.get(entry.id, ())],
        "totals": _totals(activities) if campaign_phase(meta, today) is not CampaignPhase.ANNOUNCED else None,
        "date": day_view(meta.date),
        "calendar": cards.site.url(calendar_address(entry)) if meta.end >= today else "",
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
    if today < meta.start:
        return f"还有 {(meta.start - today).days} 天"
    if today > meta.end:
        return ""
    return "今天" if meta.start == meta.end else f"进行中·第 {(today - meta.start).days + 1} 天"


def schedule_days(cards: Cards, entry: Entry) -> list[ScheduleDay]:
    """A campaign's calendar."""
    planned = schedule(entry, cards.data.back.activities.get(entry.id, ()), cards.today)
    return [schedule_day(cards, day) for day in planned]


def schedule_day(cards: Cards, planned: PlannedDay) -> ScheduleDay:
    """One day of a calendar."""
    return {
        "date": {"iso": planned.day.isoformat(), "text": short_day(planned.day)},
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


def _totals(activities: Sequence[Entry]) -> TotalsView | None:
    outcomes = [activity.meta.outcome for activity in activities if activity.meta.outcome]
    if not outcomes:
        return None
    hours = [outcome.hours for outcome in outcomes if outcome.hours]
    return {
        "activities": len(outcomes),
        "took_part": sum(outcome.took_part for outcome in outcomes),
        "served": sum(outcome.served or 0 for outcome in outcomes),
        "hours": number(sum(each.value for each in hours)) if hours else "",
        "sources": sorted({f"{each.source}，截至{day_text(each.as_of)}" for each in hours}),
    }
