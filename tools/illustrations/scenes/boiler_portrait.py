"""The boiler hand with her red flask."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.illustrations.figures import person
from tools.illustrations.geometry import ellipse, minus, polygon, rectangle
from tools.illustrations.hands import cupping
from tools.illustrations.heads import Head
from tools.illustrations.palette import (
    BLACK_HAIR,
    DEEP_TEAL,
    DUSK,
    GOLD,
    GREY_HAIR,
    INK,
    LAMP,
    NIGHT,
    PAPER,
    SKIN,
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
from tools.illustrations.poses import BROAD, FRONT, Look
from tools.illustrations.tableware import cup, steam, thermos


def he_yumei(scale: float) -> Picture:
    """The boiler hand of the textile mill pushes her red flask towards us; gauges and valves behind."""
    p = Picture(1200, 1500, 405, scale)
    p.shadow, p.depth = (40, 30, 26), 0.4
    p.sky(mix(DEEP_TEAL, SLATE, 0.35), mix(DEEP_TEAL, SLATE, 0.6))
    _boiler(p)
    p.glow(600, 480, 640, LAMP, 0.3)
    look = Look(
        coat=mix(DUSK, TEAL, 0.35),
        trousers=SLATE,
        head=Head(hair=mix(BLACK_HAIR, GREY_HAIR, 0.3), style="bun", features=True, skin=mix(SKIN, TAN, 0.4)),
    )
    unit = 20.5
    skin = mix(SKIN, TAN, 0.4)
    person(p, 600, 590 + unit * 88, unit * 100, look, replace(FRONT, over=True), BROAD, 1, (772, 1240), (436, 1240))
    p.cut(polygon([(-40, 1390), (1240, 1390), (1240, 1540), (-40, 1540)]), lighter(UMBER, 0.16), UMBER, lift=12)
    for x in (150, 990, 1110):
        cup(p, x, 1440, 110, PAPER, DUSK, 1 if x < 600 else -1)
    steam(p, 150, 1320, 220, 60, 2, 0.35)
    p.veil(ellipse(640, 1464, 190, 30), p.shadow, 0.5, blur=18)
    thermos(p, 604, 1470, 590, VERMILION)
    cupping(p, 494, 1236, 190, 1, skin)
    cupping(p, 714, 1236, 190, -1, skin)
    p.dusk(600, 720, 1120, (110, 90, 80), 0.55)
    return p


def _boiler(p: Picture) -> None:
    for x, y, r in ((-20, 420, 30), (1080, 500, 36)):
        p.stroke(
            [(x, -40), (x, y), (x + 180 * (1 if x < 600 else -1), y + 120), (x + 180 * (1 if x < 600 else -1), 1500)],
            r * 2,
            mix(STEEL, SLATE, 0.4),
            9,
        )
    p.cut(ellipse(600, 1080, 720, 760), mix(SLATE, TEAL, 0.3), mix(SLATE, NIGHT, 0.3), lift=14)
    for k in range(18):
        a = math.pi * (1.04 + k * 0.054)
        p.cut(ellipse(600 + math.cos(a) * 672, 1080 + math.sin(a) * 706, 13), STEEL, lift=3)
    for x, y, r, turn in ((230, 330, 118, -40), (970, 330, 118, 52), (600, 130, 96, 10)):
        p.cut(rectangle(x - 18, y + r - 10, 36, 90, 4), mix(GOLD, UMBER, 0.3), lift=6)
        p.cut(ellipse(x, y, r), mix(GOLD, UMBER, 0.2), mix(GOLD, UMBER, 0.45), lift=12)
        p.cut(ellipse(x, y, r * 0.84), PAPER, lift=2)
        for k in range(13):
            a = math.radians(150 + k * 20)
            p.thread(
                [
                    (x + math.cos(a) * r * 0.64, y + math.sin(a) * r * 0.64),
                    (x + math.cos(a) * r * 0.76, y + math.sin(a) * r * 0.76),
                ],
                4,
                VERMILION if k > 9 else INK,
            )
        a = math.radians(turn - 90)
        p.stroke(
            [
                (x - math.cos(a) * r * 0.14, y - math.sin(a) * r * 0.14),
                (x + math.cos(a) * r * 0.62, y + math.sin(a) * r * 0.62),
            ],
            8,
            VERMILION,
            2,
            0.4,
        )
        p.cut(ellipse(x, y, 12), INK, lift=2)
    for x, y in ((140, 800), (1070, 860)):
        p.cut(minus(ellipse(x, y, 92), ellipse(x, y, 72)), VERMILION, darker(VERMILION, 0.2), lift=8)
        for k in range(3):
            a = math.pi * k / 3 + 0.3
            p.stroke(
                [(x - math.cos(a) * 80, y - math.sin(a) * 80), (x + math.cos(a) * 80, y + math.sin(a) * 80)],
                16,
                VERMILION,
                4,
            )
        p.cut(ellipse(x, y, 22), STEEL, lift=4)
