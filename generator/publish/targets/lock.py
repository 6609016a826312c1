"""One publication at a time to one target: a file there that says who is at it.

Its age is told by the target's own clock, by comparing it with a file put there just now. The
publisher renews it while it works; one that was killed leaves a lock that expires.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from .remote_manifest import STATE
from .site_files import Headers
from .store import Outgoing, Store, untold
from .trouble import TargetTrouble

LOCK = f"{STATE}lock.json"
_CLOCK = f"{STATE}clock"
_PLAIN = Headers("application/json", "no-store")

_POLL = 5.0
"""Seconds between two looks at another's lock."""

EXPIRES = 300.0
"""Seconds after which a lock that nobody renewed does not count."""


def state_file(path: str, content: bytes) -> Outgoing:
    """A file of our own bookkeeping, which no browser should keep."""
    return Outgoing(path, _PLAIN, lambda: content)


def clock_of(store: Store) -> float:
    """The time at the target: that of a file put there just now."""
    store.put([state_file(_CLOCK, b"{}")], untold)
    return store.clock(_CLOCK) or 0.0


@dataclass(slots=True)
class PublishLock:
    """``who`` tells people whose publication it is, such as a machine's name."""

    store: Store
    who: str
    expires: float = EXPIRES
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    _renewed: float = 0.0

    def take(self, wait_seconds: float, said: Callable[[str], None]) -> float:
        """Take the lock, waiting for another publication as long as ``wait_seconds``; the target's time.

        Raises:
            TargetTrouble: the other one is still at it.
        """
        give_up = time.monotonic() + wait_seconds
        while True:
            now = clock_of(self.store)
            if self.store.put_first(self._file()) and self._is_mine():
                self._renewed = time.monotonic()
                return now
            since = self.store.clock(LOCK)
            age = now - since if since is not None else 0.0
            if since is not None and age >= self.expires:
                self.store.remove([LOCK])
                continue
            other = self._holder() or "另一次发布"
            left = max(1, round(self.expires - age))
            if time.monotonic() >= give_up:
                raise TargetTrouble(
                    f"{other}正在发布到这里，同时只能有一个。等它发完再试；"
                    f"它要是已经中断了，{left} 秒后锁自动失效。想等着，加上 --wait 分钟数。"
                )
            said(f"{other}正在发布，等它发完")
            time.sleep(min(_POLL, left, max(0.05, give_up - time.monotonic())))

    def renew(self) -> None:
        """Say that the publication is alive; cheap when called often.

        Raises:
            TargetTrouble: somebody else has taken over.
        """
        if time.monotonic() - self._renewed < self.expires / 5:
            return
        if not self._is_mine():
            raise TargetTrouble("发布停了太久，别人已经接着发布了。等对方发完，再运行一次 zoujin publish。")
        self.store.put([self._file()], untold)
        self._renewed = time.monotonic()

    def release(self) -> None:
        """Let others publish."""
        if self._is_mine():
            self.store.remove([LOCK])

    def _file(self) -> Outgoing:
        return state_file(LOCK, json.dumps({"token": self.token, "who": self.who}, ensure_ascii=False).encode())

    def _is_mine(self) -> bool:
        return self._content().get("token") == self.token

    def _holder(self) -> str:
        who = str(self._content().get("who", ""))
        return f"“{who}”" if who else ""

    def _content(self) -> dict[str, object]:
        try:
            content = json.loads(self.store.read(LOCK) or b"{}")
        except ValueError:
            return {}
        return content if isinstance(content, dict) else {}
