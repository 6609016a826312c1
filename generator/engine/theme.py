"""Our templates and assets on MkDocs' theme: where they lie, what they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from generator.read.theme_folder import built_in_theme

from .scripts import squeezed
from .stylesheets import imported, joined

if TYPE_CHECKING:
    from mkdocs.theme import Theme

ASSETS = "assets"
ASSET_TYPES = frozenset((".css", ".js", ".svg", ".png", ".jpg", ".webp", ".ico", ".json", ".webmanifest"))
"""What may leave the theme's ``assets`` folder."""


@dataclass(frozen=True)
class ThemeFiles:
    """The theme's own folders, the city's first, and a digest of all their files, which are looked at once."""

    folders: tuple[Path, ...]
    digest: str

    def assets(self) -> dict[str, Path]:
        """What is published, by its name below ``assets/``; the city's file wins over ours."""
        parts = imported(self._all_assets)
        return {name: path for name, path in self._all_assets.items() if name not in parts}

    def content(self, name: str) -> bytes:
        """An asset as it is published: style sheets with the sheets that they import, scripts without remarks.

        Raises:
            jinja2.TemplateNotFound: a style sheet imports what is not there.
        """
        path = self._all_assets[name]
        if path.suffix == ".css":
            return joined(path, self._all_assets.get)
        return squeezed(path.read_bytes()) if path.suffix == ".js" else path.read_bytes()

    def loader(self) -> jinja2.BaseLoader:
        """Templates and, behind them, the icons of Material; nothing else of Material is used."""
        return jinja2.FileSystemLoader([*self.folders, str(files("material") / "templates")])

    @cached_property
    def _all_assets(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in _files(folder / ASSETS):
                if path.suffix in ASSET_TYPES:
                    found[path.relative_to(folder / ASSETS).as_posix()] = path
        return dict(sorted(found.items()))

    @property
    def asset_folder(self) -> str:
        """Where assets are published. One digest names them all, so that modules find each other by relative paths."""
        return f"{ASSETS}/{self.digest[:12]}"


def install_theme(theme: Theme) -> ThemeFiles:
    """Put our theme behind the city's and in the place of any other.

    MkDocs lists its theme's folders at every build, so it is not shown Material's, which holds 10,000 icons.
    """
    folders = [folder for folder in (theme.custom_dir, str(built_in_theme())) if folder]
    theme.dirs[:] = folders
    theme.static_templates = set()
    resolved = tuple(dict.fromkeys(Path(folder).resolve() for folder in folders))
    return ThemeFiles(resolved, _digest(resolved))


def _digest(folders: tuple[Path, ...]) -> str:
    digest = blake2b(digest_size=16)
    for package in ("mkdocs", "mkdocs-material", "jinja2"):
        digest.update(f"{package} {version(package)}\n".encode())
    for folder in folders:
        for path in _files(folder):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
