"""Who runs: how each generator's site is written, built, cleaned and where its output lies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import corpus, install
from .emit import eleventy, hugo, material_blog, plain_mkdocs
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


def _python_peers(*names: str) -> str:
    versions = dict(
        line.split("==") for line in _said(str(install.PYTHON_PEERS / "bin/pip"), "freeze").splitlines() if "==" in line
    )
    return " and ".join(f"{name} {versions[name]}" for name in names)


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

_WITHOUT_SEARCH = replace(
    ZOUJIN,
    name="zoujin-without-search",
    command=(
        sys.executable,
        "-P",
        str(Path(__file__).with_name("without_search.py")),
        "build",
        "--today",
        corpus.TODAY,
    ),
    version=lambda: "the same without its search index",
    serve=(),
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

_ELEVENTY = Contender(
    name="eleventy",
    command=("node", str(install.ELEVENTY), "--quiet"),
    write_site=eleventy.write_site,
    write_story=eleventy.write_story,
    version=lambda: "Eleventy " + _said("node", str(install.ELEVENTY), "--version"),
    env={"NODE_OPTIONS": "--max-old-space-size=8192"},
    limit=10000,
)

_MKDOCS = Contender(
    name="mkdocs",
    command=(str(install.MKDOCS), "build", "--quiet"),
    write_site=plain_mkdocs.write_site,
    write_story=plain_mkdocs.write_story,
    version=lambda: _python_peers("mkdocs", "mkdocs-material"),
    env={"NO_MKDOCS_2_WARNING": "1"},
    limit=10_000,
    same_pages=False,
    once=True,
)

_BLOG = Contender(
    name="material-blog",
    command=_MKDOCS.command,
    write_site=material_blog.write_site,
    write_story=material_blog.write_story,
    version=lambda: "its blog plugin",
    leftovers=(".cache",),
    env=_MKDOCS.env,
    limit=1000,
    same_pages=False,
    once=True,
)

CONTENDERS = {
    contender.name: contender
    for contender in (ZOUJIN, _WITHOUT_SEARCH, _HUGO, _HUGO_RELATED, _ELEVENTY, _MKDOCS, _BLOG)
}
YARDSTICK = "hugo"
"""The contender whose cold build every figure is divided by."""


def available(name: str) -> bool:
    """Whether a contender can run: peers are installed on demand, Zoujin must be there."""
    return name != "zoujin" or Path(ZOUJIN_COMMAND).exists()
