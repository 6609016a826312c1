"""Cards: an entry as lists and other pages show it."""

from __future__ import annotations

from typing import Literal, TypedDict

from .small_views import DateView, HoursView, LinkView, PictureView


class StoryCard(TypedDict):
    """A story in a list, on the home page, or related."""

    url: str
    title: str
    subtitle: str
    summary: str
    picture: PictureView
    category: LinkView  # the first category
    district: LinkView
    into: str  # 走进社区
    date: DateView
    minutes: str  # 约 4 分钟
    byline: str


class ProfileCard(TypedDict):
    """A model volunteer: strip on the home page, list, and person card in a text."""

    url: str
    name: str
    alias_used: bool  # show （化名）
    kind: str  # 志愿者, 志愿家庭 …
    one_line: str
    picture: PictureView  # portrait, 4:5
    district: LinkView
    honours: list[str]  # names only, newest first
    hours: HoursView | None


class ActivityCard(TypedDict):
    """An activity in a list or schedule."""

    url: str
    title: str
    summary: str
    picture: PictureView
    phase: Literal["upcoming", "today", "running", "past", "cancelled"]
    phase_text: str  # 今天, 进行中, 已结束, 已取消, 3天后
    date: DateView  # start day
    month: str  # 3月
    day: str  # 14
    weekday: str  # 周六
    time: str  # 09:00—11:30, or 3月14日09:00—3月15日11:30
    place: str
    district: LinkView
    category: LinkView
    family: bool
    seniors: bool
    ages: str  # as the editor says it, or else from the numbers: 8—14岁, 18岁以上
    audience: str
    places: int | None
    places_left: int | None  # None when places or the day of the count is not given
    places_text: str  # 余 18 个名额, 名额已满, 名额 30 个, ""
    places_on: str  # 截至3月10日: when that was counted, "" when it was not


class MapLink(TypedDict):
    """A link that opens a map app at a station."""

    name: str  # 高德地图, 百度地图, 腾讯地图
    url: str


class StationCard(TypedDict):
    """A station in the directory, beside a story, or as a card in a text."""

    url: str
    id: str
    name: str
    kind: str
    district: LinkView
    street: str
    area: Literal["urban", "rural"]
    area_text: str  # 城市, 农村
    address: str
    phone: str
    phone_url: str  # tel:…, "" without a phone
    hours: list[str]  # lines in words: 周一至周五 08:30—17:30; [] when unknown
    hours_source: str  # the opening_hours value as written, for scripts
    status: Literal["open", "suspended", "closed"]
    status_text: str
    services: list[LinkView]
    maps: list[MapLink]


class DocumentRow(TypedDict):
    """A document in a list."""

    url: str
    title: str
    kind: str  # 通知公告
    number: str
    issuer: str
    district: str
    date: DateView
    notice: Literal["", "upcoming", "running", "ended"]  # 公示 only
    notice_text: str  # 公示中，至3月8日; 公示已结束
    deadline: str  # 截止 2026年3月20日, ""
    files: int  # how many can be downloaded


class CampaignCard(TypedDict):
    """A theme month or day."""

    url: str
    title: str
    theme: str
    summary: str
    picture: PictureView
    phase: Literal["announced", "running", "ended"]
    phase_text: str  # 4月1日开始, 进行中, 已结束: nothing that changes with every day
    start: DateView
    end: DateView
    dates: str  # 2026年3月1日至31日


class FeatureCard(TypedDict):
    """A feature page (专题)."""

    url: str
    title: str
    summary: str
    picture: PictureView
    date: DateView


class RelatedStory(TypedDict):
    """A story beside another one, and why: 同一站点."""

    card: StoryCard
    reason: str
