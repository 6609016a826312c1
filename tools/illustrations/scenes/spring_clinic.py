"""Spring noon: the Wednesday consultation under the camphor tree."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.illustrations.figures import cane, contact, person
from tools.illustrations.foliage import leafy_branch, shrubs
from tools.illustrations.geometry import blob, ellipse, ground, minus, rectangle, ribbon
from tools.illustrations.hands import forearm, laid
from tools.illustrations.heads import Head
from tools.illustrations.houses import house
from tools.illustrations.landscape import cloud, disc, hills, mist
from tools.illustrations.palette import (
    CLAY,
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    GREY_HAIR,
    INK,
    MIST,
    MOSS,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SILVER_HAIR,
    SKIN,
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
from tools.illustrations.poses import CANE, CHILD, ELDER, OFFER, SIT, Look
from tools.illustrations.street import bench, table
from tools.illustrations.tableware import cup
from tools.illustrations.trees import camphor, round_tree


def camphor_tree(scale: float) -> Picture:
    """A doctor measures an old woman's blood pressure in the shade; neighbours wait on the bench, mountains behind."""
    p = Picture(1800, 1200, 303, scale)
    p.shadow, p.depth = (36, 44, 48), 0.34
    p.sky(mix(MIST, PAPER, 0.35), PAPER, mix(SAND, PAPER, 0.4))
    disc(p, 300, 210, 64, lighter(GOLD, 0.7), (255, 240, 200), 0.35)
    p.cut(cloud(560, 250, 330), PAPER, lift=3)
    p.cut(cloud(120, 380, 220), PAPER, lift=3)
    hills(p, (470, 560, 640), (mix(TEAL, MIST, 0.65), mix(TEAL, MIST, 0.3), mix(TEAL, MOSS, 0.4)), 72, 260)
    mist(p, 690, 70, PAPER, 0.5)
    hills(p, (730,), (mix(MOSS, SPROUT, 0.35),), 26, 300)
    house(p, 130, 830, 240, 120, CREAM, SLATE, door=UMBER)
    house(p, 410, 800, 170, 88, mix(CREAM, SAND, 0.5), SLATE, door=UMBER)
    round_tree(p, 70, 840, 210, mix(ROSE, PAPER, 0.2))
    round_tree(p, 620, 815, 180, mix(ROSE, PAPER, 0.35))
    p.cut(
        ground([(-40, 850), (500, 822), (1100, 846), (1840, 820)], 1240),
        mix(SPROUT, MOSS, 0.25),
        mix(SPROUT, SAND, 0.5),
        lift=8,
    )
    p.cut(ground([(-40, 960), (420, 930), (1000, 944), (1840, 920)], 1240), mix(SAND, CLAY, 0.18), SAND, lift=6)
    camphor(p, 1240, 960, 860, 700)
    p.veil(ellipse(1130, 1040, 720, 92), p.shadow, 0.22, blur=26)
    bench(p, 1420, 1070, 330, 96, UMBER)
    waiting = (
        (1490, Look(coat=DUSK, trousers=SLATE, head=Head(hair=GREY_HAIR, style="crop", skin=TAN)), 372),
        (1612, Look(coat=ROSE, trousers=PLUM, head=Head(hair=SILVER_HAIR, style="bun")), 356),
    )
    for x, look, height in waiting:
        person(
            p,
            x,
            1076,
            height,
            look,
            replace(SIT, near_foot=(0.34, 0.0), far_foot=(0.26, 0.0), tilt=4.0),
            ELDER,
            facing=-1,
        )
    stand = person(
        p,
        1722,
        1090,
        384,
        Look(coat=DEEP_MOSS, trousers=SLATE, hem=10, head=Head(hair=SILVER_HAIR, style="crop", skin=TAN)),
        replace(CANE, tilt=6.0),
        ELDER,
        facing=-1,
    )
    cane(p, stand.near_hand, (1650, 1094), 384)
    person(
        p,
        360,
        1056,
        262,
        Look(coat=GOLD, trousers=DUSK, head=Head(style="tail")),
        replace(OFFER, near_hand=(0.7, 0.1), tilt=-6.0),
        CHILD,
    )
    for x, y in ((436, 936), (470, 884), (512, 906)):
        p.cut(blob([(x, y), (x - 18, y - 16), (x - 22, y + 4)], 0.6), mix(VERMILION, ROSE, 0.4), lift=3)
        p.cut(blob([(x, y), (x + 18, y - 14), (x + 20, y + 6)], 0.6), mix(VERMILION, ROSE, 0.2), lift=3)
    contact(p, 360, 1058, 130)
    bench(p, 812, 1090, 104, 104, UMBER)
    bench(p, 1180, 1090, 104, 104, UMBER)
    contact(p, 1010, 1100, 560, 0.22)
    patient = Look(coat=mix(PLUM, ROSE, 0.35), trousers=SLATE, head=Head(hair=SILVER_HAIR, style="bun"))
    person(
        p,
        850,
        1098,
        396,
        patient,
        replace(SIT, near_foot=(0.34, 0.0), far_foot=(0.40, 0.0), tilt=2.0),
        ELDER,
        near_at=(1000, 906),
        far_at=(1010, 900),
    )
    doctor = Look(coat=PAPER, trousers=DEEP_TEAL, head=Head(style="bob"), vest=None)
    person(
        p,
        1246,
        1098,
        412,
        doctor,
        replace(SIT, near_foot=(0.34, 0.0), far_foot=(0.40, 0.0), tilt=12.0, lean=4.0),
        facing=-1,
        near_at=(1096, 902),
        far_at=(1060, 896),
    )
    top = table(p, 912, 1100, 250, 178, CREAM, 0.7)
    p.cut(rectangle(1104, top - 54, 44, 54, 5), DEEP_TEAL, lift=3)
    p.cut(ellipse(1126, top - 34, 13), PAPER, lift=1)
    p.cut(rectangle(926, top - 12, 46, 12, 2), VERMILION, lift=2)
    p.cut(ribbon([(976, top - 16), (1040, top - 16)], [12, 11]), patient.coat, lift=2)
    p.cut(ribbon([(1040, top - 15), (1066, top - 13)], [7, 6]), SKIN, lift=1.5)
    p.cut(ribbon([(990, top - 18), (1026, top - 18)], [16, 16], False, False), DUSK, lift=2.5)
    p.thread([(1020, top - 10), (1060, top - 2), (1106, top - 22)], 3, INK)
    shrubs(p, -20, 330, 1225, 190, (mix(MOSS, DEEP_MOSS, 0.6), MOSS))
    p.dusk(900, 560, 1500, (190, 180, 140), 0.3)
    return p


