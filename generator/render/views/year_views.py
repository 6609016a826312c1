"""The campaign calendar: the year of the city."""

from __future__ import annotations

from typing import TypedDict

from .card_views import CampaignCard
from .page_views import PageView
from .small_views import DateView


class KeyDayView(TypedDict):
    """A key date in one year."""

    name: str
    intro: str
    start: DateView
    dates: str  # 12月5日 周六, 3月1日至31日
    lunar: str  # 农历九月初九, ""
    state: str  # 今天, 进行中, "" when it is not now
    past: bool
    calendar: str  # URL of its calendar, "" when its days are over


class YearCampaign(TypedDict):
    """A campaign in the month in which it begins, or goes on."""

    card: CampaignCard
    calendar: str  # URL of its calendar, "" when it has ended


class YearMonth(TypedDict):
    """A month; one without anything in it is shown all the same."""

    id: str  # 2026-03
    name: str  # 3月, 2027年1月
    now: bool
    past: bool
    key_days: list[KeyDayView]
    campaigns: list[YearCampaign]
    activities: int


class CityYearView(PageView):
    """calendar/: key dates and campaigns by month."""

    headline: str
    subscribe: str  # URL of the calendar of everything, with host when it is known
    webcal: str  # the same for calendar programs, "" when the host is not known
    activities: str  # URL of the coming activities, "" when there are none at all
    next: KeyDayView | None
    months: list[YearMonth]
