"""Wide banners of the campaigns, and the cover of the night feature."""
from __future__ import annotations

from dataclasses import replace

from ..figures import (
    BROAD,
    CANE,
    CHILD,
    ELDER,
    FRONT,
    OFFER,
    SLIM,
    STAND,
    STRIDE,
    VEST,
    WALK,
    Build,
    Look,
    cane,
    contact,
    person,
)
from ..geometry import blob, ellipse, ground, minus, polygon, rectangle, ribbon
from ..heads import Head
from ..landscape import cloud, disc, hills, reflection, ripples, snowfall, stars
from ..objects import kite, torch
from ..palette import (
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
    MIST,
    MOSS,
    NIGHT,
    PAPER,
    PLUM,
    ROSE,
    SAND,
    SILVER_HAIR,
    SKIN,
    SLATE,
    SNOW,
    SPROUT,
    STEEL,
    TAN,
    TEAL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from ..paper import Picture
from ..street import bus, house, lamp, railing, skyline
from ..trees import bare_tree, hanging_willow, round_tree


def lei_feng_month(scale: float) -> Picture:
    """A spring street: willows in new leaf, volunteers walking with neighbours, kites above."""
    p = Picture(1800, 750, 301, scale)
    p.shadow, p.depth = (48, 56, 50), 0.34
    p.sky(mix(MIST, TEAL, 0.12), mix(MIST, PAPER, 0.6), mix(CREAM, PAPER, 0.3))
    disc(p, 1240, 130, 50, lighter(GOLD, 0.6), (255, 240, 200), 0.4)
    p.cut(cloud(520, 150, 260), PAPER, lift=3)
    p.cut(cloud(1500, 220, 220), PAPER, lift=3)
    hills(p, (360, 410), (mix(TEAL, MIST, 0.65), mix(TEAL, MIST, 0.35)), 40, 240)
    for x, w, h in ((-60, 260, 120), (220, 210, 96), (450, 240, 110), (1080, 220, 100), (1320, 250, 116), (1590, 260, 122)):
        house(p, x, 560, w, h, mix(CREAM, SAND, 0.2 if w % 20 else 0.5), SLATE, door=mix(UMBER, VERMILION, 0.25))
    for x, h, tone in ((190, 210, ROSE), (712, 190, lighter(ROSE, 0.35)), (1050, 200, lighter(ROSE, 0.2)), (1572, 214, ROSE)):
        round_tree(p, x, 572, h, tone, UMBER, 4)
    p.cut(ground([(-40, 566), (900, 556), (1840, 566)], 800), mix(SPROUT, MOSS, 0.3), mix(SPROUT, MOSS, 0.1), lift=6)
    p.cut(ground([(-40, 606), (900, 596), (1840, 606)], 800), mix(SAND, CREAM, 0.3), mix(SAND, CLAY, 0.25), lift=6)
    vest = VEST
    group = (
        (330, 690, 258, Look(coat=SLATE, trousers=darker(DUSK, 0.3), vest=vest, head=Head(style="short", hat="cap")), WALK, BROAD, 1),
        (560, 694, 238, Look(coat=mix(PLUM, ROSE, 0.35), trousers=SLATE, hem=10, head=Head(hair=SILVER_HAIR, style="bun")), CANE, ELDER, 1),
        (476, 700, 250, Look(coat=CREAM, trousers=INK, vest=vest, head=Head(style="tail")), STAND, SLIM, 1),
        (1150, 694, 252, Look(coat=TEAL, trousers=INK, vest=vest, head=Head(style="bob")), STRIDE, SLIM, -1),
        (1290, 700, 258, Look(coat=DUSK, trousers=darker(UMBER, 0.3), vest=vest, head=Head(hair=GREY_HAIR, style="crop", skin=TAN)), WALK, BROAD, -1),
    )
    for x, y, height, look, pose, build, facing in group:
        contact(p, x, y + 2, 120, 0.26)
        if pose is STAND:
            pose = replace(STAND, near_hand=(0.56, -0.62), far_hand=(0.5, -0.6), lean=4.0, tilt=6.0)
        them = person(p, x, y, height, look, pose, build, facing)
        if pose is CANE:
            cane(p, them.near_hand, (x + 52, y), height)
    for x, tone, swallow, at, facing in ((790, GOLD, True, (900, 150), 1), (930, TEAL, False, (1010, 300), 1), (1440, mix(ROSE, CLAY, 0.3), False, (1320, 330), -1)):
        contact(p, x, 702, 90, 0.26)
        height = 168 if x != 790 else 180
        look = Look(coat=tone, trousers=DUSK if x != 1440 else PLUM, scarf=VERMILION, head=Head(style="tail" if x == 930 else "child"))
        kid = person(p, x, 700, height, look, replace(STRIDE, tilt=-14.0, near_hand=(0.66, 0.34), far_hand=(-0.3, -0.8)), CHILD, facing)
        kite(p, *at, 96 if swallow else 66, VERMILION if x != 1440 else DEEP_TEAL, kid.near_hand, -14 if facing > 0 else 20, swallow)
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
    for x, h in ((90, 360), (1720, 380)):
        bare_tree(p, x, 620, h, mix(UMBER, SLATE, 0.5), 0.0, 5, 4, True)
    row: tuple[tuple[float, float, Look, Build], ...] = (
        (372, 300, Look(coat=SLATE, vest=VEST, head=Head(style="short", hat="cap")), BROAD),
        (492, 286, Look(coat=mix(PLUM, ROSE, 0.3), scarf=CREAM, head=Head(hair=SILVER_HAIR, style="bun")), ELDER),
        (600, 206, Look(coat=GOLD, scarf=VERMILION, head=Head(style="child")), CHILD),
        (712, 298, Look(coat=DEEP_TEAL, vest=VEST, head=Head(style="bob")), SLIM),
        (838, 312, Look(coat=DUSK, scarf=GOLD, head=Head(style="short", hat="knit", hat_colour=SLATE)), BROAD),
        (962, 292, Look(coat=CREAM, vest=VEST, head=Head(style="tail")), SLIM),
        (1070, 198, Look(coat=TEAL, scarf=VERMILION, head=Head(style="child", hat="knit", hat_colour=VERMILION)), CHILD),
        (1180, 304, Look(coat=DEEP_MOSS, scarf=CREAM, head=Head(hair=GREY_HAIR, style="crop", skin=TAN, glasses=True)), ELDER),
        (1304, 294, Look(coat=mix(CLAY, ROSE, 0.3), vest=VEST, head=Head(style="bob", hat="knit", hat_colour=CREAM)), SLIM),
        (1430, 308, Look(coat=mix(DUSK, NIGHT, 0.3), vest=VEST, head=Head(hair=GREY_HAIR, style="short")), BROAD),
    )
    base = 696
    joins = [((a[0] + b[0]) / 2, base - 0.42 * (min(a[1], b[1]) * 0.7 + max(a[1], b[1]) * 0.3)) for a, b in zip(row, row[1:], strict=False)]
    p.veil(ellipse(900, base + 4, 640, 16), p.shadow, 0.32, blur=9)
    for index, (x, height, look, build) in enumerate(row):
        left = joins[index - 1] if index else (x - 56, base - height * 0.42)
        right = joins[index] if index < len(joins) else (x + 56, base - height * 0.42)
        trousers = darker(look.coat, 0.6)
        person(p, x, base, height, replace(look, hem=8 if look.vest else 16, trousers=trousers), FRONT, build, near_at=(right[0] - 5, right[1] - 6), far_at=(left[0] + 5, left[1] - 6))
    p.cut(ground([(-40, 700), (300, 716), (900, 730), (1500, 716), (1840, 696)], 800), SNOW, lift=8)
    snowfall(p, 260, 5.0, [(x, base - h * 0.91, 32) for x, h, _, _ in row])
    p.dusk(900, 420, 1350, (130, 136, 170), 0.4)
    return p


def night_lights(scale: float) -> Picture:
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
        reflection(p, 40 + index * 78 + p.random.uniform(-20, 20), 750, 750 + p.random.uniform(80, 230), p.random.uniform(9, 22), LAMP if index % 3 else AMBER, 0.5)
    ripples(p, 0, 1800, 760, 1080, (150, 170, 220), 60, 0.22)
    deck = ground([(-40, 786), (500, 752), (1000, 742), (1400, 760), (1840, 800)], 826)
    arches = [ellipse(160 + k * 330, 900, 136, 118 - abs(k - 2) * 6) for k in range(6)]
    bridge = minus(polygon([(-40, 796), (500, 762), (1000, 752), (1400, 770), (1840, 810), (1840, 900), (-40, 900)]), *arches)
    p.cut(bridge, mix(SLATE, NIGHT, 0.35), mix(SLATE, NIGHT, 0.55), lift=7)
    for k in range(6):
        reflection(p, 160 + k * 330 + 164, 904, 980, 24, mix(NIGHT, DUSK, 0.6), 0.4)
    bus(p, 560, 752, 330, TEAL, True, (0.36, 0.5, 0.82))
    railing(p, [(-40, 792), (500, 760), (1000, 750), (1400, 768), (1840, 808)], 30, 26, mix(SLATE, NIGHT, 0.15), 3)
    for x, y in ((180, 776), (470, 758), (1000, 748), (1290, 760)):
        bulb = lamp(p, x, y, 150, 34, LAMP, darker(SLATE, 0.3))
        reflection(p, bulb[0], 912, 1040, 16, LAMP, 0.7)
    del deck
    _near_house(p)
    p.cut(ground([(-40, 1010), (420, 1020), (900, 1070), (1300, 1080), (1840, 1060)], 1260), mix(DEEP_MOSS, MIDNIGHT, 0.6), MIDNIGHT, lift=12)
    p.cut(ground([(-40, 1076), (420, 1084), (900, 1120), (1300, 1126), (1840, 1110)], 1260), mix(SLATE, NIGHT, 0.5), mix(SLATE, MIDNIGHT, 0.7), lift=6)
    for x, y, look, build, pose in (
        (300, 1140, Look(coat=SLATE, trousers=darker(DUSK, 0.5), vest=VEST, head=Head(style="short", hat="cap")), BROAD, STRIDE),
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
            p.cut(pane, LAMP if lit else darker(wall, 0.45), mix(LAMP, AMBER, 0.6) if lit else darker(wall, 0.3), lift=0, rim=0)
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
        p.cut(blob([(x - 6, y - 6), (x + 40, y - 6), (x + 26, y + 70), (x + 8, y + 150), (x - 6, y + 150)], 0.4), mix(VERMILION, CLAY, 0.4), lift=3)
        p.cut(blob([(x + 142, y - 6), (x + 96, y - 6), (x + 110, y + 70), (x + 128, y + 150), (x + 142, y + 150)], 0.4), mix(VERMILION, CLAY, 0.4), lift=3)
    if kind == 5:
        p.cut(polygon([(x + 58, y + 30), (x + 96, y + 30), (x + 112, y + 64), (x + 42, y + 64)]), CREAM, lift=2)
        return
    if kind in (0, 4):
        person(p, x + 62, y + 250, 220, Look(coat=shade, trousers=shade, head=Head(skin=mix(SKIN, CLAY, 0.4), hair=GREY_HAIR if kind else darker(shade, 0.3), style="bun")), replace(STAND, tilt=14.0))
    elif kind == 2:
        person(p, x + 40, y + 250, 220, Look(coat=mix(DEEP_TEAL, shade, 0.4), head=Head(style="short", skin=mix(SKIN, CLAY, 0.4))), replace(OFFER, tilt=8.0))
        person(p, x + 112, y + 230, 140, Look(coat=mix(GOLD, shade, 0.4), head=Head(style="child", skin=mix(SKIN, CLAY, 0.4))), replace(STAND, tilt=-8.0), CHILD, -1)
    elif kind in (1, 6):
        p.cut(ellipse(x + 100, y + 20, 26, 18), mix(VERMILION, AMBER, 0.3), lift=2)
        p.cut(rectangle(x - 4, y + 96, 70, 60, 4), mix(shade, AMBER, 0.3), lift=2)
        p.cut(ribbon([(x + 24, y + 98), (x + 20, y + 70), (x + 28, y + 44)], [2, 2, 1]), DEEP_MOSS, lift=1)
        for dx, dy in ((4, 52), (44, 46), (8, 78), (44, 72)):
            p.cut(ellipse(x + dx, y + dy, 15, 8), DEEP_MOSS, lift=1)
