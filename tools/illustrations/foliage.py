"""Leaves, bushes, hanging strands and flowering branches."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.illustrations.geometry import Path, Point, curve, ellipse, many, moved, ribbon, union
from tools.illustrations.palette import PAPER, ROSE, UMBER, Colour, mix
from tools.illustrations.paper import Picture


def leaf(x: float, y: float, length: float, turn: float, plump: float = 0.26) -> Path:
    """A pointed leaf from its stalk at ``(x, y)``; ``turn`` in degrees, 0 to the right."""
    half = length * plump
    shape = ribbon(
        [(0, 0), (length * 0.3, -half * 0.1), (length * 0.7, 0), (length, 0)],
        [0.4, half, half * 0.7, 0.2],
        False,
        False,
    )
    return moved(shape, x, y, 1.0, turn)


def foliage(picture: Picture, x: float, y: float, rx: float, ry: float, bumps: int = 15) -> Path:
    """A leafy mass with a lively scalloped edge."""
    core = ellipse(x, y, rx * 0.86, ry * 0.86)
    lobes = []
    for index in range(bumps):
        angle = 2 * math.pi * index / bumps + picture.random.uniform(-0.1, 0.1)
        size = picture.random.uniform(0.2, 0.32) * min(rx, ry)
        lobes.append(ellipse(x + math.cos(angle) * rx * 0.82, y + math.sin(angle) * ry * 0.82, size))
    return union(core, *lobes)


def scatter_leaves(
    picture: Picture, x: float, y: float, rx: float, ry: float, count: int, size: float, colours: Sequence[Colour]
) -> None:
    """Single cut leaves lying on a canopy, denser towards the lit upper left."""
    for colour in colours:
        leaves = []
        for _ in range(count):
            angle, radius = picture.random.uniform(0, 2 * math.pi), picture.random.random() ** 0.6
            px, py = x + math.cos(angle) * rx * radius * 0.9, y + math.sin(angle) * ry * radius * 0.9
            leaves.append(leaf(px, py, size * picture.random.uniform(0.7, 1.3), picture.random.uniform(-70, 110), 0.3))
        picture.cut(many(leaves), colour, lift=2.2, rim=0.15)


def shrubs(
    picture: Picture, x0: float, x1: float, y: float, height: float, colours: Sequence[Colour], lift: float = 8.0
) -> None:
    """Leafy bushes along the foot of the picture from ``x0`` to ``x1``, the tallest at the outer end; their feet are at ``y``."""
    for layer, colour in enumerate(colours):
        leaves: list[Path] = []
        count = max(6, round(abs(x1 - x0) / 13))
        for index in range(count):
            share = index / (count - 1)
            x = x0 + (x1 - x0) * share
            tall = height * (1 - 0.75 * share) * (1 - 0.22 * layer) * picture.random.uniform(0.55, 1.0)
            sway = picture.random.uniform(-24, 24)
            leaves.append(ribbon([(x, y + 30), (x + sway * 0.2, y - tall * 0.5), (x + sway, y - tall)], [3, 2, 1]))
            for step in range(1, 6):
                py, px = y - tall * step / 5, x + sway * (step / 5) ** 1.5
                leaves.extend(
                    leaf(
                        px,
                        py,
                        height * 0.2 * picture.random.uniform(0.7, 1.1),
                        -90 + side * picture.random.uniform(30, 66),
                        0.22,
                    )
                    for side in (-1, 1)
                )
        picture.cut(many(leaves), colour, lift=lift, rim=0.15)


def hanging_willow(
    picture: Picture,
    x0: float,
    x1: float,
    length: float,
    colours: Sequence[Colour],
    strands: int = 9,
    size: float = 30.0,
) -> None:
    """Willow strands hanging into the frame from above between ``x0`` and ``x1``; the longest are at the outer end ``x0``."""
    for colour in colours:
        pieces: list[Path] = []
        for index in range(strands):
            share = (index + picture.random.random()) / strands
            x = x0 + (x1 - x0) * share
            fall = length * (1 - 0.62 * share) * picture.random.uniform(0.7, 1.0)
            drift = picture.random.uniform(0.02, 0.09) * length
            strand = [(x, -30), (x + drift * 0.3, fall * 0.4), (x + drift, fall)]
            pieces.append(ribbon(strand, [1.8, 1.5, 0.6]))
            line = curve(strand, 18)
            for step, (px, py) in enumerate(line[2::2]):
                side = 1 if step % 2 else -1
                pieces.append(
                    leaf(
                        px,
                        py,
                        size * picture.random.uniform(0.8, 1.15),
                        82 + side * picture.random.uniform(14, 40),
                        0.15,
                    )
                )
        picture.cut(many(pieces), colour, lift=5, rim=0.15)


def leafy_branch(
    picture: Picture,
    points: Sequence[Point],
    size: float,
    colours: Sequence[Colour],
    trunk: Colour = UMBER,
    width: float = 8.0,
    lift: float = 9.0,
) -> None:
    """A branch reaching into the frame, leaves on both sides."""
    radii = [width * (1 - 0.8 * i / (len(points) - 1)) / 2 for i in range(len(points))]
    picture.cut(ribbon(points, radii), trunk, lift=lift * 0.7)
    line = curve(points, 10)
    for colour in colours:
        leaves = []
        for index in range(2, len(line) - 1):
            (x0, y0), (x1, y1) = line[index], line[index + 1]
            along = math.degrees(math.atan2(y1 - y0, x1 - x0))
            side = picture.random.choice((-1, 1))
            leaves.append(
                leaf(
                    x0, y0, size * picture.random.uniform(0.7, 1.2), along + side * picture.random.uniform(30, 70), 0.24
                )
            )
        leaves.append(
            leaf(*line[-1], size, math.degrees(math.atan2(line[-1][1] - line[-4][1], line[-1][0] - line[-4][0])), 0.24)
        )
        picture.cut(many(leaves), colour, lift=lift, rim=0.2)


def blossom(
    picture: Picture,
    x: float,
    y: float,
    size: float,
    petal: Colour = PAPER,
    heart: Colour = ROSE,
    turn: float = 0.0,
    petals: int = 6,
) -> None:
    """An open flower of overlapping petals, magnolia with six or plum with five."""
    for ring, (scale, tone) in enumerate(((1.0, mix(petal, heart, 0.28)), (0.74, petal))):
        s = size * scale
        petal_shape = ribbon(
            [(s * 0.04, 0), (s * 0.36, 0), (s * 0.68, 0), (s * 0.92, 0)], [s * 0.06, s * 0.24, s * 0.27, s * 0.08]
        )
        shapes = [
            moved(petal_shape, x, y, 1.0, turn + ring * 180 / petals + index * 360 / petals) for index in range(petals)
        ]
        for shape in shapes:
            picture.cut(shape, tone, lift=size * 0.03, rim=0.3)
    picture.cut(ellipse(x, y, size * 0.16), heart, lift=size * 0.03)
