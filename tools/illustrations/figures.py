"""People as jointed paper puppets: a pose places hands and feet, elbows and knees find their own bend.

A figure is measured in hundredths of its height, feet at the origin, x towards where it faces, y up.
Hands are given relative to the shoulder in arm lengths, feet relative to the body in leg lengths.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .geometry import Path, Point, blob, ellipse, joint, polygon, ribbon
from .heads import Head, head
from .palette import CREAM, INK, PAPER, SLATE, VERMILION, Colour, darker
from .paper import Picture


@dataclass(frozen=True)
class Build:
    """Proportions in hundredths of the height: half head, shoulder and hip height, two arm bones, breadth factor."""

    head: float = 7.4
    shoulder: float = 82.0
    hip: float = 49.0
    upper_arm: float = 16.5
    forearm: float = 15.0
    girth: float = 1.0


ADULT = Build()
BROAD = Build(girth=1.12)
SLIM = Build(girth=0.92)
ELDER = Build(head=7.8, shoulder=81.0, hip=47.5, girth=1.06)
CHILD = Build(head=10.6, shoulder=75.5, hip=42.0, upper_arm=14.0, forearm=12.5, girth=1.12)


@dataclass(frozen=True)
class Look:
    """Clothes and head.  ``vest`` is the volunteer's waistcoat, ``hem`` the coat's length below the hip in hundredths."""

    coat: Colour = SLATE
    trousers: Colour = INK
    shoes: Colour = darker(INK, 0.2)
    vest: Colour | None = None
    scarf: Colour | None = None
    apron: Colour | None = None
    hem: float = 6.0
    skirt: Colour | None = None
    head: Head = field(default_factory=Head)


VEST = VERMILION


@dataclass(frozen=True)
class Pose:
    """How a figure holds itself.  ``lean`` shifts the shoulders forward, ``tilt`` drops the nose, ``seat`` is the hip height
    when sitting, ``over`` puts both arms in front of the body."""

    view: str = "side"
    lean: float = 1.5
    stoop: float = 0.0
    tilt: float = 3.0
    near_hand: Point = (0.10, -0.93)
    far_hand: Point = (0.16, -0.90)
    near_foot: Point = (-0.02, 0.0)
    far_foot: Point = (0.08, 0.0)
    seat: float | None = None
    over: bool = False
    near_bend: int = 1
    far_bend: int = 1
    legs: bool = True


STAND = Pose()
WALK = Pose(lean=3.5, near_hand=(0.42, -0.78), far_hand=(-0.34, -0.86), near_foot=(-0.36, 0.05), far_foot=(0.34, 0.0))
STRIDE = Pose(lean=4.0, near_hand=(-0.36, -0.84), far_hand=(0.44, -0.76), near_foot=(0.36, 0.0), far_foot=(-0.36, 0.06))
OFFER = Pose(lean=4.0, tilt=8.0, near_hand=(0.80, -0.34), far_hand=(0.76, -0.30), far_foot=(0.14, 0.0), near_foot=(-0.08, 0.0))
WORK = Pose(lean=6.0, stoop=2.0, tilt=22.0, near_hand=(0.62, -0.55), far_hand=(0.70, -0.48), near_foot=(-0.06, 0.0))
SIT = Pose(seat=27.0, lean=2.0, near_hand=(0.52, -0.66), far_hand=(0.56, -0.62), near_foot=(0.36, 0.0), far_foot=(0.30, 0.0))
CANE = Pose(lean=6.0, stoop=4.0, tilt=8.0, near_hand=(0.42, -0.72), far_hand=(0.1, -0.9), near_foot=(-0.1, 0.0), far_foot=(0.10, 0.0))
FRONT = Pose(view="front", lean=0.0, tilt=0.0, near_hand=(0.22, -0.93), far_hand=(0.22, -0.93), near_foot=(0.11, 0.0),
             far_foot=(0.11, 0.0))
HOLD_FRONT = Pose(view="front", lean=0.0, tilt=0.0, near_hand=(-0.2, -0.55), far_hand=(-0.2, -0.55), near_foot=(0.10, 0.0),
                  far_foot=(0.10, 0.0), over=True)
BACK = Pose(view="back", lean=0.0, tilt=0.0, near_hand=(0.20, -0.93), far_hand=(0.20, -0.93), near_foot=(0.11, 0.0),
            far_foot=(0.11, 0.0))


@dataclass(frozen=True)
class Anchors:
    """Where a figure's parts came to lie in the picture."""

    near_hand: Point
    far_hand: Point
    head: Point
    shoulder: Point
    hip: Point


