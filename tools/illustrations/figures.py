"""People as jointed paper puppets: a pose places hands and feet, elbows and knees find their own bend.

A figure is measured in hundredths of its height, feet at the origin, x towards where it faces, y up.
Hands are given relative to the shoulder in arm lengths, feet relative to the body in leg lengths.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.illustrations.geometry import Path, Point, blob, ellipse, polygon, ribbon
from tools.illustrations.heads import head
from tools.illustrations.palette import CREAM, PAPER, VERMILION, Colour, darker
from tools.illustrations.paper import Picture
from tools.illustrations.poses import ADULT, STAND, VEST, Build, Look, Pose
from tools.illustrations.puppet import Body, hand_tip


@dataclass(frozen=True)
class Anchors:
    """Where a figure's parts came to lie in the picture."""

    near_hand: Point
    far_hand: Point
    head: Point
    shoulder: Point
    hip: Point


Held = Callable[[Anchors], None]


def person(
    picture: Picture,
    x: float,
    y: float,
    height: float,
    look: Look,
    pose: Pose = STAND,
    build: Build = ADULT,
    facing: int = 1,
    near_at: Point | None = None,
    far_at: Point | None = None,
    held: Held | None = None,
) -> Anchors:
    """Lay a figure with its feet at ``(x, y)``; ``facing`` is 1 for right.

    ``near_at`` and ``far_at`` send the hands to picture points; ``held`` is called before the near arm goes on top.
    """
    body = Body(x, y, height, look, pose, build, facing, near_at, far_at)
    lift = max(1.0, height * 0.010)
    anchors = Anchors(
        body.at(hand_tip(body.near_arm)),
        body.at(hand_tip(body.far_arm)),
        body.at((body.neck[0] + 1.2, body.neck[1] + build.head)),
        body.at(body.near_arm[0]),
        body.at(body.hip),
    )
    if not pose.over:
        _arm(picture, body, body.far_arm, lift, far=True)
        if body.flat:
            _arm(picture, body, body.near_arm, lift, far=True)
    if pose.legs:
        _legs(picture, body, lift)
    _trunk(picture, body, lift)
    _head(picture, body, lift)
    if pose.over:
        _arm(picture, body, body.far_arm, lift, far=False)
    if held:
        held(anchors)
    if pose.over or not body.flat:
        _arm(picture, body, body.near_arm, lift, far=False)
    return anchors


def _arm(picture: Picture, body: Body, arm: list[Point], lift: float, far: bool) -> None:
    look, unit, girth = body.look, body.unit, body.build.girth
    tip = hand_tip(arm)
    palm = ribbon([body.at(arm[2]), body.at(tip)], [2.2 * unit * girth, 2.0 * unit * girth])
    picture.cut(palm, look.head.skin, lift=lift * 0.6)
    coat = darker(look.coat, 0.10) if far else look.coat
    picture.cut(body.limb(arm, [4.3, 3.8, 3.3], rounded=False), coat, lift=lift * (0.6 if far else 1.0))


def _legs(picture: Picture, body: Body, lift: float) -> None:
    look, unit = body.look, body.unit
    for leg, far in ((body.far_leg, True), (body.near_leg, False)):
        ax, ay = leg[2]
        toe = 0.0 if body.flat else 1.0
        if body.flat:
            shoe = [
                (ax - 3.0, ay + 0.8),
                (ax + 3.0, ay + 0.8),
                (ax + 3.6, ay - 2.4),
                (ax + 2.6, ay - 3.4),
                (ax - 2.6, ay - 3.4),
                (ax - 3.6, ay - 2.4),
            ]
        else:
            shoe = [
                (ax - 3.2, ay + 1.4),
                (ax + 2.6, ay + 1.2),
                (ax + 7.2 * toe, ay - 1.4),
                (ax + 8.2, ay - 3.0),
                (ax + 4, ay - 3.5),
                (ax - 3.4, ay - 3.5),
            ]
        picture.cut(
            blob([body.at(p) for p in shoe], 0.4), darker(look.shoes, 0.3) if far else look.shoes, lift=lift * 0.5
        )
        cloth = darker(look.trousers, 0.22) if far and not body.flat else look.trousers
        picture.cut(body.limb(leg, [5.8, 4.6, 3.7], rounded=False), cloth, lift=lift * 0.7)
        if body.pose.seat is not None and not far:
            root, knee = leg[0], leg[1]
            picture.cut(
                ribbon([body.at((root[0] - 3, root[1])), body.at(knee)], [6.4 * unit, 5.2 * unit]),
                cloth,
                lift=lift * 0.5,
            )


def _trunk(picture: Picture, body: Body, lift: float) -> None:
    look, unit = body.look, body.unit
    low = look.hem if body.pose.seat is None else 2.0
    if look.skirt:
        picture.cut(body.garment(20.0, flare=3.0), look.skirt, lift=lift)
    coat = picture.cut(body.garment(low), look.coat, lift=lift)
    if body.flat and body.pose.view == "front" and not look.vest:
        nx, ny = body.neck
        picture.thread(
            [body.at((nx, ny - 3)), body.at((body.hip[0], body.hip[1] - low + 1))],
            0.5 * unit,
            darker(look.coat, 0.35),
            0.7,
        )
    if look.apron:
        with picture.inside(coat):
            (hx, hy), ny = body.hip, body.neck[1]
            apron = [
                (hx - 6, ny - 13),
                (hx + 8, ny - 13),
                (hx + 12, hy + 4),
                (hx + 13, hy - low - 4),
                (hx - 9, hy - low - 4),
                (hx - 9, hy + 6),
            ]
            picture.cut(blob([body.at(p) for p in apron], 0.35), look.apron, lift=lift * 0.6)
    if look.vest:
        vest = body.garment(min(low, 2.5), grow=0.5)
        picture.cut(vest, look.vest, lift=lift)
        _vest_trim(picture, body, vest, lift)
    if body.flat and body.pose.seat is not None and body.pose.legs and body.pose.view == "front":
        _lap(picture, body, lift)


