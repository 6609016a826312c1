"""Dusk: the patrol on the river embankment."""

from __future__ import annotations

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import hanging_willow, shrubs
from tools.illustrations.geometry import blob, ellipse, ground, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import skyline
from tools.illustrations.landscape import cloud, disc, hills, reflection, ripples
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
    MOSS,
    NIGHT,
    PLUM,
    ROSE,
    SAND,
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
from tools.illustrations.poses import BROAD, SLIM, STRIDE, VEST, WALK, Look
from tools.illustrations.props import lifebuoy, torch
from tools.illustrations.street import lamp, railing

_GLOW = mix(AMBER, ROSE, 0.45)


def _evening(p: Picture, horizon: float, sun: tuple[float, float, float]) -> None:
    """Sky, far shore and water shared by both pictures; ``sun`` is x, y, radius."""
    p.sky(mix(DUSK, PLUM, 0.3), mix(ROSE, DUSK, 0.25), mix(_GLOW, CREAM, 0.2), mix(AMBER, CREAM, 0.3))
    x, y, r = sun
    disc(p, x, y, r, mix(VERMILION, AMBER, 0.5), (255, 190, 120), 0.75)
    for cx, cy, w, tone in ((x - 400, y - 170, 420, 0.3), (x + 400, y - 200, 340, 0.45), (x + 190, y + 16, 230, 0.2)):
        p.cut(cloud(cx, cy, w), mix(ROSE, _GLOW, tone), lift=4)
    hills(p, (horizon - 92, horizon - 50), (mix(PLUM, ROSE, 0.5), mix(PLUM, DUSK, 0.4)), 36, 260)
    skyline(p, p.width * 0.52, p.width + 60, horizon + 10, mix(PLUM, DUSK, 0.55), 190, LAMP, 0.28, 84)
    water = polygon([(-40, horizon), (p.width + 40, horizon), (p.width + 40, p.height), (-40, p.height)])
    p.cut(water, mix(_GLOW, ROSE, 0.4), mix(DUSK, PLUM, 0.35), lift=3)
    reflection(p, x, horizon + 6, horizon + 300, r * 1.15, (255, 214, 150), 0.85)
    ripples(p, 0, p.width, horizon + 8, horizon + 330, (255, 226, 190), 60, 0.35)
    ripples(p, 0, p.width, horizon + 30, horizon + 360, mix(DUSK, NIGHT, 0.4), 46, 0.35)


