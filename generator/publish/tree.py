"""The spare tree is brought up to date by the difference of manifests, then shown.

There are two whole trees: the public one and a spare. A build writes only what changed,
into staging. The spare is usually one build behind the public tree; what it lacks comes
from staging or, by hard link, from the public tree. Then the two change places.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .exchange import exchange, recover
from .manifest import Manifest, ManifestStore, Output, files_in, is_intact


@dataclass(frozen=True, slots=True)
class Trees:
    """The places of a site: ``public`` is what readers see; the others lie beside it, on its file system."""

    public: Path
    store: ManifestStore

    @property
    def spare(self) -> Path:
        """The tree that the next build completes."""
        return self.public.with_name(f".{self.public.name}-spare")

    @property
    def aside(self) -> Path:
        """Where the public tree waits for an instant when the kernel cannot exchange folders."""
        return self.public.with_name(f".{self.public.name}-aside")

    def staging(self, run: str) -> Path:
        """Where the build called ``run`` writes."""
        return self.public.with_name(f".{self.public.name}-staging-{run}")

    def prepare(self) -> None:
        """Mend what a killed build left, and remove its staging."""
        if self.spare.is_symlink() or self.spare.is_file():
            self.spare.unlink()
        recover(self.public, self.spare, self.aside)
        for left_over in self.public.parent.glob(f".{self.public.name}-staging-*"):
            shutil.rmtree(left_over, ignore_errors=True)

    def live_manifest(self) -> dict[str, Output]:
        """What the public tree holds, less what somebody changed or removed."""
        manifest = self.store.load(self.public)
        return {path: output for path, output in manifest.items() if is_intact(self.public, path, output)}

    def show(self, staging: Path, live: Manifest, wanted: Mapping[str, str]) -> dict[str, Output]:
        """Make the tree of exactly the files ``wanted`` (path to fingerprint) public; its manifest.

        Files in ``staging`` are new, all others are those of the public tree, which
        ``live`` describes. Nothing of ``staging`` is left.

        Raises:
            OSError: no room, no permission, or a public file that vanished; the public
                tree is then as it was.
            MissingOutput: a wanted file is in neither place.
        """
        staged = files_in(staging)
        fresh = {path: stat for path, stat in staged.items() if path in wanted}
        manifest: dict[str, Output] = {}
        for path, fingerprint in wanted.items():
            stat = fresh.get(path)
            if stat is not None:
                manifest[path] = Output(fingerprint, stat.st_size, stat.st_mtime_ns)
            elif path in live:
                manifest[path] = live[path]
            else:
                raise MissingOutput(path)
        self.store.forget(self.spare)
        if len(fresh) == len(wanted):
            shutil.rmtree(self.spare, ignore_errors=True)
            _drop(staging, staged.keys() - wanted.keys())
            staging.rename(self.spare)
        else:
            self._complete_spare(staging, fresh.keys(), manifest)
            shutil.rmtree(staging, ignore_errors=True)
        self.store.save(self.spare, manifest)
        exchange(self.spare, self.public, self.aside)
        with suppress(OSError):  # the new site is public: nothing may say otherwise any more
            self.store.prune(self.public, self.spare)
        return manifest

    def _complete_spare(self, staging: Path, fresh: Iterable[str], manifest: Manifest) -> None:
        self.spare.mkdir(exist_ok=True)
        present = files_in(self.spare)
        current = {path for path, stat in present.items() if _matches(stat, manifest.get(path))}
        _drop(self.spare, present.keys() - current)
        known_folders: set[str] = set()
        for path in fresh:
            _make_folder(self.spare, path, known_folders)
            os.replace(f"{staging}/{path}", f"{self.spare}/{path}")
        for path in manifest.keys() - current - set(fresh):
            _make_folder(self.spare, path, known_folders)
            _link(f"{self.public}/{path}", f"{self.spare}/{path}")


class MissingOutput(Exception):
    """A file that should be published was not made. A fault of ours, never of the content."""


def _matches(stat: os.stat_result, output: Output | None) -> bool:
    return output is not None and stat.st_size == output.size and stat.st_mtime_ns == output.mtime_ns


def _drop(tree: Path, paths: Iterable[str]) -> None:
    """Remove files, and folders that are or become empty."""
    folders: set[str] = set()
    for path in paths:
        if not path.endswith("/"):
            os.unlink(f"{tree}/{path}")
        folders.add(path.rpartition("/")[0])
    for folder in sorted(folders, key=len, reverse=True):
        while folder:
            try:
                os.rmdir(f"{tree}/{folder}")
            except OSError as error:
                if error.errno not in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT):
                    raise
                break
            folder = folder.rpartition("/")[0]


def _make_folder(tree: Path, path: str, known: set[str]) -> None:
    folder = path.rpartition("/")[0]
    if folder not in known:
        os.makedirs(f"{tree}/{folder}", exist_ok=True)
        known.add(folder)


def _link(source: str, target: str) -> None:
    """A hard link, or a copy that keeps the time where links are not possible. Published files are never
    written in place, so what two trees share cannot change under either."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
