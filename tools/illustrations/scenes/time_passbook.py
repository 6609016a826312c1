"""The evening meeting in the old canteen."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import blob, ellipse, ground, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.houses import factory_bell, tower
from tools.illustrations.indoors import bulb, chair, chair_back, planks
from tools.illustrations.landscape import stars
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
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, BACK, BROAD, ELDER, HOLD_FRONT, SIT, SIT_FRONT, SLIM, STAND, VEST, Look
from tools.illustrations.stationery import sheet, shelf_of_books, stack


def canteen(scale: float) -> Picture:
    """Residents in a circle on whatever chairs there were, the accountant at her window with the passbooks, the bell outside."""
    p = Picture(1800, 1200, 2209, scale)
    p.shadow, p.depth = (44, 30, 18), 0.38
    p.sky(mix(CREAM, AMBER, 0.22), mix(CREAM, AMBER, 0.3))
    p.cut(rectangle(-40, 600, 1880, 240), mix(TEAL, MOSS, 0.35), mix(TEAL, MOSS, 0.5), lift=2)
    p.cut(rectangle(-40, 588, 1880, 14), mix(DEEP_TEAL, MOSS, 0.3), lift=2)
    _outside(p)
    _windows(p)
    p.cut(ground([(-40, 822), (1840, 822)], 1240), mix(SAND, STEEL, 0.4), mix(SAND, UMBER, 0.35), lift=6)
    planks(p, 824, 1210, 16, darker(SAND, 0.5), (900, 260))
    for y in (880, 966, 1090):
        p.thread([(-20, y), (1820, y)], 2, darker(SAND, 0.5), 0.3)
    _circle(p)
    for x in (560, 1000, 1440):
        bulb(p, x, 190, 24, 0.5, 190)
        p.cut(blob([(x - 64, 168), (x - 22, 132), (x + 22, 132), (x + 64, 168)], 0.3), DEEP_TEAL, lift=5)
    p.dusk(960, 720, 1350, (150, 96, 60), 0.6)
    p.glow(1000, 640, 620, LAMP, 0.12)
    return p


def _outside(p: Picture) -> None:
    opening = rectangle(70, 210, 330, 620)
    p.cut(rectangle(48, 188, 374, 644, 4), UMBER, lift=7)
    p.cut(opening, MIDNIGHT, mix(NIGHT, DUSK, 0.4), lift=0, rim=0)
    with p.inside(opening):
        stars(p, 0, 1)
        p.glow(300, 330, 130, (220, 224, 240), 0.4)
        p.cut(ellipse(312, 330, 36), CREAM, lift=1)
        for x, w, h in ((60, 130, 300), (200, 110, 240), (320, 110, 320)):
            tower(p, x, 790, w, h, mix(NIGHT, DUSK, 0.5), LAMP, 0.35, 3, 40, 3)
        p.cut(rectangle(40, 200, 400, 46), SLATE, lift=5)
        p.cut(rectangle(40, 240, 400, 12), darker(UMBER, 0.2), lift=3)
        p.cut(rectangle(60, 786, 360, 60), mix(NIGHT, SAND, 0.4), lift=3)
    factory_bell(p, 190, 250, 130)


def _windows(p: Picture) -> None:
    for x in (500, 1290):
        p.cut(rectangle(x - 12, 268, 244, 290, 4), UMBER, lift=5)
        p.cut(rectangle(x, 280, 220, 266), mix(DEEP_TEAL, MOSS, 0.3), lift=1)
        for k in range(1, 7):
            p.thread([(x, 280 + k * 38), (x + 220, 280 + k * 38)], 3, darker(DEEP_TEAL, 0.3), 0.5)
        p.cut(rectangle(x - 26, 546, 272, 24, 3), lighter(UMBER, 0.15), lift=6)
    room = rectangle(830, 256, 360, 292)
    p.cut(rectangle(814, 240, 392, 324, 4), UMBER, lift=6)
    p.cut(room, mix(LAMP, CREAM, 0.4), mix(AMBER, SAND, 0.4), lift=0, rim=0)
    with p.inside(room):
        p.glow(1010, 300, 260, LAMP, 0.5)
        for row in range(2):
            p.cut(rectangle(830, 356 + row * 92, 120, 8), UMBER, lift=3)
            shelf_of_books(p, 838, 356 + row * 92, 104, 72, (VERMILION, DUSK, CLAY, DEEP_TEAL))
        woman = Look(
            coat=mix(DUSK, PLUM, 0.4),
            trousers=SLATE,
            head=Head(hair=GREY_HAIR, style="bob", glasses=True, features=True),
        )
        person(p, 1040, 980, 680, woman, HOLD_FRONT, ELDER, 1, (1160, 660), (936, 660))
    p.cut(rectangle(796, 544, 428, 30, 4), lighter(UMBER, 0.2), lift=8)
    stack(
        p,
        1148,
        544,
        92,
        [VERMILION, DEEP_TEAL, VERMILION, mix(CLAY, VERMILION, 0.3), DUSK, VERMILION, VERMILION, DEEP_TEAL, VERMILION],
        11,
    )
    stack(p, 900, 544, 90, [VERMILION, VERMILION, DUSK], 11)


def _circle(p: Picture) -> None:
    far = (
        (650, 866, 392, Look(coat=mix(TEAL, MIST, 0.2), trousers=SLATE, head=Head(style="short")), ADULT),
        (1290, 866, 390, Look(coat=mix(ROSE, CLAY, 0.4), trousers=PLUM, head=Head(hair=GREY_HAIR, style="bun")), ELDER),
    )
    clerk = Look(coat=CREAM, trousers=DUSK, vest=VEST, head=Head(style="tail"))
    contact(p, 880, 872, 180)
    for dx in (-50, 42):
        p.cut(rectangle(880 + dx, 770, 10, 98), darker(UMBER, 0.2), lift=2)
    p.cut(rectangle(820, 762, 120, 14, 3), UMBER, lift=3)
    person(
        p,
        880,
        868,
        396,
        clerk,
        SIT_FRONT,
        SLIM,
        1,
        (906, 724),
        (852, 730),
        lambda _: sheet(p, 880, 738, 96, 62, -3, PAPER, 4),
    )
    for x, y, height, look, build in far:
        facing = 1 if x < 900 else -1
        contact(p, x, y + 2, 190)
        chair(p, x, y, 106, facing, (CLAY, UMBER)[x % 4 // 2])
        person(p, x, y, height, look, replace(SIT, tilt=4.0), build, facing)
    engineer = Look(
        coat=mix(SLATE, DUSK, 0.3),
        trousers=darker(UMBER, 0.3),
        hem=10,
        head=Head(hair=GREY_HAIR, style="crop", glasses=True),
    )
    contact(p, 1490, 1012, 190)
    person(
        p, 1500, 1010, 510, engineer, replace(STAND, lean=3.0, near_hand=(0.72, 0.02), far_hand=(0.3, -0.8)), BROAD, -1
    )
    granny = Look(coat=mix(PLUM, VERMILION, 0.3), trousers=SLATE, scarf=GOLD, head=Head(hair=SILVER_HAIR, style="bun"))
    contact(p, 430, 1012, 230)
    chair(p, 430, 1010, 132, 1, mix(CLAY, GOLD, 0.3))
    person(p, 430, 1010, 492, granny, replace(SIT, tilt=0.0, near_hand=(0.7, -0.3), far_hand=(0.56, -0.62)), ELDER, 1)
    for x, tone, style, hair, wood, slats in (
        (700, DEEP_MOSS, "short", GREY_HAIR, UMBER, 3),
        (990, mix(DUSK, TEAL, 0.4), "bob", BLACK_HAIR, mix(DEEP_TEAL, SLATE, 0.4), 2),
        (1270, mix(SAND, CLAY, 0.5), "crop", SILVER_HAIR, CLAY, 4),
    ):
        look = Look(coat=tone, trousers=darker(tone, 0.5), head=Head(style=style, hair=hair))
        person(p, x, 1240, 560, look, replace(BACK, seat=32.0, legs=False), ELDER, 1, (x + 88, 1110), (x - 88, 1110))
        chair_back(p, x, 1250, 160, wood, slats)
