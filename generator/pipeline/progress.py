"""How long work tells that it moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import Any

Progress = Callable[[str, int, int], None]
"""Called with the stage in Chinese, how much is done and how much there is."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """No progress wanted."""


def watch(futures: Iterable[Future[Any]], stage: str, progress: Progress) -> Iterator[Any]:
    """The results of ``futures`` in their order, with progress; the first error is raised."""
    pending = list(futures)
    for done, future in enumerate(pending, 1):
        result = future.result()
        progress(stage, done, len(pending))
        yield result
