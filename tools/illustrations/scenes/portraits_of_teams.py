"""Portraits of a family on its pontoon and of a team behind its stall."""

from __future__ import annotations

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import blob, ellipse, ground, moved, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import skyline
from tools.illustrations.indoors import string_of_bulbs
from tools.illustrations.landscape import cloud, disc, hills, ripples
from tools.illustrations.market import upturned_bowl
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
    NIGHT,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SILVER_HAIR,
    SLATE,
    TAN,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, BROAD, CHILD, ELDER, FRONT, HOLD_FRONT, SLIM, VEST, Look
from tools.illustrations.riverside import far_bridge, foam_box
from tools.illustrations.stationery import clipboard, sheet


def gao_family(scale: float) -> Picture:
    """Three generations on the pontoon, the girl with her record on a clipboard."""
    p = Picture(1200, 1500, 408, scale)
    p.shadow, p.depth = (30, 56, 66), 0.36
    p.sky((156, 200, 206), mix(CREAM, AMBER, 0.15))
    disc(p, 940, 190, 66, lighter(GOLD, 0.6), (255, 242, 206), 0.5)
    p.cut(cloud(300, 200, 300), PAPER, lift=4)
    hills(p, (470,), (mix(TEAL, MIST, 0.45),), 50, 240)
    skyline(p, -40, 420, 560, mix(MIST, DUSK, 0.3), 170, None, 0.0, 76)
    far_bridge(p, 560, 1260, 536, 150, mix(SLATE, DUSK, 0.4))
    p.cut(ground([(-40, 556), (1240, 552)], 1540), mix(TEAL, (110, 170, 176), 0.5), mix(DEEP_TEAL, TEAL, 0.5), lift=4)
    ripples(p, 0, 1200, 570, 1180, lighter(MIST, 0.5), 60, 0.5, 100)
    foam_box(p, 1050, 700, 80, -6, True, DUSK)
    deck = polygon([(-40, 1230), (1240, 1230), (1240, 1540), (-40, 1540)])
    p.cut(deck, mix(SAND, CLAY, 0.3), mix(SAND, CLAY, 0.55), lift=9)
    for y in (1290, 1370, 1460):
        p.thread([(-40, y), (1240, y)], 4, UMBER, 0.4)
    p.cut(rectangle(1080, 1120, 74, 170, 12), SLATE, darker(SLATE, 0.2), lift=8)
    orange = (226, 112, 44)
    p.stroke([(1010, 1520), (1016, 760), (1024, 210)], 20, UMBER, 6)
    p.cut(ribbon([(1023, 330), (1026, 190), (1030, 80)], [14, 44, 30]), mix(CLAY, SAND, 0.3), lift=6)
    grandpa = Look(
        coat=mix(DUSK, SLATE, 0.3),
        trousers=darker(UMBER, 0.2),
        vest=orange,
        head=Head(hair=SILVER_HAIR, style="crop", skin=TAN, features=True, hat="cap", hat_colour=mix(SAND, GOLD, 0.4)),
    )
    father = Look(
        coat=mix(MIST, PAPER, 0.4), trousers=SLATE, vest=orange, head=Head(style="short", skin=TAN, features=True)
    )
    mother = Look(coat=mix(ROSE, CREAM, 0.4), trousers=DEEP_TEAL, head=Head(style="bob", features=True))
    girl = Look(coat=CREAM, trousers=DUSK, vest=orange, hem=4, shoes=VERMILION, head=Head(style="tail", features=True))
    contact(p, 600, 1440, 980, 0.34)
    person(p, 566, 1590, 1240, mother, FRONT, SLIM)
    person(p, 860, 1640, 1360, father, FRONT, BROAD, near_at=(1000, 1090))
    person(p, 286, 1630, 1270, grandpa, FRONT, ELDER)
    for side in (-1, 1):
        x = 590 + side * 96
        p.cut(
            ribbon([(x - side * 14, 720), (x + side * 22, 770), (x + side * 10, 850)], [17, 26, 8]), BLACK_HAIR, lift=7
        )
        p.cut(ellipse(x - side * 2, 728, 14), VERMILION, lift=3)
    person(
        p,
        590,
        1640,
        1010,
        girl,
        HOLD_FRONT,
        CHILD,
        1,
        (662, 1300),
        (520, 1310),
        lambda _: clipboard(p, 592, 1240, 250, -3, 6),
    )
    p.dusk(600, 800, 1150, (170, 180, 160), 0.38)
    return p


