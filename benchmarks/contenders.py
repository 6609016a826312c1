"""Who runs: how each generator's site is written, built, cleaned and where its output lies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import corpus, install
from .emit import hugo
from .stories import Story


@dataclass(frozen=True)
class Contender:
    """A site generator in the race.

    ``write_site(folder, size)`` makes its project, ``write_story(folder, story)`` writes
    one story of it again. ``command`` runs in the project's folder and fills ``output``;
    ``leftovers`` are what else a cold start must not find. ``limit`` is the largest
    corpus it runs by default. ``serve`` starts its preview, ``{port}`` standing for the
    port, and ``same_pages`` says that its pages must be exactly those of Hugo.
    """

    name: str
    command: tuple[str, ...]
    write_site: Callable[[Path, int], None]
    write_story: Callable[[Path, Story], None]
    version: Callable[[], str]
    output: str = "site"
    leftovers: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)
    limit: int = 1_000_000
    serve: tuple[str, ...] = ()
    same_pages: bool = True
    once: bool = False
    """Too slow to be repeated: one cold run, whatever the number of rounds."""

    def clean(self, folder: Path) -> None:
        """Remove output and caches."""
        for name in (self.output, *self.leftovers):
            shutil.rmtree(folder / name, ignore_errors=True)
            (folder / name).unlink(missing_ok=True)

    def environment(self) -> dict[str, str]:
        """The variables it runs with."""
        return {**os.environ, "PYTHONHASHSEED": "0", "TZ": "Asia/Shanghai", **self.env}


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


ZOUJIN_COMMAND = str(Path(sys.executable).with_name("zoujin"))

ZOUJIN = Contender(
    name="zoujin",
    command=(ZOUJIN_COMMAND, "build", "--today", corpus.TODAY),
    write_site=corpus.write_corpus,
    write_story=corpus.write_story,
    version=lambda: "Zoujin " + _said(ZOUJIN_COMMAND, "--version").split()[-1],
    leftovers=(".zoujin",),
    serve=(ZOUJIN_COMMAND, "serve", "--today", corpus.TODAY, "--port", "{port}"),
)

_HUGO = Contender(
    name="hugo",
    command=(str(install.HUGO), "--quiet"),
    write_site=hugo.write_site,
    write_story=hugo.write_story,
    version=lambda: "Hugo " + _said(str(install.HUGO), "version").split()[1].split("-")[0].lstrip("v"),
    output="public",
    leftovers=("resources", ".hugo_build.lock"),
    serve=(str(install.HUGO), "server", "--bind", "127.0.0.1", "--port", "{port}"),
)

_HUGO_RELATED = Contender(
    name="hugo-related",
    command=_HUGO.command,
    write_site=hugo.write_site_with_related,
    write_story=hugo.write_story,
    version=_HUGO.version,
    output=_HUGO.output,
    leftovers=_HUGO.leftovers,
    limit=3000,
    once=True,
)

CONTENDERS = {contender.name: contender for contender in (ZOUJIN, _HUGO, _HUGO_RELATED)}
YARDSTICK = "hugo"
"""The contender whose cold build every figure is divided by."""


def available(name: str) -> bool:
    """Whether a contender can run: peers are installed on demand, Zoujin must be there."""
    return name != "zoujin" or Path(ZOUJIN_COMMAND).exists()
