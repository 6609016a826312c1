"""Trees, foliage and flowering branches."""
from __future__ import annotations

import math
from collections.abc import Sequence

from .geometry import Path, Point, blob, curve, ellipse, many, moved, ribbon, union
from .palette import DEEP_MOSS, MOSS, PAPER, ROSE, SNOW, SPROUT, UMBER, Colour, darker, lighter, mix
from .paper import Picture


def leaf(x: float, y: float, length: float, turn: float, plump: float = 0.26) -> Path:
    """A pointed leaf from its stalk at ``(x, y)``; ``turn`` in degrees, 0 to the right."""
    half = length * plump
    shape = ribbon([(0, 0), (length * 0.3, -half * 0.1), (length * 0.7, 0), (length, 0)], [0.4, half, half * 0.7, 0.2], False, False)
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


def scatter_leaves(picture: Picture, x: float, y: float, rx: float, ry: float, count: int, size: float,
                   colours: Sequence[Colour]) -> None:
    """Single cut leaves lying on a canopy, denser towards the lit upper left."""
    for colour in colours:
        leaves = []
        for _ in range(count):
            angle, radius = picture.random.uniform(0, 2 * math.pi), picture.random.random() ** 0.6
            px, py = x + math.cos(angle) * rx * radius * 0.9, y + math.sin(angle) * ry * radius * 0.9
            leaves.append(leaf(px, py, size * picture.random.uniform(0.7, 1.3), picture.random.uniform(-70, 110), 0.3))
        picture.cut(many(leaves), colour, lift=2.2, rim=0.15)


def shrubs(picture: Picture, x0: float, x1: float, y: float, height: float, colours: Sequence[Colour], lift: float = 8.0) -> None:
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
                for side in (-1, 1):
                    leaves.append(leaf(px, py, height * 0.2 * picture.random.uniform(0.7, 1.1), -90 + side * picture.random.uniform(30, 66), 0.22))
        picture.cut(many(leaves), colour, lift=lift, rim=0.15)


def round_tree(picture: Picture, x: float, y: float, height: float, colour: Colour = MOSS, trunk: Colour = UMBER,
               lift: float = 5.0) -> None:
    """A street tree with three stacked masses of leaves, standing at ``(x, y)``."""
    bole = height * 0.035
    picture.cut(ribbon([(x, y), (x + bole * 0.6, y - height * 0.3), (x - bole * 0.4, y - height * 0.62)],
                       [bole * 1.3, bole, bole * 0.7], False, False), trunk, lift=lift * 0.6)
    for dx, dy, r, shade in ((0.1, 0.58, 0.24, 0.2), (-0.13, 0.64, 0.22, 0.08), (0.02, 0.79, 0.22, -0.08)):
        tone = darker(colour, shade) if shade > 0 else lighter(colour, -shade * 2)
        picture.cut(foliage(picture, x + dx * height, y - dy * height, r * height, r * height * 0.86, 11), tone, lift=lift)


def bare_tree(picture: Picture, x: float, y: float, height: float, colour: Colour, lean: float = 0.0, depth: int = 5,
              lift: float = 4.0, snow: bool = False) -> list[Point]:
    """A winter tree; returns its twig ends so that lanterns or buds can hang there."""
    limbs: list[Path] = []
    upper: list[Path] = []
    ends: list[Point] = []

    def grow(px: float, py: float, angle: float, length: float, radius: float, level: int) -> None:
        bend = picture.random.uniform(-0.22, 0.22)
        mx, my = px + math.cos(angle + bend) * length * 0.5, py - math.sin(angle + bend) * length * 0.5
        qx, qy = mx + math.cos(angle - bend * 0.6) * length * 0.5, my - math.sin(angle - bend * 0.6) * length * 0.5
        limbs.append(ribbon([(px, py), (mx, my), (qx, qy)], [radius, radius * 0.82, radius * 0.62]))
        if snow and level < 4 and abs(math.cos(angle)) > 0.45:
            upper.append(ribbon([(px, py - radius), (mx, my - radius), (qx, qy - radius * 0.7)], [radius * 0.2, radius * 0.5, radius * 0.25]))
        if level == 0:
            ends.append((qx, qy))
            return
        for turn in (picture.random.uniform(0.28, 0.6), picture.random.uniform(-0.6, -0.28)):
            grow(qx, qy, angle + turn, length * picture.random.uniform(0.68, 0.82), radius * 0.62, level - 1)
        if level >= 2 and picture.random.random() < 0.6:
            grow(mx, my, angle + picture.random.choice((-0.9, 0.9)), length * 0.55, radius * 0.45, level - 2)

    grow(x, y, math.pi / 2 + lean, height * 0.3, height * 0.03, depth)
    picture.cut(union(*limbs), colour, lift=lift)
    if upper:
        picture.cut(many(upper), SNOW, lift=1.0, rim=0)
    return ends


