"""Banners of the summer and the autumn campaign."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import leaf, scatter_leaves
from tools.illustrations.geometry import blob, ellipse, ground, moved, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import house, skyline
from tools.illustrations.landscape import cloud, disc, hills, ripples
from tools.illustrations.palette import (
    AMBER,
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
    SILVER_HAIR,
    SLATE,
    SPROUT,
    TEAL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, BROAD, CHILD, CROUCH, ELDER, OFFER, SIT, SLIM, STAND, VEST, WORK, Look
from tools.illustrations.riverside import foam_box
from tools.illustrations.street import bench, table
from tools.illustrations.tableware import bowl, steam
from tools.illustrations.trees import bare_tree, camphor, round_tree


def summer_family(scale: float) -> Picture:
    """Under a camphor by the river: some sort what drifted ashore, some write letters, some look at pots."""
    p = Picture(1800, 750, 302, scale)
    p.shadow, p.depth = (34, 56, 40), 0.36
    p.sky((150, 200, 208), mix(MIST, PAPER, 0.5))
    for x, y, w in ((240, 110, 260), (1640, 90, 240)):
        p.cut(cloud(x, y, w), PAPER, lift=3)
    hills(p, (330,), (mix(TEAL, MIST, 0.45),), 36, 240)
    skyline(p, -40, 560, 420, mix(MIST, DUSK, 0.3), 150, None, 0.0, 80)
    p.cut(ground([(-40, 410), (1840, 404)], 800), mix(TEAL, (110, 170, 176), 0.5), mix(DEEP_TEAL, TEAL, 0.4), lift=4)
    ripples(p, 0, 1800, 418, 540, lighter(MIST, 0.5), 40, 0.5, 90)
    foam_box(p, 300, 480, 46, -6, True, DUSK)
    p.cut(
        ground([(-40, 600), (420, 560), (900, 520), (1840, 500)], 800),
        mix(SPROUT, MOSS, 0.35),
        mix(SPROUT, MOSS, 0.15),
        lift=8,
    )
    camphor(p, 1010, 590, 470, 760)
    for x, y in ((900, 300), (1130, 260), (1250, 350)):
        _cicada(p, x, y)
    p.veil(ellipse(1010, 640, 470, 62), p.shadow, 0.3, blur=26)
    _sorting(p)
    _letters(p)
    _pots(p)
    p.dusk(900, 400, 1350, (180, 186, 140), 0.32)
    return p


def _cicada(p: Picture, x: float, y: float) -> None:
    p.cut(ellipse(x, y, 5, 8), darker(UMBER, 0.3), lift=3)
    for side in (-1, 1):
        p.cut(moved(ellipse(0, 5, 3.6, 10), x + side * 4.4, y, 1, -side * 14), mix(MIST, PAPER, 0.4), lift=2)


def _sorting(p: Picture) -> None:
    for x, y, turn in ((240, 690, 0), (330, 694, 3), (282, 650, -4)):
        foam_box(p, x, y, 78, turn, True, DUSK)
    for k, tone in enumerate((TEAL, (120, 176, 196), MOSS, TEAL)):
        p.cut(rectangle(398 + k * 26, 668, 15, 36, 6), lighter(tone, 0.2), lift=2)
        p.cut(rectangle(402 + k * 26, 660, 7, 10, 2), VERMILION, lift=1)
    contact(p, 190, 702, 110)
    mother = Look(
        coat=PAPER, trousers=DEEP_TEAL, vest=VEST, head=Head(style="tail", hat="cap", hat_colour=mix(SAND, GOLD, 0.4))
    )
    person(p, 160, 702, 250, mother, replace(WORK, lean=9.0), SLIM, 1, (240, 626), (256, 634))
    boy = Look(coat=GOLD, trousers=DUSK, hem=3, head=Head(style="child"))
    contact(p, 560, 708, 110)
    person(p, 560, 706, 206, boy, replace(CROUCH, tilt=16.0), CHILD, -1, (500, 664), (490, 670))


def _letters(p: Picture) -> None:
    contact(p, 790, 704, 270)
    for x, tone, style, facing in ((690, mix(ROSE, VERMILION, 0.25), "tail", 1), (900, TEAL, "bob", -1)):
        p.cut(rectangle(x - 26, 662, 52, 12, 3), UMBER, lift=3)
        for dx in (-20, 12):
            p.cut(rectangle(x + dx, 672, 8, 34), darker(UMBER, 0.2), lift=2)
        look = Look(coat=tone, trousers=DUSK, hem=3, shoes=PAPER, head=Head(style=style))
        person(
            p,
            x,
            706,
            200,
            look,
            replace(SIT, seat=21.0, tilt=22.0),
            CHILD,
            facing,
            (x + facing * 66, 616),
            (x + facing * 76, 620),
        )
    p.cut(rectangle(726, 624, 140, 12, 3), lighter(UMBER, 0.2), lift=4)
    for x in (738, 844):
        p.cut(rectangle(x, 634, 9, 74), darker(UMBER, 0.1), lift=2)
    for x, turn in ((766, -6), (824, 5)):
        p.cut(moved(polygon([(-22, -4), (22, -4), (28, 5), (-28, 5)]), x, 620, 1, turn), PAPER, lift=1.5)
    p.cut(rectangle(786, 606, 26, 17, 2), VERMILION, lift=2)


def _pots(p: Picture) -> None:
    contact(p, 1210, 706, 300)
    top = table(p, 1110, 706, 220, 96, mix(DEEP_TEAL, TEAL, 0.4), 0.6)
    for x, w, h, tone in (
        (1150, 46, 62, CLAY),
        (1220, 60, 46, mix(CLAY, UMBER, 0.4)),
        (1290, 40, 74, mix(TEAL, DEEP_TEAL, 0.5)),
    ):
        p.cut(
            blob(
                [
                    (x - w * 0.22, top - h),
                    (x + w * 0.22, top - h),
                    (x + w * 0.5, top - h * 0.5),
                    (x + w * 0.3, top),
                    (x - w * 0.3, top),
                    (x - w * 0.5, top - h * 0.5),
                ],
                0.42,
            ),
            tone,
            darker(tone, 0.15),
            lift=3,
        )
        p.thread([(x - w * 0.44, top - h * 0.56), (x, top - h * 0.52), (x + w * 0.44, top - h * 0.56)], 3, CREAM, 0.7)
    girl = Look(coat=mix(SPROUT, PAPER, 0.3), trousers=PLUM, hem=3, head=Head(style="tail"))
    contact(p, 1050, 710, 90)
    person(p, 1050, 708, 186, girl, replace(OFFER, tilt=2.0), CHILD, 1, (1122, 602), (1132, 608))
    father = Look(
        coat=mix(DUSK, MIST, 0.3), trousers=mix(SAND, UMBER, 0.4), vest=VEST, head=Head(style="short", glasses=True)
    )
    contact(p, 1400, 712, 110)
    person(p, 1400, 710, 262, father, replace(OFFER, tilt=10.0), BROAD, -1, (1320, 590), (1310, 600))
    kid = Look(coat=VERMILION, trousers=DUSK, hem=3, head=Head(style="child"))
    contact(p, 1490, 714, 80)
    person(p, 1490, 712, 160, kid, replace(STAND, tilt=-6.0, near_hand=(0.6, -0.1)), CHILD, -1)


def chongyang(scale: float) -> Picture:
    """A long bench in autumn: an old woman and a young man simply sit and talk; chrysanthemums, a bowl of noodles on the bench end."""
    p = Picture(1800, 750, 303, scale)
    p.shadow, p.depth = (58, 40, 28), 0.38
    p.sky(mix(MIST, CREAM, 0.4), mix(CREAM, AMBER, 0.25))
    disc(p, 1420, 150, 54, mix(AMBER, CREAM, 0.35), (255, 234, 190), 0.5)
    hills(p, (300, 360), (mix(DUSK, MIST, 0.6), mix(CLAY, MIST, 0.5)), 50, 260)
    for x, w in ((-60, 420), (1400, 460)):
        house(p, x, 560, w, 200, mix(CREAM, SAND, 0.4), SLATE, door=mix(UMBER, VERMILION, 0.3), windows=2)
    p.cut(rectangle(340, 400, 1080, 170), mix(CREAM, SAND, 0.55), mix(CREAM, SAND, 0.75), lift=5)
    p.cut(blob([(326, 392), (1434, 392), (1450, 424), (310, 424)], 0.1), SLATE, darker(SLATE, 0.2), lift=6)
    round_tree(p, 420, 590, 400, mix(GOLD, AMBER, 0.35), UMBER, 6)
    ends = bare_tree(p, 1310, 590, 400, mix(UMBER, SLATE, 0.3), -0.05, 5, 4)
    for twig in ends[::4]:
        p.cut(ellipse(twig[0], twig[1] + 8, 13, 12), mix(AMBER, VERMILION, 0.35), lift=3)
    p.cut(ground([(-40, 560), (900, 552), (1840, 560)], 800), mix(SAND, CREAM, 0.2), mix(SAND, CLAY, 0.35), lift=6)
    contact(p, 900, 706, 760, 0.36)
    bench(p, 560, 704, 700, 108, UMBER)
    old = Look(coat=mix(PLUM, VERMILION, 0.25), trousers=SLATE, scarf=CREAM, head=Head(hair=SILVER_HAIR, style="bun"))
    person(
        p,
        800,
        706,
        420,
        old,
        replace(SIT, seat=28.0, tilt=4.0, near_hand=(0.66, -0.34), far_hand=(0.56, -0.62)),
        ELDER,
        1,
    )
    young = Look(
        coat=mix(DUSK, TEAL, 0.3),
        trousers=mix(UMBER, SLATE, 0.4),
        shoes=PAPER,
        vest=VEST,
        head=Head(style="short", glasses=True),
    )
    person(p, 1040, 706, 446, young, replace(SIT, seat=27.0, lean=4.0, tilt=10.0), ADULT, -1)
    bowl(p, 626, 592, 84, PAPER, DUSK)
    for k in range(3):
        p.thread([(600 + k * 18, 556), (612 + k * 16, 548), (628 + k * 10, 555)], 4, mix(AMBER, CREAM, 0.5))
    p.stroke([(598, 560), (672, 528)], 4, UMBER, 1)
    p.stroke([(604, 564), (678, 536)], 4, UMBER, 1)
    steam(p, 626, 548, 110, 46, 3, 0.45)
    for x, y, tone in (
        (1200, 590, GOLD),
        (470, 716, mix(GOLD, PAPER, 0.3)),
        (1330, 720, mix(ROSE, PAPER, 0.4)),
        (1410, 712, AMBER),
    ):
        _chrysanthemum(p, x, y, 74 if y > 600 else 60, tone)
    for x, y in ((700, 730), (300, 690), (1120, 736), (1580, 690), (900, 740)):
        scatter_leaves(p, x, y, 70, 10, 3, 22, (GOLD, mix(GOLD, VERMILION, 0.4)))
    p.dusk(900, 460, 1300, (190, 156, 120), 0.4)
    return p


def _chrysanthemum(p: Picture, x: float, y: float, size: float, tone: Colour) -> None:
    """A potted chrysanthemum standing on ``(x, y)``."""
    for turn in (-150, -120, -60, -30):
        p.cut(leaf(x, y - size * 0.5, size * 0.62, turn, 0.3), mix(MOSS, DEEP_MOSS, 0.4), lift=2)
    for dx, dy, r in ((-0.34, 1.0, 0.36), (0.36, 1.04, 0.34), (0.02, 1.3, 0.4)):
        p.stroke([(x, y - size * 0.5), (x + dx * size, y - dy * size)], 4, DEEP_MOSS, 1)
        for ring in (1.0, 0.66):
            for k in range(16):
                petal = ribbon(
                    [(r * size * 0.1, 0), (r * size * ring * 0.6, 0), (r * size * ring, 0)], [1.5, r * size * 0.11, 1.2]
                )
                p.cut(
                    moved(petal, x + dx * size, y - dy * size, 1, k * 22.5 + ring * 12),
                    tone if ring == 1.0 else lighter(tone, 0.25),
                    lift=0.8,
                    rim=0.2,
                )
        p.cut(ellipse(x + dx * size, y - dy * size, r * size * 0.2), darker(tone, 0.2), lift=1)
    p.cut(
        polygon(
            [
                (x - size * 0.32, y - size * 0.5),
                (x + size * 0.32, y - size * 0.5),
                (x + size * 0.24, y),
                (x - size * 0.24, y),
            ]
        ),
        CLAY,
        darker(CLAY, 0.15),
        lift=4,
    )
    p.cut(rectangle(x - size * 0.36, y - size * 0.58, size * 0.72, size * 0.13, 3), lighter(CLAY, 0.12), lift=3)
