"""The lamps of the night, from the towers to the river."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import blob, ellipse, ground, minus, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import skyline
from tools.illustrations.landscape import disc, hills, reflection, ripples, stars
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
    MIDNIGHT,
    NIGHT,
    PLUM,
    SKIN,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import (
    BROAD,
    CHILD,
    OFFER,
    SLIM,
    STAND,
    STRIDE,
    VEST,
    WALK,
    Look,
)
from tools.illustrations.props import torch
from tools.illustrations.street import bus, lamp, railing


def cover(scale: float) -> Picture:
    """The city by night: lit windows, a bus on the bridge, the patrol's lamp, light on the river."""
    p = Picture(1800, 1200, 777, scale)
    p.shadow, p.depth = (5, 8, 22), 0.5
    p.sky(MIDNIGHT, NIGHT, mix(DUSK, PLUM, 0.35))
    stars(p, 120, 420)
    disc(p, 1120, 190, 54, CREAM, (170, 185, 225), 0.4)
    hills(p, (470, 520), (mix(NIGHT, DUSK, 0.42), mix(NIGHT, DUSK, 0.28)), 60, 280)
    skyline(p, -40, 1840, 720, mix(NIGHT, DUSK, 0.34), 330, LAMP, 0.42, 104)
    skyline(p, -70, 1300, 740, mix(NIGHT, DUSK, 0.2), 200, AMBER, 0.5, 92)
    p.glow(800, 700, 760, LAMP, 0.14)
    p.cut(polygon([(-40, 738), (1840, 738), (1840, 1260), (-40, 1260)]), mix(DUSK, NIGHT, 0.45), MIDNIGHT, lift=4)
    for index in range(17):
        reflection(
            p,
            40 + index * 78 + p.random.uniform(-20, 20),
            750,
            750 + p.random.uniform(90, 260),
            p.random.uniform(18, 34),
            LAMP if index % 3 else AMBER,
            0.55,
        )
    ripples(p, 0, 1800, 760, 1080, (150, 170, 220), 60, 0.22)
    arches = [ellipse(160 + k * 330, 900, 136, 118 - abs(k - 2) * 6) for k in range(6)]
    bridge = minus(
        polygon([(-40, 796), (500, 762), (1000, 752), (1400, 770), (1840, 810), (1840, 900), (-40, 900)]), *arches
    )
    p.cut(bridge, mix(SLATE, NIGHT, 0.35), mix(SLATE, NIGHT, 0.55), lift=7)
    for k in range(6):
        reflection(p, 160 + k * 330 + 164, 904, 980, 24, mix(NIGHT, DUSK, 0.6), 0.4)
    bus(p, 560, 752, 330, TEAL, True, (0.36, 0.5, 0.82))
    railing(p, [(-40, 792), (500, 760), (1000, 750), (1400, 768), (1840, 808)], 30, 26, mix(SLATE, NIGHT, 0.15), 3)
    for x, y in ((180, 776), (470, 758), (1000, 748), (1290, 760)):
        bulb = lamp(p, x, y, 150, 34, LAMP, darker(SLATE, 0.3))
        reflection(p, bulb[0], 912, 1050, 26, LAMP, 0.75)
    _near_house(p)
    p.cut(
        ground([(-40, 1010), (420, 1020), (900, 1070), (1300, 1080), (1840, 1060)], 1260),
        mix(DEEP_MOSS, MIDNIGHT, 0.6),
        MIDNIGHT,
        lift=12,
    )
    p.cut(
        ground([(-40, 1076), (420, 1084), (900, 1120), (1300, 1126), (1840, 1110)], 1260),
        mix(SLATE, NIGHT, 0.5),
        mix(SLATE, MIDNIGHT, 0.7),
        lift=6,
    )
    for x, y, look, build, pose in (
        (
            300,
            1140,
            Look(coat=SLATE, trousers=darker(DUSK, 0.5), vest=VEST, head=Head(style="short", hat="cap")),
            BROAD,
            STRIDE,
        ),
        (180, 1136, Look(coat=TEAL, trousers=INK, vest=VEST, head=Head(style="tail")), SLIM, WALK),
    ):
        contact(p, x, y, 130, 0.5)
        them = person(p, x, y, 300 if build is BROAD else 284, look, pose, build)
        if build is BROAD:
            torch(p, them.far_hand, (650, 1150), 20)
    p.dusk(820, 700, 1400, (40, 48, 96), 0.55)
    return p


