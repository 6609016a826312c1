"""Who holds which honour: all awards of public profiles in the order in which a roll prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.model.catalogue import Entry
from generator.model.entries.profile import Award
from generator.model.vocabulary import Honour


class Holder(NamedTuple):
    """An honour and the profile that received it."""

    honour: Honour
    award: Award
    profile: Entry


def honours_roll(register: Mapping[str, Honour], profiles: Iterable[Entry]) -> Sequence[Holder]:
    """By level in the order in which the register first names it, none last, newest year first, then in the register's order, by name.

    Awards of honours that the register does not have are left out.
    """
    levels = [level for level in dict.fromkeys(honour.level or "" for honour in register.values()) if level] + [""]
    places = {id: (levels.index(honour.level or ""), place) for place, (id, honour) in enumerate(register.items())}
    held = [
        (
            (places[award.honour][0], -award.year, places[award.honour][1], profile.meta.name, profile.id),
            Holder(register[award.honour], award, profile),
        )
        for profile in profiles
        for award in profile.meta.honours
        if award.honour in register
    ]
    held.sort(key=lambda pair: pair[0])
    return [holder for _, holder in held]
