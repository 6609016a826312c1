"""Work that takes longer than a click: it runs by itself, and a page shows how far it is."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.pipeline.exchange import Tell
from generator.pipeline.machine import explain_os_error
from generator.pipeline.refused import Refused

_KEPT = 50


@dataclass(frozen=True)
class Ending:
    """What is shown when work is over: a headline, sentences, and lines that somebody else said (Git, the host).

    ``kept`` says that the work itself is safe though not all of it went through.
    """

    done: bool
    headline: str
    sentences: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    kept: bool = False


@dataclass
class Errand:
    """One piece of work: ``steps`` are what was done so far, the last one under way until there is an ``ending``."""

    id: str
    title: str
    entry_id: str = ""
    steps: list[str] = field(default_factory=list)
    ending: Ending | None = None
    over: threading.Event = field(default_factory=threading.Event)


Work = Callable[[Tell], Ending]


class Errands:
    """Runs one piece of work after another, each in a thread of its own: none of them must be cut off by a closed page."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._known: dict[str, Errand] = {}

    def start(self, title: str, entry_id: str, work: Work) -> Errand:
        """Begin some work."""
        errand = Errand(secrets.token_urlsafe(9), title, entry_id)
        while len(self._known) >= _KEPT:
            self._known.pop(next(iter(self._known)))
        self._known[errand.id] = errand
        threading.Thread(target=self._run, args=(errand, work)).start()
        return errand

    def get(self, id: str) -> Errand | None:
        """Work by its id."""
        return self._known.get(id)

    def _run(self, errand: Errand, work: Work) -> None:
        if not self._turn.acquire(blocking=False):
            errand.steps.append("等前一件事做完")
            self._turn.acquire()
        try:
            errand.ending = work(errand.steps.append)
        except Refused as refused:
            errand.ending = Ending(False, "没有做成", (str(refused),))
        except OSError as error:
            errand.ending = Ending(False, "没有做成", (explain_os_error(error),))
        except Exception:
            errand.ending = Ending(False, "程序出了故障，没有做成", ("请把运行审稿台的窗口里的内容发给维护人员。",))
            raise
        finally:
            self._turn.release()
            errand.over.set()
