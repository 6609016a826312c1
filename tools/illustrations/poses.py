"""Builds, clothes and poses: everything that tells one paper puppet from another."""

from __future__ import annotations

from dataclasses import dataclass, field

from tools.illustrations.geometry import Point
from tools.illustrations.heads import Head
from tools.illustrations.palette import INK, SLATE, VERMILION, Colour


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
    shoes: Colour = (32, 34, 39)
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
OFFER = Pose(
    lean=4.0, tilt=8.0, near_hand=(0.80, -0.34), far_hand=(0.76, -0.30), far_foot=(0.14, 0.0), near_foot=(-0.08, 0.0)
)
WORK = Pose(lean=6.0, stoop=2.0, tilt=22.0, near_hand=(0.62, -0.55), far_hand=(0.70, -0.48), near_foot=(-0.06, 0.0))
SIT = Pose(
    seat=27.0, lean=2.0, near_hand=(0.52, -0.66), far_hand=(0.56, -0.62), near_foot=(0.36, 0.0), far_foot=(0.30, 0.0)
)
CANE = Pose(
    lean=6.0,
    stoop=4.0,
    tilt=8.0,
    near_hand=(0.42, -0.72),
    far_hand=(0.1, -0.9),
    near_foot=(-0.1, 0.0),
    far_foot=(0.10, 0.0),
)
FRONT = Pose(
    view="front",
    lean=0.0,
    tilt=0.0,
    near_hand=(0.22, -0.93),
    far_hand=(0.22, -0.93),
    near_foot=(0.11, 0.0),
    far_foot=(0.11, 0.0),
)
HOLD_FRONT = Pose(
    view="front",
    lean=0.0,
    tilt=0.0,
    near_hand=(-0.2, -0.55),
    far_hand=(-0.2, -0.55),
    near_foot=(0.10, 0.0),
    far_foot=(0.10, 0.0),
    over=True,
)
BACK = Pose(
    view="back",
    lean=0.0,
    tilt=0.0,
    near_hand=(0.20, -0.93),
    far_hand=(0.20, -0.93),
    near_foot=(0.11, 0.0),
    far_foot=(0.11, 0.0),
)
CROUCH = Pose(
    seat=15.0,
    lean=8.0,
    stoop=2.0,
    tilt=14.0,
    near_hand=(0.62, -0.6),
    far_hand=(0.7, -0.5),
    near_foot=(0.04, 0.0),
    far_foot=(0.20, 0.0),
)
RIDE = Pose(
    seat=29.0,
    lean=1.0,
    tilt=4.0,
    near_hand=(0.5, -0.7),
    far_hand=(0.55, -0.66),
    near_foot=(0.5, 0.04),
    far_foot=(0.56, 0.04),
)
SIT_FRONT = Pose(
    view="front",
    seat=27.0,
    lean=0.0,
    tilt=0.0,
    near_hand=(-0.1, -0.72),
    far_hand=(-0.1, -0.72),
    near_foot=(0.06, 0.0),
    far_foot=(0.06, 0.0),
    over=True,
)
