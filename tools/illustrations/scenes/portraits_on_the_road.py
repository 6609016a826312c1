"""Portraits of two who volunteer on two wheels: the village doctor and the rider."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import leafy_branch
from tools.illustrations.geometry import Point, blob, ellipse, ground, moved, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import house, skyline
from tools.illustrations.indoors import bars
from tools.illustrations.landscape import hills, mist, reflection
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    INK,
    LAMP,
    MIST,
    MOSS,
    NIGHT,
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
from tools.illustrations.poses import BROAD, CROUCH, SIT, VEST, Look
from tools.illustrations.wheels import motorbike, scooter


def luo_qiming(scale: float) -> Picture:
    """The village doctor on his motorbike, trowel in hand, the old mail bag behind him; stone steps climb the hill."""
    p = Picture(1200, 1500, 406, scale)
    p.shadow, p.depth = (44, 50, 46), 0.38
    p.sky(mix(MIST, TEAL, 0.35), mix(CREAM, MIST, 0.4))
    hills(p, (480, 600), (mix(TEAL, MIST, 0.5), mix(TEAL, MOSS, 0.35)), 90, 280)
    mist(p, 640, 130, PAPER, 0.5)
    p.cut(
        ground([(-40, 900), (400, 800), (820, 640), (1240, 520)], 1540),
        mix(MOSS, DEEP_MOSS, 0.3),
        mix(MOSS, SPROUT, 0.2),
        lift=9,
    )
    for k in range(15):
        x, y, w = 1130 - k * 44, 560 + k * 46, 96 + k * 13
        p.cut(
            blob([(x - w / 2, y), (x + w / 2, y - 4), (x + w / 2 + 5, y + 26 + k), (x - w / 2 - 5, y + 28 + k)], 0.2),
            mix(STEEL, SAND, 0.45 + 0.1 * (k % 2)),
            mix(STEEL, SLATE, 0.3),
            lift=5,
        )
    house(p, 70, 850, 250, 120, mix(SAND, CREAM, 0.4), SLATE, door=UMBER)
    leafy_branch(
        p, [(-40, 150), (180, 190), (380, 160), (560, 230)], 84, (DEEP_MOSS, MOSS, mix(MOSS, SPROUT, 0.5)), UMBER, 22
    )
    leafy_branch(p, [(-40, 40), (240, 60), (480, 40)], 84, (DEEP_MOSS, MOSS, mix(MOSS, SPROUT, 0.4)), UMBER, 18)
    p.cut(ground([(-40, 1240), (1240, 1226)], 1540), mix(SAND, CLAY, 0.3), mix(SAND, CLAY, 0.5), lift=9)
    contact(p, 600, 1392, 860, 0.4)
    motorbike(p, 590, 1386, 900, DEEP_TEAL)
    look = Look(
        coat=mix(PAPER, MIST, 0.3),
        trousers=DUSK,
        shoes=UMBER,
        vest=VEST,
        head=Head(style="short", skin=TAN, features=True),
    )
    pose = replace(SIT, seat=27.5, lean=4.0, tilt=2.0, near_foot=(0.26, 0.0), far_foot=(0.30, 0.0))
    person(p, 520, 1254, 960, look, pose, BROAD, 1, (760, 800), (748, 872), lambda a: _trowel(p, a.near_hand))
    _mail_bag(p, 276, 990)
    p.dusk(600, 780, 1150, (160, 156, 140), 0.42)
    return p


def _trowel(p: Picture, hand: Point) -> None:
    x, y = hand
    p.cut(ribbon([(x - 20, y + 34), (x + 10, y - 26)], [12, 11]), UMBER, lift=4)
    p.stroke([(x + 8, y - 22), (x + 20, y - 62), (x + 44, y - 70)], 8, STEEL, 3)
    p.cut(
        blob([(x + 34, y - 96), (x + 66, y - 80), (x + 142, y - 166), (x + 84, y - 160)], 0.24),
        lighter(STEEL, 0.35),
        STEEL,
        lift=6,
    )
    p.cut(
        blob([(x + 74, y - 110), (x + 104, y - 132), (x + 126, y - 156), (x + 92, y - 150)], 0.4),
        mix(STEEL, SAND, 0.6),
        lift=1,
    )


def _mail_bag(p: Picture, x: float, y: float) -> None:
    green = mix(DEEP_MOSS, DEEP_TEAL, 0.3)
    p.cut(ribbon([(x + 74, y - 60), (x + 96, y - 130)], [10, 9]), mix(UMBER, CLAY, 0.3), lift=4)
    p.cut(rectangle(x + 66, y - 162, 74, 40, 6), STEEL, lift=5)
    p.cut(
        blob(
            [
                (x - 100, y - 60),
                (x + 110, y - 70),
                (x + 130, y + 150),
                (x + 90, y + 196),
                (x - 90, y + 190),
                (x - 124, y + 140),
            ],
            0.24,
        ),
        green,
        darker(green, 0.18),
        lift=11,
    )
    p.cut(
        blob([(x - 108, y - 66), (x + 118, y - 76), (x + 122, y + 40), (x + 8, y + 84), (x - 112, y + 44)], 0.24),
        lighter(green, 0.1),
        green,
        lift=6,
    )
    for dx in (-56, 60):
        p.cut(rectangle(x + dx - 10, y - 70, 22, 200, 4), mix(UMBER, CLAY, 0.2), lift=3)
        p.cut(rectangle(x + dx - 16, y + 84, 34, 26, 4), GOLD, lift=2)


def jia_ming(scale: float) -> Picture:
    """A rider crouches by a manhole in the wet street, his scooter with the small mirror tied to its seat behind him."""
    p = Picture(1200, 1500, 407, scale)
    p.shadow, p.depth = (22, 26, 48), 0.42
    p.sky(mix(DUSK, NIGHT, 0.35), mix(DUSK, PLUM, 0.35), mix(ROSE, DUSK, 0.45))
    skyline(p, -40, 1240, 900, mix(DUSK, NIGHT, 0.4), 560, LAMP, 0.3, 150)
    for x, w, tone in ((-40, 420, DEEP_TEAL), (430, 380, mix(VERMILION, PLUM, 0.3)), (860, 420, mix(GOLD, UMBER, 0.4))):
        p.cut(rectangle(x, 640, w, 330), mix(SLATE, NIGHT, 0.3), lift=5)
        p.cut(rectangle(x + 26, 730, w - 52, 190, 3), mix(LAMP, AMBER, 0.35), mix(AMBER, CLAY, 0.3), lift=0, rim=0)
        p.glow(x + w / 2, 820, w * 0.55, LAMP, 0.35)
        bars(p, x + 26, 730, w - 52, 190, mix(SLATE, NIGHT, 0.4), 3, 1)
        for k in range(6):
            step = w / 6
            p.cut(
                blob(
                    [
                        (x + k * step, 650),
                        (x + (k + 1) * step, 650),
                        (x + (k + 1) * step, 716),
                        (x + (k + 0.5) * step, 736),
                        (x + k * step, 716),
                    ],
                    0.2,
                ),
                tone if k % 2 else lighter(tone, 0.3),
                lift=4,
            )
    p.cut(ground([(-40, 960), (1240, 960)], 1540), mix(SLATE, DUSK, 0.4), mix(SLATE, NIGHT, 0.35), lift=6)
    for x, tone in ((170, LAMP), (620, LAMP), (1060, AMBER)):
        reflection(p, x, 970, 1300, 110, tone, 0.5)
    contact(p, 650, 1190, 720, 0.4)
    _mirror(p, 396, 960)
    scooter(p, 660, 1190, 720, mix(TEAL, MIST, 0.4))
    p.cut(ellipse(880, 1390, 210, 54), darker(SLATE, 0.35), lift=3)
    lid = ellipse(880, 1384, 192, 47)
    p.cut(lid, STEEL, mix(STEEL, SLATE, 0.5), lift=3)
    with p.inside(lid):
        for k in range(-5, 6):
            p.thread([(880 + k * 36 - 26, 1336), (880 + k * 36 + 26, 1432)], 5, darker(SLATE, 0.2), 0.6)
            p.thread([(690, 1384 + k * 9), (1080, 1384 + k * 9)], 2.4, darker(SLATE, 0.2), 0.5)
    contact(p, 470, 1402, 420, 0.45)
    look = Look(
        coat=mix(GOLD, AMBER, 0.6),
        trousers=mix(SLATE, DUSK, 0.5),
        shoes=PAPER,
        head=Head(style="short", hat="cap", hat_colour=mix(GOLD, AMBER, 0.3), features=True),
    )
    pose = replace(CROUCH, lean=13.0, tilt=10.0)
    person(p, 470, 1396, 1060, look, pose, BROAD, 1, (786, 1322), (690, 1060), lambda a: _phone(p, a.far_hand))
    for _ in range(90):
        start, fall = (p.random.uniform(0, 1200), p.random.uniform(-20, 1480)), p.random.uniform(24, 60)
        p.thread([start, (start[0] - fall * 0.22, start[1] + fall)], 2, MIST, 0.28)
    p.dusk(580, 960, 1150, (90, 86, 120), 0.5)
    return p


def _phone(p: Picture, hand: Point) -> None:
    p.cut(moved(rectangle(-20, -56, 40, 92, 7), hand[0] + 10, hand[1] - 8, 1, 16), INK, lift=4)
    p.cut(moved(rectangle(-15, -48, 30, 74, 4), hand[0] + 10, hand[1] - 8, 1, 16), mix(TEAL, PAPER, 0.6), lift=0, rim=0)
    p.glow(hand[0] + 10, hand[1] - 20, 90, (200, 230, 240), 0.5)


def _mirror(p: Picture, x: float, y: float) -> None:
    p.stroke([(x, y), (x - 8, y - 80), (x - 40, y - 130)], 11, INK, 4)
    p.cut(ellipse(x - 62, y - 166, 62), INK, lift=7)
    p.cut(ellipse(x - 62, y - 166, 51), mix(MIST, PAPER, 0.3), mix(DUSK, MIST, 0.4), lift=1)
    p.veil(ribbon([(x - 96, y - 150), (x - 60, y - 204)], [9, 9]), (255, 255, 255), 0.6)
