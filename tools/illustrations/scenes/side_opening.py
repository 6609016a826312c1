"""The fourth pair: trousers that open at the sides."""

from __future__ import annotations

import math

from tools.illustrations.geometry import Point, blob, ellipse, minus, moved, rectangle, ribbon
from tools.illustrations.hands import forearm, laid
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_TEAL,
    DUSK,
    GOLD,
    INK,
    LAMP,
    MIST,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SLATE,
    STEEL,
    TAN,
    TEAL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture


def sewing_table(scale: float) -> Picture:
    """Trousers on the sewing table, a big ring on each short side opening, an old hand, chalk, rule and stopwatch beside them."""
    p = Picture(1800, 1200, 2213, scale)
    p.shadow, p.depth = (44, 28, 22), 0.42
    p.sky(mix(CLAY, SAND, 0.35), mix(CLAY, UMBER, 0.3))
    for y in (210.0, 470.0, 730.0, 990.0):
        p.thread([(-20, y), (600, y + 6), (1200, y - 6), (1840, y + 4)], 3, darker(UMBER, 0.2), 0.35)
    p.glow(420, 60, 900, LAMP, 0.3)
    cloth = blob(
        [(60, 210), (700, 130), (1320, 200), (1560, 300), (1480, 900), (1500, 1280), (40, 1280), (110, 760)], 0.2
    )
    p.cut(cloth, mix(MIST, CREAM, 0.5), mix(MIST, CREAM, 0.3), lift=7)
    _trousers(p)
    _tools(p)
    forearm(p, (-120, 1330), (318, 960), 470, mix(PLUM, DUSK, 0.4), TAN, 0.12)
    laid(p, (318, 960), -42, 430, TAN, -1, 0.05, 0.02)
    p.dusk(800, 560, 1350, (130, 96, 80), 0.55)
    return p


def _trousers(p: Picture) -> None:
    blue = mix(DUSK, SLATE, 0.45)
    waist, hip, hem = 210.0, 560.0, 1260.0
    p.cut(
        blob([(560, waist - 34), (1180, waist - 34), (1190, waist + 40), (870, waist + 66), (550, waist + 40)], 0.22),
        darker(blue, 0.3),
        lift=5,
    )
    legs = [
        (530, waist),
        (700, waist + 16),
        (870, waist + 20),
        (1040, waist + 16),
        (1210, waist),
        (1262, hip),
        (1290, 900),
        (1278, hem),
        (960, hem),
        (930, 820),
        (870, hip + 60),
        (810, 820),
        (780, hem),
        (462, hem),
        (450, 900),
        (478, hip),
    ]
    body = p.cut(blob(legs, 0.18), blue, darker(blue, 0.14), lift=16)
    with p.inside(body):
        for x in (620, 1120):
            p.thread([(x, waist + 40), (x - 6, 800), (x - 2 + (x - 870) * 0.1, hem)], 3, darker(blue, 0.35), 0.45)
        p.veil(ribbon([(870, hip + 40), (820, 900), (800, hem)], [30, 40, 30]), p.shadow, 0.22, blur=26)
        p.thread([(870, waist + 20), (872, 420), (868, hip + 50)], 4, darker(blue, 0.45), 0.7)
    p.cut(
        blob(
            [
                (524, waist - 8),
                (870, waist + 12),
                (1216, waist - 8),
                (1222, waist + 52),
                (870, waist + 72),
                (518, waist + 52),
            ],
            0.2,
        ),
        lighter(blue, 0.1),
        lift=5,
    )
    for k in range(24):
        x = 534 + k * 28
        p.thread(
            [(x, waist + 44 - abs(x - 870) * 0.045 + 14), (x + 14, waist + 44 - abs(x - 870) * 0.045 + 14)],
            2,
            lighter(blue, 0.4),
            0.7,
        )
    p.cut(ellipse(870, waist + 38, 17), GOLD, lift=4)
    for side in (-1, 1):
        _opening(p, side, waist, blue)


