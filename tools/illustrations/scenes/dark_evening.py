"""The village that puts out its lights: fireflies along the ditch."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.foliage import hanging_willow
from tools.illustrations.geometry import blob, curve, ellipse, ground, moved, polygon, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.hillside import reeds
from tools.illustrations.houses import house
from tools.illustrations.landscape import cloud, hills, ripples, stars
from tools.illustrations.palette import (
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    GREY_HAIR,
    INK,
    MIDNIGHT,
    MOSS,
    NIGHT,
    PAPER,
    ROSE,
    SAND,
    SKIN,
    SLATE,
    SPROUT,
    TEAL,
    VERMILION,
    Colour,
    darker,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, CHILD, SLIM, STRIDE, WALK, Look
from tools.illustrations.trees import round_tree


def ditch(scale: float) -> Picture:
    """A file of people in the dark beside the water, the last one in socks, her dancing shoes with lit heels in her hands."""
    p = Picture(1800, 1200, 2206, scale)
    p.shadow, p.depth = (4, 12, 18), 0.5
    p.sky(mix(MIDNIGHT, DEEP_TEAL, 0.15), mix(MIDNIGHT, DEEP_TEAL, 0.5), mix(NIGHT, DEEP_TEAL, 0.75))
    stars(p, 60, 420)
    for x, y, w in ((360, 170, 460), (1320, 120, 520), (900, 300, 380)):
        p.veil(cloud(x, y, w), mix(DUSK, DEEP_TEAL, 0.5), 0.2, blur=8)
    hills(p, (500, 580), (mix(NIGHT, DEEP_TEAL, 0.55), mix(MIDNIGHT, DEEP_TEAL, 0.5)), 70, 300)
    for x, w, h in ((80, 220, 80), (330, 180, 70), (1270, 210, 84), (1500, 240, 90)):
        house(p, x, 730, w, h, mix(NIGHT, DUSK, 0.28), MIDNIGHT, door=MIDNIGHT, lift=4)
    for x, h in ((30, 230), (560, 190), (1180, 200), (1770, 260)):
        round_tree(p, x, 740, h, mix(MIDNIGHT, DEEP_TEAL, 0.25), MIDNIGHT, 3)
    p.cut(
        ground([(-40, 730), (700, 716), (1840, 720)], 1240),
        mix(MIDNIGHT, DEEP_MOSS, 0.55),
        mix(MIDNIGHT, DEEP_MOSS, 0.35),
        lift=6,
    )
    water = polygon(
        [
            *curve([(1250, 742), (1130, 800), (1240, 900), (1840, 1010)]),
            (1840, 1240),
            (560, 1240),
            *curve([(560, 1240), (900, 1030), (1010, 850), (1190, 742)]),
        ]
    )
    p.cut(water, mix(NIGHT, TEAL, 0.28), mix(MIDNIGHT, TEAL, 0.2), lift=0, rim=0.1)
    with p.inside(water):
        ripples(p, 900, 1800, 780, 1180, mix(TEAL, SPROUT, 0.4), 34, 0.28, 90)
    path = polygon(
        [
            *curve([(-40, 1060), (420, 1010), (820, 900), (1150, 742)]),
            (1180, 742),
            *curve([(1180, 742), (1000, 880), (760, 1060), (420, 1240)]),
            (-40, 1240),
        ]
    )
    p.cut(path, mix(NIGHT, SAND, 0.3), mix(NIGHT, SAND, 0.16), lift=4)
    _file(p)
    reeds(
        p,
        900,
        1840,
        1230,
        300,
        (mix(MIDNIGHT, DEEP_MOSS, 0.5), mix(MIDNIGHT, MOSS, 0.4), mix(DEEP_TEAL, MOSS, 0.35)),
        34,
    )
    reeds(p, -40, 380, 1230, 240, (mix(MIDNIGHT, DEEP_MOSS, 0.4), mix(MIDNIGHT, MOSS, 0.35)), 22)
    leaves = (mix(MIDNIGHT, DEEP_MOSS, 0.45), mix(MIDNIGHT, MOSS, 0.3), mix(DEEP_TEAL, MOSS, 0.3))
    hanging_willow(p, -30, 560, 560, leaves, 12, 40)
    hanging_willow(p, 1840, 1260, 620, leaves, 12, 40)
    _fireflies(p)
    p.dusk(820, 780, 1350, (90, 110, 120), 0.42)
    return p


def _file(p: Picture) -> None:
    walkers = (
        (1096, 792, 128, ADULT, DUSK, "short"),
        (1050, 820, 152, SLIM, SLATE, "bob"),
        (1000, 852, 120, CHILD, mix(GOLD, NIGHT, 0.4), "child"),
        (930, 894, 222, ADULT, mix(DUSK, NIGHT, 0.3), "short"),
        (842, 946, 176, CHILD, mix(ROSE, NIGHT, 0.45), "tail"),
        (742, 1000, 320, SLIM, mix(TEAL, NIGHT, 0.4), "bob"),
    )
    for index, (x, y, height, build, tone, style) in enumerate(walkers):
        coat = mix(tone, MIDNIGHT, 0.42)
        look = Look(
            coat=coat,
            trousers=darker(coat, 0.5),
            shoes=MIDNIGHT,
            head=Head(style=style, skin=mix(SKIN, NIGHT, 0.5), hair=mix(MIDNIGHT, INK, 0.5)),
        )
        contact(p, x, y + 2, height * 0.4, 0.4)
        them = person(
            p,
            x,
            y,
            height,
            look,
            replace(WALK if index % 2 else STRIDE, tilt=8.0),
            build,
            1,
            near_at=(x + height * 0.2, y - height * 0.5) if index in (0, 3, 5) else None,
        )
        if index in (0, 3, 5):
            at = them.near_hand
            p.beam(
                polygon(
                    [
                        (at[0], at[1] - 4),
                        (at[0], at[1] + 4),
                        (at[0] + height * 0.34, y + 8),
                        (at[0] + height * 0.1, y + 12),
                    ]
                ),
                at,
                (at[0] + height * 0.26, y + 14),
                (230, 60, 40),
                0.7,
            )
            p.glow(*at, height * 0.12, (240, 80, 50), 0.8)
    woman = Look(
        coat=mix(VERMILION, NIGHT, 0.42),
        trousers=mix(SLATE, MIDNIGHT, 0.5),
        shoes=mix(CREAM, DUSK, 0.25),
        hem=9,
        head=Head(style="bun", skin=mix(SKIN, NIGHT, 0.28), hair=mix(GREY_HAIR, NIGHT, 0.55)),
    )
    contact(p, 520, 1078, 200, 0.45)
    her = person(
        p,
        520,
        1074,
        500,
        woman,
        replace(WALK, lean=3.0, tilt=16.0, near_foot=(-0.2, 0.03), far_foot=(0.22, 0.0)),
        ADULT,
        1,
        (618, 846),
        (668, 838),
        lambda a: _shoe(p, a.far_hand[0] + 6, a.far_hand[1] + 34, (92, 230, 130)),
    )
    _shoe(p, her.near_hand[0] + 2, her.near_hand[1] + 42, (255, 74, 60))


def _shoe(p: Picture, x: float, y: float, light: Colour) -> None:
    """A dancing shoe hanging by its heel strap, toe down, the little lamp in the heel burning."""
    p.glow(x - 8, y - 6, 96, light, 0.75)
    red = mix(VERMILION, NIGHT, 0.35)
    strap = [(x - 4, y - 40), (x - 14, y - 24), (x - 12, y - 12)]
    p.stroke(strap, 4, red, 1)
    shoe = [(-34, -12), (-30, 6), (2, 8), (24, 6), (36, 12), (38, 20), (-32, 20)]
    p.cut(moved(blob(shoe, 0.36), x, y, 1, 58), red, darker(red, 0.15), lift=3)
    p.cut(moved(blob([(-26, -2), (-24, 7), (8, 9), (-4, 2)], 0.4), x, y, 1, 58), mix(CREAM, DUSK, 0.3), lift=0, rim=0)
    p.cut(
        moved(polygon([(-34, 18), (40, 18), (40, 23), (-14, 23), (-16, 36), (-33, 36)]), x, y, 1, 58),
        mix(CREAM, DUSK, 0.2),
        lift=2,
    )
    p.cut(moved(rectangle(-35, 20, 20, 11, 4), x, y, 1, 58), light, lift=1, rim=0)
    p.cut(moved(ellipse(-25, 25, 6, 3), x, y, 1, 58), PAPER, lift=0, rim=0)


def _fireflies(p: Picture) -> None:
    glow = (214, 236, 92)
    places = [(p.random.uniform(60, 1760), p.random.triangular(600, 1130, 860)) for _ in range(64)]
    places += [(p.random.gauss(1330, 220), p.random.gauss(880, 90)) for _ in range(30)]
    for x, y in places:
        near = max(0.0, (y - 600) / 500)
        size = 2.0 + 3.6 * near * p.random.uniform(0.6, 1.2)
        p.glow(x, y, size * 8, glow, 0.7)
        p.cut(ellipse(x, y, size, size * 0.8), (244, 250, 180), lift=0, rim=0)
    for k in range(9):
        a = math.pi * (0.1 + k / 7)
        p.veil(ellipse(700 + math.cos(a) * 74, 868 - math.sin(a) * 46, 2.4), glow, 0.2 + k * 0.07)
    p.glow(628, 850, 60, glow, 0.4)
    p.glow(626, 826, 44, glow, 0.9)
    p.cut(ellipse(626, 826, 5, 4), (244, 250, 180), lift=0, rim=0)
