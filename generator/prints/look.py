"""The city's colours and emblem, as its site has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.read.theme_folder import emblem_file
from generator.read.tokens import read_tokens

ON_PAPER = ("main", "on-main", "main-text", "gold", "paper", "paper-deep", "ink", "ink-soft", "line")
"""Colour tokens that prints use."""


@dataclass(frozen=True)
class Look:
    """Colours by the name of their token, and the emblem's SVG."""

    colours: dict[str, str]
    emblem: bytes


def city_look(root: Path, theme: Path) -> Look:
    """The look of the project in ``root``; what it does not say itself is as the program's ``theme`` has it.

    Raises:
        Unreadable: a style sheet that is there and cannot be read.
    """
    colours: dict[str, str] = {}
    for project in (theme.parent, root):
        tokens = read_tokens(project)
        if tokens is not None:
            colours |= {name: each.value for name, each in tokens.under(frozenset()).items()}
    return Look({name: colours[name] for name in ON_PAPER}, emblem_file(root).read_bytes())
