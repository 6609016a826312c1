"""Which stories stand beside a story, and why.

Every trait (a person, a station, a category …) has the list of its stories in order of
time. A story's candidates are its neighbours in the lists of its own traits, a bounded
number of each, so that the whole costs time in proportion to the number of stories. The
answer depends on nothing but the stories: not on their order of reading, nor on ``today``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from generator.model.catalogue import Entry
from generator.model.kinds import Kind

from .public_entries import PublicEntries


class Bond(Enum):
    """What two stories share: the reason shown, its weight, and how many neighbours on each side are looked at."""

    PERSON = ("同一人物", 80, 4)
    ACTIVITY = ("同一活动", 70, 4)
    STATION = ("同一站点", 60, 4)
    CAMPAIGN = ("同一主题活动", 40, 4)
    STREET = ("同一街道", 30, 3)
    CATEGORY = ("同类服务", 20, 2)
    DISTRICT = ("同一区县", 15, 2)
    TIME = ("同期报道", 1, 2)

    def __init__(self, reason: str, weight: int, reach: int) -> None:
        self.reason = reason
        self.weight = weight
        self.reach = reach


class Relation(NamedTuple):
    """A story beside another one, and the strongest thing they share."""

    story: Entry
    bond: Bond


@dataclass(frozen=True, slots=True, eq=False)
class Thread:
    """All stories that share one thing, as ordinals in ascending order."""

    bond: Bond
    weight: int
    reach: int
    ordinals: list[int]


_DAYS, _ORDINALS = 20, 24
"""Bits that a distance in days (2,800 years) and a story's ordinal (16 million) take in a sorting key."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Stories newest first, and the threads that run through each, the strongest first."""

    stories: Sequence[Entry]
    ordinals: Mapping[str, int]
    threads: Sequence[tuple[Thread, ...]]
    days: Sequence[int]

    @classmethod
    def of(cls, public: PublicEntries, stories: Sequence[Entry]) -> Relations:
        """Index ``stories``, which are public and newest first."""
        threads: dict[tuple[str, str], Thread] = {}
        through = []
        for ordinal, story in enumerate(stories):
            own = []
            for bond, id in _traits(public, story):
                key = (bond.reason, id)
                thread = threads.get(key)
                if thread is None:
                    thread = threads[key] = Thread(bond, bond.weight, bond.reach, [])
                thread.ordinals.append(ordinal)
                own.append(thread)
            through.append(tuple(own))
        days = [story.meta.date.toordinal() for story in stories]
        return cls(stories, {story.id: n for n, story in enumerate(stories)}, through, days)

    def related(self, story: Entry, limit: int = 4) -> list[Relation]:
        """At most ``limit`` stories, the most closely related first, of equals the nearest in time."""
        me = self.ordinals[story.id]
        scores: dict[int, int] = {}
        score = scores.get
        for thread in self.threads[me]:
            line, reach, weight = thread.ordinals, thread.reach, thread.weight
            # At the ends the window slides inwards: the newest story has as many neighbours as others.
            first = max(0, min(bisect_left(line, me) - reach, len(line) - 2 * reach - 1))
            for other in line[first : first + 2 * reach + 1]:
                scores[other] = score(other, 0) + weight
        del scores[me]
        days = self.days
        today = days[me]
        # One whole number a candidate sorts several times faster than a tuple or a key function.
        order = [((-points << _DAYS) + abs(days[n] - today) << _ORDINALS) + n for n, points in scores.items()]
        order.sort()
        best = [key & (1 << _ORDINALS) - 1 for key in order[:limit]]
        return [Relation(self.stories[n], self._bond(me, n)) for n in best]

    def _bond(self, one: int, other: int) -> Bond:
        """The strongest thing that two stories share."""
        others = self.threads[other]
        return next(thread.bond for thread in self.threads[one] if thread in others)


def _traits(public: PublicEntries, story: Entry) -> Iterator[tuple[Bond, str]]:
    """What a story may share with others, the strongest first."""
    meta = story.meta
    for person in public.found(Kind.PROFILE, meta.people):
        yield Bond.PERSON, person.id
    for bond, kind, slug in (
        (Bond.ACTIVITY, Kind.ACTIVITY, meta.activity),
        (Bond.STATION, Kind.STATION, meta.station),
        (Bond.CAMPAIGN, Kind.CAMPAIGN, meta.campaign),
    ):
        if slug and (entry := public.find(kind, slug)):
            yield bond, entry.id
    if meta.street:
        yield Bond.STREET, meta.street
    for category in dict.fromkeys(meta.categories):
        yield Bond.CATEGORY, category
    yield Bond.DISTRICT, meta.district
    yield Bond.TIME, ""
