"""Builds a project in a forked process and breaks it at the n-th change of a file: it dies, is interrupted, or fails.

Changes are the calls that alter files or folders: what lies between two of them looks the same from outside.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
import signal
import sys
from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn

from sites.site import TODAY, Site, moment

from generator.engine.build import build_site
from generator.engine.outcome import BuildRequest, BuildStopped
from generator.publish import exchange

CHANGES = ("replace", "rename", "link", "unlink", "mkdir", "makedirs", "rmdir")
KILLED = -signal.SIGKILL


class Broken(NamedTuple):
    """How the process ended (negative: by a signal), its last words, how many changes it had made."""

    code: int
    message: str
    changes: int


def build_broken(site: Site, how: str, at: int = 0) -> Broken:
    """Build; at change number ``at`` be killed (``kill``), interrupted, or fail with an ``errno`` such as ``ENOSPC``."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _build(site, how, at, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        words = pipe.read().decode()
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    count, _, message = words.partition(" ")
    return Broken(code, message, int(count or 0))


def _build(site: Site, how: str, at: int, report: int) -> NoReturn:
    breaker = _Breaker(how, at)
    code, message = 3, ""
    try:
        breaker.arm()
        build_site(site.root / "mkdocs.yml", BuildRequest(moment(TODAY), jobs=1))
        code = 0
    except BuildStopped as stopped:
        code, message = 1, str(stopped)
    except KeyboardInterrupt:
        code = 130
    except BaseException as error:
        message = f"{type(error).__name__}: {error}"
    finally:
        os.write(report, f"{breaker.changes} {message}".encode())
        os._exit(code)


class _Breaker:
    def __init__(self, how: str, at: int) -> None:
        self.how, self.at, self.changes = how, at, 0

    def arm(self) -> None:
        for name in CHANGES:
            setattr(os, name, self._counted(getattr(os, name)))
        shutil.rmtree = self._counted(shutil.rmtree)  # type: ignore[assignment]
        exchange._exchange_at_once = self._counted(exchange._exchange_at_once)
        real_open = builtins.open

        def opened(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if set(mode) & set("wax+"):
                self._step(file)
            return real_open(file, mode, *arguments, **options)

        builtins.open = opened  # type: ignore[assignment]
        io.open = opened  # type: ignore[assignment]

    def _counted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            self._step(arguments[0] if arguments else "")
            return function(*arguments, **options)

        return counted

    def _step(self, what: Any) -> None:
        self.changes += 1
        if self.changes != self.at or self.how == "count":
            return
        if self.how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.how == "interrupt":
            raise KeyboardInterrupt
        code = getattr(errno, self.how)
        raise OSError(code, os.strerror(code), str(what))


def points(changes: int, wanted: int, last: int = 12) -> list[int]:
    """Numbers of changes spread over a build; the ``last`` ones, around the exchange, are all among them."""
    spread = {1 + number * changes // wanted for number in range(wanted)}
    return sorted(spread | set(range(max(1, changes - last), changes)))


assert sys.platform != "win32", "publication builds run on Linux"
