"""Where the theme lies: the program's own, and what of it a city has replaced."""

from __future__ import annotations

from pathlib import Path

import generator
from generator.model.tokens import TOKENS_FILE

EMBLEM = "emblem.svg"


def built_in_theme() -> Path:
    """Our theme: beside the package in a wheel, beside its folder in a checkout."""
    package = Path(generator.__file__).parent
    in_wheel = package / "theme"
    return in_wheel if in_wheel.is_dir() else package.parent / "theme"


def emblem_file(root: Path) -> Path:
    """The emblem of the project in ``root``; ours as long as it has none of its own."""
    own = root / Path(TOKENS_FILE).parent / EMBLEM
    return own if own.is_file() else built_in_theme() / "assets" / EMBLEM
