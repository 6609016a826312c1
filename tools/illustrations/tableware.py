"""Vessels and the steam that rises from them."""

from __future__ import annotations

from tools.illustrations.foliage import leaf
from tools.illustrations.geometry import (
    Path,
    blob,
    ellipse,
    many,
    minus,
    moved,
    polygon,
    rectangle,
    ribbon,
    union,
)
from tools.illustrations.palette import (
    CREAM,
    DUSK,
    GOLD,
    PAPER,
    SLATE,
    STEEL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture


def steam(
    picture: Picture, x: float, y: float, height: float, width: float, strands: int = 3, alpha: float = 0.4
) -> None:
    """Wisps of steam rising from ``(x, y)``."""
    for index in range(strands):
        sx = x + (index - (strands - 1) / 2) * width / max(1, strands - 1) if strands > 1 else x
        rise = height * picture.random.uniform(0.7, 1.05)
        sway = width * 0.22 * picture.random.choice((-1, 1))
        points = [
            (sx, y),
            (sx + sway, y - rise * 0.25),
            (sx - sway * 0.9, y - rise * 0.5),
            (sx + sway, y - rise * 0.76),
            (sx, y - rise),
        ]
        w = width * 0.09
        for spread, share in ((3.4, 0.4), (1.7, 0.75)):
            picture.veil(
                ribbon(points, [w * 0.5 * spread, w * spread, w * spread, w * 0.7 * spread, 0.3]),
                (255, 250, 240),
                alpha * share,
                blur=w * 0.5 * spread,
            )


def cup(
    picture: Picture, x: float, y: float, width: float, colour: Colour = PAPER, rim: Colour = DUSK, handle: int = 1
) -> None:
    """An enamel mug standing on ``y``; ``handle`` is its side, 0 for none."""
    height = width * 0.95
    if handle:
        hx = x + handle * width * 0.52
        picture.cut(
            minus(
                ellipse(hx, y - height * 0.5, width * 0.26, height * 0.3),
                ellipse(hx, y - height * 0.5, width * 0.16, height * 0.19),
            ),
            colour,
            lift=width * 0.03,
        )
    picture.cut(
        blob(
            [
                (x - width / 2, y - height),
                (x + width / 2, y - height),
                (x + width * 0.48, y - height * 0.1),
                (x + width * 0.42, y),
                (x - width * 0.42, y),
                (x - width * 0.48, y - height * 0.1),
            ],
            0.14,
        ),
        colour,
        darker(colour, 0.08),
        lift=width * 0.05,
    )
    picture.cut(ellipse(x, y - height, width * 0.5, width * 0.11), rim, lift=0.4)
    picture.cut(ellipse(x, y - height + 1, width * 0.44, width * 0.085), mix(UMBER, PAPER, 0.45), lift=0, rim=0)


def thermos(picture: Picture, x: float, y: float, height: float, colour: Colour = VERMILION) -> None:
    """A household thermos flask with cap and handle, standing on ``y``."""
    w = height * 0.19
    picture.cut(
        minus(
            blob(
                [
                    (x + w * 0.7, y - height * 0.78),
                    (x + w * 1.75, y - height * 0.72),
                    (x + w * 1.8, y - height * 0.4),
                    (x + w * 0.8, y - height * 0.28),
                ],
                0.6,
            ),
            blob(
                [
                    (x + w * 0.7, y - height * 0.71),
                    (x + w * 1.42, y - height * 0.67),
                    (x + w * 1.46, y - height * 0.44),
                    (x + w * 0.8, y - height * 0.36),
                ],
                0.6,
            ),
        ),
        darker(colour, 0.3),
        lift=height * 0.012,
    )
    picture.cut(
        blob(
            [
                (x - w * 0.55, y - height * 0.84),
                (x + w * 0.55, y - height * 0.84),
                (x + w, y - height * 0.70),
                (x + w, y - height * 0.03),
                (x + w * 0.9, y),
                (x - w * 0.9, y),
                (x - w, y - height * 0.03),
                (x - w, y - height * 0.70),
            ],
            0.26,
        ),
        colour,
        darker(colour, 0.12),
        lift=height * 0.025,
    )
    for share, band in ((0.68, GOLD), (0.07, GOLD)):
        picture.cut(rectangle(x - w * 1.02, y - height * share, w * 2.04, height * 0.022), band, lift=1)
    picture.veil(
        ribbon([(x - w * 0.62, y - height * 0.62), (x - w * 0.62, y - height * 0.14)], [w * 0.09, w * 0.09]),
        (255, 240, 225),
        0.28,
        blur=w * 0.06,
    )
    for index in range(6):
        angle = index * 60
        petal = moved(ellipse(w * 0.27, 0, w * 0.26, w * 0.15), x, y - height * 0.38, 1, angle)
        picture.cut(petal, mix(colour, CREAM, 0.82), lift=0.8)
    picture.cut(ellipse(x, y - height * 0.38, w * 0.15), GOLD, lift=0.8)
    picture.cut(rectangle(x - w * 0.6, y - height * 0.88, w * 1.2, height * 0.05, 3), STEEL, lift=2)
    picture.cut(
        blob(
            [
                (x - w * 0.42, y - height * 0.88),
                (x - w * 0.36, y - height * 0.985),
                (x, y - height),
                (x + w * 0.36, y - height * 0.985),
                (x + w * 0.42, y - height * 0.88),
            ],
            0.4,
        ),
        lighter(STEEL, 0.25),
        lift=3,
    )


def bowl(
    picture: Picture, x: float, y: float, width: float, colour: Colour = PAPER, trim: Colour = DUSK, dumplings: int = 0
) -> None:
    """A footed bowl standing on ``y``, rim seen a little from above, with ``dumplings`` floating in it."""
    height = width * 0.48
    ry = width * 0.16
    top = y - height
    picture.cut(
        blob(
            [
                (x - width * 0.2, y - height * 0.12),
                (x + width * 0.2, y - height * 0.12),
                (x + width * 0.22, y),
                (x - width * 0.22, y),
            ],
            0.15,
        ),
        darker(colour, 0.12),
        lift=width * 0.02,
    )
    picture.cut(
        union(
            blob(
                [
                    (x - width / 2, top),
                    (x + width / 2, top),
                    (x + width * 0.42, y - height * 0.45),
                    (x + width * 0.2, y - height * 0.08),
                    (x - width * 0.2, y - height * 0.08),
                    (x - width * 0.42, y - height * 0.45),
                ],
                0.5,
            ),
            ellipse(x, top, width / 2, ry),
        ),
        colour,
        darker(colour, 0.1),
        lift=width * 0.03,
    )
    picture.cut(ellipse(x, top, width / 2, ry), lighter(colour, 0.5), lift=0.5)
    soup = ellipse(x, top + ry * 0.08, width * 0.455, ry * 0.84)
    picture.cut(soup, mix(GOLD, CREAM, 0.62), lift=0, rim=0)
    picture.veil(ellipse(x, top - ry * 0.1, width * 0.44, ry * 0.7), darker(trim, 0.2), 0.12, blur=4)
    with picture.inside(union(soup, rectangle(x - width * 0.4, top - ry * 2, width * 0.8, ry * 2))):
        places = [(-0.26, 0.05), (0.0, -0.28), (0.27, 0.02), (-0.10, 0.34), (0.16, 0.36), (-0.3, -0.3), (0.3, -0.32)][
            :dumplings
        ]
        for dx, dy in sorted(places, key=lambda p: p[1]):
            cx, cy, r = x + dx * width, top + dy * ry * 1.35 + ry * 0.06, width * 0.07
            picture.cut(ellipse(cx, cy, r, r * 0.9), PAPER, lift=width * 0.012, rim=0.4)
            picture.veil(ellipse(cx - r * 0.3, cy - r * 0.32, r * 0.3, r * 0.2), (255, 255, 255), 0.8, blur=r * 0.1)
    petals: list[Path] = []
    for index in range(7):
        share = (index - 3) / 3.6
        petals.append(
            ellipse(x + share * width * 0.4, y - height * (0.56 - 0.1 * share * share), width * 0.03, width * 0.045)
        )
    picture.cut(many(petals), trim, lift=0, rim=0)


def pot(picture: Picture, x: float, y: float, width: float, colour: Colour = SLATE) -> None:
    """A big two-handled stock pot standing on ``y``."""
    height = width * 0.62
    for side in (-1, 1):
        hx = x + side * width * 0.53
        picture.cut(
            minus(
                ellipse(hx, y - height * 0.72, width * 0.09, width * 0.06),
                ellipse(hx, y - height * 0.72, width * 0.05, width * 0.028),
            ),
            darker(colour, 0.3),
            lift=2,
        )
    picture.cut(
        rectangle(x - width / 2, y - height, width, height, width * 0.06),
        lighter(colour, 0.15),
        darker(colour, 0.05),
        lift=5,
    )
    picture.cut(ellipse(x, y - height, width * 0.52, width * 0.075), lighter(colour, 0.35), lift=2)
    picture.cut(ellipse(x, y - height, width * 0.46, width * 0.055), mix(CREAM, GOLD, 0.2), lift=0, rim=0)


def seedling(picture: Picture, x: float, y: float, size: float, pot_colour: Colour = (176, 104, 74)) -> None:
    """A young plant in a clay pot standing on ``y``."""
    stalk = (x, y - size * 0.95)
    picture.cut(
        ribbon(
            [(x, y - size * 0.4), (x - size * 0.03, y - size * 0.9), (x + size * 0.02, y - size * 1.25)],
            [size * 0.02] * 3,
        ),
        (104, 128, 70),
        lift=2,
    )
    for turn, length in ((-150, 0.42), (-28, 0.46), (-120, 0.4), (-62, 0.38)):
        picture.cut(
            leaf(stalk[0], stalk[1] - (0.2 if abs(turn + 90) < 40 else 0) * size, size * length, turn, 0.3),
            (134, 156, 86) if turn > -100 else (112, 138, 76),
            lift=3,
        )
    picture.cut(
        polygon(
            [
                (x - size * 0.34, y - size * 0.46),
                (x + size * 0.34, y - size * 0.46),
                (x + size * 0.25, y),
                (x - size * 0.25, y),
            ]
        ),
        pot_colour,
        darker(pot_colour, 0.15),
        lift=4,
    )
    picture.cut(
        rectangle(x - size * 0.38, y - size * 0.56, size * 0.76, size * 0.14, 3), lighter(pot_colour, 0.12), lift=3
    )
