"""The report for people at a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from generator.model.diagnostic import Diagnostic, Mark, Severity

from .excerpt import excerpt, visible
from .reporter import SEVERITY_NAME, Sources, counts, in_order

_Lines = Callable[[str], Sequence[str]]
"""The lines of a file by its path."""
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
_MANY_ALIKE = 6
"""From so many messages on that differ in numbers alone, one stands for all."""
_NUMBER = re.compile(r"(“[^”]*”|「[^」]*」)|-?[0-9]+(?:[.:-][0-9]+)*")
_FOLDED_PLACES = 3
"""Further places of one cause that are named; the others are counted."""


def report_text(diagnostics: Sequence[Diagnostic], sources: Sources, *, colour: bool = False) -> str:
    """Each cause once, where it is first met, with the line it stands on; then how many there are of what.

    ``colour`` adds ANSI colours; meaning never depends on them.
    """
    ordered = in_order(diagnostics)
    lines = lru_cache(maxsize=8)(
        lambda path: (sources(path) or "").split("\n")
    )  # a file may have thousands of problems
    paint = _paint if colour else _plain
    blocks = [_block(cause, lines, paint) for cause in _causes(ordered)]
    return "\n".join((*blocks, _summary(ordered, paint))) + "\n"


def location(path: str, mark: Mark) -> str:
    """A place as editors and terminals understand it: ``path:line:column``."""
    path = visible(path)
    if not mark.line:
        return path
    return f"{path}:{mark.line}:{mark.column}" if mark.column else f"{path}:{mark.line}"


def _causes(ordered: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Diagnostics with one cause (the same rule saying the same words) together, in the order of the first.

    Where a rule says nearly the same of many places, with other numbers, that is one cause too.
    """
    causes: dict[tuple[str, Severity, str, str], list[Diagnostic]] = {}
    alike: dict[tuple[str, Severity, str, str], int] = {}
    items = list(ordered)
    for diagnostic in items:
        pattern = _pattern_key(diagnostic)
        alike[pattern] = alike.get(pattern, 0) + 1
    for diagnostic in items:
        pattern = _pattern_key(diagnostic)
        exact = (diagnostic.rule, diagnostic.severity, diagnostic.message, diagnostic.hint)
        causes.setdefault(pattern if alike[pattern] >= _MANY_ALIKE else exact, []).append(diagnostic)
    return list(causes.values())


def _pattern_key(diagnostic: Diagnostic) -> tuple[str, Severity, str, str]:
    """What diagnostics share that differ in numbers alone; those in quoted names count as names."""
    return (
        diagnostic.rule,
        diagnostic.severity,
        _NUMBER.sub(lambda found: found[1] or "…", diagnostic.message),
        diagnostic.hint,
    )


def _block(cause: list[Diagnostic], lines_of: _Lines, paint: _Paint) -> str:
    first, *others = cause
    mark = first.mark
    severity = paint(f"{first.severity}[{first.rule}]", _COLOUR[first.severity])
    lines = [f"{paint(location(first.path, mark), '1')}: {severity}", f"  {_on_one_line(first.message)}"]
    shown = excerpt(lines_of(first.path), mark.line, mark.column, mark.length) if mark.line else None
    if shown is not None:
        number = str(mark.line)
        lines.append(f"  {paint(f'{number} │', '2')} {shown.line}")
        lines.append(f"  {paint(' ' * len(number) + ' │', '2')} {paint(shown.caret, _COLOUR[first.severity])}")
    if first.hint:
        lines.append(f"  提示：{_on_one_line(first.hint)}")
    if others:
        named = "、".join(location(other.path, other.mark) for other in others[:_FOLDED_PLACES])
        more = " 等" if len(others) > _FOLDED_PLACES else ""
        lines.append(f"  另有 {len(others)} 处：{named}{more}")
    return "\n".join((*lines, ""))


def _on_one_line(text: str) -> str:
    return visible(text.replace("\n", " "))


def _summary(ordered: list[Diagnostic], paint: _Paint) -> str:
    if not ordered:
        return paint("没有发现问题。", "32")
    said = [
        paint(f"{number} 个{SEVERITY_NAME[severity]}", _COLOUR[severity])
        for severity, number in counts(ordered).items()
        if number
    ]
    files = len({diagnostic.path for diagnostic in ordered})
    line = f"共 {'、'.join(said)}，在 {files} 个文件里。"
    rule = next((diagnostic.rule for diagnostic in ordered if diagnostic.severity is Severity.ERROR), ordered[0].rule)
    sure = sum(diagnostic.instead is not None for diagnostic in ordered)
    tidy = f"\n其中 {sure} 处只是标点和空格，程序能代您改：zoujin tidy" if sure else ""
    return f"{line}\n想知道为什么、怎么改：zoujin explain {rule}{tidy}"


class _Paint:
    """Puts words into an ANSI colour, or leaves them as they are."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self._on else text


_plain, _paint = _Paint(False), _Paint(True)
