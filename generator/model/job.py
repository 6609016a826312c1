"""Work whose result depends on nothing but its inputs: photos, share pictures, kits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class JobError(Exception):
    """A job cannot be done because of its source. The message is a Chinese sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Job:
    """A pure function and its inputs' digest.

    ``run(source, target_dir, args)`` reads the file ``source`` (absolute), writes every
    name in ``outputs`` (relative to ``target_dir``, forward slashes) and returns
    nothing. It must be a module-level function, so that it can be sent to another
    process, write the same bytes for the same inputs, and raise ``JobError`` for a source
    that is no good.

    ``key`` is the digest of everything the bytes depend on: the source's content, the
    arguments, and the version of the function. Two jobs with one key are one job.
    """

    key: str
    run: Callable[[Path, Path, Any], None]
    source: Path
    args: Any
    outputs: tuple[str, ...]
    label: str = ""
    """What progress and error messages call it: the source's path as an editor knows it."""
