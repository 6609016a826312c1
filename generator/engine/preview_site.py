"""The site as it would be if all were approved, rendered page by page as it is asked for."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.model.address import Site
from generator.model.diagnostic import Diagnostic
from generator.model.job import Job, JobError
from generator.model.page import Page
from generator.pipeline.build_day import build_day
from generator.pipeline.checking import check_reading
from generator.pipeline.planning import Plan, lay_out
from generator.pipeline.progress import Progress, silent
from generator.pipeline.project import Project, program_version
from generator.pipeline.reading import read_catalogue
from generator.pipeline.register_cache import read_settings
from generator.pipeline.search_index import SearchIndex
from generator.pipeline.survey import Memory, survey
from generator.pipeline.workers import SerialExecutor, default_jobs, make_executor
from generator.publish.jobs import JobCache
from generator.publish.manifest import Output
from generator.render import template_values
from generator.render.pictures import searched_pictures
from generator.render.specimens import style_view
from generator.review.publication import State
from generator.review.verdict import ReviewState, Verdict
from generator.search.manifest import FOLDER

from .environment import SiteEnvironment, make_environment
from .theme import ThemeFiles, install_theme


@dataclass(frozen=True)
class Edition:
    """One state of the previewed site. ``number`` grows with every change."""

    number: int
    plan: Plan
    pages: dict[str, Page]
    env: SiteEnvironment
    theme: ThemeFiles
    stale: frozenset[str]
    """Entries that have errors now and are shown as they were before."""
    rendered: dict[str, str] = field(default_factory=dict)
    """Pages that were asked for already, by address."""

    @cached_property
    def jobs(self) -> dict[str, Job]:
        """Jobs by each of their outputs."""
        return {output: job for job in self.plan.jobs for output in job.outputs}


class PreviewSite:
    """Reads the project and renders from it. ``refresh`` runs in one thread, ``html`` and ``file`` in others."""

    def __init__(
        self, config: MkDocsConfig, asked: datetime | None, clock: Callable[[], datetime], progress: Progress
    ) -> None:
        self.project = Project(Path(config.config_file_path).resolve().parent)
        self.site = Site.at(config.site_url)
        self.jobs = JobCache(self.project.cache / "jobs")
        self._config = config
        self._asked = asked
        self._clock = clock
        self._progress = progress
        self._memory = Memory()
        self._rendering = threading.Lock()
        self._searching = threading.Lock()
        self._indexed: tuple[int, dict[str, str]] | None = None
        self.edition = self._read(1)
        gc.freeze()
        gc.enable()  # a command that stays

    def refresh(self, changed: frozenset[str] = frozenset()) -> Edition:
        """Take over what changed on disk: ``changed`` as `changes` tells it, or anything when it is empty."""
        gc.disable()  # millions of values that live on; looking through them costs more than reading
        try:
            self.edition = self._read(self.edition.number + 1, changed)
        finally:
            gc.enable()
        return self.edition

    def _read(self, number: int, changed: frozenset[str] = frozenset()) -> Edition:
        theme = install_theme(self._config.theme)
        self.now = now = build_day(read_settings(self.project).today, self._asked, self._clock())
        found = survey(self.project, self._memory, changed)
        with make_executor(default_jobs()) if not self._memory.shards else SerialExecutor() as executor:
            reading = read_catalogue(self.project, found, executor, self._progress, self._memory)
        check = check_reading(self.project, reading, now, self._progress)
        entries = {**reading.catalogue.entries, **reading.last_good}
        catalogue = replace(reading.catalogue, entries=dict(sorted(entries.items())))
        check = replace(check, catalogue=catalogue)
        over = (State.EXPIRED, State.WITHDRAWN)
        shown = frozenset(entry_id for entry_id in entries if check.publication.states.get(entry_id) not in over)
        plan = lay_out(self.project, found, reading, check, shown, now, self.site, program_version())
        cache = self.project.cache / "templates"
        env = make_environment(theme.loader(), self.site, theme, plan.shared, cache, self._file_size)
        return Edition(
            number,
            plan,
            {page.address: page for page in plan.pages},
            env,
            theme,
            frozenset(reading.last_good),
        )

    def html(self, address: str) -> str | None:
        """The page at ``address``; None when there is none."""
        edition = self.edition
        page = edition.pages.get(address)
        if page is None:
            return None
        with self._rendering:
            if address not in edition.rendered:
                values = template_values(page, page.make_view(), edition.plan.shared, edition.plan.texts([page]))
                edition.rendered[address] = edition.env.get_template(page.template).render(values)
            return edition.rendered[address]

    def style_page(self) -> str:
        """All components with hard data, in this project's colours. It is no page of the site."""
        edition = self.edition
        with self._rendering:
            return edition.env.get_template("style.html").render(view=style_view(self.site), linked_data=None)

    def asset(self, address: str) -> bytes | None:
        """An asset of the theme; None when there is none."""
        theme = self.edition.theme
        folder, mark, name = address.partition(theme.asset_folder + "/")
        return theme.content(name) if mark and not folder and name in theme.assets() else None

    def file(self, address: str) -> Path | None:
        """A picture or download that is made when it is asked for the first time; None when there is none."""
        if address.startswith(FOLDER):
            return self._search_file(address)
        job = self.edition.jobs.get(address)
        if job is None:
            return None
        try:
            list(self.jobs.run([job], SerialExecutor(), silent))
        except (JobError, OSError):
            return None
        made = self.jobs.place(job) / address
        return made if made.is_file() else None

    def _search_file(self, address: str) -> Path | None:
        """A file of the search index, which is made when somebody searches, apart from the published one."""
        edition, folder = self.edition, self.project.cache / "preview-search"
        made = folder / "site" / address
        return made if address in self._search_index(edition, folder) and made.is_file() else None

    def search_files(self) -> dict[str, Path]:
        """All files of the search index by address."""
        folder = self.project.cache / "preview-search"
        return {address: folder / "site" / address for address in self._search_index(self.edition, folder)}

    def _search_index(self, edition: Edition, folder: Path) -> dict[str, str]:
        with self._searching:
            if self._indexed is None or self._indexed[0] != edition.number:
                known = {path: Output(digest, 0, 0) for path, digest in (self._indexed or (0, {}))[1].items()}
                pictures = searched_pictures(edition.plan.data, self.site)
                index = SearchIndex(folder / "buckets", program_version(), edition.plan.reading.store, pictures)
                self._indexed = edition.number, index.write(edition.plan.data, folder / "site", known, 1)
            return self._indexed[1]

    def _file_size(self, address: str) -> int:
        made = self.file(address)
        return made.stat().st_size if made else 0

    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong in this edition."""
        return self.edition.plan.check.diagnostics

    def state_of(self, address: str) -> str:
        """What a ribbon says about the page at ``address``: its entry's state, "" when it is simply live."""
        page = self.edition.pages.get(address)
        entry_id = page.body_of if page else ""
        if entry_id in self.edition.stale:
            return "稿件有错误，这里显示的是上一次正确的样子"
        publication = self.edition.plan.check.publication
        state, verdict = publication.states.get(entry_id), publication.verdicts.get(entry_id)
        if state is not None and state is not State.LIVE:
            return f"{publication.why_hidden(entry_id)}{_needs(verdict)}，公开网站上看不到"
        if verdict is None or verdict.is_current:
            return ""
        waits = "、".join(stage.label for stage in verdict.waits_for)
        return f"{verdict.state.label}{waits and f'，等{waits}'}{_needs(verdict)}，公开网站上还是上一版"


def _needs(verdict: Verdict | None) -> str:
    """What has to happen besides what the state says: why it came back, or the stages that nobody was asked for yet."""
    if verdict is None or verdict.taken_back is not None:
        return ""
    if verdict.state is ReviewState.RETURNED and verdict.remarks:
        return f"（{verdict.remarks.rstrip('。')}）"
    if verdict.state in (ReviewState.DRAFT, ReviewState.CHANGED) and verdict.missing:
        return f"，要经过{'、'.join(stage.label for stage in verdict.missing)}"
    return ""
