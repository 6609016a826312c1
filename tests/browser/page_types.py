"""Kinds of pages and, of each, the pages that the sample city has: a new kind is covered without being listed."""

from __future__ import annotations

import re
from pathlib import Path

from generator.render.views import TEMPLATES

NOT_IN_THE_SAMPLE = {"district-stations"}
"""Pages that only a city with hundreds of stations has."""

KINDS = sorted(
    kind
    for kind, template in TEMPLATES.items()
    if template.endswith(".html") and kind != "redirect" and kind not in NOT_IN_THE_SAMPLE
)
"""Every kind of page that readers stay on."""

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
    return {kind: [path for _, path in sorted(pages)] for kind, pages in found.items()}
