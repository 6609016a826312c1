"""Which entries are not what they were at a commit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.model.kinds import STATIONS_FILE
from generator.model.register_sheet import SHEETS
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE
from generator.read.git_objects import run_git
from generator.read.tree import ROOT_FOLDER

from .record_files import entry_of


def changed_since(root: Path, commit: str, ids: Iterable[str]) -> frozenset[str] | None:
    """Those of the entries ``ids`` whose files or records differ between ``commit`` and the working tree, all of them
    when policy, people or root do; None when there is no such commit."""
    if commit.startswith("-") or run_git(root, ["rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}"]) is None:
        return None
    answer = run_git(root, ["diff", "--name-only", "--no-renames", "-z", "--relative", commit, "--"])
    fresh = run_git(root, ["ls-files", "--others", "--exclude-standard", "-z"])
    if answer is None or fresh is None:
        return None
    known = frozenset(ids)
    paths = {path for path in (answer + fresh).decode("utf-8", "surrogateescape").split("\0") if path}
    if any(path in (POLICY_FILE, PEOPLE_FILE) or path.startswith(f"{ROOT_FOLDER}/") for path in paths):
        return known
    changed = {entry_of(path) for path in paths}
    changed |= {f"{SHEETS}{PurePosixPath(path).stem}" for path in paths if path.endswith(".yaml")}
    if STATIONS_FILE in paths:
        changed |= {id for id in known if id.startswith("stations/")}
    return frozenset(changed & known)
