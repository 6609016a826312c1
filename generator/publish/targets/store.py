"""What a place for files must be able to do, so that one way of publishing serves all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from .site_files import Headers


class Outgoing(NamedTuple):
    """A file to be put: ``read`` gives its bytes when its turn comes."""

    path: str
    headers: Headers
    read: Callable[[], bytes]


Sent = Callable[[str], None]
"""Called with a path once the file is in its place, and with "" now and then meanwhile; may raise to break off."""


class Store(Protocol):
    """Files by path, with forward slashes. Each file is replaced whole or not at all.

    All methods raise ``TargetTrouble`` when the place refuses.
    """

    def listing(self) -> Mapping[str, int]:
        """Every file there with its size, without those in ``STATE``."""

    def read(self, path: str) -> bytes | None:
        """A file's content, None when it is not there."""

    def put(self, files: Sequence[Outgoing], sent: Sent) -> None:
        """Put files, in any order, and come back when all are in their places."""

    def put_first(self, file: Outgoing) -> bool:
        """Put a file unless there is one already; whether it was put."""

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files; those that are not there are no trouble."""

    def clock(self, path: str) -> float | None:
        """When a file was last put, in seconds by the place's own clock; None when it is not there."""

    def finish(self, label: str) -> None:
        """Make visible what was put so far, where that is a step of its own; ``label`` says what was done."""

    def close(self) -> None:
        """Let go of what was held open."""


def untold(path: str) -> None:
    """For files that nobody counts."""
