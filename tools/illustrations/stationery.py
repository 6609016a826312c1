"""Things of paper: notices, books, tags, clipboards.  None of them carries a letter."""

from __future__ import annotations

from collections.abc import Sequence

from tools.illustrations.geometry import ellipse, minus, moved, polygon, rectangle
from tools.illustrations.palette import CLAY, CREAM, PAPER, SLATE, STEEL, UMBER, Colour, darker, lighter, mix
from tools.illustrations.paper import Picture


def sheet(
    picture: Picture,
    x: float,
    y: float,
    width: float,
    height: float,
    turn: float = 0.0,
    colour: Colour = PAPER,
    lines: int = 0,
    lift: float = 3.0,
    heading: Colour | None = None,
) -> None:
    """A sheet centred at ``(x, y)``; ``lines`` grey strokes stand for writing."""
    picture.cut(moved(rectangle(-width / 2, -height / 2, width, height, 2), x, y, 1, turn), colour, lift=lift)
    if heading:
        picture.cut(
            moved(rectangle(-width * 0.36, -height * 0.4, width * 0.72, height * 0.1, 2), x, y, 1, turn),
            heading,
            lift=0.5,
            rim=0,
        )
    top = -0.2 if heading else -0.34
    for row in range(lines):
        ly = height * (top + (0.42 - top) * row / max(1, lines))
        end = 0.36 if row % 3 != 2 else 0.1
        picture.cut(
            moved(rectangle(-width * 0.36, ly, width * (0.36 + end), max(1.2, height * 0.018)), x, y, 1, turn),
            mix(STEEL, colour, 0.3),
            lift=0,
            rim=0,
        )


def book(
    picture: Picture, x: float, y: float, width: float, colour: Colour, turn: float = 0.0, thick: float = 0.2
) -> None:
    """A closed book seen from its fore edge side, centred at ``(x, y)``."""
    h = width * 1.3
    picture.cut(
        moved(rectangle(-width / 2 + width * thick * 0.3, -h / 2 + width * 0.04, width, h, 2), x, y, 1, turn),
        CREAM,
        lift=2,
    )
    picture.cut(moved(rectangle(-width / 2, -h / 2, width, h, 2), x, y, 1, turn), colour, darker(colour, 0.1), lift=2)
    picture.cut(
        moved(rectangle(-width * 0.3, -h * 0.32, width * 0.6, h * 0.16, 2), x, y, 1, turn),
        mix(colour, PAPER, 0.7),
        lift=0.4,
        rim=0,
    )


def stack(picture: Picture, x: float, y: float, width: float, colours: Sequence[Colour], thick: float = 12.0) -> float:
    """Lying books or passbooks piled on ``y``, middle ``x``; returns the top."""
    for colour in colours:
        shift = picture.random.uniform(-0.05, 0.05) * width
        picture.cut(rectangle(x - width / 2 + shift, y - thick, width, thick, 2), colour, lift=2)
        picture.cut(
            rectangle(x - width / 2 + shift + width * 0.03, y - thick * 0.72, width * 0.95, thick * 0.44),
            CREAM,
            lift=0,
            rim=0,
        )
        y -= thick
    return y


def shelf_of_books(
    picture: Picture, x: float, y: float, width: float, height: float, colours: Sequence[Colour]
) -> None:
    """Books standing side by side on ``y`` from ``x``."""
    at = x
    while at < x + width:
        wide = height * picture.random.uniform(0.12, 0.26)
        tall = height * picture.random.uniform(0.7, 1.0)
        tone = picture.random.choice(list(colours))
        if at + wide <= x + width:
            picture.cut(rectangle(at, y - tall, wide - 1, tall, 1), tone, lift=1.5)
            picture.cut(rectangle(at, y - tall * 0.8, wide - 1, tall * 0.07), lighter(tone, 0.4), lift=0, rim=0)
        at += wide


def tag(picture: Picture, x: float, y: float, size: float, colour: Colour, turn: float = 0.0, lines: int = 3) -> None:
    """A card tag hanging by its hole from a hook at ``(x, y)``, swung by ``turn`` degrees."""
    shape = polygon(
        [
            (-size * 0.2, 0),
            (size * 0.2, 0),
            (size * 0.42, size * 0.2),
            (size * 0.42, size * 1.3),
            (-size * 0.42, size * 1.3),
            (-size * 0.42, size * 0.2),
        ]
    )
    picture.cut(
        moved(minus(shape, ellipse(0, size * 0.15, size * 0.07)), x, y - size * 0.1, 1, turn),
        colour,
        lift=max(2.0, size * 0.06),
    )
    for row in range(lines):
        wide = size * (0.6 if row % 2 == 0 else 0.42)
        picture.cut(
            moved(rectangle(-size * 0.3, size * (0.46 + row * 0.24), wide, size * 0.06, 1), x, y - size * 0.1, 1, turn),
            mix(STEEL, UMBER, 0.4),
            lift=0,
            rim=0,
        )
    picture.thread(
        [
            (x, y - size * 0.16),
            (x + size * 0.02, y + size * 0.04),
            (x + size * 0.1, y + size * 0.07),
            (x + size * 0.13, y - size * 0.02),
        ],
        max(1.6, size * 0.05),
        SLATE,
    )


def clipboard(picture: Picture, x: float, y: float, size: float, turn: float = 0.0, lines: int = 4) -> None:
    """A clipboard with a sheet, centred at ``(x, y)``; ``size`` is its height."""
    picture.cut(moved(rectangle(-size * 0.38, -size / 2, size * 0.76, size, 4), x, y, 1, turn), CLAY, lift=3)
    sheet(picture, x, y, size * 0.64, size * 0.84, turn, PAPER, lines, 1.2)
    picture.cut(
        moved(rectangle(-size * 0.14, -size * 0.54, size * 0.28, size * 0.1, 3), x, y, 1, turn), STEEL, lift=1.5
    )
