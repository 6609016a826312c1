"""Several files under way at once: to a place behind a network most of the time is waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from .store import Outgoing, Sent

_BEAT = 20.0
"""Seconds after which ``sent`` is called though nothing was finished."""


def put_all(files: Sequence[Outgoing], put: Callable[[Outgoing], None], sent: Sent, workers: int) -> None:
    """Put all files; the first trouble stops what was not begun and is raised when the rest is done."""
    pool = ThreadPoolExecutor(workers)
    waiting: dict[Future[None], str] = {}
    try:
        todo = iter(files)
        while True:
            for file in todo:
                waiting[pool.submit(put, file)] = file.path
                if len(waiting) >= 2 * workers:  # no more: each holds a file's bytes
                    break
            if not waiting:
                return
            finished, _ = wait(waiting, timeout=_BEAT, return_when=FIRST_COMPLETED)
            for future in finished:
                path = waiting.pop(future)
                future.result()
                sent(path)
            if not finished:
                sent("")
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def all_of(work: Callable[[str], None], paths: Iterable[str], workers: int) -> None:
    """Do something small for every path."""
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(work, paths))
