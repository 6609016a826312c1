"""What a published tree holds: every file with what it was made from and how it looks on disk."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Output(NamedTuple):
    """One published file: the fingerprint of its inputs, its size in bytes, its mtime in ns."""

    fingerprint: str
    size: int
    mtime_ns: int


Manifest = Mapping[str, Output]
"""From a file's path in the tree (forward slashes) to what is known of it."""


@dataclass(frozen=True, slots=True)
class ManifestStore:
    """Keeps the manifests of trees in ``folder``, each under its tree's identity.

    A tree is known by the device and inode of its folder, which it keeps through renames
    and exchanges. So a manifest always belongs to the tree it describes, wherever a
    killed build left that tree. A tree that is being changed has no manifest.
    """

    folder: Path

    def load(self, tree: Path) -> dict[str, Output]:
        """The manifest of ``tree``; empty when the tree is unknown, half-made or not there."""
        try:
            raw = json.loads(self._path(tree).read_bytes())
            return {path: Output(*fields) for path, fields in raw.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def save(self, tree: Path, manifest: Manifest) -> None:
        """Declare ``tree`` whole, with these files."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(tree)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(manifest, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        fresh.replace(path)

    def forget(self, tree: Path) -> None:
        """Declare ``tree`` unknown, before changing it."""
        if tree.exists():
            self._path(tree).unlink(missing_ok=True)

    def prune(self, *trees: Path) -> None:
        """Drop the manifests of all trees but these."""
        keep = {self._path(tree).name for tree in trees if tree.exists()}
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in keep:
                    path.unlink(missing_ok=True)

    def _path(self, tree: Path) -> Path:
        stat = tree.stat()
        return self.folder / f"{stat.st_dev:x}-{stat.st_ino:x}.json"


def is_intact(tree: Path, path: str, output: Output) -> bool:
    """Whether a file of ``tree`` still looks as its manifest says."""
    try:
        stat = os.lstat(f"{tree}/{path}")
    except OSError:
        return False
    return stat.st_size == output.size and stat.st_mtime_ns == output.mtime_ns


def files_in(tree: Path) -> dict[str, os.stat_result]:
    """Every file below ``tree`` with its stat, by path with forward slashes; an empty folder is ``path/``."""
    found: dict[str, os.stat_result] = {}
    pending = [""]
    while pending:
        prefix = pending.pop()
        empty = True
        with os.scandir(f"{tree}/{prefix}") as entries:
            for entry in entries:
                empty = False
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    pending.append(path + "/")
                else:
                    found[path] = entry.stat(follow_symlinks=False)
        if empty and prefix:
            found[prefix] = os.stat(f"{tree}/{prefix}")
    return found
