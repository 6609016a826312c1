"""Wide banners of the campaigns."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tools.illustrations.figures import cane, contact, person
from tools.illustrations.foliage import hanging_willow
from tools.illustrations.geometry import ellipse, ground
from tools.illustrations.heads import Head
from tools.illustrations.houses import house, skyline
from tools.illustrations.landscape import cloud, disc, hills, snowfall
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
    SNOW,
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
from tools.illustrations.poses import (
    BROAD,
    CANE,
    CHILD,
    ELDER,
    FRONT,
    SLIM,
    STAND,
    STRIDE,
    VEST,
    WALK,
    Build,
    Look,
)
from tools.illustrations.props import kite
from tools.illustrations.trees import bare_tree, round_tree


def lei_feng_month(scale: float) -> Picture:
    """A spring street: willows in new leaf, volunteers walking with neighbours, kites above."""
    p = Picture(1800, 750, 301, scale)
    p.shadow, p.depth = (48, 56, 50), 0.34
    p.sky(mix(MIST, TEAL, 0.12), mix(MIST, PAPER, 0.6), mix(CREAM, PAPER, 0.3))
    disc(p, 1240, 130, 50, lighter(GOLD, 0.6), (255, 240, 200), 0.4)
    p.cut(cloud(520, 150, 260), PAPER, lift=3)
    p.cut(cloud(1500, 220, 220), PAPER, lift=3)
    hills(p, (360, 410), (mix(TEAL, MIST, 0.65), mix(TEAL, MIST, 0.35)), 40, 240)
    for x, w, h in (
        (-60, 260, 120),
        (220, 210, 96),
        (450, 240, 110),
        (1080, 220, 100),
        (1320, 250, 116),
        (1590, 260, 122),
    ):
        house(p, x, 560, w, h, mix(CREAM, SAND, 0.2 if w % 20 else 0.5), SLATE, door=mix(UMBER, VERMILION, 0.25))
    for x, h, tone in (
        (190, 210, ROSE),
        (712, 190, lighter(ROSE, 0.35)),
        (1050, 200, lighter(ROSE, 0.2)),
        (1572, 214, ROSE),
    ):
        round_tree(p, x, 572, h, tone, UMBER, 4)
    p.cut(ground([(-40, 566), (900, 556), (1840, 566)], 800), mix(SPROUT, MOSS, 0.3), mix(SPROUT, MOSS, 0.1), lift=6)
    p.cut(ground([(-40, 606), (900, 596), (1840, 606)], 800), mix(SAND, CREAM, 0.3), mix(SAND, CLAY, 0.25), lift=6)
    vest = VEST
    group = (
        (
            330,
            690,
            258,
            Look(coat=SLATE, trousers=darker(DUSK, 0.3), vest=vest, head=Head(style="short", hat="cap")),
            WALK,
            BROAD,
            1,
        ),
        (
            560,
            694,
            238,
            Look(coat=mix(PLUM, ROSE, 0.35), trousers=SLATE, hem=10, head=Head(hair=SILVER_HAIR, style="bun")),
            CANE,
            ELDER,
            1,
        ),
        (476, 700, 250, Look(coat=CREAM, trousers=INK, vest=vest, head=Head(style="tail")), STAND, SLIM, 1),
        (1150, 694, 252, Look(coat=TEAL, trousers=INK, vest=vest, head=Head(style="bob")), STRIDE, SLIM, -1),
        (
            1290,
            700,
            258,
            Look(coat=DUSK, trousers=darker(UMBER, 0.3), vest=vest, head=Head(hair=GREY_HAIR, style="crop", skin=TAN)),
            WALK,
            BROAD,
            -1,
        ),
    )
    for x, y, height, look, pose, build, facing in group:
        contact(p, x, y + 2, 120, 0.26)
        if pose is STAND:
            pose = replace(STAND, near_hand=(0.56, -0.62), far_hand=(0.5, -0.6), lean=4.0, tilt=6.0)
        them = person(p, x, y, height, look, pose, build, facing)
        if pose is CANE:
            cane(p, them.near_hand, (x + 52, y), height)
    for x, tone, swallow, at, facing in (
        (790, GOLD, True, (900, 150), 1),
        (930, TEAL, False, (1010, 300), 1),
        (1440, mix(ROSE, CLAY, 0.3), False, (1320, 330), -1),
    ):
        contact(p, x, 702, 90, 0.26)
        height = 168 if x != 790 else 180
        look = Look(
            coat=tone,
            trousers=DUSK if x != 1440 else PLUM,
            scarf=VERMILION,
            head=Head(style="tail" if x == 930 else "child"),
        )
        kid = person(
            p,
            x,
            700,
            height,
            look,
            replace(STRIDE, tilt=-14.0, near_hand=(0.66, 0.34), far_hand=(-0.3, -0.8)),
            CHILD,
            facing,
        )
        kite(
            p,
            *at,
            96 if swallow else 66,
            VERMILION if x != 1440 else DEEP_TEAL,
            kid.near_hand,
            -14 if facing > 0 else 20,
            swallow,
        )
    hanging_willow(p, -30, 330, 470, (mix(MOSS, SPROUT, 0.3), SPROUT, lighter(SPROUT, 0.25)), 8, 30)
    hanging_willow(p, 1830, 1560, 520, (mix(MOSS, SPROUT, 0.3), SPROUT, lighter(SPROUT, 0.25)), 8, 30)
    p.dusk(900, 380, 1350, (190, 180, 150), 0.3)
    return p


def volunteer_day(scale: float) -> Picture:
    """Winter: young and old hand in hand before the city, light snow."""
    p = Picture(1800, 750, 1205, scale)
    p.shadow, p.depth = (40, 48, 76), 0.36
    p.sky(mix(DUSK, STEEL, 0.35), mix(DUSK, MIST, 0.6), mix(CREAM, ROSE, 0.25))
    disc(p, 1330, 240, 60, mix(CREAM, AMBER, 0.2), (255, 226, 180), 0.5)
    hills(p, (430,), (mix(mix(DUSK, MIST, 0.55), SNOW, 0.3),), 36, 240)
    skyline(p, -40, 1840, 590, mix(mix(DUSK, STEEL, 0.4), MIST, 0.45), 300, lighter(LAMP, 0.3), 0.3, 120)
    skyline(p, -60, 1860, 600, mix(DUSK, STEEL, 0.35), 170, LAMP, 0.3, 100)
    p.cut(ground([(-40, 590), (600, 574), (1200, 580), (1840, 590)], 800), mix(SNOW, MIST, 0.45), SNOW, lift=7)
    for x, h in ((90.0, 360.0), (1720.0, 380.0)):
        bare_tree(p, x, 620, h, mix(UMBER, SLATE, 0.5), 0.0, 5, 4, True)
    row: tuple[tuple[float, float, Look, Build], ...] = (
        (372, 300, Look(coat=SLATE, vest=VEST, head=Head(style="short", hat="cap")), BROAD),
        (492, 286, Look(coat=mix(PLUM, ROSE, 0.3), scarf=CREAM, head=Head(hair=SILVER_HAIR, style="bun")), ELDER),
        (600, 206, Look(coat=GOLD, scarf=VERMILION, head=Head(style="child")), CHILD),
        (712, 298, Look(coat=DEEP_TEAL, vest=VEST, head=Head(style="bob")), SLIM),
        (838, 312, Look(coat=DUSK, scarf=GOLD, head=Head(style="short", hat="knit", hat_colour=SLATE)), BROAD),
        (962, 292, Look(coat=CREAM, vest=VEST, head=Head(style="tail")), SLIM),
        (
            1070,
            198,
            Look(coat=TEAL, scarf=VERMILION, head=Head(style="child", hat="knit", hat_colour=VERMILION)),
            CHILD,
        ),
        (
            1180,
            304,
            Look(coat=DEEP_MOSS, scarf=CREAM, head=Head(hair=GREY_HAIR, style="crop", skin=TAN, glasses=True)),
            ELDER,
        ),
        (
            1304,
            294,
            Look(coat=mix(CLAY, ROSE, 0.3), vest=VEST, head=Head(style="bob", hat="knit", hat_colour=CREAM)),
            SLIM,
        ),
        (1430, 308, Look(coat=mix(DUSK, NIGHT, 0.3), vest=VEST, head=Head(hair=GREY_HAIR, style="short")), BROAD),
    )
    base = 696
    joins = [
        ((a[0] + b[0]) / 2, base - 0.42 * (min(a[1], b[1]) * 0.7 + max(a[1], b[1]) * 0.3)) for a, b in pairwise(row)
    ]
    p.veil(ellipse(900, base + 4, 640, 16), p.shadow, 0.32, blur=9)
    for index, (place, height, look, build) in enumerate(row):
        x = place
        left = joins[index - 1] if index else (x - 56, base - height * 0.42)
        right = joins[index] if index < len(joins) else (x + 56, base - height * 0.42)
        trousers = darker(look.coat, 0.6)
        person(
            p,
            x,
            base,
            height,
            replace(look, hem=8 if look.vest else 16, trousers=trousers),
            FRONT,
            build,
            near_at=(right[0] - 5, right[1] - 6),
            far_at=(left[0] + 5, left[1] - 6),
        )
    p.cut(ground([(-40, 700), (300, 716), (900, 730), (1500, 716), (1840, 696)], 800), SNOW, lift=8)
    snowfall(p, 260, 5.0, [(x, base - h * 0.91, 32) for x, h, _, _ in row])
    p.dusk(900, 420, 1350, (130, 136, 170), 0.4)
    return p
