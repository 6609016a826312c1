"""The texts that come with the program and are written into projects."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

HOOKS = ("pre-commit", "pre-push")
"""The hooks that a project has; each stands in ``starter/githooks`` under its name."""


def starter(name: str, words: Mapping[str, str] = {}) -> str:
    """A text by its path under ``starter/``, with «…» replaced by ``words``."""
    text = files(__package__).joinpath("starter", *name.split("/")).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"«{word}»", value)
    return text
