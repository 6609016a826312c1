"""What stands in a street: lamps, lanterns, railings, benches, tables, the bus."""

from __future__ import annotations

from collections.abc import Sequence

from tools.illustrations.geometry import (
    Path,
    Point,
    blob,
    curve,
    ellipse,
    many,
    minus,
    polygon,
    rectangle,
    ribbon,
    union,
)
from tools.illustrations.palette import (
    CREAM,
    GOLD,
    INK,
    LAMP,
    PAPER,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture


def lamp(
    picture: Picture,
    x: float,
    y: float,
    height: float,
    arm: float = 70.0,
    lit: Colour | None = LAMP,
    colour: Colour = INK,
) -> Point:
    """A street lamp standing at ``(x, y)`` with its arm reaching ``arm`` sideways; returns the bulb's place."""
    top = y - height
    picture.cut(
        ribbon(
            [
                (x, y),
                (x, top + height * 0.3),
                (x, top + height * 0.1),
                (x + arm * 0.12, top + height * 0.02),
                (x + arm * 0.45, top),
                (x + arm, top + 8),
            ],
            [7.0, 5.6, 5.0, 4.4, 3.6, 3.0],
        ),
        colour,
        lift=5,
    )
    picture.cut(rectangle(x - 8, y - 34, 16, 34, 3), colour, lift=3)
    bulb = (x + arm, top + 18)
    picture.cut(
        blob(
            [
                (bulb[0] - 26, bulb[1]),
                (bulb[0] - 14, bulb[1] - 14),
                (bulb[0] + 14, bulb[1] - 14),
                (bulb[0] + 26, bulb[1]),
            ],
            0.5,
        ),
        colour,
        lift=4,
    )
    if lit:
        picture.cut(
            ribbon([(bulb[0] - 16, bulb[1] + 2), (bulb[0] + 16, bulb[1] + 2)], [4.5, 4.5]),
            mix(lit, PAPER, 0.5),
            lift=0,
            rim=0,
        )
        picture.glow(bulb[0], bulb[1] + 4, height * 0.55, lit, 0.75)
    return bulb


def lamp_pool(
    picture: Picture, bulb: Point, ground_y: float, spread: float, colour: Colour = LAMP, alpha: float = 0.3
) -> None:
    """The cone of light under a lamp and the oval it throws on the ground."""
    x, y = bulb
    cone = polygon([(x - 20, y + 4), (x + 20, y + 4), (x + spread, ground_y), (x - spread, ground_y)])
    picture.beam(cone, (x, y), (x, ground_y + 60), colour, alpha)
    picture.veil(ellipse(x, ground_y, spread * 1.1, spread * 0.2), colour, alpha * 0.7, blur=spread * 0.06)


def lantern(
    picture: Picture, x: float, y: float, size: float, glow: float = 0.0, cord: float = 30.0, lift: float = 5.0
) -> None:
    """A round red lantern hanging from ``(x, y)``; ``size`` is half its width."""
    cy = y + cord + size * 0.9
    if glow > 0:
        picture.glow(x, cy, size * 4.2, (255, 150, 84), glow)
    picture.thread([(x, y), (x, cy - size * 0.9)], max(1.0, size * 0.05), darker(UMBER, 0.4))
    picture.cut(
        many(
            [
                ribbon([(x + dx, cy + size * 0.9), (x + dx * 1.15, cy + size * 1.75)], [size * 0.05] * 2, False, False)
                for dx in (-size * 0.16, -size * 0.08, 0, size * 0.08, size * 0.16)
            ]
        ),
        GOLD,
        lift=lift * 0.4,
    )
    body = ellipse(x, cy, size, size * 0.82)
    red = lighter(VERMILION, 0.05)
    picture.cut(body, red if not glow else mix(VERMILION, (255, 120, 60), 0.35), darker(VERMILION, 0.05), lift=lift)
    with picture.inside(body):
        for share, tone in (
            (0.66, mix(VERMILION, AMBER_LIGHT, 0.14)),
            (0.3, mix(VERMILION, AMBER_LIGHT, 0.26 if glow else 0.18)),
        ):
            picture.cut(ellipse(x, cy, size * share, size * 0.9), tone, lift=0.8, rim=0.12)
    for end in (-1, 1):
        picture.cut(
            rectangle(x - size * 0.34, cy + end * size * 0.82 - size * 0.09, size * 0.68, size * 0.18, 2),
            GOLD,
            lift=lift * 0.4,
        )


AMBER_LIGHT: Colour = (255, 176, 96)


def string_of_lanterns(picture: Picture, points: Sequence[Point], count: int, size: float, glow: float = 0.0) -> None:
    """Lanterns along a slack line through ``points``."""
    line = curve(points, 20)
    picture.thread(points, 1.8, darker(UMBER, 0.4))
    for index in range(count):
        x, y = line[round((index + 0.5) * (len(line) - 1) / count)]
        lantern(picture, x, y, size, glow, cord=size * 0.35)


def railing(
    picture: Picture, points: Sequence[Point], height: float, posts: int, colour: Colour, lift: float = 4.0
) -> None:
    """A balustrade whose foot follows ``points``, two rails and ``posts`` posts."""
    line = curve(points, 24)
    pieces: list[Path] = []
    for share, radius in ((1.0, 5.0), (0.45, 2.6)):
        pieces.append(ribbon([(x, y - height * share) for x, y in line[::6]], [radius] * len(line[::6]), False, False))
    for index in range(posts):
        x, y = line[round(index * (len(line) - 1) / max(1, posts - 1))]
        pieces.append(rectangle(x - 5, y - height * 1.08, 10, height * 1.08 + 2, 3))
    picture.cut(union(*pieces), colour, lift=lift)


def bus(
    picture: Picture,
    x: float,
    y: float,
    length: float,
    colour: Colour = TEAL,
    night: bool = True,
    riders: Sequence[float] = (),
) -> None:
    """A city bus in side view, nose to the right, wheels on ``y``; ``riders`` are places along it (0 to 1) where heads show."""
    height = length * 0.36
    top = y - height
    pane = LAMP if night else lighter(TEAL, 0.6)
    picture.veil(ellipse(x + length / 2, y + 3, length * 0.53, length * 0.025), picture.shadow, 0.5, blur=7)
    picture.cut(
        rectangle(x + 12, top + height * 0.08, length - 24, height * 0.62, 8),
        pane,
        mix(pane, (255, 246, 220), 0.3),
        lift=3,
        rim=0,
    )
    glass_top, glass_bottom = top + height * 0.15, top + height * 0.55
    for place in (0.1, 0.24, 0.38, 0.52):
        picture.cut(
            rectangle(x + length * place, glass_bottom - height * 0.2, length * 0.05, height * 0.3, 6),
            mix(pane, UMBER, 0.45),
            lift=1,
            rim=0,
        )
    for place in riders:
        cx = x + length * place
        picture.cut(
            union(
                ellipse(cx, glass_bottom - height * 0.2, height * 0.068, height * 0.078),
                ribbon(
                    [(cx, glass_bottom - height * 0.06), (cx, glass_bottom + height * 0.1)],
                    [height * 0.1, height * 0.13],
                ),
            ),
            mix(SLATE, pane, 0.12),
            lift=1.5,
            rim=0.1,
        )
    shell = blob(
        [
            (x, y - height * 0.14),
            (x + 2, top + height * 0.16),
            (x + length * 0.025, top),
            (x + length * 0.5, top - 3),
            (x + length * 0.95, top + 2),
            (x + length * 0.99, top + height * 0.2),
            (x + length, y - height * 0.3),
            (x + length * 0.995, y - height * 0.13),
            (x + length * 0.5, y - height * 0.12),
        ],
        0.28,
    )
    holes = [
        rectangle(x + length * (0.045 + 0.14 * k), glass_top, length * 0.125, glass_bottom - glass_top, 7)
        for k in range(4)
    ]
    holes.append(rectangle(x + length * 0.635, glass_top - 2, length * 0.105, height * 0.70, 6))
    holes.append(rectangle(x + length * 0.765, glass_top, length * 0.11, glass_bottom - glass_top, 7))
    holes.append(
        blob(
            [
                (x + length * 0.905, glass_top),
                (x + length * 0.968, glass_top),
                (x + length * 0.99, glass_bottom + 8),
                (x + length * 0.905, glass_bottom + 4),
            ],
            0.2,
        )
    )
    body = minus(shell, *holes)
    picture.cut(body, colour, darker(colour, 0.12), lift=6)
    with picture.inside(shell):
        stripe = minus(rectangle(x, y - height * 0.36, length, height * 0.07), holes[4])
        picture.cut(stripe, CREAM, lift=0.6, rim=0)
        skirt = minus(rectangle(x, y - height * 0.29, length, height * 0.05), holes[4])
        picture.cut(skirt, GOLD, lift=0, rim=0)
    picture.thread(
        [(x + length * 0.6875, glass_top), (x + length * 0.6875, glass_top + height * 0.69)], 3, darker(colour, 0.3)
    )
    for place in (0.2, 0.83):
        wx = x + length * place
        picture.cut(ellipse(wx, y - height * 0.12, height * 0.155), INK, lift=2)
        picture.cut(ellipse(wx, y - height * 0.12, height * 0.075), lighter(SLATE, 0.3), lift=1.5)
    picture.cut(
        ellipse(x + length * 0.982, y - height * 0.235, height * 0.03, height * 0.045),
        PAPER if night else CREAM,
        lift=1,
    )
    picture.cut(rectangle(x + 3, y - height * 0.28, 5, height * 0.1, 2), VERMILION, lift=0)
    if night:
        beam = polygon(
            [
                (x + length * 0.985, y - height * 0.25),
                (x + length * 1.42, y - height * 0.24),
                (x + length * 1.42, y + 10),
                (x + length * 0.985, y - height * 0.2),
            ]
        )
        picture.beam(beam, (x + length, y), (x + length * 1.4, y), (255, 240, 200), 0.4)
        picture.glow(x + length * 0.985, y - height * 0.235, height * 0.3, (255, 240, 200), 0.7)
        picture.veil(rectangle(x + 12, glass_top, length - 30, glass_bottom - glass_top, 8), LAMP, 0.16, blur=18)


def bench(picture: Picture, x: float, y: float, width: float, height: float = 58.0, colour: Colour = UMBER) -> None:
    """A plain wooden bench seat from ``x``, feet at ``y``."""
    for leg in (0.1, 0.86):
        picture.cut(rectangle(x + width * leg, y - height, 11, height), darker(colour, 0.25), lift=3)
    picture.cut(rectangle(x, y - height - 6, width, 14, 3), colour, lift=4)


def table(
    picture: Picture,
    x: float,
    y: float,
    width: float,
    height: float,
    cloth: Colour,
    drop: float = 0.45,
    legs: Colour = UMBER,
) -> float:
    """A table from ``x``, feet at ``y``; ``drop`` is how far its cloth hangs.  Returns the height of the top."""
    top = y - height
    for leg in (0.07, 0.9):
        picture.cut(rectangle(x + width * leg, top, 12, height), darker(legs, 0.2), lift=3)
    hang = height * drop
    picture.cut(
        blob(
            [
                (x - 4, top),
                (x + width + 4, top),
                (x + width + 8, top + hang),
                (x + width * 0.75, top + hang - 4),
                (x + width * 0.5, top + hang + 2),
                (x + width * 0.25, top + hang - 4),
                (x - 8, top + hang),
            ],
            0.18,
        ),
        cloth,
        darker(cloth, 0.1),
        lift=6,
    )
    picture.cut(rectangle(x - 8, top - 6, width + 16, 12, 4), lighter(cloth, 0.18), lift=2)
    return top - 6
