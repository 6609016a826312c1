"""Outlines: smooth blobs, ribbons of changing width, and the two-bone joint that bends elbows and knees.

Points are ``(x, y)`` in picture units, y pointing down.  A ``Path`` is a Skia path; Skia ships no type stubs, hence the alias.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from typing import Any

import skia  # type: ignore[import-not-found]

Point = tuple[float, float]
Path = Any


def polygon(points: Sequence[Point]) -> Path:
    """Closed outline with straight edges."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    return path


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Path:
    """Upright rectangle from its top-left corner, corners rounded by ``radius``."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(x, y, width, height), radius, radius)
    return path


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> Path:
    """Ellipse (or circle) about ``(x, y)``."""
    ry = rx if ry is None else ry
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
    return path


def blob(points: Sequence[Point], tension: float = 0.5) -> Path:
    """Closed smooth outline through ``points`` (Catmull-Rom); lower ``tension`` makes corners crisper."""
    count = len(points)
    path = skia.Path()
    path.moveTo(*points[0])
    pull = tension / 3
    for index in range(count):
        before, start, end, after = (points[(index + step) % count] for step in (-1, 0, 1, 2))
        path.cubicTo(
            start[0] + (end[0] - before[0]) * pull,
            start[1] + (end[1] - before[1]) * pull,
            end[0] - (after[0] - start[0]) * pull,
            end[1] - (after[1] - start[1]) * pull,
            *end,
        )
    path.close()
    return path


def curve(points: Sequence[Point], steps: int = 14) -> list[Point]:
    """Dense points along a smooth open curve through ``points``."""
    if len(points) < 3:
        (x0, y0), (x1, y1) = points[0], points[-1]
        return [(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps) for i in range(steps + 1)]
    ends = [points[0], *points, points[-1]]
    dense: list[Point] = []
    for p0, p1, p2, p3 in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            dense.append((_spline(p0[0], p1[0], p2[0], p3[0], t), _spline(p0[1], p1[1], p2[1], p3[1], t)))
    return [*dense, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def ribbon(points: Sequence[Point], radii: Sequence[float], round_start: bool = True, round_end: bool = True) -> Path:
    """Band along a smooth curve through ``points``; ``radii`` gives half its width at each point."""
    centre = curve(points)
    width = [r for _, r in curve([(index, radius) for index, radius in enumerate(radii)])]
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y) in enumerate(centre):
        ahead, behind = centre[min(index + 1, len(centre) - 1)], centre[max(index - 1, 0)]
        dx, dy = ahead[0] - behind[0], ahead[1] - behind[1]
        length = math.hypot(dx, dy) or 1.0
        radius = width[min(index, len(width) - 1)]
        left.append((x - dy / length * radius, y + dx / length * radius))
        right.append((x + dy / length * radius, y - dx / length * radius))
    path = polygon([*left, *reversed(right)])
    for wanted, place, radius in ((round_start, centre[0], radii[0]), (round_end, centre[-1], radii[-1])):
        if wanted:
            path = union(path, ellipse(*place, radius))
    return path


def union(*paths: Path) -> Path:
    """The outlines joined into one sheet."""
    joined = paths[0]
    for path in paths[1:]:
        merged = skia.Op(joined, path, skia.PathOp.kUnion_PathOp)
        if merged is None:
            joined.addPath(path)
        else:
            joined = merged
    return joined


def minus(path: Path, *holes: Path) -> Path:
    """``path`` with ``holes`` cut out of it."""
    for hole in holes:
        path = skia.Op(path, hole, skia.PathOp.kDifference_PathOp) or path
    return path


def many(paths: Iterable[Path]) -> Path:
    """Separate shapes gathered into one sheet, cut and lifted together."""
    gathered = skia.Path()
    for path in paths:
        gathered.addPath(path)
    gathered.setFillType(skia.PathFillType.kWinding)
    return gathered


def moved(path: Path, dx: float = 0.0, dy: float = 0.0, scale: float = 1.0, turn: float = 0.0) -> Path:
    """``path`` scaled and turned (degrees, clockwise) about the origin, then shifted by ``(dx, dy)``."""
    matrix = skia.Matrix()
    matrix.setScale(scale, scale)
    matrix.postRotate(turn)
    matrix.postTranslate(dx, dy)
    copy = skia.Path(path)
    copy.transform(matrix)
    return copy


def ground(points: Sequence[Point], bottom: float) -> Path:
    """Everything below a smooth line from left to right, down to ``bottom``: hills, banks, snow."""
    line = curve(points)
    return polygon([*line, (line[-1][0], bottom), (line[0][0], bottom)])


def ridge(rng: random.Random, x0: float, x1: float, y: float, swing: float, step: float) -> list[Point]:
    """Points of a gently random skyline between ``x0`` and ``x1`` around height ``y``."""
    count = max(2, round((x1 - x0) / step))
    return [(x0 + (x1 - x0) * i / count, y + rng.uniform(-swing, swing)) for i in range(count + 1)]


def joint(start: Point, end: Point, upper: float, lower: float, bend: float) -> tuple[Point, Point]:
    """Middle joint and reachable end of a two-bone limb from ``start`` towards ``end``.

    ``bend`` is +1 or -1, the side to which the elbow or knee points; a target out of reach is pulled in.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    distance = math.hypot(dx, dy) or 1e-6
    reach = min(max(distance, abs(upper - lower) + 0.01 * upper), (upper + lower) * 0.995)
    ux, uy = dx / distance, dy / distance
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    across = math.sqrt(max(upper**2 - along**2, 0.0)) * bend
    middle = start[0] + ux * along - uy * across, start[1] + uy * along + ux * across
    return middle, (start[0] + ux * reach, start[1] + uy * reach)
