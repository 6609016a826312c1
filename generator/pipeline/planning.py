"""What a build has to make: the pages and jobs of everything that is public, and which of them are new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from generator.derive.site_data import SiteData, derive
from generator.kits.jobs import kit_job
from generator.kits.planning import PlannedKit, plan_kits
from generator.kits.withdrawn import withdrawn_kits
from generator.model.address import HOME, Site, output_file
from generator.model.job import Job
from generator.model.kit import Kits
from generator.model.page import Page, View
from generator.publish.manifest import Manifest
from generator.read.store import shard_of
from generator.render import fingerprint, shared_view, site_jobs, site_pages
from generator.render.pictures import cover_drawing
from generator.render.typefaces import Typeface

from .checking import CheckResult, check_reading
from .live_versions import with_live_versions
from .page_reads import Ground, PageReads, Reads, read_view, site_ground, untouched
from .page_texts import PageTexts
from .progress import Progress, silent
from .project import Project
from .reading import Reading, read_catalogue
from .reviews import review
from .survey import Survey
from .typeface_search import find_typeface
from .workers import make_executor


@dataclass(frozen=True)
class Plan:
    """Everything that the public site of one moment consists of.

    ``base`` is digested into every page's fingerprint: what all pages depend on; ``ground``
    tells what changed since another build.
    """

    check: CheckResult
    reading: Reading
    data: SiteData
    root: Path
    pages: Sequence[Page]
    shared: View
    base: str
    ground: Ground
    face: Typeface | None = None
    """What share pictures are set in."""
    kits: Sequence[PlannedKit] = ()
    notices: Sequence[Job] = ()
    """What stands where kits were whose entries were taken back."""
    origin: str = ""
    """The full address of the site's root; "" when no host is known."""

    @cached_property
    def jobs(self) -> Sequence[Job]:
        """Photos, covers, share pictures, downloads, data files and media kits; worked out when they are wanted, which a
        preview may never be."""
        kits = [kit_job(kit, self.root, self.origin, self.reading.store) for kit in self.kits]
        return [*site_jobs(self.data, self.root, self.face, by_entry(self.kits)), *kits, *self.notices]

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
    reviews = review(project, reading)
    if reviews is not None:
        reading = with_live_versions(project, reading, reviews)
    check = check_reading(project, reading, now, progress, reviews)
    return lay_out(project, found, reading, check, check.publication.public, now, site, base)


def lay_out(
    project: Project,
    found: Survey,
    reading: Reading,
    check: CheckResult,
    public: frozenset[str],
    now: datetime,
    site: Site,
    base: str,
) -> Plan:
    """The site in which the entries of ``public`` are shown."""
    data = derive(check.catalogue, public, now.date(), check.publication.gone)
    face = find_typeface(project.root, check.catalogue.settings)
    shared = shared_view(data, site, face)
    kits = plan_kits(data, site, cover_drawing)
    pages = sorted(site_pages(data, site, face, by_entry(kits)), key=_shard_order)
    base = fingerprint_base(base, shared)
    origin = site.full_url(HOME) if site.origin else ""
    ground = site_ground(base, found.registers, check.catalogue, check.publication, data.today)
    return Plan(
        check,
        reading,
        data,
        project.root,
        pages,
        shared,
        base,
        ground,
        face,
        kits,
        withdrawn_kits(data, site, project.root),
        origin,
    )


def by_entry(planned: Sequence[PlannedKit]) -> Kits:
    """The kits as pages show them."""
    return {each.kit.entry_id: each.kit for each in planned}


def fingerprint_base(base: str, shared: View) -> str:
    """``base`` (theme, program, settings of the engine) and what every page is given."""
    return fingerprint(Page("", "", lambda: shared), base)


def _shard_order(page: Page) -> tuple[int, str]:
    """Pages of one shard of texts stand together, so that a shard is loaded once."""
    return (shard_of(page.body_of) if page.body_of else -1, page.address)


@dataclass(frozen=True)
class Selection:
    """``write`` are the pages whose output is missing or out of date, ``kept`` all others: file to fingerprint.

    ``reads`` is what the kept ones were made from, by address.
    """

    write: list[Page]
    kept: dict[str, str]
    reads: dict[str, Reads]


def select_pages(plan: Plan, live: Manifest, jobs: int, former: PageReads | None = None) -> Selection:
    """Compare fingerprints with what is public. A page that is not there needs no fingerprint to be written.

    ``former`` is the record of the build that made what is ``live``, if there is one: what
    it shows to be untouched is not looked at.
    """
    rest = untouched(former, plan.ground)
    kept: dict[str, str] = {}
    reads: dict[str, Reads] = {}
    write: list[Page] = []
    doubtful: list[Page] = []
    for page in plan.pages:
        path = output_file(page.address)
        if path not in live:
            write.append(page)
        elif former is not None and page.address in rest:
            kept[path] = live[path].fingerprint
            reads[page.address] = former.reads[page.address]
        else:
            doubtful.append(page)
    for page, (digest, read) in zip(doubtful, _fingerprints(doubtful, plan.data, plan.base, jobs), strict=True):
        path = output_file(page.address)
        if live[path].fingerprint == digest:
            kept[path] = digest
            reads[page.address] = read
        else:
            write.append(page)
    return Selection(sorted(write, key=_shard_order), kept, reads)


FEW_PAGES = 1_000
"""Up to so many fingerprints are faster here than in processes that must be started."""

Found = tuple[str, Reads]
"""A page's fingerprint and what it was made from."""


@dataclass(frozen=True, slots=True)
class _Work:
    pages: Sequence[Page]
    data: SiteData
    base: str

    def found(self, start: int, stop: int) -> list[Found]:
        found = []
        for page in self.pages[start:stop]:
            view, reads = read_view(page, self.data)
            found.append((fingerprint(page, self.base, view), reads))
        return found


_work: _Work | None = None
"""What forked children find when they begin: pages hold functions and are not sent anywhere."""


def _fingerprints(pages: Sequence[Page], data: SiteData, base: str, jobs: int) -> list[Found]:
    """In the order of ``pages``, made by forked processes when there are many."""
    global _work
    work = _Work(pages, data, base)
    if jobs < 2 or len(pages) <= FEW_PAGES:
        return work.found(0, len(pages))
    _work = work
    try:
        step = -(-len(pages) // jobs)
        with make_executor(jobs - 1) as pool:
            futures: list[Future[list[Found]]] = [
                pool.submit(_found_by_child, start, start + step) for start in range(step, len(pages), step)
            ]
            found = work.found(0, step)
            for future in futures:
                found += future.result()
        return found
    finally:
        _work = None


def _found_by_child(start: int, stop: int) -> list[Found]:
    assert _work is not None, "forked without work"
    return _work.found(start, stop)