Held = Callable[[Anchors], None]


class _Body:
    """One figure's measurements turned into picture points."""

    def __init__(self, x: float, y: float, height: float, look: Look, pose: Pose, build: Build, facing: int,
                 near_at: Point | None, far_at: Point | None) -> None:
        self.x, self.y, self.unit, self.facing = x, y, height / 100, facing
        self.look, self.pose, self.build = look, pose, build
        self.flat = pose.view != "side"
        hip_height = pose.seat if pose.seat is not None else build.hip - 14 * max(
            abs(pose.near_foot[0]) - 0.2, abs(pose.far_foot[0]) - 0.2, 0) - (0.6 if not self.flat else 0)
        self.hip = (0.0, hip_height)
        self.neck = (pose.lean, hip_height + build.shoulder - build.hip - pose.stoop * 0.5)
        arm = build.upper_arm + build.forearm
        spread = 7.3 * build.girth if self.flat else 0.6
        drop = 6.6 if self.flat else 5.2
        mirror = -1 if self.flat else 1
        near_root = (self.neck[0] + (spread if self.flat else -0.8), self.neck[1] - drop)
        far_root = (self.neck[0] + (-spread if self.flat else 2.4), self.neck[1] - drop)
        self.near_arm = self._arm(near_root, pose.near_hand, arm, near_at, -pose.near_bend if self.flat else pose.near_bend, 1)
        self.far_arm = self._arm(far_root, pose.far_hand, arm, far_at, pose.far_bend, mirror)
        side = 4.4 * build.girth if self.flat else 0.8
        self.near_leg = self._leg((side if self.flat else -side, hip_height), pose.near_foot, 1)
        self.far_leg = self._leg((-side if self.flat else side, hip_height), pose.far_foot, mirror)

    def at(self, point: Point) -> Point:
        return self.x + self.facing * point[0] * self.unit, self.y - point[1] * self.unit

    def local(self, point: Point) -> Point:
        return (point[0] - self.x) * self.facing / self.unit, (self.y - point[1]) / self.unit

    def _arm(self, root: Point, hand: Point, arm: float, target: Point | None, bend: int, mirror: int) -> list[Point]:
        goal = self.local(target) if target else (root[0] + mirror * hand[0] * arm, root[1] + hand[1] * arm)
        elbow, wrist = joint(root, goal, self.build.upper_arm, self.build.forearm, -bend)
        return [root, elbow, wrist]

    def _leg(self, root: Point, foot: Point, mirror: int) -> list[Point]:
        length = self.build.hip
        goal = (root[0] + mirror * foot[0] * length, 3.4 + foot[1] * length)
        knee, ankle = joint(root, goal, length * 0.49, length * 0.46, 1 if not self.flat else 0)
        if self.flat:
            knee = ((root[0] + goal[0]) / 2, (root[1] + goal[1]) / 2)
            ankle = goal
        return [root, knee, ankle]

    def spine(self, low: float) -> list[Point]:
        (nx, ny), (hx, hy) = self.neck, self.hip
        back = -self.pose.stoop * 0.8
        return [(nx, ny), (nx * 0.86 + back * 0.6, ny - 4.5), (nx * 0.6 + hx + back, ny - 13), (nx * 0.2 + hx + back * 0.3, hy + 6),
                (hx, hy - low)]

    def garment(self, low: float, grow: float = 0.0, flare: float = 0.0) -> Path:
        girth = self.build.girth
        radii = (3.4, 8.0, 8.5, 7.9, 8.7) if not self.flat else (3.6, 9.4, 10.0, 9.2, 10.2)
        widths = [(r * girth + grow) * self.unit for r in radii]
        widths[-1] += flare * self.unit
        return ribbon([self.at(p) for p in self.spine(low)], widths, False, False)

    def limb(self, points: list[Point], radii: list[float], rounded: bool = True) -> Path:
        # A point near the joint on each side keeps the bend crisp instead of sagging into a noodle.
        (ax, ay), (bx, by), (cx, cy) = points
        line = [(ax, ay), (ax + (bx - ax) * 0.72, ay + (by - ay) * 0.72), (bx + (cx - bx) * 0.28, by + (cy - by) * 0.28), (cx, cy)]
        widths = [radii[0], radii[1] + (radii[0] - radii[1]) * 0.25, radii[1], radii[2]]
        return ribbon([self.at(p) for p in line], [r * self.unit * self.build.girth for r in widths], True, rounded)


