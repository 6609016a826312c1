"""Pictures of mixed shapes in rows: all of a row have one height, and all rows are about equally full."""

from __future__ import annotations

from collections.abc import Sequence

from .views import GalleryPicture, GalleryRow, PictureView

NARROWEST, WIDEST = 6, 24
"""Tenths of the height; what is taller or wider is cut, and shown whole when it is opened."""

FULL = 42
"""A row is about 4.2 times as wide as high."""

SHORT = 24
"""A row narrower than this would be too high if it filled the page."""

MOST = 4
"""Pictures in a row."""


def gallery_rows(pictures: Sequence[PictureView]) -> list[GalleryRow]:
    """The pictures in their order, cut into rows so that the fullest and the emptiest differ least."""
    shaped: list[GalleryPicture] = [{"picture": each, "shape": shape_of(each)} for each in pictures]
    best = [(0, 0)]
    for end in range(1, len(shaped) + 1):
        starts = range(max(0, end - MOST), end)
        widths = [(start, sum(each["shape"] for each in shaped[start:end])) for start in starts]
        best.append(min((best[start][0] + (width - FULL) ** 2, start) for start, width in widths))
    rows: list[GalleryRow] = []
    end = len(shaped)
    while end:
        start = best[end][1]
        row = shaped[start:end]
        rows.append({"pictures": row, "short": sum(each["shape"] for each in row) < SHORT})
        end = start
    return rows[::-1]


def shape_of(picture: PictureView) -> int:
    """Width by height in tenths, within what a row can take."""
    return min(WIDEST, max(NARROWEST, round(10 * picture["width"] / max(1, picture["height"]))))
