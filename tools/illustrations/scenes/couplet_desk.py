"""New Year couplets made to order in the ancestral hall."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.animals import pig
from tools.illustrations.figures import Anchors, contact, person
from tools.illustrations.geometry import blob, curve, ellipse, ground, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import house
from tools.illustrations.indoors import bars
from tools.illustrations.landscape import hills
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_MOSS,
    DUSK,
    GOLD,
    GREY_HAIR,
    INK,
    MIST,
    MOSS,
    NIGHT,
    PAPER,
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
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import BROAD, ELDER, SLIM, WORK, Look
from tools.illustrations.tableware import cup
from tools.illustrations.trees import bare_tree


def hall(scale: float) -> Picture:
    """An old man writes on red paper, a pig farmer leans over the table, a pig looks in at the door, wet couplets hang to dry."""
    p = Picture(1800, 1200, 2214, scale)
    p.shadow, p.depth = (48, 26, 18), 0.4
    p.sky(mix(UMBER, CLAY, 0.5), mix(SAND, CLAY, 0.5))
    _building(p)
    _back_tables(p)
    for y0, sag, size, count in ((96, 30, 0.8, 13), (150, 44, 1.15, 8)):
        _line(p, y0, sag, size, count)
    p.cut(ground([(-40, 1012), (1840, 1012)], 1240), mix(STEEL, SAND, 0.5), mix(STEEL, UMBER, 0.35), lift=5)
    for x in range(-300, 2200, 210):
        p.thread([(900 + (x - 900) * 0.8, 1014), (x, 1210)], 2.4, darker(STEEL, 0.4), 0.4)
    _pig_at_door(p)
    _front_table(p)
    p.dusk(820, 660, 1350, (150, 96, 70), 0.55)
    p.glow(1600, 560, 560, (255, 244, 220), 0.22)
    return p


def _building(p: Picture) -> None:
    p.cut(rectangle(-40, 220, 1480, 700), mix(CREAM, SAND, 0.5), mix(SAND, CLAY, 0.3), lift=3)
    for x in (40, 420, 800, 1180):
        p.cut(rectangle(x, 300, 200, 260), mix(UMBER, VERMILION, 0.15), lift=4)
        bars(p, x + 10, 310, 180, 240, mix(UMBER, GOLD, 0.3), 4, 5)
    yard = rectangle(1470, 250, 300, 770)
    p.cut(yard, mix(MIST, TEAL, 0.2), mix(CREAM, MIST, 0.4), lift=0, rim=0)
    with p.inside(yard):
        hills(p, (520,), (mix(TEAL, MIST, 0.4),), 40, 120)
        house(p, 1500, 860, 230, 130, mix(CREAM, SAND, 0.4), SLATE, door=UMBER)
        p.cut(rectangle(1460, 850, 330, 190), mix(SAND, MOSS, 0.4), lift=3)
        bare_tree(p, 1700, 880, 330, UMBER, -0.1, 4, 3)
    for x in (-20, 600, 1410, 1768):
        p.cut(rectangle(x, 60, 62, 970, 4), mix(VERMILION, UMBER, 0.45), mix(VERMILION, UMBER, 0.65), lift=9)
        p.cut(rectangle(x - 12, 1000, 86, 34, 6), STEEL, lift=6)
    p.cut(rectangle(-40, -20, 1880, 92), mix(UMBER, VERMILION, 0.2), darker(UMBER, 0.2), lift=10)


def _line(p: Picture, y0: float, sag: float, size: float, count: int) -> None:
    line = curve([(-40, y0), (700, y0 + sag), (1430, y0)], 40)
    p.thread([(-40, y0), (700, y0 + sag), (1430, y0)], 3, darker(UMBER, 0.4))
    for k in range(count):
        x, y = line[round((k + 0.5) * (len(line) - 1) / count)]
        wide, tall = 50 * size, 250 * size * p.random.uniform(0.9, 1.05)
        sheet_path = polygon(
            [(x - wide / 2, y), (x + wide / 2, y), (x + wide * 0.54, y + tall), (x - wide * 0.46, y + tall)]
        )
        p.cut(sheet_path, VERMILION, darker(VERMILION, 0.12), lift=5)
        with p.inside(sheet_path):
            for _ in range(14):
                p.cut(
                    ellipse(p.random.uniform(x - wide / 2, x + wide / 2), p.random.uniform(y, y + tall), 2.2 * size),
                    GOLD,
                    lift=0,
                    rim=0,
                )
        p.cut(rectangle(x - 5, y - 10, 10, 20, 2), mix(SAND, GOLD, 0.3), lift=2)


def _back_tables(p: Picture) -> None:
    looks = (
        Look(coat=TEAL, head=Head(style="bob")),
        Look(coat=mix(SLATE, DUSK, 0.4), head=Head(style="short", glasses=True)),
        Look(coat=mix(ROSE, CLAY, 0.4), head=Head(style="tail")),
        Look(coat=DEEP_MOSS, head=Head(style="crop", hair=GREY_HAIR)),
    )
    for k, x in enumerate((120, 370, 1060, 1290)):
        facing = 1 if k % 2 == 0 else -1
        person(
            p,
            x - facing * 80,
            950,
            350,
            replace(looks[k], trousers=SLATE),
            replace(WORK, tilt=24.0),
            SLIM,
            facing,
            (x - facing * 6, 776),
            (x + facing * 16, 782),
        )
        p.cut(rectangle(x - 104, 786, 208, 16, 3), lighter(UMBER, 0.12), lift=5)
        for dx in (-92, 80):
            p.cut(rectangle(x + dx, 800, 12, 150), darker(UMBER, 0.15), lift=3)
        p.cut(polygon([(x - 70, 782), (x + 74, 782), (x + 80, 790), (x - 78, 790)]), VERMILION, lift=1.5)


def _pig_at_door(p: Picture) -> None:
    pig(p, 1640, 950, 124, -1)
    p.cut(rectangle(1440, 968, 360, 62, 3), mix(UMBER, VERMILION, 0.2), darker(UMBER, 0.2), lift=7)


def _front_table(p: Picture) -> None:
    old = Look(
        coat=mix(DUSK, NIGHT, 0.3),
        trousers=INK,
        scarf=mix(SAND, CREAM, 0.3),
        hem=14,
        head=Head(hair=SILVER_HAIR, style="crop", glasses=True),
    )
    contact(p, 430, 1150, 240, 0.36)

    def brush(a: Anchors) -> None:
        x, y = a.near_hand
        p.cut(ribbon([(x + 6, y - 116), (x + 4, y + 34)], [5, 5]), mix(GOLD, SAND, 0.3), lift=3)
        p.cut(ribbon([(x + 4, y + 30), (x + 3, y + 66)], [7, 1]), INK, lift=2)

    person(p, 420, 1146, 660, old, replace(WORK, lean=9.0, tilt=24.0), ELDER, 1, (618, 764), (560, 800), brush)
    farmer = Look(
        coat=mix(MOSS, UMBER, 0.35),
        trousers=darker(DUSK, 0.3),
        shoes=DEEP_MOSS,
        apron=mix(SLATE, TEAL, 0.3),
        head=Head(style="short", skin=TAN, hat="knit", hat_colour=mix(CLAY, VERMILION, 0.3)),
    )
    contact(p, 1200, 1156, 250, 0.36)
    person(
        p,
        1210,
        1150,
        660,
        farmer,
        replace(WORK, lean=14.0, tilt=22.0, near_foot=(-0.12, 0.0), far_foot=(0.14, 0.0)),
        BROAD,
        -1,
        (1050, 802),
        (1000, 806),
    )
    p.cut(
        polygon([(470, 826), (1140, 826), (1180, 872), (430, 872)]), lighter(UMBER, 0.18), lighter(UMBER, 0.08), lift=12
    )
    p.cut(rectangle(430, 870, 750, 26), darker(UMBER, 0.1), lift=4)
    for x in (462, 1120):
        p.cut(rectangle(x, 894, 30, 262, 2), darker(UMBER, 0.2), lift=5)
    paper = polygon([(540, 834), (950, 834), (962, 862), (530, 862)])
    p.cut(paper, VERMILION, lift=2)
    p.cut(
        blob([(960, 834), (1010, 838), (1020, 900), (1006, 1010), (964, 1010), (974, 900)], 0.2),
        VERMILION,
        darker(VERMILION, 0.15),
        lift=6,
    )
    for x, y in ((566, 842), (700, 854), (760, 840), (850, 850), (920, 842), (990, 880), (986, 950), (1000, 980)):
        p.cut(ellipse(x, y, 3), GOLD, lift=0, rim=0)
    p.cut(ribbon([(600, 850), (626, 846)], [3, 7]), INK, lift=0, rim=0)
    p.cut(ellipse(1084, 846, 40, 16), darker(SLATE, 0.3), lift=5)
    p.cut(ellipse(1084, 843, 28, 9), INK, lift=0, rim=0)
    cup(p, 500, 846, 40, PAPER, DUSK, -1)
    hand = 1046, 820
    p.cut(ellipse(hand[0], hand[1], 24, 13), TAN, lift=3)
