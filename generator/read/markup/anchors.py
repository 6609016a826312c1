"""Names for headings inside a page, readable in Chinese."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60

_GAP = re.compile(r"[\W_]+")


class Anchors:
    """Hands out anchors that are unique within one entry."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def name(self, heading: str) -> str:
        """The anchor of a heading's text: its letters, digits and ideographs, everything between them a hyphen.

        An anchor that would be plain ASCII gets the prefix ``section-``, so that it meets no id of the templates.
        """
        base = _GAP.sub("-", unicodedata.normalize("NFKC", heading).lower()).strip("-")[:LONGEST].strip("-")
        if base.isascii():
            base = f"section-{base}".rstrip("-")
        anchor = base
        while anchor in self._taken:
            number = self._next.get(base, 2)
            self._next[base] = number + 1
            anchor = f"{base}-{number}"
        self._taken.add(anchor)
        return anchor
