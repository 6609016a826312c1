"""Views of the lists of activities and campaigns: what is to come before what is past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.derive.phases import end_of_week
from generator.model.address import list_address
from generator.model.catalogue import Entry

from .activity_filter import coming_activity, filter_view
from .calendar_links import ALL_EVENTS
from .cards import Cards
from .chinese_dates import short_day, weekday
from .city_year_page import city_year_link
from .column_pages import column_head, section_crumb
from .page_heads import COLUMNS
from .paging import page_count, page_of, pager
from .views import ActivitiesView, ActivityGroup, CampaignsView

ACTIVITIES, LATER, CAMPAIGNS = "activities/", "activities/later/", "campaigns/"

AT_ONCE = 80
"""So many coming activities stand on one page: some twenty screens of a phone, 8 KB compressed. More of them
go on on pages of their own, which the filter fetches when somebody uses it."""


def later_page_count(cards: Cards) -> int:
    """How many pages the coming activities need beside the first."""
    rest = len(cards.data.agenda.upcoming) - AT_ONCE
    return page_count(rest, AT_ONCE) if rest > 0 else 0


def activities_view(cards: Cards, number: int) -> ActivitiesView:
    """Coming activities on the first page, past ones over all pages."""
    days, size, site = cards.data.agenda, cards.settings.page_size, cards.site
    coming = days.upcoming if number == 1 else ()
    rest = len(coming) - AT_ONCE
    more = [site.url(list_address(LATER, each)) for each in range(1, later_page_count(cards) + 1)] if coming else []
    return {
        **column_head(cards, "activities", "activities", ACTIVITIES, COLUMNS["activities"], number),
        "headline": COLUMNS["activities"],
        "calendar": site.url(ALL_EVENTS),
        "year": city_year_link(cards),
        "coming_total": len(coming),
        "groups": _groups(cards, coming[:AT_ONCE]),
        "filter": filter_view(cards, coming, more) if coming else None,
        "later": {"name": f"再往后还有 {rest} 场", "url": more[0]} if rest > 0 else None,
        "past": [cards.activity(each) for each in page_of(days.past, number, size)],
        "pager": pager(site, ACTIVITIES, number, len(days.past), size),
    }


def later_activities_view(cards: Cards, number: int) -> ActivitiesView:
    """Coming activities that have no room on the first page."""
    rest = cards.data.agenda.upcoming[AT_ONCE:]
    name = "再往后的活动"
    return {
        **column_head(cards, "activities", "activities", LATER, name, number, crumbs=[section_crumb("activities")]),
        "headline": name,
        "calendar": cards.site.url(ALL_EVENTS),
        "year": city_year_link(cards),
        "coming_total": len(rest),
        "groups": _groups(cards, page_of(rest, number, AT_ONCE)),
        "filter": None,
        "later": None,
        "past": [],
        "pager": pager(cards.site, LATER, number, len(rest), AT_ONCE),
    }


def _groups(cards: Cards, coming: Sequence[Entry]) -> list[ActivityGroup]:
    """What goes on today, what else begins this week, what comes later; without empty ones."""
    today = cards.today
    sunday = end_of_week(today)
    groups: dict[tuple[str, str, str], list[Entry]] = {
        ("today", "今天", f"{short_day(today)} {weekday(today)}"): [],
        ("week", "本周", f"到{short_day(sunday)} {weekday(sunday)}"): [],
        ("later", "往后", ""): [],
    }
    names = list(groups)
    for entry in coming:
        groups[names[_place(entry.meta.start.date(), today, sunday)]].append(entry)
    return [
        {"id": id, "name": name, "note": note, "activities": [coming_activity(cards, each) for each in entries]}
        for (id, name, note), entries in groups.items()
        if entries
    ]


def _place(start: date, today: date, sunday: date) -> int:
    return 0 if start <= today else 1 if start <= sunday else 2


def campaigns_view(cards: Cards, number: int) -> CampaignsView:
    """Running and announced campaigns on the first page, ended ones over all pages."""
    campaigns, size = cards.data.campaigns, cards.settings.page_size
    first = number == 1
    return {
        **column_head(cards, "campaigns", "campaigns", CAMPAIGNS, COLUMNS["campaigns"], number),
        "headline": COLUMNS["campaigns"],
        "year": city_year_link(cards),
        "running": [cards.campaign(each) for each in campaigns.running] if first else [],
        "announced": [cards.campaign(each) for each in campaigns.announced] if first else [],
        "ended": [cards.campaign(each) for each in page_of(campaigns.ended, number, size)],
        "pager": pager(cards.site, CAMPAIGNS, number, len(campaigns.ended), size),
    }
