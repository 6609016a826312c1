"""Views become HTML by the desk's own templates, in the style of the site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2

from .doors import Doors
from .office import Office
from .words import MODE_SAYS

FOLDER = "desk"
"""Within the theme."""
ASSETS = {"desk.css": "text/css; charset=utf-8", "desk.js": "text/javascript; charset=utf-8"}


class Pages:
    """Makes pages. ``theme`` is the folder with the theme's templates."""

    def __init__(self, office: Office, doors: Doors, theme: Path) -> None:
        self.office = office
        self.doors = doors
        self.folder = theme / FOLDER
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(self, template: str, title: str, person: str, view: Mapping[str, Any]) -> str:
        """The HTML of a page for ``person`` ("" when it is not known who she is)."""
        now = self.office.now
        known = now.desk.staff.people.get(person)
        site, edition = self.office.site.site, self.office.site.edition
        settings = now.desk.catalogue.settings
        return self._env.get_template(template).render(
            view=view,
            title=title,
            base=self.doors.base,
            sign=self.doors.sign,
            assets=site.url(edition.theme.asset_folder) + "/",
            site_name=settings.site_name,
            language="zh-CN",
            mode=now.desk.mode.label,
            mode_id=now.desk.mode.value,
            mode_says=MODE_SAYS[now.desk.mode],
            person=known.name if known else "",
            post="，".join(filter(None, (known.unit, known.post))) if known else "",
            trouble=now.trouble,
            loose=len(now.loose),
            unsent=now.unsent,
            number=now.number,
        )

    def asset(self, name: str) -> tuple[str, bytes] | None:
        """Type and content of one of the desk's own style sheets and scripts."""
        return (ASSETS[name], (self.folder / name).read_bytes()) if name in ASSETS else None
