"""Which problems belong to a change: those of the entries it edits, or all when it edits what everything rests on."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic
from generator.model.kinds import SHELVES
from generator.read.git_index import Change
from generator.read.misplaced import INDEX
from generator.read.tree import REVIEW_FOLDER

from .staged_copy import PLACES


def ours(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes of what a check reads at all."""
    return tuple(change for change in changes if change.path.split("/")[0] in PLACES)


def touched_places(changes: Iterable[Change]) -> frozenset[str] | None:
    """Folders (with a slash at their end) whose problems are the change's; None for everything: a changed register,
    or an entry that went away, is felt anywhere."""
    touched = set()
    for path, kind in changes:
        folder, _, name = path.rpartition("/")
        bundle = folder.removesuffix(f"/{REVIEW_FOLDER}")
        if not any(folder.startswith(f"{shelf.folder}/") for shelf in SHELVES) or (name == INDEX and kind == "D"):
            return None
        touched.add(f"{bundle}/")
    return frozenset(touched)


def within(diagnostics: Iterable[Diagnostic], touched: frozenset[str] | None) -> list[Diagnostic]:
    """Those of the touched places."""
    return [item for item in diagnostics if touched is None or any(item.path.startswith(place) for place in touched)]
