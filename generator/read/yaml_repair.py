"""Reading on behind a mistake in YAML, so that one run reports all of them.

The line that is to blame is blanked out, character for character so that places stay
right, and the rest is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from generator.model.diagnostic import Diagnostic

from .yaml_trouble import Trouble

_MOST_MISTAKES = 12
_KEY_NAME = re.compile(r"^[ ]*(?:[-?] +)*([^\s:：\[\]{}\"'#&*!|>%@`,-][^\s:：]*)", re.MULTILINE)
_TABS = re.compile(r"^[ \t]+", re.MULTILINE)


class Repaired(NamedTuple):
    """The tree of what could be read, what was wrong with the rest, and the keys that were left out with it."""

    node: yaml.Node | None
    diagnostics: list[Diagnostic]
    lost: frozenset[str]


def repair(text: str, compose: Callable[[str], yaml.Node | Trouble | None]) -> Repaired:
    """Compose ``text`` without the lines that are wrong. ``compose`` gives a tree, or says what is to blame."""
    diagnostics: list[Diagnostic] = []
    lost: set[str] = set()
    for _ in range(_MOST_MISTAKES):
        outcome = compose(text)
        if not isinstance(outcome, Trouble):
            return Repaired(outcome, diagnostics, frozenset(lost))
        seen = {(known.mark, known.rule) for known in diagnostics}
        if (outcome.diagnostic.mark, outcome.diagnostic.rule) in seen:
            break
        if any(known.rule == "yaml-tab" for known in diagnostics):
            break  # tabs cannot be made blanks without moving what stands behind them
        diagnostics.append(outcome.diagnostic)
        if outcome.diagnostic.rule == "yaml-tab":
            text = _TABS.sub(lambda indent: indent[0].replace("\t", " "), text)
            continue
        start, end = _block(text, outcome.at)
        gone = text[start:end]
        if not gone.strip():
            break
        lost.update(_KEY_NAME.findall(gone))
        text = text[:start] + re.sub(r"[^\n]", " ", gone) + text[end:]
    return Repaired(None, diagnostics, frozenset(lost))


def _block(text: str, at: int) -> tuple[int, int]:
    """The line at index ``at`` and the deeper lines that belong to it."""
    start = text.rfind("\n", 0, at) + 1
    end = _line_end(text, start)
    indent = _indent(text[start:end])
    while end < len(text):
        next_end = _line_end(text, end)
        line = text[end:next_end]
        if (
            line.strip()
            and _indent(line) <= indent
            and not (
                line.lstrip().startswith("- ") and _indent(line) == indent and not text[start:].lstrip().startswith("-")
            )
        ):
            break
        end = next_end
    return start, end


def _line_end(text: str, start: int) -> int:
    newline = text.find("\n", start)
    return newline + 1 if newline >= 0 else len(text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
