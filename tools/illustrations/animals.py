"""Animals of yards and alleys."""

from __future__ import annotations

from tools.illustrations.geometry import Point, blob, ellipse, polygon, ribbon
from tools.illustrations.palette import CLAY, DEEP_TEAL, GOLD, INK, PLUM, SAND, VERMILION, Colour, darker, lighter, mix
from tools.illustrations.paper import Picture


def fowl(
    picture: Picture,
    x: float,
    y: float,
    size: float,
    facing: int = 1,
    colour: Colour = CLAY,
    rooster: bool = False,
    legs: bool = True,
) -> None:
    """A hen, or a rooster with its sickle tail, standing on ``y``; ``size`` is its length."""

    def at(px: float, py: float) -> Point:
        return x + facing * px * size, y - py * size

    if legs:
        for dx in (-0.04, 0.1):
            picture.stroke([at(dx, 0.26), at(dx + 0.01, 0.02), at(dx + 0.09, 0.0)], size * 0.03, GOLD, 1.5)
    if rooster:
        for tip, tone in (
            ((-0.62, 0.98), DEEP_TEAL),
            ((-0.72, 0.78), darker(DEEP_TEAL, 0.3)),
            ((-0.68, 0.56), darker(PLUM, 0.3)),
        ):
            line = [
                at(-0.3, 0.5),
                at((tip[0] - 0.3) / 2 - 0.02, tip[1] + 0.1),
                at(*tip),
                at(tip[0] - 0.06, tip[1] - 0.24),
            ]
            picture.cut(ribbon(line, [size * 0.07, size * 0.085, size * 0.06, size * 0.012]), tone, lift=size * 0.015)
    else:
        picture.cut(
            blob([at(-0.22, 0.4), at(-0.52, 0.74), at(-0.4, 0.74), at(-0.12, 0.6)], 0.4), darker(colour, 0.25), lift=2
        )
    body = [
        at(-0.42, 0.56),
        at(-0.3, 0.32),
        at(0.0, 0.22),
        at(0.24, 0.32),
        at(0.34, 0.56),
        at(0.36, 0.8),
        at(0.26, 0.94),
        at(0.12, 0.9),
        at(0.06, 0.7),
        at(-0.14, 0.56),
    ]
    picture.cut(blob(body, 0.5), colour, darker(colour, 0.12), lift=size * 0.025)
    comb = size * (0.07 if rooster else 0.045)
    for dx, dy in ((0.13, 0.95), (0.2, 0.99), (0.27, 0.97)):
        picture.cut(ellipse(*at(dx, dy), comb), VERMILION, lift=1.2)
    picture.cut(polygon([at(0.34, 0.88), at(0.48, 0.81), at(0.35, 0.78)]), GOLD, lift=1.2)
    picture.cut(ellipse(*at(0.33, 0.72), comb * 0.7, comb * 1.2), VERMILION, lift=1.2)
    picture.cut(ellipse(*at(0.26, 0.85), size * 0.022), INK, lift=0, rim=0)
    picture.cut(
        blob([at(-0.3, 0.54), at(0.06, 0.56), at(0.16, 0.46), at(0.02, 0.33), at(-0.18, 0.36)], 0.5),
        lighter(colour, 0.16) if not rooster else darker(colour, 0.3),
        lift=size * 0.02,
    )


def pig(picture: Picture, x: float, y: float, size: float, facing: int = 1, colour: Colour = (222, 168, 150)) -> None:
    """A pig's head and shoulders looking in from the side, its throat at ``(x, y)``; ``size`` is the head's length."""

    def at(px: float, py: float) -> Point:
        return x + facing * px * size, y - py * size

    picture.cut(
        blob([at(-1.7, 1.1), at(-0.7, 1.14), at(-0.1, 0.9), at(0.0, 0.2), at(-0.3, -0.5), at(-1.7, -0.6)], 0.4),
        darker(colour, 0.06),
        lift=size * 0.05,
    )
    picture.cut(
        blob(
            [
                at(-0.5, 0.86),
                at(0.0, 0.96),
                at(0.34, 0.66),
                at(0.62, 0.5),
                at(0.64, 0.14),
                at(0.3, 0.0),
                at(-0.2, -0.1),
                at(-0.56, 0.3),
            ],
            0.45,
        ),
        colour,
        lift=size * 0.05,
    )
    picture.cut(ellipse(*at(0.66, 0.32), size * 0.11, size * 0.2), mix(colour, VERMILION, 0.28), lift=size * 0.03)
    for dy in (0.38, 0.26):
        picture.cut(ellipse(*at(0.68, dy), size * 0.03, size * 0.04), darker(colour, 0.6), lift=0, rim=0)
    picture.cut(
        blob([at(-0.3, 0.98), at(-0.06, 1.22), at(0.14, 0.86), at(0.06, 0.62), at(-0.16, 0.74)], 0.4),
        mix(colour, VERMILION, 0.2),
        lift=size * 0.04,
    )
    picture.cut(ellipse(*at(0.2, 0.58), size * 0.045), INK, lift=0, rim=0)
    picture.thread([at(0.58, 0.12), at(0.4, 0.12), at(0.28, 0.2)], size * 0.03, darker(colour, 0.45), 0.8)


def dog(picture: Picture, x: float, y: float, size: float, facing: int = 1, colour: Colour = SAND) -> None:
    """A small dog sitting on ``y``; ``size`` is its height."""

    def at(px: float, py: float) -> Point:
        return x + facing * px * size, y - py * size

    picture.stroke([at(-0.3, 0.1), at(-0.5, 0.2), at(-0.52, 0.4)], size * 0.09, darker(colour, 0.15), 2)
    picture.cut(
        blob([at(-0.34, 0.0), at(-0.36, 0.3), at(-0.08, 0.66), at(0.14, 0.6), at(0.2, 0.0)], 0.4),
        colour,
        darker(colour, 0.12),
        lift=3,
    )
    picture.cut(
        blob(
            [
                at(-0.14, 0.9),
                at(0.1, 1.0),
                at(0.24, 0.86),
                at(0.46, 0.76),
                at(0.42, 0.64),
                at(0.12, 0.58),
                at(-0.12, 0.66),
            ],
            0.45,
        ),
        colour,
        lift=3,
    )
    picture.cut(
        blob([at(-0.1, 0.94), at(-0.24, 0.8), at(-0.2, 0.58), at(-0.04, 0.72)], 0.4), darker(colour, 0.35), lift=2
    )
    picture.cut(ellipse(*at(0.45, 0.74), size * 0.045), INK, lift=0, rim=0)
