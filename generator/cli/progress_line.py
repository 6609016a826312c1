"""Progress on a terminal as a line that changes, elsewhere as a line now and then."""

from __future__ import annotations

import sys
import time

import click


class ProgressLine:
    """A progress callback: stage, how much is done, how much there is (0 when unknown)."""

    INTERVAL = 0.1
    PLAIN_INTERVAL = 5.0

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._stage = ""
        self._last = 0.0
        self._width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it, unless something was shown a moment ago."""
        now = time.monotonic()
        interval = self.INTERVAL if self._terminal else self.PLAIN_INTERVAL
        is_news = stage != self._stage or (total and done == total)
        if not is_news and now - self._last < interval:
            return
        if not self._terminal and stage == self._stage and now - self._last < interval:
            return
        self._stage, self._last = stage, now
        text = f"{stage} {done}/{total}" if total else stage
        if self._terminal:
            click.echo(f"\r{text}{' ' * max(0, self._width - len(text))}", nl=False, err=True)
            self._width = len(text)
        else:
            click.echo(text, err=True)

    def clear(self) -> None:
        """Remove the line from the terminal."""
        if self._terminal and self._width:
            click.echo(f"\r{' ' * (self._width * 2)}\r", nl=False, err=True)
        self._width = 0
