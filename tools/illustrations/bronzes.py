"""Old bronzes and their thunder pattern."""

from __future__ import annotations

from tools.illustrations.geometry import (
    Point,
    blob,
    minus,
    rectangle,
    ribbon,
    union,
)
from tools.illustrations.palette import (
    DEEP_TEAL,
    GOLD,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture


def ding(picture: Picture, x: float, y: float, width: float, colour: Colour = DEEP_TEAL) -> tuple[Point, Point]:
    """A three-legged bronze ding standing on ``y``, verdigris with a gold edge; returns the tops of its two ears."""
    height = width * 1.02
    rim = y - height * 0.78
    for side in (-1, 1):
        ear = minus(
            rectangle(
                x + side * width * 0.37 - width * 0.075, rim - height * 0.22, width * 0.15, height * 0.25, width * 0.05
            ),
            rectangle(
                x + side * width * 0.37 - width * 0.032, rim - height * 0.16, width * 0.064, height * 0.13, width * 0.02
            ),
        )
        picture.cut(ear, lighter(colour, 0.12), colour, lift=4)
    for dx in (-0.3, 0.3, 0.02):
        leg = blob(
            [
                (x + dx * width - width * 0.075, y - height * 0.36),
                (x + dx * width + width * 0.075, y - height * 0.36),
                (x + dx * width * 1.06 + width * 0.045, y - height * 0.14),
                (x + dx * width * 1.08 + width * 0.07, y),
                (x + dx * width * 1.08 - width * 0.07, y),
                (x + dx * width * 1.06 - width * 0.045, y - height * 0.14),
            ],
            0.4,
        )
        picture.cut(leg, darker(colour, 0.1 if dx != 0.02 else -0.0), darker(colour, 0.25), lift=4)
    belly = blob(
        [
            (x - width * 0.46, rim + 6),
            (x + width * 0.46, rim + 6),
            (x + width * 0.47, rim + height * 0.24),
            (x + width * 0.3, rim + height * 0.47),
            (x, rim + height * 0.52),
            (x - width * 0.3, rim + height * 0.47),
            (x - width * 0.47, rim + height * 0.24),
        ],
        0.5,
    )
    picture.cut(belly, colour, darker(colour, 0.18), lift=7)
    with picture.inside(belly):
        picture.cut(rectangle(x - width, rim + height * 0.1, width * 2, height * 0.17), darker(colour, 0.16), lift=0.6)
        meander(picture, x - width * 0.5, rim + height * 0.125, width, height * 0.12, mix(colour, GOLD, 0.42))
        picture.veil(
            ribbon(
                [
                    (x - width * 0.3, rim + 4),
                    (x - width * 0.33, rim + height * 0.25),
                    (x - width * 0.18, rim + height * 0.45),
                ],
                [width * 0.05] * 3,
            ),
            (235, 240, 220),
            0.22,
            blur=width * 0.04,
        )
    picture.cut(
        rectangle(x - width * 0.5, rim - height * 0.025, width, height * 0.065, width * 0.03),
        lighter(colour, 0.16),
        lift=4,
    )
    return (x - width * 0.37, rim - height * 0.22), (x + width * 0.37, rim - height * 0.22)


def meander(
    picture: Picture, x: float, y: float, width: float, height: float, colour: Colour, units: int = 8, lift: float = 0.8
) -> None:
    """A band of squared spirals, the thunder pattern of old bronzes."""
    step = width / units
    t = height * 0.13
    pieces = []
    for index in range(units):
        left, w = x + index * step + step * 0.06, step * 0.88
        pieces += [
            rectangle(left, y, w, t),
            rectangle(left + w - t, y, t, height),
            rectangle(left + w * 0.2, y + height - t, w * 0.8, t),
            rectangle(left + w * 0.2, y + height * 0.32, t, height * 0.68),
            rectangle(left + w * 0.2, y + height * 0.32, w * 0.48, t),
            rectangle(left + w * 0.68 - t, y + height * 0.32, t, height * 0.36),
            rectangle(left, y, t, height),
        ]
    picture.cut(union(*pieces), colour, lift=lift, rim=0.2)
