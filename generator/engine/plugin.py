"""The MkDocs plugin: MkDocs' events, each handed to the build session."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, cast

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.model.address import Site
from generator.model.fields import TIME_ZONE
from generator.pipeline.machine import explain_os_error
from generator.pipeline.page_reads import read_view
from generator.pipeline.page_texts import PageTexts
from generator.pipeline.project import Project
from generator.pipeline.sources import read_text
from generator.pipeline.watching import watched_places
from generator.render import fingerprint, template_values
from generator.report.text import report_text

from .environment import make_environment
from .outcome import UNTOUCHED, BuildRequest, BuildStopped
from .pages import Made, SiteFile, SitePage
from .session import BuildSession
from .shares import ShareWriters, split
from .site_place import refuse_sources
from .template_trouble import explain_template_error
from .theme import install_theme


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin takes no options in ``mkdocs.yml``: settings are content."""


class ZoujinPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Turns MkDocs into the engine of a Zoujin site.

    ``request`` is set by our own commands; under plain ``mkdocs build`` it stays None and
    the defaults hold.
    """

    def __init__(self) -> None:
        super().__init__()
        self.request: BuildRequest | None = None
        self.session: BuildSession | None = None
        self._serving = False
        self._shares: list[Any] = []
        self._writers = ShareWriters()
        self._texts: PageTexts | None = None
        self._nav: Navigation | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Under ``mkdocs serve`` the output stays in the folder that MkDocs serves."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the lock and lead MkDocs' output into staging."""
        self.session, self._texts = None, None  # MkDocs keeps a plugin for its next build in the same process
        theme = install_theme(config.theme)
        project = Project(Path(config.config_file_path).resolve().parent)
        site_dir = Path(config.site_dir).resolve()
        refuse_sources(project, site_dir)
        session = BuildSession(
            project,
            Site.at(config.site_url),
            site_dir,
            theme,
            self.request or BuildRequest(),
            datetime.now(TIME_ZONE).replace(tzinfo=None),
            served=self._serving,
        )
        self.session = session
        session.start()
        config.site_dir = str(session.staging)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Start from nothing: what goes out is what our pages, jobs and asset list name."""
        pages = self._session.plan()
        self._shares = split(pages, self._session.request.jobs)
        if pages:
            self._texts = self._session.current_plan().texts(pages)
        return Files([SiteFile(page, config) for page in self._shares[0]])

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Pages stay out of the navigation; the empty one is what MkDocs' page function wants."""
        self._nav = nav
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Render with our environment, and start the other writers."""
        session = self._session
        if session.outcome is not None:
            return env
        plan = session.current_plan()
        ours = make_environment(
            session.theme.loader(),
            session.site,
            session.theme,
            plan.shared,
            session.project.cache / "templates",
            session.file_size,
        )
        for template in sorted({page.template for page in plan.pages}):
            ours.get_template(template)
        assert self._nav is not None
        self._writers.start(self._shares[1:], config, ours, self._nav)
        return ours

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a template its view and its text, and nothing of MkDocs' own context."""
        assert isinstance(page, SitePage), "on_files hands over nothing else"
        plan = self._session.current_plan()
        source = page.source
        view, reads = read_view(source, plan.data)
        page.made = Made(fingerprint(source, plan.base, view), reads)
        assert self._texts is not None, "there are texts as soon as there are pages to write"
        return cast(TemplateContext, template_values(source, view, plan.shared, self._texts))

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Note what was written."""
        assert isinstance(page, SitePage), "on_files hands over nothing else"
        self._session.written[page.source.address] = page.made
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Wait for all writers, then show the new site."""
        session = self._session
        session.written.update(self._writers.join())
        outcome = session.finish()
        session.close()
        config.site_dir = str(session.trees.public)
        if self.request is None and outcome.diagnostics:
            self._print(outcome.diagnostics)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind. Errors of the machine and of templates are said in an editor's words."""
        self.abandon()
        if isinstance(error, BuildStopped) and self.request is None and error.diagnostics:
            self._print(error.diagnostics)
        if isinstance(error, OSError):
            raise BuildStopped(explain_os_error(error) + UNTOUCHED) from error
        if isinstance(error, jinja2.TemplateError):
            raise BuildStopped(explain_template_error(error) + UNTOUCHED) from error

    def abandon(self) -> None:
        """Stop writing and remove what was written; the published site is as it was."""
        self._writers.stop()
        if self.session is not None:
            self.session.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """``mkdocs serve`` watches what we read."""
        for place in watched_places(Path(config.config_file_path).parent):
            server.watch(str(place))
        return server

    @property
    def _session(self) -> BuildSession:
        assert self.session is not None, "on_config comes first"
        return self.session

    def _print(self, diagnostics: Any) -> None:
        root = self._session.project.root
        sys.stderr.write(report_text(diagnostics, lambda path: read_text(root, path)))
