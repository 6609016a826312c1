"""Which kinds of pages a built site has, and where."""

from __future__ import annotations

import re
from pathlib import Path

_KIND = re.compile(rb'<body class="on-([a-z-]+)')


def addresses_by_kind(public: Path) -> dict[str, list[str]]:
    """For each kind the paths of its pages (``/stories/2026/night-bus/``), the page with the most HTML first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for file in sorted(public.rglob("*.html")):
        html = file.read_bytes()
        kind = _KIND.search(html)
        if kind:
            path = f"/{file.relative_to(public).as_posix()}".removesuffix("index.html")
            found.setdefault(kind[1].decode(), []).append((-len(html), path))
    return {kind: [path for _, path in sorted(pages)] for kind, pages in sorted(found.items())}
