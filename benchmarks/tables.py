"""Measurements as Markdown tables, and the sections of RESULTS.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from .contenders import YARDSTICK
from .race import SCENARIOS, Measurement


def tables(found: Sequence[Measurement]) -> str:
    """A table for every size and file system, in the order of running."""
    places = dict.fromkeys((one.size, one.medium) for one in found)
    parts = []
    for size, medium in places:
        here = [one for one in found if (one.size, one.medium) == (size, medium)]
        parts.append(f"### {size:,} stories, {medium}\n\n{_table(here)}")
    return "\n\n".join(parts)


def _table(found: Sequence[Measurement]) -> str:
    scenarios = [name for name in (*SCENARIOS, "preview") if any(one.scenario == name for one in found)]
    head = ["", *scenarios, "processors, cold", "peak memory", "pages", "files", "output"]
    rows = [_row(name, scenarios, found) for name in dict.fromkeys(one.contender for one in found)]
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _row(name: str, scenarios: Iterable[str], found: Sequence[Measurement]) -> list[str]:
    mine = [one for one in found if one.contender == name]
    cold = [one for one in mine if one.scenario == "cold"]
    peak = max((one.peak for one in mine), default=0)
    theirs = max((one.peak for one in found if one.contender == YARDSTICK), default=0)
    return [
        name,
        *(_times(name, scenario, found) for scenario in scenarios),
        _processors(name, found),
        f"{peak / 1e6:,.0f} MB{f' ({peak / theirs:.2f})' if theirs and name != YARDSTICK else ''}" if peak else "",
        f"{cold[0].pages:,}",
        f"{cold[0].files:,}",
        f"{cold[0].bytes / 1e6:,.1f} MB",
    ]


def _processors(name: str, found: Sequence[Measurement]) -> str:
    """Median processor seconds of a cold build and their ratio to Hugo's: a figure that other work disturbs less."""
    spent = {
        who: median(one.cpu for one in found if (one.contender, one.scenario) == (who, "cold"))
        for who in {one.contender for one in found if one.scenario == "cold"}
    }
    ratio = f" ({spent[name] / spent[YARDSTICK]:.2f})" if YARDSTICK in spent and name != YARDSTICK else ""
    return f"{spent[name]:.2f} s{ratio}"


def _times(name: str, scenario: str, found: Sequence[Measurement]) -> str:
    """Median seconds, and the ratio to Hugo's cold build of the same round: median, smallest–largest."""
    mine = [one for one in found if (one.contender, one.scenario) == (name, scenario)]
    timed = [one for one in mine if not one.peak] or mine
    if not timed:
        return ""
    text = f"{median(one.wall for one in timed):.2f} s"
    yard = {
        one.round: one.wall
        for one in found
        if (one.contender, one.scenario, one.peak) == (YARDSTICK, "cold", 0) and one.round in {m.round for m in timed}
    }
    ratios = [one.wall / yard[one.round] for one in timed if one.round in yard]
    if scenario == "preview" or not ratios or (name, scenario) == (YARDSTICK, "cold"):
        return text
    spread = f", {min(ratios):.2f}–{max(ratios):.2f}" if len(ratios) > 1 else ""
    return f"{text} (**{median(ratios):.2f}**{spread})"


def record(file: Path, title: str, section: str) -> None:
    """Put a section under its title into RESULTS.md: in the place of an older one of that title, or at the end."""
    text = file.read_text(encoding="utf-8") if file.exists() else "# Results\n"
    new = f"## {title}\n\n{section.strip()}\n"
    old = re.search(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    text = text[: old.start()] + new + "\n" + text[old.end() :] if old else f"{text.rstrip()}\n\n{new}"
    file.write_text(text.rstrip() + "\n", encoding="utf-8")
