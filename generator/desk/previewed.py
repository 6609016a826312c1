"""What the desk wants of the previewed site: the pages as ``zoujin serve`` shows them, and what they were made from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from generator.model.address import Site
from generator.model.page import Page
from generator.pipeline.planning import Plan
from generator.pipeline.project import Project


class Theme(Protocol):
    """The theme's files."""

    @property
    def asset_folder(self) -> str:
        """The address of the folder with style sheets and scripts."""


class Edition(Protocol):
    """One state of the site."""

    @property
    def number(self) -> int:
        """Grows with every change."""

    @property
    def plan(self) -> Plan:
        """What it was read and laid out as."""

    @property
    def pages(self) -> Mapping[str, Page]:
        """Its pages by address."""

    @property
    def theme(self) -> Theme:
        """What it looks like."""


class Previewed(Protocol):
    """A site whose pages are rendered as they are asked for. ``refresh`` runs in one thread, all else in others."""

    @property
    def project(self) -> Project:
        """Whose pages they are."""

    @property
    def site(self) -> Site:
        """Where its addresses begin."""

    @property
    def edition(self) -> Edition:
        """Its state now."""

    def refresh(self, changed: frozenset[str] = frozenset()) -> object:
        """Take over what changed on disk."""

    def html(self, address: str) -> str | None:
        """The page at an address."""

    def asset(self, address: str) -> bytes | None:
        """A style sheet, script or emblem."""

    def file(self, address: str) -> Path | None:
        """A picture or download."""
