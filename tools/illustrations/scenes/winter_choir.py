"""Snow: the choir of the old street."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import blob, ellipse, ground, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import house
from tools.illustrations.landscape import hills, snow_cap, snowfall
from tools.illustrations.palette import (
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
    PLUM,
    ROSE,
    SILVER_HAIR,
    SKIN,
    SLATE,
    SNOW,
    STEEL,
    TAN,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import BACK, CHILD, ELDER, FRONT, HOLD_FRONT, SLIM, Look
from tools.illustrations.props import open_book
from tools.illustrations.street import lantern
from tools.illustrations.trees import bare_tree

_COLD = mix(DUSK, MIST, 0.55)


def snow(scale: float) -> Picture:
    """Neighbours in scarves stand as a choir between snowy houses, the conductor's hands raised."""
    p = Picture(1800, 1200, 1220, scale)
    p.shadow, p.depth = (46, 56, 84), 0.36
    p.sky(mix(DUSK, STEEL, 0.4), _COLD, mix(MIST, CREAM, 0.4))
    hills(p, (430, 500), (mix(_COLD, SNOW, 0.3), mix(_COLD, SNOW, 0.5)), 50, 280)
    for x, y, w, h in ((520, 720, 260, 150), (780, 700, 230, 130), (1010, 716, 270, 150)):
        house(p, x, y, w, h, mix(CREAM, MIST, 0.3), SLATE, LAMP, True)
    house(p, -170, 860, 560, 320, CREAM, darker(SLATE, 0.1), LAMP, True, mix(UMBER, VERMILION, 0.2))
    house(p, 1410, 860, 560, 320, CREAM, darker(SLATE, 0.1), LAMP, True, mix(UMBER, VERMILION, 0.2))
    for x in (20, 330, 1470, 1780):
        lantern(p, x, 548, 36, 0.42, 12)
    p.cut(
        ground([(-40, 830), (500, 806), (1000, 790), (1300, 806), (1840, 834)], 1240),
        mix(SNOW, MIST, 0.5),
        SNOW,
        lift=8,
    )
    bare_tree(p, 440, 850, 620, mix(UMBER, SLATE, 0.5), 0.05, 5, 5, True)
    back_row = (
        (600, 410, Look(coat=DEEP_TEAL, scarf=GOLD, head=Head(hair=GREY_HAIR, style="crop", skin=TAN)), ELDER),
        (716, 424, Look(coat=PLUM, scarf=CREAM, head=Head(style="bob")), SLIM),
        (832, 436, Look(coat=SLATE, scarf=VERMILION, head=Head(style="short", hat="knit", hat_colour=DUSK)), ELDER),
        (948, 426, Look(coat=mix(CLAY, UMBER, 0.3), scarf=MIST, head=Head(hair=SILVER_HAIR, style="bun")), ELDER),
        (1064, 436, Look(coat=DUSK, scarf=VERMILION, head=Head(style="short", glasses=True)), SLIM),
        (1180, 412, Look(coat=DEEP_MOSS, scarf=ROSE, head=Head(hair=GREY_HAIR, style="bob")), ELDER),
    )
    for x, height, look, build in back_row:
        person(p, x, 966, height, replace(look, hem=17, trousers=darker(look.coat, 0.55)), FRONT, build)
    front_row = (
        (540, 400, Look(coat=mix(ROSE, CLAY, 0.4), scarf=DEEP_TEAL, head=Head(hair=SILVER_HAIR, style="bun")), ELDER),
        (
            662,
            416,
            Look(coat=mix(VERMILION, PLUM, 0.2), scarf=CREAM, head=Head(style="tail", hat="knit", hat_colour=CREAM)),
            SLIM,
        ),
        (776, 300, Look(coat=GOLD, scarf=VERMILION, head=Head(style="child")), CHILD),
        (
            1010,
            300,
            Look(coat=TEAL, scarf=VERMILION, head=Head(style="child", hat="knit", hat_colour=VERMILION)),
            CHILD,
        ),
        (1122, 420, Look(coat=mix(DUSK, PLUM, 0.4), scarf=GOLD, head=Head(hair=GREY_HAIR, style="crop")), ELDER),
        (1240, 404, Look(coat=CLAY, scarf=SLATE, head=Head(style="bob", hat="knit", hat_colour=PLUM)), SLIM),
    )
    p.veil(ellipse(900, 1040, 480, 34), p.shadow, 0.3, blur=14)
    for x, height, look, build in front_row:
        y = 1034
        shoulder = y - height * 0.6

        def book(_: object, x: float = x, y: float = shoulder, h: float = height) -> None:
            open_book(p, x, y + h * 0.005, h * 0.26, 0, DEEP_TEAL, False)

        reach = height * 0.09
        person(
            p,
            x,
            y,
            height,
            replace(look, hem=17, trousers=darker(look.coat, 0.6)),
            HOLD_FRONT,
            build,
            near_at=(x + reach, shoulder + height * 0.03),
            far_at=(x - reach, shoulder + height * 0.03),
            held=book,
        )
    contact(p, 900, 1160, 210, 0.4)
    conductor = Look(coat=darker(DUSK, 0.45), trousers=INK, scarf=None, hem=14, head=Head(style="short"))
    person(
        p, 900, 1158, 470, conductor, replace(BACK, near_bend=-1, far_bend=-1), near_at=(1040, 742), far_at=(762, 752)
    )
    p.cut(ribbon([(900 - 20, 789), (900 + 22, 789)], [14, 14]), VERMILION, lift=4)
    p.cut(ribbon([(914, 796), (924, 850), (918, 890)], [10, 11, 12], True, False), darker(VERMILION, 0.06), lift=4)
    p.thread([(1040, 736), (1078, 672)], 4, CREAM)
    p.cut(ground([(-40, 1120), (240, 1100), (520, 1170), (760, 1230)], 1260), SNOW, lift=10)
    p.cut(ground([(1080, 1240), (1340, 1172), (1600, 1104), (1840, 1120)], 1260), SNOW, lift=10)
    snowfall(
        p,
        420,
        7.0,
        [(x, 966 - h * 0.93, 46) for x, h, _, _ in back_row] + [(x, 1034 - h * 0.9, 44) for x, h, _, _ in front_row],
    )
    p.dusk(900, 700, 1500, (120, 130, 170), 0.5)
    p.glow(900, 640, 560, LAMP, 0.10)
    return p


