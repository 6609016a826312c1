"""What a link in a text means, as an editor writes it.

Rules check the same targets that pages link to, so both ask here. Nothing here knows
which entries exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from .address import OWN_PAGES, PAGES, TAKEN
from .catalogue import Catalogue, Entry
from .kinds import SHELVES, YEAR, Kind


class TargetKind(StrEnum):
    """What a link leads to."""

    ENTRY = "entry"
    """An entry's page: ``id`` names it (perhaps an id it had before), ``anchor`` a place in it."""
    FILE = "file"
    """A picture or other file: ``file`` beside the entry ``id``."""
    ANCHOR = "anchor"
    """A place in the same text: ``anchor``."""
    ADDRESS = "address"
    """A page that is not an entry's, such as a list: ``address`` relative to the site's root, "" for the home page."""
    EXTERNAL = "external"
    """Somewhere else: another host, an e-mail address, a telephone number."""
    INVALID = "invalid"
    """Nothing that a link in a text can mean."""


@dataclass(frozen=True, slots=True)
class Target:
    """A link's meaning; which fields are filled depends on ``kind``."""

    kind: TargetKind
    id: str = ""
    file: str = ""
    anchor: str = ""
    address: str = ""


INVALID = Target(TargetKind.INVALID)

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_EXTERNAL = ("http://", "https://", "mailto:", "tel:")
_LIST_ROOTS = ("categories", "districts", "archive", "organisations", "into")
_SHELF = {shelf.folder.removeprefix("content/"): shelf for shelf in SHELVES}
_ROOTS = frozenset(("content", "stations", *_SHELF, *_LIST_ROOTS))
_STEP = re.compile(r"[a-z0-9-]+")


def normal_target(raw: str) -> str:
    """One spelling for a target, whether percent-encoded or not: the key under which pages keep it."""
    return unquote(raw.strip()) if "%" in raw else raw.strip()


def resolve_target(raw: str, entry_id: str) -> Target:
    """What ``raw`` means in the text of ``entry_id``.

    Understood are paths relative to the entry's folder (``../reading-room/``,
    ``../reading-room/index.md``, ``photo-1.jpg``), ids and addresses from the root with
    or without a leading slash (``stories/2026/reading-room``, ``/profiles/zhang-san/``,
    ``content/profiles/zhang-san``), anchors, and addresses of other pages (``/stations/``).
    A query string is ignored.
    """
    text = raw.strip()
    if text.startswith(_EXTERNAL):
        return Target(TargetKind.EXTERNAL)
    if text.startswith(("//", "\\")) or _SCHEME.match(text):
        return INVALID
    path, _, anchor = normal_target(text).partition("#")
    path = path.partition("?")[0].replace("\\", "/")
    if not path:
        return Target(TargetKind.ANCHOR, anchor=anchor) if anchor else INVALID
    steps = _steps(path, entry_id)
    return INVALID if steps is None else _from_root(steps, anchor, path.endswith("/"))


def linked_entry(catalogue: Catalogue, entry_id: str) -> Entry | None:
    """The entry with this id, or the one that had it before its folder was renamed."""
    return catalogue.entries.get(entry_id) or catalogue.by_alias.get(entry_id)


def anchors_of(entry: Entry) -> Iterator[str]:
    """The places in an entry's page that a link can lead to: headings, and the lists on a page of its own."""
    yield from (heading.anchor for heading in entry.outline.headings)
    if entry.kind is Kind.PAGE:
        yield from (block.value for block in entry.meta.shows)


def _steps(path: str, entry_id: str) -> list[str] | None:
    """The path's steps from the project's root; None when it leaves the root."""
    written = [step for step in path.split("/") if step not in ("", ".")]
    from_root = path.startswith("/") or (written and written[0] in _ROOTS and ("/" in path))
    steps = [] if from_root else entry_id.split("/")
    for step in written:
        if step != "..":
            steps.append(step)
        elif steps:
            steps.pop()
        else:
            return None
    return steps


def _from_root(steps: list[str], anchor: str, folder: bool) -> Target:
    if not steps:
        return Target(TargetKind.ADDRESS, anchor=anchor)
    plain = steps[1:] if steps[0] == "content" else steps
    if not plain:
        return INVALID
    if plain[-1] == "index.md" or plain[-1] == "index.html":
        plain, folder = plain[:-1], True
        if not plain:
            return INVALID if steps[0] == "content" else Target(TargetKind.ADDRESS, anchor=anchor)
    shelf = _SHELF.get(plain[0])
    if shelf or plain[0] == "stations":
        depth = 3 if shelf and shelf.dated else 2
        if len(plain) >= depth and (depth == 2 or YEAR.fullmatch(plain[1])) and _STEP.fullmatch(plain[depth - 1]):
            entry_id = f"{shelf.folder if shelf else 'stations'}/{'/'.join(plain[1:depth])}"
            if len(plain) == depth:
                return Target(TargetKind.ENTRY, id=entry_id, anchor=anchor)
            if len(plain) == depth + 1 and not folder:
                return Target(TargetKind.FILE, id=entry_id, file=plain[-1])
            if plain[1] != "page":
                return INVALID
        elif len(plain) == depth and depth == 3 and plain[1] != "page":
            return INVALID
    elif plain[0] not in _LIST_ROOTS:
        return _at_the_root(plain, anchor, folder) if steps[0] != "content" else INVALID
    if all(_STEP.fullmatch(step) for step in plain) and steps[0] != "content":
        return Target(TargetKind.ADDRESS, address="/".join(plain) + "/", anchor=anchor)
    return INVALID


def _at_the_root(steps: list[str], anchor: str, folder: bool) -> Target:
    """``/about/``: a page that an editor wrote, or one of the program's own."""
    first, *rest = steps
    if not _STEP.fullmatch(first) or len(rest) > 1:
        return INVALID
    if first in OWN_PAGES and not rest:
        return Target(TargetKind.ADDRESS, address=f"{first}/", anchor=anchor)
    if first in TAKEN:
        return INVALID
    if not rest:
        return Target(TargetKind.ENTRY, id=PAGES + first, anchor=anchor)
    return Target(TargetKind.FILE, id=PAGES + first, file=rest[0]) if "." in rest[0] and not folder else INVALID
