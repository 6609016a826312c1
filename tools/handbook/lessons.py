"""What the handbook asks its reader to type: files to write and commands to run, in the order of its pages.

A block marked ``console`` has commands after ``$`` and what they answer; ``…`` stands for anything. Its title is the
computer it is typed at, when that is not the reader's own. Any other block with a title is a file: written whole, or,
when the title ends in ``，改这一行``, the line of that key changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parents[2] / "handbook"
PAGES = FOLDER / "pages"
ONE_LINE = "，改这一行"

_START = re.compile(r"---\nstart: (\S+)\n---\n")
"""Where the reader opens her terminal, when it is not where the page before left it."""
_BLOCK = re.compile(
    r'^(?P<indent> *)```(?P<kind>\w+)(?: title="(?P<title>[^"]*)")?\n(?P<text>.*?)^(?P=indent)```$', re.M | re.S
)


@dataclass(frozen=True, slots=True)
class WriteFile:
    """A file that the reader is asked to write."""

    page: str
    path: str
    text: str
    one_line: bool = False


@dataclass(frozen=True, slots=True)
class TypeCommand:
    """A command and the lines that it answers, as printed; ``computer`` is empty for the reader's own."""

    page: str
    command: str
    answer: tuple[str, ...]
    computer: str = ""


def course() -> list[str]:
    """The written pages, below ``PAGES``, in the order in which they build on each other."""
    configuration = yaml.safe_load((FOLDER / "mkdocs.yml").read_text(encoding="utf-8"))
    return list(configuration["extra"]["course"])


def lessons(page: str) -> Iterator[WriteFile | TypeCommand]:
    """What one page asks for."""
    text = (PAGES / page).read_text(encoding="utf-8")
    if start := _START.match(text):
        yield TypeCommand(page, f"cd {start[1]}", ())
    for block in _BLOCK.finditer(text):
        indent = len(block["indent"])
        lines = [line[indent:] for line in block["text"].splitlines()]
        title = block["title"] or ""
        if block["kind"] == "console":
            yield from _commands(page, lines, title)
        elif title:
            path = title.removesuffix(ONE_LINE)
            yield WriteFile(page, path, "\n".join(lines) + "\n", title != path)


def _commands(page: str, lines: list[str], computer: str) -> Iterator[TypeCommand]:
    command, answer = "", list[str]()
    for line in [*lines, "$ "]:
        if line.startswith("$ "):
            if command:
                yield TypeCommand(page, command.partition("    #")[0].strip(), tuple(filter(None, answer)), computer)
            command, answer = line[2:], []
        else:
            answer.append(line.strip())