def person(picture: Picture, x: float, y: float, height: float, look: Look, pose: Pose = STAND, build: Build = ADULT,
           facing: int = 1, near_at: Point | None = None, far_at: Point | None = None, held: Held | None = None) -> Anchors:
    """Lay a figure with its feet at ``(x, y)``; ``facing`` is 1 for right.

    ``near_at`` and ``far_at`` send the hands to picture points; ``held`` is called before the near arm goes on top.
    """
    body = _Body(x, y, height, look, pose, build, facing, near_at, far_at)
    lift = max(1.0, height * 0.010)
    anchors = Anchors(body.at(_hand_tip(body.near_arm)), body.at(_hand_tip(body.far_arm)),
                      body.at((body.neck[0] + 1.2, body.neck[1] + build.head)), body.at(body.near_arm[0]), body.at(body.hip))
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


def _hand_tip(arm: list[Point]) -> Point:
    (_, _), (ex, ey), (wx, wy) = arm
    length = ((wx - ex) ** 2 + (wy - ey) ** 2) ** 0.5 or 1.0
    return wx + (wx - ex) / length * 3.6, wy + (wy - ey) / length * 3.6


def _arm(picture: Picture, body: _Body, arm: list[Point], lift: float, far: bool) -> None:
    look, unit, girth = body.look, body.unit, body.build.girth
    tip = _hand_tip(arm)
    palm = ribbon([body.at(arm[2]), body.at(tip)], [2.2 * unit * girth, 2.0 * unit * girth])
    picture.cut(palm, look.head.skin, lift=lift * 0.6)
    coat = darker(look.coat, 0.10) if far else look.coat
    picture.cut(body.limb(arm, [4.3, 3.8, 3.3], rounded=False), coat, lift=lift * (0.6 if far else 1.0))


def _legs(picture: Picture, body: _Body, lift: float) -> None:
    look, unit = body.look, body.unit
    for leg, far in ((body.far_leg, True), (body.near_leg, False)):
        ax, ay = leg[2]
        toe = 0.0 if body.flat else 1.0
        if body.flat:
            shoe = [(ax - 3.0, ay + 0.8), (ax + 3.0, ay + 0.8), (ax + 3.6, ay - 2.4), (ax + 2.6, ay - 3.4), (ax - 2.6, ay - 3.4),
                    (ax - 3.6, ay - 2.4)]
        else:
            shoe = [(ax - 3.2, ay + 1.4), (ax + 2.6, ay + 1.2), (ax + 7.2 * toe, ay - 1.4), (ax + 8.2, ay - 3.0), (ax + 4, ay - 3.5),
                    (ax - 3.4, ay - 3.5)]
        picture.cut(blob([body.at(p) for p in shoe], 0.4), darker(look.shoes, 0.3) if far else look.shoes, lift=lift * 0.5)
        cloth = darker(look.trousers, 0.22) if far and not body.flat else look.trousers
        picture.cut(body.limb(leg, [5.8, 4.6, 3.7], rounded=False), cloth, lift=lift * 0.7)
        if body.pose.seat is not None and not far:
            root, knee = leg[0], leg[1]
            picture.cut(ribbon([body.at((root[0] - 3, root[1])), body.at(knee)], [6.4 * unit, 5.2 * unit]), cloth, lift=lift * 0.5)


def _trunk(picture: Picture, body: _Body, lift: float) -> None:
    look, unit = body.look, body.unit
    low = look.hem if body.pose.seat is None else 2.0
    if look.skirt:
        picture.cut(body.garment(20.0, flare=3.0), look.skirt, lift=lift)
    coat = picture.cut(body.garment(low), look.coat, lift=lift)
    if body.flat and body.pose.view == "front" and not look.vest:
        nx, ny = body.neck
        picture.thread([body.at((nx, ny - 3)), body.at((body.hip[0], body.hip[1] - low + 1))], 0.5 * unit, darker(look.coat, 0.35), 0.7)
    if look.apron:
        with picture.inside(coat):
            (hx, hy), ny = body.hip, body.neck[1]
            apron = [(hx - 6, ny - 13), (hx + 8, ny - 13), (hx + 12, hy + 4), (hx + 13, hy - low - 4), (hx - 9, hy - low - 4), (hx - 9, hy + 6)]
            picture.cut(blob([body.at(p) for p in apron], 0.35), look.apron, lift=lift * 0.6)
    if look.vest:
        vest = body.garment(min(low, 2.5), grow=0.5)
        picture.cut(vest, look.vest, lift=lift)
        _vest_trim(picture, body, vest, lift)


