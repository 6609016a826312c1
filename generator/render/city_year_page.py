"""The campaign calendar: key dates and campaigns of the city's year, month by month."""

from __future__ import annotations

from generator.derive import SiteData
from generator.derive.city_year import CityMonth
from generator.model.catalogue import Entry
from generator.model.key_days import KeyDay

from .calendar_links import ALL_EVENTS, calendar_address, key_date_address
from .cards import Cards
from .chinese_dates import day_view, days_span, lunar_text, weekday
from .page_heads import COLUMNS, column_meta, page_head
from .views import CityYearView, KeyDayView, YearCampaign, YearMonth

CITY_YEAR = "calendar/"
NAME = "活动日历"


def has_city_year(data: SiteData) -> bool:
    """Whether there is anything to put into a calendar."""
    return bool(data.catalogue.vocabularies.key_date or _any_campaign(data))


def _any_campaign(data: SiteData) -> bool:
    campaigns = data.campaigns
    return bool(campaigns.running or campaigns.announced or campaigns.ended)


def city_year_link(cards: Cards) -> str:
    """The URL of the calendar; "" when there is none."""
    return cards.place(CITY_YEAR) if has_city_year(cards.data) else ""


def city_year_view(cards: Cards) -> CityYearView:
    """The calendar's page."""
    data, site = cards.data, cards.site
    year = data.year
    headline = f"{cards.today.year}年{NAME}"
    head = page_head(
        cards,
        "city-year",
        CITY_YEAR,
        headline,
        f"{cards.settings.city}全年的志愿服务重要日子和主题活动，按月排列，可以订阅到手机日历。",
        "campaigns",
        [(COLUMNS["campaigns"], "campaigns/")] if _any_campaign(data) else (),
        column_meta(NAME),
    )
    events = site.url(ALL_EVENTS)
    return {
        **head,
        "headline": headline,
        "subscribe": site.origin + events,
        "webcal": f"webcal://{site.origin.partition('://')[2]}{events}" if site.origin else "",
        "activities": cards.place("activities/") if data.agenda.upcoming or data.agenda.past else "",
        "next": key_day_view(cards, year.next_key_day) if year.next_key_day else None,
        "months": [_month(cards, month) for month in year.months],
    }


def _month(cards: Cards, month: CityMonth) -> YearMonth:
    here, today = (month.first.year, month.first.month), (cards.today.year, cards.today.month)
    year = f"{month.first.year}年" if month.first.year != cards.today.year else ""
    return {
        "id": f"{month.first:%Y-%m}",
        "name": f"{year}{month.first.month}月",
        "now": here == today,
        "past": here < today,
        "key_days": [key_day_view(cards, day) for day in month.key_days],
        "campaigns": [_campaign(cards, entry) for entry in month.campaigns],
        "activities": month.activities,
    }


def key_day_view(cards: Cards, day: KeyDay) -> KeyDayView:
    """A key date in its year."""
    key, over = day.key, day.end < cards.today
    one = day.start == day.end
    return {
        "name": key.name,
        "intro": key.intro or "",
        "start": day_view(day.start),
        "dates": f"{days_span(day.start, day.end)}{f' {weekday(day.start)}' if one else ''}",
        "lunar": lunar_text(key.lunar) if key.lunar else "",
        "state": ("今天" if one else "进行中") if day.start <= cards.today <= day.end else "",
        "past": over,
        "calendar": "" if over else cards.site.url(key_date_address(key)),
    }


def _campaign(cards: Cards, entry: Entry) -> YearCampaign:
    over = entry.meta.end < cards.today
    return {"card": cards.campaign(entry), "calendar": "" if over else cards.site.url(calendar_address(entry))}