def blood_pressure(scale: float) -> Picture:
    """An old arm in the cuff, the doctor's fingers at its wrist, a sprig of new camphor leaves on the cloth."""
    p = Picture(1600, 1200, 304, scale)
    p.shadow, p.depth = (52, 46, 40), 0.36
    p.sky(mix(SAND, CLAY, 0.25), SAND)
    for index, tone in enumerate((mix(SPROUT, PAPER, 0.62), mix(SPROUT, SAND, 0.5))):
        p.veil(ellipse(330 + index * 820, 60 + index * 80, 520, 200), tone, 0.5, blur=60)
    p.cut(ground([(-40, 250), (700, 220), (1640, 262)], 1260), CREAM, mix(CREAM, SAND, 0.4), lift=10)
    for y in (330, 352):
        p.thread([(-20, y), (700, y - 28), (1640, y + 12)], 5, mix(VERMILION, CREAM, 0.35), 0.8)
    leafy_branch(
        p, [(1660, 1130), (1480, 1060), (1330, 1040), (1180, 1078)], 110, (MOSS, mix(MOSS, SPROUT, 0.6)), UMBER, 13, 8
    )
    p.veil(ellipse(280, 470, 180, 40), p.shadow, 0.3, blur=18)
    cup(p, 250, 480, 190, PAPER, DEEP_TEAL, -1)
    # The gauge stands behind the arm so that its tube can run forward to the cuff.
    p.veil(ellipse(1290, 640, 260, 60), p.shadow, 0.3, blur=24)
    p.cut(rectangle(1080, 330, 400, 300, 26), DEEP_TEAL, darker(DEEP_TEAL, 0.15), lift=14)
    p.cut(ellipse(1280, 474, 118), PAPER, lift=4)
    p.cut(minus(ellipse(1280, 474, 124), ellipse(1280, 474, 112)), GOLD, lift=3)
    for index in range(11):
        a = math.radians(140 + index * 26)
        p.thread(
            [(1280 + math.cos(a) * 92, 474 + math.sin(a) * 92), (1280 + math.cos(a) * 106, 474 + math.sin(a) * 106)],
            4,
            INK,
        )
    p.thread([(1280, 474), (1226, 410)], 6, VERMILION)
    p.cut(ellipse(1280, 474, 12), INK, lift=2)
    p.stroke([(1110, 600), (1010, 680), (900, 600), (800, 640), (700, 700)], 15, INK, 5)
    sleeve = mix(PLUM, ROSE, 0.35)
    p.veil(ribbon([(-60, 930), (480, 830), (1000, 850)], [90, 80, 60]), p.shadow, 0.3, blur=26)
    p.cut(
        ribbon([(-80, 800), (300, 770), (700, 770), (1000, 800)], [120, 104, 84, 66], False),
        TAN,
        darker(TAN, 0.08),
        lift=12,
    )
    laid(p, (1000, 806), 6, 350, TAN, 1, 0.05, 0.03)
    p.cut(
        ribbon([(-80, 800), (110, 782), (262, 772)], [160, 146, 134], True, False),
        sleeve,
        darker(sleeve, 0.12),
        lift=12,
    )
    p.cut(ribbon([(240, 773), (276, 771)], [140, 137], False, False), darker(sleeve, 0.15), lift=4)
    cuff = p.cut(
        ribbon([(350, 768), (500, 764), (648, 766)], [124, 122, 116], False, False), DUSK, darker(DUSK, 0.2), lift=12
    )
    with p.inside(cuff):
        p.cut(rectangle(548, 600, 34, 360), darker(DUSK, 0.25), lift=3)
        p.thread([(364, 600), (366, 940)], 4, lighter(DUSK, 0.4), 0.6)
        p.thread([(634, 600), (636, 940)], 4, lighter(DUSK, 0.4), 0.6)
    p.stroke([(708, 690), (672, 704), (630, 720)], 15, INK, 4)
    forearm(p, (1130, 1330), (930, 1010), 350, PAPER, SKIN, 0.3, mix(PAPER, MIST, 0.5))
    laid(p, (935, 1020), -104, 330, SKIN, 1, 0.0, 0.02)
    p.stroke([(90, 1250), (120, 1110), (210, 1040), (330, 1090), (450, 1110), (560, 1060)], 13, SLATE, 5)
    p.stroke([(250, 1250), (250, 1150), (330, 1090)], 13, SLATE, 5)
    p.cut(ellipse(588, 1050, 50), STEEL, lift=7)
    p.cut(ellipse(588, 1050, 34), lighter(STEEL, 0.55), lift=3)
    p.dusk(840, 640, 1300, (160, 140, 120), 0.5)
    return p
