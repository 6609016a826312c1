"""Views of activities: what to know before one comes, and what is left afterwards."""

from __future__ import annotations

from collections.abc import Set

from generator.derive.phases import can_join
from generator.model.catalogue import Entry
from generator.model.entries import Activity, Outcome
from generator.model.kinds import Kind

from .calendar_links import calendar_address
from .cards import Cards
from .chinese_dates import day_text, moment_view, number
from .contacts import contact_view, hours_view
from .entry_dates import with_offset
from .entry_texts import text_keys
from .page_heads import entry_head
from .sign_up_codes import sign_up_code
from .terms import UNKNOWN
from .views import ActivityView, OutcomeView, SignUpView


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
