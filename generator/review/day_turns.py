"""Days on which pages say something else though nobody has changed anything: an activity is over, a 公示 has ended,
the consent to a picture has run out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from generator.model.catalogue import Entry
from generator.model.entries import Activity, Campaign, Document
from generator.model.key_days import key_days
from generator.model.kinds import Kind
from generator.model.media_ledger import Supply
from generator.model.vocabulary import KeyDate

_DAY = timedelta(days=1)


def entry_turns(entry: Entry, today: date) -> Iterator[datetime]:
    """The moments, all after the beginning of ``today``, at which a public entry's pages turn.

    What has a day to come counts the days until then, so it turns every midnight.
    """
    if entry.kind is Kind.ACTIVITY:
        activity: Activity = entry.meta
        if activity.end.date() >= today:
            yield _midnight(today + _DAY)
    elif entry.kind is Kind.CAMPAIGN:
        campaign: Campaign = entry.meta
        if campaign.end >= today:
            yield _midnight(today + _DAY)
    elif entry.kind is Kind.DOCUMENT:
        document: Document = entry.meta
        days = [document.deadline + _DAY] if document.deadline else []
        if document.notice is not None:
            days += [document.notice.start, document.notice.end + _DAY]
        yield from (_midnight(day) for day in days if day > today)
        if document.press is not None:
            for moment in (document.press.register_by, document.press.end or document.press.start):
                if moment is not None and moment.date() >= today:
                    yield _midnight(moment.date() + _DAY)
    if entry.kind is not Kind.STATION:
        ends = {photo.consent.expires for photo in entry.meta.photos if photo.consent and photo.consent.expires}
        video = getattr(entry.meta, "video", None)
        if video is not None and video.consent is not None and video.consent.expires is not None:
            ends.add(video.consent.expires)
        yield from (_midnight(end + _DAY) for end in ends if end >= today)


def key_date_turns(keys: Iterable[KeyDate], today: date) -> Iterator[datetime]:
    """When the calendar of the city's year turns: a key date comes or is over, or a new year begins."""
    known = tuple(keys)
    if not known:
        return
    yield _midnight(date(today.year + 1, 1, 1))
    for day in key_days(known, today, today + timedelta(days=366)):
        yield from (_midnight(turn) for turn in (day.start, day.end + _DAY) if turn > today)


def ledger_turns(supplies: Iterable[Supply], today: date) -> Iterator[datetime]:
    """When a republication that the ledger dates ahead comes to be shown."""
    return (_midnight(each.published) for each in supplies if each.published is not None and each.published > today)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
