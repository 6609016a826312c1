"""What a build is asked for and what came of it, in values that the command line can show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mkdocs.exceptions import BuildError

from generator.model.diagnostic import Diagnostic
from generator.pipeline.progress import Progress, silent
from generator.pipeline.workers import default_jobs

UNTOUCHED = "已发布的网站没有变化。"
"""The reassurance at the end of every message about a build that stopped."""


@dataclass(frozen=True)
class BuildRequest:
    """``now`` is a naive time in Asia/Shanghai, None for the settings' day or the clock; ``clean`` starts from nothing."""

    now: datetime | None = None
    jobs: int = field(default_factory=default_jobs)
    clean: bool = False
    progress: Progress = silent


@dataclass(frozen=True)
class Outcome:
    """A build that succeeded. ``held_back`` are the ids of entries that are not public, with their state's name."""

    site_dir: Path
    now: datetime
    entries: int
    pages: int
    written: int
    photos: int
    unchanged: bool
    held_back: tuple[tuple[str, str], ...] = ()
    next_change: datetime | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    warnings: int = 0
    """How many diagnostics deserve mending; known for an unchanged build too, which has no ``diagnostics``."""
    review: str = ""
    """How entries are reviewed, in a word."""
    behind: tuple[str, ...] = ()
    """Ids of entries that are public as they were approved last, because the working version has not passed."""
    without_type: bool = False
    """No typeface was found for share pictures, which therefore show no titles."""


class BuildStopped(BuildError):
    """A build cannot go on; the message is Chinese and the published site is as it was.

    ``diagnostics`` are what is wrong with the content, empty when something else stopped it.
    """

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics
