"""Who refers to an entry: the stories about a person, from a station, of a campaign."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.references import references

from .public_entries import PublicEntries

Index = Mapping[str, Sequence[Entry]]
"""From an entry's id to those that refer to it, in the order of their list; ids without any are absent."""


@dataclass(frozen=True, slots=True)
class BackReferences:
    """Stories by the profile, station, campaign or activity that they name, and so on for the other kinds."""

    stories: Index
    activities: Index
    profiles: Index
    features: Index


def back_references(
    public: PublicEntries,
    stories: Iterable[Entry],
    activities: Iterable[Entry],
    profiles: Iterable[Entry],
    features: Iterable[Entry],
    campaigns: Iterable[Entry],
) -> BackReferences:
    """Turn references round. A person card in a story's text counts like a name in ``people``."""
    listed: dict[str, list[Entry]] = {}
    for campaign in campaigns:
        for activity in public.found(Kind.ACTIVITY, campaign.meta.activities):
            listed.setdefault(activity.id, []).append(campaign)
    return BackReferences(
        stories=_turned(stories, lambda story: _named_by_story(public, story)),
        activities=_turned(
            activities,
            lambda activity: (
                *_named(public, Kind.CAMPAIGN, activity.meta.campaign),
                *_named(public, Kind.STATION, activity.meta.station),
                *listed.get(activity.id, ()),
            ),
        ),
        profiles=_turned(profiles, lambda profile: _named(public, Kind.STATION, profile.meta.station)),
        features=_turned(features, lambda feature: _named_by_feature(public, feature)),
    )


def _turned(entries: Iterable[Entry], named_by: Callable[[Entry], Iterable[Entry]]) -> Index:
    index: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        for named in named_by(entry):
            index.setdefault(named.id, {})[entry.id] = entry
    return {id: tuple(found.values()) for id, found in index.items()}


def _named(public: PublicEntries, kind: Kind, slug: str | None) -> tuple[Entry, ...]:
    found = public.find(kind, slug)
    return (found,) if found else ()


def _named_by_story(public: PublicEntries, story: Entry) -> Iterator[Entry]:
    meta, mentions = story.meta, story.outline.mentions
    people = meta.people
    if mentions:
        people = (*people, *(each.slug for each in mentions if each.kind == Kind.PROFILE.value))
    yield from public.found(Kind.PROFILE, people)
    yield from _named(public, Kind.STATION, meta.station)
    yield from _named(public, Kind.CAMPAIGN, meta.campaign)
    yield from _named(public, Kind.ACTIVITY, meta.activity)


def _named_by_feature(public: PublicEntries, feature: Entry) -> Iterator[Entry]:
    for reference in references(feature.meta):
        yield from _named(public, Kind(reference.target), reference.value)
