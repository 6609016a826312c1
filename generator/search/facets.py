"""By what results can be narrowed: kind, district, category and year of every document, in one file.

Each is a string with one character a document, in order of number: code point less
``FIRST`` is the position in the list of values, or of sets of categories.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable
from typing import Any

from generator.model.catalogue import Entry
from generator.model.kinds import Kind

from .facts import Names, moment_of

FIRST = 48


class _Positions:
    """Gives values positions in the order in which they are met."""

    def __init__(self) -> None:
        self.given: dict[Hashable, int] = {}

    def __call__(self, value: Hashable) -> str:
        return chr(FIRST + self.given.setdefault(value, len(self.given)))


def facets(entries: Iterable[Entry], names: Names) -> bytes:
    """The file of facets for ``entries`` in order of number."""
    kinds, districts, sets, years = _Positions(), _Positions(), _Positions(), _Positions()
    columns: tuple[list[str], ...] = ([], [], [], [])
    for entry in entries:
        meta: Any = entry.meta
        moment = moment_of(entry)
        categories = meta.services if entry.kind is Kind.STATION else getattr(meta, "categories", ())
        columns[0].append(kinds(entry.kind))
        columns[1].append(districts(getattr(meta, "district", None) or ""))
        columns[2].append(sets(tuple(sorted(set(categories)))))
        columns[3].append(years(moment.year if moment else 0))
    vocabularies = names.vocabularies
    used = {category for each in sets.given if isinstance(each, tuple) for category in each}
    listed = [id for id in vocabularies.category if id in used]
    value = {
        "kind": [[kind.value, kind.public_label] for kind in kinds.given if isinstance(kind, Kind)],
        "district": [[id, names.of("district", str(id))] for id in districts.given],
        "category": [[id, vocabularies.category[id].name] for id in listed],
        "sets": [
            [listed.index(id) for id in each if id in vocabularies.category]
            for each in sets.given
            if isinstance(each, tuple)
        ],
        "year": list(years.given),
        "of": ["".join(column) for column in columns],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