def _lap(picture: Picture, body: Body, lift: float) -> None:
    """Thighs of somebody who sits facing us: foreshortened, so the knees lie over the hem of the coat."""
    for leg in (body.far_leg, body.near_leg):
        (rx, ry), (ax, ay) = leg[0], leg[2]
        knee = (rx * 1.3, ry - 3.0)
        shin = ribbon(
            [body.at((rx * 1.05, ry + 2.5)), body.at(knee), body.at((ax, ay + 1))],
            [r * body.unit * body.build.girth for r in (4.8, 5.4, 3.7)],
            True,
            False,
        )
        picture.cut(shin, body.look.trousers, lift=lift)


def _vest_trim(picture: Picture, body: Body, vest: Path, lift: float) -> None:
    nx, ny = body.neck
    unit, hy = body.unit, body.hip[1]
    band_y = hy + 9
    with picture.inside(vest):
        picture.cut(
            ribbon(
                [
                    body.at((nx * 0.3 - 14, band_y + 0.8)),
                    body.at((nx * 0.3, band_y)),
                    body.at((nx * 0.3 + 14, band_y + 0.8)),
                ],
                [1.25 * unit] * 3,
            ),
            CREAM,
            lift=lift * 0.25,
            rim=0,
        )
        if body.pose.view == "front":
            picture.cut(
                polygon([body.at((nx - 3.6, ny + 1)), body.at((nx + 3.6, ny + 1)), body.at((nx, ny - 10))]),
                darker(body.look.coat, 0.12),
                lift=0.3,
                rim=0,
            )
            picture.thread(
                [body.at((nx, ny - 10)), body.at((body.hip[0], hy - 3))],
                0.55 * unit,
                darker(body.look.vest or VEST, 0.4),
                0.8,
            )
        elif body.pose.view == "side":
            picture.cut(
                polygon([body.at((nx + 1.5, ny + 1)), body.at((nx + 9, ny + 1)), body.at((nx + 7.2, ny - 9))]),
                darker(body.look.coat, 0.12),
                lift=0.3,
                rim=0,
            )


def _head(picture: Picture, body: Body, lift: float) -> None:
    look, unit, build, pose = body.look, body.unit, body.build, body.pose
    nx, ny = body.neck
    sunk = pose.tilt / 90
    centre = (nx + (0.9 + pose.tilt * 0.09 if not body.flat else 0.0), ny + build.head * (1.06 - sunk * 0.5))
    if pose.view != "back":
        picture.cut(
            ribbon(
                [body.at((nx - 0.2, ny - 1.6)), body.at((centre[0] - (0.8 if not body.flat else 0), centre[1] - 2))],
                [3.0 * unit, 2.7 * unit],
            ),
            darker(look.head.skin, 0.12),
            lift=lift * 0.4,
        )
    if not look.scarf and not look.vest:
        collar = ellipse(*body.at((nx, ny - 0.6)), 4.2 * unit, 1.9 * unit)
        picture.cut(collar, darker(look.coat, 0.18), lift=lift * 0.3)
    head(
        picture,
        *body.at(centre),
        build.head * unit,
        look.head,
        pose.view,
        pose.tilt if not body.flat else 0.0,
        body.facing,
    )
    if look.scarf:
        picture.cut(
            ribbon(
                [body.at((nx - 4.6, ny + 1.0)), body.at((nx, ny - 0.8)), body.at((nx + 4.8, ny + 1.2))],
                [2.2 * unit, 2.7 * unit, 2.2 * unit],
            ),
            look.scarf,
            lift=lift * 0.6,
        )
        picture.cut(
            ribbon(
                [body.at((nx + 2.2, ny - 0.4)), body.at((nx + 3.8, ny - 7)), body.at((nx + 3.4, ny - 14))],
                [1.9 * unit, 2.1 * unit, 2.3 * unit],
                True,
                False,
            ),
            darker(look.scarf, 0.06),
            lift=lift * 0.6,
        )


def cane(picture: Picture, hand: Point, foot: Point, height: float, colour: Colour = (104, 70, 48)) -> None:
    """A walking stick with a crook from ``hand`` down to ``foot``; ``height`` is the figure's."""
    unit = height / 100
    side = 1 if foot[0] >= hand[0] else -1
    picture.cut(
        ribbon(
            [
                (hand[0] - side * 3.4 * unit, hand[1] + 1.6 * unit),
                (hand[0] - side * 2 * unit, hand[1] - 1.6 * unit),
                (hand[0] + side * 0.6 * unit, hand[1] - 0.6 * unit),
                foot,
            ],
            [0.8 * unit] * 4,
        ),
        colour,
        lift=unit,
    )


def white_cane(picture: Picture, hand: Point, foot: Point, height: float) -> None:
    """The long white cane of a blind walker, its tip red."""
    unit = height / 100
    picture.cut(ribbon([hand, foot], [0.7 * unit, 0.55 * unit]), PAPER, lift=unit)
    tip = (hand[0] + (foot[0] - hand[0]) * 0.82, hand[1] + (foot[1] - hand[1]) * 0.82)
    picture.cut(ribbon([tip, foot], [0.7 * unit, 0.6 * unit]), VERMILION, lift=0)


def contact(picture: Picture, x: float, y: float, width: float, alpha: float = 0.28) -> None:
    """The soft shadow that sets feet or furniture on the ground."""
    picture.veil(ellipse(x + width * 0.08, y, width / 2, width * 0.09), picture.shadow, alpha, blur=width * 0.045)
