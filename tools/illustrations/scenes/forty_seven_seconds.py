"""A rider knocks his way down a stairwell."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import Point, ground, moved, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import tower
from tools.illustrations.indoors import bars, bulb, door
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
    DEEP_TEAL,
    DUSK,
    GOLD,
    GREY_HAIR,
    INK,
    LAMP,
    MIDNIGHT,
    MIST,
    MOSS,
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
    darker,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import BROAD, CHILD, ELDER, SLIM, STAND, WALK, Look
from tools.illustrations.stationery import sheet


def stairwell(scale: float) -> Picture:
    """On the upper landing a rider knocks and speaks into his phone; below, neighbours in night clothes come out of their doors."""
    p = Picture(1800, 1200, 2212, scale)
    p.shadow, p.depth = (20, 26, 34), 0.4
    p.sky(mix(TEAL, SLATE, 0.35), mix(DEEP_TEAL, SLATE, 0.3))
    p.cut(rectangle(-40, 460, 1100, 260), mix(MOSS, TEAL, 0.55), mix(MOSS, TEAL, 0.7), lift=1.5)
    _night_window(p)
    door(p, 120, 700, 230, 420, mix(DEEP_TEAL, SLATE, 0.3), 1)
    sheet(p, 235, 392, 60, 60, 45, VERMILION, 0, 2)
    p.cut(rectangle(700, 330, 150, 370, 3), mix(SLATE, TEAL, 0.3), lift=3)
    p.cut(rectangle(712, 342, 126, 346, 2), mix(STEEL, TEAL, 0.35), lift=1.5)
    for k in range(4):
        p.thread([(740, 396 + k * 14), (810, 396 + k * 14)], 4, darker(SLATE, 0.3), 0.7)
    for dx, rise in ((-24, 0), (12, 26), (44, 8)):
        y = 404 - rise
        p.veil(
            ribbon([(776 + dx, y), (796 + dx, y - 46), (766 + dx, y - 96), (792 + dx, y - 150)], [4, 12, 16, 3]),
            mix(SPROUT, GOLD, 0.4),
            0.34,
            blur=6,
        )
    bulb(p, 520, 150, 22, 0.75, 160)
    _below(p)
    _steps(p)
    p.cut(rectangle(-40, 700, 1046, 44), mix(STEEL, SAND, 0.45), mix(STEEL, SAND, 0.25), lift=10)
    _rider(p)
    p.dusk(640, 560, 1350, (66, 84, 96), 0.55)
    p.glow(470, 420, 520, LAMP, 0.14)
    return p


def _night_window(p: Picture) -> None:
    pane = rectangle(1130, 120, 330, 300, 2)
    p.cut(rectangle(1112, 102, 366, 336, 4), darker(SLATE, 0.1), lift=5)
    p.cut(pane, MIDNIGHT, mix(NIGHT, DUSK, 0.35), lift=0, rim=0)
    with p.inside(pane):
        for x, w, h in ((1120, 120, 190), (1250, 90, 130), (1350, 130, 220)):
            tower(p, x, 430, w, h, mix(NIGHT, DUSK, 0.45), LAMP, 0.35, 3, 36, 3)
    bars(p, 1130, 120, 330, 300, darker(SLATE, 0.1), 3, 2)


def _below(p: Picture) -> None:
    p.cut(rectangle(-40, 740, 1880, 420), mix(DEEP_TEAL, SLATE, 0.5), mix(DEEP_TEAL, NIGHT, 0.4), lift=2)
    p.cut(ground([(-40, 1130), (1840, 1130)], 1240), mix(SLATE, SAND, 0.3), mix(SLATE, SAND, 0.1), lift=6)
    for x, w in ((90, 190), (470, 190)):
        p.cut(rectangle(x - 14, 794, w + 28, 340, 3), darker(UMBER, 0.3), lift=4)
        p.cut(rectangle(x, 808, w, 324), mix(LAMP, AMBER, 0.4), mix(AMBER, CLAY, 0.25), lift=0, rim=0)
        p.glow(x + w / 2, 940, 260, LAMP, 0.45)
        p.cut(polygon([(x, 808), (x - 62, 786), (x - 62, 1152), (x, 1132)]), mix(UMBER, DEEP_TEAL, 0.3), lift=4)
        p.beam(
            polygon([(x, 1132), (x + w, 1132), (x + w + 120, 1230), (x - 20, 1230)]),
            (x + w / 2, 1132),
            (x + w / 2, 1230),
            LAMP,
            0.4,
        )
    night = (
        (
            190,
            322,
            Look(
                coat=mix(ROSE, CREAM, 0.3), trousers=mix(ROSE, CREAM, 0.2), shoes=CLAY, hem=16, head=Head(style="bob")
            ),
            SLIM,
            1,
            (262, 986),
            (256, 1000),
        ),
        (
            284,
            218,
            Look(coat=mix(DUSK, PAPER, 0.5), trousers=mix(DUSK, PAPER, 0.4), shoes=VERMILION, head=Head(style="child")),
            CHILD,
            1,
            None,
            (240, 1020),
        ),
        (
            560,
            340,
            Look(
                coat=mix(MIST, DUSK, 0.3),
                trousers=mix(MIST, DUSK, 0.4),
                shoes=UMBER,
                hem=8,
                head=Head(hair=SILVER_HAIR, style="crop", skin=TAN),
            ),
            ELDER,
            1,
            (640, 962),
            (646, 976),
        ),
    )
    for x, height, look, build, facing, near, far in night:
        contact(p, x, 1150, height * 0.4, 0.4)
        person(
            p,
            x,
            1148,
            height,
            look,
            replace(STAND, tilt=-12.0, lean=2.0),
            build,
            facing,
            near,
            far,
            (lambda _: _bottle(p, 654, 964)) if x == 560 else None,
        )
    walker = Look(
        coat=mix(SAND, CREAM, 0.3),
        trousers=mix(SAND, CLAY, 0.3),
        shoes=PLUM,
        hem=12,
        scarf=mix(VERMILION, CLAY, 0.3),
        head=Head(style="tail"),
    )
    contact(p, 850, 1152, 130, 0.4)
    person(p, 850, 1150, 330, walker, WALK, SLIM, 1)


def _bottle(p: Picture, x: float, y: float) -> None:
    p.cut(rectangle(x - 20, y - 24, 40, 52, 12), VERMILION, darker(VERMILION, 0.12), lift=3)
    p.cut(rectangle(x - 8, y - 34, 16, 14, 3), darker(VERMILION, 0.2), lift=2)


def _steps(p: Picture) -> None:
    outline = [(1006.0, 700.0)]
    for k in range(10):
        outline += [(1006 + 52.0 * (k + 1), 700 + 43.0 * k), (1006 + 52.0 * (k + 1), 700 + 43.0 * (k + 1))]
    outline += [(1006 + 52 * 10, 1200), (1450, 1200), (1006, 830)]
    p.cut(polygon(outline), mix(STEEL, SAND, 0.35), mix(STEEL, SLATE, 0.4), lift=9)
    for k in range(10):
        p.cut(rectangle(1002 + 52 * k, 698 + 43 * k, 60, 8, 1), mix(STEEL, PAPER, 0.4), lift=1.5)
    for k in range(11):
        p.cut(rectangle(1026 + 51 * k, 566 + 42.5 * k, 7, 150), darker(SLATE, 0.2), lift=2)
    p.stroke([(900, 556), (1030, 560), (1300, 786), (1560, 1002)], 15, mix(UMBER, VERMILION, 0.3), 5)
    look = Look(
        coat=mix(PLUM, ROSE, 0.45),
        trousers=mix(PLUM, ROSE, 0.4),
        shoes=CREAM,
        hem=10,
        head=Head(hair=GREY_HAIR, style="bun"),
    )
    person(
        p,
        1330,
        958,
        320,
        look,
        replace(WALK, near_foot=(-0.2, 0.12), far_foot=(0.22, -0.06), near_hand=(0.5, -0.5), tilt=12.0),
        ELDER,
        1,
    )


def _rider(p: Picture) -> None:
    contact(p, 700, 706, 210, 0.4)
    p.cut(rectangle(594, 566, 150, 136, 10), mix(GOLD, AMBER, 0.5), darker(GOLD, 0.1), lift=7)
    p.cut(rectangle(586, 552, 166, 34, 8), mix(GOLD, AMBER, 0.3), lift=5)
    p.cut(rectangle(594, 632, 150, 16), CREAM, lift=0.6, rim=0)
    p.stroke([(620, 566), (630, 510), (700, 510), (712, 566)], 9, INK, 3)
    look = Look(
        coat=mix(GOLD, AMBER, 0.6),
        trousers=INK,
        shoes=SLATE,
        hem=5,
        head=Head(style="short", hat="cap", hat_colour=mix(GOLD, AMBER, 0.4)),
    )
    contact(p, 480, 708, 180, 0.4)
    person(
        p,
        480,
        704,
        474,
        look,
        replace(STAND, lean=4.0, tilt=0.0, near_foot=(-0.16, 0.0), far_foot=(0.16, 0.0)),
        BROAD,
        -1,
        (424, 336),
        (352, 384),
        lambda a: _phone(p, a.near_hand),
    )
    for k, r in enumerate((30, 48, 66)):
        arc = [
            (334 + math.cos(a) * r * 0.9, 376 - math.sin(a) * r) for a in (math.pi * (0.75 + 0.1 * s) for s in range(6))
        ]
        p.thread(arc, 4, CREAM, 0.7 - k * 0.18)


def _phone(p: Picture, hand: Point) -> None:
    p.cut(moved(rectangle(-9, -26, 18, 52, 4), hand[0] - 4, hand[1] - 6, 1, -24), INK, lift=2)
    p.glow(hand[0] - 8, hand[1] - 16, 34, (190, 226, 240), 0.6)
