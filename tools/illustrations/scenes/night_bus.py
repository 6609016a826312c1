"""Night: hot water at the bus terminus."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import leafy_branch, shrubs
from tools.illustrations.geometry import blob, ellipse, ground, minus, polygon, rectangle
from tools.illustrations.hands import cupping, forearm
from tools.illustrations.heads import Head
from tools.illustrations.houses import skyline
from tools.illustrations.landscape import disc, hills, stars
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_TEAL,
    DUSK,
    GOLD,
    INK,
    LAMP,
    MIDNIGHT,
    NIGHT,
    PAPER,
    PLUM,
    SKIN,
    SLATE,
    TAN,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import OFFER, STRIDE, VEST, Look
from tools.illustrations.street import bus, lamp, lamp_pool, table
from tools.illustrations.tableware import cup, steam, thermos
from tools.illustrations.trees import round_tree


def terminus(scale: float) -> Picture:
    """A driver takes a cup of hot water from a volunteer under the lamp, his bus standing lit behind them."""
    p = Picture(1800, 1200, 306, scale)
    p.shadow, p.depth = (6, 8, 22), 0.5
    p.sky(MIDNIGHT, NIGHT, mix(DUSK, NIGHT, 0.35))
    stars(p, 90, 480)
    disc(p, 300, 190, 46, CREAM, (150, 170, 220), 0.35)
    hills(p, (600, 650), (mix(NIGHT, DUSK, 0.35), mix(NIGHT, DUSK, 0.2)), 46, 300)
    skyline(p, 820, 1850, 860, mix(NIGHT, DUSK, 0.16), 330, LAMP, 0.24, 120)
    skyline(p, -40, 900, 840, mix(NIGHT, DUSK, 0.12), 240, LAMP, 0.2, 110)
    round_tree(p, 1010, 900, 330, mix(DEEP_TEAL, NIGHT, 0.45), darker(UMBER, 0.5))
    p.cut(ground([(-40, 872), (900, 868), (1840, 876)], 1240), mix(SLATE, NIGHT, 0.55), lift=5)
    bus(p, -340, 950, 1240, TEAL, True, (0.36, 0.50, 0.82))
    p.cut(ground([(-40, 1000), (700, 992), (1840, 1000)], 1240), mix(SLATE, CLAY, 0.25), mix(SLATE, NIGHT, 0.5), lift=8)
    p.thread([(-20, 1016), (700, 1008), (1820, 1016)], 4, GOLD, 0.5)
    bulb = lamp(p, 1640, 1040, 820, -270)
    lamp_pool(p, bulb, 1080, 430)
    contact(p, 1560, 1078, 330, 0.5)
    top = table(p, 1440, 1076, 250, 186, VERMILION, 0.5)
    thermos(p, 1500, top + 2, 150)
    for x in (1570, 1616, 1662):
        cup(p, x, top + 2, 36, PAPER, DUSK, 0)
    steam(p, 1570, top - 36, 90, 30, 2)
    driver = Look(coat=DUSK, trousers=darker(DUSK, 0.5), head=Head(hat="cap", hat_colour=darker(DUSK, 0.35), skin=TAN))
    helper = Look(coat=darker(SLATE, 0.1), trousers=darker(INK, 0.1), vest=VEST, scarf=CREAM, head=Head(style="tail"))
    meet = (1212, 832)
    contact(p, 1075, 1098, 190, 0.55)
    contact(p, 1345, 1098, 190, 0.55)
    person(
        p,
        1075,
        1096,
        430,
        driver,
        replace(OFFER, tilt=6.0),
        near_at=(meet[0] - 14, meet[1] + 8),
        far_at=(meet[0] - 8, meet[1]),
    )

    def mug(_: object) -> None:
        cup(p, meet[0], meet[1] + 16, 36, PAPER, DUSK, 0)
        steam(p, meet[0], meet[1] - 22, 120, 34, 2, 0.5)

    person(
        p,
        1345,
        1096,
        412,
        helper,
        replace(OFFER, tilt=4.0),
        facing=-1,
        near_at=(meet[0] + 14, meet[1] + 6),
        far_at=(meet[0] + 10, meet[1]),
        held=mug,
    )
    traveller = Look(coat=PLUM, trousers=INK, head=Head(style="bob"), hem=14)
    contact(p, 560, 1102, 170, 0.5)
    person(p, 560, 1104, 408, traveller, STRIDE, facing=-1)
    p.cut(minus(ellipse(603, 950, 20, 26), ellipse(603, 950, 14, 20)), darker(UMBER, 0.3), lift=2)
    p.cut(rectangle(566, 954, 74, 66, 10), UMBER, lift=4)
    p.dusk(1260, 800, 1250, (44, 52, 96), 0.72)
    p.glow(bulb[0], 860, 520, LAMP, 0.16)
    p.glow(300, 190, 240, (196, 202, 230), 0.34)
    leafy_branch(
        p,
        [(1840, 60), (1640, 96), (1430, 60), (1290, 104)],
        74,
        (mix(DEEP_TEAL, NIGHT, 0.6), mix(DEEP_TEAL, NIGHT, 0.4)),
        darker(UMBER, 0.6),
        14,
    )
    shrubs(p, -20, 420, 1220, 200, (mix(DEEP_TEAL, NIGHT, 0.75), mix(DEEP_TEAL, NIGHT, 0.55)))
    return p


def thermos_and_cup(scale: float) -> Picture:
    """Two hands around a steaming mug, the flask beside them, the bus outside the window."""
    p = Picture(1600, 1200, 307, scale)
    p.shadow, p.depth = (20, 12, 16), 0.42
    p.sky(mix(UMBER, NIGHT, 0.45), mix(CLAY, NIGHT, 0.3))
    frame = rectangle(250, 70, 1240, 640, 8)
    pane = rectangle(280, 100, 1180, 580, 4)
    p.cut(frame, darker(UMBER, 0.25), lift=8)
    with p.inside(pane):
        p.cut(pane, MIDNIGHT, mix(NIGHT, DUSK, 0.5), lift=0, rim=0)
        stars(p, 40, 420)
        skyline(p, 240, 1500, 600, mix(NIGHT, DUSK, 0.25), 230, LAMP, 0.25, 100)
        p.cut(ground([(240, 590), (1500, 586)], 720), mix(SLATE, NIGHT, 0.5), lift=4)
        bus(p, 640, 640, 640, TEAL, True, (0.36, 0.8))
        p.veil(polygon([(280, 100), (700, 100), (280, 560)]), (190, 205, 240), 0.08)
    p.cut(rectangle(862, 96, 16, 590), darker(UMBER, 0.2), lift=6)
    p.cut(rectangle(226, 690, 1290, 34, 6), UMBER, lift=9)
    p.glow(880, 420, 900, LAMP, 0.14)
    p.cut(ground([(-40, 872), (800, 866), (1640, 874)], 1260), CLAY, darker(CLAY, 0.22), lift=12)
    for y in (960, 1064, 1160):
        p.thread([(-20, y), (600, y - 6), (1640, y + 8)], 3, darker(UMBER, 0.2), 0.35)
    p.veil(blob([(250, 1040), (560, 1010), (760, 1060), (520, 1090)]), p.shadow, 0.4, blur=22)
    thermos(p, 430, 1046, 820)
    p.veil(blob([(210, 1060), (330, 1044), (360, 1066), (240, 1080)]), p.shadow, 0.4, blur=10)
    cup(p, 200, 1090, 170, PAPER, DEEP_TEAL, -1)
    p.veil(blob([(760, 1070), (1060, 1040), (1300, 1076), (1060, 1110)]), p.shadow, 0.45, blur=24)
    steam(p, 1010, 706, 470, 190, 4, 0.42)
    forearm(p, (560, 1330), (845, 985), 330, VERMILION, SKIN, 0.16, CREAM)
    forearm(p, (1560, 1330), (1178, 985), 330, VERMILION, SKIN, 0.16, CREAM)
    cup(p, 1010, 1068, 330, PAPER, DUSK, 0)
    cupping(p, 862, 902, 300, 1, SKIN, 0.46)
    cupping(p, 1158, 902, 300, -1, SKIN, 0.46)
    p.dusk(960, 760, 1150, (70, 50, 74), 0.55)
    p.glow(1010, 760, 430, LAMP, 0.16)
    return p
