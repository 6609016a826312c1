"""Coverage as the notice counts it: communities with at least one working station."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.catalogue import Entry, Vocabularies
from generator.model.entries import StationStatus
from generator.model.parts import Area
from generator.model.vocabulary import Community


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many communities have a working station."""

    covered: int
    registered: int

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 100 means all. 0 when nothing is registered."""
        return self.covered * 100 // self.registered if self.registered else 0


@dataclass(frozen=True, slots=True)
class PlaceCoverage:
    """Coverage of a district, of a street, or ("" as ``id``) of the whole city; villages are counted apart."""

    id: str
    urban: Share
    rural: Share


@dataclass(frozen=True, slots=True)
class Coverage:
    """``missing`` are the urban communities without a working station, ``missing_villages`` the villages."""

    city: PlaceCoverage
    districts: tuple[PlaceCoverage, ...]
    streets: tuple[PlaceCoverage, ...]
    missing: tuple[Community, ...]
    missing_villages: tuple[Community, ...]


def coverage(vocabularies: Vocabularies, stations: Iterable[Entry], districts: Iterable[str]) -> Coverage | None:
    """Coverage by the public ``stations`` that are open; None without a register of communities.

    ``districts`` gives the order of rows. A community whose street is unknown counts for the city alone.
    """
    communities = list(vocabularies.community.values())
    if not communities:
        return None
    served = {station.meta.community for station in stations if station.meta.status is StationStatus.OPEN}
    of_street: dict[str, list[Community]] = {}
    of_district: dict[str, list[Community]] = {}
    for community in communities:
        if street := vocabularies.street.get(community.street):
            of_street.setdefault(street.id, []).append(community)
            of_district.setdefault(street.district, []).append(community)
    missing = [community for community in communities if community.code not in served]
    return Coverage(
        _place("", communities, served),
        tuple(_place(id, of_district[id], served) for id in districts if id in of_district),
        tuple(_place(id, of_street[id], served) for id in vocabularies.street if id in of_street),
        tuple(community for community in missing if community.area is Area.URBAN),
        tuple(community for community in missing if community.area is Area.RURAL),
    )


def _place(id: str, communities: list[Community], served: set[str | None]) -> PlaceCoverage:
    return PlaceCoverage(id, *(_share(area, communities, served) for area in (Area.URBAN, Area.RURAL)))


def _share(area: Area, communities: list[Community], served: set[str | None]) -> Share:
    registered = [community for community in communities if community.area is area]
    return Share(sum(community.code in served for community in registered), len(registered))
