"""What a rule about one entry may know of all others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from generator.model.catalogue import Catalogue
from generator.model.kinds import REGISTERS, STATIONS_FILE, Kind
from generator.model.links import anchors_of, normal_target
from generator.model.references import references
from generator.model.settings import Box

from .offers import published_files

_FILE_OF_TARGET = {**{register.name: register.file for register in REGISTERS}, Kind.STATION.value: STATIONS_FILE}


_NAMED = (Kind.PROFILE, Kind.STATION, Kind.CAMPAIGN)
"""Kinds with few entries, whose names seldom change."""


@dataclass(frozen=True, slots=True)
class World:
    """The rest of the project, as far as entry rules may see it.

    ``known`` gives for each target of a reference (a ``Kind`` value or a register's name)
    the slugs or ids that may be written, former ones and those of unreadable entries
    included; a target is absent when its file could not be read, so that nothing can be said.
    ``current`` are those to suggest. ``hidden`` holds for each kind the slugs that name an
    entry readers do not see today (empty when there is none), ``hidden_ids`` their ids. ``ids`` are the ids
    that links may lead to, ``aliases`` leads from a former id to the present one,
    ``files`` and ``anchors`` name, for each entry, the published files and the headings that
    somebody links to. ``digest`` changes when anything of this does:
    an entry's findings depend on nothing but the entry, its photos and this digest.
    """

    today: date
    known: Mapping[str, frozenset[str]]
    current: Mapping[str, frozenset[str]]
    hidden: Mapping[str, frozenset[str]]
    hidden_ids: frozenset[str]
    ids: frozenset[str]
    broken: frozenset[str]
    aliases: Mapping[str, str]
    anchors: Mapping[str, frozenset[str]]
    files: Mapping[str, frozenset[str]]
    names: Mapping[str, Mapping[str, str]]
    street_district: Mapping[str, str]
    community_street: Mapping[str, str]
    photo_min_width: int
    page_review_months: int
    box: Box | None
    digest: str


def world_of(catalogue: Catalogue, public: frozenset[str], today: date) -> World:
    """The world of a catalogue's entries on a day; ``public`` are the ids of the entries that are public then."""
    hidden_ids = catalogue.entries.keys() - public
    current: dict[str, frozenset[str]] = {}
    known: dict[str, frozenset[str]] = {}
    hidden: dict[str, frozenset[str]] = {}
    for kind in Kind:
        present, former = catalogue.by_kind[kind], catalogue.alias_slugs[kind]
        current[kind.value] = frozenset(present)
        known[kind.value] = current[kind.value] | former.keys() | catalogue.broken_slugs
        if hidden_ids:
            slugs = {**former, **present}
            hidden[kind.value] = frozenset(slug for slug, entry in slugs.items() if entry.id in hidden_ids)
    names: dict[str, Mapping[str, str]] = {}
    for register in REGISTERS:
        terms = catalogue.vocabularies.named(register.name)
        names[register.name] = {id: term.name for id, term in terms.items()}
        current[register.name] = frozenset(names[register.name])
        known[register.name] = current[register.name] | catalogue.broken_slugs
    names |= _entry_names(catalogue)
    for target, file in _FILE_OF_TARGET.items():
        if file in catalogue.broken:
            del known[target]
    vocabularies = catalogue.vocabularies
    aliases = {alias: entry.id for alias, entry in catalogue.by_alias.items()}
    street_district = {id: street.district for id, street in vocabularies.street.items()}
    community_street = {id: community.street for id, community in vocabularies.community.items()}
    anchors, files = _linked_places(catalogue)
    settings = catalogue.settings
    return World(
        today=today,
        known=known,
        current=current,
        hidden=hidden,
        hidden_ids=frozenset(hidden_ids),
        ids=frozenset(catalogue.entries),
        broken=catalogue.broken,
        aliases=aliases,
        anchors=anchors,
        files=files,
        names=names,
        street_district=street_district,
        community_street=community_street,
        photo_min_width=settings.photo_min_width,
        page_review_months=settings.page_review_months,
        box=settings.coordinates_box,
        digest=_digest(
            today.isoformat(),
            list(catalogue.entries),
            *(sorted(part) for part in (catalogue.broken, hidden_ids)),
            sorted(aliases.items()),
            sorted((id, sorted(places)) for id, places in anchors.items()),
            sorted((id, sorted(places)) for id, places in files.items()),
            sorted((register, sorted(terms.items())) for register, terms in names.items()),
            sorted(street_district.items()),
            sorted(community_street.items()),
            settings.photo_min_width,
            settings.page_review_months,
            settings.coordinates_box,
        ),
    )


def _entry_names(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """What entries are called, by kind, for those who wrote a name where an id is wanted.

    Of stories and activities only those whose name somebody wrote, so that a new headline
    changes the world of other entries only then.
    """
    names = {kind.value: {slug: entry.title for slug, entry in catalogue.by_kind[kind].items()} for kind in _NAMED}
    written: dict[Kind, set[str]] = {Kind.STORY: set(), Kind.ACTIVITY: set()}
    for entry in catalogue.of(Kind.STORY):
        if entry.meta.activity is not None:
            written[Kind.ACTIVITY].add(entry.meta.activity)
    for entry in (*catalogue.of(Kind.CAMPAIGN), *catalogue.of(Kind.FEATURE)):
        for reference in references(entry.meta):
            if reference.target in written:
                written[Kind(reference.target)].add(reference.value)
    for kind, values in written.items():
        wanted = {value for value in values if not value.isascii()}
        entries = catalogue.by_kind[kind].items() if wanted else ()
        names[kind.value] = {slug: entry.title for slug, entry in entries if entry.title in wanted}
    return names


def _linked_places(catalogue: Catalogue) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Anchors and files of entries that any link might mean.

    Only those that some link names are kept, so that a new heading or photo changes the
    world of other entries only when one of them waits for it.
    """
    fragments: set[str] = set()
    basenames: set[str] = set()
    for entry in catalogue.entries.values():
        for link in entry.outline.links:
            target = link.target
            if target.startswith(("http://", "https://")) or not ("#" in target or "." in target):
                continue
            path, mark, fragment = normal_target(target).partition("#")
            if mark:
                fragments.add(fragment)
            name = path.rpartition("/")[2]
            if "." in name:
                basenames.add(name)
    anchors: dict[str, frozenset[str]] = {}
    files: dict[str, frozenset[str]] = {}
    for entry in catalogue.entries.values() if fragments or basenames else ():
        if fragments:
            wanted = fragments.intersection(anchors_of(entry))
            if wanted:
                anchors[entry.id] = frozenset(wanted)
        if basenames:
            present = basenames.intersection((*entry.photos, *entry.files))
            if present:
                files[entry.id] = frozenset(present & published_files(entry))
    return anchors, files


def _digest(*parts: object) -> str:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
