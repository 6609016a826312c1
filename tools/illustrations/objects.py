"""Things people use: vessels, tools, bins, umbrellas, kites."""
from __future__ import annotations

import math
from collections.abc import Sequence

from .geometry import Path, Point, blob, ellipse, many, minus, moved, polygon, rectangle, ribbon, union
from .palette import (
    CREAM,
    DEEP_TEAL,
    DUSK,
    GOLD,
    INK,
    PAPER,
    SLATE,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from .paper import Picture


def steam(picture: Picture, x: float, y: float, height: float, width: float, strands: int = 3, alpha: float = 0.4) -> None:
    """Wisps of steam rising from ``(x, y)``."""
    for index in range(strands):
        sx = x + (index - (strands - 1) / 2) * width / max(1, strands - 1) if strands > 1 else x
        rise = height * picture.random.uniform(0.7, 1.05)
        sway = width * 0.22 * picture.random.choice((-1, 1))
        points = [(sx, y), (sx + sway, y - rise * 0.25), (sx - sway * 0.9, y - rise * 0.5), (sx + sway, y - rise * 0.76), (sx, y - rise)]
        w = width * 0.09
        for spread, share in ((3.4, 0.4), (1.7, 0.75)):
            picture.veil(ribbon(points, [w * 0.5 * spread, w * spread, w * spread, w * 0.7 * spread, 0.3]), (255, 250, 240), alpha * share, blur=w * 0.5 * spread)


def cup(picture: Picture, x: float, y: float, width: float, colour: Colour = PAPER, rim: Colour = DUSK, handle: int = 1) -> None:
    """An enamel mug standing on ``y``; ``handle`` is its side, 0 for none."""
    height = width * 0.95
    if handle:
        hx = x + handle * width * 0.52
        picture.cut(minus(ellipse(hx, y - height * 0.5, width * 0.26, height * 0.3), ellipse(hx, y - height * 0.5, width * 0.16, height * 0.19)), colour, lift=width * 0.03)
    picture.cut(blob([(x - width / 2, y - height), (x + width / 2, y - height), (x + width * 0.48, y - height * 0.1), (x + width * 0.42, y), (x - width * 0.42, y), (x - width * 0.48, y - height * 0.1)], 0.14),
                colour, darker(colour, 0.08), lift=width * 0.05)
    picture.cut(ellipse(x, y - height, width * 0.5, width * 0.11), rim, lift=0.4)
    picture.cut(ellipse(x, y - height + 1, width * 0.44, width * 0.085), mix(UMBER, PAPER, 0.45), lift=0, rim=0)


def thermos(picture: Picture, x: float, y: float, height: float, colour: Colour = VERMILION) -> None:
    """A household thermos flask with cap and handle, standing on ``y``."""
    w = height * 0.19
    picture.cut(minus(blob([(x + w * 0.7, y - height * 0.78), (x + w * 1.75, y - height * 0.72), (x + w * 1.8, y - height * 0.4), (x + w * 0.8, y - height * 0.28)], 0.6),
                      blob([(x + w * 0.7, y - height * 0.71), (x + w * 1.42, y - height * 0.67), (x + w * 1.46, y - height * 0.44), (x + w * 0.8, y - height * 0.36)], 0.6)),
                darker(colour, 0.3), lift=height * 0.012)
    picture.cut(blob([(x - w * 0.55, y - height * 0.84), (x + w * 0.55, y - height * 0.84), (x + w, y - height * 0.70), (x + w, y - height * 0.03), (x + w * 0.9, y), (x - w * 0.9, y),
                      (x - w, y - height * 0.03), (x - w, y - height * 0.70)], 0.26), colour, darker(colour, 0.12), lift=height * 0.025)
    for share, band in ((0.68, GOLD), (0.07, GOLD)):
        picture.cut(rectangle(x - w * 1.02, y - height * share, w * 2.04, height * 0.022), band, lift=1)
    picture.veil(ribbon([(x - w * 0.62, y - height * 0.62), (x - w * 0.62, y - height * 0.14)], [w * 0.09, w * 0.09]), (255, 240, 225), 0.28, blur=w * 0.06)
    for index in range(6):
        angle = index * 60
        petal = moved(ellipse(w * 0.27, 0, w * 0.26, w * 0.15), x, y - height * 0.38, 1, angle)
        picture.cut(petal, mix(colour, CREAM, 0.82), lift=0.8)
    picture.cut(ellipse(x, y - height * 0.38, w * 0.15), GOLD, lift=0.8)
    picture.cut(rectangle(x - w * 0.6, y - height * 0.88, w * 1.2, height * 0.05, 3), STEEL, lift=2)
    picture.cut(blob([(x - w * 0.42, y - height * 0.88), (x - w * 0.36, y - height * 0.985), (x, y - height), (x + w * 0.36, y - height * 0.985), (x + w * 0.42, y - height * 0.88)], 0.4), lighter(STEEL, 0.25), lift=3)


def bowl(picture: Picture, x: float, y: float, width: float, colour: Colour = PAPER, trim: Colour = DUSK, dumplings: int = 0) -> None:
    """A footed bowl standing on ``y``, rim seen a little from above, with ``dumplings`` floating in it."""
    height = width * 0.48
    ry = width * 0.16
    top = y - height
    picture.cut(blob([(x - width * 0.2, y - height * 0.12), (x + width * 0.2, y - height * 0.12), (x + width * 0.22, y), (x - width * 0.22, y)], 0.15), darker(colour, 0.12), lift=width * 0.02)
    picture.cut(union(blob([(x - width / 2, top), (x + width / 2, top), (x + width * 0.42, y - height * 0.45), (x + width * 0.2, y - height * 0.08), (x - width * 0.2, y - height * 0.08), (x - width * 0.42, y - height * 0.45)], 0.5),
                      ellipse(x, top, width / 2, ry)), colour, darker(colour, 0.1), lift=width * 0.03)
    picture.cut(ellipse(x, top, width / 2, ry), lighter(colour, 0.5), lift=0.5)
    soup = ellipse(x, top + ry * 0.08, width * 0.455, ry * 0.84)
    picture.cut(soup, mix(GOLD, CREAM, 0.62), lift=0, rim=0)
    picture.veil(ellipse(x, top - ry * 0.1, width * 0.44, ry * 0.7), darker(trim, 0.2), 0.12, blur=4)
    with picture.inside(union(soup, rectangle(x - width * 0.4, top - ry * 2, width * 0.8, ry * 2))):
        places = [(-0.26, 0.05), (0.0, -0.28), (0.27, 0.02), (-0.10, 0.34), (0.16, 0.36), (-0.3, -0.3), (0.3, -0.32)][:dumplings]
        for dx, dy in sorted(places, key=lambda p: p[1]):
            cx, cy, r = x + dx * width, top + dy * ry * 1.35 + ry * 0.06, width * 0.07
            picture.cut(ellipse(cx, cy, r, r * 0.9), PAPER, lift=width * 0.012, rim=0.4)
            picture.veil(ellipse(cx - r * 0.3, cy - r * 0.32, r * 0.3, r * 0.2), (255, 255, 255), 0.8, blur=r * 0.1)
    petals: list[Path] = []
    for index in range(7):
        share = (index - 3) / 3.6
        petals.append(ellipse(x + share * width * 0.4, y - height * (0.56 - 0.1 * share * share) , width * 0.03, width * 0.045))
    picture.cut(many(petals), trim, lift=0, rim=0)


def pot(picture: Picture, x: float, y: float, width: float, colour: Colour = SLATE) -> None:
    """A big two-handled stock pot standing on ``y``."""
    height = width * 0.62
    for side in (-1, 1):
        hx = x + side * width * 0.53
        picture.cut(minus(ellipse(hx, y - height * 0.72, width * 0.09, width * 0.06), ellipse(hx, y - height * 0.72, width * 0.05, width * 0.028)), darker(colour, 0.3), lift=2)
    picture.cut(rectangle(x - width / 2, y - height, width, height, width * 0.06), lighter(colour, 0.15), darker(colour, 0.05), lift=5)
    picture.cut(ellipse(x, y - height, width * 0.52, width * 0.075), lighter(colour, 0.35), lift=2)
    picture.cut(ellipse(x, y - height, width * 0.46, width * 0.055), mix(CREAM, GOLD, 0.2), lift=0, rim=0)


def bin_(picture: Picture, x: float, y: float, width: float, colour: Colour, open_lid: bool = False) -> None:
    """A wheeled waste bin standing on ``y``, left edge ``x``; on its front a leaf disc instead of lettering."""
    height = width * 1.42
    picture.cut(polygon([(x, y - height), (x + width, y - height), (x + width * 0.92, y), (x + width * 0.08, y)]), colour, darker(colour, 0.14), lift=6)
    picture.thread([(x + width * 0.12, y - height * 0.86), (x + width * 0.17, y - height * 0.08)], 2, darker(colour, 0.3), 0.6)
    picture.thread([(x + width * 0.88, y - height * 0.86), (x + width * 0.83, y - height * 0.08)], 2, darker(colour, 0.3), 0.6)
    cx, cy, r = x + width / 2, y - height * 0.52, width * 0.22
    picture.cut(ellipse(cx, cy, r), CREAM, lift=1.5)
    for turn in (0, 120, 240):
        arrow = moved(blob([(-r * 0.14, -r * 0.75), (r * 0.5, -r * 0.62), (r * 0.62, -r * 0.1), (r * 0.34, -r * 0.14), (r * 0.2, -r * 0.42), (-r * 0.14, -r * 0.44)], 0.3), cx, cy, 1, turn)
        picture.cut(arrow, colour, lift=0, rim=0)
    if open_lid:
        picture.cut(ellipse(x + width / 2, y - height, width * 0.5, width * 0.09), darker(colour, 0.55), lift=0, rim=0)
        picture.cut(polygon([(x - 2, y - height - 3), (x + width * 0.06, y - height - width * 0.62), (x + width * 1.0, y - height - width * 0.62), (x + width + 4, y - height - 3),
                             (x + width * 0.94, y - height - 5), (x + width * 0.06, y - height - 5)]), darker(colour, 0.12), lift=5)
    else:
        picture.cut(blob([(x - width * 0.06, y - height + 4), (x + width * 0.02, y - height - width * 0.13), (x + width * 0.98, y - height - width * 0.13), (x + width * 1.06, y - height + 4)], 0.2),
                    lighter(colour, 0.08), lift=5)
    for wx in (0.14, 0.86):
        picture.cut(ellipse(x + width * wx, y, width * 0.075), INK, lift=2)


def umbrella(picture: Picture, x: float, y: float, width: float, colour: Colour, turn: float = 0.0, panels: int = 6, handle: bool = True) -> None:
    """An open umbrella with its top at ``(x, y)``, turned clockwise by ``turn`` degrees."""
    half, height = width / 2, width * 0.36
    if handle:
        stick = ribbon([(0, 0), (0, width * 0.7), (width * 0.02, width * 0.78), (width * 0.07, width * 0.76)], [width * 0.012] * 4)
        picture.cut(moved(stick, x, y, 1, turn), UMBER, lift=3)
    edge = [(-half + width * k / panels, height) for k in range(panels + 1)]
    for index in range(panels):
        (ax, ay), (bx, by) = edge[index], edge[index + 1]
        pane = moved(_panel((ax, ay), (bx, by), height, half), x, y, 1, turn)
        picture.cut(pane, colour if index % 2 else lighter(colour, 0.14), lift=3, rim=0.2)
    picture.cut(moved(ribbon([(0, -width * 0.05), (0, 4)], [width * 0.012, width * 0.02]), x, y, 1, turn), darker(colour, 0.3), lift=2)


def _panel(a: Point, b: Point, height: float, half: float) -> Path:
    def rib(p: Point, t: float) -> Point:
        return p[0] * math.sin(t * math.pi / 2) ** 0.9, height * (1 - math.cos(t * math.pi / 2))
    left = [rib(a, t / 8) for t in range(9)]
    right = [rib(b, t / 8) for t in range(9)]
    sag = ((a[0] + b[0]) / 2, height - half * 0.06)
    return polygon([*left, sag, *reversed(right)])


def folded_umbrella(picture: Picture, x: float, y: float, length: float, colour: Colour) -> None:
    """A closed umbrella hanging by its crook from ``(x, y)``."""
    r = length * 0.05
    picture.cut(ribbon([(x - r * 1.6, y + r * 1.6), (x - r * 1.4, y - r * 0.2), (x, y - r * 0.9), (x + r * 0.2, y + r), (x, y + length * 0.3)], [r * 0.36] * 5), UMBER, lift=3)
    body = blob([(x - r * 0.5, y + length * 0.22), (x + r * 0.6, y + length * 0.22), (x + r * 1.7, y + length * 0.34), (x + r * 0.9, y + length * 0.84), (x, y + length * 0.96), (x - r * 0.9, y + length * 0.84), (x - r * 1.6, y + length * 0.34)], 0.4)
    picture.cut(body, colour, darker(colour, 0.15), lift=5)
    for dx in (-0.55, 0.1, 0.7):
        picture.thread([(x + dx * r * 1.6, y + length * 0.32), (x + dx * r * 0.8, y + length * 0.86)], 1.6, darker(colour, 0.35), 0.6)
    picture.cut(ribbon([(x - r * 1.25, y + length * 0.55), (x + r * 1.25, y + length * 0.56)], [r * 0.22] * 2), lighter(colour, 0.3), lift=1)
    picture.cut(ribbon([(x, y + length * 0.94), (x, y + length)], [r * 0.25, r * 0.12]), STEEL, lift=1)


def rice_cooker(picture: Picture, x: float, y: float, width: float, colour: Colour = CREAM, open_lid: bool = False) -> None:
    """A rice cooker standing on ``y``."""
    height = width * 0.62
    if open_lid:
        picture.cut(moved(blob([(-width * 0.44, 0), (-width * 0.3, -width * 0.16), (0, -width * 0.2), (width * 0.3, -width * 0.16), (width * 0.44, 0)], 0.5), x + width * 0.28, y - height * 1.28, 1, 62), lighter(colour, 0.3), lift=3)
    picture.cut(blob([(x - width * 0.47, y - height), (x + width * 0.47, y - height), (x + width * 0.5, y - height * 0.4), (x + width * 0.4, y), (x - width * 0.4, y), (x - width * 0.5, y - height * 0.4)], 0.35), colour, darker(colour, 0.1), lift=4)
    if open_lid:
        picture.cut(ellipse(x, y - height, width * 0.46, width * 0.07), darker(STEEL, 0.3), lift=1)
    else:
        picture.cut(blob([(x - width * 0.48, y - height), (x - width * 0.34, y - height * 1.25), (x, y - height * 1.33), (x + width * 0.34, y - height * 1.25), (x + width * 0.48, y - height)], 0.45), lighter(colour, 0.3), lift=2.5)
        picture.cut(rectangle(x - width * 0.12, y - height * 1.4, width * 0.24, height * 0.12, 3), INK, lift=1.5)
    picture.cut(rectangle(x - width * 0.16, y - height * 0.62, width * 0.32, height * 0.34, 4), mix(colour, UMBER, 0.25), lift=1)
    picture.cut(ellipse(x, y - height * 0.4, width * 0.045), VERMILION, lift=1)


def radio(picture: Picture, x: float, y: float, width: float, colour: Colour = UMBER) -> None:
    """An old table radio standing on ``y``, left edge ``x``: cloth grille, dial, two knobs."""
    height = width * 0.58
    picture.thread([(x + width * 0.84, y - height), (x + width * 1.04, y - height * 1.75)], 3, STEEL)
    picture.cut(rectangle(x, y - height, width, height, width * 0.07), colour, darker(colour, 0.15), lift=7)
    picture.cut(rectangle(x + width * 0.06, y - height * 0.88, width * 0.52, height * 0.74, 8), mix(GOLD, CREAM, 0.5), lift=1.5)
    for index in range(1, 9):
        gy = y - height * 0.88 + height * 0.74 * index / 9
        picture.thread([(x + width * 0.08, gy), (x + width * 0.56, gy)], 1.6, UMBER, 0.4)
    picture.cut(rectangle(x + width * 0.64, y - height * 0.86, width * 0.29, height * 0.28, 4), CREAM, lift=1.5)
    picture.thread([(x + width * 0.8, y - height * 0.82), (x + width * 0.8, y - height * 0.62)], 2.4, VERMILION)
    for kx in (0.70, 0.87):
        picture.cut(ellipse(x + width * kx, y - height * 0.3, width * 0.055), GOLD, lift=2.5)
        picture.thread([(x + width * kx, y - height * 0.3), (x + width * kx, y - height * 0.37)], 2, darker(GOLD, 0.5))


def ding(picture: Picture, x: float, y: float, width: float, colour: Colour = DEEP_TEAL) -> tuple[Point, Point]:
    """A three-legged bronze ding standing on ``y``, verdigris with a gold edge; returns the tops of its two ears."""
    height = width * 1.02
    rim = y - height * 0.78
    for side in (-1, 1):
        ear = minus(rectangle(x + side * width * 0.37 - width * 0.075, rim - height * 0.22, width * 0.15, height * 0.25, width * 0.05),
                    rectangle(x + side * width * 0.37 - width * 0.032, rim - height * 0.16, width * 0.064, height * 0.13, width * 0.02))
        picture.cut(ear, lighter(colour, 0.12), colour, lift=4)
    for dx in (-0.3, 0.3, 0.02):
        leg = blob([(x + dx * width - width * 0.075, y - height * 0.36), (x + dx * width + width * 0.075, y - height * 0.36), (x + dx * width * 1.06 + width * 0.045, y - height * 0.14),
                    (x + dx * width * 1.08 + width * 0.07, y), (x + dx * width * 1.08 - width * 0.07, y), (x + dx * width * 1.06 - width * 0.045, y - height * 0.14)], 0.4)
        picture.cut(leg, darker(colour, 0.1 if dx != 0.02 else -0.0), darker(colour, 0.25), lift=4)
    belly = blob([(x - width * 0.46, rim + 6), (x + width * 0.46, rim + 6), (x + width * 0.47, rim + height * 0.24), (x + width * 0.3, rim + height * 0.47), (x, rim + height * 0.52), (x - width * 0.3, rim + height * 0.47), (x - width * 0.47, rim + height * 0.24)], 0.5)
    picture.cut(belly, colour, darker(colour, 0.18), lift=7)
    with picture.inside(belly):
        picture.cut(rectangle(x - width, rim + height * 0.1, width * 2, height * 0.17), darker(colour, 0.16), lift=0.6)
        meander(picture, x - width * 0.5, rim + height * 0.125, width, height * 0.12, mix(colour, GOLD, 0.42))
        picture.veil(ribbon([(x - width * 0.3, rim + 4), (x - width * 0.33, rim + height * 0.25), (x - width * 0.18, rim + height * 0.45)], [width * 0.05] * 3), (235, 240, 220), 0.22, blur=width * 0.04)
    picture.cut(rectangle(x - width * 0.5, rim - height * 0.025, width, height * 0.065, width * 0.03), lighter(colour, 0.16), lift=4)
    return (x - width * 0.37, rim - height * 0.22), (x + width * 0.37, rim - height * 0.22)


def meander(picture: Picture, x: float, y: float, width: float, height: float, colour: Colour, units: int = 8, lift: float = 0.8) -> None:
    """A band of squared spirals, the thunder pattern of old bronzes."""
    step = width / units
    t = height * 0.13
    pieces = []
    for index in range(units):
        left, w = x + index * step + step * 0.06, step * 0.88
        pieces += [rectangle(left, y, w, t), rectangle(left + w - t, y, t, height), rectangle(left + w * 0.2, y + height - t, w * 0.8, t),
                   rectangle(left + w * 0.2, y + height * 0.32, t, height * 0.68), rectangle(left + w * 0.2, y + height * 0.32, w * 0.48, t),
                   rectangle(left + w * 0.68 - t, y + height * 0.32, t, height * 0.36), rectangle(left, y, t, height)]
    picture.cut(union(*pieces), colour, lift=lift, rim=0.2)


def lifebuoy(picture: Picture, x: float, y: float, radius: float) -> None:
    """A life ring in vermilion and white with its rope."""
    ring = minus(ellipse(x, y, radius), ellipse(x, y, radius * 0.56))
    loops = [(x + math.cos(a) * radius * 1.06, y + math.sin(a) * radius * 1.06) for a in (math.pi * k / 4 for k in range(9))]
    for first, second in zip(loops[::2], loops[2::2], strict=False):
        mid = ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
        out = (x + (mid[0] - x) * 1.46, y + (mid[1] - y) * 1.46)
        picture.cut(ribbon([first, out, second], [radius * 0.022] * 3), CREAM, lift=3)
    picture.cut(ring, VERMILION, darker(VERMILION, 0.08), lift=radius * 0.06)
    with picture.inside(ring):
        for quarter in range(4):
            wedge = moved(polygon([(0, 0), (radius * 1.3, -radius * 0.32), (radius * 1.3, radius * 0.32)]), x, y, 1, quarter * 90)
            picture.cut(wedge, PAPER, lift=1.2)
        picture.veil(minus(ellipse(x, y, radius * 0.86), ellipse(x + radius * 0.04, y + radius * 0.06, radius * 0.80)), (255, 255, 255), 0.3, blur=radius * 0.03)


def kite(picture: Picture, x: float, y: float, size: float, colour: Colour, hand: Point, turn: float = -18.0, swallow: bool = False) -> None:
    """A paper kite with tails, its line running to ``hand``."""
    picture.thread([(x, y), ((x + hand[0]) / 2 + 14, (y + hand[1]) / 2 + 46), hand], 1.3, UMBER, 0.75)
    if swallow:
        wing = blob([(0, -size * 0.3), (size * 0.5, -size * 0.42), (size, -size * 0.1), (size * 0.52, size * 0.02), (size * 0.14, size * 0.16), (size * 0.34, size * 0.9), (0, size * 0.42),
                     (-size * 0.34, size * 0.9), (-size * 0.14, size * 0.16), (-size * 0.52, size * 0.02), (-size, -size * 0.1), (-size * 0.5, -size * 0.42)], 0.42)
        picture.cut(moved(wing, x, y, 1, turn), colour, lift=6)
        for side in (-1, 1):
            picture.cut(moved(ellipse(side * size * 0.5, -size * 0.17, size * 0.17, size * 0.1), x, y, 1, turn), GOLD, lift=0.8)
        picture.cut(moved(ellipse(0, -size * 0.04, size * 0.12, size * 0.2), x, y, 1, turn), CREAM, lift=0.8)
        return
    for dx in (-0.12, 0.12):
        tail = ribbon([(dx * size, size * 0.5), (dx * size + size * 0.2, size * 0.9), (dx * size - size * 0.1, size * 1.3), (dx * size + size * 0.1, size * 1.7)], [size * 0.03] * 4)
        picture.cut(moved(tail, x, y, 1, turn), lighter(colour, 0.3), lift=3)
    picture.cut(moved(polygon([(0, -size * 0.62), (size * 0.5, -size * 0.1), (0, size * 0.6), (-size * 0.5, -size * 0.1)]), x, y, 1, turn), colour, lift=6)
    picture.cut(moved(polygon([(0, -size * 0.62), (size * 0.5, -size * 0.1), (0, -size * 0.1)]), x, y, 1, turn), lighter(colour, 0.3), lift=0.6)
    picture.cut(moved(polygon([(0, size * 0.6), (-size * 0.5, -size * 0.1), (0, -size * 0.1)]), x, y, 1, turn), GOLD, lift=0.6)


def seedling(picture: Picture, x: float, y: float, size: float, pot_colour: Colour = (176, 104, 74)) -> None:
    """A young plant in a clay pot standing on ``y``."""
    from .trees import leaf
    stalk = (x, y - size * 0.95)
    picture.cut(ribbon([(x, y - size * 0.4), (x - size * 0.03, y - size * 0.9), (x + size * 0.02, y - size * 1.25)], [size * 0.02] * 3), (104, 128, 70), lift=2)
    for turn, length in ((-150, 0.42), (-28, 0.46), (-120, 0.4), (-62, 0.38)):
        picture.cut(leaf(stalk[0], stalk[1] - (0.2 if abs(turn + 90) < 40 else 0) * size, size * length, turn, 0.3), (134, 156, 86) if turn > -100 else (112, 138, 76), lift=3)
    picture.cut(polygon([(x - size * 0.34, y - size * 0.46), (x + size * 0.34, y - size * 0.46), (x + size * 0.25, y), (x - size * 0.25, y)]), pot_colour, darker(pot_colour, 0.15), lift=4)
    picture.cut(rectangle(x - size * 0.38, y - size * 0.56, size * 0.76, size * 0.14, 3), lighter(pot_colour, 0.12), lift=3)


def open_book(picture: Picture, x: float, y: float, width: float, turn: float = 0.0, cover: Colour = VERMILION, lines: bool = True) -> None:
    """An open song book seen from behind its lower edge, centred at ``(x, y)``; ruled staves without any signs."""
    h = width * 0.36
    picture.cut(moved(polygon([(-width / 2, -h * 0.86), (0, -h * 0.72), (width / 2, -h * 0.86), (width * 0.53, h * 0.52), (0, h * 0.68), (-width * 0.53, h * 0.52)]), x, y, 1, turn), cover, lift=width * 0.03)
    for side in (-1, 1):
        page = blob([(0, -h * 0.74), (side * width * 0.24, -h * 0.96), (side * width * 0.48, -h * 0.84), (side * width * 0.505, h * 0.46), (side * width * 0.25, h * 0.34), (0, h * 0.6)], 0.22)
        picture.cut(moved(page, x, y, 1, turn), PAPER if side < 0 else lighter(CREAM, 0.3), lift=width * 0.012)
        if lines:
            for row in range(4):
                ly = -h * 0.52 + row * h * 0.24
                a = _turned((side * width * 0.07, ly + h * 0.06), turn)
                b = _turned((side * width * 0.25, ly - h * 0.06), turn)
                c = _turned((side * width * 0.44, ly), turn)
                picture.thread([(x + p[0], y + p[1]) for p in (a, b, c)], width * 0.008, SLATE, 0.5)


def _turned(point: Point, degrees: float) -> Point:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return point[0] * c - point[1] * s, point[0] * s + point[1] * c


def torch(picture: Picture, hand: Point, aim: Point, size: float, reach: float = 5.0) -> None:
    """A hand lamp at ``hand`` throwing a beam towards ``aim``."""
    dx, dy = aim[0] - hand[0], aim[1] - hand[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    end = (hand[0] + ux * size, hand[1] + uy * size)
    wide = length * 0.22
    picture.beam(polygon([(end[0] - uy * size * 0.2, end[1] + ux * size * 0.2), (aim[0] - uy * wide, aim[1] + ux * wide), (aim[0] + uy * wide, aim[1] - ux * wide), (end[0] + uy * size * 0.2, end[1] - ux * size * 0.2)]),
                 end, aim, (255, 236, 186), 0.6)
    picture.cut(ribbon([(hand[0] - ux * size * 0.5, hand[1] - uy * size * 0.5), (hand[0] + ux * size * 0.5, hand[1] + uy * size * 0.5), end], [size * 0.14, size * 0.15, size * 0.27], True, False), INK, lift=1.5)
    picture.glow(*end, size * reach * 0.4, (255, 240, 200), 0.9)


def tools_on_wall(picture: Picture, x: float, y: float, width: float, kinds: Sequence[str], colour: Colour = STEEL) -> None:
    """Hand tools hanging in a row from ``(x, y)``: ``hammer saw pliers driver wrench coil``."""
    step = width / len(kinds)
    for index, kind in enumerate(kinds):
        cx, s = x + step * (index + 0.5), step * 0.8
        picture.cut(ellipse(cx, y, s * 0.04), UMBER, lift=2)
        if kind == "hammer":
            picture.cut(rectangle(cx - s * 0.05, y, s * 0.1, s * 1.3, 3), UMBER, lift=3)
            picture.cut(blob([(cx - s * 0.32, y + s * 0.02), (cx + s * 0.26, y + s * 0.0), (cx + s * 0.26, y + s * 0.22), (cx - s * 0.32, y + s * 0.1)], 0.3), colour, lift=3)
        elif kind == "saw":
            picture.cut(polygon([(cx - s * 0.16, y + s * 0.3), (cx + s * 0.2, y + s * 0.3), (cx + s * 0.06, y + s * 1.5), (cx - s * 0.06, y + s * 1.5)]), lighter(colour, 0.3), lift=3)
            picture.cut(minus(rectangle(cx - s * 0.22, y - s * 0.04, s * 0.44, s * 0.4, s * 0.12), rectangle(cx - s * 0.1, y + s * 0.07, s * 0.2, s * 0.14, s * 0.06)), UMBER, lift=3)
        elif kind in ("pliers", "wrench"):
            red = VERMILION if kind == "pliers" else colour
            picture.cut(ribbon([(cx + s * 0.02, y + s * 0.5), (cx - s * 0.16, y + s * 0.8), (cx - s * 0.12, y + s * 1.3)], [s * 0.05, s * 0.07, s * 0.06]), red, lift=3)
            picture.cut(ribbon([(cx - s * 0.02, y + s * 0.5), (cx + s * 0.16, y + s * 0.8), (cx + s * 0.12, y + s * 1.3)], [s * 0.05, s * 0.07, s * 0.06]), red, lift=3)
            picture.cut(blob([(cx - s * 0.1, y + s * 0.56), (cx - s * 0.13, y + s * 0.26), (cx, y), (cx + s * 0.13, y + s * 0.26), (cx + s * 0.1, y + s * 0.56)], 0.4), colour, lift=3)
        elif kind == "driver":
            picture.cut(rectangle(cx - s * 0.03, y + s * 0.4, s * 0.06, s * 0.9), colour, lift=3)
            picture.cut(rectangle(cx - s * 0.1, y - s * 0.02, s * 0.2, s * 0.5, s * 0.08), GOLD, lift=3)
        else:
            for r in (0.3, 0.24, 0.18):
                picture.thread([(cx + math.cos(a) * s * r, y + s * 0.34 + math.sin(a) * s * r * 1.1) for a in (math.pi * k / 8 for k in range(17))], s * 0.035, TEAL)
