"""What rolls: wheelchair, bicycle, scooter, motorbike, car."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from tools.illustrations.figures import Anchors, Held, person
from tools.illustrations.geometry import Point, blob, ellipse, minus, ribbon
from tools.illustrations.palette import (
    CREAM,
    DEEP_TEAL,
    INK,
    LAMP,
    MIST,
    SLATE,
    STEEL,
    TEAL,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, RIDE, Build, Look


def wheel(
    picture: Picture, x: float, y: float, radius: float, spokes: int = 8, tyre: Colour = INK, hub: Colour = STEEL
) -> None:
    """A spoked wheel about ``(x, y)``; one sees through it."""
    lines = [
        (x + math.cos(a) * radius * 0.9, y + math.sin(a) * radius * 0.9)
        for a in (math.pi * k / spokes for k in range(2 * spokes))
    ]
    for first, second in zip(lines[:spokes], lines[spokes:], strict=True):
        picture.thread([first, second], max(1.0, radius * 0.02), lighter(hub, 0.3), 0.9)
    picture.cut(minus(ellipse(x, y, radius), ellipse(x, y, radius * 0.88)), tyre, lift=max(1.5, radius * 0.04))
    picture.cut(ellipse(x, y, radius * 0.12), hub, lift=1.5)


def tyre(picture: Picture, x: float, y: float, radius: float, hub: Colour = STEEL) -> None:
    """A closed motor wheel about ``(x, y)``."""
    picture.cut(ellipse(x, y, radius), INK, lift=max(1.5, radius * 0.05))
    picture.cut(ellipse(x, y, radius * 0.58), hub, darker(hub, 0.2), lift=1.5)
    picture.cut(ellipse(x, y, radius * 0.2), darker(hub, 0.35), lift=1)


def wheelchair(
    picture: Picture,
    x: float,
    y: float,
    height: float,
    look: Look,
    facing: int = 1,
    near_at: Point | None = None,
    far_at: Point | None = None,
    build: Build = ADULT,
    tilt: float = 4.0,
    held: Held | None = None,
    frame: Colour = SLATE,
) -> Anchors:
    """Someone in a wheelchair whose driving axle stands above ``(x, y)``; ``height`` is the rider's when standing."""
    unit = height / 100

    def at(px: float, py: float) -> Point:
        return x + facing * px * unit, y - py * unit

    wheel(picture, x + facing * 3 * unit, y - 16.4 * unit, 16.4 * unit, 8, darker(INK, 0.1), SLATE)
    picture.stroke([at(-19, 58), at(-13, 57), at(-11, 28)], 2.0 * unit, frame, unit)
    picture.cut(
        ribbon([at(-11.6, 50), at(-10.4, 29)], [2.2 * unit] * 2, False, False), darker(look.trousers, 0.3), lift=unit
    )
    rider = person(picture, *at(-1, 0), height, look, replace(RIDE, tilt=tilt), build, facing, near_at, far_at, held)
    picture.stroke([at(-11, 26.5), at(14, 26.5)], 2.2 * unit, frame, unit)
    picture.stroke([at(13, 27), at(19, 22), at(24, 7), at(24, 5)], 1.8 * unit, frame, unit)
    picture.stroke([at(21, 4.4), at(34, 4.4)], 1.8 * unit, INK, unit)
    picture.stroke([at(11, 26), at(17, 10.4)], 1.8 * unit, frame, unit)
    small = x + facing * 18 * unit, y - 5 * unit
    tyre(picture, *small, 5 * unit, STEEL)
    wheel(picture, x, y - 16.4 * unit, 16.4 * unit, 10)
    picture.cut(
        minus(ellipse(x, y - 16.4 * unit, 13.2 * unit), ellipse(x, y - 16.4 * unit, 12.2 * unit)),
        STEEL,
        lift=unit * 0.6,
    )
    return rider