def _near_house(p: Picture) -> None:
    """The tall house on the right: six windows, in each somebody still up."""
    wall = mix(PLUM, NIGHT, 0.55)
    p.cut(rectangle(1390, 130, 460, 1000), wall, mix(wall, NIGHT, 0.3), lift=16)
    p.cut(rectangle(1370, 106, 500, 34, 4), darker(wall, 0.25), lift=8)
    for row in range(4):
        for column in range(2):
            x, y = 1434 + column * 200, 186 + row * 222
            lit = (row, column) not in ((1, 1), (3, 1))
            frame = rectangle(x - 10, y - 10, 156, 164, 4)
            p.cut(frame, darker(UMBER, 0.4), lift=4)
            pane = rectangle(x, y, 136, 144, 2)
            p.cut(
                pane,
                LAMP if lit else darker(wall, 0.45),
                mix(LAMP, AMBER, 0.6) if lit else darker(wall, 0.3),
                lift=0,
                rim=0,
            )
            if lit:
                p.glow(x + 68, y + 72, 190, LAMP, 0.22)
                with p.inside(pane):
                    _room(p, x, y, row * 2 + column)
            p.cut(rectangle(x + 64, y, 8, 144), darker(UMBER, 0.4), lift=2)
            p.cut(rectangle(x - 18, y + 150, 172, 14, 3), darker(UMBER, 0.2), lift=5)
            if row == 2:
                for k in range(5):
                    p.cut(ellipse(x + 20 + k * 28, y + 142, 17, 15), mix(DEEP_MOSS, NIGHT, 0.25), lift=2)


def _room(p: Picture, x: float, y: float, kind: int) -> None:
    shade: Colour = mix(UMBER, PLUM, 0.4)
    if kind in (0, 5):
        p.cut(
            blob([(x - 6, y - 6), (x + 40, y - 6), (x + 26, y + 70), (x + 8, y + 150), (x - 6, y + 150)], 0.4),
            mix(VERMILION, CLAY, 0.4),
            lift=3,
        )
        p.cut(
            blob([(x + 142, y - 6), (x + 96, y - 6), (x + 110, y + 70), (x + 128, y + 150), (x + 142, y + 150)], 0.4),
            mix(VERMILION, CLAY, 0.4),
            lift=3,
        )
    if kind == 5:
        p.cut(polygon([(x + 58, y + 30), (x + 96, y + 30), (x + 112, y + 64), (x + 42, y + 64)]), CREAM, lift=2)
        return
    if kind in (0, 4):
        person(
            p,
            x + 62,
            y + 250,
            220,
            Look(
                coat=shade,
                trousers=shade,
                head=Head(skin=mix(SKIN, CLAY, 0.4), hair=GREY_HAIR if kind else darker(shade, 0.3), style="bun"),
            ),
            replace(STAND, tilt=14.0),
        )
    elif kind == 2:
        person(
            p,
            x + 40,
            y + 250,
            220,
            Look(coat=mix(DEEP_TEAL, shade, 0.4), head=Head(style="short", skin=mix(SKIN, CLAY, 0.4))),
            replace(OFFER, tilt=8.0),
        )
        person(
            p,
            x + 112,
            y + 230,
            140,
            Look(coat=mix(GOLD, shade, 0.4), head=Head(style="child", skin=mix(SKIN, CLAY, 0.4))),
            replace(STAND, tilt=-8.0),
            CHILD,
            -1,
        )
    elif kind in (1, 6):
        p.cut(ellipse(x + 100, y + 20, 26, 18), mix(VERMILION, AMBER, 0.3), lift=2)
        p.cut(rectangle(x - 4, y + 96, 70, 60, 4), mix(shade, AMBER, 0.3), lift=2)
        p.cut(ribbon([(x + 24, y + 98), (x + 20, y + 70), (x + 28, y + 44)], [2, 2, 1]), DEEP_MOSS, lift=1)
        for dx, dy in ((4, 52), (44, 46), (8, 78), (44, 72)):
            p.cut(ellipse(x + dx, y + dy, 15, 8), DEEP_MOSS, lift=1)
