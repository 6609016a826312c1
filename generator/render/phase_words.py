"""Phases as the plain strings that views hold, and in words."""

from __future__ import annotations

from datetime import date
from typing import Literal

from generator.derive.phases import ActivityPhase, CampaignPhase, NoticePhase

from .chinese_dates import short_day

ACTIVITY_PHASE: dict[ActivityPhase, Literal["upcoming", "today", "running", "past", "cancelled"]] = {
    ActivityPhase.UPCOMING: "upcoming",
    ActivityPhase.TODAY: "today",
    ActivityPhase.RUNNING: "running",
    ActivityPhase.PAST: "past",
    ActivityPhase.CANCELLED: "cancelled",
}
CAMPAIGN_PHASE: dict[CampaignPhase, Literal["announced", "running", "ended"]] = {
    CampaignPhase.ANNOUNCED: "announced",
    CampaignPhase.RUNNING: "running",
    CampaignPhase.ENDED: "ended",
}
NOTICE_PHASE: dict[NoticePhase, Literal["upcoming", "running", "ended"]] = {
    NoticePhase.UPCOMING: "upcoming",
    NoticePhase.RUNNING: "running",
    NoticePhase.ENDED: "ended",
}
STATION_STATUS: dict[str, Literal["open", "suspended", "closed"]] = {
    "open": "open",
    "suspended": "suspended",
    "closed": "closed",
}


def activity_words(phase: ActivityPhase, days: int) -> str:
    """The state of an activity that begins in ``days``."""
    if phase is ActivityPhase.UPCOMING:
        return "明天" if days == 1 else f"{days}天后"
    return {"today": "今天", "running": "进行中", "past": "已结束", "cancelled": "已取消"}[phase.value]


def places_words(places: int | None, left: int | None) -> str:
    """How many may come, and how many still can."""
    if places is None:
        return ""
    if left is None:
        return f"名额 {places} 个"
    return f"余 {left} 个名额" if left else "名额已满"


def age_words(youngest: int | None, oldest: int | None) -> str:
    """Who may come, by age."""
    if youngest is None:
        return f"{oldest}岁以下" if oldest is not None else ""
    if oldest is None:
        return f"{youngest}岁以上"
    return f"{youngest}—{oldest}岁" if oldest > youngest else f"{youngest}岁"


def campaign_words(phase: CampaignPhase, start: date) -> str:
    """The state of a campaign in words that hold until its next phase: cards of it stand on every story of it."""
    return {"announced": f"{short_day(start)}开始", "running": "进行中", "ended": "已结束"}[phase.value]


def notice_words(phase: NoticePhase, start: str, end: str) -> str:
    """The state of a 公示 in words."""
    return {"upcoming": f"{start}起公示", "running": f"公示中，至{end}", "ended": "公示已结束"}[phase.value]
