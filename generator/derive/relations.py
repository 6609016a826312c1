"""Which stories stand beside a story, and why.

Every trait (a person, a station, a category …) has the list of its stories in order of
time. A story's candidates are its neighbours in the lists of its own traits, a bounded
number of each, so that the whole costs time in proportion to the number of stories. The
answer depends on nothing but the stories: not on their order of reading, nor on ``today``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
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
    CATEGORY = ("同类服务", 20, 3)
    DISTRICT = ("同一区县", 15, 3)
    TIME = ("同期报道", 1, 3)

    @property
    def reason(self) -> str:
        """The reason as readers see it."""
        return str(self.value[0])


class Relation(NamedTuple):
    """A story beside another one, and the strongest thing they share."""

    story: Entry
    bond: Bond


Trait = tuple[Bond, str]

_ORDER = tuple((bond, bond.value[1], bond.value[2]) for bond in Bond)
_PLAN = dict(zip(Bond, _ORDER, strict=True))
_ALL: Trait = (Bond.TIME, "")


@dataclass(frozen=True, slots=True)
class Relations:
    """Stories newest first, the traits of each, and for each trait the ordinals of its stories (ascending)."""

    stories: Sequence[Entry]
    ordinals: Mapping[str, int]
    traits: Sequence[tuple[Trait, ...]]
    days: Sequence[int]
    by_trait: Mapping[Trait, Sequence[int]]

    @classmethod
    def of(cls, public: PublicEntries, stories: Sequence[Entry]) -> Relations:
        """Index ``stories``, which are public and newest first."""
        by_trait: dict[Trait, list[int]] = {_ALL: list(range(len(stories)))}
        traits = []
        for ordinal, story in enumerate(stories):
            own = _traits(public, story)
            traits.append(own)
            for trait in own:
                by_trait.setdefault(trait, []).append(ordinal)
        days = [story.meta.date.toordinal() for story in stories]
        return cls(stories, {story.id: n for n, story in enumerate(stories)}, traits, days, by_trait)

    def related(self, story: Entry, limit: int = 4) -> list[Relation]:
        """At most ``limit`` stories, the most closely related first, of equals the nearest in time."""
        me = self.ordinals[story.id]
        by_trait = self.by_trait
        scores: dict[int, int] = {}
        bonds: dict[int, Bond] = {}
        for trait in (*self.traits[me], _ALL):
            bond, weight, reach = _PLAN[trait[0]]
            line = by_trait[trait]
            at = bisect_left(line, me)
            for other in line[max(0, at - reach) : at + reach + 1]:
                if other in scores:
                    scores[other] += weight
                else:
                    scores[other] = weight
                    bonds[other] = bond
        del scores[me]
        days = self.days
        today = days[me]
        best = sorted(scores, key=lambda n: (-scores[n], abs(days[n] - today), n))[:limit]
        return [Relation(self.stories[n], bonds[n]) for n in best]


def _traits(public: PublicEntries, story: Entry) -> tuple[Trait, ...]:
    """What a story may share with others, the strongest first."""
    meta = story.meta
    traits: list[Trait] = [(Bond.PERSON, entry.id) for entry in public.found(Kind.PROFILE, meta.people)]
    for bond, kind, slug in (
        (Bond.ACTIVITY, Kind.ACTIVITY, meta.activity),
        (Bond.STATION, Kind.STATION, meta.station),
        (Bond.CAMPAIGN, Kind.CAMPAIGN, meta.campaign),
    ):
        if slug and (entry := public.find(kind, slug)):
            traits.append((bond, entry.id))
    if meta.street:
        traits.append((Bond.STREET, meta.street))
    traits.extend((Bond.CATEGORY, category) for category in dict.fromkeys(meta.categories))
    traits.append((Bond.DISTRICT, meta.district))
    return tuple(traits)
