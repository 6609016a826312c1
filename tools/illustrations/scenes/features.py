"""Leads of the features: a workbench after the first try, and the bus into the hills."""

from __future__ import annotations

import math

from tools.illustrations.foliage import leafy_branch
from tools.illustrations.geometry import blob, ellipse, minus, moved, polygon, rectangle, ribbon, union
from tools.illustrations.hillside import tea_rows
from tools.illustrations.houses import house
from tools.illustrations.landscape import disc, hills, mist
from tools.illustrations.palette import (
    AMBER,
    BLACK_HAIR,
    CLAY,
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    GREY_HAIR,
    INK,
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
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.stationery import book, sheet
from tools.illustrations.trees import round_tree
from tools.illustrations.wheels import tyre


def changed_once(scale: float) -> Picture:
    """A sawn ramp, a rule, six magnets in a saucer, a page crossed out."""
    p = Picture(1800, 1200, 2217, scale)
    p.shadow, p.depth = (44, 30, 22), 0.44
    p.sky(mix(UMBER, CLAY, 0.62), mix(UMBER, CLAY, 0.4))
    for y in (150.0, 390.0, 640.0, 880.0, 1110.0):
        p.thread([(-20, y), (600, y + 8), (1200, y - 8), (1840, y + 4)], 3.4, darker(UMBER, 0.25), 0.45)
    p.glow(520, 120, 1000, LAMP, 0.32)
    green = mix(DEEP_MOSS, MOSS, 0.4)
    for points in (
        [(150, 330), (800, 210), (856, 560), (216, 690)],
        [(900, 196), (1060, 168), (1122, 506), (950, 540)],
    ):
        board = p.cut(polygon(points), green, darker(green, 0.12), lift=16)
        with p.inside(board):
            for k in range(9):
                p.cut(
                    polygon(
                        [
                            (points[0][0] + 40 + k * 78, points[0][1] - 60 - k * 10),
                            (points[0][0] + 60 + k * 78, points[0][1] - 64 - k * 10),
                            (points[0][0] + 130 + k * 78, points[0][1] + 400),
                            (points[0][0] + 110 + k * 78, points[0][1] + 404),
                        ]
                    ),
                    lighter(green, 0.12),
                    lift=1.2,
                )
    for _ in range(60):
        x, y = p.random.gauss(890, 60), p.random.uniform(180, 640)
        p.cut(ellipse(x, y, p.random.uniform(2, 6), 2.4), mix(SAND, CREAM, 0.4), lift=1)
    _saw(p)
    _rule(p)
    _saucer(p, 1420, 380)
    _page(p, 1120, 820)
    p.cut(moved(rectangle(-150, -13, 300, 26, 6), 760, 1050, 1, -24), VERMILION, lift=7)
    p.cut(moved(polygon([(150, -13), (196, 0), (150, 13)]), 760, 1050, 1, -24), mix(SAND, CREAM, 0.3), lift=5)
    p.cut(moved(polygon([(182, -4), (196, 0), (182, 4)]), 760, 1050, 1, -24), INK, lift=0, rim=0)
    book(p, 420, 1010, 150, mix(DEEP_TEAL, TEAL, 0.3), 10)
    book(p, 260, 980, 150, VERMILION, -12)
    _torch(p)
    p.dusk(860, 560, 1300, (116, 80, 64), 0.58)
    return p


def _torch(p: Picture) -> None:
    """A hand lamp with red film over its glass."""
    p.beam(
        polygon([(1500, 900), (1440, 950), (1240, 1180), (1640, 1220)]), (1500, 940), (1420, 1200), (230, 60, 40), 0.35
    )
    p.cut(ribbon([(1740, 700), (1590, 830), (1540, 874)], [34, 36, 52], True, False), INK, darker(INK, 0.2), lift=13)
    p.cut(ribbon([(1556, 858), (1520, 892)], [58, 62], False, False), VERMILION, darker(VERMILION, 0.15), lift=5)
    p.cut(ribbon([(1560, 852), (1550, 862)], [60, 60], False, False), mix(GOLD, UMBER, 0.3), lift=2)
    p.cut(ellipse(1660, 766, 15), VERMILION, lift=3)


def _saw(p: Picture) -> None:
    teeth = []
    for k in range(26):
        teeth += [(300.0 + k * 24, 790.0), (312.0 + k * 24, 802.0)]
    blade = polygon([(300, 742), (930, 700), *reversed(teeth)])
    p.cut(moved(blade, 0, 0, 1, 0), lighter(STEEL, 0.35), STEEL, lift=10)
    handle = minus(
        blob([(310, 720), (300, 836), (200, 860), (130, 800), (140, 712), (220, 690)], 0.4),
        blob([(250, 748), (244, 806), (196, 812), (172, 776), (190, 742)], 0.5),
    )
    p.cut(handle, mix(UMBER, CLAY, 0.25), darker(UMBER, 0.1), lift=12)
    for x, y in ((284, 750), (284, 806)):
        p.cut(ellipse(x, y, 9), GOLD, lift=2)


def _rule(p: Picture) -> None:
    p.cut(
        moved(rectangle(-470, -30, 940, 60, 4), 1240, 640, 1, -9), mix(GOLD, SAND, 0.35), mix(GOLD, CLAY, 0.3), lift=9
    )
    for k in range(46):
        tall = 26 if k % 5 == 0 else 15
        p.cut(moved(rectangle(-456 + k * 20, -28, 2.4, tall), 1240, 640, 1, -9), INK, lift=0, rim=0)


def _saucer(p: Picture, x: float, y: float) -> None:
    p.cut(ellipse(x, y, 190, 172), PAPER, mix(PAPER, MIST, 0.5), lift=16)
    p.cut(minus(ellipse(x, y, 172, 155), ellipse(x, y, 164, 147)), DUSK, lift=0, rim=0)
    p.cut(ellipse(x, y, 112, 100), mix(PAPER, MIST, 0.35), lift=1)
    for k in range(6):
        a = math.pi * k / 3 + 0.4
        cx, cy = x + math.cos(a) * (62 if k != 2 else 96), y + math.sin(a) * (54 if k != 2 else 90)
        p.cut(ellipse(cx, cy, 33, 31), STEEL, darker(STEEL, 0.25), lift=8)
        p.cut(ellipse(cx, cy, 21, 19), lighter(STEEL, 0.3), lift=1)
        p.thread([(cx - 32, cy + 8), (cx - 56, cy + 24 + k * 3), (cx - 44, cy + 44)], 2.4, VERMILION, 0.8)


def _page(p: Picture, x: float, y: float) -> None:
    for turn, tone in ((9, CREAM), (3, PAPER)):
        sheet(p, x + (40 if turn == 9 else 0), y + 100, 470, 560, turn, tone, 0 if turn == 9 else 13, 9)
    for row, end in ((0, 150), (1, 120), (2, 156), (4, 60), (5, 140)):
        ly = y - 96 + row * 62
        p.stroke([(x - 180 + row * 2, ly), (x - 40, ly + 12), (x + end, ly - 4)], 7, VERMILION, 0.6)
    p.stroke([(x - 200, y - 120), (x + 10, y + 90), (x + 180, y + 290)], 9, VERMILION, 0.6)
    p.stroke([(x + 180, y - 110), (x - 20, y + 90), (x - 200, y + 270)], 9, VERMILION, 0.6)


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
    _country_bus(p, 830, 905, 430)
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
    bends = [
        [(1560, 588), (1380, 640), (1120, 650), (980, 690)],
        [(980, 690), (900, 730), (1040, 790), (1300, 800), (1420, 850)],
        [(1420, 850), (1500, 900), (1300, 915), (900, 910), (560, 930)],
        [(560, 930), (300, 950), (200, 1010), (420, 1080), (900, 1130), (1300, 1260)],
    ]
    widths = ((6, 9, 12, 15), (15, 19, 24, 30, 34), (34, 36, 38, 42, 46), (46, 52, 60, 74, 96, 120))
    p.cut(union(*(ribbon(bend, list(radii)) for bend, radii in zip(bends, widths, strict=True))), grey, lift=6)
    for bend, radii in zip(bends[1:], widths[1:], strict=True):
        p.thread([(x, y + r * 0.1) for (x, y), r in zip(bend, radii, strict=True)], 3, PAPER, 0.7)
    for k in range(12):
        x = 470 + k * 84
        p.cut(rectangle(x, 928 - k * 1.6, 10, 34, 2), PAPER, lift=3)
        p.cut(rectangle(x, 934 - k * 1.6, 10, 9), VERMILION, lift=0, rim=0)


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
