"""A library moves house: from the fifth floor across the street, hand to hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import Point, blob, ground, polygon, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.houses import tower
from tools.illustrations.indoors import bars, chair
from tools.illustrations.landscape import cloud, disc
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
    LAMP,
    MIST,
    MOSS,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SILVER_HAIR,
    SLATE,
    STEEL,
    TAN,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, BROAD, CHILD, ELDER, FRONT, OFFER, SIT, SLIM, STAND, VEST, Build, Look
from tools.illustrations.stationery import book, shelf_of_books
from tools.illustrations.street import lantern
from tools.illustrations.trees import bare_tree


def chain(scale: float) -> Picture:
    """Neighbours stand from the stairs to the door across the street passing books, the boy at the end takes them in."""
    p = Picture(1800, 1200, 2215, scale)
    p.shadow, p.depth = (44, 46, 60), 0.36
    p.sky(mix(DUSK, MIST, 0.72), mix(CREAM, MIST, 0.35))
    disc(p, 1180, 190, 52, mix(CREAM, AMBER, 0.3), (255, 236, 200), 0.5)
    p.cut(cloud(960, 270, 260), PAPER, lift=3)
    for x, w, h in ((720, 170, 420), (910, 150, 330), (1080, 190, 460), (1290, 150, 360)):
        tower(p, x, 860, w, h, mix(MIST, DUSK, 0.3), None, 0.0, 4, 44, 5)
    p.cut(ground([(-40, 846), (1840, 836)], 1240), mix(STEEL, SAND, 0.45), mix(STEEL, SAND, 0.25), lift=6)
    road = polygon([(760, 850), (1010, 846), (1330, 1240), (700, 1240)])
    p.cut(road, mix(SLATE, STEEL, 0.4), mix(SLATE, STEEL, 0.2), lift=0, rim=0)
    with p.inside(road):
        for k in range(7):
            y = 900 + k * 22 + k * k * 4
            p.cut(polygon([(700, y), (1400, y), (1400, y + 9 + k * 2.4), (700, y + 9 + k * 2.4)]), PAPER, lift=0, rim=0)
    _block(p)
    ends = bare_tree(p, 1386, 880, 420, mix(UMBER, SLATE, 0.3), 0.04, 5, 4)
    for twig in ends[::7]:
        lantern(p, *twig, 13, 0, 10, 3)
    _library(p)
    _people(p)
    p.dusk(900, 660, 1400, (160, 160, 170), 0.38)
    return p


def _block(p: Picture) -> None:
    wall = mix(CLAY, CREAM, 0.45)
    p.cut(rectangle(-40, 96, 640, 790), wall, darker(wall, 0.08), lift=12)
    p.cut(rectangle(-40, 76, 664, 30, 3), darker(wall, 0.3), lift=7)
    well = rectangle(330, 130, 240, 756)
    p.cut(well, mix(STEEL, CREAM, 0.45), mix(STEEL, CREAM, 0.25), lift=0, rim=0)
    tones = (VERMILION, DEEP_TEAL, GOLD, DUSK, PLUM)
    for storey in range(5):
        y = 278 + storey * 150
        for x in (20, 170):
            lit = storey == 0
            p.cut(rectangle(x - 6, y - 116, 122, 104, 3), darker(UMBER, 0.1), lift=3)
            p.cut(rectangle(x, y - 110, 110, 92), mix(LAMP, CREAM, 0.4) if lit else mix(MIST, DUSK, 0.3), lift=0, rim=0)
            if lit:
                shelf_of_books(p, x + 6, y - 62, 98, 40, tones)
                shelf_of_books(p, x + 6, y - 20, 98, 38, tones)
            bars(p, x, y - 110, 110, 92, darker(UMBER, 0.1), 2, 1)
        p.cut(rectangle(322, y - 10, 256, 12), darker(wall, 0.25), lift=3)
        if storey < 4:
            for half, (x, step) in enumerate(((352, 22), (548, -22))):
                top = y + half * 75
                steps: list[Point] = [(x, top)]
                for k in range(8):
                    steps += [(x + step * (k + 1), top + k * 9.3), (x + step * (k + 1), top + (k + 1) * 9.3)]
                p.cut(
                    polygon([*steps, (x + step * 8, top + 92), (x, top + 16)]),
                    mix(STEEL, SAND, 0.3 + 0.25 * half),
                    lift=3,
                )
    walkers = (
        (372, 270, VERMILION, "bob"),
        (470, 318, TEAL, "short"),
        (520, 352, GOLD, "child"),
        (420, 398, DUSK, "tail"),
        (380, 420, mix(PLUM, ROSE, 0.4), "bun"),
        (476, 474, SLATE, "crop"),
        (520, 500, CREAM, "bob"),
        (420, 548, DEEP_MOSS, "short"),
        (384, 570, mix(ROSE, CLAY, 0.4), "tail"),
        (478, 622, TEAL, "child"),
        (520, 650, DUSK, "bob"),
        (424, 700, VERMILION, "short"),
        (388, 722, GOLD, "bun"),
        (480, 774, PLUM, "short"),
        (524, 800, DEEP_TEAL, "tail"),
    )
    for k, (x, y, tone, style) in enumerate(walkers):
        facing = 1 if (k // 2) % 2 == 0 else -1
        look = Look(
            coat=tone,
            trousers=darker(tone, 0.55),
            head=Head(style=style, hair=GREY_HAIR if style in ("bun", "crop") else BLACK_HAIR),
        )
        at = (x + facing * 26, y - 62)
        person(
            p,
            x,
            y,
            104 if style != "child" else 84,
            look,
            STAND,
            ADULT if style != "child" else CHILD,
            facing,
            at,
            (at[0] + facing * 4, at[1] + 6),
        )
        book(p, at[0] + facing * 4, at[1], 17, tones[k % 5], facing * 12)
    p.cut(polygon([(560, 730), (640, 716), (640, 900), (560, 886)]), mix(UMBER, DEEP_TEAL, 0.4), lift=6)


def _library(p: Picture) -> None:
    p.cut(rectangle(1470, 330, 400, 760), mix(CREAM, SAND, 0.35), mix(CREAM, SAND, 0.7), lift=12)
    p.cut(blob([(1430, 300), (1850, 286), (1850, 356), (1430, 366)], 0.1), DEEP_TEAL, darker(DEEP_TEAL, 0.2), lift=10)
    room = rectangle(1520, 440, 300, 640)
    p.cut(rectangle(1500, 420, 340, 662, 3), UMBER, lift=5)
    p.cut(room, mix(LAMP, CREAM, 0.35), mix(AMBER, SAND, 0.5), lift=0, rim=0)
    with p.inside(room):
        p.glow(1670, 480, 300, LAMP, 0.5)
        for row in range(5):
            y = 556 + row * 112
            p.cut(rectangle(1600, y, 240, 12), UMBER, lift=3)
            shelf_of_books(p, 1610, y, 220 if row < 3 else 90, 88, (VERMILION, DEEP_TEAL, GOLD, DUSK, PLUM, CLAY))
    p.cut(rectangle(1490, 1076, 360, 26, 3), STEEL, lift=6)
    for side in (1478, 1840):
        lantern(p, side, 356, 26, 0.2, 14)


def _people(p: Picture) -> None:
    granny = Look(coat=mix(PLUM, ROSE, 0.3), trousers=SLATE, scarf=CREAM, head=Head(hair=SILVER_HAIR, style="bun"))
    chair(p, 560, 930, 52, 1, UMBER, False)
    person(p, 558, 930, 196, granny, replace(SIT, tilt=14.0), ELDER, 1, (596, 872), (600, 876))
    for k in range(9):
        p.thread([(618 + k * 9, 934 + (k % 2)), (614 + k * 9, 950)], 3, PAPER, 0.9)
    row: tuple[tuple[float, float, float, Look, Build], ...] = (
        (690, 940, 216, Look(coat=DUSK, head=Head(style="short")), ADULT),
        (792, 962, 238, Look(coat=mix(ROSE, CLAY, 0.3), scarf=CREAM, head=Head(style="bob")), SLIM),
        (900, 988, 264, Look(coat=DEEP_TEAL, head=Head(style="short", glasses=True)), BROAD),
        (1016, 1018, 230, Look(coat=GOLD, scarf=VERMILION, head=Head(style="child")), CHILD),
        (1136, 1052, 326, Look(coat=mix(CREAM, SAND, 0.4), vest=VEST, head=Head(style="tail")), SLIM),
        (1282, 1086, 366, Look(coat=SLATE, vest=VEST, head=Head(hair=GREY_HAIR, style="crop", skin=TAN)), BROAD),
    )
    joins = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - min(a[2], b[2]) * 0.56) for a, b in pairwise(row)]
    joins = [(646, 816), *joins, (1384, 900)]
    tones = (VERMILION, DEEP_TEAL, GOLD, PLUM, DUSK, VERMILION, mix(MOSS, DEEP_MOSS, 0.4))
    for index, (x, y, height, look, build) in enumerate(row):
        contact(p, x, y + 3, height * 0.42)
        left, right = joins[index], joins[index + 1]
        person(
            p,
            x,
            y,
            height,
            replace(look, hem=10, trousers=darker(look.coat, 0.6)),
            FRONT,
            build,
            1,
            (right[0] - height * 0.05, right[1]),
            (left[0] + height * 0.05, left[1]),
        )
    contact(p, 1490, 1112, 160)
    boy = Look(coat=mix(VERMILION, CLAY, 0.15), trousers=DUSK, shoes=PAPER, head=Head(style="child"))
    person(p, 1490, 1108, 330, boy, replace(OFFER, tilt=4.0), CHILD, -1, (1400, 908), (1404, 924))
    for index, (x, y) in enumerate(joins):
        size = 24 + index * 4.4
        book(p, x, y - size * 0.2, size, tones[index], 8 - index * 4)
    for k, tone in enumerate((VERMILION, DUSK, GOLD, TEAL, ROSE)):
        for dx in (0, 17):
            p.cut(
                blob(
                    [
                        (1560 + k * 46 + dx, 1130),
                        (1558 + k * 46 + dx, 1112),
                        (1568 + k * 46 + dx, 1106),
                        (1575 + k * 46 + dx, 1116),
                        (1574 + k * 46 + dx, 1130),
                    ],
                    0.4,
                ),
                tone,
                lift=2.5,
            )
