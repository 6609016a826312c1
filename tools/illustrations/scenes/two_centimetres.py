"""The old street's doorsteps: a tape measure, a small wheel and a sill."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import leafy_branch
from tools.illustrations.geometry import blob, ellipse, ground, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.houses import house
from tools.illustrations.landscape import disc
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
    MIST,
    MOSS,
    PAPER,
    PLUM,
    ROSE,
    SAND,
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
from tools.illustrations.poses import ADULT, BROAD, CROUCH, SLIM, STAND, VEST, Look
from tools.illustrations.stationery import clipboard, sheet
from tools.illustrations.trees import round_tree
from tools.illustrations.wheels import wheelchair


def threshold(scale: float) -> Picture:
    """A doorway seen along the wall: the wheelchair's small wheel has met the sill, the carpenter measures it, a student writes."""
    p = Picture(1800, 1200, 2201, scale)
    p.shadow, p.depth = (52, 44, 44), 0.36
    p.sky(mix(MIST, TEAL, 0.2), mix(CREAM, ROSE, 0.22))
    disc(p, 520, 250, 62, lighter(GOLD, 0.6), (255, 236, 200), 0.5)
    _street(p)
    leafy_branch(
        p, [(-40, 60), (160, 130), (330, 120), (470, 190)], 66, (MOSS, mix(MOSS, SPROUT, 0.6), SPROUT), UMBER, 13
    )
    _shop(p)
    p.cut(ground([(-40, 985), (1840, 985)], 1260), mix(STEEL, SAND, 0.45), mix(STEEL, SAND, 0.2), lift=5)
    for x in range(-200, 900, 150):
        p.thread([(x + 160, 990), (x - 60, 1210)], 2.4, darker(STEEL, 0.3), 0.45)
    for y in (1040, 1116):
        p.thread([(-20, y), (850, y)], 2.4, darker(STEEL, 0.3), 0.4)
    p.cut(rectangle(930, 985, 920, 230), mix(CLAY, UMBER, 0.4), mix(CLAY, UMBER, 0.6), lift=2)
    for y in (1030, 1092, 1170):
        p.thread([(930, y), (1840, y)], 2.6, darker(UMBER, 0.35), 0.5)
    student = Look(
        coat=mix(TEAL, MIST, 0.35), trousers=DUSK, hem=7, shoes=PAPER, head=Head(style="short", glasses=True)
    )
    contact(p, 360, 1022, 200)
    person(
        p,
        350,
        1020,
        660,
        student,
        replace(STAND, tilt=16.0, lean=3.0),
        ADULT,
        1,
        (450, 650),
        (478, 676),
        lambda _: clipboard(p, 476, 632, 118, 14),
    )
    p.cut(
        blob([(836, 985), (846, 962), (926, 962), (936, 985), (936, 1000), (836, 1000)], 0.3),
        mix(GOLD, STEEL, 0.35),
        mix(GOLD, UMBER, 0.3),
        lift=5,
    )
    p.thread([(846, 966), (926, 966)], 3, lighter(GOLD, 0.6), 0.9)
    contact(p, 720, 1004, 420, 0.34)
    rider = Look(
        coat=mix(PLUM, ROSE, 0.35), trousers=darker(DUSK, 0.35), shoes=INK, scarf=CREAM, head=Head(style="bob")
    )
    wheelchair(
        p,
        700,
        1000,
        640,
        rider,
        1,
        (818, 792),
        (826, 780),
        SLIM,
        14.0,
        lambda _: sheet(p, 836, 784, 120, 84, 10, PAPER, 4),
    )
    carpenter = Look(
        coat=DUSK,
        trousers=SLATE,
        vest=VEST,
        shoes=UMBER,
        head=Head(hair=GREY_HAIR, style="crop", skin=TAN, glasses=True),
    )
    contact(p, 1130, 1008, 260, 0.34)
    p.cut(rectangle(942, 888, 17, 112, 1), AMBER, lift=2)
    for k in range(14):
        p.thread([(942, 996 - k * 8), (949 if k % 2 else 954, 996 - k * 8)], 1.4, INK)
    them = person(
        p, 1140, 1004, 640, carpenter, replace(CROUCH, lean=18.0, tilt=20.0), BROAD, -1, (966, 882), (968, 896)
    )
    p.cut(rectangle(930, 858, 44, 44, 10), VERMILION, lift=5)
    p.cut(ellipse(952, 880, 12), CREAM, lift=1)
    p.cut(ellipse(972, 886, 17, 13), TAN, lift=2)
    p.stroke([(them.head[0] + 34, them.head[1] + 8), (them.head[0] - 16, them.head[1] - 10)], 7, GOLD, 2)
    p.cut(ellipse(them.head[0] + 8, them.head[1] + 6, 8, 13), darker(TAN, 0.12), lift=1)
    p.dusk(880, 760, 1400, (196, 170, 150), 0.4)
    return p