def bicycle(picture: Picture, x: float, y: float, length: float, colour: Colour = TEAL, facing: int = 1) -> None:
    """A bicycle standing on ``y``, its middle at ``x``."""
    r = length * 0.2

    def at(px: float, py: float) -> Point:
        return x + facing * px * length, y - py * length

    for side in (-0.3, 0.3):
        wheel(picture, x + facing * side * length, y - r, r, 9)
    tube = length * 0.022
    bottom, head, saddle, rear = at(-0.06, 0.19), at(0.22, 0.46), at(-0.13, 0.45), at(-0.3, 0.2)
    for line in ([rear, bottom], [rear, saddle], [bottom, saddle], [bottom, head], [at(-0.12, 0.42), head]):
        picture.stroke(line, tube, colour, 2)
    picture.stroke([at(0.3, 0.2), at(0.22, 0.44), at(0.2, 0.54)], tube, colour, 2)
    picture.stroke([at(0.28, 0.56), at(0.2, 0.56), at(0.15, 0.52)], tube * 0.9, INK, 2)
    picture.stroke([at(-0.13, 0.45), at(-0.145, 0.51)], tube, STEEL, 2)
    picture.cut(blob([at(-0.24, 0.53), at(-0.14, 0.54), at(-0.05, 0.515), at(-0.14, 0.5)], 0.5), INK, lift=2.5)
    picture.cut(ellipse(*bottom, length * 0.035), STEEL, lift=2)
    picture.glow(*at(0.27, 0.5), length * 0.05, (255, 244, 214), 0.5)


def scooter(picture: Picture, x: float, y: float, length: float, colour: Colour = CREAM, facing: int = 1) -> None:
    """A rider's electric scooter standing on ``y``, its middle at ``x``, nose towards ``facing``."""

    def at(px: float, py: float) -> Point:
        return x + facing * px * length, y - py * length

    for side in (-0.34, 0.36):
        tyre(picture, x + facing * side * length, y - length * 0.13, length * 0.13)
    picture.stroke([at(0.36, 0.13), at(0.29, 0.4), at(0.25, 0.62)], length * 0.035, STEEL, 3)
    body = [
        at(-0.5, 0.26),
        at(-0.48, 0.42),
        at(-0.16, 0.44),
        at(-0.08, 0.24),
        at(0.14, 0.2),
        at(0.2, 0.34),
        at(0.23, 0.58),
        at(0.29, 0.58),
        at(0.3, 0.32),
        at(0.24, 0.12),
        at(-0.16, 0.1),
        at(-0.2, 0.22),
        at(-0.34, 0.3),
    ]
    picture.cut(blob(body, 0.36), colour, darker(colour, 0.12), lift=length * 0.015)
    picture.cut(
        blob([at(-0.5, 0.42), at(-0.48, 0.49), at(-0.2, 0.5), at(-0.13, 0.44), at(-0.3, 0.42)], 0.4), INK, lift=3
    )
    picture.stroke([at(0.17, 0.66), at(0.26, 0.64)], length * 0.028, INK, 3)
    picture.cut(ellipse(*at(0.305, 0.53), length * 0.035), LAMP, lift=2)
    picture.cut(
        blob([at(0.22, 0.25), at(0.5, 0.28), at(0.5, 0.23), at(0.36, 0.3), at(0.22, 0.22)], 0.4),
        darker(colour, 0.14),
        lift=2,
    )


def motorbike(picture: Picture, x: float, y: float, length: float, colour: Colour = DEEP_TEAL, facing: int = 1) -> None:
    """A light country motorbike standing on ``y``, its middle at ``x``."""

    def at(px: float, py: float) -> Point:
        return x + facing * px * length, y - py * length

    for side in (-0.33, 0.36):
        centre = x + facing * side * length, y - length * 0.165
        wheel(picture, *centre, length * 0.165, 9)
    picture.stroke([at(0.36, 0.165), at(0.27, 0.44), at(0.24, 0.52)], length * 0.03, STEEL, 3)
    picture.stroke(
        [at(-0.33, 0.165), at(-0.08, 0.2), at(0.1, 0.24), at(0.25, 0.42)], length * 0.036, darker(SLATE, 0.2), 3
    )
    picture.cut(
        blob([at(-0.06, 0.13), at(0.14, 0.13), at(0.17, 0.28), at(0.06, 0.33), at(-0.06, 0.3)], 0.36),
        STEEL,
        darker(STEEL, 0.25),
        lift=4,
    )
    for row in range(4):
        picture.thread([at(0.02, 0.19 + row * 0.03), at(0.14, 0.2 + row * 0.03)], length * 0.007, darker(STEEL, 0.45))
    picture.stroke([at(0.1, 0.16), at(-0.06, 0.1), at(-0.42, 0.12)], length * 0.03, lighter(STEEL, 0.2), 3)
    picture.cut(
        blob([at(-0.44, 0.4), at(-0.42, 0.46), at(-0.1, 0.44), at(0.02, 0.42), at(0.0, 0.38), at(-0.2, 0.37)], 0.4),
        INK,
        lift=4,
    )
    picture.cut(
        blob([at(0.0, 0.38), at(0.02, 0.45), at(0.14, 0.5), at(0.24, 0.45), at(0.2, 0.36)], 0.45),
        colour,
        darker(colour, 0.12),
        lift=4,
    )
    picture.cut(
        blob([at(-0.5, 0.3), at(-0.42, 0.36), at(-0.28, 0.355), at(-0.2, 0.3), at(-0.34, 0.33)], 0.45), colour, lift=3
    )
    picture.cut(blob([at(0.22, 0.3), at(0.36, 0.36), at(0.5, 0.27), at(0.36, 0.335)], 0.5), colour, lift=3)
    picture.stroke([at(0.15, 0.57), at(0.24, 0.55), at(0.26, 0.5)], length * 0.024, INK, 3)
    picture.cut(ellipse(*at(0.3, 0.47), length * 0.045), LAMP, lift=3)


