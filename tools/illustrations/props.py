"""Things of single scenes: bins, bronzes, life rings, kites, books, lamps held in the hand."""

from __future__ import annotations

import math

from tools.illustrations.geometry import (
    Point,
    blob,
    ellipse,
    minus,
    moved,
    polygon,
    ribbon,
)
from tools.illustrations.palette import (
    CREAM,
    GOLD,
    INK,
    PAPER,
    SLATE,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
)
from tools.illustrations.paper import Picture


def bin_(picture: Picture, x: float, y: float, width: float, colour: Colour, open_lid: bool = False) -> None:
    """A wheeled waste bin standing on ``y``, left edge ``x``; on its front a leaf disc instead of lettering."""
    height = width * 1.42
    picture.cut(
        polygon([(x, y - height), (x + width, y - height), (x + width * 0.92, y), (x + width * 0.08, y)]),
        colour,
        darker(colour, 0.14),
        lift=6,
    )
    picture.thread(
        [(x + width * 0.12, y - height * 0.86), (x + width * 0.17, y - height * 0.08)], 2, darker(colour, 0.3), 0.6
    )
    picture.thread(
        [(x + width * 0.88, y - height * 0.86), (x + width * 0.83, y - height * 0.08)], 2, darker(colour, 0.3), 0.6
    )
    cx, cy, r = x + width / 2, y - height * 0.52, width * 0.22
    picture.cut(ellipse(cx, cy, r), CREAM, lift=1.5)
    for turn in (0, 120, 240):
        arrow = moved(
            blob(
                [
                    (-r * 0.14, -r * 0.75),
                    (r * 0.5, -r * 0.62),
                    (r * 0.62, -r * 0.1),
                    (r * 0.34, -r * 0.14),
                    (r * 0.2, -r * 0.42),
                    (-r * 0.14, -r * 0.44),
                ],
                0.3,
            ),
            cx,
            cy,
            1,
            turn,
        )
        picture.cut(arrow, colour, lift=0, rim=0)
    if open_lid:
        picture.cut(ellipse(x + width / 2, y - height, width * 0.5, width * 0.09), darker(colour, 0.55), lift=0, rim=0)
        picture.cut(
            polygon(
                [
                    (x - 2, y - height - 3),
                    (x + width * 0.06, y - height - width * 0.62),
                    (x + width * 1.0, y - height - width * 0.62),
                    (x + width + 4, y - height - 3),
                    (x + width * 0.94, y - height - 5),
                    (x + width * 0.06, y - height - 5),
                ]
            ),
            darker(colour, 0.12),
            lift=5,
        )
    else:
        picture.cut(
            blob(
                [
                    (x - width * 0.06, y - height + 4),
                    (x + width * 0.02, y - height - width * 0.13),
                    (x + width * 0.98, y - height - width * 0.13),
                    (x + width * 1.06, y - height + 4),
                ],
                0.2,
            ),
            lighter(colour, 0.08),
            lift=5,
        )
    for wx in (0.14, 0.86):
        picture.cut(ellipse(x + width * wx, y, width * 0.075), INK, lift=2)


def lifebuoy(picture: Picture, x: float, y: float, radius: float) -> None:
    """A life ring in vermilion and white with its rope."""
    ring = minus(ellipse(x, y, radius), ellipse(x, y, radius * 0.56))
    loops = [
        (x + math.cos(a) * radius * 1.06, y + math.sin(a) * radius * 1.06) for a in (math.pi * k / 4 for k in range(9))
    ]
    for first, second in zip(loops[::2], loops[2::2], strict=False):
        mid = ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
        out = (x + (mid[0] - x) * 1.46, y + (mid[1] - y) * 1.46)
        picture.cut(ribbon([first, out, second], [radius * 0.022] * 3), CREAM, lift=3)
    picture.cut(ring, VERMILION, darker(VERMILION, 0.08), lift=radius * 0.06)
    with picture.inside(ring):
        for quarter in range(4):
            wedge = moved(
                polygon([(0, 0), (radius * 1.3, -radius * 0.32), (radius * 1.3, radius * 0.32)]), x, y, 1, quarter * 90
            )
            picture.cut(wedge, PAPER, lift=1.2)
        picture.veil(
            minus(ellipse(x, y, radius * 0.86), ellipse(x + radius * 0.04, y + radius * 0.06, radius * 0.80)),
            (255, 255, 255),
            0.3,
            blur=radius * 0.03,
        )


