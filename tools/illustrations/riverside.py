"""On and by the water: foam boxes, small boats, platform scales, bridges far away."""

from __future__ import annotations

import math

from tools.illustrations.geometry import Point, blob, ellipse, minus, moved, rectangle, union
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_TEAL,
    INK,
    MIST,
    PAPER,
    SNOW,
    STEEL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture


def foam_box(
    picture: Picture, x: float, y: float, width: float, turn: float = 0.0, lid: bool = True, mark: Colour | None = None
) -> None:
    """A white foam box standing on ``(x, y)``, its middle; ``mark`` is the stall's coloured stamp."""
    height = width * 0.56
    picture.cut(
        moved(rectangle(-width / 2, -height, width, height, 4), x, y, 1, turn), SNOW, mix(SNOW, MIST, 0.6), lift=4
    )
    if lid:
        picture.cut(
            moved(rectangle(-width * 0.53, -height * 1.08, width * 1.06, height * 0.3, 4), x, y, 1, turn),
            PAPER,
            lift=2.5,
        )
    if mark:
        picture.cut(moved(ellipse(width * 0.24, -height * 0.4, width * 0.09), x, y, 1, turn), mark, lift=0, rim=0)


def rowing_boat(picture: Picture, x: float, y: float, length: float, colour: Colour = CLAY) -> None:
    """The near side of a flat-bottomed boat whose waterline lies on ``y``, to be laid over whoever stands in it."""
    half, tall = length / 2, length * 0.12
    hull = blob(
        [
            (x - half, y - tall * 1.35),
            (x - half * 0.6, y - tall * 0.9),
            (x + half * 0.6, y - tall * 0.9),
            (x + half, y - tall * 1.3),
            (x + half * 0.8, y + tall * 0.3),
            (x - half * 0.8, y + tall * 0.3),
        ],
        0.3,
    )
    picture.cut(hull, colour, darker(colour, 0.18), lift=6)
    with picture.inside(hull):
        for row in (0.35, 0.75):
            picture.thread(
                [(x - half, y - tall * (1.1 - row)), (x, y - tall * (0.75 - row)), (x + half, y - tall * (1.1 - row))],
                2.4,
                darker(colour, 0.35),
                0.6,
            )
    picture.stroke(
        [
            (x - half - 4, y - tall * 1.38),
            (x - half * 0.6, y - tall * 0.94),
            (x + half * 0.6, y - tall * 0.94),
            (x + half + 4, y - tall * 1.34),
        ],
        length * 0.022,
        lighter(colour, 0.25),
        3,
    )


def platform_scale(picture: Picture, x: float, y: float, height: float, colour: Colour = DEEP_TEAL) -> Point:
    """A fish-market scale with a round dial; returns the middle of its platform."""
    picture.cut(rectangle(x + height * 0.22, y - height * 0.9, height * 0.06, height * 0.86), STEEL, lift=3)
    picture.cut(ellipse(x + height * 0.25, y - height * 0.95, height * 0.17), colour, lift=5)
    picture.cut(ellipse(x + height * 0.25, y - height * 0.95, height * 0.13), PAPER, lift=1.5)
    for k in range(12):
        a = math.pi * k / 6
        cx, cy = x + height * 0.25, y - height * 0.95
        picture.thread(
            [
                (cx + math.cos(a) * height * 0.1, cy + math.sin(a) * height * 0.1),
                (cx + math.cos(a) * height * 0.12, cy + math.sin(a) * height * 0.12),
            ],
            1.6,
            INK,
        )
    picture.thread([(x + height * 0.25, y - height * 0.95), (x + height * 0.29, y - height * 1.04)], 3, VERMILION)
    picture.cut(rectangle(x - height * 0.36, y - height * 0.16, height * 0.68, height * 0.1, 4), colour, lift=4)
    picture.cut(
        rectangle(x - height * 0.32, y - height * 0.07, height * 0.6, height * 0.07, 3), darker(colour, 0.3), lift=3
    )
    return x - height * 0.03, y - height * 0.16


def landing_net(picture: Picture, hands: tuple[Point, Point], hoop: Point, size: float) -> None:
    """A long-handled net through two hands, its hoop at ``hoop``."""
    picture.stroke([hands[0], hands[1], (hoop[0], hoop[1] - size * 0.1)], size * 0.07, UMBER, 2)
    bag = blob(
        [
            (hoop[0] - size * 0.5, hoop[1]),
            (hoop[0] + size * 0.5, hoop[1]),
            (hoop[0] + size * 0.3, hoop[1] + size * 0.55),
            (hoop[0] - size * 0.3, hoop[1] + size * 0.55),
        ],
        0.5,
    )
    picture.veil(bag, CREAM, 0.35)
    for k in range(-3, 4):
        picture.thread(
            [(hoop[0] + k * size * 0.15, hoop[1]), (hoop[0] + k * size * 0.09, hoop[1] + size * 0.52)], 1.4, CREAM, 0.9
        )
    for k in range(1, 4):
        picture.thread(
            [
                (hoop[0] - size * (0.5 - k * 0.05), hoop[1] + k * size * 0.14),
                (hoop[0] + size * (0.5 - k * 0.05), hoop[1] + k * size * 0.14),
            ],
            1.4,
            CREAM,
            0.9,
        )
    picture.cut(minus(ellipse(*hoop, size * 0.52, size * 0.14), ellipse(*hoop, size * 0.47, size * 0.1)), STEEL, lift=2)


def far_bridge(picture: Picture, x0: float, x1: float, y: float, height: float, colour: Colour) -> None:
    """A cable bridge on the horizon from ``x0`` to ``x1``, its deck at ``y``."""
    deck = [rectangle(x0, y - 5, x1 - x0, 9)]
    for share in (0.3, 0.7):
        px = x0 + (x1 - x0) * share
        deck.append(rectangle(px - 6, y - height, 12, height + 30))
        for step in range(1, 6):
            for side in (-1, 1):
                reach = (x1 - x0) * 0.2 * step / 5
                picture.thread([(px, y - height * (0.3 + 0.13 * step)), (px + side * reach, y - 3)], 1.4, colour, 0.9)
    picture.cut(union(*deck), colour, lift=2)
