"""What each organisation does, by what public entries say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.vocabulary import Organisation

from .public_entries import PublicEntries


@dataclass(frozen=True, slots=True)
class Works:
    """What the site has of one organisation, in the orders of the lists it was given.

    ``stations`` are those it runs, ``paired`` those it is paired with; ``upcoming`` and
    ``past`` the activities it holds alone or with others; ``stories`` name it, or tell of
    one of its activities.
    """

    stations: list[Entry] = field(default_factory=list)
    paired: list[Entry] = field(default_factory=list)
    upcoming: list[Entry] = field(default_factory=list)
    past: list[Entry] = field(default_factory=list)
    campaigns: list[Entry] = field(default_factory=list)
    profiles: list[Entry] = field(default_factory=list)
    documents: list[Entry] = field(default_factory=list)
    stories: list[Entry] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether there is anything at all."""
        return bool(
            self.stations
            or self.paired
            or self.upcoming
            or self.past
            or self.campaigns
            or self.profiles
            or self.documents
            or self.stories
        )


def works(
    register: Mapping[str, Organisation],
    public: PublicEntries,
    stations: Iterable[Entry],
    upcoming: Iterable[Entry],
    past: Iterable[Entry],
    campaigns: Iterable[Entry],
    profiles: Iterable[Entry],
    documents: Iterable[Entry],
    stories: Iterable[Entry],
) -> Mapping[str, Works]:
    """The works of every organisation that has a page, in the order of the register.

    One of which nothing is known but its name, and which no entry names, has none.
    """
    found = {id: Works() for id in register}
    for station in stations:
        for id in _known(found, (station.meta.organisation,)):
            found[id].stations.append(station)
        for id in _known(found, station.meta.paired_with):
            found[id].paired.append(station)
    for activity in upcoming:
        for id in _known(found, _holders(activity)):
            found[id].upcoming.append(activity)
    for activity in past:
        for id in _known(found, _holders(activity)):
            found[id].past.append(activity)
    for campaign in campaigns:
        for id in _known(found, (campaign.meta.organiser,)):
            found[id].campaigns.append(campaign)
    for profile in profiles:
        for id in _known(found, (profile.meta.organisation,)):
            found[id].profiles.append(profile)
    for document in documents:
        for id in _known(found, (document.meta.issuer,)):
            found[id].documents.append(document)
    for story in stories:
        activity_told = public.find(Kind.ACTIVITY, story.meta.activity)
        holders = _holders(activity_told) if activity_told else ()
        for id in _known(found, (story.meta.organisation, *holders)):
            found[id].stories.append(story)
    return {id: done for id, done in found.items() if done.any or _says_more_than_its_name(register[id])}


def _holders(activity: Entry) -> Sequence[str]:
    return (activity.meta.organiser, *activity.meta.co_organisers)


def _known(found: Mapping[str, Works], ids: Iterable[str | None]) -> Iterator[str]:
    return iter({id: None for id in ids if id is not None and id in found})


def _says_more_than_its_name(organisation: Organisation) -> bool:
    more = (organisation.intro, organisation.phone, organisation.contacts, organisation.teams, organisation.services)
    return any(more) or bool(organisation.url or organisation.address)