def anti_drug_team(scale: float) -> Picture:
    """Five of the team behind the night market stall, the curtained booth beside them."""
    p = Picture(1200, 1500, 409, scale)
    p.shadow, p.depth = (24, 12, 30), 0.42
    p.sky(mix(NIGHT, PLUM, 0.35), mix(PLUM, NIGHT, 0.2), mix(PLUM, CLAY, 0.35))
    skyline(p, -40, 800, 760, mix(NIGHT, PLUM, 0.6), 380, LAMP, 0.24, 120)
    _booth(p)
    string_of_bulbs(p, [(-40, 130), (360, 250), (760, 180), (1240, 110)], 7, 22, 0.5)
    team = (
        (
            210,
            1390,
            900,
            Look(
                coat=SLATE,
                trousers=INK,
                vest=VEST,
                head=Head(hair=GREY_HAIR, style="crop", glasses=True, features=True, skin=TAN),
            ),
            BROAD,
        ),
        (
            770,
            1380,
            870,
            Look(coat=mix(ROSE, CLAY, 0.3), trousers=INK, vest=VEST, head=Head(style="bun", features=True)),
            SLIM,
        ),
        (
            390,
            1440,
            860,
            Look(coat=CREAM, trousers=INK, vest=VEST, head=Head(hair=SILVER_HAIR, style="bob", features=True)),
            ELDER,
        ),
        (
            590,
            1480,
            930,
            Look(coat=mix(DUSK, SLATE, 0.4), trousers=INK, vest=VEST, head=Head(style="bob", features=True)),
            ADULT,
        ),
        (
            970,
            1460,
            900,
            Look(coat=DEEP_MOSS, trousers=INK, vest=VEST, head=Head(style="short", features=True, skin=TAN)),
            BROAD,
        ),
    )
    for place, foot, height, look, build in team:
        person(p, place, foot, height, look, FRONT, build, 1, (place + 96, 1290), (place - 96, 1290))
    p.cut(
        polygon([(60, 1096), (1140, 1096), (1260, 1330), (-60, 1330)]),
        mix(NIGHT, DUSK, 0.45),
        mix(NIGHT, DUSK, 0.3),
        lift=14,
    )
    p.cut(polygon([(-60, 1326), (1260, 1326), (1260, 1540), (-60, 1540)]), VERMILION, darker(VERMILION, 0.22), lift=8)
    for row, y in enumerate((1146, 1226)):
        for k in range(6):
            x, wide = 600 + (k - 2.5) * (158 + row * 20), 58 + row * 10
            if row == 1 and k > 3:
                continue
            p.cut(
                polygon([(x - wide, y - 22), (x + wide, y - 22), (x + wide * 1.06, y + 24), (x - wide * 1.06, y + 24)]),
                mix(CREAM, SAND, 0.2),
                lift=2,
            )
            tone = (AMBER, TEAL, PLUM, VERMILION, DUSK, GOLD)[(k + row * 2) % 6]
            if (k + row) % 3 == 0:
                p.cut(moved(rectangle(-9, -64, 18, 64, 6), x, y + 10, 1, 16), tone, lift=3)
            elif (k + row) % 3 == 1:
                for dx in (-26, 0, 26):
                    p.cut(ellipse(x + dx, y - 2, 14, 12), tone, lift=2)
            else:
                sheet(p, x, y - 12, 46, 54, 6, PAPER, 4, 2)
    upturned_bowl(p, 980, 1292, 214)
    p.dusk(600, 800, 1100, (96, 66, 90), 0.5)
    return p


def _booth(p: Picture) -> None:
    p.cut(rectangle(800, 330, 460, 900), mix(TEAL, MIST, 0.15), mix(TEAL, SLATE, 0.4), lift=10)
    p.cut(rectangle(774, 296, 500, 50, 5), DEEP_TEAL, lift=9)
    pane = rectangle(866, 420, 330, 330, 3)
    p.cut(rectangle(848, 402, 366, 366, 4), CREAM, lift=5)
    p.cut(pane, mix(LAMP, AMBER, 0.3), mix(AMBER, CLAY, 0.3), lift=0, rim=0)
    p.glow(1030, 560, 260, LAMP, 0.4)
    with p.inside(pane):
        for k in range(9):
            x = 852 + k * 40
            p.cut(
                blob([(x, 410), (x + 38, 410), (x + 42, 580), (x + 36, 760), (x + 2, 760), (x - 4, 580)], 0.3),
                mix(ROSE, CREAM, 0.35 + 0.15 * (k % 2)),
                mix(ROSE, CLAY, 0.2),
                lift=4,
            )
