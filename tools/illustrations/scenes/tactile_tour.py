"""A museum hall by spotlight: seeing bronzes with the fingertips."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.bronzes import ding, meander
from tools.illustrations.figures import contact, person, white_cane
from tools.illustrations.geometry import blob, ellipse, ground, polygon, rectangle, ribbon
from tools.illustrations.hands import forearm, laid
from tools.illustrations.heads import Head
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_TEAL,
    GOLD,
    GREY_HAIR,
    INK,
    LAMP,
    NIGHT,
    PLUM,
    SAND,
    SKIN,
    SLATE,
    TAN,
    TEAL,
    UMBER,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import OFFER, STAND, VEST, Look

_HALL = mix(DEEP_TEAL, NIGHT, 0.5)


def bronze(scale: float) -> Picture:
    """A visitor with a white cane lays his hand on a replica ding; the guide speaks beside him."""
    p = Picture(1800, 1200, 1203, scale)
    p.shadow, p.depth = (8, 14, 20), 0.46
    p.sky(darker(_HALL, 0.25), _HALL)
    for x in (-20, 1560):
        p.cut(rectangle(x, -20, 260, 960), lighter(_HALL, 0.05), lift=12)
    for x, w in ((300, 330), (1180, 330)):
        p.cut(rectangle(x, 250, w, 470, 4), darker(UMBER, 0.3), lift=8)
        p.cut(rectangle(x + 16, 266, w - 32, 438, 2), mix(_HALL, SAND, 0.22), lift=0.5)
        p.glow(x + w / 2, 420, 240, LAMP, 0.2)
    # Left case: a ewer and a bell; right case: three jars.
    p.cut(
        blob([(400, 690), (390, 560), (430, 490), (500, 490), (540, 560), (530, 690)], 0.4),
        mix(TEAL, DEEP_TEAL, 0.3),
        lift=5,
    )
    p.cut(rectangle(440, 446, 50, 50, 10), mix(TEAL, DEEP_TEAL, 0.4), lift=3)
    meander(p, 396, 580, 138, 30, mix(TEAL, GOLD, 0.6), 4)
    for x, h, tone in ((1240, 150, CLAY), (1346, 210, mix(CLAY, GOLD, 0.4)), (1450, 130, mix(CLAY, UMBER, 0.4))):
        p.cut(
            blob(
                [
                    (x - 36, 690),
                    (x - 46, 690 - h * 0.5),
                    (x - 16, 690 - h * 0.86),
                    (x - 24, 690 - h),
                    (x + 24, 690 - h),
                    (x + 16, 690 - h * 0.86),
                    (x + 46, 690 - h * 0.5),
                    (x + 36, 690),
                ],
                0.45,
            ),
            tone,
            darker(tone, 0.2),
            lift=5,
        )
    p.cut(ground([(-40, 900), (1840, 900)], 1240), mix(_HALL, SAND, 0.22), mix(_HALL, SAND, 0.08), lift=6)
    p.cut(rectangle(-40, 884, 1880, 18), darker(UMBER, 0.35), lift=3)
    p.cut(rectangle(560, -20, 620, 52), INK, lift=6)
    for x in (660, 880, 1090):
        p.cut(polygon([(x - 22, 30), (x + 22, 30), (x + 34, 84), (x - 34, 84)]), INK, lift=4)
    lamp_x, lamp_y = 880, 84
    p.beam(
        polygon([(lamp_x - 30, lamp_y), (lamp_x + 30, lamp_y), (1240, 1010), (540, 1010)]),
        (lamp_x, lamp_y),
        (lamp_x, 1080),
        LAMP,
        0.44,
    )
    p.veil(ellipse(890, 1040, 430, 70), LAMP, 0.22, blur=26)
    contact(p, 890, 1066, 460, 0.5)
    p.cut(rectangle(734, 866, 312, 196, 4), mix(CREAM, SAND, 0.6), mix(SAND, CLAY, 0.45), lift=9)
    p.cut(rectangle(716, 846, 348, 30, 4), CREAM, lift=6)
    ding(p, 890, 848, 320, mix(DEEP_TEAL, TEAL, 0.45))
    visitor = Look(coat=mix(CLAY, SAND, 0.2), trousers=SLATE, hem=10, head=Head(style="short", dark_glasses=True))
    guide = Look(coat=CREAM, trousers=INK, vest=VEST, head=Head(style="bob"))
    contact(p, 598, 1100, 210, 0.5)
    contact(p, 1240, 1100, 210, 0.5)
    held = person(p, 598, 1098, 500, visitor, replace(OFFER, tilt=4.0, lean=5.0), near_at=(742, 706), far_at=(668, 880))
    white_cane(p, (held.far_hand[0], held.far_hand[1]), (716, 1094), 500)
    p.cut(ellipse(held.far_hand[0], held.far_hand[1] + 3, 12, 14), TAN, lift=2)
    person(
        p,
        1240,
        1098,
        484,
        guide,
        replace(OFFER, tilt=6.0, lean=3.0),
        facing=-1,
        near_at=(1118, 784),
        far_at=(1176, 880),
    )
    friend = Look(coat=PLUM, trousers=INK, hem=12, head=Head(hair=GREY_HAIR, style="bob", dark_glasses=True))
    contact(p, 330, 1112, 190, 0.5)
    other = person(p, 330, 1112, 474, friend, replace(STAND, near_hand=(0.5, -0.7)))
    white_cane(p, other.near_hand, (500, 1112), 474)
    p.dusk(880, 700, 1300, (60, 70, 96), 0.66)
    p.glow(890, 640, 480, LAMP, 0.2)
    return p


def hands(scale: float) -> Picture:
    """Two hands rest on the bronze's pattern."""
    p = Picture(1600, 1200, 1204, scale)
    p.shadow, p.depth = (8, 14, 20), 0.48
    p.sky(darker(_HALL, 0.35), darker(_HALL, 0.1))
    p.glow(620, 160, 820, LAMP, 0.34)
    bronze_tone = mix(DEEP_TEAL, TEAL, 0.3)
    p.cut(blob([(1180, 300), (1160, 40), (1220, -40), (1390, -40), (1450, 40), (1430, 300)], 0.4), bronze_tone, lift=12)
    p.cut(blob([(1258, 300), (1250, 100), (1300, 60), (1352, 100), (1348, 300)], 0.4), darker(_HALL, 0.2), lift=0)
    belly = blob([(-200, 330), (800, 268), (1800, 330), (1900, 900), (1500, 1500), (100, 1500), (-300, 900)], 0.5)
    p.cut(belly, lighter(bronze_tone, 0.06), darker(bronze_tone, 0.3), lift=16)
    with p.inside(belly):
        p.cut(ribbon([(-200, 350), (800, 292), (1800, 350)], [44, 44, 44]), lighter(bronze_tone, 0.2), lift=8)
        p.cut(ribbon([(-200, 640), (800, 600), (1800, 640)], [190, 190, 190]), darker(bronze_tone, 0.22), lift=3)
        meander(p, -120, 480, 1840, 240, mix(bronze_tone, GOLD, 0.5), 6, 6)
        for y in (446, 760):
            p.stroke([(-100, y + 26), (800, y - 12), (1700, y + 26)], 16, mix(bronze_tone, GOLD, 0.3), 4)
        for k in range(14):
            p.cut(ellipse(-60 + k * 134, 850 - 30 * (1 - ((k - 6.5) / 7) ** 2), 30), lighter(bronze_tone, 0.12), lift=7)
            p.cut(
                ellipse(-60 + k * 134, 850 - 30 * (1 - ((k - 6.5) / 7) ** 2), 13), mix(bronze_tone, GOLD, 0.5), lift=3
            )
        p.glow(620, 420, 760, LAMP, 0.22)
    forearm(p, (60, 1370), (470, 960), 470, mix(CLAY, SAND, 0.2), SKIN, 0.12, mix(CLAY, UMBER, 0.3))
    laid(p, (470, 960), -56, 470, SKIN, -1, 0.03, 0.03)
    forearm(p, (1560, 1370), (1180, 1000), 470, mix(CLAY, SAND, 0.2), SKIN, 0.12, mix(CLAY, UMBER, 0.3))
    laid(p, (1180, 1000), -122, 470, SKIN, 1, 0.03, 0.03)
    p.dusk(760, 560, 1250, (50, 64, 92), 0.75)
    p.glow(700, 560, 560, LAMP, 0.14)
    return p
