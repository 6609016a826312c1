"""Activities and campaigns laid out over days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Entry
from generator.model.entries import ScheduleLine

from .phases import ActivityPhase, CampaignPhase, activity_phase, campaign_phase, end_of_week


@dataclass(frozen=True, slots=True)
class Agenda:
    """Activities as a day sees them: ``this_week`` and ``later`` soonest first, ``past`` latest first.

    An activity that is going on belongs to this week. A cancelled one stays in its place until its day is over.
    """

    this_week: tuple[Entry, ...]
    later: tuple[Entry, ...]
    past: tuple[Entry, ...]

    @property
    def upcoming(self) -> tuple[Entry, ...]:
        """All that are not over, soonest first."""
        return self.this_week + self.later


def agenda(activities: Iterable[Entry], today: date) -> Agenda:
    """Sort activities by time and by what ``today`` makes of them."""
    in_time = sorted(activities, key=lambda entry: (entry.meta.start, entry.meta.end, entry.id))
    ahead = [entry for entry in in_time if entry.meta.end.date() >= today]
    sunday = end_of_week(today)
    return Agenda(
        tuple(entry for entry in ahead if entry.meta.start.date() <= sunday),
        tuple(entry for entry in ahead if entry.meta.start.date() > sunday),
        tuple(entry for entry in reversed(in_time) if entry.meta.end.date() < today),
    )


@dataclass(frozen=True, slots=True)
class CampaignRound:
    """Campaigns as a day sees them: running ones latest begun first, announced ones soonest first, ended ones latest first."""

    running: tuple[Entry, ...]
    announced: tuple[Entry, ...]
    ended: tuple[Entry, ...]

    @property
    def foremost(self) -> Entry | None:
        """The one to put in front: running, or else the next."""
        return next(iter(self.running + self.announced), None)


def campaign_round(campaigns: Iterable[Entry], today: date) -> CampaignRound:
    """Sort campaigns by what ``today`` makes of them."""
    by_phase: dict[CampaignPhase, list[Entry]] = {phase: [] for phase in CampaignPhase}
    for entry in sorted(campaigns, key=lambda entry: (entry.meta.start, entry.id)):
        by_phase[campaign_phase(entry.meta, today)].append(entry)
    return CampaignRound(
        tuple(reversed(by_phase[CampaignPhase.RUNNING])),
        tuple(by_phase[CampaignPhase.ANNOUNCED]),
        tuple(reversed(by_phase[CampaignPhase.ENDED])),
    )


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """What is on on one day: activities and lines of the campaign's own, by time, all-day lines first."""

    day: date
    lines: tuple[Entry | ScheduleLine, ...]


def schedule(campaign: Entry, activities: Sequence[Entry], today: date) -> list[ScheduleDay]:
    """A campaign's calendar, day by day."""
    return days_of(activities, campaign.meta.schedule, today)


def days_of(activities: Sequence[Entry], own: Sequence[ScheduleLine], today: date) -> list[ScheduleDay]:
    """Activities and other lines, day by day.

    An activity stands on the day it begins; one that goes on over several days stands on
    ``today`` as well.
    """
    days: dict[date, list[tuple[str, str, Entry | ScheduleLine]]] = {}
    for activity in activities:
        start = activity.meta.start
        days.setdefault(start.date(), []).append((f"{start:%H:%M}", activity.title, activity))
        if start.date() < today and activity_phase(activity.meta, today) in (
            ActivityPhase.RUNNING,
            ActivityPhase.TODAY,
        ):
            days.setdefault(today, []).append(("", activity.title, activity))
    for line in own:
        days.setdefault(line.date, []).append((f"{line.start:%H:%M}" if line.start else "", line.title, line))
    return [
        ScheduleDay(day, tuple(line for _, _, line in sorted(lines, key=lambda each: each[:2])))
        for day, lines in sorted(days.items())
    ]