def songbook(scale: float) -> Picture:
    """Two elders share one song book under a snowy eave."""
    p = Picture(1200, 1600, 1221, scale)
    p.shadow, p.depth = (46, 56, 84), 0.4
    p.sky(mix(DUSK, STEEL, 0.3), _COLD, mix(MIST, CREAM, 0.35))
    hills(p, (760, 840), (mix(_COLD, SNOW, 0.3), mix(_COLD, SNOW, 0.5)), 50, 280)
    house(p, -150, 1160, 520, 240, mix(CREAM, MIST, 0.2), SLATE, LAMP, True)
    house(p, 900, 1140, 560, 250, mix(CREAM, MIST, 0.2), SLATE, LAMP, True)
    p.cut(ground([(-40, 1130), (600, 1100), (1240, 1136)], 1640), SNOW, mix(SNOW, MIST, 0.4), lift=8)
    eave = blob([(-60, -40), (1260, -40), (1260, 190), (900, 250), (600, 262), (300, 250), (-60, 190)], 0.3)
    p.cut(eave, darker(SLATE, 0.12), lift=16)
    for k in range(15):
        x = -20 + k * 90
        p.cut(ellipse(x, 226 + 30 * (1 - ((k - 7) / 7) ** 2), 34, 26), SLATE, lift=5)
        p.cut(ellipse(x, 226 + 30 * (1 - ((k - 7) / 7) ** 2), 18, 13), darker(SLATE, 0.3), lift=1)
    p.cut(snow_cap([(-60, 120), (300, 172), (600, 184), (900, 172), (1260, 120)], 110), SNOW, lift=9)
    p.cut(rectangle(-40, -40, 1280, 190), SNOW, lift=0, rim=0)
    lantern(p, 1010, 250, 84, 0.4, 30)
    lantern(p, 170, 250, 66, 0.4, 24)
    old_man = Look(
        coat=DEEP_TEAL,
        hem=20,
        scarf=GOLD,
        head=Head(hair=GREY_HAIR, style="crop", skin=TAN, glasses=True, features=True),
    )
    old_woman = Look(
        coat=mix(PLUM, ROSE, 0.25), hem=20, scarf=VERMILION, head=Head(hair=SILVER_HAIR, style="bun", features=True)
    )
    pose = replace(
        HOLD_FRONT, view="side", over=False, tilt=13.0, lean=2.0, stoop=1.0, near_hand=(0.5, -0.6), far_hand=(0.5, -0.6)
    )
    person(p, 360, 2010, 1420, old_man, pose, ELDER, 1, near_at=(500, 1320), far_at=(560, 1330))
    person(p, 850, 2010, 1330, old_woman, pose, ELDER, -1, near_at=(716, 1330), far_at=(660, 1330))
    open_book(p, 606, 1290, 460, 0, DEEP_MOSS, True)
    for x, facing, skin in ((404, 1, TAN), (808, -1, SKIN)):
        p.cut(
            ribbon([(x - facing * 14, 1386), (x + facing * 20, 1340), (x + facing * 78, 1312)], [32, 28, 20]),
            skin,
            lift=8,
        )
    p.cut(ground([(-40, 1540), (300, 1500), (640, 1556), (1240, 1500)], 1660), SNOW, lift=14)
    snowfall(p, 300, 10.0, [(430, 800, 190), (790, 840, 190), (606, 1290, 250)])
    p.dusk(600, 1000, 1350, (120, 130, 170), 0.5)
    p.glow(610, 1120, 520, LAMP, 0.12)
    return p
