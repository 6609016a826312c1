"""Whole trees."""

from __future__ import annotations

import math

from tools.illustrations.foliage import foliage, scatter_leaves
from tools.illustrations.geometry import Path, Point, blob, many, ribbon, union
from tools.illustrations.palette import DEEP_MOSS, MOSS, SNOW, SPROUT, UMBER, Colour, darker, lighter, mix
from tools.illustrations.paper import Picture


def round_tree(
    picture: Picture, x: float, y: float, height: float, colour: Colour = MOSS, trunk: Colour = UMBER, lift: float = 5.0
) -> None:
    """A street tree with three stacked masses of leaves, standing at ``(x, y)``."""
    bole = height * 0.035
    picture.cut(
        ribbon(
            [(x, y), (x + bole * 0.6, y - height * 0.3), (x - bole * 0.4, y - height * 0.62)],
            [bole * 1.3, bole, bole * 0.7],
            False,
            False,
        ),
        trunk,
        lift=lift * 0.6,
    )
    for dx, dy, r, shade in ((0.1, 0.58, 0.24, 0.2), (-0.13, 0.64, 0.22, 0.08), (0.02, 0.79, 0.22, -0.08)):
        tone = darker(colour, shade) if shade > 0 else lighter(colour, -shade * 2)
        picture.cut(
            foliage(picture, x + dx * height, y - dy * height, r * height, r * height * 0.86, 11), tone, lift=lift
        )


def bare_tree(
    picture: Picture,
    x: float,
    y: float,
    height: float,
    colour: Colour,
    lean: float = 0.0,
    depth: int = 5,
    lift: float = 4.0,
    snow: bool = False,
) -> list[Point]:
    """A winter tree; returns its twig ends so that lanterns or buds can hang there."""
    limbs: list[Path] = []
    upper: list[Path] = []
    ends: list[Point] = []

    def grow(px: float, py: float, angle: float, length: float, radius: float, level: int) -> None:
        bend = picture.random.uniform(-0.22, 0.22)
        mx, my = px + math.cos(angle + bend) * length * 0.5, py - math.sin(angle + bend) * length * 0.5
        qx, qy = mx + math.cos(angle - bend * 0.6) * length * 0.5, my - math.sin(angle - bend * 0.6) * length * 0.5
        limbs.append(ribbon([(px, py), (mx, my), (qx, qy)], [radius, radius * 0.82, radius * 0.62]))
        if snow and level < 4 and abs(math.cos(angle)) > 0.45:
            upper.append(
                ribbon(
                    [(px, py - radius), (mx, my - radius), (qx, qy - radius * 0.7)],
                    [radius * 0.2, radius * 0.5, radius * 0.25],
                )
            )
        if level == 0:
            ends.append((qx, qy))
            return
        for turn in (picture.random.uniform(0.28, 0.6), picture.random.uniform(-0.6, -0.28)):
            grow(qx, qy, angle + turn, length * picture.random.uniform(0.68, 0.82), radius * 0.62, level - 1)
        if level >= 2 and picture.random.random() < 0.6:
            grow(mx, my, angle + picture.random.choice((-0.9, 0.9)), length * 0.55, radius * 0.45, level - 2)

    grow(x, y, math.pi / 2 + lean, height * 0.3, height * 0.03, depth)
    picture.cut(union(*limbs), colour, lift=lift)
    if upper:
        picture.cut(many(upper), SNOW, lift=1.0, rim=0)
    return ends


def camphor(picture: Picture, x: float, y: float, height: float, spread: float) -> None:
    """A great old camphor: forked trunk, roots, and a broad crown in five greens with single leaves on top."""
    bark = UMBER
    for side in (-1, 1):
        picture.cut(
            ribbon(
                [
                    (x + side * 10, y - height * 0.3),
                    (x + side * spread * 0.22, y - height * 0.56),
                    (x + side * spread * 0.42, y - height * 0.72),
                ],
                [26, 17, 8],
            ),
            darker(bark, 0.2),
            lift=6,
        )
    trunk = blob(
        [
            (x - 96, y + 10),
            (x - 52, y - 36),
            (x - 40, y - height * 0.26),
            (x - 74, y - height * 0.66),
            (x - 6, y - height * 0.5),
            (x + 66, y - height * 0.7),
            (x + 34, y - height * 0.26),
            (x + 54, y - 40),
            (x + 118, y + 12),
            (x + 20, y - 2),
        ],
        0.55,
    )
    picture.cut(trunk, bark, darker(bark, 0.15), lift=8)
    for groove in (-22, -4, 16):
        picture.thread(
            [(x + groove, y - 20), (x + groove * 0.7 + 4, y - height * 0.2), (x + groove * 0.9, y - height * 0.4)],
            2.2,
            darker(bark, 0.35),
            0.5,
        )
    masses = (
        (0.36, 0.66, 0.32, 0.17, darker(DEEP_MOSS, 0.25)),
        (-0.36, 0.68, 0.32, 0.17, darker(DEEP_MOSS, 0.15)),
        (0.02, 0.76, 0.36, 0.18, DEEP_MOSS),
        (0.26, 0.84, 0.27, 0.15, mix(DEEP_MOSS, MOSS, 0.5)),
        (-0.24, 0.86, 0.29, 0.16, MOSS),
        (0.03, 0.97, 0.27, 0.13, mix(MOSS, SPROUT, 0.4)),
    )
    for dx, dy, rx, ry, tone in masses:
        cx, cy, w, h = x + dx * spread, y - dy * height, rx * spread, ry * height
        picture.cut(foliage(picture, cx, cy, w, h, 19), tone, lift=10)
        scatter_leaves(picture, cx, cy, w, h, 26, 20, (lighter(tone, 0.16), mix(tone, SPROUT, 0.45)))
