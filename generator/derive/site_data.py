"""All that the public site shows, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import Kind
from generator.model.parts import Into

from .back_references import BackReferences, back_references
from .calendar import Agenda, CampaignRound, agenda, campaign_round
from .city_year import CityYear, city_year
from .corrections import Corrected, corrections_made
from .coverage import Coverage, coverage
from .honours_roll import Holder, honours_roll
from .into_sections import IntoSection, into_sections
from .media_kits import ever_offered, still_offered
from .noted_entries import NotedEntry
from .organisations import Works, works
from .public_entries import PublicEntries
from .relations import Relations
from .republications import Republications, republications

Lists = Mapping[str, Sequence[Entry]]


@dataclass(frozen=True)
class SiteData:
    """Public entries in the orders that pages need. Nothing that is not public is in here, but for ``gone``:
    entries of which nothing is shown but a notice at their address.

    ``stories``, ``documents``, ``features`` and ``profiles`` are newest first (of one
    moment by id); ``by_category``, ``by_district`` and ``by_month`` (``2026/03``) hold
    stories, without empty lists, in the order of the vocabularies and newest month first.
    ``stations`` are grouped by district in ``stations_by_district``, within it by street
    and name. ``organisations`` are those with a page of their own, in the order of the register.
    """

    catalogue: Catalogue
    today: date
    public: PublicEntries
    districts: tuple[str, ...]
    stories: Sequence[Entry]
    by_category: Lists
    by_district: Lists
    by_month: Lists
    agenda: Agenda
    campaigns: CampaignRound
    profiles: Sequence[Entry]
    features: Sequence[Entry]
    documents: Sequence[Entry]
    stations: Sequence[Entry]
    stations_by_district: Lists
    relations: Relations
    back: BackReferences
    coverage: Coverage | None
    organisations: Mapping[str, Works]
    into: Mapping[Into, IntoSection]
    honours: Sequence[Holder]
    corrections: Sequence[Corrected]
    republications: Republications
    gone: Sequence[Entry]

    @cached_property
    def year(self) -> CityYear:
        """Key dates and campaigns, month by month."""
        activities = self.agenda.upcoming + self.agenda.past
        return city_year(self.catalogue.vocabularies.key_date.values(), self.campaigns, activities, self.today)

    @cached_property
    def campaign_people(self) -> Mapping[str, Sequence[Entry]]:
        """For each campaign, by id, the people in its stories, newest profile first."""
        people: dict[str, dict[str, Entry]] = {}
        for profile in self.profiles:
            for story in self.back.stories.get(profile.id, ()):
                campaign = self.public.find(Kind.CAMPAIGN, story.meta.campaign)
                if campaign is not None:
                    people.setdefault(campaign.id, {})[profile.id] = profile
        return {id: tuple(found.values()) for id, found in people.items()}

    @cached_property
    def by_year(self) -> Lists:
        """Stories by year (``2026``), newest first."""
        years: dict[str, list[Entry]] = {}
        for month, stories in self.by_month.items():
            years.setdefault(month.partition("/")[0], []).extend(stories)
        return years

    @cached_property
    def campaign_places(self) -> Mapping[str, tuple[Sequence[Entry], int]]:
        """For each story of a campaign: the campaign's stories, newest first, and its index among them."""
        return {
            story.id: (stories, index)
            for id, stories in self.back.stories.items()
            if self.public.by_id[id].kind is Kind.CAMPAIGN
            for index, story in enumerate(stories)
        }

    @cached_property
    def kits(self) -> Sequence[Entry]:
        """The entries that have a media kit, newest first."""
        return still_offered(self.once_with_kits, self.catalogue.settings.media_kits, self.today)

    @cached_property
    def once_with_kits(self) -> Sequence[Entry]:
        """The same, and those that are too old by now: what others framed of them must stay where it is."""
        return ever_offered(self.public.by_id.values(), self.catalogue.settings.media_kits)

    def neighbours(self, story: Entry) -> tuple[Entry | None, Entry | None]:
        """The story before and the story after this one in its campaign."""
        if story.id not in self.campaign_places:
            return None, None
        stories, index = self.campaign_places[story.id]
        return (
            stories[index + 1] if index + 1 < len(stories) else None,
            stories[index - 1] if index else None,
        )


