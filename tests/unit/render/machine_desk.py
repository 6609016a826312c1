"""Writes the pages that programs read, with the real templates, as the engine does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from builders import TODAY, City

from generator.engine.environment import make_environment
from generator.engine.theme import ThemeFiles
from generator.model.address import Site
from generator.model.body import EMPTY_BODY, Body
from generator.model.kit import NO_KITS, Kits
from generator.model.page import Page
from generator.read.theme_folder import built_in_theme
from generator.render import shared_view, site_pages, template_values

SITE = Site.at("https://example.org/volunteer/")


class Desk:
    """The site of a small city; ``bodies`` are texts by entry id. Every picture has ``size`` bytes."""

    def __init__(
        self,
        city: City,
        cache: Path,
        bodies: Mapping[str, Body] | None = None,
        site: Site = SITE,
        size: int = 54321,
        hidden: tuple[str, ...] = (),
        kits: Kits = NO_KITS,
    ) -> None:
        data = city.data(TODAY, hidden)
        theme = built_in_theme()
        loader = jinja2.ChoiceLoader([
            jinja2.FileSystemLoader(theme),
            jinja2.FunctionLoader(lambda name: "<svg xmlns=''></svg>" if name.startswith(".icons/") else None),
        ])  # fmt: skip
        files = ThemeFiles((theme,), "0" * 32)
        self.pages: dict[str, Page] = {page.address: page for page in site_pages(data, site, None, kits)}
        self._shared = shared_view(data, site)
        self._env = make_environment(loader, site, files, self._shared, cache, lambda _: size)
        self._read: Callable[[str], Body] = lambda id: (bodies or {}).get(id, EMPTY_BODY)

    def view(self, address: str) -> dict[str, Any]:
        """What the template is given."""
        return self.pages[address].make_view()

    def write(self, address: str) -> str:
        """The file at an address."""
        page = self.pages[address]
        return self._env.get_template(page.template).render(
            template_values(page, page.make_view(), self._shared, self._read)
        )
