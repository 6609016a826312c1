"""Where work runs: in forked processes on Linux, else one after the other in this one."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


class SerialExecutor(Executor):
    """Runs each call at once in this process."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run ``fn`` and give a finished future."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


def can_fork() -> bool:
    """Whether processes can be forked; macOS can, but its system libraries do not survive it."""
    return sys.platform.startswith("linux")


def default_jobs() -> int:
    """As many workers as this process may use cores."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_executor(jobs: int) -> Executor:
    """An executor of ``jobs`` forked processes, or a serial one for a single job or without fork."""
    if jobs < 2 or not can_fork():
        return SerialExecutor()
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork"))
