"""The joints of one figure: pose and build turned into outlines in picture units."""

from __future__ import annotations

from tools.illustrations.geometry import Path, Point, joint, ribbon
from tools.illustrations.poses import Build, Look, Pose


class Body:
    """One figure's measurements turned into picture points."""

    def __init__(
        self,
        x: float,
        y: float,
        height: float,
        look: Look,
        pose: Pose,
        build: Build,
        facing: int,
        near_at: Point | None,
        far_at: Point | None,
    ) -> None:
        self.x, self.y, self.unit, self.facing = x, y, height / 100, facing
        self.look, self.pose, self.build = look, pose, build
        self.flat = pose.view != "side"
        hip_height = (
            pose.seat
            if pose.seat is not None
            else build.hip
            - 14 * max(abs(pose.near_foot[0]) - 0.2, abs(pose.far_foot[0]) - 0.2, 0)
            - (0.6 if not self.flat else 0)
        )
        self.hip = (0.0, hip_height)
        self.neck = (pose.lean, hip_height + build.shoulder - build.hip - pose.stoop * 0.5)
        arm = build.upper_arm + build.forearm
        spread = 7.3 * build.girth if self.flat else 0.6
        drop = 6.6 if self.flat else 5.2
        mirror = -1 if self.flat else 1
        near_root = (self.neck[0] + (spread if self.flat else -0.8), self.neck[1] - drop)
        far_root = (self.neck[0] + (-spread if self.flat else 2.4), self.neck[1] - drop)
        self.near_arm = self._arm(
            near_root, pose.near_hand, arm, near_at, -pose.near_bend if self.flat else pose.near_bend, 1
        )
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
        return [
            (nx, ny),
            (nx * 0.86 + back * 0.6, ny - 4.5),
            (nx * 0.6 + hx + back, ny - 13),
            (nx * 0.2 + hx + back * 0.3, hy + 6),
            (hx, hy - low),
        ]

    def garment(self, low: float, grow: float = 0.0, flare: float = 0.0) -> Path:
        girth = self.build.girth
        radii = (3.4, 8.0, 8.5, 7.9, 8.7) if not self.flat else (3.6, 9.4, 10.0, 9.2, 10.2)
        widths = [(r * girth + grow) * self.unit for r in radii]
        widths[-1] += flare * self.unit
        return ribbon([self.at(p) for p in self.spine(low)], widths, False, False)

    def limb(self, points: list[Point], radii: list[float], rounded: bool = True) -> Path:
        # A point near the joint on each side keeps the bend crisp instead of sagging into a noodle.
        (ax, ay), (bx, by), (cx, cy) = points
        line = [
            (ax, ay),
            (ax + (bx - ax) * 0.72, ay + (by - ay) * 0.72),
            (bx + (cx - bx) * 0.28, by + (cy - by) * 0.28),
            (cx, cy),
        ]
        widths = [radii[0], radii[1] + (radii[0] - radii[1]) * 0.25, radii[1], radii[2]]
        return ribbon([self.at(p) for p in line], [r * self.unit * self.build.girth for r in widths], True, rounded)


def hand_tip(arm: list[Point]) -> Point:
    (_, _), (ex, ey), (wx, wy) = arm
    length = ((wx - ex) ** 2 + (wy - ey) ** 2) ** 0.5 or 1.0
    return wx + (wx - ex) / length * 3.6, wy + (wy - ey) / length * 3.6
