"""One build from lock to exchange, told apart from MkDocs' events that drive it."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path

from filelock import FileLock, Timeout

from generator.model.address import Site, output_file
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.model.job import Job
from generator.model.page import Page
from generator.model.review_stages import ReviewMode
from generator.pipeline.build_day import build_day
from generator.pipeline.page_reads import PageReads, ReadsStore
from generator.pipeline.planning import Plan, Selection, plan_site, select_pages
from generator.pipeline.project import Project, program_version
from generator.pipeline.register_cache import read_settings
from generator.pipeline.search_index import SearchIndex
from generator.pipeline.survey import Survey, survey
from generator.pipeline.typeface_search import find_typeface
from generator.pipeline.workers import make_executor
from generator.publish.jobs import JobCache
from generator.publish.manifest import ManifestStore, Output
from generator.publish.tree import Trees
from generator.render.pictures import searched_pictures
from generator.render.typefaces import Typeface

from .last_build import LastBuild
from .outcome import UNTOUCHED, BuildRequest, BuildStopped, Outcome
from .pages import Written
from .site_place import refuse_foreign
from .theme import ThemeFiles

LOCK_SECONDS = 900
"""How long a build waits for another one: a first build of a large site with photos takes minutes."""


class BuildSession:
    """The state of one build. Use in order: ``start``, ``plan``, then the engine writes pages, then ``finish``.

    With ``served`` everything is written into ``site_dir`` and stays there, for a server that
    shows that folder; else into ``staging``, and the finished site takes the place of ``site_dir``.
    """

    def __init__(
        self,
        project: Project,
        site: Site,
        site_dir: Path,
        theme: ThemeFiles,
        request: BuildRequest,
        clock: datetime,
        *,
        served: bool = False,
    ) -> None:
        self.project = project
        self.site = site
        self.theme = theme
        self.request = request
        self.trees = Trees(site_dir, ManifestStore(project.cache / "manifests"))
        self.staging = site_dir if served else self.trees.staging(str(os.getpid()))
        self.jobs = JobCache(project.cache / "jobs")
        self.outcome: Outcome | None = None
        self.written: Written = {}
        self.now = clock
        self._clock = clock
        self._served = served
        self._lock = FileLock(project.lock)
        self._last_build = LastBuild(project.cache / "last-build.json")
        self._page_reads = ReadsStore(project.cache / "page-reads.pickle", program_version())
        self._plan: Plan | None = None
        self._selection = Selection([], {}, {})
        self._live: dict[str, Output] = {}
        self._makers: dict[str, Job] = {}
        self._inputs = ""
        self._collecting = gc.isenabled()

    # ── start ──

    def start(self) -> None:
        """Take the lock, mend what a killed build left, and make an empty staging folder."""
        gc.disable()  # a build makes millions of values that live until its end
        self.project.prepare_cache()
        self._take_lock()
        if not self._served:
            self.trees.prepare()
            refuse_foreign(self.trees)
        if self.request.clean:
            self.project.empty_cache()
            shutil.rmtree(self.trees.spare, ignore_errors=True)
        if not self._served:
            self.staging.mkdir(parents=True)

    def _take_lock(self) -> None:
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            self.request.progress("另一个构建正在进行，等它结束", 0, 0)
            try:
                self._lock.acquire(timeout=LOCK_SECONDS)
            except Timeout:
                raise BuildStopped(
                    "另一个构建一直没有结束。请确认没有别的窗口在运行 zoujin build，再试一次。"
                ) from None

    # ── plan ──

    def plan(self) -> list[Page]:
        """The pages that must be written; none when nothing changed.

        Raises:
            BuildStopped: the content has errors, or a picture cannot be used.
        """
        settings = read_settings(self.project)
        self.now = build_day(settings.today, self.request.now, self._clock)
        found = survey(self.project)
        self._live = {} if self._served else self.trees.live_manifest()
        self._inputs = self._inputs_digest(found, self.now.date(), find_typeface(self.project.root, settings))
        if found.settled and self._live:
            self.outcome = self._last_build.again(self._inputs, self.now, self.trees.public, len(self._live))
        if self.outcome is not None:
            return []
        with make_executor(self.request.jobs) as executor:
            plan = plan_site(self.project, found, self.now, self.site, self._base(), executor, self.request.progress)
            if plan.check.errors:
                raise BuildStopped(
                    f"有 {plan.check.errors} 处错误，先改好再生成。{UNTOUCHED}",
                    tuple(plan.check.diagnostics),
                )
            failures = list(self.jobs.run(self._undelivered(plan.jobs), executor, self.request.progress))
        if failures:
            raise BuildStopped(
                f"有 {len(failures)} 个图片或附件不能用，先换好再生成。{UNTOUCHED}",
                tuple(
                    Diagnostic(label, Mark(), "photo-unreadable", Severity.ERROR, reason) for label, reason in failures
                ),
            )
        self._plan = plan
        former = self._page_reads.load(self.trees.public) if self._live else None
        self._selection = select_pages(plan, self._live, self.request.jobs, former)
        return self._selection.write

    def current_plan(self) -> Plan:
        """The plan that pages are written from."""
        assert self._plan is not None, "plan() comes first"
        return self._plan

    def file_size(self, address: str) -> int:
        """The bytes of a picture or another job's output, which is done by now or public already."""
        if not self._makers:
            self._makers = {output: job for job in self.current_plan().jobs for output in job.outputs}
        job = self._makers[address]
        if self._is_live(address, job.key):
            return self._live[address].size
        return (self.jobs.place(job) / address).stat().st_size

    def _undelivered(self, jobs: Iterable[Job]) -> list[Job]:
        """Jobs with an output that is not public yet, or not as it should be."""
        return [job for job in jobs if not all(self._is_live(output, job.key) for output in job.outputs)]

    def _is_live(self, path: str, fingerprint: str) -> bool:
        return path in self._live and self._live[path].fingerprint == fingerprint

    def _base(self) -> str:
        return f"{program_version()} {self.theme.digest} {self.site.origin}{self.site.prefix}"

    def _inputs_digest(self, found: Survey, today: date, face: Typeface | None) -> str:
        type_set = face.identity if face else ""
        return blake2b(f"{self._base()} {found.digest} {today} {type_set}".encode(), digest_size=16).hexdigest()

    # ── finish ──

    def finish(self) -> Outcome:
        """Add pictures and assets to what was written and show it all."""
        if self.outcome is not None:
            return self.outcome
        plan = self.current_plan()
        wanted = dict(self._selection.kept)
        wanted.update((output_file(address), made.fingerprint) for address, made in self.written.items())
        photos = self._deliver_jobs(plan, wanted)
        self._deliver_assets(wanted)
        wanted |= self._search_index(plan).write(plan.data, self.staging, self._live, self.request.jobs)
        if not self._served:
            self._last_build.forget()
            self._page_reads.forget()
            self.trees.show(self.staging, self._live, wanted)
        states = plan.check.publication.states
        self.outcome = Outcome(
            self.trees.public,
            self.now,
            len(plan.check.catalogue.entries),
            len(plan.pages),
            len(self.written),
            photos,
            unchanged=False,
            held_back=tuple(
                (entry_id, plan.check.publication.why_hidden(entry_id))
                for entry_id, state in states.items()
                if state.value != "live"
            ),
            next_change=plan.check.publication.next_change,
            diagnostics=tuple(plan.check.diagnostics),
            warnings=sum(item.severity is Severity.WARNING for item in plan.check.diagnostics),
            review=plan.check.reviews.in_words if plan.check.reviews else ReviewMode.OFF.label,
            behind=tuple(
                entry_id
                for entry_id, verdict in plan.check.publication.verdicts.items()
                if entry_id in plan.check.publication.public and not verdict.is_current
            ),
            without_type=plan.data.catalogue.settings.share_pictures and plan.face is None,
        )
        if not self._served:
            self._keep_for_next_time(plan, self.outcome, len(wanted))
        return self.outcome

    def _deliver_jobs(self, plan: Plan, wanted: dict[str, str]) -> int:
        delivered = 0
        for job in plan.jobs:
            for output in job.outputs:
                wanted[output] = job.key
                if not self._is_live(output, job.key):
                    self.jobs.deliver(job, output, self.staging / output)
                    delivered += 1
        return delivered

    def _deliver_assets(self, wanted: dict[str, str]) -> None:
        for name in self.theme.assets():
            path = f"{self.theme.asset_folder}/{name}"
            wanted[path] = self.theme.digest
            if not self._is_live(path, self.theme.digest):
                target = self.staging / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self.theme.content(name))

    def _search_index(self, plan: Plan) -> SearchIndex:
        pictures = searched_pictures(plan.data, self.site)
        return SearchIndex(self.project.cache / "search", program_version(), plan.reading.store, pictures)

    def _keep_for_next_time(self, plan: Plan, outcome: Outcome, files: int) -> None:
        """The new site is public: that a record cannot be kept costs time, and is no failure any more."""
        with suppress(OSError):
            self.jobs.prune(plan.jobs)
            reads = {**self._selection.reads, **{address: made.reads for address, made in self.written.items()}}
            self._page_reads.save(self.trees.public, PageReads(plan.ground, reads))
            self._last_build.remember(outcome, self._inputs, files)

    def close(self) -> None:
        """Remove staging and give the lock back, however the build ended."""
        if not self._served:
            shutil.rmtree(self.staging, ignore_errors=True)
        self._lock.release()
        if self._collecting:
            gc.enable()
