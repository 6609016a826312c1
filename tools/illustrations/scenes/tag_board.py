"""The board of the carry-along service, close by."""

from __future__ import annotations

from tools.illustrations.foliage import leaf
from tools.illustrations.geometry import ellipse, ground, minus, polygon, rectangle
from tools.illustrations.landscape import hills
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
    DEEP_TEAL,
    DUSK,
    INK,
    MIST,
    MOSS,
    PAPER,
    ROSE,
    SAND,
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
from tools.illustrations.props import open_book
from tools.illustrations.stationery import tag


def shunlushao(scale: float) -> Picture:
    """A white board with rows of hooks, tags turning in the wind; on the ledge the logbook, parcels, a pair of spectacles."""
    p = Picture(1200, 1500, 412, scale)
    p.shadow, p.depth = (46, 42, 60), 0.38
    p.sky(mix(DUSK, MIST, 0.5), mix(ROSE, CREAM, 0.55), mix(AMBER, CREAM, 0.7))
    hills(p, (300, 400, 520), (mix(DUSK, MIST, 0.45), mix(DUSK, TEAL, 0.4), mix(DEEP_TEAL, MOSS, 0.4)), 70, 240)
    p.cut(ground([(-40, 1330), (1240, 1320)], 1540), mix(SAND, STEEL, 0.4), mix(SAND, CLAY, 0.25), lift=6)
    for x in (150, 1000):
        p.cut(rectangle(x, 230, 50, 1180, 3), UMBER, darker(UMBER, 0.15), lift=7)
    p.cut(rectangle(70, 190, 1060, 1010, 8), darker(UMBER, 0.08), lift=16)
    p.cut(rectangle(104, 224, 992, 942, 4), PAPER, mix(PAPER, SAND, 0.35), lift=1)
    for x in (350, 610, 850):
        p.thread([(x, 226), (x + 4, 700), (x - 2, 1164)], 2, mix(SAND, UMBER, 0.3), 0.35)
    p.cut(rectangle(130, 1098, 940, 22, 3), VERMILION, lift=0.8, rim=0)
    for row in range(3):
        for column in range(5):
            x, y = 210 + column * 196, 300 + row * 262
            p.cut(ellipse(x, y - 26, 11), SLATE, lift=3)
            if (row, column) in ((1, 3), (2, 0)):
                p.thread([(x, y - 24), (x + 4, y + 4), (x + 16, y + 10), (x + 22, y - 4)], 6, SLATE)
                continue
            white = (column + row * 2) % 3 != 1
            swing = -6 - 5 * row - p.random.uniform(0, 12) - (10 if column == 4 else 0)
            tag(p, x, y, 128, mix(PAPER, CREAM, 0.7) if white else AMBER, swing, 3 if (row + column) % 4 else 2)
    _ledge(p)
    for x, y, turn in ((1080, 150, 30), (900, 90, -20), (1150, 620, 60), (60, 1010, 10)):
        p.cut(leaf(x, y, 58, turn, 0.3), mix(MOSS, SPROUT, 0.5), lift=7)
    p.dusk(600, 760, 1120, (180, 160, 150), 0.4)
    return p


def _ledge(p: Picture) -> None:
    p.cut(rectangle(40, 1190, 1120, 40, 5), lighter(UMBER, 0.15), UMBER, lift=14)
    for x, size in ((180, 130), (300, 104)):
        p.cut(
            polygon(
                [
                    (x - size * 0.4, 1192 - size),
                    (x + size * 0.4, 1192 - size),
                    (x + size * 0.45, 1192),
                    (x - size * 0.45, 1192),
                ]
            ),
            mix(CREAM, CLAY, 0.2),
            mix(CREAM, CLAY, 0.38),
            lift=5,
        )
        p.cut(rectangle(x - size * 0.42, 1188 - size, size * 0.84, size * 0.17, 3), PAPER, lift=2)
        p.cut(
            rectangle(x - size * 0.22, 1192 - size * 0.62, size * 0.44, size * 0.34, 3),
            mix(TEAL, DEEP_TEAL, 0.3),
            lift=0.6,
            rim=0,
        )
    open_book(p, 560, 1150, 300, -2, DEEP_TEAL, False)
    for side in (-1, 1):
        for row in range(4):
            for k in range(4):
                x, y = 560 + side * (40 + k * 25) - 10, 1082 + row * 24
                p.cut(
                    minus(rectangle(x, y, 21, 20), rectangle(x + 1.6, y + 1.6, 17.8, 16.8)),
                    mix(VERMILION, ROSE, 0.4),
                    lift=0,
                    rim=0,
                )
    p.stroke([(690, 1180), (790, 1130)], 11, VERMILION, 4)
    for dx in (0, 92):
        p.cut(minus(ellipse(880 + dx, 1164, 38, 26), ellipse(880 + dx, 1164, 31, 20)), INK, lift=4)
    p.thread([(916, 1160), (926, 1154), (936, 1160)], 5, INK)
    p.thread([(1008, 1160), (1060, 1150), (1090, 1176)], 5, INK)
