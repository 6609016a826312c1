"""What Git keeps: the files of a commit, the content of blobs, and which review records history ever got."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

_SECONDS = 120
RECORDS = (
    ":(glob)**/review/*.json",
    ":(glob)content/review/stations/*/*.json",
    ":(glob)content/review/registers/*/*.json",
    ":(glob)content/review/root/*.json",
)
"""Where review records and the root's states lie."""


def committed_files(root: Path, folder: str, commit: str = "HEAD") -> dict[str, str] | None:
    """Names and blob ids of the plain files right in ``folder``; None when there is no Git or no such commit."""
    listing = run_git(root, ["ls-tree", "-z", commit, "--", f"{folder}/"])
    if listing is None:
        return None
    found = {}
    for line in listing.decode("utf-8", "surrogateescape").split("\0"):
        head, _, path = line.partition("\t")
        mode, _, rest = head.partition(" ")
        kind, _, blob = rest.partition(" ")
        if kind == "blob" and mode != "120000":  # a link's blob is a path
            found[path.rpartition("/")[2]] = blob
    return found


def committed_blob(root: Path, path: str, commit: str = "HEAD") -> str | None:
    """The blob id of one file."""
    folder, _, name = path.rpartition("/")
    answer = run_git(root, ["rev-parse", "--verify", "--quiet", f"{commit}:./{folder + '/' if folder else ''}{name}"])
    return answer.decode().strip() if answer else None


def read_blobs(root: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """The content of blobs by id; those that this copy of the repository lacks are not in it."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    answer = run_git(root, ["cat-file", "--batch"], "".join(f"{id}\n" for id in wanted).encode())
    found: dict[str, bytes] = {}
    rest = memoryview(answer or b"")
    while rest:
        end = bytes(rest[:200]).find(b"\n")
        head = bytes(rest[:end]).split()
        rest = rest[end + 1 :]
        if len(head) == 3 and head[1] == b"blob":
            size = int(head[2])
            found[head[0].decode()] = bytes(rest[:size])
            rest = rest[size + 1 :]
        elif len(head) == 3 and head[2].isdigit():
            rest = rest[int(head[2]) + 1 :]
    return found


def added_records(root: Path, head: str, since: str | None = None) -> dict[str, tuple[str, ...]] | None:
    """Every review record that a commit up to ``head`` brought or changed (after ``since``): path to the ids of all blobs
    that it ever was; None without Git.

    Merges are looked into: one may bring what none of its sides has. So is a side whose records a merge threw away,
    which ``git log`` passes over when it is asked for paths alone.
    """
    span = f"{since}..{head}" if since else head
    command = [
        "log",
        "-c",
        "--full-history",
        "--diff-filter=AM",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--format=",
        "--relative",
        span,
    ]
    answer = run_git(root, [*command, "--", *RECORDS])
    if answer is None:
        return None
    found: dict[str, dict[str, None]] = {}
    for line in answer.decode("utf-8", "surrogateescape").splitlines():
        head_part, _, path = line.partition("\t")
        words = head_part.split()
        if path and len(words) >= 5:
            found.setdefault(path.rpartition("\t")[2], {})[words[-2]] = None
    return {path: tuple(blobs) for path, blobs in found.items()}


def is_ancestor(root: Path, commit: str, head: str) -> bool:
    """Whether ``commit`` is in the history of ``head``."""
    return run_git(root, ["merge-base", "--is-ancestor", commit, head]) is not None


def run_git(root: Path, arguments: Sequence[str], given: bytes = b"", index: str = "") -> bytes | None:
    """What git says; None when there is no git, or it says no. ``index`` is another index file than the repository's."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments],
            env={**clean_environment(), **({"GIT_INDEX_FILE": index} if index else {})},
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def clean_environment() -> dict[str, str]:
    """What git is to know of this process: a hook's variables would lead it to another repository than the project's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
