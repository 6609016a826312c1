"""Portraits of an office and of a community, with the people who keep them."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import blob, ellipse, ground, polygon, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.houses import factory_bell, house
from tools.illustrations.indoors import planks
from tools.illustrations.landscape import disc
from tools.illustrations.palette import (
    AMBER,
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
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, BROAD, ELDER, FRONT, SLIM, WORK, Look
from tools.illustrations.stationery import sheet, shelf_of_books, stack
from tools.illustrations.tableware import seedling
from tools.illustrations.trees import round_tree
from tools.illustrations.wheels import bicycle, wheelchair


def tongtu(scale: float) -> Picture:
    """Two tables of different height in a small office without a doorstep; people standing and people in wheelchairs read one plan."""
    p = Picture(1200, 1500, 410, scale)
    p.shadow, p.depth = (54, 46, 40), 0.36
    p.sky(mix(CREAM, SAND, 0.25), mix(CREAM, SAND, 0.5))
    opening = rectangle(770, 300, 330, 830)
    p.cut(rectangle(746, 276, 378, 856, 4), mix(DEEP_TEAL, TEAL, 0.4), lift=7)
    p.cut(opening, mix(MIST, TEAL, 0.2), mix(CREAM, MIST, 0.3), lift=0, rim=0)
    with p.inside(opening):
        house(p, 720, 960, 260, 210, mix(SAND, CREAM, 0.5), SLATE, door=UMBER)
        house(p, 980, 970, 260, 230, mix(STEEL, CREAM, 0.6), SLATE, door=DEEP_TEAL)
        p.cut(rectangle(740, 950, 400, 240), mix(STEEL, SAND, 0.5), lift=3)
        round_tree(p, 830, 990, 260, mix(MOSS, SPROUT, 0.5), UMBER, 4)
    p.cut(rectangle(110, 196, 600, 18, 2), UMBER, lift=7)
    shelf_of_books(p, 130, 196, 380, 84, (mix(DUSK, PAPER, 0.3), CREAM, DEEP_TEAL, mix(VERMILION, CLAY, 0.3)))
    seedling(p, 640, 196, 74)
    for x, y, turn in ((170, 380, -2), (380, 350, 2), (590, 390, -1)):
        sheet(p, x, y, 170, 230, turn, mix(PAPER, MIST, 0.2), 0, 4)
        p.cut(
            polygon([(x - 66, y + 50), (x + 30, y + 14), (x + 66, y + 14), (x + 66, y + 50)]),
            mix(DUSK, PAPER, 0.55),
            lift=0,
            rim=0,
        )
        p.cut(rectangle(x - 66, y + 66, 132, 4), DUSK, lift=0, rim=0)
        p.cut(rectangle(x + 40, y - 50, 22, 62), mix(VERMILION, PAPER, 0.4), lift=0, rim=0)
        p.cut(ellipse(x, y - 100, 8), VERMILION, lift=2)
    for x in (130, 240, 350):
        p.cut(ellipse(x, 590, 8), UMBER, lift=2)
        p.cut(rectangle(x - 30, 606, 60, 62, 14), (VERMILION, GOLD, TEAL)[(x - 130) // 110], lift=5)
        p.cut(ellipse(x, 636, 15), CREAM, lift=1)
        p.cut(rectangle(x + 16, 664, 14, 70), AMBER, lift=2)
    p.cut(ground([(-40, 1124), (1240, 1124)], 1540), mix(CLAY, SAND, 0.45), mix(CLAY, UMBER, 0.2), lift=5)
    planks(p, 1126, 1500, 12, darker(UMBER, 0.1), (600, 500))
    _around_the_tables(p)
    p.dusk(600, 820, 1150, (176, 156, 134), 0.42)
    return p


def _around_the_tables(p: Picture) -> None:
    woman = Look(coat=mix(TEAL, MIST, 0.2), trousers=SLATE, hem=10, head=Head(style="tail", features=True))
    contact(p, 180, 1316, 230)
    person(p, 170, 1312, 800, woman, replace(WORK, tilt=20.0), SLIM, 1, (330, 950), (372, 960))
    _table(p, 240, 1330, 300, 350)
    p.cut(polygon([(260, 966), (500, 966), (528, 980), (246, 980)]), PAPER, lift=2)
    man = Look(
        coat=mix(SAND, CLAY, 0.4),
        trousers=DUSK,
        shoes=UMBER,
        hem=8,
        head=Head(hair=GREY_HAIR, style="short", glasses=True, features=True),
    )
    contact(p, 560, 1372, 240)
    person(
        p,
        550,
        1368,
        830,
        man,
        replace(WORK, lean=19.0, stoop=7.0, tilt=30.0, near_foot=(-0.1, 0.0), far_foot=(0.12, 0.0)),
        ADULT,
        1,
        (742, 1066),
        (772, 1062),
        lambda _: _plan(p, 812, 1074),
    )
    back = Look(
        coat=mix(PLUM, ROSE, 0.35), trousers=darker(DUSK, 0.3), scarf=CREAM, head=Head(style="bob", features=True)
    )
    contact(p, 990, 1412, 420, 0.4)
    _table(p, 610, 1404, 310, 276)
    p.cut(polygon([(630, 1116), (880, 1116), (906, 1134), (616, 1134)]), mix(PAPER, MIST, 0.2), lift=2)
    p.thread([(680, 1128), (740, 1120), (820, 1124)], 3, DUSK)
    wheelchair(p, 1010, 1410, 800, back, -1, (880, 1096), (856, 1084), SLIM, 12.0)


def _plan(p: Picture, x: float, y: float) -> None:
    sheet(p, x, y, 190, 128, -8, PAPER, 0, 4)
    p.thread([(x - 66, y + 36), (x + 20, y + 6), (x + 70, y)], 4, DUSK)
    p.thread([(x - 66, y + 36), (x + 74, y + 18), (x + 70, y)], 4, DUSK)


def _table(p: Picture, x: float, y: float, width: float, height: float) -> None:
    for dx in (16, width - 40):
        p.cut(rectangle(x + dx, y - height, 24, height, 2), darker(UMBER, 0.15), lift=5)
    p.cut(rectangle(x - 12, y - height - 14, width + 24, 30, 5), lighter(UMBER, 0.22), lift=8)


def jichuangchang(scale: float) -> Picture:
    """The factory bell under the canteen's eave and five old bookkeepers at their window, workshop roofs behind."""
    p = Picture(1200, 1500, 411, scale)
    p.shadow, p.depth = (54, 40, 34), 0.38
    p.sky(mix(DUSK, MIST, 0.6), mix(AMBER, CREAM, 0.6))
    disc(p, 240, 150, 52, mix(AMBER, CREAM, 0.3), (255, 232, 190), 0.5)
    for k in range(5):
        x = -60 + k * 270
        p.cut(
            polygon([(x, 330), (x + 60, 130), (x + 270, 250), (x + 270, 400), (x, 400)]),
            mix(STEEL, CLAY, 0.35),
            mix(STEEL, CLAY, 0.5),
            lift=7,
        )
        p.cut(polygon([(x + 10, 326), (x + 60, 156), (x + 78, 166), (x + 36, 326)]), mix(MIST, TEAL, 0.3), lift=1)
    p.cut(rectangle(930, 60, 54, 300, 3), mix(VERMILION, CLAY, 0.6), mix(VERMILION, UMBER, 0.5), lift=6)
    brick = mix(VERMILION, CLAY, 0.74)
    p.cut(rectangle(-40, 420, 1280, 1100), brick, darker(brick, 0.08), lift=10)
    for row in range(22):
        for column in range(9):
            if (row * 7 + column * 5) % 4 == 0:
                p.cut(
                    rectangle(column * 150 - 60 + (row % 2) * 75, 560 + row * 42, 140, 38, 2),
                    mix(brick, CREAM, 0.1 + 0.05 * (column % 2)),
                    lift=0.5,
                    rim=0.1,
                )
    p.cut(blob([(-60, 330), (1260, 330), (1290, 440), (-90, 440)], 0.08), SLATE, darker(SLATE, 0.2), lift=16)
    for k in range(36):
        p.thread([(-50 + k * 37, 334), (-66 + k * 37.8, 438)], 2.4, darker(SLATE, 0.4), 0.5)
    p.cut(rectangle(-40, 438, 1280, 26), darker(UMBER, 0.1), lift=8)
    factory_bell(p, 600, 462, 190)
    _window_of_five(p)
    for x in (90, 1090):
        seedling(p, x, 1440, 150)
    contact(p, 600, 1478, 560, 0.34)
    bicycle(p, 600, 1476, 560, DEEP_TEAL)
    p.dusk(600, 860, 1150, (170, 140, 116), 0.45)
    return p


