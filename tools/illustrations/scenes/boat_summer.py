"""A summer of the little river-cleaning boat: the girl keeps the book on the pontoon."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import ellipse, ground, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import skyline
from tools.illustrations.landscape import cloud, hills, ripples
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_TEAL,
    DUSK,
    GOLD,
    INK,
    MIST,
    PAPER,
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
from tools.illustrations.poses import BROAD, CHILD, ELDER, OFFER, STAND, Look
from tools.illustrations.riverside import far_bridge, foam_box, landing_net, platform_scale, rowing_boat
from tools.illustrations.stationery import clipboard


def pontoon(scale: float) -> Picture:
    """A girl in a life jacket writes beside the scale; out on the water her grandfather rows and her father nets foam boxes."""
    p = Picture(1800, 1200, 2203, scale)
    p.shadow, p.depth = (28, 60, 70), 0.34
    p.sky((150, 198, 208), mix(MIST, PAPER, 0.5))
    for x, y, w in ((420, 150, 360), (1240, 220, 300), (1660, 120, 240)):
        p.cut(cloud(x, y, w), PAPER, lift=4)
    hills(p, (420,), (mix(TEAL, MIST, 0.45),), 50, 260)
    skyline(p, 1080, 1840, 520, mix(MIST, DUSK, 0.3), 190, None, 0.0, 84)
    far_bridge(p, 420, 1110, 486, 150, mix(SLATE, DUSK, 0.4))
    p.cut(ground([(-40, 516), (1840, 510)], 1240), mix(TEAL, (110, 170, 176), 0.5), mix(DEEP_TEAL, TEAL, 0.5), lift=4)
    ripples(p, 0, 1800, 530, 1160, lighter(MIST, 0.5), 90, 0.5, 110)
    _boat(p)
    deck = polygon([(-40, 790), (760, 790), (880, 1010), (-40, 1010)])
    p.cut(
        polygon([(-40, 1000), (880, 1000), (860, 1090), (-40, 1090)]), darker(SLATE, 0.2), darker(SLATE, 0.45), lift=8
    )
    for x in (60, 330, 600):
        p.cut(ellipse(x, 1060, 54), INK, lift=4)
        p.cut(ellipse(x, 1060, 24), SLATE, lift=2)
    p.cut(deck, mix(SAND, CLAY, 0.3), mix(SAND, CLAY, 0.5), lift=6)
    with p.inside(deck):
        for y in (832, 880, 938):
            p.thread([(-40, y), (900, y)], 3, UMBER, 0.45)
    boxes = ((70, 880), (206, 884), (112, 806), (214, 800), (92, 726), (200, 722), (140, 648), (150, 570))
    p.veil(ellipse(160, 890, 180, 26), p.shadow, 0.4, blur=12)
    for index, (x, y) in enumerate(boxes):
        foam_box(p, x, y, 128, p.random.uniform(-4, 4), True, DUSK if index % 4 != 3 else VERMILION)
    p.cut(rectangle(680, 742, 44, 100, 8), SLATE, darker(SLATE, 0.2), lift=6)
    p.cut(ellipse(702, 742, 36, 14), SLATE, lift=4)
    p.stroke([(702, 786), (900, 866), (1060, 862)], 8, CREAM, 3)
    top = platform_scale(p, 372, 950, 300)
    foam_box(p, top[0], top[1], 120, 0, False, DUSK)
    contact(p, 560, 968, 180)
    girl = Look(coat=CREAM, trousers=DUSK, vest=(226, 112, 44), hem=4, shoes=VERMILION, head=Head(style="tail"))
    person(
        p,
        560,
        962,
        400,
        girl,
        replace(STAND, tilt=16.0, lean=2.5),
        CHILD,
        1,
        (626, 744),
        (642, 752),
        lambda _: clipboard(p, 640, 734, 92, 16),
    )
    p.dusk(820, 700, 1450, (170, 196, 190), 0.35)
    return p


def _boat(p: Picture) -> None:
    p.veil(ellipse(1330, 880, 430, 30), p.shadow, 0.35, blur=16)
    for x, y, turn in ((985, 800, -8), (1120, 930, 6), (1700, 660, 4), (840, 640, -5)):
        foam_box(p, x, y, 96 if y > 700 else 58, turn, y > 900, DUSK)
        p.veil(ellipse(x, y - 3, 62 if y > 700 else 38, 9), lighter(TEAL, 0.25), 0.9)
    father = Look(coat=mix(MIST, PAPER, 0.4), trousers=SLATE, vest=(226, 112, 44), head=Head(style="short", skin=TAN))
    grandpa = Look(
        coat=mix(DUSK, SLATE, 0.3),
        trousers=darker(UMBER, 0.2),
        vest=(226, 112, 44),
        head=Head(hair=SILVER_HAIR, style="crop", skin=TAN, hat="cap", hat_colour=mix(SAND, GOLD, 0.4)),
    )
    person(
        p,
        1490,
        838,
        420,
        grandpa,
        replace(STAND, lean=5.0, tilt=6.0, near_foot=(-0.14, 0.0), far_foot=(0.2, 0.0)),
        ELDER,
        -1,
        (1412, 616),
        (1440, 636),
        lambda _: _oar(p),
    )
    net = ((1206, 572), (1112, 628))
    person(
        p,
        1210,
        838,
        440,
        father,
        replace(OFFER, lean=10.0, tilt=16.0, near_foot=(-0.2, 0.0), far_foot=(0.2, 0.0)),
        BROAD,
        -1,
        (1118, 618),
        (1186, 590),
        lambda _: landing_net(p, net, (1000, 788), 130),
    )
    rowing_boat(p, 1350, 868, 640, mix(CLAY, VERMILION, 0.15))
    ripples(p, 1040, 1700, 892, 930, lighter(MIST, 0.5), 16, 0.6, 80)


def _oar(p: Picture) -> None:
    p.cut(ribbon([(1398, 590), (1540, 722), (1676, 850)], [5, 5, 5]), UMBER, lift=4)
    p.cut(ribbon([(1656, 830), (1704, 878), (1734, 906)], [7, 18, 13]), mix(CLAY, SAND, 0.3), lift=4)
