"""What a build has to make: the pages and jobs of everything that is public, and which of them are new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from generator.derive.site_data import SiteData, derive
from generator.model.address import Site, output_file
from generator.model.job import Job
from generator.model.page import Page, View
from generator.publish.manifest import Manifest
from generator.read.store import shard_of
from generator.render import fingerprint, shared_view, site_jobs, site_pages

from .checking import CheckResult, check_reading
from .page_texts import PageTexts
from .progress import Progress, silent
from .project import Project
from .reading import Reading, Survey, read_catalogue
from .workers import make_executor


@dataclass(frozen=True)
class Plan:
    """Everything that the public site of one moment consists of.

    ``base`` is digested into every page's fingerprint: what all pages depend on.
    """

    check: CheckResult
    reading: Reading
    data: SiteData
    root: Path
    pages: Sequence[Page]
    shared: View
    base: str

    @cached_property
    def jobs(self) -> Sequence[Job]:
        """Photos, covers, downloads and data files; worked out when they are wanted, which a preview may never be."""
        return site_jobs(self.data, self.root)

    def texts(self, pages: Iterable[Page]) -> PageTexts:
        """Fetches the texts of entries, as ``pages`` want them."""
        return PageTexts(self.reading.store, pages)


def plan_site(
    project: Project,
    found: Survey,
    now: datetime,
    site: Site,
    base: str,
    executor: Executor | None = None,
    progress: Progress = silent,
) -> Plan:
    """Read, check, decide, derive and lay out the site as of ``now``. The caller judges the diagnostics."""
    reading = read_catalogue(project, found, executor, progress)
    check = check_reading(project, reading, now, progress)
    return lay_out(project, reading, check, check.publication.public, now, site, base)


def lay_out(
    project: Project,
    reading: Reading,
    check: CheckResult,
    public: frozenset[str],
    now: datetime,
    site: Site,
    base: str,
) -> Plan:
    """The site in which the entries of ``public`` are shown."""
    data = derive(check.catalogue, public, now.date())
    shared = shared_view(data, site)
    pages = sorted(site_pages(data, site), key=_shard_order)
    return Plan(check, reading, data, project.root, pages, shared, fingerprint_base(base, shared))


def fingerprint_base(base: str, shared: View) -> str:
    """``base`` (theme, program, settings of the engine) and what every page is given."""
    return fingerprint(Page("", "", lambda: shared), base)


def build_day(pinned: date | None, asked: datetime | None, clock: datetime) -> datetime:
    """The moment a build is for: the one asked for, else the day a demonstration pins, else the clock."""
    if asked is not None:
        return asked
    return datetime.combine(pinned, datetime.min.time()) if pinned is not None else clock


def _shard_order(page: Page) -> tuple[int, str]:
    """Pages of one shard of texts stand together, so that a shard is loaded once."""
    return (shard_of(page.body_of) if page.body_of else -1, page.address)


@dataclass(frozen=True)
class Selection:
    """``write`` are the pages whose output is missing or out of date, ``kept`` all others: file to fingerprint."""

    write: list[Page]
    kept: dict[str, str]


def select_pages(plan: Plan, live: Manifest, jobs: int) -> Selection:
    """Compare fingerprints with what is public. A page that is not there needs no fingerprint to be written."""
    known = [page for page in plan.pages if output_file(page.address) in live]
    absent = [page for page in plan.pages if output_file(page.address) not in live]
    kept: dict[str, str] = {}
    changed: list[Page] = []
    for page, digest in zip(known, _fingerprints(known, plan.base, jobs), strict=True):
        path = output_file(page.address)
        if live[path].fingerprint == digest:
            kept[path] = digest
        else:
            changed.append(page)
    return Selection(sorted(absent + changed, key=_shard_order), kept)


FEW_PAGES = 1_000
"""Up to so many fingerprints are faster here than in processes that must be started."""

_shared_pages: Sequence[Page] = ()
_shared_base = ""


def _fingerprints(pages: Sequence[Page], base: str, jobs: int) -> list[str]:
    """Fingerprints in the order of ``pages``, made by forked processes when there are many.

    Pages hold functions and are not sent anywhere: the children inherit them.
    """
    global _shared_pages, _shared_base
    if jobs < 2 or len(pages) <= FEW_PAGES:
        return [fingerprint(page, base) for page in pages]
    _shared_pages, _shared_base = pages, base
    try:
        step = -(-len(pages) // jobs)
        with make_executor(jobs - 1) as pool:
            futures: list[Future[list[str]]] = [
                pool.submit(_fingerprint_range, start, start + step) for start in range(step, len(pages), step)
            ]
            found = _fingerprint_range(0, step)
            for future in futures:
                found += future.result()
        return found
    finally:
        _shared_pages, _shared_base = (), ""


def _fingerprint_range(start: int, stop: int) -> list[str]:
    return [fingerprint(page, _shared_base) for page in _shared_pages[start:stop]]
