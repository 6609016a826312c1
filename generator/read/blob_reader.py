"""The content of blobs, however many and whenever they are asked for, through one ``git cat-file --batch``."""

from __future__ import annotations

import os
import subprocess
import weakref
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .git_objects import clean_environment


class BlobReader:
    """Starts Git when the first blob is wanted, in a forked process one of its own, and ends it when it is dropped."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The content of blobs by id; those that this copy of the repository lacks are not in it."""
        found: dict[str, bytes] = {}
        try:
            for id in dict.fromkeys(ids):
                content = self._one(id)
                if content is not None:
                    found[id] = content
        except (OSError, ValueError):  # no git, or it ended
            self._git = None
        return found

    def _one(self, id: str) -> bytes | None:
        git = self._running()
        assert git.stdin is not None and git.stdout is not None
        git.stdin.write(f"{id}\n".encode("ascii", "replace"))
        git.stdin.flush()
        head = git.stdout.readline().split()
        if not head:
            raise OSError("git ended")
        if len(head) != 3:
            return None  # missing, or no id at all
        content = git.stdout.read(int(head[2]))
        git.stdout.read(1)
        return content if head[1] == b"blob" else None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._git is None or self._owner != os.getpid():
            self._git = subprocess.Popen(
                ["git", "-C", str(self._root), "cat-file", "--batch"],
                env=clean_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._owner = os.getpid()
            weakref.finalize(self, _end, self._git, self._owner)
        return self._git


def _end(git: subprocess.Popen[bytes], owner: int) -> None:
    if owner != os.getpid():
        return
    for stream in (git.stdin, git.stdout):
        if stream is not None:
            with suppress(OSError):  # a question that git did not wait for is still in the pipe
                stream.close()
    git.wait()
