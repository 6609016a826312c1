"""What Git's index holds: the files of the commit that is being made, which may differ from those on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .git_objects import run_git

LINK = "120000"
"""The mode of a symbolic link; its blob is the path it leads to."""
_MODULE = "160000"


class IndexFile(NamedTuple):
    """A file's mode (octal, as Git writes it) and the id of its blob."""

    mode: str
    blob: str


class Change(NamedTuple):
    """A path, and what became of it: ``A`` new, ``M`` changed, ``D`` gone, ``T`` another type, ``U`` in conflict."""

    path: str
    kind: str


def index_files(root: Path, index: str, places: Iterable[str]) -> dict[str, IndexFile] | None:
    """The files under ``places`` as the index has them, by path from ``root``; None without Git. ``index`` is
    the index file that a hook was told of, "" for the repository's own."""
    answer = run_git(root, ["ls-files", "--stage", "-z", "--", *places], index=index)
    if answer is None:
        return None
    found = {}
    for line in _lines(answer):
        head, _, path = line.partition("\t")
        mode, blob, stage = head.split(" ")
        if mode != _MODULE and stage == "0":
            found[path] = IndexFile(mode, blob)
    return found


def tree_files(root: Path, commit: str, places: Iterable[str]) -> dict[str, IndexFile]:
    """The files under ``places`` in a commit, by path from the top of the repository."""
    answer = run_git(root, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", *places])
    found = {}
    for line in _lines(answer or b""):
        head, _, path = line.partition("\t")
        mode, kind, blob = head.split()
        if kind == "blob":
            found[path] = IndexFile(mode, blob)
    return found


def unlike_disk(root: Path, index: str, places: Iterable[str]) -> frozenset[str]:
    """Paths whose file on disk is not what the index has; one too many when a file was merely touched."""
    # A second link to a file changes its ctime, and nothing of what it holds.
    command = ["-c", "core.trustctime=false", "diff-files", "--name-only", "-z", "--relative", "--", *places]
    answer = run_git(root, command, index=index)
    return frozenset(_lines(answer or b""))


def staged_changes(root: Path, index: str) -> list[Change]:
    """What the commit to be changes; a renamed file is one gone and one new."""
    against = "HEAD"
    if not run_git(root, ["rev-parse", "--verify", "--quiet", "HEAD"]):  # the first commit is compared with nothing
        against = (run_git(root, ["hash-object", "-t", "tree", "--stdin"]) or b"").decode().strip()
    return _changes(run_git(root, ["diff-index", "--cached", *_AS_CHANGES, against, "--"], index=index))


def changes_since(root: Path, commit: str) -> list[Change] | None:
    """What the files on disk change against the commit that they and ``commit`` both come from; None when there is none."""
    base = run_git(root, ["merge-base", commit, "HEAD"])
    if base is None:
        return None
    return _changes(run_git(root, ["diff-index", *_AS_CHANGES, base.decode().strip(), "--"]))


def changes_between(root: Path, old: str, new: str) -> list[Change]:
    """What becomes of the files of one commit in another."""
    return _changes(run_git(root, ["diff-tree", "-r", *_AS_CHANGES, old, new, "--"]))


def blob_sizes(root: Path, blobs: Iterable[str]) -> dict[str, int]:
    """How many bytes each blob has."""
    answer = run_git(root, ["cat-file", "--batch-check"], "".join(f"{blob}\n" for blob in blobs).encode())
    words = (line.split() for line in (answer or b"").decode().splitlines())
    return {found[0]: int(found[2]) for found in words if len(found) == 3 and found[1] == "blob"}


def git_folder(root: Path) -> Path | None:
    """Where the repository of a working copy keeps its history; None when there is none."""
    answer = run_git(root, ["rev-parse", "--absolute-git-dir"])
    return Path(answer.decode("utf-8", "surrogateescape").rstrip("\n")) if answer else None


def place_in_repository(root: Path) -> str:
    """The folder of ``root`` as seen from the top of its working copy, with a slash at its end; "" for the top."""
    return (run_git(root, ["rev-parse", "--show-prefix"]) or b"").decode("utf-8", "surrogateescape").rstrip("\n")


_AS_CHANGES = ("--name-status", "--no-renames", "-z", "--relative")


def _changes(answer: bytes | None) -> list[Change]:
    words = list(_lines(answer or b""))
    return [Change(path, kind[:1]) for kind, path in zip(words[::2], words[1::2], strict=True)]


def _lines(answer: bytes) -> Iterable[str]:
    return filter(None, answer.decode("utf-8", "surrogateescape").split("\0"))
