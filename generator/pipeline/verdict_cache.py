"""Verdicts are kept from one command to the next, those that changed lately in a file of their own: writing ten thousands
of them takes longer than finding a few anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.model.diagnostic import Diagnostic
from generator.read.cache_file import load_cached, save_cached
from generator.review.verdict import Verdict

from .project import Project

Kept = tuple[str, Verdict, tuple[Diagnostic, ...]]
"""What a verdict was found from, the verdict, and what is wrong with records."""

_FEW = 200
"""Up to so many lie beside the others."""


class VerdictCache:
    """The verdicts of a project; ``version`` is of all that they were found from besides the entries."""

    def __init__(self, project: Project, version: str) -> None:
        self._all = project.cache / "reviews.pickle"
        self._late = project.cache / "reviews-late.pickle"
        self._version = version
        self._main: dict[str, Kept] = {}

    def load(self) -> dict[str, Kept]:
        """All that were kept, by entry id."""
        self._main = _read(self._all, self._version)
        return {**self._main, **_read(self._late, self._version)} if self._main else {}

    def save(self, verdicts: Mapping[str, Kept]) -> None:
        """Keep these for the next time. One whose entry is gone may stay: nobody asks for it."""
        late = {id: item for id, item in verdicts.items() if self._main.get(id) != item}
        if self._main and len(late) <= _FEW:
            save_cached(self._late, self._version, late)
            return
        save_cached(self._late, self._version, {})
        save_cached(self._all, self._version, dict(verdicts))


def _read(path: Path, version: str) -> dict[str, Kept]:
    loaded = load_cached(path, version)
    return loaded if isinstance(loaded, dict) else {}
