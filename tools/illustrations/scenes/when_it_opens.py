"""Nine in the evening: the box with the red heart hangs behind a locked glass door."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import leaf
from tools.illustrations.geometry import blob, ellipse, ground, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import skyline
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_MOSS,
    DUSK,
    GOLD,
    INK,
    LAMP,
    MIDNIGHT,
    MIST,
    MOSS,
    NIGHT,
    PAPER,
    SAND,
    SLATE,
    SPROUT,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import BACK, BROAD, Look
from tools.illustrations.street import lamp, lamp_pool
from tools.illustrations.wheels import bicycle


def locked_door(scale: float) -> Picture:
    """A cyclist in a helmet looks through the glass at the white box on the wall, close by and out of reach."""
    p = Picture(1800, 1200, 2211, scale)
    p.shadow, p.depth = (10, 14, 34), 0.44
    p.sky(MIDNIGHT, mix(NIGHT, DUSK, 0.25))
    skyline(p, -40, 1840, 640, mix(NIGHT, DUSK, 0.22), 560, LAMP, 0.16, 150)
    p.cut(rectangle(250, 96, 1600, 900), mix(SLATE, NIGHT, 0.35), mix(SLATE, NIGHT, 0.55), lift=12)
    _lobby(p)
    _doors(p)
    p.cut(ground([(-40, 972), (1840, 972)], 1240), mix(SLATE, NIGHT, 0.3), mix(SLATE, NIGHT, 0.55), lift=6)
    p.beam(
        polygon([(320, 974), (1760, 974), (1900, 1240), (120, 1240)]), (1000, 974), (1000, 1230), (236, 240, 214), 0.42
    )
    for x in (330, 620, 900, 1180, 1460, 1750):
        p.thread([(x, 976), (1000 + (x - 1000) * 1.3, 1210)], 2.4, darker(SLATE, 0.5), 0.45)
    bulb_at = lamp(p, 130, 1060, 720, 120, LAMP, darker(SLATE, 0.5))
    lamp_pool(p, bulb_at, 1070, 210)
    contact(p, 470, 1104, 420, 0.45)
    bicycle(p, 470, 1100, 500, mix(VERMILION, CLAY, 0.15))
    rider = Look(
        coat=mix(DUSK, NIGHT, 0.15),
        trousers=INK,
        vest=mix(GOLD, SPROUT, 0.35),
        shoes=PAPER,
        head=Head(style="short", hat="cap", hat_colour=PAPER),
    )
    contact(p, 1190, 1150, 260, 0.5)
    hand = replace(BACK, far_bend=-1)
    them = person(p, 1190, 1146, 700, rider, hand, BROAD, 1, near_at=(1330, 892), far_at=(968, 528))
    _helmet(p, *them.head)
    p.cut(rectangle(1316, 884, 44, 66, 6), INK, lift=4)
    p.cut(rectangle(1321, 890, 34, 52, 3), mix(TEAL, PAPER, 0.6), lift=0, rim=0)
    p.glow(1338, 916, 70, (200, 230, 240), 0.4)
    p.dusk(900, 640, 1300, (66, 76, 120), 0.55)
    return p


def _lobby(p: Picture) -> None:
    room = rectangle(320, 190, 1440, 782)
    p.cut(room, mix(CREAM, MIST, 0.35), mix(SAND, MIST, 0.5), lift=0, rim=0)
    with p.inside(room):
        for x in (520, 1040, 1560):
            p.cut(polygon([(x - 150, 214), (x + 150, 214), (x + 130, 232), (x - 130, 232)]), PAPER, lift=2, rim=0)
            p.glow(x, 226, 330, (255, 246, 214), 0.5)
        p.cut(
            polygon([(320, 830), (1760, 830), (1760, 980), (320, 980)]),
            mix(STEEL, SAND, 0.5),
            mix(STEEL, SAND, 0.2),
            lift=2,
        )
        p.cut(rectangle(1400, 690, 330, 190, 6), mix(UMBER, CLAY, 0.4), lift=6)
        p.cut(rectangle(1384, 672, 360, 26, 4), lighter(CLAY, 0.3), lift=5)
        p.cut(rectangle(1500, 600, 110, 72, 5), SLATE, lift=4)
        for x, h in ((400, 220), (1330, 180)):
            p.cut(polygon([(x - 36, 800), (x + 36, 800), (x + 26, 880), (x - 26, 880)]), CLAY, lift=4)
            for turn in (-150, -120, -95, -70, -42, -20):
                p.cut(
                    leaf(x, 806, h * p.random.uniform(0.7, 1.0), turn, 0.16),
                    mix(MOSS, DEEP_MOSS, p.random.random()),
                    lift=3,
                )
    p.glow(836, 480, 260, (255, 250, 230), 0.55)
    p.cut(rectangle(752, 384, 168, 200, 12), PAPER, mix(PAPER, MIST, 0.5), lift=10)
    p.cut(rectangle(768, 400, 136, 168, 8), mix(PAPER, MIST, 0.35), lift=2)
    x, y, s = 836, 476, 46
    heart = blob(
        [
            (x, y + s),
            (x - s * 0.72, y + s * 0.18),
            (x - s, y - s * 0.36),
            (x - s * 0.62, y - s * 0.86),
            (x - s * 0.14, y - s * 0.7),
            (x, y - s * 0.4),
            (x + s * 0.14, y - s * 0.7),
            (x + s * 0.62, y - s * 0.86),
            (x + s, y - s * 0.36),
            (x + s * 0.72, y + s * 0.18),
        ],
        0.42,
    )
    p.cut(heart, VERMILION, lift=4)
    p.cut(
        polygon([(x + 6, y - 30), (x - 18, y + 8), (x - 2, y + 8), (x - 8, y + 36), (x + 18, y - 6), (x + 2, y - 6)]),
        PAPER,
        lift=1,
        rim=0,
    )
    p.cut(ellipse(888, 552, 7), (120, 200, 120), lift=1, rim=0)


def _doors(p: Picture) -> None:
    frame = mix(SLATE, INK, 0.4)
    for x in (320, 690, 1004, 1318, 1752):
        p.cut(rectangle(x - 9, 186, 18, 790), frame, lift=6)
    p.cut(rectangle(310, 180, 1460, 18), frame, lift=6)
    p.cut(rectangle(310, 300, 1460, 12), frame, lift=4)
    p.cut(rectangle(310, 940, 1460, 34), frame, lift=5)
    for x, w in ((360, 60), (720, 90), (1360, 80)):
        p.veil(polygon([(x + 120, 312), (x + 120 + w, 312), (x - 60 + w, 938), (x - 60, 938)]), (255, 255, 255), 0.16)
    for x in (966, 1042):
        p.stroke([(x, 560), (x, 740)], 15, lighter(STEEL, 0.3), 5)
    p.stroke([(966, 640), (1004, 676), (1042, 640)], 9, STEEL, 4)
    p.cut(rectangle(982, 664, 44, 50, 6), GOLD, darker(GOLD, 0.2), lift=5)
    p.cut(ellipse(1004, 686, 6), INK, lift=0, rim=0)


def _helmet(p: Picture, x: float, y: float) -> None:
    shell = blob(
        [
            (x - 58, y + 8),
            (x - 54, y - 36),
            (x - 24, y - 70),
            (x + 24, y - 70),
            (x + 54, y - 36),
            (x + 58, y + 8),
            (x, y + 22),
        ],
        0.42,
    )
    p.cut(shell, PAPER, mix(PAPER, MIST, 0.5), lift=6)
    for dx in (-26, 0, 26):
        p.cut(ribbon([(x + dx * 0.5, y - 56), (x + dx * 1.2, y - 6)], [5, 9]), mix(SLATE, INK, 0.3), lift=0, rim=0)
    p.cut(rectangle(x - 16, y + 2, 32, 14, 6), VERMILION, lift=2)
    p.glow(x, y + 9, 30, (255, 90, 60), 0.4)
