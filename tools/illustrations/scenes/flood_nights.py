"""Two nights on the floor of the school gymnasium."""

from __future__ import annotations

from dataclasses import replace

from tools.illustrations.animals import fowl
from tools.illustrations.figures import person
from tools.illustrations.geometry import blob, ellipse, ground, minus, polygon, rectangle
from tools.illustrations.heads import Head
from tools.illustrations.indoors import bars, bulb, chair, planks
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
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
    SILVER_HAIR,
    SKIN,
    SLATE,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    Colour,
    darker,
    lighter,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import SIT, SLIM, VEST, Look
from tools.illustrations.stationery import sheet
from tools.illustrations.tableware import thermos


def gymnasium(scale: float) -> Picture:
    """Rows of sleepers in the dark hall, one lit doorway, flasks along the wall, three hens, rain on the high windows."""
    p = Picture(1800, 1200, 2208, scale)
    p.shadow, p.depth = (8, 12, 30), 0.46
    p.sky(mix(NIGHT, DUSK, 0.32), mix(NIGHT, DUSK, 0.5))
    p.cut(rectangle(-40, 470, 1880, 220), mix(DEEP_TEAL, NIGHT, 0.45), lift=2)
    for k in range(6):
        x = 40 + k * 290
        glass = rectangle(x, 120, 230, 190, 2)
        p.cut(rectangle(x - 10, 110, 250, 210, 4), mix(NIGHT, SLATE, 0.3), lift=4)
        p.cut(glass, mix(DUSK, STEEL, 0.25), mix(DUSK, NIGHT, 0.4), lift=0, rim=0)
        with p.inside(glass):
            for _ in range(26):
                rx, ry, fall = p.random.uniform(x - 20, x + 250), p.random.uniform(90, 300), p.random.uniform(24, 60)
                p.thread([(rx, ry), (rx - fall * 0.28, ry + fall)], 2, MIST, 0.4)
        bars(p, x, 120, 230, 190, mix(NIGHT, SLATE, 0.3), 3, 2)
    _hoop(p)
    floor = ground([(-40, 660), (1840, 660)], 1240)
    p.cut(floor, mix(UMBER, NIGHT, 0.5), mix(UMBER, NIGHT, 0.62), lift=5)
    planks(p, 662, 1210, 22, darker(UMBER, 0.6), (900, 200))
    p.thread([(-20, 1010), (1820, 1010)], 5, mix(CREAM, DUSK, 0.4), 0.28)
    p.thread([(420, 664), (120, 1210)], 5, mix(CREAM, DUSK, 0.4), 0.28)
    _doorway(p)
    with p.inside(floor):
        p.beam(polygon([(1356, 664), (1568, 664), (1240, 1240), (300, 1240)]), (1460, 664), (880, 1180), LAMP, 0.6)
    rows = (
        (724, 0.62, (110, 330, 545, 755, 965, 1175)),
        (812, 0.8, (30, 300, 575, 850, 1110)),
        (930, 1.0, (610, 940, 1270)),
        (1076, 1.2, (780, 1200, 1620)),
    )
    tones = (DUSK, PLUM, DEEP_TEAL, mix(CLAY, UMBER, 0.4), SLATE, mix(ROSE, PLUM, 0.5), mix(MOSS, DEEP_TEAL, 0.5))
    for row, (y, size, places) in enumerate(rows):
        for k, x in enumerate(places):
            _sleeper(p, x, y, 250 * size, tones[(k * 3 + row * 2) % 7], (row + k) % 3, (k * 5 + row) % 4 == 1)
    _watch(p)
    for k in range(6):
        thermos(
            p,
            96 + k * 92,
            1120 + (k % 2) * 12,
            236,
            (VERMILION, DEEP_TEAL, mix(VERMILION, PLUM, 0.2), DUSK, VERMILION, mix(GOLD, UMBER, 0.2))[k],
        )
    p.dusk(1250, 700, 1350, (66, 72, 116), 0.62)
    p.glow(1462, 520, 420, LAMP, 0.22)
    return p


def _hoop(p: Picture) -> None:
    p.cut(rectangle(470, 340, 12, 330), mix(SLATE, NIGHT, 0.3), lift=4)
    p.cut(rectangle(390, 330, 176, 124, 4), mix(CREAM, DUSK, 0.45), lift=6)
    p.cut(minus(rectangle(440, 376, 76, 58), rectangle(446, 382, 64, 46)), mix(VERMILION, NIGHT, 0.25), lift=0, rim=0)
    for k in range(6):
        p.thread([(446 + k * 13, 448), (454 + k * 10, 510)], 2, mix(CREAM, DUSK, 0.3), 0.8)
    p.cut(ellipse(478, 448, 42, 9), VERMILION, lift=3)


