"""Heads in three views.  Faces stay blank at street distance; portraits get brows, lowered lids, nose and a quiet mouth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tools.illustrations.geometry import Path, Point, blob, ellipse, ribbon
from tools.illustrations.head_shapes import BACK, FACE_FRONT, FACE_SIDE, HAIR_FRONT, HAIR_SIDE, LONG_BACK
from tools.illustrations.palette import BLACK_HAIR, INK, SKIN, VERMILION, Colour, darker, lighter, mix
from tools.illustrations.paper import Picture


@dataclass(frozen=True)
class Head:
    """Who it is: colours, hair (``short crop bob bun child tail``), hat (``cap knit chef``) and spectacles."""

    skin: Colour = SKIN
    hair: Colour = BLACK_HAIR
    style: str = "short"
    hat: str = ""
    hat_colour: Colour = VERMILION
    glasses: bool = False
    dark_glasses: bool = False
    features: bool = False


class _Frame:
    """Places head units in the picture: turned by ``tilt`` degrees (nose down is positive), mirrored by ``facing`` -1."""

    def __init__(self, x: float, y: float, size: float, tilt: float, facing: int) -> None:
        self.x, self.y, self.size, self.facing = x, y, size, facing
        self.cos, self.sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))

    def at(self, x: float, y: float) -> Point:
        turned_x, turned_y = x * self.cos + y * self.sin, -x * self.sin + y * self.cos
        return self.x + self.facing * turned_x * self.size, self.y - turned_y * self.size

    def points(self, shape: Sequence[Point]) -> list[Point]:
        return [self.at(*point) for point in shape]

    def blob(self, shape: Sequence[Point]) -> Path:
        return blob(self.points(shape))


def head(
    picture: Picture, x: float, y: float, size: float, who: Head, view: str = "side", tilt: float = 0.0, facing: int = 1
) -> None:
    """Lay a head with half height ``size`` at ``(x, y)``; ``view`` is ``side``, ``front`` or ``back``."""
    frame = _Frame(x, y, size, tilt, facing)
    lift = max(0.8, size * 0.075)
    shade = darker(who.skin, 0.13)
    if who.style in ("bun", "tail") and view != "front":
        knot = frame.at(-0.86, 0.42) if view == "side" else frame.at(0, 0.55)
        if who.style == "bun" and view == "side":
            picture.cut(ellipse(*knot, size * 0.36), who.hair, lift=lift)
        elif who.style == "tail" and view == "side":
            picture.cut(
                ribbon(
                    frame.points([(-0.7, 0.6), (-1.15, 0.2), (-1.1, -0.5), (-0.95, -0.95)]),
                    [size * 0.16, size * 0.26, size * 0.22, size * 0.05],
                ),
                who.hair,
                lift=lift,
            )
    if view == "front" and who.style == "bun":
        picture.cut(ellipse(*frame.at(0.02, 1.12), size * 0.36, size * 0.3), who.hair, lift=lift)
    if view == "back":
        picture.cut(frame.blob(LONG_BACK if who.style == "bob" else BACK), who.hair, lift=lift)
        if who.style == "bun":
            picture.cut(ellipse(*frame.at(0, 0.62), size * 0.38, size * 0.32), lighter(who.hair, 0.05), lift=lift)
        elif who.style == "tail":
            picture.cut(
                ribbon(
                    frame.points([(0, 0.5), (0.02, -0.1), (0.04, -0.8), (0, -1.15)]),
                    [size * 0.16, size * 0.3, size * 0.24, size * 0.05],
                ),
                lighter(who.hair, 0.05),
                lift=lift,
            )
    elif view == "front":
        for side in (-1, 1):
            picture.cut(ellipse(*frame.at(side * 0.74, -0.05), size * 0.14, size * 0.22), shade, lift=lift * 0.6)
        picture.cut(frame.blob(FACE_FRONT), who.skin, lift=lift)
        if who.features:
            _front_features(picture, frame, who)
        picture.cut(frame.blob(HAIR_FRONT.get(who.style, HAIR_FRONT["bun"])), who.hair, lift=lift)
    else:
        picture.cut(frame.blob(FACE_SIDE), who.skin, lift=lift)
        if who.features:
            _side_features(picture, frame, who)
        picture.cut(frame.blob(HAIR_SIDE.get(who.style, HAIR_SIDE["bun"])), who.hair, lift=lift)
        if who.style != "bob":
            picture.cut(ellipse(*frame.at(-0.2, -0.14), size * 0.13, size * 0.2), shade, lift=lift * 0.4)
    if who.glasses or who.dark_glasses:
        _glasses(picture, frame, who, view)
    _hat(picture, frame, who, view, lift)


def _hat(picture: Picture, frame: _Frame, who: Head, view: str, lift: float) -> None:
    colour = who.hat_colour
    if who.hat == "cap":
        crown: Sequence[Point] = (
            (0.74, 0.5),
            (0.70, 0.84),
            (0.36, 1.16),
            (-0.14, 1.22),
            (-0.62, 1.0),
            (-0.86, 0.5),
            (-0.4, 0.42),
            (0.3, 0.42),
        )
        if view != "side":
            crown = (
                (0.86, 0.42),
                (0.80, 0.86),
                (0.42, 1.2),
                (0, 1.26),
                (-0.42, 1.2),
                (-0.80, 0.86),
                (-0.86, 0.42),
                (0, 0.34),
            )
        picture.cut(frame.blob(crown), colour, lift=lift)
        if view == "side":
            picture.cut(
                frame.blob(((0.5, 0.52), (0.86, 0.56), (1.22, 0.36), (1.18, 0.28), (0.84, 0.36), (0.5, 0.38))),
                darker(colour, 0.25),
                lift=lift * 0.7,
            )
        elif view == "front":
            picture.cut(
                frame.blob(
                    ((0.74, 0.42), (0.4, 0.54), (-0.4, 0.54), (-0.74, 0.42), (-0.5, 0.22), (0, 0.16), (0.5, 0.22))
                ),
                darker(colour, 0.25),
                lift=lift * 0.7,
            )
    elif who.hat == "knit":
        half = 0.78 if view == "side" else 0.86
        crown = (
            (half - 0.06, 0.4),
            (half - 0.08, 0.9),
            (0.36, 1.24),
            (-0.08, 1.3),
            (-0.56, 1.1),
            (-half - 0.06, 0.4),
            (-0.1, 0.3),
        )
        picture.cut(frame.blob(crown), colour, lift=lift)
        picture.cut(ellipse(*frame.at(-0.06, 1.36), frame.size * 0.2), lighter(colour, 0.55), lift=lift * 0.8)
        picture.cut(
            ribbon(frame.points([(-half - 0.06, 0.3), (-0.1, 0.36), (half, 0.44)]), [frame.size * 0.15] * 3),
            lighter(colour, 0.25),
            lift=lift * 0.7,
        )
    elif who.hat == "chef":
        half = 0.74 if view == "side" else 0.82
        picture.cut(
            frame.blob(
                (
                    (half, 0.45),
                    (half + 0.06, 1.0),
                    (0.4, 1.3),
                    (-0.3, 1.3),
                    (-half - 0.12, 1.0),
                    (-half - 0.06, 0.4),
                    (0, 0.4),
                )
            ),
            colour,
            lift=lift,
        )
        picture.cut(
            ribbon(frame.points([(-half - 0.04, 0.42), (0, 0.44), (half, 0.5)]), [frame.size * 0.1] * 3),
            darker(colour, 0.1),
            lift=lift * 0.6,
        )


def _front_features(picture: Picture, frame: _Frame, who: Head) -> None:
    line = mix(who.skin, (96, 52, 40), 0.78)
    size = frame.size
    for side in (-1, 1):
        picture.veil(
            ellipse(*frame.at(side * 0.4, -0.36), size * 0.17, size * 0.13), (214, 110, 84), 0.30, blur=size * 0.06
        )
        brow = mix(who.hair, line, 0.35)
        picture.cut(
            ribbon(
                frame.points([(side * 0.16, 0.14), (side * 0.34, 0.2), (side * 0.52, 0.11)]),
                [size * 0.03, size * 0.036, size * 0.014],
            ),
            brow,
            lift=0,
            rim=0,
        )
        picture.cut(
            ribbon(
                frame.points([(side * 0.18, -0.09), (side * 0.33, -0.03), (side * 0.48, -0.10)]),
                [size * 0.018, size * 0.03, size * 0.018],
            ),
            mix(line, INK, 0.5),
            lift=0,
            rim=0,
        )
    picture.thread(frame.points([(0.03, -0.08), (0.1, -0.3), (-0.03, -0.34)]), size * 0.03, line, 0.75)
    picture.cut(
        frame.blob(((-0.22, -0.54), (0.0, -0.58), (0.22, -0.54), (0.1, -0.66), (-0.1, -0.66))),
        mix(who.skin, VERMILION, 0.62),
        lift=0,
        rim=0,
    )


def _side_features(picture: Picture, frame: _Frame, who: Head) -> None:
    line = mix(who.skin, (96, 52, 40), 0.78)
    size = frame.size
    picture.veil(ellipse(*frame.at(0.36, -0.36), size * 0.18, size * 0.14), (214, 110, 84), 0.30, blur=size * 0.06)
    picture.cut(
        ribbon(frame.points([(0.36, 0.19), (0.52, 0.23), (0.66, 0.17)]), [size * 0.026, size * 0.036, size * 0.016]),
        mix(who.hair, line, 0.35),
        lift=0,
        rim=0,
    )
    picture.cut(
        ribbon(frame.points([(0.40, -0.04), (0.52, -0.0), (0.65, -0.07)]), [size * 0.016, size * 0.03, size * 0.018]),
        mix(line, INK, 0.5),
        lift=0,
        rim=0,
    )
    picture.cut(
        frame.blob(((0.74, -0.50), (0.60, -0.50), (0.46, -0.44), (0.56, -0.57), (0.68, -0.60))),
        mix(who.skin, VERMILION, 0.62),
        lift=0,
        rim=0,
    )


def _glasses(picture: Picture, frame: _Frame, who: Head, view: str) -> None:
    size, width = frame.size, max(0.8, frame.size * 0.042)
    lenses = [(-0.33, -0.04), (0.33, -0.04)] if view == "front" else [(0.5, -0.02)]
    rx = 0.25 if view == "front" else 0.2
    for lens in lenses:
        centre = frame.at(*lens)
        if who.dark_glasses:
            picture.cut(ellipse(*centre, size * rx, size * 0.19), INK, lift=size * 0.02)
            continue
        picture.veil(ellipse(*centre, size * rx, size * 0.21), (255, 255, 255), 0.1)
        ring = [
            (lens[0] + rx * math.cos(a * math.pi / 8), lens[1] + 0.21 * math.sin(a * math.pi / 8)) for a in range(17)
        ]
        picture.thread(frame.points(ring), width, INK)
    if view == "front":
        picture.thread(frame.points([(-0.09, 0.0), (0, 0.04), (0.09, 0.0)]), width, INK)
        for side in (-1, 1):
            picture.thread(frame.points([(side * 0.58, 0.0), (side * 0.74, 0.02)]), width, INK)
    else:
        picture.thread(frame.points([(0.3, 0.0), (-0.14, 0.02)]), width, INK)
