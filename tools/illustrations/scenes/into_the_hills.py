"""The bus into the hills."""

from __future__ import annotations

from tools.illustrations.foliage import leafy_branch
from tools.illustrations.geometry import Point, blob, ellipse, polygon, rectangle, ribbon, union
from tools.illustrations.hillside import tea_rows
from tools.illustrations.houses import house
from tools.illustrations.landscape import disc, hills, mist
from tools.illustrations.palette import (
    AMBER,
    BLACK_HAIR,
    CLAY,
    CREAM,
    DEEP_MOSS,
    DUSK,
    GOLD,
    GREY_HAIR,
    LAMP,
    MIST,
    MOSS,
    PAPER,
    ROSE,
    SAND,
    SILVER_HAIR,
    SKIN,
    SLATE,
    SPROUT,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.trees import round_tree
from tools.illustrations.wheels import tyre


def into_the_hills(scale: float) -> Picture:
    """A small country bus with parcels on its roof climbs a winding road between tea slopes."""
    p = Picture(1800, 1200, 2218, scale)
    p.shadow, p.depth = (38, 52, 44), 0.38
    p.sky(mix(TEAL, MIST, 0.5), mix(CREAM, AMBER, 0.3))
    disc(p, 1420, 240, 66, mix(AMBER, CREAM, 0.4), (255, 236, 190), 0.6)
    hills(p, (300, 400), (mix(DUSK, MIST, 0.55), mix(TEAL, MIST, 0.35)), 100, 300)
    mist(p, 440, 120, PAPER, 0.55)
    tea_rows(
        p,
        [(-60, 620), (340, 470), (760, 400), (1160, 470), (1860, 600)],
        900,
        9,
        mix(MOSS, TEAL, 0.2),
        mix(SPROUT, MIST, 0.2),
    )
    mist(p, 560, 70, PAPER, 0.3)
    tea_rows(p, [(-60, 640), (260, 600), (700, 720), (1100, 860)], 1240, 9, MOSS, SPROUT)
    tea_rows(
        p,
        [(640, 900), (1060, 720), (1460, 600), (1860, 540)],
        1240,
        9,
        mix(DEEP_MOSS, MOSS, 0.5),
        mix(MOSS, SPROUT, 0.6),
    )
    _road(p)
    house(p, 1520, 560, 200, 96, mix(SAND, CREAM, 0.5), SLATE, door=UMBER)
    round_tree(p, 1480, 572, 150, mix(ROSE, PAPER, 0.2), UMBER, 4)
    round_tree(p, 1748, 566, 180, mix(ROSE, PAPER, 0.35), UMBER, 4)
    _country_bus(p, 850, 836, 420)
    leafy_branch(
        p,
        [(-40, 1080), (160, 1020), (330, 1060), (470, 1020)],
        90,
        (DEEP_MOSS, mix(MOSS, SPROUT, 0.5), SPROUT),
        UMBER,
        12,
    )
    leafy_branch(p, [(-40, 90), (180, 120), (380, 80)], 80, (DEEP_MOSS, MOSS, mix(MOSS, SPROUT, 0.5)), UMBER, 14)
    p.dusk(900, 640, 1400, (170, 176, 140), 0.38)
    return p


def _road(p: Picture) -> None:
    grey = mix(SAND, CREAM, 0.3)
    bends: list[list[Point]] = [
        [(1560, 588), (1380, 632), (1120, 630), (980, 660)],
        [(980, 660), (900, 690), (1040, 730), (1300, 736), (1430, 780)],
        [(1430, 780), (1510, 826), (1300, 838), (900, 836), (560, 862)],
        [(560, 862), (300, 890), (190, 960), (420, 1050), (900, 1120), (1300, 1260)],
    ]
    widths = ((6, 9, 12, 15), (15, 19, 24, 30, 34), (34, 36, 38, 42, 46), (46, 52, 60, 74, 96, 120))
    p.cut(union(*(ribbon(bend, list(radii)) for bend, radii in zip(bends, widths, strict=True))), grey, lift=6)
    for bend, radii in zip(bends[1:], widths[1:], strict=True):
        p.thread([(x, y + r * 0.1) for (x, y), r in zip(bend, radii, strict=True)], 3, PAPER, 0.7)
    for k in range(12):
        x = 470 + k * 84
        p.cut(rectangle(x, 866 - k * 1.6, 10, 34, 2), PAPER, lift=3)
        p.cut(rectangle(x, 872 - k * 1.6, 10, 9), VERMILION, lift=0, rim=0)


def _country_bus(p: Picture, x: float, y: float, length: float) -> None:
    """A short bus in side view, nose to the right, parcels and a basket on its roof rack."""
    h = length * 0.42
    p.veil(ellipse(x, y + 4, length * 0.54, length * 0.035), p.shadow, 0.5, blur=9)
    for dx, w, t, tone in (
        (-0.3, 0.2, 0.15, CLAY),
        (-0.1, 0.16, 0.22, mix(GOLD, SAND, 0.3)),
        (0.07, 0.2, 0.13, mix(DUSK, MIST, 0.3)),
        (-0.2, 0.14, 0.27, mix(VERMILION, CLAY, 0.3)),
    ):
        p.cut(
            rectangle(x + dx * length, y - h - length * t, w * length, length * t, 5), tone, darker(tone, 0.15), lift=4
        )
    p.cut(rectangle(x - 0.38 * length, y - h - 12, 0.7 * length, 8, 3), SLATE, lift=3)
    body = blob(
        [
            (x - 0.5 * length, y - h),
            (x + 0.36 * length, y - h),
            (x + 0.47 * length, y - h * 0.62),
            (x + 0.5 * length, y - h * 0.4),
            (x + 0.5 * length, y - 14),
            (x - 0.5 * length, y - 14),
        ],
        0.18,
    )
    p.cut(body, VERMILION, darker(VERMILION, 0.12), lift=9)
    with p.inside(body):
        p.cut(rectangle(x - 0.5 * length, y - h * 0.46, length, h * 0.12), CREAM, lift=0.8, rim=0)
    glass = lighter(mix(TEAL, MIST, 0.4), 0.3)
    for k in range(4):
        left = x - 0.46 * length + k * 0.19 * length
        p.cut(rectangle(left, y - h * 0.88, 0.165 * length, h * 0.36, 5), glass, lift=0, rim=0)
        if k != 1:
            p.cut(
                ellipse(left + 0.08 * length, y - h * 0.64, h * 0.09, h * 0.1),
                (BLACK_HAIR, SILVER_HAIR, GREY_HAIR, BLACK_HAIR)[k],
                lift=0.6,
            )
            p.cut(ellipse(left + 0.1 * length, y - h * 0.62, h * 0.06, h * 0.08), SKIN, lift=0, rim=0)
    p.cut(
        polygon(
            [
                (x + 0.32 * length, y - h * 0.88),
                (x + 0.36 * length, y - h * 0.88),
                (x + 0.455 * length, y - h * 0.54),
                (x + 0.32 * length, y - h * 0.52),
            ]
        ),
        glass,
        lift=0,
        rim=0,
    )
    p.cut(ellipse(x + 0.48 * length, y - h * 0.26, h * 0.07), LAMP, lift=1)
    for dx in (-0.3, 0.3):
        tyre(p, x + dx * length, y - length * 0.062, length * 0.08)
