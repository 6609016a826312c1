"""The words a project itself gives to the rules about wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from generator.model.catalogue import Vocabularies
from generator.model.vocabulary import Usage

_SHORTEST_NAME = 4
"""Characters; a shorter name has too many neighbours that are words of their own."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """``usages`` are the records of ``content/wording.yaml``; ``names`` are names that must be written as in their
    register, each with the register's Chinese label. Two with the same words are equal: what is made of them is kept
    by them, and asked for with every text, so that comparing must cost nothing."""

    usages: tuple[Usage, ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    @cached_property
    def digest(self) -> str:
        """Changes when any text would have to be looked at again."""
        words = repr((self.usages, self.names)).encode("utf-8", "surrogatepass")
        return blake2b(words, digest_size=8).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


def lexicon_of(vocabularies: Vocabularies) -> Lexicon:
    """The lexicon of a project's registers: those whose names seldom change, for with a new name every text is read
    again. Stations and communities come and go."""
    names = [
        *_names(vocabularies.honour, "荣誉名录"),
        *_names(vocabularies.organisation, "组织单位名录"),
        *_names(vocabularies.district, "区县名录"),
        *_names(vocabularies.street, "街道名录"),
        *_names(vocabularies.category, "服务类别"),
    ]
    return Lexicon(tuple(vocabularies.usage.values()), tuple(names))


def _names(register: Mapping[str, object], label: str) -> Iterable[tuple[str, str]]:
    for record in register.values():
        name = str(getattr(record, "name", ""))
        if len(name) >= _SHORTEST_NAME:
            yield name, label
