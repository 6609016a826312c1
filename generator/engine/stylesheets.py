"""Style sheets that are kept one component a file and published as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import jinja2

_IMPORT = re.compile(rb'^@import "([^"]+)";[ \t]*\n?', re.MULTILINE)
_FOR_EDITORS = re.compile(
    rb"^[ \t]*/\*.*?\*/[ \t]*\n|(?<=;)[ \t]*/\*[^\n*]*\*/[ \t]*$|^[ \t]*\n|^[ \t]+", re.MULTILINE | re.DOTALL
)
"""Comments on lines of their own or at a line's end, empty lines and indentation; no string of CSS goes over a
line's end."""


def imported(assets: Mapping[str, Path]) -> frozenset[str]:
    """The names of the sheets that others import: they are published in those, not by themselves."""
    sheets = (path for path in assets.values() if path.suffix == ".css")
    return frozenset(name.decode(errors="replace") for sheet in sheets for name in _IMPORT.findall(_lines(sheet)))


def joined(path: Path, find: Callable[[str], Path | None]) -> bytes:
    """The sheet with every ``@import "NAME";`` line replaced by the sheet of that name, without what only editors read.

    ``find`` gives the file of a name below ``assets/``. An imported sheet imports nothing itself.

    Raises:
        jinja2.TemplateNotFound: a sheet is imported that is not there.
    """

    def part(match: re.Match[bytes]) -> bytes:
        name = match[1].decode(errors="replace")
        file = find(name)
        if file is None:
            raise jinja2.TemplateNotFound(name)
        return _lines(file)

    return _FOR_EDITORS.sub(b"", _IMPORT.sub(part, _lines(path)))


def _lines(path: Path) -> bytes:
    text = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return text if text.endswith(b"\n") else text + b"\n"