def _street(p: Picture) -> None:
    for x, w, h, tone in (
        (-120, 330, 250, mix(STEEL, CREAM, 0.6)),
        (230, 290, 230, mix(SAND, CREAM, 0.4)),
        (540, 330, 260, mix(STEEL, CREAM, 0.5)),
    ):
        house(p, x, 990, w, h, tone, SLATE, door=mix(DEEP_TEAL, UMBER, 0.4), windows=2, lift=5)
    round_tree(p, 226, 984, 330, mix(MOSS, SPROUT, 0.6), UMBER, 4)


def _shop(p: Picture) -> None:
    p.cut(rectangle(880, 120, 960, 880), mix(SAND, CREAM, 0.35), mix(SAND, AMBER, 0.25), lift=8)
    p.glow(1420, 330, 520, LAMP, 0.3)
    for y in (400, 570, 740):
        p.cut(rectangle(1220, y, 560, 16, 2), UMBER, lift=6)
    pots = (
        (1270, 400, 60, 90),
        (1370, 400, 44, 120),
        (1480, 400, 76, 62),
        (1600, 400, 52, 104),
        (1706, 400, 66, 80),
        (1300, 570, 80, 56),
        (1420, 570, 50, 110),
        (1530, 570, 70, 76),
        (1640, 570, 46, 116),
        (1730, 570, 60, 66),
        (1340, 740, 60, 92),
        (1460, 740, 84, 58),
        (1590, 740, 54, 112),
        (1710, 740, 70, 80),
    )
    for index, (x, y, w, h) in enumerate(pots):
        tone = (mix(DUSK, PAPER, 0.3), PAPER, mix(TEAL, PAPER, 0.4), mix(CLAY, CREAM, 0.3))[index % 4]
        p.cut(
            blob(
                [
                    (x - w * 0.2, y - h),
                    (x + w * 0.2, y - h),
                    (x + w * 0.16, y - h * 0.82),
                    (x + w / 2, y - h * 0.5),
                    (x + w * 0.26, y),
                    (x - w * 0.26, y),
                    (x - w / 2, y - h * 0.5),
                    (x - w * 0.16, y - h * 0.82),
                ],
                0.4,
            ),
            tone,
            darker(tone, 0.12),
            lift=4,
        )
        p.thread(
            [(x - w * 0.42, y - h * 0.54), (x, y - h * 0.5), (x + w * 0.42, y - h * 0.54)],
            3,
            DUSK if index % 2 else VERMILION,
            0.7,
        )
    p.cut(rectangle(862, 180, 54, 800), mix(UMBER, VERMILION, 0.25), darker(UMBER, 0.2), lift=9)
    p.cut(
        blob([(640, 150), (760, 92), (1840, 40), (1840, 190), (760, 192), (646, 174)], 0.16),
        SLATE,
        darker(SLATE, 0.2),
        lift=12,
    )
    for k in range(24):
        p.thread([(760 + k * 48, 92 - k * 2.1), (750 + k * 48, 190)], 2, darker(SLATE, 0.4), 0.6)
    p.cut(rectangle(640, 178, 1200, 22, 3), darker(UMBER, 0.2), lift=6)
    p.cut(rectangle(872, 640, 34, 50, 4), CREAM, lift=4)
    p.cut(blob([(876, 676), (880, 652), (889, 646), (898, 652), (902, 676)], 0.4), GOLD, lift=3)
    p.cut(ellipse(889, 680, 5), UMBER, lift=1)
