"""What changed between two texts, sentence by sentence, with the characters that changed within a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Indel

_SENTENCE = re.compile(r"[^。！？!?…\n]*(?:[。！？!?…]+[”’」』）)】》\"]*|\n|$)")
"""A sentence with the marks that close it; Markdown's lines end sentences, too."""

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[.,:][0-9]+)*|\s+|.", re.DOTALL)
"""What is marked as a whole: a number or a foreign word, else a single character."""

_ALIKE = 0.5
"""From this share of common characters on, two sentences are one that was changed."""

_MOST_PAIRS = 40_000
"""More pairs of sentences than these are not compared: a text that was written anew has no pairs."""

_LONE = 1
"""So few unchanged characters between two changes are marked with them: one reads words, not letters."""


class Change(StrEnum):
    """What happened to a sentence, a value or a picture."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"same": "没有变", "changed": "改了", "added": "新增", "removed": "删去"}[self.value]


class Piece(NamedTuple):
    """A part of a sentence: ``SAME`` in both versions, ``ADDED`` in the later one alone, ``REMOVED`` in the earlier one."""

    change: Change
    text: str


class SentenceChange(NamedTuple):
    """A sentence of either version. ``paragraph`` counts paragraphs of the later version from 1 (of the earlier one for a
    sentence that is gone)."""

    change: Change
    pieces: tuple[Piece, ...]
    paragraph: int


def sentences(text: str) -> list[tuple[str, int]]:
    """The sentences of a text, each with the number of its paragraph, from 1."""
    found: list[tuple[str, int]] = []
    number = 0
    for paragraph in re.split(r"\n[ \t]*\n", text):
        parts = [part.strip() for part in _SENTENCE.findall(paragraph)]
        parts = [part for part in parts if part]
        number += bool(parts)
        found += [(part, number) for part in parts]
    return found


def text_changes(before: str, after: str) -> list[SentenceChange]:
    """All sentences of both versions in the order in which one reads them, unchanged ones included."""
    old, new = sentences(before), sentences(after)
    found: list[SentenceChange] = []
    gone: list[tuple[str, int]] = []
    come: list[tuple[str, int]] = []
    for step in Indel.opcodes([text for text, _ in old], [text for text, _ in new]):
        if step.tag == "equal":
            found += _paired(gone, come)
            gone, come = [], []
            found += [
                SentenceChange(Change.SAME, (Piece(Change.SAME, text),), number)
                for text, number in new[step.dest_start : step.dest_end]
            ]
        else:
            gone += old[step.src_start : step.src_end]
            come += new[step.dest_start : step.dest_end]
    return [*found, *_paired(gone, come)]


def marked(before: str, after: str) -> tuple[Piece, ...]:
    """One sentence or value in two versions as pieces, what is gone before what stands in its place."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs: list[tuple[str, str, bool]] = []
    for step in Indel.opcodes(old, new):
        gone = "".join(old[step.src_start : step.src_end])
        come = "".join(new[step.dest_start : step.dest_end])
        within = bool(runs) and not runs[-1][2]
        lone = step.dest_end - step.dest_start <= _LONE and step.dest_end < len(new)
        same = step.tag == "equal" and not (within and lone)
        if within and not same:
            runs[-1] = (runs[-1][0] + gone, runs[-1][1] + come, False)
        else:
            runs.append((gone, come, same))
    pieces: list[Piece] = []
    for gone, come, same in runs:
        if same:
            pieces.append(Piece(Change.SAME, come))
        else:
            pieces += [Piece(Change.REMOVED, gone)] if gone else []
            pieces += [Piece(Change.ADDED, come)] if come else []
    return tuple(pieces)


def _paired(old: Sequence[tuple[str, int]], new: Sequence[tuple[str, int]]) -> Iterator[SentenceChange]:
    """What stands between two unchanged sentences: those that belong together become one change."""
    partner = _partners([text for text, _ in old], [text for text, _ in new])
    at = 0
    for index, (text, number) in enumerate(old):
        if index not in partner:
            yield SentenceChange(Change.REMOVED, (Piece(Change.REMOVED, text),), number)
            continue
        yield from map(_added, new[at : partner[index]])
        at = partner[index] + 1
        yield SentenceChange(Change.CHANGED, marked(text, new[at - 1][0]), new[at - 1][1])
    yield from map(_added, new[at:])


def _added(sentence: tuple[str, int]) -> SentenceChange:
    text, number = sentence
    return SentenceChange(Change.ADDED, (Piece(Change.ADDED, text),), number)


def _partners(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """For sentences of ``old`` the ones they became in ``new``, in the same order, as much alike altogether as can be."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return {}
    alike = [[Indel.normalized_similarity(left, right) for right in new] for left in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in range(len(old) - 1, -1, -1):
        for column in range(len(new) - 1, -1, -1):
            score = alike[row][column]
            pair = score + best[row + 1][column + 1] if score >= _ALIKE else 0.0
            best[row][column] = max(pair, best[row + 1][column], best[row][column + 1])
    found: dict[int, int] = {}
    row = column = 0
    while row < len(old) and column < len(new):
        score = alike[row][column]
        if score >= _ALIKE and best[row][column] == score + best[row + 1][column + 1]:
            found[row] = column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return found
