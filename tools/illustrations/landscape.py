"""Land, water, sky and weather."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.illustrations.geometry import Path, Point, curve, ellipse, ground, many, polygon, ribbon, ridge, union
from tools.illustrations.palette import PAPER, SNOW, Colour, mix
from tools.illustrations.paper import Picture


def hills(
    picture: Picture,
    heights: Sequence[float],
    colours: Sequence[Colour],
    swing: float = 50.0,
    step: float = 260.0,
    lift: float = 9.0,
) -> None:
    """Ridges one behind the other, farthest first; ``heights`` are the mean skylines from the top of the picture."""
    for y, colour in zip(heights, colours, strict=True):
        line = ridge(picture.random, -80, picture.width + 80, y, swing, step)
        picture.cut(ground(line, picture.height + 40), colour, mix(colour, PAPER, 0.12), lift=lift)


def cloud(x: float, y: float, width: float) -> Path:
    """A flat-bottomed bank of cloud, cut in one piece."""
    height = width * 0.16
    base = ribbon([(x - width / 2, y), (x + width / 2, y)], [height * 0.42, height * 0.42])
    humps = [
        ellipse(x + width * dx, y - height * dy, width * r, height * r * 3.4)
        for dx, dy, r in ((-0.2, 0.35, 0.16), (0.04, 0.62, 0.2), (0.26, 0.3, 0.13))
    ]
    return union(base, *humps)


def mist(picture: Picture, y: float, thickness: float, colour: Colour, alpha: float = 0.5) -> None:
    """A level band of haze across the whole picture."""
    path = polygon(
        [
            (-100, y - thickness / 2),
            (picture.width + 100, y - thickness / 2),
            (picture.width + 100, y + thickness / 2),
            (-100, y + thickness / 2),
        ]
    )
    picture.veil(path, colour, alpha, blur=thickness * 0.45)


def disc(
    picture: Picture, x: float, y: float, radius: float, colour: Colour, halo: Colour, strength: float = 0.55
) -> None:
    """Sun or moon with its halo."""
    picture.glow(x, y, radius * 4.2, halo, strength)
    picture.cut(ellipse(x, y, radius), colour, lift=2.5, rim=0.3)


def ripples(
    picture: Picture,
    x0: float,
    x1: float,
    y0: float,
    y1: float,
    colour: Colour,
    count: int,
    alpha: float = 0.5,
    length: float = 120.0,
) -> None:
    """Short strokes of light on water, longer and wider apart towards the viewer."""
    for _ in range(count):
        depth = picture.random.random()
        y = y0 + (y1 - y0) * depth**1.3
        half = length * (0.25 + 0.75 * depth) * picture.random.uniform(0.3, 0.9)
        x = picture.random.uniform(x0, x1)
        sway = 2.0 + 3 * depth
        picture.veil(
            ribbon(
                [(x - half, y), (x - half * 0.3, y - sway), (x + half * 0.3, y + sway * 0.4), (x + half, y)],
                [0.3, 1 + 2.2 * depth, 1 + 1.8 * depth, 0.3],
                False,
                False,
            ),
            colour,
            alpha,
        )


def reflection(
    picture: Picture, x: float, y0: float, y1: float, width: float, colour: Colour, alpha: float = 0.6
) -> None:
    """A broken column of light (or of a dark hull) below whatever is mirrored, breaking up towards the viewer."""
    picture.veil(
        ribbon([(x, y0), (x, (y0 + y1) / 2), (x, y1)], [width * 0.5, width * 0.4, width * 0.1], False, False),
        colour,
        alpha * 0.3,
        blur=max(3.0, width * 0.3),
    )
    y, step = y0, 5.0
    while y < y1:
        share = (y - y0) / (y1 - y0)
        half = width * (0.45 + 0.75 * share) * picture.random.uniform(0.45, 1.0)
        shift = picture.random.uniform(-width, width) * (0.1 + 0.4 * share)
        picture.veil(
            ribbon(
                [(x + shift - half, y), (x + shift, y - 1), (x + shift + half, y)], [0.3, step * 0.2, 0.3], False, False
            ),
            colour,
            alpha * (1 - share * 0.8),
        )
        y += step
        step *= 1.07


def snowfall(
    picture: Picture,
    count: int,
    largest: float = 6.0,
    keep_out: Sequence[tuple[float, float, float]] = (),
    colour: Colour = SNOW,
) -> None:
    """Paper flakes in three sizes; ``keep_out`` circles ``(x, y, radius)`` such as faces stay clear."""
    for size, share in ((largest * 0.35, 0.6), (largest * 0.62, 0.28), (largest, 0.12)):
        flakes = []
        for _ in range(round(count * share)):
            x, y = picture.random.uniform(0, picture.width), picture.random.uniform(0, picture.height)
            r = size * picture.random.uniform(0.7, 1.2)
            if all(math.hypot(x - cx, y - cy) > radius for cx, cy, radius in keep_out):
                flakes.append(ellipse(x, y, r, r * picture.random.uniform(0.85, 1.0)))
        picture.cut(many(flakes), colour, lift=size * 0.5, rim=0)


def stars(picture: Picture, count: int, bottom: float, colour: Colour = (255, 244, 214)) -> None:
    """Pinholes in the night sheet above ``bottom``."""
    for _ in range(count):
        x, y = picture.random.uniform(0, picture.width), picture.random.uniform(0, bottom)
        picture.veil(ellipse(x, y, picture.random.uniform(0.7, 2.0)), colour, picture.random.uniform(0.25, 0.8))


def snow_cap(line: Sequence[Point], thickness: float) -> Path:
    """Snow lying along a roof or branch: even above, drooping in small waves below."""
    top = curve(line, 48)
    wave = 1.7 / thickness
    below = [
        (x, y + thickness * (0.55 + 0.22 * math.sin(x * wave) + 0.12 * math.sin(x * wave * 2.3 + 1))) for x, y in top
    ]
    return polygon([*((x, y - thickness * 0.5) for x, y in top), *reversed(below)])
