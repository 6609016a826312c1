"""A media kit as pages show it: what there is to download, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .parts import Photo


@dataclass(frozen=True, slots=True)
class KitPhoto:
    """One picture of a kit: its ``file`` beside the entry, its ``address`` in original resolution and its size in pixels."""

    file: str
    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Kit:
    """What an entry offers to the media.

    ``archive``, ``document``, ``text`` and ``wechat`` are addresses: of the ZIP, and of the Word file, the plain text and
    the article for WeChat as a script reads it. ``left_out`` counts the entry's
    pictures that may not be passed on; ``version`` counts from 1 and grows with every correction. ``digest`` is of everything that the files' bytes depend
    on, ``reads`` the ids of the entries that they were made from.
    """

    entry_id: str
    archive: str
    document: str
    text: str
    wechat: str
    photos: tuple[KitPhoto, ...]
    left_out: int
    version: int
    digest: str
    reads: frozenset[str]


Kits = Mapping[str, Kit]
"""Kits by the id of their entry."""

NO_KITS: Kits = {}


def may_be_passed_on(photo: Photo, today: date) -> bool:
    """Whether others may use a listed photo on ``today``: it is not for this site alone, and whoever can be seen in it
    has agreed to that, as far as a consent is on record. A minor's picture needs one."""
    if photo.site_only:
        return False
    if photo.consent is None:
        return not photo.minor
    return photo.consent.reuse and (photo.consent.expires is None or today <= photo.consent.expires)
