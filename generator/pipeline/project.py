"""A project on disk, and the version of the program that works on it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import generator
from generator.read.cache_file import drop_cached

from .cache_place import cache_name

CACHE_FOLDER = ".zoujin"
_CACHE_FOLDERS = ("approved", "entries", "jobs", "manifests", "search", "templates")
_CACHE_FILES = ("clock", "last-build.json", "last-build.new")


@dataclass(frozen=True, slots=True)
class Project:
    """``root`` is the absolute folder that holds ``content/``, ``stories/`` and ``stations.yaml``."""

    root: Path
    cache_elsewhere: Path | None = None

    @property
    def cache(self) -> Path:
        """Everything that can be made again lies here, where nobody else can have put anything.

        Raises:
            OSError: this account can keep nothing of its own.
        """
        return self.cache_elsewhere or self.root / CACHE_FOLDER / cache_name()

    @property
    def lock(self) -> Path:
        """The file that a build locks: one for all who build this project."""
        return self.root / CACHE_FOLDER / "lock"

    def prepare_cache(self) -> None:
        """Make the cache folder, and clear away files and folders in it that stand in each other's places.

        Raises:
            OSError: nothing can be written there, or a file of somebody else's has its name.
        """
        for place in (self.cache / name for name in _CACHE_FOLDERS):
            if place.is_file():
                place.unlink()
        for place in (self.cache / name for name in _CACHE_FILES):
            if place.is_dir():
                shutil.rmtree(place)
        if self.cache_elsewhere is None:
            self._prepare_common_folder()
        self.cache.mkdir(parents=True, exist_ok=True)

    def _prepare_common_folder(self) -> None:
        ignored = self.root / CACHE_FOLDER / ".gitignore"
        ignored.parent.mkdir(parents=True, exist_ok=True)
        if not ignored.exists():  # a city whose own list does not leave out the cache
            ignored.unlink(missing_ok=True)  # a link that leads nowhere
            ignored.write_text("*\n", encoding="utf-8")
        if self.lock.is_symlink():  # taking the lock would empty the file it leads to
            self.lock.unlink()
        elif self.lock.is_dir():
            shutil.rmtree(self.lock)

    def empty_cache(self) -> None:
        """Throw away everything that was kept of former work."""
        for name in _CACHE_FOLDERS:
            shutil.rmtree(self.cache / name, ignore_errors=True)
        for file in (*self.cache.glob("*.pickle"), self.cache / "last-build.json"):
            drop_cached(file)


@contextmanager
def with_cache(project: Project) -> Iterator[Project]:
    """The project with a cache that can be written: its own, or a temporary one where it lies on a read-only disk."""
    try:
        project.prepare_cache()
        (project.cache / f"probe.{os.getpid()}").write_bytes(b"")
        (project.cache / f"probe.{os.getpid()}").unlink()
    except OSError:
        with TemporaryDirectory(prefix="zoujin-") as folder:
            yield replace(project, cache_elsewhere=Path(folder))
    else:
        yield project


def find_project(start: Path) -> Project | None:
    """The project that ``start`` lies in: the nearest folder above it with a ``mkdocs.yml`` or ``stations.yaml``."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / "mkdocs.yml").is_file() or (candidate / "stations.yaml").is_file():
            return Project(candidate)
    return None


@cache
def program_version() -> str:
    """A digest of the program's own source: what an older or changed program cached is not used."""
    digest = blake2b(generator.__version__.encode(), digest_size=16)
    folder = Path(generator.__file__).parent
    for source in sorted(folder.rglob("*.py")):
        digest.update(source.relative_to(folder).as_posix().encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()
