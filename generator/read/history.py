"""What the project's git history knows: which entries and stations there were once, and how they last read.

Everything here is an answer or None: without git, without a repository, in a shallow copy
there is no history, which is no problem of the content.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.model.fields import TIME_ZONE
from generator.model.kinds import SHELVES, STATIONS_FILE

_SECONDS = 60
_REF = re.compile(r"ref: (\S+)\s*")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_ENTRY_FILES = tuple(
    f":(glob){shelf.folder}/*/*/index.md" if shelf.dated else f":(glob){shelf.folder}/*/index.md" for shelf in SHELVES
)
_FOLDERS = tuple(dict.fromkeys(shelf.folder.partition("/")[0] for shelf in SHELVES))
_STATION_ID = re.compile(r"\s*(?:- )?\s*id:\s*[\"']?([a-z0-9-]+)")
_INDEX = "/index.md"


@dataclass(slots=True)
class History:
    """The history up to ``head``.

    ``removed`` leads from the id of an entry or station that was taken away to the commit
    that did it last; ``present`` are the ids of the entries and stations that ``head`` itself holds.
    """

    head: str
    removed: dict[str, str] = field(default_factory=dict)
    present: frozenset[str] = frozenset()


def head_commit(root: Path) -> str | None:
    """The commit that the project stands on; None without one, and for a copy that lacks its past.

    Read from git's files where that is plain, because a process would cost more than all the rest.
    """
    git = next((folder / ".git" for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    if git is None:
        return None
    if not git.is_dir():  # a linked work tree or a submodule
        return (
            None
            if _asked(root, "rev-parse", "--is-shallow-repository") != "false"
            else _asked(root, "rev-parse", "HEAD")
        )
    if (git / "shallow").exists():
        return None
    try:
        head = (git / "HEAD").read_text(encoding="utf-8")
        if found := _REF.fullmatch(head):
            head = (git / found[1]).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return _asked(root, "rev-parse", "HEAD")  # packed references, or another way to keep them
    return head.strip() if _COMMIT.fullmatch(head.strip()) else _asked(root, "rev-parse", "HEAD")


def read_history(root: Path, head: str, before: History | None = None) -> History | None:
    """The history up to ``head``, going on from ``before`` where that is a part of it; None when git does not answer."""
    since = before if before and _git(root, "merge-base", "--is-ancestor", before.head, head) is not None else None
    span = f"{since.head}..{head}" if since else head
    gone = _git(root, "log", "--no-renames", "--diff-filter=D", "--name-only", "--format=%x00%H", "--relative", span,
                "--", *_ENTRY_FILES)  # fmt: skip
    stations = _git(root, "log", "-p", "-U0", "--no-color", "--no-ext-diff", "--format=%x00%H", "--relative", span,
                    "--", STATIONS_FILE)  # fmt: skip
    tree = _git(root, "ls-tree", "-r", "--name-only", head, "--", *_FOLDERS)
    if gone is None or stations is None or tree is None:
        return None
    history = History(head, dict(since.removed) if since else {})
    fresh: dict[str, str] = {}
    for commit, lines in _commits(gone):
        for line in lines:
            if line.endswith(_INDEX):
                fresh.setdefault(line.removesuffix(_INDEX), commit)  # newest first: the last removal counts
    for commit, lines in _commits(stations):
        for line in lines:
            if line.startswith("-") and (found := _STATION_ID.match(line[1:])):
                fresh.setdefault(f"stations/{found[1]}", commit)
    history.removed.update(fresh)
    ids = [line.removesuffix(_INDEX) for line in tree.splitlines() if line.endswith(_INDEX)]
    register = (version_at(root, head, STATIONS_FILE) or "").splitlines()
    ids += [f"stations/{found[1]}" for line in register if (found := _STATION_ID.match(line))]
    history.present = frozenset(ids)
    return history


def _commits(log: str) -> list[tuple[str, Sequence[str]]]:
    blocks = [block.splitlines() for block in log.split("\0")[1:]]
    return [(lines[0], lines[1:]) for lines in blocks]


def last_version(root: Path, commit: str, path: str) -> tuple[str, datetime] | None:
    """The text of ``path`` before ``commit`` took it away, and when that was, a naive time in Asia/Shanghai."""
    text = _git(root, "show", f"{commit}^:./{path}")
    moment = _asked(root, "show", "-s", "--format=%ct", commit)
    if text is None or moment is None:
        return None
    return text, datetime.fromtimestamp(int(moment), TIME_ZONE).replace(tzinfo=None)


def version_at(root: Path, commit: str, path: str) -> str | None:
    """The text of ``path`` in a commit."""
    return _git(root, "show", f"{commit}:./{path}")


def moved_to(root: Path, commit: str, path: str) -> str:
    """Where ``commit`` moved ``path``, "" when it did not."""
    renames = _git(root, "show", "-M", "--diff-filter=R", "--name-status", "--format=", "--relative", commit) or ""
    for line in renames.splitlines():
        _, _, pair = line.partition("\t")
        old, _, new = pair.partition("\t")
        if old == path:
            return new
    return ""


def _asked(root: Path, *arguments: str) -> str | None:
    answer = _git(root, *arguments)
    return answer.strip() if answer is not None else None


def _git(root: Path, *arguments: str) -> str | None:
    """What git says; None when there is no git, or it says no."""
    # A hook's variables would lead git to another repository than the project's.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments],
            env={**clean, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
