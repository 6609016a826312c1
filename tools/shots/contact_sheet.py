"""All pictures on one page, a row for each kind of page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from .capture import Shot

_HEAD = """<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>页面一览</title>
<style>
body { margin: 24px; background: #ddd; font: 14px/1.5 sans-serif; }
section { margin-bottom: 32px; }
div { display: flex; gap: 12px; overflow-x: auto; align-items: flex-start; }
figure { margin: 0; flex: none; }
img { display: block; height: 420px; max-width: 520px; object-fit: cover; object-position: top; background: #fff; }
</style>
"""


def contact_sheet(shots: Sequence[Shot]) -> str:
    """An HTML page beside the pictures; each leads to itself in full size."""
    rows = [_HEAD]
    for kind, group in groupby(shots, key=lambda shot: (shot.kind, shot.path)):
        figures = "".join(
            f'<figure><a href="{shot.file}"><img src="{shot.file}" alt="" loading="lazy"></a>'
            f"<figcaption>{shot.width} {shot.mode}</figcaption></figure>"
            for shot in group
        )
        rows.append(
            f"<section><h2>{escape(kind[0])} <small>{escape(kind[1])}</small></h2><div>{figures}</div></section>"
        )
    return "\n".join(rows)
