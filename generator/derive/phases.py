"""What a day makes of periods: not yet, now, over."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from generator.model.entries import Activity, ActivityStatus, Campaign, Notice


class ActivityPhase(StrEnum):
    """Where an activity stands on a day."""

    UPCOMING = "upcoming"
    TODAY = "today"
    """Begins or ends on the day."""
    RUNNING = "running"
    """Began before the day and goes on after it."""
    PAST = "past"
    CANCELLED = "cancelled"


class CampaignPhase(StrEnum):
    """Where a campaign stands on a day."""

    ANNOUNCED = "announced"
    RUNNING = "running"
    ENDED = "ended"


class NoticePhase(StrEnum):
    """Where the period of a 公示 stands on a day."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    ENDED = "ended"


def activity_phase(activity: Activity, today: date) -> ActivityPhase:
    """The phase of an activity; a cancelled one is cancelled before and after its day."""
    if activity.status is ActivityStatus.CANCELLED:
        return ActivityPhase.CANCELLED
    start, end = activity.start.date(), activity.end.date()
    if today < start:
        return ActivityPhase.UPCOMING
    if today > end:
        return ActivityPhase.PAST
    return ActivityPhase.TODAY if today in (start, end) else ActivityPhase.RUNNING


def can_join(activity: Activity, today: date) -> bool:
    """Whether one may still come: the activity is neither over nor cancelled nor full, and its sign-up has not closed."""
    if activity_phase(activity, today) in (ActivityPhase.PAST, ActivityPhase.CANCELLED):
        return False
    full = activity.places is not None and activity.taken is not None and activity.taken >= activity.places
    deadline = activity.sign_up.deadline if activity.sign_up else None
    return not full and (deadline is None or deadline.date() >= today)


def campaign_phase(campaign: Campaign, today: date) -> CampaignPhase:
    """The phase of a campaign; its first and last day belong to it."""
    if today < campaign.start:
        return CampaignPhase.ANNOUNCED
    return CampaignPhase.ENDED if today > campaign.end else CampaignPhase.RUNNING


def notice_phase(notice: Notice, today: date) -> NoticePhase:
    """The phase of a 公示; its first and last day belong to it."""
    if today < notice.start:
        return NoticePhase.UPCOMING
    return NoticePhase.ENDED if today > notice.end else NoticePhase.RUNNING


def end_of_week(today: date) -> date:
    """The Sunday of the day's week."""
    return today + timedelta(days=6 - today.weekday())
