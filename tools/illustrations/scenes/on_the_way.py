"""The county bus station at twenty to seven: a board of tags and an open car boot."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.illustrations.figures import contact, person
from tools.illustrations.geometry import Point, blob, ellipse, ground, minus, polygon, rectangle, ribbon
from tools.illustrations.heads import Head
from tools.illustrations.landscape import disc, hills
from tools.illustrations.palette import (
    AMBER,
    CLAY,
    CREAM,
    DEEP_TEAL,
    DUSK,
    GREY_HAIR,
    INK,
    MIST,
    MOSS,
    PAPER,
    ROSE,
    SAND,
    SILVER_HAIR,
    SLATE,
    STEEL,
    TAN,
    TEAL,
    UMBER,
    VERMILION,
    darker,
    mix,
)
from tools.illustrations.paper import Picture
from tools.illustrations.poses import BROAD, ELDER, OFFER, SIT, SLIM, VEST, Look
from tools.illustrations.stationery import tag
from tools.illustrations.street import bench
from tools.illustrations.wheels import car


def board_and_boot(scale: float) -> Picture:
    """Tags on a white board by the gate, a teacher stows medicine in her car, mountains behind."""
    p = Picture(1800, 1200, 2202, scale)
    p.shadow, p.depth = (44, 42, 66), 0.36
    p.sky(mix(DUSK, MIST, 0.55), mix(ROSE, CREAM, 0.45), mix(AMBER, CREAM, 0.6))
    disc(p, 1130, 420, 70, mix(AMBER, CREAM, 0.3), (255, 220, 160), 0.6)
    hills(p, (430, 520, 640), (mix(DUSK, MIST, 0.5), mix(DUSK, TEAL, 0.4), mix(DEEP_TEAL, MOSS, 0.45)), 90, 300)
    p.cut(ground([(-40, 850), (1840, 836)], 1240), mix(SAND, STEEL, 0.4), mix(SAND, CLAY, 0.2), lift=7)
    for x in (200, 700, 1200, 1700):
        p.thread([(x, 852), (x + (x - 900) * 0.6, 1210)], 3, PAPER, 0.35)
    _station(p)
    _board(p)
    contact(p, 150, 1034, 260)
    bench(p, 30, 1030, 300, 118, UMBER)
    old = Look(
        coat=mix(SLATE, DUSK, 0.4),
        trousers=darker(UMBER, 0.3),
        head=Head(hair=SILVER_HAIR, style="crop", skin=TAN, hat="cap", hat_colour=SLATE),
    )
    person(
        p,
        150,
        1030,
        440,
        old,
        replace(SIT, seat=29.0, tilt=12.0),
        ELDER,
        1,
        (262, 842),
        (270, 850),
        lambda _: _sack(p, 246, 900),
    )
    keeper = Look(coat=SLATE, trousers=INK, vest=VEST, head=Head(hair=GREY_HAIR, style="short", skin=TAN))
    contact(p, 640, 1040, 180)
    person(
        p,
        640,
        1036,
        470,
        keeper,
        replace(OFFER, near_hand=(0.75, -0.42), far_hand=(0.2, -0.9)),
        BROAD,
        1,
        held=lambda a: _bag(p, a.near_hand[0] + 10, a.near_hand[1] + 66, 62),
    )
    _fan(p, 500, 1056, 290)
    car(p, 1340, 1040, 880, mix(TEAL, MIST, 0.2), load=lambda floor: _load(p, floor))
    contact(p, 905, 1046, 180)
    teacher = Look(
        coat=mix(CREAM, SAND, 0.3),
        trousers=DEEP_TEAL,
        hem=10,
        scarf=mix(ROSE, VERMILION, 0.25),
        head=Head(style="tail", glasses=True),
    )
    person(
        p,
        900,
        1042,
        462,
        teacher,
        replace(OFFER, lean=7.0, tilt=16.0),
        SLIM,
        1,
        (1014, 840),
        (1024, 856),
        lambda _: _bag(p, 1032, 880, 62),
    )
    p.dusk(860, 760, 1450, (170, 150, 150), 0.4)
    return p


def _station(p: Picture) -> None:
    p.cut(rectangle(-40, 170, 120, 720), mix(CREAM, SAND, 0.5), mix(CREAM, SAND, 0.8), lift=6)
    for x in (70, 712):
        p.cut(rectangle(x, 160, 26, 740, 3), mix(DEEP_TEAL, SLATE, 0.5), lift=6)
    p.cut(blob([(-40, 96), (740, 128), (800, 176), (-40, 176)], 0.12), DEEP_TEAL, darker(DEEP_TEAL, 0.2), lift=12)
    p.cut(rectangle(-40, 168, 834, 18, 3), CREAM, lift=4)


def _board(p: Picture) -> None:
    for x in (164, 596):
        p.cut(rectangle(x, 300, 22, 620), UMBER, lift=5)
    p.cut(rectangle(116, 232, 550, 500, 6), darker(UMBER, 0.1), lift=9)
    p.cut(rectangle(134, 250, 514, 464, 3), PAPER, mix(PAPER, SAND, 0.3), lift=1)
    p.cut(rectangle(150, 690, 480, 12, 3), VERMILION, lift=0.6, rim=0)
    for row in range(3):
        for column in range(6):
            x, y = 184 + column * 82, 290 + row * 140
            p.cut(ellipse(x, y - 12, 5), SLATE, lift=1.5)
            if (column * 5 + row * 3) % 7 != 4:
                tag(
                    p,
                    x,
                    y,
                    62,
                    AMBER if (column + row * 2) % 3 == 1 else mix(PAPER, CREAM, 0.6),
                    p.random.uniform(-9, 9),
                )


def _load(p: Picture, floor: Point) -> None:
    for dx, size in ((-42, 64), (40, 74), (96, 60), (8, 52)):
        _bag(p, floor[0] + dx, floor[1] - (0 if dx != 8 else 62), size)


def _bag(p: Picture, x: float, y: float, size: float) -> None:
    """A sealed paper bag of medicine standing on ``y``."""
    p.cut(
        polygon([(x - size * 0.4, y - size), (x + size * 0.4, y - size), (x + size * 0.44, y), (x - size * 0.44, y)]),
        mix(CREAM, CLAY, 0.2),
        mix(CREAM, CLAY, 0.35),
        lift=3,
    )
    p.cut(rectangle(x - size * 0.42, y - size * 1.02, size * 0.84, size * 0.16, 2), PAPER, lift=1.5)
    p.cut(
        rectangle(x - size * 0.22, y - size * 0.66, size * 0.44, size * 0.36, 2),
        mix(TEAL, DEEP_TEAL, 0.3),
        lift=0.5,
        rim=0,
    )
    p.thread([(x - size * 0.13, y - size * 0.48), (x + size * 0.13, y - size * 0.48)], size * 0.05, PAPER)


def _sack(p: Picture, x: float, y: float) -> None:
    """A woven sack with a sleeping piglet's snout at its mouth."""
    p.cut(
        blob(
            [
                (x - 76, y - 66),
                (x + 20, y - 96),
                (x + 70, y - 60),
                (x + 76, y + 10),
                (x + 20, y + 36),
                (x - 74, y + 20),
            ],
            0.45,
        ),
        mix(MIST, CREAM, 0.3),
        mix(MIST, TEAL, 0.2),
        lift=5,
    )
    for k in (-30, 0, 30):
        p.thread([(x - 60, y - 40 + k), (x + 60, y - 46 + k)], 3, mix(TEAL, DUSK, 0.4), 0.35)
    pink = (226, 172, 156)
    p.cut(
        blob(
            [
                (x + 30, y - 92),
                (x + 66, y - 112),
                (x + 104, y - 92),
                (x + 106, y - 58),
                (x + 62, y - 46),
                (x + 34, y - 60),
            ],
            0.5,
        ),
        pink,
        lift=3,
    )
    p.cut(ellipse(x + 106, y - 74, 12, 17), mix(pink, VERMILION, 0.25), lift=2)
    for dy in (-79, -69):
        p.cut(ellipse(x + 108, y + dy, 2.6), darker(pink, 0.6), lift=0, rim=0)
    p.thread([(x + 70, y - 90), (x + 78, y - 86), (x + 86, y - 90)], 2.6, darker(pink, 0.6))


def _fan(p: Picture, x: float, y: float, height: float) -> None:
    r = height * 0.24
    cy = y - height + r
    p.cut(ellipse(x, y - 6, height * 0.2, height * 0.045), SLATE, lift=3)
    p.cut(rectangle(x - 5, cy, 10, height - r - 6), STEEL, lift=3)
    for turn in (20, 140, 260):
        a = math.radians(turn)
        p.cut(
            ribbon([(x, cy), (x + math.cos(a) * r * 0.8, cy + math.sin(a) * r * 0.8)], [r * 0.12, r * 0.36]),
            mix(TEAL, PAPER, 0.5),
            lift=2,
        )
    p.cut(minus(ellipse(x, cy, r), ellipse(x, cy, r * 0.93)), STEEL, lift=3)
    for k in range(12):
        a = math.pi * k / 6
        p.thread(
            [
                (x + math.cos(a) * r * 0.2, cy + math.sin(a) * r * 0.2),
                (x + math.cos(a) * r * 0.95, cy + math.sin(a) * r * 0.95),
            ],
            1.4,
            SLATE,
            0.7,
        )
    p.cut(ellipse(x, cy, r * 0.2), VERMILION, lift=2)
