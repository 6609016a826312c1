"""What changed that no review looks at: the looks of the site, its settings, registers that the policy does not speak of.

It cannot be shown as it was before, as texts can, so whoever verifies is told of it by name.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.model.kinds import STATIONS_FILE
from generator.model.register_sheet import SHEETS
from generator.read.git_objects import run_git

_REVIEWED = ("stories/", "content/review/")


def changed_unreviewed(root: Path, commit: str, sheets: Collection[str]) -> list[str] | None:
    """Files that are not in HEAD what they were at ``commit``; ``sheets`` are the ids of the registers that are reviewed. None when
    the commit is not there."""
    answer = run_git(root, ["diff", "--name-only", "--no-renames", "--relative", "-z", commit, "HEAD"])
    if answer is None:
        return None
    paths = answer.decode("utf-8", "surrogateescape").split("\0")
    return [path for path in paths if path and not _is_reviewed(path, sheets)]


def _is_reviewed(path: str, sheets: Collection[str]) -> bool:
    if path == STATIONS_FILE or path.startswith(_REVIEWED):
        return True
    folder, _, name = path.rpartition("/")
    if folder == "content":
        return f"{SHEETS}{name.removesuffix('.yaml')}" in sheets
    return folder.startswith("content/")
