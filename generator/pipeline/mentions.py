"""Which other entries show a person: those that refer to her profile, and those whose words or captions name her."""

from __future__ import annotations

from pathlib import Path

from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import Kind
from generator.model.references import references

from .refused import Refused
from .version_comparison import markdown_of


def mentions(root: Path, catalogue: Catalogue, person: Entry) -> list[Entry]:
    """Entries besides her own profile, in order of id. Her name is looked for in working versions."""
    name = "".join(person.title.split())
    slugs = {person.slug, *(alias.rpartition("/")[2] for alias in person.meta.aliases)}
    return [
        entry
        for entry in catalogue.entries.values()
        if entry.id != person.id and (_refers(entry, slugs, person.id) or _names(root, entry, name))
    ]


def _refers(entry: Entry, slugs: set[str], id: str) -> bool:
    if any(mention.kind == Kind.PROFILE and mention.slug in slugs for mention in entry.outline.mentions):
        return True
    if any(id in link.target for link in entry.outline.links):
        return True
    return any(found.target == Kind.PROFILE and found.value in slugs for found in references(entry.meta))


def _names(root: Path, entry: Entry, name: str) -> bool:
    if len(name) < 2:
        return False
    if name in "".join(entry.meta.model_dump_json().split()):
        return True
    try:
        return name in "".join(markdown_of(root, entry).split())
    except Refused:
        return False
