"""Winter morning in a housing estate: children sort the waste."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import leafy_branch, shrubs
from tools.illustrations.geometry import blob, ellipse, ground, moved, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import tower
from tools.illustrations.landscape import cloud, disc
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    MIST,
    MOSS,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SKIN,
    SLATE,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import CHILD, OFFER, VEST, Look
from tools.illustrations.props import bin_
from tools.illustrations.street import lantern
from tools.illustrations.trees import bare_tree

_WINDOW = (240, 190, 110)
_BLUE, _GREEN, _RED, _GREY = (
    mix(DUSK, (60, 100, 160), 0.4),
    mix(MOSS, DEEP_MOSS, 0.35),
    mix(VERMILION, PLUM, 0.15),
    mix(STEEL, SLATE, 0.5),
)


def _bottle(p: Picture, x: float, y: float, size: float, turn: float = 0.0) -> None:
    """A clear drinks bottle; translucent so that it does not read as solid."""
    shape = blob(
        [
            (-size * 0.09, -size * 0.5),
            (size * 0.09, -size * 0.5),
            (size * 0.1, -size * 0.36),
            (size * 0.2, -size * 0.2),
            (size * 0.2, size * 0.46),
            (size * 0.14, size * 0.5),
            (-size * 0.14, size * 0.5),
            (-size * 0.2, size * 0.46),
            (-size * 0.2, -size * 0.2),
            (-size * 0.1, -size * 0.36),
        ],
        0.3,
    )
    p.cut(moved(shape, x, y, 1, turn), mix(TEAL, PAPER, 0.62), mix(TEAL, PAPER, 0.8), lift=size * 0.04)
    p.cut(
        moved(rectangle(-size * 0.2, -size * 0.06, size * 0.4, size * 0.24), x, y, 1, turn),
        mix(TEAL, DUSK, 0.3),
        lift=0.6,
    )
    p.cut(moved(rectangle(-size * 0.1, -size * 0.6, size * 0.2, size * 0.12, 2), x, y, 1, turn), VERMILION, lift=1.5)


def sorting(scale: float) -> Picture:
    """Two children with their parents at four bins; bare trees hung with small lanterns, low morning sun."""
    p = Picture(1800, 1200, 125, scale)
    p.shadow, p.depth = (44, 48, 66), 0.34
    p.sky(mix(MIST, DUSK, 0.12), mix(MIST, PAPER, 0.6), mix(CREAM, ROSE, 0.2))
    disc(p, 1500, 300, 70, mix(CREAM, GOLD, 0.25), (255, 232, 190), 0.5)
    p.cut(cloud(1010, 210, 280), PAPER, lift=3)
    for x, w, h, haze in (
        (-30, 230, 560, 0.2),
        (240, 190, 430, 0.4),
        (1160, 170, 380, 0.5),
        (1370, 200, 330, 0.6),
        (1610, 240, 480, 0.35),
    ):
        tower(
            p, x, 800, w, h, mix(mix(DUSK, STEEL, 0.5), MIST, haze), mix(_WINDOW, PAPER, 0.2), 0.12, round(w / 44), 46
        )
    for x, w, h in ((480, 260, 340), (760, 220, 260), (980, 190, 310)):
        tower(p, x, 800, w, h, mix(mix(CLAY, ROSE, 0.5), MIST, 0.45), None, 0, round(w / 44), 46)
    p.cut(
        ground([(-40, 800), (600, 786), (1200, 796), (1840, 784)], 1240),
        mix(MOSS, MIST, 0.35),
        mix(MOSS, SAND, 0.4),
        lift=7,
    )
    p.cut(ground([(-40, 880), (700, 868), (1840, 884)], 1240), mix(SAND, MIST, 0.35), mix(SAND, CLAY, 0.2), lift=7)
    for x, h, lean in ((170, 620, 0.06), (1650, 660, -0.08)):
        ends = bare_tree(p, x, 900, h, mix(UMBER, SLATE, 0.35), lean, 5)
        ends.sort(key=lambda q: (round(q[0] / 60), q[1]))
        for index in range(3, len(ends), max(1, len(ends) // 6)):
            lantern(p, *ends[index], 15, 0.0, 10, 3)
    p.cut(rectangle(560, 560, 690, 24, 5), UMBER, lift=7)
    p.cut(blob([(530, 566), (1280, 566), (1220, 508), (590, 508)], 0.12), DEEP_TEAL, darker(DEEP_TEAL, 0.2), lift=9)
    for x in (584, 1206):
        p.cut(rectangle(x, 580, 18, 340), UMBER, lift=5)
    p.cut(rectangle(602, 600, 604, 150, 3), mix(CREAM, SAND, 0.5), lift=4)
    for k, tone in enumerate((_BLUE, _GREEN, _RED, _GREY)):
        p.cut(ellipse(680 + k * 150, 674, 42), tone, lift=2)
        p.cut(ellipse(680 + k * 150, 674, 26), mix(tone, PAPER, 0.7), lift=1)
    p.veil(ellipse(910, 952, 380, 26), p.shadow, 0.35, blur=10)
    for k, tone in enumerate((_BLUE, _GREEN, _RED, _GREY)):
        bin_(p, 614 + k * 152, 948, 124, tone, k in (0, 3))
    mother = Look(coat=mix(ROSE, VERMILION, 0.18), trousers=DUSK, scarf=CREAM, hem=15, head=Head(style="bob"))
    father = Look(coat=DEEP_MOSS, trousers=SLATE, vest=VEST, head=Head(style="short"))
    boy = Look(coat=GOLD, trousers=DUSK, scarf=VERMILION, head=Head(style="child", hat="knit", hat_colour=DUSK))
    girl = Look(coat=TEAL, trousers=PLUM, scarf=VERMILION, head=Head(style="tail"))
    for x, w in ((330, 190), (500, 150), (1330, 150), (1500, 190)):
        contact(p, x, 1096, w)
    person(p, 330, 1094, 462, mother, replace(OFFER, tilt=14.0, near_hand=(0.62, -0.66), far_hand=(0.5, -0.8)))
    child = person(
        p, 520, 1092, 312, boy, replace(OFFER, tilt=-8.0, lean=5.0), CHILD, near_at=(650, 800), far_at=(640, 806)
    )
    _bottle(p, child.near_hand[0] + 10, child.near_hand[1] - 20, 70, 30)
    helper = person(
        p, 1500, 1094, 484, father, replace(OFFER, tilt=16.0, near_hand=(0.6, -0.62), far_hand=(0.66, -0.5)), facing=-1
    )
    p.cut(
        blob(
            [
                (helper.near_hand[0] - 34, 944),
                (helper.near_hand[0] + 34, 944),
                (helper.near_hand[0] + 44, 1040),
                (helper.near_hand[0], 1054),
                (helper.near_hand[0] - 44, 1040),
            ],
            0.5,
        ),
        mix(SAND, PAPER, 0.4),
        lift=4,
    )
    p.thread([(helper.near_hand[0] - 20, 946), helper.near_hand, (helper.near_hand[0] + 20, 946)], 3, SAND)
    other = person(
        p,
        1318,
        1092,
        296,
        girl,
        replace(OFFER, tilt=-6.0, lean=5.0),
        CHILD,
        -1,
        near_at=(1200, 806),
        far_at=(1208, 812),
    )
    p.cut(
        blob(
            [
                (other.near_hand[0] - 30, 776),
                (other.near_hand[0] + 6, 770),
                (other.near_hand[0] + 12, 816),
                (other.near_hand[0] - 26, 822),
            ],
            0.3,
        ),
        mix(STEEL, PAPER, 0.4),
        lift=3,
    )
    shrubs(p, 1830, 1560, 1225, 170, (darker(DEEP_MOSS, 0.1), mix(DEEP_MOSS, MOSS, 0.6)))
    shrubs(p, -30, 190, 1225, 150, (darker(DEEP_MOSS, 0.1), mix(DEEP_MOSS, MOSS, 0.6)))
    p.dusk(960, 700, 1500, (190, 170, 180), 0.35)
    return p


def bottle(scale: float) -> Picture:
    """A child on tiptoe drops a bottle into the blue bin."""
    p = Picture(1200, 1600, 126, scale)
    p.shadow, p.depth = (44, 48, 66), 0.36
    p.sky(mix(MIST, TEAL, 0.2), mix(MIST, PAPER, 0.6), mix(CREAM, ROSE, 0.25))
    disc(p, 240, 300, 92, mix(CREAM, GOLD, 0.3), (255, 232, 190), 0.5)
    for x, w, h, haze in ((-30, 280, 520, 0.5), (260, 230, 690, 0.62), (860, 380, 620, 0.42)):
        tower(p, x, 1240, w, h, mix(mix(DUSK, STEEL, 0.5), MIST, haze), None, 0, round(w / 56), 60)
    p.cut(ground([(-40, 1230), (600, 1200), (1240, 1222)], 1640), mix(MOSS, MIST, 0.3), mix(MOSS, SAND, 0.35), lift=8)
    p.cut(ground([(-40, 1340), (600, 1318), (1240, 1336)], 1640), mix(SAND, MIST, 0.3), mix(SAND, CLAY, 0.22), lift=8)
    bare_tree(p, 1135, 1350, 1180, mix(UMBER, SLATE, 0.4), 0.1, 5, 6)
    lantern(p, 960, 250, 44, 0.0, 40)
    lantern(p, 1110, 330, 36, 0.0, 40)
    contact(p, 860, 1472, 560, 0.4)
    bin_(p, 660, 1466, 400, _BLUE, True)
    contact(p, 420, 1480, 340, 0.4)
    girl = Look(
        coat=GOLD, trousers=DUSK, shoes=VERMILION, scarf=VERMILION, hem=10, head=Head(style="tail", features=True)
    )
    pose = replace(OFFER, tilt=-10.0, lean=7.0, near_foot=(-0.06, 0.05), far_foot=(0.10, 0.05))
    them = person(p, 400, 1490, 880, girl, pose, CHILD, near_at=(716, 828), far_at=(560, 1010))
    _bottle(p, them.near_hand[0] + 26, them.near_hand[1] - 26, 190, 36)
    p.cut(
        ribbon(
            [
                (them.near_hand[0] - 16, them.near_hand[1] + 2),
                (them.near_hand[0] + 24, them.near_hand[1] + 6),
                (them.near_hand[0] + 48, them.near_hand[1] - 14),
            ],
            [20, 16, 12],
        ),
        SKIN,
        lift=5,
    )
    satchel = blob([(236, 970), (330, 956), (366, 1090), (352, 1180), (232, 1180), (218, 1060)], 0.35)
    p.cut(satchel, DEEP_TEAL, darker(DEEP_TEAL, 0.2), lift=10)
    p.cut(blob([(246, 1060), (346, 1054), (350, 1150), (248, 1156)], 0.25), TEAL, lift=4)
    leafy_branch(p, [(-40, 1560), (120, 1500), (260, 1540)], 120, (DEEP_MOSS, MOSS), UMBER, 12)
    p.dusk(560, 900, 1300, (190, 170, 180), 0.35)
    return p
