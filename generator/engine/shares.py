"""Pages are written by several forked processes at once, each with its share.

MkDocs itself writes the first share in its own loop; children that inherit everything by
fork write the others through the same function of MkDocs, so the bytes are the same.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs.commands.build import _build_page

from generator.model.page import Page
from generator.pipeline.workers import ForkedExecutor, can_fork
from generator.render.phrases import load_dictionary

from .pages import SiteFile, Written

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

FEW_PAGES = 200
"""Up to so many pages are written faster in one process than processes are started."""


def split(pages: Sequence[Page], jobs: int) -> list[Sequence[Page]]:
    """Shares of nearly equal size, in order; one when there are few pages or processes cannot be forked."""
    if jobs < 2 or len(pages) <= FEW_PAGES or not can_fork():
        return [pages]
    step = -(-len(pages) // jobs)
    return [pages[start : start + step] for start in range(0, len(pages), step)]


@dataclass(slots=True)
class _Work:
    shares: Sequence[Sequence[Page]]
    config: MkDocsConfig
    env: jinja2.Environment
    nav: Navigation


_work: _Work | None = None
"""What forked children find when they begin; set only while they are started."""


@dataclass(slots=True)
class ShareWriters:
    """The children that write all shares but the first."""

    _pool: ForkedExecutor | None = None
    _futures: list[Future[Written]] = field(default_factory=list)

    def start(
        self, shares: Sequence[Sequence[Page]], config: MkDocsConfig, env: jinja2.Environment, nav: Navigation
    ) -> None:
        """Fork a child for each of ``shares``; nothing happens when there are none."""
        global _work
        if not shares:
            return
        load_dictionary()
        gc.freeze()  # children then share the parent's memory instead of copying it page by page
        _work = _Work(shares, config, env, nav)
        self._pool = ForkedExecutor(len(shares))
        self._futures = [self._pool.submit(_write_share, number) for number in range(len(shares))]
        _work = None

    def join(self) -> Written:
        """Wait for all children; what they wrote. The first error is raised."""
        written: Written = {}
        try:
            for future in self._futures:
                written.update(future.result())
        finally:
            self.stop()
        return written

    def stop(self) -> None:
        """Let the children go, without waiting for work that nobody needs any more."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
            self._futures = []  # MkDocs keeps a plugin for its next build in the same process
            gc.unfreeze()


def _write_share(number: int) -> Written:
    assert _work is not None, "forked without work"
    written: Written = {}
    for page in _work.shares[number]:
        file = SiteFile(page, _work.config)
        _build_page(file.site_page, _work.config, [], _work.nav, _work.env)
        written[page.address] = file.site_page.made
    return written
