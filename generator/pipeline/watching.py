"""Waiting for somebody to save something, and telling what it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import watchfiles

from generator.model.kinds import STATIONS_FILE

SETTLING_MS = 300
"""Editors save in several steps, and a person saves several files."""

STEP_MS = 30

IDLE_MS = 200
"""How long the watcher sleeps at most; the first time it wakes it is known to be at work."""


def watched_places(root: Path) -> list[Path]:
    """What a site is made from, as far as it is there."""
    return [root / name for name in ("content", "stories", STATIONS_FILE, "theme") if (root / name).exists()]


def changes(root: Path) -> Iterator[frozenset[str]]:
    """Yields once when watching has begun, so that nothing is missed while one looks, then whenever something was saved.

    What is yielded are the paths that changed, from ``root`` and with forward slashes; none the first time.

    Raises:
        KeyboardInterrupt: the person has seen enough.
    """
    begun = False
    for found in watchfiles.watch(
        *watched_places(root),
        debounce=SETTLING_MS,
        step=STEP_MS,
        rust_timeout=IDLE_MS,
        yield_on_timeout=True,
        raise_interrupt=True,
    ):
        if found or not begun:
            begun = True
            yield frozenset(_from_root(Path(path), root) for _, path in found)


def _from_root(path: Path, root: Path) -> str:
    """A path that the system tells by another name than ours stays as it is, and stands for anything."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
