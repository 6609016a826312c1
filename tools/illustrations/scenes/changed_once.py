"""A workbench after the first try."""

from __future__ import annotations

import math

from tools.illustrations.geometry import blob, ellipse, minus, moved, polygon, rectangle, ribbon
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    INK,
    LAMP,
    MIST,
    MOSS,
    PAPER,
    SAND,
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