def willow(picture: Picture, x: float, y: float, height: float, colour: Colour = SPROUT, trunk: Colour = UMBER,
           strands: int = 34, spread: float = 0.55) -> None:
    """A willow in new leaf, its strands hanging and drifting a little to the right."""
    picture.cut(ribbon([(x, y), (x - height * 0.03, y - height * 0.3), (x + height * 0.03, y - height * 0.66), (x + height * 0.1, y - height * 0.86)],
                       [height * 0.045, height * 0.032, height * 0.022, height * 0.008], False), trunk, lift=6)
    for layer, tone in enumerate((darker(colour, 0.22), colour, lighter(colour, 0.22))):
        pieces: list[Path] = []
        for _ in range(strands // 3):
            start = picture.random.uniform(-spread, spread)
            top = (x + height * 0.04 + start * height * 0.45, y - height * (0.93 - 0.55 * abs(start) ** 1.6) + picture.random.uniform(-8, 8))
            fall = height * picture.random.uniform(0.34, 0.62) * (1 - 0.25 * layer / 2)
            drift = picture.random.uniform(0.02, 0.1) * height + start * height * 0.16
            strand = [top, (top[0] + drift * 0.5, top[1] + fall * 0.4), (top[0] + drift * 0.8, top[1] + fall)]
            pieces.append(ribbon(strand, [1.4, 1.2, 0.5]))
            for px, py in curve(strand, 16)[3::2]:
                pieces.append(leaf(px, py, height * 0.036, picture.random.uniform(50, 130), 0.17))
        picture.cut(many(pieces), tone, lift=3.5, rim=0.15)


def hanging_willow(picture: Picture, x0: float, x1: float, length: float, colours: Sequence[Colour], strands: int = 9, size: float = 30.0) -> None:
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
                pieces.append(leaf(px, py, size * picture.random.uniform(0.8, 1.15), 82 + side * picture.random.uniform(14, 40), 0.15))
        picture.cut(many(pieces), colour, lift=5, rim=0.15)


def camphor(picture: Picture, x: float, y: float, height: float, spread: float) -> None:
    """A great old camphor: forked trunk, roots, and a broad crown in five greens with single leaves on top."""
    bark = UMBER
    for side in (-1, 1):
        picture.cut(ribbon([(x + side * 10, y - height * 0.3), (x + side * spread * 0.22, y - height * 0.56), (x + side * spread * 0.42, y - height * 0.72)],
                           [26, 17, 8]), darker(bark, 0.2), lift=6)
    trunk = blob([(x - 96, y + 10), (x - 52, y - 36), (x - 40, y - height * 0.26), (x - 58, y - height * 0.52), (x - 8, y - height * 0.44),
                  (x + 44, y - height * 0.56), (x + 34, y - height * 0.26), (x + 54, y - 40), (x + 118, y + 12), (x + 20, y - 2)], 0.55)
    picture.cut(trunk, bark, darker(bark, 0.15), lift=8)
    for dx in (-22, -4, 16):
        picture.thread([(x + dx, y - 20), (x + dx * 0.7 + 4, y - height * 0.2), (x + dx * 0.9, y - height * 0.4)], 2.2, darker(bark, 0.35), 0.5)
    masses = ((0.36, 0.66, 0.32, 0.17, darker(DEEP_MOSS, 0.25)), (-0.36, 0.68, 0.32, 0.17, darker(DEEP_MOSS, 0.15)),
              (0.02, 0.76, 0.36, 0.18, DEEP_MOSS), (0.26, 0.84, 0.27, 0.15, mix(DEEP_MOSS, MOSS, 0.5)),
              (-0.24, 0.86, 0.29, 0.16, MOSS), (0.03, 0.97, 0.27, 0.13, mix(MOSS, SPROUT, 0.4)))
    for dx, dy, rx, ry, tone in masses:
        cx, cy, w, h = x + dx * spread, y - dy * height, rx * spread, ry * height
        picture.cut(foliage(picture, cx, cy, w, h, 19), tone, lift=10)
        scatter_leaves(picture, cx, cy, w, h, 26, 20, (lighter(tone, 0.16), mix(tone, SPROUT, 0.45)))


def leafy_branch(picture: Picture, points: Sequence[Point], size: float, colours: Sequence[Colour], trunk: Colour = UMBER,
                 width: float = 8.0, lift: float = 9.0) -> None:
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
            leaves.append(leaf(x0, y0, size * picture.random.uniform(0.7, 1.2), along + side * picture.random.uniform(30, 70), 0.24))
        leaves.append(leaf(*line[-1], size, math.degrees(math.atan2(line[-1][1] - line[-4][1], line[-1][0] - line[-4][0])), 0.24))
        picture.cut(many(leaves), colour, lift=lift, rim=0.2)


def blossom(picture: Picture, x: float, y: float, size: float, petal: Colour = PAPER, heart: Colour = ROSE, turn: float = 0.0,
            petals: int = 6) -> None:
    """An open flower of overlapping petals, magnolia with six or plum with five."""
    for ring, (scale, tone) in enumerate(((1.0, mix(petal, heart, 0.28)), (0.74, petal))):
        shapes = [leaf(x, y, size * scale, turn + ring * 180 / petals + index * 360 / petals, 0.36) for index in range(petals)]
        picture.cut(many(shapes), tone, lift=size * 0.05, rim=0.3)
    picture.cut(ellipse(x, y, size * 0.16), heart, lift=size * 0.03)