def _doorway(p: Picture) -> None:
    room = rectangle(1350, 350, 224, 314)
    p.cut(rectangle(1332, 332, 260, 336, 3), darker(UMBER, 0.35), lift=6)
    p.cut(room, mix(LAMP, AMBER, 0.3), mix(AMBER, CLAY, 0.3), lift=0, rim=0)
    with p.inside(room):
        bulb(p, 1462, 400, 16, 0.7, 60)
        for x, w, h in ((1360, 60, 170), (1500, 80, 120)):
            p.cut(rectangle(x, 650 - h, w, h, 3), mix(CLAY, UMBER, 0.5), lift=3)
        for x, y in ((1384, 468), (1408, 470), (1536, 516), (1556, 494)):
            p.cut(ellipse(x, y, 18), (VERMILION, CLAY, mix(GOLD, CLAY, 0.4), TEAL)[x % 4], lift=2)
        p.cut(rectangle(1350, 640, 224, 30), mix(AMBER, UMBER, 0.45), lift=0, rim=0)
    for x, y, facing, tone in (
        (1404, 662, 1, CREAM),
        (1470, 668, -1, CLAY),
        (1528, 664, -1, mix(UMBER, VERMILION, 0.2)),
    ):
        fowl(p, x, y, 66, facing, tone)
    p.glow(1462, 500, 330, LAMP, 0.5)
    p.cut(polygon([(1592, 334), (1690, 300), (1690, 720), (1592, 668)]), mix(UMBER, NIGHT, 0.25), lift=7)


def _sleeper(p: Picture, x: float, y: float, length: float, tone: Colour, hair: int, curled: bool) -> None:
    """Somebody asleep on a mat, head to the left, a blanket over the shoulders."""
    h = length * 0.13
    p.cut(rectangle(x - length * 0.54, y - h * 0.2, length * 1.1, h * 0.8, h * 0.25), mix(TEAL, NIGHT, 0.35), lift=4)
    p.cut(rectangle(x - length * 0.52, y - h * 0.62, length * 0.24, h * 0.62, h * 0.3), mix(CREAM, DUSK, 0.35), lift=3)
    skin = mix(SKIN, NIGHT, 0.22)
    p.cut(ellipse(x - length * 0.39, y - h * 1.0, h * 0.58, h * 0.62), skin, lift=3)
    dark = (mix(INK, NIGHT, 0.3), mix(SILVER_HAIR, DUSK, 0.4), mix(GREY_HAIR, NIGHT, 0.3))[hair]
    p.cut(
        blob(
            [
                (x - length * 0.39 + h * 0.1, y - h * 1.62),
                (x - length * 0.39 - h * 0.5, y - h * 1.5),
                (x - length * 0.39 - h * 0.72, y - h * 0.9),
                (x - length * 0.39 - h * 0.36, y - h * 0.5),
                (x - length * 0.39 - h * 0.24, y - h * 1.0),
            ],
            0.5,
        ),
        dark,
        lift=2,
    )
    knee = 1.9 if curled else 1.0
    body = [
        (x - length * 0.33, y - h * 0.3),
        (x - length * 0.3, y - h * 1.3),
        (x - length * 0.16, y - h * 1.62),
        (x + length * 0.06, y - h * 1.3),
        (x + length * 0.2, y - h * knee),
        (x + length * 0.4, y - h * 0.86),
        (x + length * 0.52, y - h * 1.0),
        (x + length * 0.54, y + h * 0.1),
        (x, y + h * 0.28),
    ]
    blanket = p.cut(blob(body, 0.42), mix(tone, NIGHT, 0.22), mix(tone, NIGHT, 0.4), lift=length * 0.022)
    with p.inside(blanket):
        for k in (0.25, 0.55):
            p.thread(
                [(x - length * 0.34, y - h * k), (x, y - h * (k + 0.1)), (x + length * 0.56, y - h * k)],
                h * 0.12,
                lighter(tone, 0.3),
                0.3,
            )


def _watch(p: Picture) -> None:
    """Whoever is on duty writes by the light of the door."""
    look = Look(coat=SLATE, trousers=darker(DUSK, 0.4), vest=VEST, head=Head(style="tail"))
    chair(p, 1690, 840, 112, -1, UMBER)
    person(
        p,
        1690,
        842,
        400,
        look,
        replace(SIT, seat=28.0, lean=3.0, tilt=22.0),
        SLIM,
        -1,
        (1604, 690),
        (1590, 684),
        lambda _: sheet(p, 1590, 684, 84, 54, -10, PAPER, 4),
    )
