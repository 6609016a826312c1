"""What grows on the slopes: tea in rows, maize, reeds."""

from __future__ import annotations

from collections.abc import Sequence

from tools.illustrations.geometry import Point, curve, ellipse, ground, many, moved, ribbon
from tools.illustrations.palette import AMBER, DEEP_MOSS, GOLD, MOSS, SAND, Colour, darker, lighter, mix
from tools.illustrations.paper import Picture


def tea_rows(
    picture: Picture, line: Sequence[Point], bottom: float, rows: int, colour: Colour, light: Colour, lift: float = 8.0
) -> None:
    """A hill whose skyline follows ``line``, planted with ``rows`` of clipped tea that follow its curve, larger towards the viewer."""
    hill = ground(line, bottom)
    picture.cut(hill, darker(mix(colour, DEEP_MOSS, 0.6), 0.1), mix(colour, DEEP_MOSS, 0.6), lift=lift)
    dense = curve(line, 40)
    depth = bottom - min(y for _, y in line)
    drops = [depth * ((row + 0.5) / rows) ** 1.35 for row in range(rows + 1)]
    with picture.inside(hill):
        for row in range(rows):
            drop, size = drops[row], (drops[row + 1] - drops[row]) * 0.34
            bushes = []
            at = dense[0][0]
            for x, y in dense:
                if x >= at:
                    bushes.append(ellipse(x, y + drop + picture.random.uniform(-2, 2), size * 1.5, size))
                    at = x + size * 2.3
            picture.cut(many(bushes), mix(colour, light, 0.3 + 0.5 * row / rows), lift=2.5, rim=0.18)


def maize(picture: Picture, x: float, y: float, height: float, colour: Colour = MOSS, lift: float = 5.0) -> None:
    """One stalk of maize with arching leaves, a cob and its tassel, rooted at ``(x, y)``."""
    sway = picture.random.uniform(-0.04, 0.04) * height
    line = [(x, y), (x + sway * 0.4, y - height * 0.5), (x + sway, y - height * 0.94)]
    tassel = [
        ribbon(
            [(x + sway, y - height * 0.92), (x + sway + dx * height * 0.05, y - height * (1.06 - abs(dx) * 0.03))],
            [height * 0.004, height * 0.006],
        )
        for dx in (-1.4, -0.7, 0, 0.7, 1.4)
    ]
    picture.cut(many(tassel), mix(GOLD, SAND, 0.4), lift=2)
    picture.cut(ribbon(line, [height * 0.018, height * 0.015, height * 0.008]), darker(colour, 0.1), lift=lift * 0.5)
    for index in range(7):
        share = 0.16 + index * 0.115
        side = 1 if index % 2 else -1
        px, py = x + sway * share, y - height * share
        reach = height * picture.random.uniform(0.2, 0.3) * (1.1 - share * 0.4)
        blade = [
            (px, py),
            (px + side * reach * 0.4, py - reach * 0.5),
            (px + side * reach * 0.85, py - reach * 0.34),
            (px + side * reach * 1.1, py + reach * 0.3),
        ]
        tone = lighter(colour, 0.12) if index % 3 == 0 else mix(colour, DEEP_MOSS, 0.25 * (index % 2))
        picture.cut(
            ribbon(blade, [height * 0.012, height * 0.03, height * 0.026, height * 0.003]), tone, lift=lift * 0.6
        )
    cob = x + sway * 0.5 + height * 0.03, y - height * 0.5
    picture.cut(moved(ellipse(0, 0, height * 0.026, height * 0.075), *cob, 1, 16), AMBER, lift=lift * 0.5)
    picture.cut(
        moved(ellipse(0, height * 0.03, height * 0.03, height * 0.06), *cob, 1, 16), lighter(colour, 0.2), lift=1.5
    )


def reeds(
    picture: Picture,
    x0: float,
    x1: float,
    y: float,
    height: float,
    colours: Sequence[Colour],
    count: int = 24,
    lift: float = 5.0,
) -> None:
    """Blades of grass or reed from ``x0`` to ``x1``, rooted at ``y``."""
    for colour in colours:
        blades = []
        for _ in range(count):
            x, tall = picture.random.uniform(x0, x1), height * picture.random.uniform(0.5, 1.0)
            bend = picture.random.uniform(-0.45, 0.45) * tall
            blades.append(
                ribbon(
                    [(x, y), (x + bend * 0.25, y - tall * 0.6), (x + bend, y - tall)],
                    [height * 0.018, height * 0.022, 0.6],
                )
            )
        picture.cut(many(blades), colour, lift=lift, rim=0.12)
