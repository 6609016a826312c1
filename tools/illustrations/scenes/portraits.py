"""Portraits of the model volunteers: nearer than the street scenes, so faces carry quiet features."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import blossom, shrubs
from tools.illustrations.geometry import blob, ellipse, ground, polygon, rectangle, ribbon
from tools.illustrations.hands import gripping
from tools.illustrations.heads import Head
from tools.illustrations.houses import skyline
from tools.illustrations.landscape import disc, hills, reflection, ripples
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
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, BROAD, CHILD, ELDER, FRONT, HOLD_FRONT, SIT, SLIM, STAND, VEST, Look
from tools.illustrations.props import torch
from tools.illustrations.tableware import cup, seedling
from tools.illustrations.trees import round_tree
from tools.illustrations.workshop import radio, tools_on_wall


def zhou_shulan(scale: float) -> Picture:
    """A retired nurse, silver-haired, in the red vest with a stethoscope, magnolia behind her."""
    p = Picture(1200, 1500, 401, scale)
    p.shadow, p.depth = (44, 48, 52), 0.36
    p.sky(mix(TEAL, MIST, 0.55), mix(MIST, CREAM, 0.55))
    p.cut(ellipse(600, 640, 520), mix(MIST, PAPER, 0.55), lift=8)
    p.cut(ellipse(600, 650, 420), mix(MIST, PAPER, 0.78), lift=6)
    p.stroke([(1260, 980), (1080, 700), (1000, 380), (1060, 120), (1010, -40)], 34, UMBER, 8, 0.5)
    p.stroke([(1030, 560), (900, 330), (820, 230)], 16, UMBER, 7, 0.4)
    p.stroke([(1005, 330), (1120, 210), (1180, 150)], 14, UMBER, 7, 0.4)
    p.stroke([(-40, 420), (100, 330), (200, 180), (250, 90)], 20, UMBER, 7, 0.4)
    for x, y, size, turn in (
        (820, 226, 104, 10),
        (1060, 110, 120, 40),
        (1150, 330, 92, 70),
        (930, 420, 74, 20),
        (250, 90, 112, 15),
        (110, 300, 96, 50),
    ):
        blossom(p, x, y, size, PAPER, ROSE, turn)
    for x, y in ((900, 300), (1010, 250), (190, 190), (1090, 610)):
        p.cut(blob([(x, y), (x - 20, y - 34), (x, y - 70), (x + 20, y - 34)], 0.6), mix(PAPER, ROSE, 0.35), lift=4)
    look = Look(
        coat=mix(DEEP_TEAL, TEAL, 0.55),
        trousers=SLATE,
        vest=VEST,
        head=Head(hair=SILVER_HAIR, style="bun", features=True),
    )
    unit = 23.5
    foot = 640 + unit * 88
    person(p, 600, foot, unit * 100, look, FRONT, ELDER)
    neck = foot - unit * 81
    p.stroke([(512, neck - 14), (488, neck + 120), (520, neck + 280), (560, neck + 360)], 17, INK, 6)
    p.stroke([(688, neck - 14), (716, neck + 120), (690, neck + 280), (640, neck + 350), (560, neck + 362)], 17, INK, 6)
    p.stroke([(562, neck + 360), (600, neck + 440), (664, neck + 470), (706, neck + 440)], 15, INK, 6)
    p.cut(ellipse(712, neck + 420, 42), STEEL, lift=8)
    p.cut(ellipse(712, neck + 420, 27), lighter(STEEL, 0.6), lift=3)
    p.dusk(600, 640, 1150, (150, 150, 150), 0.4)
    return p


def lin_family(scale: float) -> Picture:
    """Father, mother and child; the child holds a seedling in a pot."""
    p = Picture(1200, 1500, 402, scale)
    p.shadow, p.depth = (56, 52, 40), 0.36
    p.sky(mix(CREAM, AMBER, 0.12), mix(CREAM, SPROUT, 0.3))
    disc(p, 930, 250, 84, lighter(GOLD, 0.55), (255, 238, 190), 0.4)
    hills(p, (760, 840), (mix(SPROUT, MIST, 0.5), mix(SPROUT, MOSS, 0.35)), 60, 260)
    round_tree(p, 150, 1010, 560, MOSS, UMBER, 7)
    round_tree(p, 1090, 990, 420, mix(MOSS, SPROUT, 0.5), UMBER, 7)
    p.cut(ground([(-40, 980), (600, 930), (1240, 970)], 1540), mix(MOSS, SPROUT, 0.4), MOSS, lift=9)
    father = Look(coat=DUSK, trousers=SLATE, vest=VEST, head=Head(style="short", glasses=True, features=True))
    mother = Look(coat=mix(CREAM, SAND, 0.3), trousers=DEEP_TEAL, vest=VEST, head=Head(style="bob", features=True))
    child = Look(coat=GOLD, trousers=DUSK, scarf=VERMILION, head=Head(style="child", features=True))
    person(p, 420, 1950, 1620, father, FRONT, BROAD, far_at=(250, 1240), near_at=(620, 1180))
    person(p, 800, 1950, 1500, mother, FRONT, SLIM, near_at=(985, 1330), far_at=(640, 1200))

    def plant(_: object) -> None:
        seedling(p, 606, 1400, 250)

    person(p, 606, 1810, 1020, child, HOLD_FRONT, CHILD, near_at=(676, 1370), far_at=(536, 1370), held=plant)
    shrubs(p, -20, 420, 1530, 210, (darker(DEEP_MOSS, 0.05), mix(DEEP_MOSS, MOSS, 0.6)))
    shrubs(p, 1220, 800, 1530, 190, (darker(DEEP_MOSS, 0.05), mix(DEEP_MOSS, MOSS, 0.6)))
    p.dusk(600, 760, 1150, (180, 160, 120), 0.4)
    return p


def yueguang_team(scale: float) -> Picture:
    """Four river wardens on the bank under a rising moon, one with a hand lamp."""
    p = Picture(1200, 1500, 403, scale)
    p.shadow, p.depth = (14, 16, 36), 0.46
    p.sky(mix(NIGHT, DUSK, 0.25), mix(DUSK, PLUM, 0.35), mix(ROSE, DUSK, 0.35))
    disc(p, 842, 330, 118, mix(CREAM, AMBER, 0.15), (255, 236, 200), 0.6)
    hills(p, (660, 715), (mix(DUSK, PLUM, 0.45), mix(DUSK, NIGHT, 0.4)), 50, 240)
    skyline(p, -30, 520, 780, mix(DUSK, NIGHT, 0.5), 150, LAMP, 0.3, 70)
    p.cut(
        polygon([(-40, 770), (1240, 770), (1240, 1540), (-40, 1540)]),
        mix(DUSK, ROSE, 0.25),
        mix(NIGHT, DUSK, 0.35),
        lift=4,
    )
    reflection(p, 842, 780, 1170, 130, (255, 236, 196), 0.8)
    ripples(p, 0, 1200, 780, 1150, (220, 220, 240), 46, 0.25)
    p.cut(
        ground([(-40, 1190), (600, 1150), (1240, 1200)], 1560),
        mix(DEEP_MOSS, NIGHT, 0.4),
        mix(DEEP_MOSS, NIGHT, 0.6),
        lift=12,
    )
    team = (
        (
            240,
            1400,
            690,
            Look(coat=SLATE, trousers=darker(DUSK, 0.5), vest=VEST, head=Head(hair=GREY_HAIR, style="crop", skin=TAN)),
            ELDER,
        ),
        (470, 1384, 676, Look(coat=DEEP_TEAL, trousers=INK, vest=VEST, head=Head(style="bob")), SLIM),
        (
            716,
            1390,
            730,
            Look(
                coat=mix(DUSK, SLATE, 0.5), trousers=darker(UMBER, 0.5), vest=VEST, head=Head(style="short", hat="cap")
            ),
            BROAD,
        ),
        (960, 1404, 664, Look(coat=mix(PLUM, SLATE, 0.3), trousers=INK, vest=VEST, head=Head(style="tail")), SLIM),
    )
    for x, y, height, look, build in team:
        contact(p, x, y + 4, 260, 0.5)
        if x == 960:
            them = person(p, x, y, height, look, replace(STAND, near_hand=(0.42, -0.72)), build, -1)
            torch(p, them.near_hand, (560, 1480), 44)
        elif x == 240:
            person(p, x, y, height, look, replace(STAND, near_hand=(0.1, -0.9)), build, 1)
        else:
            person(p, x, y, height, look, FRONT, build)
    shrubs(p, -20, 330, 1530, 220, (mix(DEEP_TEAL, NIGHT, 0.6), mix(DEEP_MOSS, NIGHT, 0.35)))
    shrubs(p, 1220, 960, 1530, 250, (mix(DEEP_TEAL, NIGHT, 0.6), mix(DEEP_MOSS, NIGHT, 0.35)))
    p.dusk(640, 760, 1250, (60, 60, 110), 0.62)
    p.glow(842, 340, 480, (255, 236, 200), 0.18)
    return p


def fan_shoucheng(scale: float) -> Picture:
    """The repairman at his bench under a lamp, glasses on, an old radio before him."""
    p = Picture(1200, 1500, 404, scale)
    p.shadow, p.depth = (40, 26, 18), 0.42
    p.sky(mix(DEEP_TEAL, NIGHT, 0.2), mix(DEEP_TEAL, UMBER, 0.25))
    p.glow(820, 430, 760, LAMP, 0.3)
    p.cut(rectangle(640, 130, 520, 330, 8), mix(UMBER, CLAY, 0.3), lift=8)
    tools_on_wall(p, 660, 200, 480, ("pliers", "hammer", "driver", "wrench"))
    p.cut(rectangle(60, 250, 360, 26, 4), UMBER, lift=8)
    for x, w, h, tone in ((84, 56, 110, CLAY), (152, 70, 84, TEAL), (236, 50, 128, GOLD), (300, 84, 96, PLUM)):
        p.cut(rectangle(x, 250 - h, w, h, 8), tone, darker(tone, 0.15), lift=6)
        p.cut(rectangle(x + 6, 250 - h - 12, w - 12, 16, 4), UMBER, lift=3)
    look = Look(
        coat=mix(DUSK, SLATE, 0.3),
        trousers=SLATE,
        vest=VEST,
        head=Head(hair=GREY_HAIR, style="crop", skin=TAN, glasses=True, features=True),
    )
    pose = replace(SIT, seat=30.0, lean=8.0, stoop=2.0, tilt=16.0, legs=False)
    hold = (742, 1150)
    person(p, 350, 1890, 1880, look, pose, ADULT, 1, near_at=(690, 1216), far_at=(800, 1170))
    p.cut(ground([(-40, 1262), (600, 1256), (1240, 1264)], 1560), CLAY, darker(CLAY, 0.3), lift=16)
    for y in (1340, 1430):
        p.thread([(-20, y), (600, y - 6), (1220, y + 4)], 3.5, darker(UMBER, 0.3), 0.4)
    p.veil(ellipse(960, 1276, 300, 34), p.shadow, 0.45, blur=18)
    radio(p, 740, 1270, 390, mix(UMBER, VERMILION, 0.15))
    p.stroke([(hold[0] - 120, hold[1] + 90), (hold[0] - 30, hold[1] + 20)], 34, GOLD, 8, 0.8)
    p.stroke([(hold[0] - 30, hold[1] + 20), (hold[0] + 60, hold[1] - 40)], 9, STEEL, 6)
    gripping(p, (hold[0] - 250, hold[1] + 112), -12, 230, TAN, 1)
    p.stroke([(1130, 1262), (1150, 960), (1060, 700), (900, 560)], 20, INK, 10)
    p.cut(ellipse(1130, 1264, 92, 24), INK, lift=8)
    p.cut(
        blob([(930, 520), (980, 600), (880, 740), (700, 640), (770, 520), (860, 480)], 0.36),
        VERMILION,
        darker(VERMILION, 0.15),
        lift=14,
    )
    p.beam(polygon([(880, 738), (704, 640), (430, 1260), (1090, 1260)]), (790, 690), (770, 1300), LAMP, 0.4)
    p.glow(796, 700, 240, (255, 240, 200), 0.6)
    for x, tone in ((120, GOLD), (210, STEEL), (300, VERMILION)):
        p.cut(ribbon([(x, 1400), (x + 70, 1380)], [15, 13]), tone, lift=8)
        p.cut(ribbon([(x + 70, 1380), (x + 160, 1354)], [4.5, 4]), lighter(STEEL, 0.2), lift=5)
    cup(p, 1020, 1430, 130, PAPER, DUSK, 1)
    p.dusk(640, 860, 1050, (74, 66, 74), 0.6)
    return p