def derive(catalogue: Catalogue, public: frozenset[str], today: date, gone: frozenset[str] = frozenset()) -> SiteData:
    """Work out the site of a day from the catalogue and the ids that are public then, or keep a notice (``gone``)."""
    entries = PublicEntries.of(catalogue, public)
    of_kind: dict[Kind, list[Entry]] = {kind: [] for kind in Kind}
    for entry in entries.by_id.values():
        of_kind[entry.kind].append(entry)
    stories = _newest_first(of_kind[Kind.STORY])
    profiles = _newest_first(of_kind[Kind.PROFILE])
    features = _newest_first(of_kind[Kind.FEATURE])
    vocabularies = catalogue.vocabularies
    districts = tuple(
        id
        for id in dict.fromkeys((*catalogue.settings.district_order, *vocabularies.district))
        if id in vocabularies.district
    )
    days = agenda(of_kind[Kind.ACTIVITY], today)
    campaigns = campaign_round(of_kind[Kind.CAMPAIGN], today)
    stations = _in_directory_order(catalogue, of_kind[Kind.STATION])
    by_category: dict[str, list[Entry]] = {id: [] for id in vocabularies.category}
    by_district: dict[str, list[Entry]] = {id: [] for id in districts}
    by_month: dict[str, list[Entry]] = {}
    for story in stories:
        for category in dict.fromkeys(story.meta.categories):
            if category in by_category:
                by_category[category].append(story)
        if story.meta.district in by_district:
            by_district[story.meta.district].append(story)
        by_month.setdefault(f"{story.meta.date:%Y/%m}", []).append(story)
    all_campaigns = campaigns.running + campaigns.announced + campaigns.ended
    documents = _newest_first(of_kind[Kind.DOCUMENT])
    back = back_references(entries, stories, days.upcoming + days.past, profiles, features, all_campaigns)
    return SiteData(
        catalogue=catalogue,
        today=today,
        public=entries,
        districts=districts,
        stories=stories,
        by_category=_filled(by_category),
        by_district=_filled(by_district),
        by_month=by_month,
        agenda=days,
        campaigns=campaigns,
        profiles=profiles,
        features=features,
        documents=documents,
        stations=stations,
        stations_by_district=_stations_by_district(stations, districts),
        relations=Relations.of(entries, stories),
        back=back,
        coverage=coverage(vocabularies, stations, districts),
        organisations=works(
            vocabularies.organisation,
            entries,
            stations,
            days.upcoming,
            days.past,
            all_campaigns,
            profiles,
            documents,
            stories,
        ),
        into=into_sections(stories, days.upcoming, profiles, back.stories),
        honours=honours_roll(vocabularies.honour, profiles),
        corrections=corrections_made(entries.by_id.values()),
        republications=republications(vocabularies.supply.values(), entries, today),
        gone=[NotedEntry(catalogue.entries[id], entries.notes) for id in sorted(gone) if id not in public],
    )


def _newest_first(entries: Iterable[Entry]) -> list[Entry]:
    in_order = sorted(entries, key=lambda entry: entry.id)
    in_order.sort(key=lambda entry: entry.meta.date, reverse=True)
    return in_order


def _filled(lists: Mapping[str, list[Entry]]) -> Lists:
    return {id: entries for id, entries in lists.items() if entries}


def _stations_by_district(stations: Sequence[Entry], districts: Sequence[str]) -> Lists:
    groups: dict[str, list[Entry]] = {id: [] for id in districts}
    for station in stations:
        groups.setdefault(station.meta.district, []).append(station)
    return _filled(groups)


def _in_directory_order(catalogue: Catalogue, stations: Iterable[Entry]) -> list[Entry]:
    """By street in the order of the vocabulary, then by name."""
    place = {id: number for number, id in enumerate(catalogue.vocabularies.street)}
    return sorted(stations, key=lambda entry: (place.get(entry.meta.street, len(place)), entry.meta.name, entry.id))
