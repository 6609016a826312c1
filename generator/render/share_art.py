"""The designed covers as pixels, for places that do not show SVG: cards in messengers and on timelines."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import resvg_py
from PIL import Image

from .cover_inks import RUNS, Pen
from .cover_seals import seal
from .covers import unsealed

ART_WIDTH, ART_HEIGHT = 504, 630
"""Pixels; the proportion of a sheet for people, so that these are shown whole."""

_WINDOW = 640
"""Units of a landscape sheet (1200 by 800) that fit across at the art's proportion."""

_LEFT = {
    0: (550, 550, 10),
    1: (40, 80, 520),
    2: (520, 520, 520),
    3: (230, 420, 240),
    4: (280, 280, 280),
    5: (540, 540, 540),
    6: (560, 560, 560),
    7: (540, 540, 540),
}
"""Where that window begins: by scene and run, so that sun, boat and flower are in it."""


@lru_cache(maxsize=32)
def art(scene: int, run: int, people: int) -> Image.Image:
    """The picture beside a title, RGB, without its seal. Callers do not change it."""
    view = "0 0 800 1000" if people else f"{_LEFT[scene][run]} 0 {_WINDOW} 800"
    return _drawn(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{ART_WIDTH}" height="{ART_HEIGHT}">'
        f"{unsealed(scene, run, people)}</svg>"
    ).convert("RGB")


@lru_cache(maxsize=64)
def seal_mark(name: str, run: int, size: int) -> Image.Image:
    """A category's seal, RGBA, ``size`` pixels square."""
    pen = Pen()
    seal(pen, RUNS[run], name, 2, 2, 96)
    body = "".join(pen.parts)
    return _drawn(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="{size}" height="{size}">{body}</svg>'
    ).convert("RGBA")


def _drawn(svg: str) -> Image.Image:
    return Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)))
