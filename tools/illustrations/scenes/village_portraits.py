"""Portrait day in the school yard of a tea village."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.animals import fowl
from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import ellipse, ground, moved, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.hillside import tea_rows
from tools.illustrations.landscape import cloud, hills
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
    DEEP_MOSS,
    DUSK,
    GOLD,
    GREY_HAIR,
    INK,
    MIST,
    MOSS,
    NIGHT,
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
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import BROAD, ELDER, OFFER, SIT, SIT_FRONT, SLIM, STAND, VEST, Look
from tools.illustrations.street import bench


def school_yard(scale: float) -> Picture:
    """A photographer waits behind his tripod until the old woman's rooster dozes; a student holds the reflector."""
    p = Picture(1800, 1200, 2205, scale)
    p.shadow, p.depth = (46, 48, 34), 0.36
    p.sky(mix(MIST, TEAL, 0.25), mix(CREAM, AMBER, 0.15))
    hills(p, (330,), (mix(TEAL, MIST, 0.5),), 80, 300)
    p.cut(cloud(420, 210, 330), PAPER, lift=4)
    p.cut(cloud(1440, 160, 260), PAPER, lift=4)
    tea_rows(p, [(-60, 560), (300, 400), (760, 330), (1240, 400), (1860, 520)], 900, 9, MOSS, SPROUT)
    tea_rows(
        p, [(-60, 760), (500, 720), (1000, 640), (1860, 470)], 960, 7, mix(DEEP_MOSS, MOSS, 0.5), mix(MOSS, SPROUT, 0.6)
    )
    p.cut(ground([(-40, 842), (900, 820), (1840, 836)], 1240), mix(SAND, CREAM, 0.35), mix(SAND, CLAY, 0.3), lift=7)
    p.veil(ellipse(1010, 1040, 520, 90), PAPER, 0.35, blur=40)
    bench(p, 40, 900, 400, 74, UMBER)
    waiting = (
        (90, mix(PLUM, ROSE, 0.3), "bun", SILVER_HAIR),
        (176, SLATE, "crop", GREY_HAIR),
        (262, DEEP_MOSS, "crop", SILVER_HAIR),
        (350, mix(DUSK, TEAL, 0.4), "bun", GREY_HAIR),
    )
    for x, tone, style, hair in waiting:
        look = Look(coat=tone, trousers=darker(tone, 0.5), head=Head(hair=hair, style=style, skin=TAN))
        person(p, x, 902, 300, look, replace(SIT, tilt=-2.0, far_hand=(0.4, -0.7)), ELDER, 1)
    contact(p, 1010, 1064, 300, 0.36)
    for dx in (-74, 62):
        p.cut(rectangle(1010 + dx, 900, 16, 160), darker(UMBER, 0.2), lift=3)
    p.cut(rectangle(920, 890, 180, 22, 4), UMBER, lift=5)
    granny = Look(
        coat=mix(DUSK, NIGHT, 0.25),
        trousers=darker(SLATE, 0.3),
        scarf=None,
        head=Head(hair=SILVER_HAIR, style="bun", skin=TAN, features=True),
    )
    person(
        p,
        1010,
        1062,
        560,
        granny,
        replace(SIT_FRONT, seat=30.0),
        ELDER,
        1,
        (1044, 850),
        (968, 858),
        lambda _: fowl(p, 1010, 926, 190, -1, mix(CLAY, VERMILION, 0.35), True, False),
    )
    helper = Look(
        coat=mix(CREAM, SAND, 0.2), trousers=mix(DUSK, SLATE, 0.4), vest=VEST, shoes=PAPER, head=Head(style="tail")
    )
    contact(p, 1500, 1080, 200)
    person(
        p,
        1510,
        1076,
        560,
        helper,
        replace(OFFER, lean=3.0, tilt=4.0),
        SLIM,
        -1,
        (1400, 720),
        (1392, 800),
        lambda _: _reflector(p, 1356, 770),
    )
    _photographer(p)
    p.dusk(980, 760, 1400, (190, 170, 130), 0.4)
    return p


def _reflector(p: Picture, x: float, y: float) -> None:
    p.cut(moved(ellipse(0, 0, 74, 190), x, y, 1, 16), darker(STEEL, 0.4), lift=6)
    p.cut(moved(ellipse(-4, 0, 64, 178), x, y, 1, 16), mix(CREAM, GOLD, 0.22), PAPER, lift=1)
    p.beam(
        polygon([(x - 50, y - 150), (x - 330, y - 90), (x - 330, y + 160), (x - 60, y + 150)]),
        (x - 40, y),
        (x - 330, y + 30),
        (255, 240, 200),
        0.3,
    )


def _photographer(p: Picture) -> None:
    head = 640, 610
    for foot in ((520, 1110), (650, 1130), (760, 1104)):
        p.cut(ribbon([(head[0] + (foot[0] - 640) * 0.1, head[1] + 40), foot], [9, 6]), INK, lift=4)
    p.cut(rectangle(head[0] - 20, head[1] + 6, 40, 60, 4), SLATE, lift=4)
    p.cut(rectangle(head[0] - 78, head[1] - 96, 150, 106, 10), INK, darker(INK, 0.2), lift=7)
    p.cut(rectangle(head[0] - 36, head[1] - 122, 66, 30, 6), INK, lift=4)
    p.cut(rectangle(head[0] + 64, head[1] - 80, 66, 74, 6), SLATE, lift=5)
    p.cut(rectangle(head[0] + 122, head[1] - 86, 16, 86, 4), STEEL, lift=4)
    contact(p, 470, 1124, 260)
    man = Look(
        coat=mix(SAND, CLAY, 0.45),
        trousers=SLATE,
        hem=8,
        head=Head(hair=GREY_HAIR, style="crop", glasses=True, hat="cap", hat_colour=mix(UMBER, SLATE, 0.4)),
    )
    person(
        p,
        460,
        1120,
        640,
        man,
        replace(STAND, lean=8.0, stoop=3.0, tilt=4.0, near_foot=(-0.12, 0.0), far_foot=(0.16, 0.0)),
        BROAD,
        1,
        (596, 640),
        (610, 596),
    )
