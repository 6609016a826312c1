"""The night market stall where nothing is for sale."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import Anchors, person
from tools.illustrations.geometry import blob, ellipse, minus, moved, polygon, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.houses import skyline
from tools.illustrations.indoors import string_of_bulbs
from tools.illustrations.market import upturned_bowl
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
    DEEP_TEAL,
    DUSK,
    GOLD,
    INK,
    LAMP,
    NIGHT,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SILVER_HAIR,
    SLATE,
    SPROUT,
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
from tools.illustrations.poses import ADULT, BROAD, ELDER, FRONT, SLIM, STAND, VEST, Look
from tools.illustrations.stationery import sheet
from tools.illustrations.tableware import bowl


def stall(scale: float) -> Picture:
    """Twenty things in rows under a string of bulbs, and in front an enamel bowl turned over with a brick on it."""
    p = Picture(1800, 1200, 2207, scale)
    p.shadow, p.depth = (26, 10, 24), 0.44
    p.sky(mix(NIGHT, PLUM, 0.5), mix(PLUM, NIGHT, 0.25), mix(PLUM, CLAY, 0.35))
    skyline(p, -40, 1840, 520, mix(NIGHT, PLUM, 0.6), 330, LAMP, 0.22, 120)
    for x, w, tone in (
        (-60, 470, DEEP_TEAL),
        (470, 380, mix(PLUM, VERMILION, 0.3)),
        (1000, 360, DUSK),
        (1420, 440, mix(GOLD, UMBER, 0.35)),
    ):
        _neighbour(p, x, w, tone)
    _people(p)
    _table(p)
    string_of_bulbs(p, [(-40, 90), (420, 196), (900, 132), (1380, 196), (1840, 90)], 9, 20, 0.5)
    p.dusk(900, 760, 1250, (90, 46, 70), 0.62)
    p.glow(900, 720, 620, (255, 200, 130), 0.16)
    return p


def _neighbour(p: Picture, x: float, width: float, tone: Colour) -> None:
    p.cut(rectangle(x + 16, 470, width - 32, 300), mix(AMBER, UMBER, 0.4), lift=4)
    p.glow(x + width / 2, 530, width * 0.5, LAMP, 0.4)
    for k in range(6):
        step = width / 6
        p.cut(
            blob(
                [
                    (x + k * step, 392),
                    (x + (k + 1) * step, 392),
                    (x + (k + 1) * step, 462),
                    (x + (k + 0.5) * step, 484),
                    (x + k * step, 462),
                ],
                0.2,
            ),
            tone if k % 2 else lighter(tone, 0.35),
            lift=5,
        )
    p.cut(rectangle(x - 6, 380, width + 12, 18, 4), darker(tone, 0.3), lift=4)


def _people(p: Picture) -> None:
    noodles = Look(coat=CREAM, trousers=SLATE, apron=TEAL, head=Head(style="crop", skin=TAN))
    person(p, 170, 860, 500, noodles, replace(STAND, tilt=6.0, near_hand=(0.6, -0.2), far_hand=(0.7, -0.1)), BROAD, 1)
    _counter(p, 40, 320, DEEP_TEAL)
    keeper = Look(coat=mix(DUSK, SLATE, 0.4), trousers=INK, vest=VEST, head=Head(style="bob", features=True))
    person(p, 800, 1110, 740, keeper, replace(FRONT, over=True), ADULT, 1, (940, 830), (664, 830))
    collector = Look(coat=mix(SAND, CLAY, 0.5), trousers=SLATE, head=Head(hair=SILVER_HAIR, style="crop", glasses=True))

    def lens(a: Anchors) -> None:
        x, y = a.near_hand
        p.stroke([(x, y), (x - 34, y - 4)], 9, UMBER, 2)
        p.veil(ellipse(x - 62, y - 8, 30), (255, 255, 255), 0.35)
        p.cut(minus(ellipse(x - 62, y - 8, 34), ellipse(x - 62, y - 8, 27)), GOLD, lift=3)

    person(
        p,
        1250,
        1090,
        690,
        collector,
        replace(STAND, lean=10.0, stoop=5.0, tilt=26.0),
        ELDER,
        -1,
        (1164, 640),
        (1200, 770),
        lens,
    )
    mother = Look(coat=mix(ROSE, PLUM, 0.35), trousers=DUSK, scarf=CREAM, head=Head(style="tail"))
    person(
        p,
        1530,
        1120,
        700,
        mother,
        replace(STAND, lean=3.0, tilt=12.0, near_hand=(0.5, -0.6), far_hand=(0.4, -0.7)),
        SLIM,
        -1,
    )


def _counter(p: Picture, x: float, width: float, tone: Colour) -> None:
    p.cut(rectangle(x, 640, width, 150), darker(tone, 0.2), darker(tone, 0.45), lift=6)
    p.cut(rectangle(x - 8, 628, width + 16, 18, 3), lighter(UMBER, 0.15), lift=4)
    for k in range(4):
        bowl(p, x + width * (0.16 + k * 0.22), 630, 62, PAPER if k % 2 else mix(TEAL, PAPER, 0.5), tone)


def _table(p: Picture) -> None:
    top = polygon([(330, 690), (1470, 690), (1640, 1000), (160, 1000)])
    p.cut(top, mix(NIGHT, DUSK, 0.45), mix(NIGHT, DUSK, 0.3), lift=14)
    p.cut(polygon([(150, 1000), (1650, 1000), (1690, 1240), (110, 1240)]), VERMILION, darker(VERMILION, 0.25), lift=8)
    for k in range(13):
        p.thread([(220 + k * 114, 1010), (200 + k * 118, 1240)], 3, darker(VERMILION, 0.4), 0.35)
    for row, (y, size) in enumerate(((722, 50), (782, 60), (856, 70), (946, 82))):
        half = 520 + row * 58
        for column in range(5):
            x = 900 + (column - 2) * half * 0.42
            if row == 3 and column >= 3:
                continue
            card = polygon(
                [
                    (x - size * 0.98, y - size * 0.3),
                    (x + size * 0.98, y - size * 0.3),
                    (x + size * 1.08, y + size * 0.36),
                    (x - size * 1.08, y + size * 0.36),
                ]
            )
            p.cut(card, mix(CREAM, SAND, 0.2), lift=2)
            _thing(p, row * 5 + column, x, y + size * 0.2, size)
    upturned_bowl(p, 1370, 1004, 246)


def _thing(p: Picture, index: int, x: float, y: float, s: float) -> None:
    """One small thing standing on ``(x, y)``: sachets, sweets, stamps, vaping pens, papers, an empty frame."""
    tones = (AMBER, VERMILION, UMBER, PLUM, ROSE, GOLD)
    if index == 0:
        for k in (-1, 0, 1):
            p.cut(
                rectangle(x + k * s * 0.5 - s * 0.2, y - s * 0.62, s * 0.4, s * 0.62, 2), mix(CLAY, CREAM, 0.3), lift=2
            )
            p.cut(rectangle(x + k * s * 0.5 - s * 0.2, y - s * 0.4, s * 0.4, s * 0.14), UMBER, lift=0, rim=0)
    elif index < 6:
        for k in (-1, 0, 1):
            p.cut(ellipse(x + k * s * 0.42, y - s * 0.2, s * 0.2, s * 0.17), tones[(index + k) % 6], lift=2)
    elif index == 6:
        for k in range(8):
            p.cut(
                rectangle(x - s * 0.6 + (k % 4) * s * 0.3, y - s * 0.6 + (k // 4) * s * 0.34, s * 0.26, s * 0.28),
                tones[k % 6],
                lift=1.2,
            )
    elif index < 12:
        p.cut(
            moved(rectangle(-s * 0.1, -s * 0.7, s * 0.2, s * 0.7, s * 0.06), x, y, 1, 14),
            (SLATE, DEEP_TEAL, PLUM, INK, DUSK)[index - 7],
            lift=3,
        )
        p.cut(moved(rectangle(-s * 0.07, -s * 0.9, s * 0.14, s * 0.2, s * 0.05), x, y, 1, 14), STEEL, lift=2)
    elif index == 12:
        p.cut(rectangle(x - s * 0.18, y - s * 0.56, s * 0.36, s * 0.56, 3), VERMILION, lift=3)
        p.cut(rectangle(x - s * 0.16, y - s * 0.74, s * 0.32, s * 0.2, 2), STEEL, lift=2)
    elif index == 13:
        p.cut(
            moved(rectangle(-s * 0.6, -s * 0.3, s * 1.2, s * 0.5), x, y - s * 0.1, 1, -5),
            mix(TEAL, SPROUT, 0.4),
            lift=2,
        )
        p.cut(moved(ellipse(0, -s * 0.05, s * 0.16), x, y - s * 0.1, 1, -5), mix(TEAL, PAPER, 0.6), lift=0, rim=0)
    elif index == 17:
        p.cut(
            minus(
                rectangle(x - s * 0.42, y - s * 0.9, s * 0.84, s * 0.94, 3),
                rectangle(x - s * 0.28, y - s * 0.76, s * 0.56, s * 0.66),
            ),
            GOLD,
            lift=4,
        )
    else:
        for k in (-1, 1):
            sheet(p, x + k * s * 0.36, y - s * 0.24, s * 0.56, s * 0.6, k * 4, PAPER, 4, 2)
