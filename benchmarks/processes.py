"""Runs a command and measures it: wall time, processor time, peak memory of the whole process tree."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Usage:
    """What a run took. Seconds; ``peak`` in bytes, 0 when memory was not watched."""

    wall: float
    cpu: float
    peak: int = 0


class CommandError(Exception):
    """A contender's build ended with an error; the message holds the end of what it printed."""


def run(command: Sequence[str], folder: Path, env: Mapping[str, str], log: Path, *, watch: bool = False) -> Usage:
    """Run to the end in ``folder``.

    Memory is the largest sum of PSS (shared pages divided among those who share them) over
    the process and its descendants, sampled every 50 ms. Watching costs time, so times are
    taken from runs without it. Raises ``CommandError`` on a non-zero exit.
    """
    with log.open("wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=dict(env), stdout=sink, stderr=subprocess.STDOUT)
        peaks = [0]
        try:
            with _peak_memory(process.pid, peaks) if watch else nullcontext():
                _, status, usage = os.wait4(process.pid, 0)
        except BaseException:  # interrupted: the build must not go on behind our back
            process.kill()
            raise
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandError(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    return Usage(wall, usage.ru_utime + usage.ru_stime, max(peaks))


@contextmanager
def _peak_memory(root: int, peaks: list[int]) -> Iterator[None]:
    done = threading.Event()

    def watch() -> None:
        while not done.wait(SAMPLE_SECONDS):
            peaks[0] = max(peaks[0], sum(_pss(pid) for pid in _tree(root)))

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _tree(root: int) -> list[int]:
    """The process and all its descendants."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            for task in Path(f"/proc/{pid}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
        except OSError:  # it ended while we looked
            continue
    return found


def _pss(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