def _opening(p: Picture, side: int, waist: float, blue: Colour) -> None:
    """A short opening with snaps and a key ring on its slider, on the outer seam."""
    top = 870 + side * 322
    foot = 870 + side * 372
    slit = blob(
        [
            (top - side * 4, waist + 56),
            (top + side * 16, waist + 56),
            (foot + side * 12, 700),
            (foot, 736),
            (foot - side * 20, 700),
            (top - side * 46, waist + 230),
        ],
        0.4,
    )
    p.cut(slit, mix(MIST, TEAL, 0.25), mix(MIST, TEAL, 0.45), lift=0, rim=0)
    p.stroke(
        [(top - side * 6, waist + 54), (top - side * 46, waist + 230), (foot - side * 22, 700)],
        12,
        lighter(blue, 0.16),
        3,
    )
    for k in range(22):
        share = k / 21
        x = top - side * (2 + 40 * math.sin(share * math.pi) * 1.0) + side * 46 * share
        p.cut(ellipse(x, waist + 70 + share * 410, 3.4, 5), GOLD, lift=1, rim=0)
    for share in (0.3, 0.7):
        p.cut(ellipse(foot - side * 66, waist + 110 + share * 380, 19), STEEL, lift=4)
        p.cut(ellipse(foot - side * 66, waist + 110 + share * 380, 9), darker(STEEL, 0.3), lift=1)
    x, y = foot - side * 4, 742
    p.cut(rectangle(x - 13, y - 20, 26, 46, 7), GOLD, darker(GOLD, 0.15), lift=5)
    ring = minus(ellipse(x - side * 6, y + 80, 64), ellipse(x - side * 6, y + 80, 51))
    p.cut(ring, lighter(STEEL, 0.35), STEEL, lift=8)


def _tools(p: Picture) -> None:
    x, y, r = 1560, 330, 138
    p.cut(rectangle(x - 20, y - r - 62, 40, 60, 8), STEEL, lift=6)
    p.cut(minus(ellipse(x, y - r - 84, 44), ellipse(x, y - r - 84, 30)), GOLD, lift=5)
    p.cut(moved(rectangle(-13, -r - 40, 26, 46, 6), x, y, 1, 40), STEEL, lift=5)
    p.cut(ellipse(x, y, r), lighter(STEEL, 0.3), STEEL, lift=14)
    p.cut(ellipse(x, y, r * 0.84), PAPER, lift=2)
    for k in range(60):
        a = math.radians(k * 6)
        inner = 0.68 if k % 5 == 0 else 0.75
        p.thread(
            [
                (x + math.sin(a) * r * inner, y - math.cos(a) * r * inner),
                (x + math.sin(a) * r * 0.79, y - math.cos(a) * r * 0.79),
            ],
            3 if k % 5 == 0 else 1.4,
            INK,
            0.9,
        )
    p.stroke([(x - 8, y + 16), (x + 76, y - 66)], 6, VERMILION, 2, 0.4)
    p.cut(ellipse(x, y, 10), INK, lift=2)
    p.cut(moved(rectangle(-26, -430, 52, 860, 4), 1690, 860, 1, 9), mix(GOLD, SAND, 0.35), mix(GOLD, CLAY, 0.3), lift=8)
    for k in range(40):
        edge, mark = _turn(-24, -410 + k * 21, 9), _turn(-4 if k % 5 == 0 else -12, -410 + k * 21, 9)
        p.thread([(1690 + edge[0], 860 + edge[1]), (1690 + mark[0], 860 + mark[1])], 2, INK, 0.7)
    p.cut(
        moved(blob([(-60, 24), (-44, -26), (44, -30), (62, 20), (40, 34), (-40, 34)], 0.3), 1460, 640, 1, -18),
        mix(ROSE, PAPER, 0.35),
        mix(ROSE, PAPER, 0.1),
        lift=7,
    )
    p.thread([(1330, 690), (1380, 700), (1412, 676)], 7, mix(ROSE, PAPER, 0.3), 0.8)
    for sx, sy, tone in ((180, 190, VERMILION), (292, 150, DEEP_TEAL), (400, 190, GOLD)):
        p.cut(ellipse(sx, sy, 54), mix(SAND, CLAY, 0.3), lift=8)
        p.cut(ellipse(sx, sy, 43), tone, darker(tone, 0.15), lift=4)
        for rr in (34, 25):
            p.cut(minus(ellipse(sx, sy, rr), ellipse(sx, sy, rr - 2.4)), lighter(tone, 0.25), lift=0, rim=0)
        p.cut(ellipse(sx, sy, 14), mix(SAND, CLAY, 0.4), lift=2)
    p.thread([(230, 210), (330, 330), (300, 430), (420, 470), (470, 420)], 3, VERMILION, 0.9)
    for turn in (-8, 14):
        p.cut(
            moved(ribbon([(0, 0), (120, -8), (250, -4)], [9, 14, 2]), 1500, 960, 1, 158 + turn),
            lighter(STEEL, 0.3),
            STEEL,
            lift=7,
        )
        p.cut(
            moved(
                minus(ellipse(86, turn * 1.6 - 6, 56, 36), ellipse(86, turn * 1.6 - 6, 36, 20)),
                1490,
                964,
                1,
                -22 + turn * 1.4,
            ),
            INK,
            lift=7,
        )
    p.cut(ellipse(1500, 960, 10), GOLD, lift=3)


def _turn(x: float, y: float, degrees: float) -> Point:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return x * c - y * s, x * s + y * c
