"""Who a signer is: a person, whatever keys and spellings she has, and what she may decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.person_names import folded
from generator.model.review_stages import Reviewed, Stage
from generator.model.reviewing import Reviewer, ReviewKey

_SEPARATORS = re.compile(r"[、，,;；/／|\s]+")


def names_in(byline: str) -> frozenset[str]:
    """The names in a byline, folded; with blanks between the signs of a name it counts as a whole, too."""
    parts = [folded(part) for part in _SEPARATORS.split(byline)]
    return frozenset(filter(None, (*parts, folded(byline))))


@dataclass(frozen=True)
class Staff:
    """The people of ``people.yaml`` by id."""

    people: Mapping[str, Reviewer]

    @cached_property
    def _same(self) -> dict[str, str]:
        """For every id the id that stands for the person: two records with one name or one key are one person."""
        first: dict[str, str] = {}
        same: dict[str, str] = {}
        for id, reviewer in sorted(self.people.items()):
            marks = [f"key {key_body(key)}" for key in reviewer.keys]
            if not reviewer.namesake:
                marks.append(f"name {folded(reviewer.name)}")
            known = {_root(same, first[mark]) for mark in marks if mark in first}
            root = min(known, default=id)
            same[id] = root
            for other in known:
                same[other] = root
            for mark in marks:
                first.setdefault(mark, id)
        return {id: _root(same, id) for id in same}

    def person(self, id: str) -> str:
        """What stands for the person: equal for all ids that one person has."""
        return self._same.get(id, id)

    def named(self, folded_names: Iterable[str]) -> frozenset[str]:
        """The persons that have one of these names."""
        wanted = frozenset(folded_names)
        return frozenset(self.person(id) for id, known in self.people.items() if folded(known.name) in wanted)

    def in_office(self, id: str, day: date) -> bool:
        """Whether somebody of this id is known and may act on a day."""
        known = self.people.get(id)
        return known is not None and not (
            (known.since is not None and day < known.since) or (known.until is not None and day >= known.until)
        )

    def may(self, id: str, stage: Stage, kind: Reviewed, district: str | None, day: date) -> bool:
        """Whether somebody may sign a stage of content of a kind and a district on a day, in her own right."""
        known = self.people.get(id)
        return (
            known is not None
            and stage in known.stages_on(day)
            and (not known.kinds or kind in known.kinds)
            and (not known.districts or district is None or district in known.districts)
        )

    def may_for(
        self, id: str, other: str | None, stage: Stage, kind: Reviewed, district: str | None, day: date
    ) -> bool:
        """The same, with the right of the one whose deputy she is when she says that she acts for her."""
        if other is None:
            return self.may(id, stage, kind, district, day)
        known = self.people.get(id)
        return known is not None and other in known.deputy_for and self.may(other, stage, kind, district, day)

    def able(self, stage: Stage, kind: Reviewed, district: str | None, day: date) -> list[str]:
        """Ids of those who may sign a stage on a day: the office's own first, then who is borrowed from the superior
        office, then deputies of them all."""
        own = [id for id in self.people if self.in_office(id, day) and self.may(id, stage, kind, district, day)]
        own.sort(key=lambda id: self.people[id].borrowed)
        deputies = [
            id
            for id, known in self.people.items()
            if id not in own
            and self.in_office(id, day)
            and any(self.may(other, stage, kind, district, day) for other in known.deputy_for)
        ]
        return own + deputies


def _root(same: Mapping[str, str], id: str) -> str:
    while same.get(id, id) != id:
        id = same[id]
    return id


def key_body(key: ReviewKey) -> str:
    """A public key without its comment."""
    return " ".join(key.key.split()[:2])
