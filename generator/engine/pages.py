"""Our pages in MkDocs' clothes: nothing is read, parsed or looked up by MkDocs itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.model.address import output_file
from generator.model.page import Page
from generator.pipeline.page_reads import Reads

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class SiteFile(File):
    """A file of the site that has no source in ``docs_dir``."""

    def __init__(self, page: Page, config: MkDocsConfig) -> None:
        path = output_file(page.address)
        super().__init__(
            path,
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=path,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "zoujin"
        self.site_page = SitePage(page, self, config)
        self.page = self.site_page

    def is_documentation_page(self) -> bool:
        """All of ours are pages, whatever their name ends in."""
        return True


class Made(NamedTuple):
    """What a page was made from: its fingerprint, and the entries that it has read."""

    fingerprint: str
    reads: Reads


Written = dict[str, Made]
"""Pages that were written, by address."""


class SitePage(MkDocsPage):
    """A page whose HTML comes from its view. ``made`` is known once it is written."""

    def __init__(self, source: Page, file: SiteFile, config: MkDocsConfig) -> None:
        super().__init__(source.address or "home", file, config)
        self.source = source
        self.meta = {"template": source.template}
        self.made = Made("", frozenset())

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the text is fetched when the page is written."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render yet, see ``read_source``."""
        self.content = ""

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Links are checked by our rules, with file, line and column."""

    def _set_canonical_url(self, base: str | None) -> None:
        """Views carry canonical addresses."""

    def _set_edit_url(self, *_: Any, **__: Any) -> None:
        """Public pages have no edit link."""
