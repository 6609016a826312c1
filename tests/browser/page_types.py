"""The kinds of pages that are tested: a new kind is covered without being listed."""

from __future__ import annotations

from generator.render.views import TEMPLATES

NOT_IN_THE_SAMPLE = {"district-stations"}
"""Pages that only a city with hundreds of stations has: a small one with so many stands beside the sample."""

KINDS = sorted(kind for kind, template in TEMPLATES.items() if template.endswith(".html") and kind != "redirect")
"""Every kind of page that readers stay on."""
