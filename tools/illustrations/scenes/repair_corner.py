"""Autumn daylight under an awning: the repair corner."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import leafy_branch, scatter_leaves
from tools.illustrations.geometry import blob, curve, ellipse, ground, polygon, rectangle, ribbon
from tools.illustrations.hands import forearm, gripping, laid
from tools.illustrations.heads import Head
from tools.illustrations.houses import house
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    GREY_HAIR,
    LAMP,
    MIST,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SILVER_HAIR,
    SKIN,
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
from tools.illustrations.poses import BROAD, CHILD, ELDER, OFFER, SIT, SLIM, STAND, VEST, Look
from tools.illustrations.street import bench as seat
from tools.illustrations.street import table
from tools.illustrations.tableware import cup
from tools.illustrations.trees import round_tree
from tools.illustrations.workshop import folded_umbrella, radio, rice_cooker, tools_on_wall


def bench(scale: float) -> Picture:
    """The repairman bends over a rice cooker; neighbours wait with their things, mended umbrellas hang in a row."""
    p = Picture(1800, 1200, 1105, scale)
    p.shadow, p.depth = (56, 40, 32), 0.36
    p.sky(mix(MIST, CREAM, 0.5), mix(CREAM, SAND, 0.3))
    round_tree(p, 1640, 820, 660, mix(GOLD, CLAY, 0.35), UMBER)
    house(p, 1180, 850, 420, 230, CREAM, SLATE, door=UMBER)
    house(p, 1610, 870, 320, 250, mix(CREAM, SAND, 0.4), SLATE, door=UMBER)
    p.cut(rectangle(-40, 180, 1150, 760), mix(SAND, CLAY, 0.32), mix(SAND, CLAY, 0.5), lift=9)
    for row in range(9):
        for k in range(11):
            if p.random.random() < 0.22:
                p.cut(
                    rectangle(-30 + k * 104 + (row % 2) * 52, 330 + row * 62, 96, 54, 3),
                    mix(SAND, CLAY, 0.45 + 0.2 * p.random.random()),
                    lift=0.8,
                    rim=0.1,
                )
    p.cut(rectangle(80, 430, 330, 24, 3), UMBER, lift=5)
    radio(p, 106, 430, 120, mix(UMBER, CLAY, 0.4))
    rice_cooker(p, 316, 430, 104, mix(TEAL, PAPER, 0.55))
    tools_on_wall(p, 90, 500, 320, ("hammer", "pliers", "saw", "wrench"))
    p.cut(ground([(-40, 930), (900, 920), (1840, 900)], 1240), mix(STEEL, SAND, 0.55), mix(SAND, STEEL, 0.3), lift=7)
    for k in range(7):
        p.thread([(-20 + k * 300, 1220), (300 + k * 210, 926)], 2.5, darker(SAND, 0.3), 0.3)
    p.thread([(440, 372), (780, 398), (1120, 366)], 4, UMBER)
    for k, tone in enumerate((VERMILION, DEEP_TEAL, GOLD, PLUM, DUSK)):
        x = 500 + k * 132
        folded_umbrella(p, x, 386 + 10 * math.sin(k), 250, tone)
    stripes = 9
    for k in range(stripes):
        x = -60 + k * 136
        tone = VERMILION if k % 2 else CREAM
        p.cut(
            blob([(x + 34, 130), (x + 170, 130), (x + 140, 306), (x + 72, 340), (x + 4, 306)], 0.16),
            tone,
            darker(tone, 0.06),
            lift=7,
        )
    p.cut(rectangle(-40, 112, 1226, 34, 6), UMBER, lift=8)
    p.cut(rectangle(1136, 140, 18, 800), UMBER, lift=7)
    contact(p, 700, 1104, 640, 0.3)
    seat(p, 390, 1096, 120, 118, UMBER)
    master = Look(coat=DUSK, trousers=SLATE, vest=VEST, head=Head(hair=GREY_HAIR, style="crop", skin=TAN, glasses=True))
    person(
        p,
        440,
        1100,
        480,
        master,
        replace(SIT, seat=29.0, lean=7.0, stoop=3.0, tilt=20.0, near_foot=(0.36, 0.0), far_foot=(0.42, 0.0)),
        BROAD,
        near_at=(640, 862),
        far_at=(690, 838),
    )
    top = table(p, 560, 1104, 480, 214, mix(DEEP_TEAL, TEAL, 0.35), 0.34, UMBER)
    rice_cooker(p, 730, top + 2, 150, CREAM, True)
    p.cut(ribbon([(652, 872), (684, 858), (712, 812)], [5, 4, 2.4]), GOLD, lift=2)
    for x, tone in ((850, VERMILION), (880, STEEL), (908, GOLD)):
        p.cut(ribbon([(x, top - 3), (x + 44, top - 6)], [5, 3]), tone, lift=2)
    cup(p, 1000, top + 2, 44, PAPER, DUSK)
    woman = Look(coat=mix(ROSE, CLAY, 0.3), trousers=PLUM, hem=14, head=Head(style="bob"))
    grandpa = Look(coat=DEEP_MOSS, trousers=SLATE, head=Head(hair=SILVER_HAIR, style="crop"))
    kid = Look(coat=GOLD, trousers=DUSK, head=Head(style="child"))

    contact(p, 1180, 1102, 190)
    contact(p, 1420, 1106, 190)
    contact(p, 1560, 1112, 140)
    waiting = person(
        p, 1190, 1100, 462, woman, replace(OFFER, tilt=6.0, near_hand=(0.66, -0.5), far_hand=(0.6, -0.42)), SLIM, -1
    )
    radio_at = waiting.near_hand
    radio(p, radio_at[0] - 92, radio_at[1] + 12, 100, CLAY)
    p.cut(ellipse(radio_at[0] - 2, radio_at[1] + 4, 15, 12), SKIN, lift=3)
    person(
        p,
        1420,
        1104,
        468,
        grandpa,
        replace(STAND, tilt=6.0, stoop=2.0, lean=4.0, far_hand=(0.3, -0.85), near_hand=(0.5, -0.7)),
        ELDER,
        -1,
        held=lambda a: folded_umbrella(p, a.near_hand[0], a.near_hand[1] - 8, 200, PLUM),
    )
    person(p, 1570, 1110, 306, kid, replace(STAND, near_hand=(0.5, -0.4), tilt=-6.0), CHILD, -1)
    for x, y in ((1640, 1150), (1500, 1180), (1290, 1160), (240, 1170), (980, 1182)):
        scatter_leaves(p, x, y, 60, 16, 3, 24, (GOLD, mix(GOLD, VERMILION, 0.4)))
    leafy_branch(
        p,
        [(1840, 60), (1660, 110), (1480, 92), (1360, 130)],
        84,
        (mix(GOLD, CLAY, 0.3), mix(GOLD, VERMILION, 0.35), GOLD),
        UMBER,
        12,
    )
    p.dusk(720, 720, 1450, (180, 150, 130), 0.4)
    return p


def umbrella_on_bench(scale: float) -> Picture:
    """An opened umbrella lies on the bench, two hands join its broken rib."""
    p = Picture(1600, 1200, 1106, scale)
    p.shadow, p.depth = (40, 26, 20), 0.42
    p.sky(mix(CLAY, UMBER, 0.25), mix(CLAY, UMBER, 0.5))
    for y in (180.0, 420.0, 660.0, 900.0, 1120.0):
        p.thread([(-20, y), (500, y + 8), (1100, y - 8), (1640, y + 4)], 3, darker(UMBER, 0.35), 0.45)
    p.glow(520, 160, 900, LAMP, 0.25)
    cx, cy, radius = 770, 470, 560
    count = 10
    tips = [
        (
            cx + math.cos(2 * math.pi * (k + 0.3) / count) * radius,
            cy + math.sin(2 * math.pi * (k + 0.3) / count) * radius * 0.86,
        )
        for k in range(count)
    ]
    p.veil(ellipse(cx + 20, cy + 40, radius * 0.98, radius * 0.84), p.shadow, 0.45, blur=34)
    for k in range(count):
        a, b = tips[k], tips[(k + 1) % count]
        mid = ((a[0] + b[0]) / 2 * 0.94 + cx * 0.06, (a[1] + b[1]) / 2 * 0.94 + cy * 0.06)
        pane = polygon([(cx, cy), *curve([a, mid, b], 8)])
        p.cut(
            pane,
            DEEP_TEAL if k % 2 else mix(DEEP_TEAL, TEAL, 0.4),
            darker(DEEP_TEAL, 0.15) if k % 2 else mix(DEEP_TEAL, TEAL, 0.25),
            lift=5,
            rim=0.15,
        )
    for k, tip in enumerate(tips):
        x, y = tip
        if k == 1:
            knee = (cx + (x - cx) * 0.52, cy + (y - cy) * 0.52)
            p.stroke([(cx, cy), knee], 9, STEEL, 5)
            p.stroke([(knee[0] + 22, knee[1] + 34), (x, y)], 9, STEEL, 5)
            continue
        p.stroke([(cx, cy), (x, y)], 9, STEEL, 5)
        mid = (cx + (x - cx) * 0.42, cy + (y - cy) * 0.42)
        p.cut(ellipse(*mid, 9), GOLD, lift=3)
        p.cut(ellipse(x, y, 11), CREAM, lift=3)
    p.stroke([(cx, cy), (cx - 90, cy - 190), (cx - 160, cy - 340)], 22, UMBER, 14)
    p.stroke(
        [(cx - 160, cy - 340), (cx - 196, cy - 410), (cx - 260, cy - 404), (cx - 266, cy - 340)],
        30,
        darker(UMBER, 0.1),
        14,
    )
    p.cut(ellipse(cx, cy, 40), GOLD, lift=8)
    p.cut(ellipse(cx, cy, 22), darker(UMBER, 0.2), lift=3)
    work = (cx + (tips[1][0] - cx) * 0.56, cy + (tips[1][1] - cy) * 0.56)
    forearm(p, (300, 1360), (work[0] - 330, work[1] + 190), 440, DUSK, TAN, 0.14)
    laid(p, (work[0] - 330, work[1] + 190), -30, 430, TAN, 1, 0.05, 0.01)
    grip = (work[0] + 300, work[1] + 250)
    for side in (-1, 1):
        p.cut(
            ribbon(
                [
                    (work[0] + 34, work[1] + 20),
                    (work[0] + 110 - side * 26, work[1] + 80 + side * 22),
                    (work[0] + 240 - side * 34, work[1] + 190 + side * 34),
                    (work[0] + 330 - side * 30, work[1] + 290 + side * 30),
                ],
                [10, 17, 19, 15],
            ),
            VERMILION,
            lift=8,
        )
    p.cut(
        blob(
            [
                (work[0] - 34, work[1] - 26),
                (work[0] + 18, work[1] - 18),
                (work[0] + 62, work[1] + 24),
                (work[0] + 52, work[1] + 50),
                (work[0] + 10, work[1] + 34),
                (work[0] - 22, work[1] + 4),
            ],
            0.4,
        ),
        STEEL,
        lift=6,
    )
    p.cut(ellipse(work[0] + 34, work[1] + 20, 13), darker(STEEL, 0.3), lift=2)
    forearm(p, (1420, 1400), grip, 440, DUSK, TAN, 0.14)
    gripping(p, grip, -142, 430, TAN, 1)
    for x, y, kind in ((1370.0, 250.0, GOLD), (1430.0, 330.0, VERMILION)):
        p.cut(ribbon([(x, y), (x + 120, y + 60)], [20, 17]), kind, lift=9)
        p.cut(ribbon([(x - 130, y - 64), (x, y)], [6, 7]), STEEL, lift=6)
    for k in range(5):
        p.cut(ellipse(1380 + (k % 3) * 54, 560 + (k // 3) * 44 + k * 6, 13), (GOLD, STEEL)[k % 2], lift=4)
    cup(p, 150, 330, 170, PAPER, DEEP_TEAL, -1)
    p.dusk(760, 600, 1250, (110, 76, 66), 0.6)
    return p
