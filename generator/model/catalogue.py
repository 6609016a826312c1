"""Everything that was read, typed and cross-indexed: the value the rest of the program works on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .body import EMPTY_OUTLINE, Outline
from .kinds import Kind
from .media_ledger import Supply
from .photo import PhotoFile
from .publishing import Target
from .remark import Remark
from .reviewing import Policy, Reviewer
from .settings import Settings
from .tokens import Tokens
from .vocabulary import (
    Category,
    Community,
    District,
    Holiday,
    Honour,
    KeyDate,
    Organisation,
    StationKind,
    Street,
    Synonym,
    Usage,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as read.

    ``id`` is the folder's path (``stories/2026/bike-repair``), for stations
    ``stations/ID``. ``path`` is the file with the metadata, relative to the project root.
    ``meta`` is the kind's model. ``photos`` are the pictures found in the folder, by
    file name, used or not; ``files`` all other files there, name to digest. ``digest`` is of
    everything the entry was read from, ``body_digest`` of its Markdown alone, ``frame`` of
    what decides where the entry stands (see ``generator.model.wording``), ``row`` of a station's
    values in canonical form (see ``generator.model.canonical``), ``remarks`` what the rules about wording say of the text.
    """

    id: str
    kind: Kind
    path: str
    meta: Any
    outline: Outline = EMPTY_OUTLINE
    photos: Mapping[str, PhotoFile] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    body_digest: str = ""
    frame: str = ""
    row: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def folder(self) -> str:
        """Where the entry's files lie, relative to the project root."""
        return self.path.rpartition("/")[0]

    @property
    def slug(self) -> str:
        """The last part of the id, by which other entries refer to this one."""
        return self.id.rpartition("/")[2]

    @property
    def title(self) -> str:
        """What the entry is called: a headline, or the name of a person or station."""
        return str(getattr(self.meta, "title", None) or self.meta.name)


@dataclass(frozen=True, slots=True)
class Vanished:
    """An id that readers could once open and that leads nowhere now; ``moved_to`` is the id its folder has today, if known."""

    id: str
    moved_to: str = ""


@dataclass(frozen=True)
class Vocabularies:
    """The registers, each from id to record in the order of its file."""

    district: Mapping[str, District] = field(default_factory=dict)
    street: Mapping[str, Street] = field(default_factory=dict)
    community: Mapping[str, Community] = field(default_factory=dict)
    organisation: Mapping[str, Organisation] = field(default_factory=dict)
    category: Mapping[str, Category] = field(default_factory=dict)
    honour: Mapping[str, Honour] = field(default_factory=dict)
    station_kind: Mapping[str, StationKind] = field(default_factory=dict)
    holiday: Mapping[str, Holiday] = field(default_factory=dict)
    key_date: Mapping[str, KeyDate] = field(default_factory=dict)
    synonym: Mapping[str, Synonym] = field(default_factory=dict)
    reviewer: Mapping[str, Reviewer] = field(default_factory=dict)
    usage: Mapping[str, Usage] = field(default_factory=dict)
    target: Mapping[str, Target] = field(default_factory=dict)
    supply: Mapping[str, Supply] = field(default_factory=dict)

    def named(self, register: str) -> Mapping[str, Any]:
        """The register that references call ``register`` (such as ``station-kind``)."""
        found: Mapping[str, Any] = getattr(self, register.replace("-", "_"))
        return found


@dataclass(frozen=True)
class Catalogue:
    """All entries by id, the vocabularies and the settings.

    ``entries`` is sorted by id. An entry that could not be read is not in it (its
    diagnostics say why) but its id is in ``broken``, so that references to it are not
    reported a second time; so is the path of a register that could not be read.
    ``vanished`` is what the project's history knows beyond that; ``tokens`` are its own colours, and ``policy`` how
    entries are reviewed, if it has any. ``sheets`` are the registers as things that are reviewed, by id.
    """

    settings: Settings
    vocabularies: Vocabularies
    entries: Mapping[str, Entry]
    broken: frozenset[str] = frozenset()
    vanished: tuple[Vanished, ...] = ()
    tokens: Tokens | None = None
    policy: Policy | None = None
    sheets: Mapping[str, Entry] = field(default_factory=dict)

    @cached_property
    def by_kind(self) -> Mapping[Kind, Mapping[str, Entry]]:
        """Entries of each kind by slug. Of two with one slug the first by id counts (a rule reports it)."""
        index: dict[Kind, dict[str, Entry]] = {kind: {} for kind in Kind}
        for entry in self.entries.values():
            index[entry.kind].setdefault(entry.slug, entry)
        return index

    @cached_property
    def by_alias(self) -> Mapping[str, Entry]:
        """Entries by the ids they had before a folder was renamed."""
        index: dict[str, Entry] = {}
        for entry in self.entries.values():
            prefix = "stations/" if entry.kind is Kind.STATION else ""
            for alias in entry.meta.aliases:
                index.setdefault(prefix + alias, entry)
        return index

    @cached_property
    def broken_slugs(self) -> frozenset[str]:
        """The slugs of entries that could not be read."""
        return frozenset(entry_id.rpartition("/")[2] for entry_id in self.broken)

    @cached_property
    def alias_slugs(self) -> Mapping[Kind, Mapping[str, Entry]]:
        """Entries of each kind by the slugs they had before."""
        index: dict[Kind, dict[str, Entry]] = {kind: {} for kind in Kind}
        for alias, entry in self.by_alias.items():
            index[entry.kind].setdefault(alias.rpartition("/")[2], entry)
        return index

    def of(self, kind: Kind) -> Iterator[Entry]:
        """Entries of one kind in order of id."""
        return (entry for entry in self.entries.values() if entry.kind is kind)

    def resolve(self, kind: Kind, slug: str) -> Entry | None:
        """The entry that a reference means, by its slug or by one it had before."""
        return self.by_kind[kind].get(slug) or self.alias_slugs[kind].get(slug)
