"""What a build left behind: which pages, how many files, how many bytes."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_STORY = re.compile(r"stories/\d{4}/[^/]+/")


@dataclass(frozen=True, slots=True)
class Output:
    """A site's files. ``pages`` are addresses (``stories/2024/x/``); ``written`` counts files newer than the build."""

    pages: frozenset[str]
    files: int
    size: int
    written: int


def survey(folder: Path, since: float = 0.0) -> Output:
    """Look through a site; ``since`` is the time (of ``time.time``) from which a file counts as written."""
    pages, files, size, written = set(), 0, 0, 0
    for path, status in _walk(folder):
        files += 1
        size += status.st_size
        written += status.st_mtime >= since
        if path.endswith(".html"):
            pages.add(path.removesuffix("index.html"))
    return Output(frozenset(pages), files, size, written)


def _walk(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(folder / below) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    yield below + entry.name, entry.stat(follow_symlinks=False)


def kinds(pages: Iterable[str]) -> Counter[str]:
    """How many pages of each kind: home, stories, and the lists and entries of each folder."""
    return Counter(kind(page) for page in pages)


def kind(page: str) -> str:
    """What sort of page an address is."""
    if page == "":
        return "home"
    if _STORY.fullmatch(page):
        return "story"
    top, _, rest = page.partition("/")
    if top == "stories":
        return "all stories" if not rest or rest.startswith("page/") else f"stories: {rest.partition('/')[0]}"
    return top


def differences(mine: frozenset[str], theirs: frozenset[str], names: tuple[str, str]) -> list[str]:
    """In words, by kind, which pages only one of two sites has; empty when they have the same."""
    lines = []
    for name, only in ((names[0], mine - theirs), (names[1], theirs - mine)):
        for what, count in sorted(kinds(only).items()):
            example = min(page for page in only if kind(page) == what)
            lines.append(f"only {name}: {count} × {what}, such as /{example}")
    return lines
