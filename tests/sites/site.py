"""A whole project in a folder of its own, driven by chained calls.

``Site.mini(tmp_path).edit("stories/2026/night-bus/index.md", "热水", "热茶").build().page("index.html")``

Pictures are drawn here: none of the projects beside this file holds a binary file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from checked_project import check_project
from PIL import Image

from generator.engine.build import build_site
from generator.engine.outcome import BuildRequest, BuildStopped, Outcome
from generator.model.diagnostic import Diagnostic
from generator.pipeline.progress import silent
from generator.pipeline.project import Project
from tools import sample_reviews

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
TODAY = "2026-03-12"


def moment(text: str) -> datetime:
    """A day or a minute as an editor types it."""
    return datetime.fromisoformat(text)


class Site:
    """A project in ``root``; its public tree is ``public``. Methods that change or build it give it back."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.public = root / "site"
        self.outcome: Outcome | None = None
        self.diagnostics: list[Diagnostic] = []

    # ── beginnings ──

    @classmethod
    def from_dir(cls, source: Path, root: Path) -> Site:
        """A copy of the project in ``source``, without anything that was built or cached there."""
        shutil.copytree(
            source,
            root,
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns("site", ".site-*", ".zoujin", ".git", ".venv"),
        )
        return cls(root)

    @classmethod
    def mini(cls, root: Path) -> Site:
        """A copy of ``mini``: every kind of entry once or twice, one small picture."""
        return cls.from_dir(HERE / "mini", root).photo("stories/2026/night-bus/cup.jpg")

    @classmethod
    def sample(cls, root: Path) -> Site:
        """The sample city with all its pictures, as it is written: without its reviews, which only a repository holds to
        what was approved, and without what nobody has approved yet. Pictures are small, or they would take longest."""
        root.mkdir(parents=True, exist_ok=True)
        for name in ("mkdocs.yml", "stations.yaml"):
            shutil.copyfile(REPOSITORY / name, root / name)
        for name in ("content", "stories"):
            shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("review"))
        for id in (*sample_reviews.RETURNED, *sample_reviews.WAITING):
            shutil.rmtree(root / id)
        for path in root.rglob("*.jpg"):
            with Image.open(path) as picture:
                picture.draft("RGB", (800, 800))
                picture.thumbnail((800, 800))
                picture.save(path)
        (root / "theme").mkdir()
        return cls(root)

    @classmethod
    def empty(cls, root: Path) -> Site:
        """Nothing but ``mkdocs.yml``."""
        return cls(root).write(
            "mkdocs.yml", "site_name: 空站\nsite_url: https://hewan.example/\nplugins:\n  - zoujin\n"
        )

    @property
    def cache(self) -> Path:
        """Where this account keeps what was read and made."""
        return Project(self.root).cache

    # ── changes ──

    def write(self, path: str, text: str | bytes) -> Site:
        """Write a file whole, as an editor's program does when it saves."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
        return self

    def edit(self, path: str, old: str, new: str) -> Site:
        """Replace ``old``, which must be there, everywhere in a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not hold {old}"
        return self.write(path, text.replace(old, new))

    def front(self, path: str, line: str) -> Site:
        """Add a line to the metadata of ``path``."""
        return self.edit_once(path, "---\n", f"---\n{line}\n")

    def edit_once(self, path: str, old: str, new: str) -> Site:
        """Replace the first ``old`` in a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not hold {old}"
        return self.write(path, text.replace(old, new, 1))

    def remove(self, path: str) -> Site:
        """Remove a file or a folder."""
        target = self.root / path
        shutil.rmtree(target) if target.is_dir() and not target.is_symlink() else target.unlink()
        return self

    def move(self, old: str, new: str) -> Site:
        """Rename a file or a folder."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)
        return self

    def photo(self, path: str, colour: str = "teal", size: tuple[int, int] = (320, 200)) -> Site:
        """Draw a plain picture; its format is that of the name."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", size, colour).save(target)
        return self

    # ── runs ──

    def build(
        self,
        today: str = TODAY,
        *,
        jobs: int = 1,
        clean: bool = False,
        progress: Callable[[str, int, int], None] = silent,
    ) -> Site:
        """Build in this process; the outcome is in ``outcome``."""
        request = BuildRequest(moment(today), jobs, clean, progress)
        self.outcome = build_site(self.root / "mkdocs.yml", request)
        self.diagnostics = list(self.outcome.diagnostics)
        return self

    def build_stops(self, today: str = TODAY, **options: object) -> str:
        """Build where it cannot succeed; the message. What is wrong with the content is in ``diagnostics``."""
        try:
            self.build(today, **options)  # type: ignore[arg-type]
        except BuildStopped as stopped:
            self.diagnostics = list(stopped.diagnostics)
            return str(stopped)
        raise AssertionError("the build succeeded")

    def check(self, today: str = TODAY) -> Site:
        """Check in this process; what is wrong is in ``diagnostics``."""
        self.diagnostics = check_project(self.root, moment(today).date()).diagnostics
        return self

    def command(self, *arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run ``zoujin`` in a process of its own, in the project's folder."""
        return self.run("-m", "generator", *arguments, environment=environment)

    def mkdocs(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run ``mkdocs`` in a process of its own, in the project's folder."""
        return self.run("-m", "mkdocs", *arguments)

    def run(self, *arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run this Python with ``arguments`` in the project's folder."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=process_environment(environment),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )

    # ── looks ──

    @property
    def done(self) -> Outcome:
        """The outcome of the last build."""
        assert self.outcome is not None, "build first"
        return self.outcome

    def files(self, tree: Path | None = None) -> dict[str, bytes]:
        """Every file of the public tree (or another one): path to bytes. Folders without files count, too."""
        return tree_of(tree or self.public)

    def page(self, path: str) -> str:
        """The text of a published file."""
        return (self.public / path).read_text(encoding="utf-8")

    def rules(self) -> set[str]:
        """The rules that said something in the last build or check."""
        return {diagnostic.rule for diagnostic in self.diagnostics}

    def left_over(self) -> list[str]:
        """What a build should not have left beside the site."""
        return sorted(
            path.name for path in self.public.parent.glob(f".{self.public.name}-*") if "spare" not in path.name
        )


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``, path to bytes; an empty folder is ``path/`` to nothing."""
    found: dict[str, bytes] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[name + "/"] = b""
    return found


def process_environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a child process that finds this code, whether or not it is installed."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1", **(more or {})}
