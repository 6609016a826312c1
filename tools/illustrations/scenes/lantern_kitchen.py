"""Lantern festival: rice balls in the community kitchen."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import person
from tools.illustrations.geometry import blob, ellipse, ground, rectangle, ribbon
from tools.illustrations.hands import forearm
from tools.illustrations.heads import Head
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    GREY_HAIR,
    LAMP,
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
from tools.illustrations.poses import ADULT, BACK, CHILD, ELDER, HOLD_FRONT, VEST, WORK, Look
from tools.illustrations.street import lantern, string_of_lanterns
from tools.illustrations.tableware import bowl, pot, steam


def kitchen(scale: float) -> Picture:
    """Volunteers and elders round a long table shaping rice balls, lanterns above, the big pot steaming."""
    p = Picture(1800, 1200, 304, scale)
    p.shadow, p.depth = (48, 24, 18), 0.36
    p.sky(mix(SAND, GOLD, 0.25), mix(SAND, AMBER, 0.3))
    for column in range(18):
        for row in range(4):
            x, y = column * 118 - 138, 590 + row * 84
            p.cut(
                rectangle(x + (row % 2) * 59, y, 114, 80, 3),
                mix(SAND, CREAM, 0.25 + 0.12 * ((column * 7 + row * 3) % 3)),
                lift=1.2,
                rim=0.1,
            )
    window = rectangle(640, 140, 520, 330, 6)
    p.cut(rectangle(612, 112, 576, 386, 8), darker(UMBER, 0.15), lift=8)
    with p.inside(window):
        p.cut(window, NIGHT, mix(DUSK, NIGHT, 0.4), lift=0, rim=0)
        p.glow(900, 240, 220, (210, 215, 240), 0.35)
        p.cut(ellipse(900, 240, 62), CREAM, lift=2)
        for x, w, h in ((650, 120, 130), (780, 90, 180), (1010, 150, 150)):
            p.cut(rectangle(x, 480 - h, w, h), mix(NIGHT, DUSK, 0.45), lift=3)
            for k in range(4):
                p.veil(
                    rectangle(x + 14 + (k % 2) * 40, 496 - h + (k // 2) * 40, 18, 16),
                    LAMP,
                    0.9 if (k + w) % 3 else 0.15,
                )
    for x in (806, 984):
        p.cut(rectangle(x, 136, 9, 338), darker(UMBER, 0.1), lift=4)
    p.cut(rectangle(610, 300, 580, 9), darker(UMBER, 0.1), lift=4)
    for x0, y0 in ((96, 330), (1290, 330)):
        p.cut(rectangle(x0, y0, 400, 14, 3), UMBER, lift=7)
        for k in range(5):
            if (k + x0) % 3:
                bowl(p, x0 + 50 + k * 76, y0, 66, PAPER if k % 2 else mix(TEAL, PAPER, 0.6), DUSK)
            else:
                p.cut(rectangle(x0 + 26 + k * 76, y0 - 74, 48, 74, 10), (CLAY, DEEP_TEAL, GOLD)[k % 3], lift=4)
                p.cut(rectangle(x0 + 32 + k * 76, y0 - 84, 36, 14, 4), UMBER, lift=2)
    p.cut(rectangle(1440, 700, 420, 400, 4), mix(SAND, CLAY, 0.5), lift=8)
    p.cut(rectangle(1424, 686, 460, 26, 4), SLATE, lift=6)
    pot(p, 1650, 688, 260)
    steam(p, 1650, 520, 380, 220, 4, 0.4)
    p.cut(ground([(-40, 1010), (1840, 1010)], 1240), mix(UMBER, CLAY, 0.4), mix(UMBER, CLAY, 0.2), lift=6)
    people = (
        (250, 590, Look(coat=DUSK, apron=CREAM, head=Head(hair=GREY_HAIR, style="crop", skin=TAN)), ELDER, 1),
        (520, 560, Look(coat=mix(PLUM, ROSE, 0.3), head=Head(hair=SILVER_HAIR, style="bun")), ELDER, 1),
        (1200, 570, Look(coat=DEEP_MOSS, head=Head(hair=GREY_HAIR, style="bob")), ELDER, -1),
        (1480, 610, Look(coat=TEAL, apron=CREAM, head=Head(hat="chef", hat_colour=PAPER)), ADULT, -1),
    )
    for x, height, look, build, facing in people:
        person(
            p,
            x,
            1230,
            height,
            look,
            replace(WORK, tilt=18.0),
            build,
            facing,
            near_at=(x + facing * 128, 938),
            far_at=(x + facing * 160, 930),
        )
    person(
        p,
        780,
        1234,
        620,
        Look(coat=SLATE, vest=VEST, head=Head(style="tail")),
        HOLD_FRONT,
        near_at=(858, 936),
        far_at=(702, 936),
    )
    person(
        p,
        985,
        1226,
        470,
        Look(coat=GOLD, head=Head(style="child")),
        HOLD_FRONT,
        CHILD,
        near_at=(1012, 932),
        far_at=(958, 932),
    )
    p.cut(blob([(60, 946), (1700, 946), (1790, 1030), (-30, 1030)], 0.08), lighter(CLAY, 0.3), CLAY, lift=12)
    p.cut(rectangle(-40, 1030, 1840, 34), darker(CLAY, 0.16), lift=6)
    p.cut(rectangle(-40, 1062, 1880, 180), darker(DEEP_TEAL, 0.1), darker(DEEP_TEAL, 0.3), lift=3)
    for k in range(16):
        p.thread([(k * 124 - 30, 1066), (k * 124 - 34, 1210)], 3, darker(DEEP_TEAL, 0.5), 0.35)
    p.veil(ellipse(640, 990, 300, 30), PAPER, 0.5, blur=12)
    for cx, columns in ((400, 5), (830, 7), (1270, 5)):
        wide = columns * 25 + 60
        p.cut(ellipse(cx, 994, wide, 34), mix(GOLD, UMBER, 0.35), lift=5)
        p.cut(ellipse(cx, 989, wide - 14, 27), mix(GOLD, CREAM, 0.55), lift=1)
        for row in range(2):
            for k in range(columns):
                bx = cx + (k - (columns - 1) / 2) * 46 + row * 16 - 8
                p.cut(ellipse(bx, 978 + row * 20, 16.5, 15.5), PAPER, lift=2.5, rim=0.3)
    bowl(p, 1060, 1022, 104, PAPER, VERMILION, 3)
    steam(p, 1060, 960, 120, 60, 2, 0.4)
    for x, look in (
        (110, Look(coat=mix(VERMILION, PLUM, 0.35), head=Head(hair=SILVER_HAIR, style="bun"))),
        (1690, Look(coat=mix(DUSK, NIGHT, 0.3), head=Head(hair=GREY_HAIR, style="crop"))),
    ):
        person(p, x, 1560, 720, look, BACK, ELDER, near_at=(x + 150, 1180), far_at=(x - 150, 1180))
    string_of_lanterns(p, [(-40, 40), (420, 118), (900, 66), (1380, 118), (1840, 40)], 7, 54, 0.34)
    p.dusk(860, 760, 1260, (120, 70, 54), 0.6)
    return p


def bowl_of_rice_balls(scale: float) -> Picture:
    """Two hands carry a steaming bowl of rice balls; lantern light behind."""
    p = Picture(1600, 1200, 305, scale)
    p.shadow, p.depth = (40, 16, 14), 0.42
    p.sky(mix(PLUM, NIGHT, 0.35), mix(VERMILION, NIGHT, 0.45))
    p.glow(1180, 250, 720, (255, 140, 80), 0.42)
    p.glow(300, 130, 460, (255, 140, 80), 0.3)
    lantern(p, 330, -40, 128, 0.4, 50, 8)
    lantern(p, 1180, -60, 210, 0.5, 90, 10)
    lantern(p, 720, -60, 84, 0.4, 50, 8)
    p.cut(ground([(-40, 860), (800, 852), (1640, 862)], 1260), mix(UMBER, CLAY, 0.55), UMBER, lift=12)
    for y in (950, 1070):
        p.thread([(-20, y), (700, y - 8), (1640, y + 6)], 3, darker(UMBER, 0.3), 0.4)
    p.veil(ellipse(830, 1090, 480, 70), p.shadow, 0.5, blur=30)
    steam(p, 800, 640, 520, 400, 4, 0.26)
    forearm(p, (150, 1330), (470, 930), 370, mix(PLUM, ROSE, 0.4), TAN, 0.12)
    forearm(p, (1450, 1330), (1130, 930), 370, mix(PLUM, ROSE, 0.4), TAN, 0.12)
    for facing, x in ((1, 452), (-1, 1148)):
        p.cut(
            blob(
                [
                    (x - facing * 30, 960),
                    (x - facing * 56, 850),
                    (x - facing * 10, 742),
                    (x + facing * 90, 800),
                    (x + facing * 250, 1010),
                    (x + facing * 120, 1050),
                ]
            ),
            darker(TAN, 0.08),
            lift=10,
        )
    bowl(p, 800, 1072, 760, PAPER, VERMILION, 7)
    for facing, x in ((1, 452), (-1, 1148)):
        for k, length in enumerate((1.0, 1.05, 0.98, 0.8)):
            sx, sy = x + facing * (6 + k * 30), 846 + k * 50
            tip = (sx + facing * 176 * length, sy + 36 + k * 7)
            p.cut(
                ribbon([(sx - facing * 28, sy), (sx + facing * 60, sy - 2), tip], [26, 25, 20]),
                TAN if k % 2 else lighter(TAN, 0.06),
                lift=8,
            )
            p.cut(ellipse(tip[0] - facing * 3, tip[1] - 2, 11), lighter(TAN, 0.32), lift=0, rim=0)
        p.cut(
            ribbon(
                [(x - facing * 30, 880), (x - facing * 14, 770), (x + facing * 40, 700), (x + facing * 106, 676)],
                [34, 31, 25, 20],
            ),
            TAN,
            lift=8,
        )
    p.dusk(820, 700, 1200, (90, 40, 40), 0.6)
    p.glow(800, 700, 480, (255, 190, 120), 0.14)
    return p
