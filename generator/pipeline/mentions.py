"""How far a withdrawal reaches: taking a person down takes down what names or shows her, too.

Her page, cards, portrait, and her name in lists, kits and the search index vanish by themselves. What does not are the
words and pictures of other entries.
"""

from __future__ import annotations

from pathlib import Path

from generator.model.catalogue import Entry
from generator.model.entries import ProfileKind
from generator.model.kinds import Kind

from .refused import Refused
from .review_desk import Desk
from .version_comparison import markdown_of


def reached_by(desk: Desk, item: Entry) -> list[Entry]:
    """The entries that go down together with a profile, in order of id: stories about it, and for a single person all
    whose words or captions name her (working versions are looked at). Not those that somebody has confirmed to be down.

    Raises:
        Refused: an entry's files, or an older version of it, cannot be had.
    """
    if item.kind is not Kind.PROFILE:
        return []
    name = "".join(item.title.split()) if item.meta.kind is ProfileKind.PERSON else ""
    slugs = {item.slug, *(alias.rpartition("/")[2] for alias in item.meta.aliases)}
    found = []
    for entry in desk.catalogue.entries.values():
        if entry.id == item.id or not (_is_about(entry, slugs) or _names(desk.project.root, entry, name)):
            continue
        verdict = desk.verdict(entry)
        if verdict.live is not None and not (verdict.taken_back is not None and verdict.taken_back.confirmed):
            found.append(entry)
    return found


def _is_about(entry: Entry, slugs: set[str]) -> bool:
    return entry.kind is Kind.STORY and not slugs.isdisjoint(entry.meta.people)


def _names(root: Path, entry: Entry, name: str) -> bool:
    if len(name) < 2:
        return False
    if name in "".join(entry.meta.model_dump_json().split()):
        return True
    try:
        return name in "".join(markdown_of(root, entry).split())
    except Refused:
        return False
