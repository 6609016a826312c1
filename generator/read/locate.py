"""The place of a field, looked up only when something is to be said about it.

Keeping positions of all values of all entries would cost every build; reading the few
files with problems a second time costs nothing when there are none.
"""

from __future__ import annotations

from pathlib import Path

from generator.model.diagnostic import WHOLE_FILE, Mark
from generator.model.references import FieldPath

from .front_matter import split_front_matter
from .schema import Locator
from .source import Unreadable, read_source
from .values import compose


class FieldLocator:
    """Turns field paths of files under ``root`` into marks; remembers the files it has read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, Locator | None] = {}

    def __call__(self, path: str, at: FieldPath) -> Mark:
        """The place of the value at ``at`` in ``path``; the whole file when that cannot be said."""
        if path not in self._known:
            self._known[path] = self._open(path)
        locator = self._known[path]
        return locator.mark(at) if locator is not None else WHOLE_FILE

    def _open(self, path: str) -> Locator | None:
        try:
            source = read_source(self._root, path)
            if not path.endswith(".md"):
                return Locator(source, compose(source, source.text, 0), 0)
            split = split_front_matter(source)
            return Locator(source, compose(source, split.meta, split.meta_start), split.meta_start)
        except Unreadable:
            return None
