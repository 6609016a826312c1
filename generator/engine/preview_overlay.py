"""What the preview adds to a page: its entry's state, and the problems of the project."""

from __future__ import annotations

from html import escape

from generator.model.diagnostic import Severity
from generator.report.reporter import SEVERITY_NAME

from .preview_site import PreviewSite

MOST_SHOWN = 100


def ribbon(site: PreviewSite, address: str) -> str:
    """What names the state of the entry at ``address`` and what it still needs; "" when it is simply live."""
    state = site.state_of(address)
    return f'<p class="zj-ribbon">{escape(state)}</p>' if state else ""


def overlay(site: PreviewSite, address: str, own: str) -> str:
    """HTML to stand before ``</body>`` of the page at ``address``; ``own`` is the URL of the preview's own files.

    Problems of the page's own entry come first.
    """
    page = site.edition.pages.get(address)
    mine = f"{page.body_of}/" if page and page.body_of else ""
    ordered = sorted(site.diagnostics(), key=lambda item: (not (mine and item.path.startswith(mine)), *item.sort_key))
    rows = "".join(
        f'<li class="zj-{item.severity}"><b>{SEVERITY_NAME[item.severity]}</b> {escape(item.message)}'
        f"{'<i>' + escape(item.hint) + '</i>' if item.hint else ''}"
        f"<code>{escape(item.path)}{f':{item.mark.line}' if item.mark.line else ''}</code></li>"
        for item in ordered[:MOST_SHOWN]
    )
    serious = any(item.severity is Severity.ERROR for item in ordered)
    panel = (
        f'<details class="zj-problems"{" open" if serious else ""}><summary>{len(ordered)} 个问题</summary>'
        f"<ul>{rows}</ul></details>"
        if ordered
        else ""
    )
    return (
        f'<link rel="stylesheet" href="{own}preview.css">'
        f'<aside class="zj-preview" aria-label="预览">{ribbon(site, address)}{panel}</aside>'
        f'<script src="{own}preview.js" data-edition="{site.edition.number}" data-news="{own}news"></script>'
    )
