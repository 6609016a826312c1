"""What other media made of the site's content: by entry, and counted by year and campaign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.media_ledger import Supply

from .public_entries import PublicEntries


class Republication(NamedTuple):
    """A line of the ledger that was published, on which ``day``, and the public entry that it is about."""

    entry: Entry
    supply: Supply
    day: date


class Tally(NamedTuple):
    """``times`` something was republished by ``outlets`` different media; ``reach`` adds up the ``counted`` numbers
    that are known."""

    times: int
    outlets: int
    reach: int
    counted: int


@dataclass(frozen=True, slots=True)
class Republications:
    """All that is public, newest first; ``by_entry`` by the entry's id, ``by_year`` newest year first, ``by_campaign``
    by the campaign's id, those with most first: what it gathers counts for it, and so does its own page."""

    all: Sequence[Republication]
    by_entry: Mapping[str, Sequence[Republication]]
    by_year: Mapping[int, Tally]
    by_campaign: Mapping[str, Tally]


def republications(supplies: Iterable[Supply], public: PublicEntries, today: date) -> Republications:
    """Find the entries and count. What was not published by ``today``, or is about something not public, is not in it."""
    found = [
        Republication(entry, supply, supply.published)
        for supply in supplies
        if supply.published is not None
        and supply.published <= today
        and (entry := public.linked(supply.entry)) is not None
    ]
    found.sort(key=lambda each: each.supply.id)
    found.sort(key=lambda each: each.day, reverse=True)
    by_entry: dict[str, list[Republication]] = {}
    by_year: dict[int, list[Supply]] = {}
    by_campaign: dict[str, list[Supply]] = {}
    for each in found:
        by_entry.setdefault(each.entry.id, []).append(each)
        by_year.setdefault(each.day.year, []).append(each.supply)
        if (campaign := _campaign(public, each.entry)) is not None:
            by_campaign.setdefault(campaign.id, []).append(each.supply)
    campaigns = {id: _tally(rows) for id, rows in by_campaign.items()}
    return Republications(
        found,
        by_entry,
        {year: _tally(rows) for year, rows in by_year.items()},
        dict(sorted(campaigns.items(), key=lambda item: (-item[1].times, item[0]))),
    )


def _campaign(public: PublicEntries, entry: Entry) -> Entry | None:
    if entry.kind is Kind.CAMPAIGN:
        return entry
    return public.find(Kind.CAMPAIGN, getattr(entry.meta, "campaign", None))


def _tally(supplies: Sequence[Supply]) -> Tally:
    reaches = [supply.reach.value for supply in supplies if supply.reach is not None]
    return Tally(len(supplies), len({supply.outlet for supply in supplies}), sum(reaches), len(reaches))
