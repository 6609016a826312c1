"""What lies and hangs about a repairman: umbrellas, cookers, radios, tools."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.illustrations.geometry import (
    Path,
    Point,
    blob,
    ellipse,
    minus,
    moved,
    polygon,
    rectangle,
    ribbon,
)
from tools.illustrations.palette import (
    CREAM,
    GOLD,
    INK,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture


def umbrella(
    picture: Picture,
    x: float,
    y: float,
    width: float,
    colour: Colour,
    turn: float = 0.0,
    panels: int = 6,
    handle: bool = True,
) -> None:
    """An open umbrella with its top at ``(x, y)``, turned clockwise by ``turn`` degrees."""
    half, height = width / 2, width * 0.36
    if handle:
        stick = ribbon(
            [(0, 0), (0, width * 0.7), (width * 0.02, width * 0.78), (width * 0.07, width * 0.76)], [width * 0.012] * 4
        )
        picture.cut(moved(stick, x, y, 1, turn), UMBER, lift=3)
    edge = [(-half + width * k / panels, height) for k in range(panels + 1)]
    for index in range(panels):
        (ax, ay), (bx, by) = edge[index], edge[index + 1]
        pane = moved(_panel((ax, ay), (bx, by), height, half), x, y, 1, turn)
        picture.cut(pane, colour if index % 2 else lighter(colour, 0.14), lift=3, rim=0.2)
    picture.cut(
        moved(ribbon([(0, -width * 0.05), (0, 4)], [width * 0.012, width * 0.02]), x, y, 1, turn),
        darker(colour, 0.3),
        lift=2,
    )


def _panel(a: Point, b: Point, height: float, half: float) -> Path:
    def rib(p: Point, t: float) -> Point:
        return p[0] * math.sin(t * math.pi / 2) ** 0.9, height * (1 - math.cos(t * math.pi / 2))

    left = [rib(a, t / 8) for t in range(9)]
    right = [rib(b, t / 8) for t in range(9)]
    sag = ((a[0] + b[0]) / 2, height - half * 0.06)
    return polygon([*left, sag, *reversed(right)])


def folded_umbrella(picture: Picture, x: float, y: float, length: float, colour: Colour) -> None:
    """A closed umbrella hanging by its crook from ``(x, y)``."""
    r = length * 0.05
    picture.cut(
        ribbon(
            [
                (x - r * 1.6, y + r * 1.6),
                (x - r * 1.4, y - r * 0.2),
                (x, y - r * 0.9),
                (x + r * 0.2, y + r),
                (x, y + length * 0.3),
            ],
            [r * 0.36] * 5,
        ),
        UMBER,
        lift=3,
    )
    body = blob(
        [
            (x - r * 0.5, y + length * 0.22),
            (x + r * 0.6, y + length * 0.22),
            (x + r * 1.7, y + length * 0.34),
            (x + r * 0.9, y + length * 0.84),
            (x, y + length * 0.96),
            (x - r * 0.9, y + length * 0.84),
            (x - r * 1.6, y + length * 0.34),
        ],
        0.4,
    )
    picture.cut(body, colour, darker(colour, 0.15), lift=5)
    for dx in (-0.55, 0.1, 0.7):
        picture.thread(
            [(x + dx * r * 1.6, y + length * 0.32), (x + dx * r * 0.8, y + length * 0.86)],
            1.6,
            darker(colour, 0.35),
            0.6,
        )
    picture.cut(
        ribbon([(x - r * 1.25, y + length * 0.55), (x + r * 1.25, y + length * 0.56)], [r * 0.22] * 2),
        lighter(colour, 0.3),
        lift=1,
    )
    picture.cut(ribbon([(x, y + length * 0.94), (x, y + length)], [r * 0.25, r * 0.12]), STEEL, lift=1)


def rice_cooker(
    picture: Picture, x: float, y: float, width: float, colour: Colour = CREAM, open_lid: bool = False
) -> None:
    """A rice cooker standing on ``y``."""
    height = width * 0.62
    if open_lid:
        picture.cut(
            moved(
                blob(
                    [
                        (-width * 0.44, 0),
                        (-width * 0.3, -width * 0.16),
                        (0, -width * 0.2),
                        (width * 0.3, -width * 0.16),
                        (width * 0.44, 0),
                    ],
                    0.5,
                ),
                x + width * 0.28,
                y - height * 1.28,
                1,
                62,
            ),
            lighter(colour, 0.3),
            lift=3,
        )
    picture.cut(
        blob(
            [
                (x - width * 0.47, y - height),
                (x + width * 0.47, y - height),
                (x + width * 0.5, y - height * 0.4),
                (x + width * 0.4, y),
                (x - width * 0.4, y),
                (x - width * 0.5, y - height * 0.4),
            ],
            0.35,
        ),
        colour,
        darker(colour, 0.1),
        lift=4,
    )
    if open_lid:
        picture.cut(ellipse(x, y - height, width * 0.46, width * 0.07), darker(STEEL, 0.3), lift=1)
    else:
        picture.cut(
            blob(
                [
                    (x - width * 0.48, y - height),
                    (x - width * 0.34, y - height * 1.25),
                    (x, y - height * 1.33),
                    (x + width * 0.34, y - height * 1.25),
                    (x + width * 0.48, y - height),
                ],
                0.45,
            ),
            lighter(colour, 0.3),
            lift=2.5,
        )
        picture.cut(rectangle(x - width * 0.12, y - height * 1.4, width * 0.24, height * 0.12, 3), INK, lift=1.5)
    picture.cut(
        rectangle(x - width * 0.16, y - height * 0.62, width * 0.32, height * 0.34, 4), mix(colour, UMBER, 0.25), lift=1
    )
    picture.cut(ellipse(x, y - height * 0.4, width * 0.045), VERMILION, lift=1)


def radio(picture: Picture, x: float, y: float, width: float, colour: Colour = UMBER) -> None:
    """An old table radio standing on ``y``, left edge ``x``: cloth grille, dial, two knobs."""
    height = width * 0.58
    picture.thread([(x + width * 0.84, y - height), (x + width * 1.04, y - height * 1.75)], 3, STEEL)
    picture.cut(rectangle(x, y - height, width, height, width * 0.07), colour, darker(colour, 0.15), lift=7)
    picture.cut(
        rectangle(x + width * 0.06, y - height * 0.88, width * 0.52, height * 0.74, 8), mix(GOLD, CREAM, 0.5), lift=1.5
    )
    for index in range(1, 9):
        gy = y - height * 0.88 + height * 0.74 * index / 9
        picture.thread([(x + width * 0.08, gy), (x + width * 0.56, gy)], 1.6, UMBER, 0.4)
    picture.cut(rectangle(x + width * 0.64, y - height * 0.86, width * 0.29, height * 0.28, 4), CREAM, lift=1.5)
    picture.thread([(x + width * 0.8, y - height * 0.82), (x + width * 0.8, y - height * 0.62)], 2.4, VERMILION)
    for kx in (0.70, 0.87):
        picture.cut(ellipse(x + width * kx, y - height * 0.3, width * 0.055), GOLD, lift=2.5)
        picture.thread([(x + width * kx, y - height * 0.3), (x + width * kx, y - height * 0.37)], 2, darker(GOLD, 0.5))


def tools_on_wall(
    picture: Picture, x: float, y: float, width: float, kinds: Sequence[str], colour: Colour = STEEL
) -> None:
    """Hand tools hanging in a row from ``(x, y)``: ``hammer saw pliers driver wrench coil``."""
    step = width / len(kinds)
    for index, kind in enumerate(kinds):
        cx, s = x + step * (index + 0.5), step * 0.8
        picture.cut(ellipse(cx, y, s * 0.04), UMBER, lift=2)
        if kind == "hammer":
            picture.cut(rectangle(cx - s * 0.05, y, s * 0.1, s * 1.3, 3), UMBER, lift=3)
            picture.cut(
                blob(
                    [
                        (cx - s * 0.32, y + s * 0.02),
                        (cx + s * 0.26, y + s * 0.0),
                        (cx + s * 0.26, y + s * 0.22),
                        (cx - s * 0.32, y + s * 0.1),
                    ],
                    0.3,
                ),
                colour,
                lift=3,
            )
        elif kind == "saw":
            picture.cut(
                polygon(
                    [
                        (cx - s * 0.16, y + s * 0.3),
                        (cx + s * 0.2, y + s * 0.3),
                        (cx + s * 0.06, y + s * 1.5),
                        (cx - s * 0.06, y + s * 1.5),
                    ]
                ),
                lighter(colour, 0.3),
                lift=3,
            )
            picture.cut(
                minus(
                    rectangle(cx - s * 0.22, y - s * 0.04, s * 0.44, s * 0.4, s * 0.12),
                    rectangle(cx - s * 0.1, y + s * 0.07, s * 0.2, s * 0.14, s * 0.06),
                ),
                UMBER,
                lift=3,
            )
        elif kind in ("pliers", "wrench"):
            red = VERMILION if kind == "pliers" else colour
            picture.cut(
                ribbon(
                    [(cx + s * 0.02, y + s * 0.5), (cx - s * 0.16, y + s * 0.8), (cx - s * 0.12, y + s * 1.3)],
                    [s * 0.05, s * 0.07, s * 0.06],
                ),
                red,
                lift=3,
            )
            picture.cut(
                ribbon(
                    [(cx - s * 0.02, y + s * 0.5), (cx + s * 0.16, y + s * 0.8), (cx + s * 0.12, y + s * 1.3)],
                    [s * 0.05, s * 0.07, s * 0.06],
                ),
                red,
                lift=3,
            )
            picture.cut(
                blob(
                    [
                        (cx - s * 0.1, y + s * 0.56),
                        (cx - s * 0.13, y + s * 0.26),
                        (cx, y),
                        (cx + s * 0.13, y + s * 0.26),
                        (cx + s * 0.1, y + s * 0.56),
                    ],
                    0.4,
                ),
                colour,
                lift=3,
            )
        elif kind == "driver":
            picture.cut(rectangle(cx - s * 0.03, y + s * 0.4, s * 0.06, s * 0.9), colour, lift=3)
            picture.cut(rectangle(cx - s * 0.1, y - s * 0.02, s * 0.2, s * 0.5, s * 0.08), GOLD, lift=3)
        else:
            for r in (0.3, 0.24, 0.18):
                picture.thread(
                    [
                        (cx + math.cos(a) * s * r, y + s * 0.34 + math.sin(a) * s * r * 1.1)
                        for a in (math.pi * k / 8 for k in range(17))
                    ],
                    s * 0.035,
                    TEAL,
                )
