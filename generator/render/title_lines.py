"""Where a title may be broken into lines, and where it had better be.

The rules are those of Chinese composition (GB/T 15834-2011, 5.1; W3C, Requirements for Chinese Text Layout): no
point or closing mark begins a line, no opening mark ends one, foreign words and numbers stay whole, and no single
character stands alone in the last line. Phrases are kept together where the lines allow it (see ``phrases``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from .phrases import NO_END, NO_START, phrases

PAUSES = frozenset("，。、；：？！—…·,;:?! ")
"""After these a reader pauses anyway: the best places for a break."""

ELLIPSIS = "…"
_UNITS = re.compile(
    r"(?:[0-9]+(?:[.·:/-][0-9]+)*[年月日号届周岁人次名个场期小])+|[A-Za-zÀ-ɏ0-9]+(?:[.,:/’'&@_-][A-Za-zÀ-ɏ0-9]+)*[%℃]?|——|……|\s+|.",
    re.DOTALL,
)
_WIDOW = 40.0
"""How much worse a lone last character is than ragged lines: in squared parts of the line's width."""

_PAUSE = 0.35
"""How much of a line's width a break after a pause is worth."""

_ELSEWHERE = 0.04
"""How much worse a break is that does not follow a pause, in the same parts."""

_TORN = 0.2
"""How much worse a break within a phrase is, in the same parts."""

Measure = Callable[[str], float]


def break_title(title: str, width: float, most: int, measure: Measure) -> list[str] | None:
    """The title in as few lines as it needs, balanced; None when ``most`` lines of ``width`` cannot hold it.

    ``measure`` gives a text's width in the same unit. Blanks at the ends of lines are dropped.
    """
    units = _units(title, width, measure)
    if not units:
        return None
    for count in range(1, most + 1):
        if measure(title) / count > width * 1.02:
            continue
        if lines := _balanced(units, width, count, measure):
            return lines
    return None


def quality(lines: Sequence[str]) -> int:
    """How well a broken title reads: 2 when all breaks fall where a reader pauses, 1 when no phrase is torn, else 0."""
    if all(line[-1] in PAUSES for line in lines[:-1]):
        return 2
    ends, at = word_ends("".join(lines)), 0
    for line in lines[:-1]:
        at += len(line)
        if at not in ends:
            return 0
    return 1


def word_ends(text: str) -> frozenset[int]:
    """After how many characters a phrase ends, or a point or blank stands."""
    ends, at = set(), 0
    for word in phrases(text):
        at += len(word)
        ends.add(at)
    return frozenset(ends | {at for at, sign in enumerate(text, 1) if sign in PAUSES})


def cut_title(title: str, width: float, most: int, measure: Measure) -> list[str]:
    """The beginning of a title that is too long for ``most`` lines, ending in an ellipsis."""
    low, high = 0, len(title)
    best = [ELLIPSIS]
    while low <= high:
        middle = (low + high) // 2
        start = title[:middle].rstrip().rstrip("".join(NO_END | NO_START))
        lines = break_title(start + ELLIPSIS, width, most, measure) if start else [ELLIPSIS]
        if lines:
            best, low = lines, middle + 1
        else:
            high = middle - 1
    return best


def _units(title: str, width: float, measure: Measure) -> list[str]:
    """What stays whole: a character, a word, a number; with the marks that may not be parted from it."""
    pieces = [
        part
        for unit in _UNITS.findall(title)
        for part in ([unit] if len(unit) == 1 or measure(unit) <= width else list(unit))
    ]
    units: list[str] = []
    for piece in pieces:
        if units and (piece[0] in NO_START or units[-1].rstrip()[-1:] in NO_END or piece.isspace()):
            units[-1] += piece
        else:
            units.append(piece)
    return units


def _balanced(units: Sequence[str], width: float, count: int, measure: Measure) -> list[str] | None:
    """Exactly ``count`` lines, all within ``width`` and as equal as they can be; None when it cannot be done."""
    starts_at = [0]
    for unit in units:
        starts_at.append(starts_at[-1] + len(unit))
    ends = word_ends("".join(units))
    total = sum(map(measure, units))
    goal = total / count

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if left == 1:
            line = "".join(units[start:]).rstrip()
            if not line or measure(line) > width:
                return None
            return _badness(line, goal, width, measure, last=count > 1), (len(units),)
        found: tuple[float, tuple[int, ...]] | None = None
        for end in range(start + 1, len(units)):
            line = "".join(units[start:end]).strip()
            if measure(line) > width:
                break
            rest = best(end, left - 1)
            if rest is None:
                continue
            cost = rest[0] + _badness(line, goal, width, measure, last=False)
            cost += _ELSEWHERE if line[-1] not in PAUSES else 0
            cost += _TORN if starts_at[end] not in ends else 0
            if found is None or cost < found[0]:
                found = (cost, (end, *rest[1]))
        return found

    chosen = best(0, count)
    if chosen is None:
        return None
    starts = (0, *chosen[1][:-1])
    return ["".join(units[start:end]).strip() for start, end in zip(starts, chosen[1], strict=True)]


def _badness(line: str, goal: float, width: float, measure: Measure, *, last: bool) -> float:
    """How far a line is from its goal; a break after a pause is forgiven part of it."""
    distance = abs(measure(line) - goal) / width
    if line and line[-1] in PAUSES and not last:
        distance = max(0.0, distance - _PAUSE)
    return distance**2 + (_WIDOW if last and len(line.strip("".join(NO_START))) < 2 else 0.0)
