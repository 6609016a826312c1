"""What rules about the public site look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Published:
    """A catalogue and the ids of its entries that are public ``today``."""

    catalogue: Catalogue
    public: frozenset[str]
    today: date
