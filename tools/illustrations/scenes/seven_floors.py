"""A house without a lift, cut open from the seventh floor to the first."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.animals import dog
from tools.illustrations.figures import person
from tools.illustrations.foliage import scatter_leaves
from tools.illustrations.geometry import blob, ellipse, ground, polygon, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.houses import tower
from tools.illustrations.indoors import bars, bulb, chair
from tools.illustrations.landscape import disc
from tools.illustrations.palette import (
    AMBER,
    BLACK_HAIR,
    CLAY,
    CREAM,
    DEEP_MOSS,
    DEEP_TEAL,
    DUSK,
    GOLD,
    GREY_HAIR,
    LAMP,
    MIST,
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
from tools.illustrations.poses import ADULT, ELDER, OFFER, SIT, STAND, STRIDE, VEST, Look
from tools.illustrations.props import open_book
from tools.illustrations.tableware import cup, seedling
from tools.illustrations.trees import round_tree

FLOOR, TOP, LEFT, SPLIT, RIGHT = 128.0, 136.0, 470.0, 740.0, 1370.0


def cutaway(scale: float) -> Picture:
    """Stairs with the barber and her box climbing, and behind each wall somebody who waits for the scissors."""
    p = Picture(1800, 1200, 2210, scale)
    p.shadow, p.depth = (50, 36, 30), 0.36
    p.sky(mix(DUSK, MIST, 0.62), mix(CREAM, AMBER, 0.25))
    disc(p, 1590, 200, 50, mix(AMBER, CREAM, 0.4), (255, 232, 180), 0.5)
    for x, w, h in ((-60, 250, 420), (180, 220, 330), (1450, 230, 380), (1660, 240, 300)):
        tower(p, x, 1040, w, h, mix(MIST, CLAY, 0.35), None, 0.0, 4, 58, 5)
    p.cut(ground([(-40, 1032), (1840, 1032)], 1240), mix(SAND, STEEL, 0.45), mix(SAND, CLAY, 0.25), lift=6)
    for x, h in ((150, 520), (1640, 560)):
        round_tree(p, x, 1046, h, mix(GOLD, AMBER, 0.4), UMBER, 6)
    _shell(p)
    _stairs(p)
    for storey, room in enumerate((_gatekeeper, _dog, _two_mao, _alike, _magazine, _note, _bedridden)):
        room(p, TOP + FLOOR * (7 - storey) - 7)
    _climber(p)
    for x, y in ((330, 1120), (620, 1150), (1010, 1130), (1480, 1150), (1210, 1170)):
        scatter_leaves(p, x, y, 70, 16, 4, 22, (GOLD, mix(GOLD, VERMILION, 0.35)))
    p.dusk(900, 640, 1350, (176, 150, 130), 0.42)
    return p


def _shell(p: Picture) -> None:
    brick = mix(VERMILION, CLAY, 0.72)
    p.cut(rectangle(LEFT - 34, TOP - 30, RIGHT - LEFT + 68, FLOOR * 7 + 40, 3), brick, darker(brick, 0.1), lift=12)
    p.cut(rectangle(LEFT - 56, TOP - 48, RIGHT - LEFT + 112, 26, 4), darker(brick, 0.3), lift=8)
    for x in (560, 1220):
        p.cut(rectangle(x, TOP - 96, 74, 52, 3), STEEL, lift=5)
    walls = (
        mix(CREAM, SAND, 0.4),
        mix(MIST, TEAL, 0.25),
        mix(CREAM, AMBER, 0.3),
        mix(ROSE, CREAM, 0.5),
        mix(SPROUT, CREAM, 0.5),
        mix(DUSK, PAPER, 0.6),
        mix(AMBER, CREAM, 0.55),
    )
    for storey in range(7):
        y = TOP + FLOOR * (6 - storey)
        p.cut(rectangle(LEFT, y, SPLIT - LEFT - 14, FLOOR - 8), mix(STEEL, CREAM, 0.55), lift=0, rim=0)
        room = rectangle(SPLIT, y, RIGHT - SPLIT, FLOOR - 8)
        p.cut(room, walls[storey], mix(walls[storey], SAND, 0.3), lift=0, rim=0)
        with p.inside(room):
            p.veil(rectangle(SPLIT, y - 20, RIGHT - SPLIT, 40), p.shadow, 0.4, blur=12)
            p.glow(SPLIT + 320, y + 30, 260, LAMP, 0.3)
            bulb(p, SPLIT + 320, y + 26, 9, 0.3, 26)
        p.cut(rectangle(LEFT - 6, y + FLOOR - 8, RIGHT - LEFT + 12, 11), darker(brick, 0.22), lift=3)
        p.cut(rectangle(1240, y + 22, 84, 58, 2), mix(MIST, PAPER, 0.5), lift=1)
        bars(p, 1240, y + 22, 84, 58, UMBER, 2, 1)
        p.cut(rectangle(SPLIT + 10, y + 32, 46, FLOOR - 40, 2), mix(UMBER, DEEP_TEAL, 0.3), lift=2)
    for storey, x in ((0, 1200), (2, 1150), (3, 860), (4, 840), (5, 850), (6, 1190)):
        y = TOP + FLOOR * (6 - storey)
        p.cut(rectangle(x, y + 30, 30, 38), UMBER, lift=2)
        p.cut(rectangle(x + 4, y + 34, 22, 30), (SPROUT, ROSE, MIST)[storey % 3], lift=0, rim=0)
    p.cut(rectangle(SPLIT - 14, TOP - 4, 14, FLOOR * 7, 1), darker(brick, 0.22), lift=4)


def _stairs(p: Picture) -> None:
    for storey in range(6):
        y = TOP + FLOOR * (7 - storey) - 8
        for half, (x, step) in enumerate(((LEFT + 36, 22), (SPLIT - 50, -22))):
            base = y - half * FLOOR / 2
            outline = [(x, base)]
            for k in range(8):
                outline += [(x + step * k, base - (k + 1) * 8), (x + step * (k + 1), base - (k + 1) * 8)]
            outline += [(x + step * 8, base - 52), (x, base + 12)]
            p.cut(polygon(outline), mix(STEEL, SAND, 0.3) if half else mix(STEEL, SAND, 0.5), lift=3)
            p.stroke([(x, base - 38), (x + step * 8, base - 102)], 3.4, VERMILION if half else UMBER, 1)


def _climber(p: Picture) -> None:
    look = Look(coat=CREAM, trousers=DUSK, vest=VEST, head=Head(style="bun"))
    y = TOP + FLOOR * 3 - 44
    p.glow(LEFT + 120, y - 60, 130, LAMP, 0.35)
    person(
        p,
        LEFT + 118,
        y,
        116,
        look,
        replace(STRIDE, lean=7.0, far_foot=(-0.2, 0.0), near_foot=(0.34, 0.16)),
        ADULT,
        1,
        held=lambda a: _box(p, a.shoulder[0] - 14, a.shoulder[1] + 40),
    )


def _box(p: Picture, x: float, y: float) -> None:
    p.stroke([(x + 12, y - 44), (x - 4, y - 10)], 4, UMBER, 1)
    p.cut(rectangle(x - 26, y - 18, 40, 32, 3), mix(UMBER, CLAY, 0.4), lift=3)
    p.cut(rectangle(x - 26, y - 6, 40, 5), GOLD, lift=0.5, rim=0)


def _seated(p: Picture, x: float, y: float, look: Look, facing: int = 1, cape: bool = True) -> None:
    chair(p, x, y, 30, facing, UMBER)
    worn = replace(look, coat=PAPER, hem=10) if cape else look
    person(p, x, y, 106, worn, replace(SIT, tilt=2.0), ELDER, facing)


def _bedridden(p: Picture, y: float) -> None:
    p.cut(rectangle(900, y - 34, 270, 12, 3), UMBER, lift=3)
    for x in (906, 1156):
        p.cut(rectangle(x, y - 52, 8, 52), darker(UMBER, 0.2), lift=2)
    p.cut(rectangle(916, y - 46, 54, 16, 7), PAPER, lift=2)
    p.cut(ellipse(948, y - 54, 14, 13), TAN, lift=2)
    p.cut(blob([(934, y - 56), (942, y - 69), (956, y - 66), (946, y - 58)], 0.5), SILVER_HAIR, lift=1)
    p.cut(blob([(966, y - 36), (974, y - 60), (1040, y - 56), (1150, y - 48), (1164, y - 32)], 0.4), DUSK, lift=3)
    wife = Look(coat=mix(PLUM, ROSE, 0.4), trousers=SLATE, head=Head(hair=SILVER_HAIR, style="bun"))
    person(p, 870, y, 102, wife, replace(STAND, tilt=10.0), ELDER, 1, (906, y - 68), (902, y - 62))
    p.cut(ellipse(914, y - 74, 12), GOLD, lift=2)
    p.cut(ellipse(914, y - 74, 9), lighter(MIST, 0.6), lift=0, rim=0)


def _note(p: Picture, y: float) -> None:
    p.cut(rectangle(SPLIT + 18, y - 62, 30, 22), PAPER, lift=2)
    p.cut(rectangle(930, y - 40, 190, 40, 8), mix(TEAL, SLATE, 0.2), lift=4)
    p.cut(rectangle(922, y - 60, 206, 34, 8), mix(TEAL, SLATE, 0.4), lift=3)
    seedling(p, 1180, y, 44)


def _magazine(p: Picture, y: float) -> None:
    man = Look(coat=DEEP_MOSS, trousers=SLATE, head=Head(hair=GREY_HAIR, style="crop"))
    woman = Look(coat=mix(ROSE, VERMILION, 0.3), trousers=PLUM, head=Head(hair=GREY_HAIR, style="bob"))
    _seated(p, 920, y, man, 1, False)
    _seated(p, 1060, y, woman, -1, False)
    p.cut(rectangle(966, y - 40, 50, 6), UMBER, lift=2)
    p.cut(rectangle(986, y - 40, 8, 40), UMBER, lift=2)
    open_book(p, 990, y - 54, 62, 0, VERMILION, False)


def _alike(p: Picture, y: float) -> None:
    for x, hair, tone in ((930, SILVER_HAIR, CREAM), (1030, BLACK_HAIR, PAPER)):
        _seated(p, x, y, Look(coat=tone, trousers=DUSK, head=Head(hair=hair, style="bob")), 1)
    p.cut(rectangle(1130, y - 96, 62, 74, 4), GOLD, lift=3)
    p.cut(rectangle(1136, y - 90, 50, 62, 3), lighter(MIST, 0.4), lift=0, rim=0)


def _two_mao(p: Picture, y: float) -> None:
    old = Look(coat=mix(DUSK, NIGHT, 0.2), trousers=SLATE, head=Head(hair=SILVER_HAIR, style="crop"))
    person(p, 940, y, 108, old, replace(OFFER, stoop=2.0), ELDER, 1)
    p.cut(ellipse(986, y - 66, 6), GOLD, lift=2)
    p.cut(rectangle(1090, y - 44, 104, 8, 2), UMBER, lift=3)
    for x in (1096, 1182):
        p.cut(rectangle(x, y - 40, 7, 40), darker(UMBER, 0.2), lift=2)
    p.cut(rectangle(1120, y - 62, 40, 18, 5), VERMILION, lift=2)


def _dog(p: Picture, y: float) -> None:
    man = Look(coat=mix(CLAY, SAND, 0.2), trousers=DUSK, head=Head(hair=GREY_HAIR, style="short", skin=TAN))
    p.cut(rectangle(880, y - 58, 150, 36, 10), mix(VERMILION, PLUM, 0.45), lift=3)
    person(p, 940, y, 106, man, replace(SIT, seat=28.0, near_hand=(0.8, -0.36)), ELDER, 1)
    p.cut(rectangle(876, y - 30, 60, 30, 8), mix(VERMILION, PLUM, 0.35), lift=3)
    dog(p, 1080, y, 62, -1, SAND)


def _gatekeeper(p: Picture, y: float) -> None:
    p.cut(rectangle(1010, y - 46, 150, 10, 2), UMBER, lift=3)
    for x in (1016, 1146):
        p.cut(rectangle(x, y - 40, 8, 40), darker(UMBER, 0.2), lift=2)
    cup(p, 1060, y - 46, 18, PAPER, DUSK)
    man = Look(
        coat=SLATE,
        trousers=darker(SLATE, 0.3),
        head=Head(hair=SILVER_HAIR, style="crop", hat="cap", hat_colour=DUSK, skin=TAN),
    )
    _seated(p, 940, y, man, 1, False)
    p.cut(rectangle(1096, y - 76, 46, 30, 4), VERMILION, lift=2)
