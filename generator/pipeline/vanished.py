"""Which addresses were public by the project's git history and lead nowhere now.

Answers are kept by commit: while nothing is committed and nothing missing, this costs a
few small files to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from generator.model.catalogue import Catalogue, Vanished
from generator.model.kinds import STATIONS_FILE
from generator.read.cache_file import load_cached, save_cached
from generator.read.history import History, head_commit, last_version, moved_to, read_history, version_at

from .project import Project, program_version

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_INDEX = "/index.md"


def vanished_addresses(project: Project, catalogue: Catalogue, now: datetime) -> tuple[Vanished, ...]:
    """Ids that readers could once open and that no entry has or had by its own account, in order.

    Empty without git, without a repository, and in a copy that lacks its past. What was a
    draft, under embargo or expired when it was taken away has left no reader behind.
    """
    head = head_commit(project.root)
    if head is None:
        return ()
    history = _history(project, head)
    if history is None:
        return ()
    once = history.present | history.removed.keys()
    missing = sorted(once - catalogue.entries.keys() - catalogue.by_alias.keys() - catalogue.broken)
    if STATIONS_FILE in catalogue.broken:
        missing = [id for id in missing if not id.startswith("stations/")]
    return tuple(_vanished(project.root, history, missing, catalogue, now)) if missing else ()


def _history(project: Project, head: str) -> History | None:
    path, version = project.cache / "history.pickle", program_version()
    kept = load_cached(path, version)
    if isinstance(kept, History) and kept.head == head:
        return kept
    history = read_history(project.root, head, kept if isinstance(kept, History) else None)
    if history is not None:
        save_cached(path, version, history)
    return history


def _vanished(
    root: Path, history: History, missing: list[str], catalogue: Catalogue, now: datetime
) -> Iterator[Vanished]:
    for id in missing:
        if id.startswith("stations/"):
            yield Vanished(id)
            continue
        commit = None if id in history.present else history.removed[id]
        if commit is None:
            text, gone_at = version_at(root, history.head, id + _INDEX), now
        else:
            before = last_version(root, commit, id + _INDEX)
            text, gone_at = before if before else (None, now)
        if text is not None and _was_public(text, gone_at):
            yield Vanished(id, _new_home(root, history, commit, id, text, catalogue))


def _was_public(text: str, moment: datetime) -> bool:
    """Whether readers could see this version of an entry, or a notice of it, at ``moment``."""
    found = _FRONT_MATTER.match(text)
    try:
        values: Any = yaml.load(found[1], yaml.BaseLoader) if found else None
    except yaml.YAMLError:
        return False
    if not isinstance(values, dict) or str(values.get("draft", "")).strip() in ("true", "是"):
        return False
    # Dates as written sort like the moments they mean: 2026-03-06 08:30.
    said = moment.isoformat(" ", "minutes")
    if str(values.get("embargo", "")).replace("T", " ") > said:
        return False
    expires = str(values.get("expires", ""))
    return "withdrawn" in values or not expires or expires > said[:10]


def _new_home(root: Path, history: History, commit: str | None, id: str, text: str, catalogue: Catalogue) -> str:
    """The id of the entry that its folder was renamed to, "" when none is known.

    A renaming that is not committed yet is known by the text: it stands in another entry word for word.
    """
    if commit is not None:
        home = moved_to(root, commit, id + _INDEX).removesuffix(_INDEX)
        return home if home in catalogue.entries else ""
    content = text.encode("utf-8", "surrogatepass")
    for other, entry in catalogue.entries.items():
        file = root / entry.path
        try:
            if other not in history.present and file.stat().st_size == len(content) and file.read_bytes() == content:
                return other
        except OSError:
            continue
    return ""