def _vest_trim(picture: Picture, body: _Body, vest: Path, lift: float) -> None:
    nx, ny = body.neck
    unit, hy = body.unit, body.hip[1]
    band_y = hy + 9
    with picture.inside(vest):
        picture.cut(ribbon([body.at((nx * 0.3 - 14, band_y + 0.8)), body.at((nx * 0.3, band_y)), body.at((nx * 0.3 + 14, band_y + 0.8))],
                           [1.25 * unit] * 3), CREAM, lift=lift * 0.25, rim=0)
        if body.pose.view == "front":
            picture.cut(polygon([body.at((nx - 3.6, ny + 1)), body.at((nx + 3.6, ny + 1)), body.at((nx, ny - 10))]),
                        darker(body.look.coat, 0.12), lift=0.3, rim=0)
            picture.thread([body.at((nx, ny - 10)), body.at((body.hip[0], hy - 3))], 0.55 * unit,
                           darker(body.look.vest or VEST, 0.4), 0.8)
        elif body.pose.view == "side":
            picture.cut(polygon([body.at((nx + 1.5, ny + 1)), body.at((nx + 9, ny + 1)), body.at((nx + 7.2, ny - 9))]),
                        darker(body.look.coat, 0.12), lift=0.3, rim=0)


def _head(picture: Picture, body: _Body, lift: float) -> None:
    look, unit, build, pose = body.look, body.unit, body.build, body.pose
    nx, ny = body.neck
    sunk = pose.tilt / 90
    centre = (nx + (0.9 + pose.tilt * 0.09 if not body.flat else 0.0), ny + build.head * (1.06 - sunk * 0.5))
    if pose.view != "back":
        picture.cut(ribbon([body.at((nx - 0.2, ny - 1.6)), body.at((centre[0] - (0.8 if not body.flat else 0), centre[1] - 2))],
                           [3.0 * unit, 2.7 * unit]), darker(look.head.skin, 0.12), lift=lift * 0.4)
    if not look.scarf and not look.vest:
        collar = ellipse(*body.at((nx, ny - 0.6)), 4.2 * unit, 1.9 * unit)
        picture.cut(collar, darker(look.coat, 0.18), lift=lift * 0.3)
    head(picture, *body.at(centre), build.head * unit, look.head, pose.view, pose.tilt if not body.flat else 0.0, body.facing)
    if look.scarf:
        picture.cut(ribbon([body.at((nx - 4.6, ny + 1.0)), body.at((nx, ny - 0.8)), body.at((nx + 4.8, ny + 1.2))],
                           [2.2 * unit, 2.7 * unit, 2.2 * unit]), look.scarf, lift=lift * 0.6)
        picture.cut(ribbon([body.at((nx + 2.2, ny - 0.4)), body.at((nx + 3.8, ny - 7)), body.at((nx + 3.4, ny - 14))],
                           [1.9 * unit, 2.1 * unit, 2.3 * unit], True, False), darker(look.scarf, 0.06), lift=lift * 0.6)


def cane(picture: Picture, hand: Point, foot: Point, height: float, colour: Colour = (104, 70, 48)) -> None:
    """A walking stick with a crook from ``hand`` down to ``foot``; ``height`` is the figure's."""
    unit = height / 100
    side = 1 if foot[0] >= hand[0] else -1
    picture.cut(ribbon([(hand[0] - side * 3.4 * unit, hand[1] + 1.6 * unit), (hand[0] - side * 2 * unit, hand[1] - 1.6 * unit),
                        (hand[0] + side * 0.6 * unit, hand[1] - 0.6 * unit), foot], [0.8 * unit] * 4), colour, lift=unit)


def white_cane(picture: Picture, hand: Point, foot: Point, height: float) -> None:
    """The long white cane of a blind walker, its tip red."""
    unit = height / 100
    picture.cut(ribbon([hand, foot], [0.7 * unit, 0.55 * unit]), PAPER, lift=unit)
    tip = (hand[0] + (foot[0] - hand[0]) * 0.82, hand[1] + (foot[1] - hand[1]) * 0.82)
    picture.cut(ribbon([tip, foot], [0.7 * unit, 0.6 * unit]), VERMILION, lift=0)


def contact(picture: Picture, x: float, y: float, width: float, alpha: float = 0.28) -> None:
    """The soft shadow that sets feet or furniture on the ground."""
    picture.veil(ellipse(x + width * 0.08, y, width / 2, width * 0.09), picture.shadow, alpha, blur=width * 0.045)


