"""Where work runs: in forked processes on Linux, else one after the other in this one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from types import TracebackType
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


class ForkedExecutor(ProcessPoolExecutor):
    """Runs calls in forked processes. Left with an exception, it drops the calls that have not begun."""

    def __init__(self, workers: int) -> None:
        super().__init__(workers, mp_context=multiprocessing.get_context("fork"), initializer=_leave_interrupts)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown(wait=True, cancel_futures=kind is not None)


def _leave_interrupts() -> None:
    """Ctrl+C reaches all processes of a terminal; the parent alone decides what to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
    return ForkedExecutor(jobs)
