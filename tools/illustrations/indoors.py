"""Rooms and their fittings: chairs, doors, windows, bulbs, stairs, tea-coloured light."""

from __future__ import annotations

from collections.abc import Sequence

from tools.illustrations.geometry import Path, Point, curve, ellipse, polygon, rectangle, union
from tools.illustrations.palette import GOLD, INK, LAMP, PAPER, UMBER, Colour, darker, lighter, mix
from tools.illustrations.paper import Picture


def chair(
    picture: Picture, x: float, y: float, seat: float, facing: int = 1, colour: Colour = UMBER, back: bool = True
) -> None:
    """A wooden chair in side view with its seat's middle above ``(x, y)``; ``seat`` is the seat's height."""
    half = seat * 0.42
    for dx in (-1, 1):
        picture.cut(
            rectangle(x + dx * half * 0.84 - seat * 0.05, y - seat, seat * 0.1, seat), darker(colour, 0.2), lift=2
        )
    if back:
        picture.stroke(
            [(x - facing * half * 0.86, y - seat), (x - facing * half * 1.1, y - seat * 2.05)], seat * 0.11, colour, 3
        )
    picture.cut(rectangle(x - half, y - seat * 1.06, half * 2, seat * 0.13, 3), colour, lift=3)


def chair_back(picture: Picture, x: float, y: float, seat: float, colour: Colour = UMBER, slats: int = 3) -> None:
    """The same chair from behind, to be laid over whoever sits on it with the back to us."""
    half = seat * 0.46
    for dx in (-1, 1):
        picture.cut(rectangle(x + dx * half - seat * 0.06, y - seat * 2.0, seat * 0.12, seat * 2.0, 2), colour, lift=3)
    for row in range(slats):
        picture.cut(
            rectangle(x - half, y - seat * (1.94 - row * 0.26), half * 2, seat * 0.13, 2), lighter(colour, 0.06), lift=3
        )
    picture.cut(rectangle(x - half, y - seat * 1.04, half * 2, seat * 0.14, 2), darker(colour, 0.12), lift=3)


def door(
    picture: Picture,
    x: float,
    y: float,
    width: float,
    height: float,
    colour: Colour = UMBER,
    handle: int = 1,
    frame: Colour | None = None,
) -> None:
    """A closed panelled door standing on ``y``, left edge ``x``; ``handle`` is its side."""
    edge = width * 0.07
    picture.cut(
        rectangle(x - edge, y - height - edge, width + 2 * edge, height + edge), frame or darker(colour, 0.3), lift=4
    )
    picture.cut(rectangle(x, y - height, width, height), colour, darker(colour, 0.1), lift=1)
    for top, share in ((0.08, 0.36), (0.52, 0.4)):
        picture.cut(
            rectangle(x + width * 0.14, y - height * (1 - top), width * 0.72, height * share, 3),
            lighter(colour, 0.08),
            lift=1.2,
        )
    picture.cut(ellipse(x + width * (0.5 + handle * 0.41), y - height * 0.47, width * 0.04), GOLD, lift=2)


def bulb(picture: Picture, x: float, y: float, size: float, glow: float = 0.6, cord: float = 0.0) -> None:
    """A bare bulb at ``(x, y)`` hanging on ``cord``."""
    if cord:
        picture.thread([(x, y - cord), (x, y)], max(1.2, size * 0.1), INK)
    picture.glow(x, y, size * 11, LAMP, glow)
    picture.cut(rectangle(x - size * 0.3, y - size * 1.4, size * 0.6, size * 0.7, 2), darker(UMBER, 0.4), lift=1)
    picture.cut(ellipse(x, y, size * 0.7, size * 0.86), mix(LAMP, PAPER, 0.55), lift=1, rim=0)


def string_of_bulbs(picture: Picture, points: Sequence[Point], count: int, size: float, glow: float = 0.4) -> None:
    """Bulbs along a slack wire through ``points``."""
    line = curve(points, 20)
    picture.thread(points, max(1.4, size * 0.14), INK)
    for index in range(count):
        x, y = line[round((index + 0.5) * (len(line) - 1) / count)]
        bulb(picture, x, y + size * 1.3, size, glow)


def window(
    picture: Picture,
    x: float,
    y: float,
    width: float,
    height: float,
    glass: Sequence[Colour],
    frame: Colour = UMBER,
    columns: int = 2,
    rows: int = 2,
) -> Path:
    """A framed window, top-left corner ``(x, y)``; returns the pane's outline so that a view can be laid inside before the bars."""
    edge = min(width, height) * 0.06
    pane = rectangle(x, y, width, height, 2)
    picture.cut(rectangle(x - edge, y - edge, width + 2 * edge, height + 2 * edge, 4), frame, lift=5)
    picture.cut(pane, *glass, lift=0, rim=0)
    bars(picture, x, y, width, height, frame, columns, rows)
    return pane


def bars(
    picture: Picture, x: float, y: float, width: float, height: float, frame: Colour, columns: int = 2, rows: int = 2
) -> None:
    """Glazing bars over a pane."""
    thick = min(width, height) * 0.035
    pieces = [rectangle(x + width * k / columns - thick / 2, y, thick, height) for k in range(1, columns)]
    pieces += [rectangle(x, y + height * k / rows - thick / 2, width, thick) for k in range(1, rows)]
    if pieces:
        picture.cut(union(*pieces), frame, lift=2, rim=0.1)


def stairs(
    picture: Picture,
    x: float,
    y: float,
    step: float,
    rise: float,
    count: int,
    colour: Colour,
    bottom: float,
    lift: float = 5.0,
) -> None:
    """Solid stairs seen from the side, climbing from ``(x, y)`` by ``step`` (negative: to the left) and ``rise``, filled down to ``bottom``."""
    outline = [(x, bottom)]
    for index in range(count):
        outline += [(x + step * index, y - rise * (index + 1)), (x + step * (index + 1), y - rise * (index + 1))]
    outline.append((x + step * count, bottom))
    picture.cut(polygon(outline), colour, darker(colour, 0.12), lift=lift)
    for index in range(count):
        left = min(x + step * index, x + step * (index + 1))
        picture.cut(
            rectangle(left - 3, y - rise * (index + 1) - 2, abs(step) + 6, max(4.0, rise * 0.16), 1),
            lighter(colour, 0.22),
            lift=1.5,
        )


def planks(picture: Picture, y0: float, y1: float, count: int, colour: Colour, vanish: Point) -> None:
    """Floorboard seams running towards ``vanish``."""
    for index in range(count):
        x = picture.width * (index / (count - 1) * 2.2 - 0.6)
        share = (y0 - vanish[1]) / (y1 - vanish[1])
        picture.thread([(vanish[0] + (x - vanish[0]) * share, y0), (x, y1)], 2, colour, 0.4)
