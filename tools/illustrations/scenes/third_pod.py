"""A father on the stairs at night."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.figures import person
from tools.illustrations.geometry import Point, blob, ellipse, ground, moved, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.houses import tower
from tools.illustrations.indoors import bulb, stairs
from tools.illustrations.landscape import stars
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
    DEEP_TEAL,
    DUSK,
    GOLD,
    INK,
    LAMP,
    MIDNIGHT,
    NIGHT,
    PAPER,
    PLUM,
    SAND,
    SLATE,
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
from tools.illustrations.poses import BROAD, SIT, Look
from tools.illustrations.stationery import sheet
from tools.illustrations.tableware import steam


def stairs_at_night(scale: float) -> Picture:
    """He sits on a step and listens to the telephone; a notice on the wall, a kitchen fire behind the door upstairs."""
    p = Picture(1800, 1200, 2216, scale)
    p.shadow, p.depth = (16, 14, 34), 0.44
    p.sky(mix(DUSK, NIGHT, 0.3), mix(PLUM, NIGHT, 0.35))
    p.cut(rectangle(-40, 640, 1880, 580), mix(TEAL, NIGHT, 0.4), mix(DEEP_TEAL, NIGHT, 0.35), lift=1.5)
    _street_door(p)
    _kitchen(p)
    bulb(p, 640, 236, 24, 0.85, 240)
    p.beam(polygon([(600, 250), (680, 250), (1060, 1110), (180, 1110)]), (640, 240), (640, 1120), LAMP, 0.34)
    sheet(p, 560, 520, 190, 250, -2, PAPER, 9, 6, VERMILION)
    for dx, dy in ((-84, -112), (84, -118)):
        p.cut(ellipse(560 + dx, 520 + dy, 7), STEEL, lift=2)
    sheet(p, 410, 560, 80, 110, 5, mix(CREAM, SAND, 0.5), 5, 3)
    p.cut(ground([(-40, 1090), (1840, 1090)], 1240), mix(SLATE, SAND, 0.25), mix(SLATE, NIGHT, 0.3), lift=5)
    stairs(p, 700, 1092, 118, 84, 8, mix(STEEL, DUSK, 0.4), 1096, 10)
    for k in range(9):
        p.cut(rectangle(1052 + k * 96, 690 - k * 68.4, 9, 250), darker(SLATE, 0.4), lift=2)
    p.stroke([(1010, 700), (1060, 680), (1440, 408), (1840, 122)], 20, mix(UMBER, VERMILION, 0.25), 6)
    father = Look(
        coat=mix(SLATE, DUSK, 0.5),
        trousers=mix(UMBER, SLATE, 0.45),
        shoes=INK,
        hem=4,
        head=Head(style="crop", skin=TAN),
    )
    p.veil(ellipse(900, 926, 150, 16), p.shadow, 0.45, blur=10)
    person(
        p,
        900,
        1092,
        640,
        father,
        replace(SIT, seat=28.5, lean=6.0, stoop=3.0, tilt=12.0, near_foot=(0.50, 0.0), far_foot=(0.58, 0.0)),
        BROAD,
        -1,
        (806, 722),
        (756, 872),
        lambda a: _phone(p, a.near_hand),
    )
    p.dusk(760, 640, 1250, (66, 62, 110), 0.6)
    p.glow(1560, 330, 460, (255, 176, 90), 0.2)
    return p


def _phone(p: Picture, hand: Point) -> None:
    p.cut(moved(rectangle(-11, -34, 22, 68, 5), hand[0] - 6, hand[1] - 10, 1, -20), INK, lift=3)
    p.glow(hand[0], hand[1] - 10, 46, (190, 220, 240), 0.5)


def _street_door(p: Picture) -> None:
    opening = rectangle(40, 330, 250, 762)
    p.cut(rectangle(16, 306, 298, 790, 4), darker(SLATE, 0.4), lift=7)
    p.cut(opening, MIDNIGHT, mix(NIGHT, DUSK, 0.4), lift=0, rim=0)
    with p.inside(opening):
        stars(p, 0, 1)
        p.glow(200, 430, 120, (224, 226, 240), 0.4)
        p.cut(ellipse(200, 430, 34), CREAM, lift=1)
        for x, w, h in ((20, 110, 320), (150, 90, 240), (230, 90, 300)):
            tower(p, x, 990, w, h, mix(NIGHT, DUSK, 0.4), LAMP, 0.3, 3, 44, 3)
        p.cut(rectangle(20, 980, 300, 130), mix(NIGHT, SLATE, 0.6), lift=3)


def _kitchen(p: Picture) -> None:
    """The flat's open door at the head of the stairs, the stove burning inside."""
    room = rectangle(1330, 90, 330, 360)
    p.cut(rectangle(1306, 66, 378, 390, 3), darker(UMBER, 0.35), lift=7)
    p.cut(room, mix(AMBER, CREAM, 0.3), mix(AMBER, CLAY, 0.4), lift=0, rim=0)
    with p.inside(room):
        p.glow(1500, 300, 260, (255, 190, 100), 0.5)
        for row in range(4):
            for column in range(6):
                p.cut(
                    rectangle(1330 + column * 58 - (row % 2) * 24, 100 + row * 42, 55, 39, 2),
                    mix(CREAM, SAND, 0.3 + 0.12 * ((row + column) % 3)),
                    lift=0.6,
                    rim=0.1,
                )
        for x, kind in ((1372, 0), (1420, 1), (1620, 0)):
            p.cut(rectangle(x, 118, 5, 50), UMBER, lift=1)
            p.cut(ellipse(x + 2, 182, 18, 20 if kind else 14), STEEL, lift=2)
        p.cut(rectangle(1320, 330, 350, 20, 2), lighter(UMBER, 0.2), lift=4)
        p.cut(rectangle(1320, 350, 350, 120), mix(UMBER, CLAY, 0.3), lift=2)
        p.cut(rectangle(1430, 312, 150, 22, 4), SLATE, lift=3)
        for k in range(7):
            x = 1452 + k * 18
            p.cut(
                blob([(x - 7, 314), (x - 6, 300), (x, 286), (x + 6, 300), (x + 7, 314)], 0.5),
                mix((90, 150, 220), AMBER, 0.3 + 0.5 * (k % 2)),
                lift=0,
                rim=0,
            )
        p.cut(blob([(1432, 268), (1578, 268), (1556, 296), (1454, 296)], 0.3), INK, lift=4)
        p.cut(ribbon([(1576, 272), (1650, 250)], [7, 6]), UMBER, lift=3)
        p.cut(blob([(1450, 266), (1480, 250), (1520, 256), (1560, 266)], 0.5), mix(LAMP, GOLD, 0.3), lift=2)
        steam(p, 1505, 250, 130, 70, 3, 0.4)
    p.cut(polygon([(1684, 66), (1790, 30), (1790, 520), (1684, 456)]), mix(UMBER, VERMILION, 0.15), lift=7)
    p.glow(1500, 290, 340, (255, 186, 100), 0.35)