def embankment(scale: float) -> Picture:
    """Three volunteers in red vests walk the embankment, the sun going down behind the river."""
    p = Picture(1800, 1200, 918, scale)
    p.shadow, p.depth = (34, 22, 44), 0.42
    _evening(p, 640, (640, 545, 78))
    p.cut(
        blob([(1180, 790), (1220, 772), (1400, 776), (1450, 790), (1400, 812), (1230, 812)], 0.3),
        mix(NIGHT, PLUM, 0.3),
        lift=3,
    )
    p.cut(polygon([(1300, 774), (1300, 640), (1386, 760)]), mix(CREAM, ROSE, 0.4), lift=3)
    reflection(p, 1320, 818, 900, 70, mix(NIGHT, PLUM, 0.4), 0.4)
    p.cut(ground([(-40, 930), (900, 912), (1840, 890)], 1240), mix(CLAY, PLUM, 0.3), mix(CLAY, PLUM, 0.55), lift=10)
    railing(p, [(-40, 962), (900, 946), (1840, 922)], 116, 13, darker(mix(SLATE, PLUM, 0.3), 0.2))
    p.cut(ground([(-40, 984), (900, 966), (1840, 944)], 1240), mix(SAND, CLAY, 0.55), mix(CLAY, PLUM, 0.5), lift=6)
    lifebuoy(p, 330, 904, 48)
    bulb = lamp(p, 1470, 968, 640, -120, LAMP, darker(INK, 0.2))
    p.cut(
        ribbon([(1860, 1040), (1800, 760), (1830, 400), (1760, 120), (1800, -60)], [64, 44, 38, 30, 24], False, False),
        darker(UMBER, 0.35),
        lift=10,
    )
    hanging_willow(
        p, 1850, 1530, 660, (mix(DEEP_TEAL, PLUM, 0.4), mix(DEEP_MOSS, PLUM, 0.2), mix(MOSS, CLAY, 0.3)), 9, 40
    )
    walkers = (
        (
            830,
            1094,
            448,
            Look(coat=SLATE, trousers=darker(DUSK, 0.4), vest=VEST, head=Head(style="short", hat="cap")),
            STRIDE,
            BROAD,
        ),
        (1040, 1108, 430, Look(coat=darker(TEAL, 0.2), trousers=INK, vest=VEST, head=Head(style="tail")), WALK, SLIM),
        (
            1260,
            1098,
            452,
            Look(coat=DUSK, trousers=darker(UMBER, 0.4), vest=VEST, head=Head(hair=GREY_HAIR, style="crop", skin=TAN)),
            STRIDE,
            BROAD,
        ),
    )
    for x, y, height, look, pose, build in walkers:
        p.veil(polygon([(x - 60, y), (x + 60, y), (x + 330, y + 92), (x + 190, y + 100)]), p.shadow, 0.26, blur=12)
        contact(p, x, y + 2, 200, 0.4)
        them = person(p, x, y, height, look, pose, build, -1)
        if x == 830:
            torch(p, them.far_hand, (430, 1090), 26)
    shrubs(p, -30, 420, 1230, 230, (mix(DEEP_TEAL, NIGHT, 0.5), mix(DEEP_MOSS, PLUM, 0.25)))
    p.dusk(760, 640, 1450, (110, 70, 110), 0.6)
    p.glow(640, 560, 620, (255, 180, 110), 0.2)
    p.glow(*bulb, 200, LAMP, 0.3)
    return p


def lifebuoy_on_rail(scale: float) -> Picture:
    """A life ring on the railing, the river bend and the city in the last light."""
    p = Picture(1600, 1200, 919, scale)
    p.shadow, p.depth = (34, 22, 44), 0.44
    _evening(p, 560, (430, 470, 84))
    p.cut(
        ground([(-40, 1010), (300, 962), (700, 1010), (1000, 1080), (1300, 1130), (1700, 1150)], 1240),
        mix(DEEP_MOSS, PLUM, 0.35),
        mix(DEEP_MOSS, NIGHT, 0.4),
        lift=9,
    )
    p.cut(
        blob([(1180, 830), (1210, 806), (1440, 812), (1490, 830), (1430, 858), (1230, 858)], 0.3),
        mix(NIGHT, PLUM, 0.3),
        lift=3,
    )
    p.cut(polygon([(1320, 808), (1320, 742), (1400, 800)]), mix(CREAM, ROSE, 0.4), lift=3)
    reflection(p, 1330, 866, 950, 90, mix(NIGHT, PLUM, 0.4), 0.4)
    shrubs(p, -20, 520, 1230, 330, (mix(DEEP_TEAL, NIGHT, 0.45), mix(DEEP_MOSS, PLUM, 0.3)))
    iron = darker(mix(SLATE, PLUM, 0.3), 0.25)
    p.cut(ribbon([(-60, 700), (800, 690), (1660, 700)], [26, 26, 26]), iron, lift=12)
    p.cut(ribbon([(-60, 1010), (800, 1000), (1660, 1010)], [15, 15, 15]), iron, lift=9)
    for x in (120, 560, 1240, 1540):
        p.cut(rectangle(x, 650, 44, 600, 8), iron, lift=11)
        p.cut(ellipse(x + 22, 640, 32), lighter(iron, 0.1), lift=8)
    p.thread([(900, 560), (896, 690)], 8, CREAM)
    p.cut(rectangle(884, 664, 32, 60, 8), GOLD, lift=8)
    lifebuoy(p, 900, 900, 236)
    p.stroke([(1100, 1010), (1180, 1100), (1130, 1200), (1200, 1260)], 13, CREAM, 6)
    p.dusk(700, 620, 1250, (110, 70, 110), 0.55)
    p.glow(430, 480, 560, (255, 180, 110), 0.2)
    return p