def car(
    picture: Picture,
    x: float,
    y: float,
    length: float,
    colour: Colour = TEAL,
    facing: int = 1,
    load: Callable[[Point], None] | None = None,
) -> None:
    """A hatchback standing on ``y``, its middle at ``x``; with ``load`` its boot stands open and is filled by it."""

    def at(px: float, py: float) -> Point:
        return x + facing * px * length, y - py * length

    picture.veil(ellipse(x, y + 2, length * 0.52, length * 0.03), picture.shadow, 0.4, blur=length * 0.02)
    if load:
        picture.cut(
            blob(
                [at(-0.49, 0.17), at(-0.43, 0.3), at(-0.34, 0.41), at(-0.2, 0.41), at(-0.2, 0.12), at(-0.48, 0.12)],
                0.16,
            ),
            darker(colour, 0.6),
            lift=3,
        )
        picture.stroke([at(-0.44, 0.3), at(-0.5, 0.54)], length * 0.008, STEEL, 2)
        tailgate = [at(-0.3, 0.42), at(-0.4, 0.5), at(-0.5, 0.545), at(-0.6, 0.555)]
        picture.cut(
            ribbon(tailgate, [length * r for r in (0.012, 0.02, 0.022, 0.012)]), lighter(colour, 0.1), colour, lift=8
        )
        load(at(-0.385, 0.15))
    shape = [
        at(-0.27, 0.41),
        at(-0.1, 0.425),
        at(0.1, 0.41),
        at(0.25, 0.28),
        at(0.45, 0.24),
        at(0.5, 0.18),
        at(0.5, 0.08),
        at(-0.5, 0.08),
        at(-0.5, 0.16),
        at(-0.28, 0.17),
    ]
    if not load:
        shape = [at(-0.42, 0.38), *shape[:-3], at(-0.5, 0.08), at(-0.5, 0.22)]
    picture.cut(blob(shape, 0.24), colour, darker(colour, 0.14), lift=length * 0.014)
    glass = lighter(mix(MIST, TEAL, 0.35), 0.2)
    picture.cut(blob([at(-0.225, 0.385), at(-0.06, 0.39), at(-0.06, 0.265), at(-0.235, 0.265)], 0.14), glass, lift=1)
    picture.cut(blob([at(-0.03, 0.39), at(0.08, 0.378), at(0.19, 0.27), at(-0.03, 0.265)], 0.14), glass, lift=1)
    picture.thread([at(-0.045, 0.25), at(-0.045, 0.1)], 2, darker(colour, 0.35), 0.6)
    picture.thread([at(-0.01, 0.22), at(0.05, 0.22)], length * 0.012, darker(colour, 0.45))
    picture.cut(ellipse(*at(0.475, 0.185), length * 0.022), LAMP, lift=1)
    for side in (-0.3, 0.31):
        picture.cut(ellipse(*at(side, 0.1), length * 0.105, length * 0.1), darker(colour, 0.5), lift=0, rim=0)
        tyre(picture, *at(side, 0.08), length * 0.082)
