"""What rules about the public site look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from generator.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Published:
    """A catalogue and the ids of its entries that are public ``today``.

    Where entries are reviewed, ``first_reviews`` says when each was first submitted, and ``live_dates`` which date of
    publication the version has that readers see, where that is not the one in the catalogue; both by id.
    """

    catalogue: Catalogue
    public: frozenset[str]
    today: date
    first_reviews: Mapping[str, datetime] = field(default_factory=dict)
    live_dates: Mapping[str, date] = field(default_factory=dict)
