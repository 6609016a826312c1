"""What each page was made from, so that an edit of words costs the pages that show them, and no others.

A page is a pure function of the site's data. Its entries note who reads them, so after a
build it is known which entries each page has read. The next build need not even make the
values of a page that read none of the entries that changed, provided that everything
stands where it stood: the same entries are public on the same day, under the same
registers and theme, and no entry's frame changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from generator.derive.site_data import SiteData
from generator.model.catalogue import Catalogue
from generator.model.kinds import Kind
from generator.model.page import Page, View
from generator.read.cache_file import drop_cached, load_cached, save_cached
from generator.review.publication import Publication

Reads = frozenset[str]
"""Ids of the entries that a page was made from."""


@dataclass(frozen=True, slots=True)
class Ground:
    """All that the pages of a build stand on.

    ``common`` digests what any page may depend on; ``entries`` holds the digest of every
    bundle by id, and that of its frame.
    """

    common: str
    entries: Mapping[str, tuple[str, str]]

    def reworded_since(self, former: Ground) -> frozenset[str] | None:
        """The entries that only changed their wording; None when something may stand elsewhere than before."""
        if self.common != former.common or self.entries.keys() != former.entries.keys():
            return None
        changed = {id: frames for id, frames in self.entries.items() if frames != former.entries[id]}
        if any(frame != former.entries[id][1] for id, (_, frame) in changed.items()):
            return None
        return frozenset(changed)


@dataclass(frozen=True, slots=True)
class PageReads:
    """The record of a build: its ``ground``, and what each page has read by the page's address."""

    ground: Ground
    reads: Mapping[str, Reads]


@dataclass(frozen=True, slots=True)
class ReadsStore:
    """Keeps the record of the build that made the public tree in ``file``. Another ``version`` of the program has none."""

    file: Path
    version: str

    def load(self, tree: Path) -> PageReads | None:
        """The record of the build that made ``tree``."""
        found = load_cached(self.file, self.version)
        if not isinstance(found, tuple) or not tree.exists() or found[0] != tree.stat().st_ino:
            return None
        _, common, entries, reads = found
        return PageReads(Ground(common, entries), reads)

    def save(self, tree: Path, record: PageReads) -> None:
        """Note what ``tree``, which is public now, was made from."""
        ground = record.ground
        save_cached(self.file, self.version, (tree.stat().st_ino, ground.common, ground.entries, record.reads))

    def forget(self) -> None:
        """To be called before the public tree changes: whatever happens then, the record tells of another one."""
        drop_cached(self.file)


def site_ground(base: str, registers: str, catalogue: Catalogue, publication: Publication, today: date) -> Ground:
    """``base`` is what all fingerprints contain, ``registers`` the signature of the register files, stations included."""
    digest = blake2b(f"{base}\0{registers}\0{today}".encode("utf-8", "surrogatepass"), digest_size=16)
    for row in (
        *catalogue.of(Kind.STATION),
        *catalogue.sheets.values(),
    ):  # an approval changes them, and no file of theirs
        digest.update(f"\0{row.id}={row.row}".encode())
    for ids in (publication.public, publication.gone):
        digest.update("\0".join(["", *sorted(ids)]).encode("utf-8", "surrogatepass"))
    return Ground(
        digest.hexdigest(),
        {
            entry.id: (entry.digest, entry.frame)
            for entry in catalogue.entries.values()
            if entry.kind is not Kind.STATION
        },
    )


def read_view(page: Page, data: SiteData) -> tuple[View, Reads]:
    """A page's view, and the entries that it was made from."""
    notes = data.public.notes
    notes.clear()
    view = page.make_view()
    own = {page.body_of} if page.body_of else set()
    return view, frozenset(notes.union(own, page.bodies_of))


def untouched(former: PageReads | None, ground: Ground) -> Set[str]:
    """Addresses of the pages that need not be looked at."""
    reworded = ground.reworded_since(former.ground) if former is not None else None
    if former is None or reworded is None:
        return frozenset()
    return {address for address, reads in former.reads.items() if reworded.isdisjoint(reads)}
