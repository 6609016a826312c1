"""Where calendars stand."""

from __future__ import annotations

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.vocabulary import KeyDate

CALENDAR = "calendar.ics"

ALL_EVENTS = f"activities/{CALENDAR}"
"""All activities and campaigns."""


def calendar_address(entry: Entry) -> str:
    """The calendar of a campaign, or of an activity that is not over yet."""
    return entry_address(entry.id) + CALENDAR


def key_date_address(key: KeyDate) -> str:
    """The calendar of a key date, this year's and the next."""
    return f"calendar/{key.id}.ics"
