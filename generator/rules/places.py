"""Places must fit into each other: community in street, street in district."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.kinds import Kind

from .finding import Finding
from .registry import rule
from .world import World


@rule(
    "street-in-other-district",
    Severity.ERROR,
    "街道／乡镇不属于所填的区县",
    kinds=(Kind.STORY, Kind.ACTIVITY, Kind.STATION),
)
def street_in_other_district(entry: Entry, world: World) -> Iterator[Finding]:
    """The street belongs to the district that stands beside it."""
    street, district = entry.meta.street, entry.meta.district
    belongs_to = world.street_district.get(street)
    districts = world.names["district"]
    if belongs_to is None or belongs_to == district or district not in districts:
        return
    name = world.names["street"][street]
    home = districts.get(belongs_to, belongs_to)
    yield Finding(
        entry.path,
        ("street",),
        f"“{name}”属于{home}，这里的区县却写着{districts[district]}。",
        f"把 district 改成 {belongs_to}，或换成{districts[district]}的街道。",
    )


@rule("community-in-other-street", Severity.ERROR, "社区不属于所填的街道／乡镇", kinds=(Kind.STATION,))
def community_in_other_street(entry: Entry, world: World) -> Iterator[Finding]:
    """A station's community belongs to its street."""
    code, street = entry.meta.community, entry.meta.street
    belongs_to = world.community_street.get(code)
    streets = world.names["street"]
    if belongs_to is None or belongs_to == street or street not in streets:
        return
    home = streets.get(belongs_to, belongs_to)
    yield Finding(
        entry.path,
        ("community",),
        f"“{world.names['community'][code]}”（{code}）属于{home}，这里的街道却写着{streets[street]}。",
        f"核对社区代码；若代码没错，把 street 改成 {belongs_to}。",
    )