def kite(
    picture: Picture,
    x: float,
    y: float,
    size: float,
    colour: Colour,
    hand: Point,
    turn: float = -18.0,
    swallow: bool = False,
) -> None:
    """A paper kite with tails, its line running to ``hand``."""
    picture.thread([(x, y), ((x + hand[0]) / 2 + 14, (y + hand[1]) / 2 + 46), hand], 1.3, UMBER, 0.75)
    if swallow:
        wing = blob(
            [
                (0, -size * 0.3),
                (size * 0.5, -size * 0.42),
                (size, -size * 0.1),
                (size * 0.52, size * 0.02),
                (size * 0.14, size * 0.16),
                (size * 0.34, size * 0.9),
                (0, size * 0.42),
                (-size * 0.34, size * 0.9),
                (-size * 0.14, size * 0.16),
                (-size * 0.52, size * 0.02),
                (-size, -size * 0.1),
                (-size * 0.5, -size * 0.42),
            ],
            0.42,
        )
        picture.cut(moved(wing, x, y, 1, turn), colour, lift=6)
        for side in (-1, 1):
            picture.cut(
                moved(ellipse(side * size * 0.5, -size * 0.17, size * 0.17, size * 0.1), x, y, 1, turn), GOLD, lift=0.8
            )
        picture.cut(moved(ellipse(0, -size * 0.04, size * 0.12, size * 0.2), x, y, 1, turn), CREAM, lift=0.8)
        return
    for dx in (-0.12, 0.12):
        tail = ribbon(
            [
                (dx * size, size * 0.5),
                (dx * size + size * 0.2, size * 0.9),
                (dx * size - size * 0.1, size * 1.3),
                (dx * size + size * 0.1, size * 1.7),
            ],
            [size * 0.03] * 4,
        )
        picture.cut(moved(tail, x, y, 1, turn), lighter(colour, 0.3), lift=3)
    picture.cut(
        moved(
            polygon([(0, -size * 0.62), (size * 0.5, -size * 0.1), (0, size * 0.6), (-size * 0.5, -size * 0.1)]),
            x,
            y,
            1,
            turn,
        ),
        colour,
        lift=6,
    )
    picture.cut(
        moved(polygon([(0, -size * 0.62), (size * 0.5, -size * 0.1), (0, -size * 0.1)]), x, y, 1, turn),
        lighter(colour, 0.3),
        lift=0.6,
    )
    picture.cut(
        moved(polygon([(0, size * 0.6), (-size * 0.5, -size * 0.1), (0, -size * 0.1)]), x, y, 1, turn), GOLD, lift=0.6
    )


def open_book(
    picture: Picture, x: float, y: float, width: float, turn: float = 0.0, cover: Colour = VERMILION, lines: bool = True
) -> None:
    """An open song book seen from behind its lower edge, centred at ``(x, y)``; ruled staves without any signs."""
    h = width * 0.36
    picture.cut(
        moved(
            polygon(
                [
                    (-width / 2, -h * 0.86),
                    (0, -h * 0.72),
                    (width / 2, -h * 0.86),
                    (width * 0.53, h * 0.52),
                    (0, h * 0.68),
                    (-width * 0.53, h * 0.52),
                ]
            ),
            x,
            y,
            1,
            turn,
        ),
        cover,
        lift=width * 0.03,
    )
    for side in (-1, 1):
        page = blob(
            [
                (0, -h * 0.74),
                (side * width * 0.24, -h * 0.96),
                (side * width * 0.48, -h * 0.84),
                (side * width * 0.505, h * 0.46),
                (side * width * 0.25, h * 0.34),
                (0, h * 0.6),
            ],
            0.22,
        )
        picture.cut(moved(page, x, y, 1, turn), PAPER if side < 0 else lighter(CREAM, 0.3), lift=width * 0.012)
        if lines:
            for row in range(4):
                ly = -h * 0.52 + row * h * 0.24
                a = _turned((side * width * 0.07, ly + h * 0.06), turn)
                b = _turned((side * width * 0.25, ly - h * 0.06), turn)
                c = _turned((side * width * 0.44, ly), turn)
                picture.thread([(x + p[0], y + p[1]) for p in (a, b, c)], width * 0.008, SLATE, 0.5)


def _turned(point: Point, degrees: float) -> Point:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return point[0] * c - point[1] * s, point[0] * s + point[1] * c


def torch(picture: Picture, hand: Point, aim: Point, size: float, reach: float = 5.0) -> None:
    """A hand lamp at ``hand`` throwing a beam towards ``aim``."""
    dx, dy = aim[0] - hand[0], aim[1] - hand[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    end = (hand[0] + ux * size, hand[1] + uy * size)
    wide = length * 0.22
    picture.beam(
        polygon(
            [
                (end[0] - uy * size * 0.2, end[1] + ux * size * 0.2),
                (aim[0] - uy * wide, aim[1] + ux * wide),
                (aim[0] + uy * wide, aim[1] - ux * wide),
                (end[0] + uy * size * 0.2, end[1] - ux * size * 0.2),
            ]
        ),
        end,
        aim,
        (255, 236, 186),
        0.6,
    )
    picture.cut(
        ribbon(
            [
                (hand[0] - ux * size * 0.5, hand[1] - uy * size * 0.5),
                (hand[0] + ux * size * 0.5, hand[1] + uy * size * 0.5),
                end,
            ],
            [size * 0.14, size * 0.15, size * 0.27],
            True,
            False,
        ),
        INK,
        lift=1.5,
    )
    picture.glow(*end, size * reach * 0.4, (255, 240, 200), 0.9)
