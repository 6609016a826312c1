"""Sentences from templates and words; the same seed always gives the same text."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

_SLOT = re.compile(r"\{([a-z]+)\}")
_SECTION = re.compile(r"\[([a-z-]+)\]")

Item = TypeVar("Item")

Template = tuple[str, ...]
"""Literal text and slot names, alternating; the first is literal."""


def _sections(file: Path) -> dict[str, list[str]]:
    """Lines of a word file by section, without comments and blank lines."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        head = _SECTION.fullmatch(line.strip())
        if head:
            current = found.setdefault(head[1], [])
        elif line.strip() and not line.startswith("#"):
            current.append(line.strip())
    return found


class Grammar:
    """Word lists and sentence templates.

    ``words`` has one list a slot, ``sentences`` one list of templates a use (``opening``,
    ``general``, a category's id …).
    """

    def __init__(self, words: Path, sentences: Path) -> None:
        plain = {name: " ".join(lines).split() for name, lines in _sections(words).items()}
        self.words: dict[str, tuple[str, ...]] = {name: tuple(items) for name, items in plain.items()}
        self._words = {name: tuple(_template(word) for word in items) for name, items in plain.items()}
        self.sentences = {
            name: tuple(_template(line) for line in lines) for name, lines in _sections(sentences).items()
        }

    def say(self, use: str, known: Mapping[str, str], dice: random.Random) -> str:
        """A sentence for a use; ``known`` fills the slots whose words are settled."""
        return self.fill(pick(self.sentences[use], dice), known, dice)

    def word(self, slot: str, dice: random.Random) -> str:
        """A word for a slot."""
        return self.fill(pick(self._words[slot], dice), {}, dice)

    def fill(self, template: Template, known: Mapping[str, str], dice: random.Random) -> str:
        """A template's text: settled words first, the others drawn."""
        if len(template) == 1:
            return template[0]
        parts = list(template)
        for place in range(1, len(parts), 2):
            slot = parts[place]
            parts[place] = known[slot] if slot in known else self.fill(pick(self._words[slot], dice), known, dice)
        return "".join(parts)

    def slots(self) -> set[str]:
        """Every slot that a sentence or a word asks for."""
        return {
            slot
            for group in (*self.sentences.values(), *self._words.values())
            for template in group
            for slot in template[1::2]
        }


def pick(items: tuple[Item, ...], dice: random.Random) -> Item:
    """One of the items. ``random()`` is the only method whose sequence Python promises to keep."""
    return items[int(dice.random() * len(items))]


def _template(text: str) -> Template:
    return tuple(_SLOT.split(text))


@cache
def grammar() -> Grammar:
    """The grammar of this folder's word files."""
    here = Path(__file__).parent
    return Grammar(here / "lexicon.txt", here / "sentences.txt")
