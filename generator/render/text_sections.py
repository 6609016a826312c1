"""A composed text cut at its headings, so that a page can place it piece by piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

_TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ANY_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r'<h2 id="([^"]*)"[^>]*>(.*?)</h2>', re.DOTALL)
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "source", "wbr"))


def in_sections(parts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parts with ``section``, counted from 0, and ``heading`` (``name`` and ``url``), None but where a section begins.

    A section begins at each heading of the second level that does not stand inside a list
    or quotation; a heading that opens the text begins section 0.
    """
    section, depth, empty = 0, 0, True
    cut: list[dict[str, Any]] = []
    for part in parts:
        if part["type"] != "html":
            cut.append({**part, "section": section, "heading": None})
            empty = False
            continue
        pieces, depth = _pieces(part["html"], depth)
        for html in pieces:
            found = _HEADING.match(html) if html.startswith("<h2") else None
            if found and not empty:
                section += 1
            empty = empty and not html.strip()
            heading = {"name": unescape(_ANY_TAG.sub("", found[2])), "url": f"#{unescape(found[1])}"} if found else None
            cut.append({**part, "html": html, "section": section, "heading": heading})
    return cut


def _pieces(html: str, depth: int) -> tuple[list[str], int]:
    """``html`` cut before each heading that stands free, and the depth of tags at its end; ``depth`` is at its beginning."""
    pieces, start = [], 0
    for tag in _TAG.finditer(html):
        closing, name = tag[1], tag[2]
        if name == "h2" and not closing and not depth and tag.start() > start:
            pieces.append(html[start : tag.start()])
            start = tag.start()
        if name not in _VOID:
            depth += -1 if closing else 1
    return [*pieces, html[start:]], depth
