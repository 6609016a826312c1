"""Hands seen close, fingers cut one by one: laid flat, closed about a cup, or pinching a small thing.

A hand is measured from wrist to the tip of the middle finger; local x runs along the fingers, y towards the thumb.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.illustrations.geometry import Path, Point, blob, ellipse, ribbon
from tools.illustrations.palette import SKIN, Colour, darker, lighter, mix
from tools.illustrations.paper import Picture


class _Hand:
    def __init__(self, wrist: Point, turn: float, size: float, mirror: int) -> None:
        self.wrist, self.size, self.mirror = wrist, size, mirror
        self.cos, self.sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(self, point: Point) -> Point:
        x, y = point[0] * self.size, -point[1] * self.size * self.mirror
        return self.wrist[0] + x * self.cos - y * self.sin, self.wrist[1] + x * self.sin + y * self.cos

    def blob(self, points: Sequence[Point]) -> Path:
        return blob([self.at(p) for p in points])

    def finger(self, points: Sequence[Point], radius: float) -> Path:
        return ribbon([self.at(p) for p in points], [radius * self.size * s for s in _taper(len(points))])


def _taper(count: int) -> list[float]:
    return [1.08 - 0.22 * i / (count - 1) for i in range(count)]


def _nail(picture: Picture, hand: _Hand, place: Point, radius: float, skin: Colour) -> None:
    picture.cut(
        ellipse(*hand.at(place), radius * hand.size), mix(lighter(skin, 0.35), (224, 150, 130), 0.25), lift=0, rim=0
    )


def forearm(
    picture: Picture,
    start: Point,
    wrist: Point,
    size: float,
    sleeve: Colour,
    skin: Colour = SKIN,
    bare: float = 0.12,
    cuff: Colour | None = None,
) -> None:
    """Arm in a sleeve from ``start`` (usually beyond the frame) to a wrist; ``bare`` is the share left uncovered."""
    end = (wrist[0] + (start[0] - wrist[0]) * bare, wrist[1] + (start[1] - wrist[1]) * bare)
    picture.cut(ribbon([start, wrist], [size * 0.26, size * 0.165]), skin, darker(skin, 0.06), lift=size * 0.03)
    picture.cut(
        ribbon([start, end], [size * 0.42, size * 0.27], True, False), sleeve, darker(sleeve, 0.1), lift=size * 0.05
    )
    band = (end[0] + (start[0] - end[0]) * 0.05, end[1] + (start[1] - end[1]) * 0.05)
    picture.cut(
        ribbon([band, end], [size * 0.285, size * 0.28], False, False), cuff or darker(sleeve, 0.18), lift=size * 0.02
    )


def laid(
    picture: Picture,
    wrist: Point,
    turn: float,
    size: float,
    skin: Colour = SKIN,
    mirror: int = 1,
    curl: float = 0.06,
    spread: float = 0.05,
    thumb: bool = True,
) -> list[Point]:
    """The back of a hand resting with fingers nearly straight; returns the four fingertips, index first."""
    hand = _Hand(wrist, turn, size, mirror)
    lift = size * 0.03
    if thumb:
        picture.cut(
            hand.finger([(0.10, 0.14), (0.26, 0.27), (0.42, 0.33 + spread), (0.52, 0.32 + spread)], 0.066),
            darker(skin, 0.04),
            lift=lift,
        )
        _nail(picture, hand, (0.50, 0.325 + spread), 0.034, skin)
    tips: list[Point] = []
    for index, (y, length) in enumerate(((0.155, 0.43), (0.052, 0.50), (-0.052, 0.46), (-0.148, 0.36))):
        fan = (1.5 - index) * spread
        line = [
            (0.40, y),
            (0.50 + length * 0.25, y + fan * 0.5),
            (0.48 + length * 0.72, y + fan - curl * 0.4),
            (0.50 + length, y + fan - curl),
        ]
        picture.cut(hand.finger(line, 0.056), lighter(skin, 0.05) if index % 2 else skin, lift=lift * 0.8)
        _nail(picture, hand, (0.48 + length, y + fan - curl * 0.95), 0.03, skin)
        tips.append(hand.at(line[-1]))
    picture.cut(
        hand.blob(
            [
                (-0.08, 0.15),
                (0.10, 0.19),
                (0.30, 0.225),
                (0.50, 0.205),
                (0.535, 0.05),
                (0.51, -0.1),
                (0.46, -0.20),
                (0.20, -0.21),
                (-0.08, -0.15),
            ]
        ),
        skin,
        darker(skin, 0.04),
        lift=lift * 0.7,
    )
    for y in (0.11, 0.005, -0.1):
        picture.thread([hand.at((0.42, y)), hand.at((0.50, y - 0.004))], size * 0.012, darker(skin, 0.3), 0.45)
    return tips


def cupping(
    picture: Picture, x: float, y: float, size: float, facing: int, skin: Colour = SKIN, reach: float = 0.52
) -> None:
    """Four fingers lying across the front of a cup whose side is at ``(x, y)``, the thumb along its rim; ``facing`` is 1 from the left."""
    lift = size * 0.035
    palm = blob(
        [
            (x - facing * size * 0.20, y + size * 0.42),
            (x - facing * size * 0.27, y + size * 0.05),
            (x - facing * size * 0.16, y - size * 0.28),
            (x + facing * size * 0.06, y - size * 0.3),
            (x + facing * size * 0.16, y),
            (x + facing * size * 0.1, y + size * 0.44),
        ]
    )
    picture.cut(palm, darker(skin, 0.06), lift=lift)
    for index, length in enumerate((0.92, 1.0, 0.94, 0.78)):
        fy = y - size * 0.20 + index * size * 0.142
        start, tip = x - facing * size * 0.12, x + facing * size * reach * length
        picture.cut(
            ribbon(
                [
                    (start, fy + size * 0.03),
                    (start + (tip - start) * 0.36, fy - size * 0.014),
                    (start + (tip - start) * 0.72, fy),
                    (tip, fy + size * 0.03),
                ],
                [size * 0.074, size * 0.072, size * 0.067, size * 0.056],
            ),
            skin if index % 2 else lighter(skin, 0.05),
            lift=lift,
        )
        picture.cut(
            ellipse(tip - facing * size * 0.012, fy + size * 0.024, size * 0.032),
            mix(lighter(skin, 0.35), (224, 150, 130), 0.25),
            lift=0,
            rim=0,
        )
    picture.cut(
        ribbon(
            [
                (x - facing * size * 0.17, y + size * 0.02),
                (x - facing * size * 0.08, y - size * 0.24),
                (x + facing * size * 0.06, y - size * 0.40),
                (x + facing * size * 0.2, y - size * 0.44),
            ],
            [size * 0.09, size * 0.076, size * 0.066, size * 0.054],
        ),
        skin,
        lift=lift,
    )


def gripping(picture: Picture, wrist: Point, turn: float, size: float, skin: Colour = SKIN, mirror: int = 1) -> Point:
    """The back of a hand closed on a slim tool laid beforehand, thumb and forefinger along it; returns the point between their tips."""
    hand = _Hand(wrist, turn, size, mirror)
    lift = size * 0.03
    for index, (y, reach) in enumerate(((-0.17, 0.50), (-0.085, 0.56), (0.01, 0.59))):
        picture.cut(
            hand.finger([(0.32, y), (reach - 0.05, y + 0.005), (reach, y + 0.04)], 0.064),
            darker(skin, 0.07 - index * 0.025),
            lift=lift * 0.8,
        )
    picture.cut(hand.finger([(0.36, 0.11), (0.55, 0.135), (0.66, 0.19), (0.72, 0.235)], 0.06), skin, lift=lift)
    _nail(picture, hand, (0.71, 0.228), 0.03, skin)
    picture.cut(
        hand.blob(
            [
                (-0.08, 0.15),
                (0.10, 0.19),
                (0.28, 0.21),
                (0.43, 0.17),
                (0.46, 0.03),
                (0.44, -0.1),
                (0.38, -0.2),
                (0.16, -0.21),
                (-0.08, -0.15),
            ]
        ),
        skin,
        darker(skin, 0.04),
        lift=lift * 0.7,
    )
    for y in (0.08, -0.02, -0.11):
        picture.thread([hand.at((0.36, y)), hand.at((0.43, y - 0.002))], size * 0.012, darker(skin, 0.3), 0.45)
    picture.cut(
        hand.finger([(0.10, 0.12), (0.26, 0.225), (0.45, 0.275), (0.63, 0.285)], 0.064), lighter(skin, 0.04), lift=lift
    )
    _nail(picture, hand, (0.62, 0.288), 0.032, skin)
    return hand.at((0.72, 0.29))
