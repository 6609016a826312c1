"""Who refers to an entry: the stories about a person, from a station, of a campaign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.kinds import Kind

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
    of_stories: dict[str, dict[str, Entry]] = {}
    for story in stories:
        meta = story.meta
        people = [*meta.people, *(each.slug for each in story.outline.mentions if each.kind == "profile")]
        for entry in public.found(Kind.PROFILE, people):
            of_stories.setdefault(entry.id, {})[story.id] = story
        for kind, slug in (
            (Kind.STATION, meta.station),
            (Kind.CAMPAIGN, meta.campaign),
            (Kind.ACTIVITY, meta.activity),
        ):
            if slug and (named := public.find(kind, slug)):
                of_stories.setdefault(named.id, {})[story.id] = story
    of_activities: dict[str, dict[str, Entry]] = {}
    listed = {
        (activity.id, campaign.id): campaign
        for campaign in campaigns
        for activity in public.found(Kind.ACTIVITY, campaign.meta.activities)
    }
    by_activity: dict[str, list[str]] = {}
    for activity_id, campaign_id in listed:
        by_activity.setdefault(activity_id, []).append(campaign_id)
    for activity in activities:
        meta = activity.meta
        campaign = public.find(Kind.CAMPAIGN, meta.campaign)
        station = public.find(Kind.STATION, meta.station)
        named_ids = [entry.id for entry in (campaign, station) if entry] + by_activity.get(activity.id, [])
        for named_id in named_ids:
            of_activities.setdefault(named_id, {})[activity.id] = activity
    of_profiles: dict[str, dict[str, Entry]] = {}
    for profile in profiles:
        if station := public.find(Kind.STATION, profile.meta.station):
            of_profiles.setdefault(station.id, {})[profile.id] = profile
    of_features: dict[str, dict[str, Entry]] = {}
    for feature in features:
        meta = feature.meta
        for kind, slugs in (
            (Kind.STORY, meta.stories),
            (Kind.PROFILE, meta.profiles),
            (Kind.ACTIVITY, meta.activities),
            (Kind.CAMPAIGN, (meta.campaign,) if meta.campaign else ()),
        ):
            for entry in public.found(kind, slugs):
                of_features.setdefault(entry.id, {})[feature.id] = feature
    return BackReferences(*(_frozen(index) for index in (of_stories, of_activities, of_profiles, of_features)))


def _frozen(index: dict[str, dict[str, Entry]]) -> Index:
    return {id: tuple(found.values()) for id, found in index.items()}