def _window_of_five(p: Picture) -> None:
    room = rectangle(90, 700, 1020, 460, 2)
    p.cut(rectangle(62, 672, 1076, 510, 4), mix(DEEP_TEAL, TEAL, 0.35), lift=9)
    p.cut(room, mix(LAMP, CREAM, 0.4), mix(AMBER, SAND, 0.45), lift=0, rim=0)
    with p.inside(room):
        p.glow(600, 760, 520, LAMP, 0.4)
        faces = (
            (
                196,
                1530,
                820,
                Look(coat=DEEP_MOSS, head=Head(hair=GREY_HAIR, style="crop", glasses=True, features=True, skin=TAN)),
                ELDER,
            ),
            (
                398,
                1540,
                796,
                Look(coat=mix(ROSE, CLAY, 0.4), head=Head(hair=SILVER_HAIR, style="bun", features=True)),
                ELDER,
            ),
            (
                602,
                1534,
                820,
                Look(coat=mix(DUSK, PLUM, 0.35), head=Head(hair=GREY_HAIR, style="bob", glasses=True, features=True)),
                ELDER,
            ),
            (
                806,
                1536,
                830,
                Look(coat=SLATE, head=Head(hair=SILVER_HAIR, style="crop", features=True, skin=TAN)),
                BROAD,
            ),
            (
                1006,
                1544,
                790,
                Look(coat=mix(TEAL, MIST, 0.2), head=Head(hair=GREY_HAIR, style="bun", glasses=True, features=True)),
                ELDER,
            ),
        )
        for x, y, height, look, build in faces:
            person(p, x, y, height, look, FRONT, build, 1, (x + 82, 1300), (x - 82, 1300))
    p.cut(rectangle(40, 1150, 1120, 40, 5), lighter(UMBER, 0.2), lift=11)
    stack(p, 300, 1150, 110, [VERMILION, DEEP_TEAL, VERMILION, DUSK, VERMILION], 14)
    stack(p, 706, 1150, 110, [VERMILION, VERMILION, mix(CLAY, VERMILION, 0.3)], 14)
    stack(p, 906, 1150, 104, [VERMILION, DUSK, VERMILION, VERMILION, DEEP_TEAL, VERMILION, VERMILION], 14)
    p.cut(rectangle(438, 1106, 140, 48, 5), UMBER, lift=5)
    p.cut(rectangle(446, 1113, 124, 34, 3), mix(SAND, CREAM, 0.4), lift=0, rim=0)
    for k in range(7):
        p.thread([(456 + k * 17, 1112), (456 + k * 17, 1148)], 2, UMBER)
        for dy in (1120, 1134, 1142):
            p.cut(ellipse(456 + k * 17, dy - (k % 2) * 3, 6, 4), VERMILION if dy < 1130 else INK, lift=0.8, rim=0)
