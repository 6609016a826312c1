"""The end of a summer of letters: two ten-year-olds measured against the maize."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.animals import fowl
from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import blob, ellipse, ground, moved, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.hillside import maize, reeds
from tools.illustrations.houses import house
from tools.illustrations.landscape import cloud, disc, hills
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
    SKIN,
    SLATE,
    SPROUT,
    TAN,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import CHILD, ELDER, STAND, Look


def measured(scale: float) -> Picture:
    """Back to back beside tall maize, a grandmother's bamboo pole over their heads, one pair of shoes on the ground."""
    p = Picture(1800, 1200, 2204, scale)
    p.shadow, p.depth = (40, 52, 34), 0.36
    p.sky(mix(TEAL, MIST, 0.4), mix(CREAM, SPROUT, 0.25))
    disc(p, 640, 220, 58, lighter(GOLD, 0.55), (255, 240, 190), 0.5)
    p.cut(cloud(300, 190, 280), PAPER, lift=4)
    hills(p, (380, 470), (mix(TEAL, MIST, 0.35), mix(TEAL, MOSS, 0.4)), 80, 280)
    for k in range(6):
        y = 560 + k * 50
        line = [(-40, y + 16), (420, y - 26 + k * 3), (980, y + 18), (1840, y - 8)]
        p.cut(ground(line, 1240), mix(mix(SPROUT, AMBER, 0.25), MOSS, 0.2 + 0.13 * (k % 3)), lift=4)
    house(p, 70, 700, 260, 120, mix(SAND, CLAY, 0.3), SLATE, door=UMBER, lift=5)
    p.cut(
        ground([(-40, 880), (600, 850), (1240, 862), (1840, 850)], 1240),
        mix(SAND, CLAY, 0.35),
        mix(SAND, CLAY, 0.55),
        lift=7,
    )
    for index in range(15):
        maize(
            p,
            1130 + index * 52 + p.random.uniform(-12, 12),
            900 + (index % 3) * 14,
            640 * p.random.uniform(0.9, 1.06),
            mix(MOSS, DEEP_MOSS, 0.35),
        )
    for x, y, h in (
        (486, 876, 560),
        (560, 884, 600),
        (640, 880, 570),
        (1080, 930, 740),
        (1640, 960, 800),
        (1760, 980, 790),
    ):
        maize(p, x, y, h, mix(MOSS, SPROUT, 0.2), 6)
    contact(p, 880, 1056, 260, 0.34)
    left = Look(coat=PAPER, trousers=mix(DUSK, TEAL, 0.3), shoes=SKIN, hem=3, head=Head(style="bob"))
    right = Look(
        coat=mix(VERMILION, ROSE, 0.25),
        trousers=mix(UMBER, SLATE, 0.4),
        shoes=UMBER,
        hem=3,
        head=Head(style="child", skin=TAN),
    )
    straight = replace(
        STAND,
        lean=0.4,
        tilt=-2.0,
        near_hand=(0.02, -0.95),
        far_hand=(0.08, -0.93),
        far_foot=(0.06, 0.0),
        near_foot=(0.0, 0.0),
    )
    person(p, 842, 1050, 440, left, straight, CHILD, -1)
    person(p, 930, 1050, 430, right, straight, CHILD, 1)
    granny = Look(
        coat=mix(DUSK, PLUM, 0.35),
        trousers=darker(SLATE, 0.2),
        apron=mix(DEEP_TEAL, TEAL, 0.3),
        hem=9,
        head=Head(hair=SILVER_HAIR, style="bun", skin=TAN),
    )
    contact(p, 1180, 1062, 200)
    person(
        p,
        1150,
        1058,
        600,
        granny,
        replace(STAND, lean=6.0, stoop=3.0, tilt=2.0),
        ELDER,
        -1,
        (1070, 624),
        (1102, 618),
        lambda _: _pole(p),
    )
    for x, turn in ((610, -4), (706, 6)):
        p.veil(ellipse(x + 6, 1082, 40, 9), p.shadow, 0.35, blur=5)
        p.cut(
            moved(blob([(-34, 0), (-34, -20), (-8, -26), (8, -14), (36, -10), (38, 0)], 0.4), x, 1082, 1, turn),
            PAPER,
            mix(PAPER, MIST, 0.6),
            lift=4,
        )
        p.cut(moved(rectangle(-35, -4, 74, 7, 3), x, 1082, 1, turn), VERMILION, lift=1.5)
        p.cut(moved(ellipse(-18, -20, 14, 5), x, 1082, 1, turn), darker(MIST, 0.5), lift=0, rim=0)
    fowl(p, 400, 1060, 140, 1, mix(CLAY, VERMILION, 0.2))
    reeds(p, -20, 300, 1220, 210, (DEEP_MOSS, MOSS, mix(MOSS, SPROUT, 0.5)), 26)
    p.dusk(880, 700, 1450, (180, 176, 130), 0.4)
    return p


def _pole(p: Picture) -> None:
    p.stroke([(740, 616), (900, 618), (1230, 626)], 17, mix(SPROUT, AMBER, 0.55), 5)
    for x in (790, 872, 956, 1038, 1122, 1200):
        p.thread([(x, 609 + (x - 740) * 0.02), (x, 624 + (x - 740) * 0.02)], 3, mix(MOSS, UMBER, 0.4), 0.8)
