"""Between the coordinate systems in use in China: WGS-84, GCJ-02 and BD-09.

The GCJ-02 polynomial and the BD-09 spiral are those in public use (prcoords and others
give the same values); outside China's bounding box the systems coincide.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from .entries import Coordinates, Crs

_AXIS = 6378245.0
_ECCENTRICITY = 0.00669342162296594323
_SPIRAL = pi * 3000.0 / 180.0


class Position(NamedTuple):
    """Longitude and latitude in decimal degrees."""

    lon: float
    lat: float


@lru_cache(maxsize=20_000)
def in_crs(place: Coordinates, crs: Crs) -> Position:
    """The place's position in another reference system, to better than a centimetre of the formulas."""
    here = Position(place.lon, place.lat)
    if place.crs is crs:
        return here
    if place.crs is Crs.BD09:
        here = bd09_to_gcj02(here)
    elif place.crs is Crs.WGS84:
        here = wgs84_to_gcj02(here)
    if crs is Crs.BD09:
        return gcj02_to_bd09(here)
    return gcj02_to_wgs84(here) if crs is Crs.WGS84 else here


def wgs84_to_gcj02(at: Position) -> Position:
    """Where a satellite position stands on 高德 and 腾讯 maps."""
    if not _in_china(at):
        return at
    x, y = at.lon - 105.0, at.lat - 35.0
    waves = 20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)
    south = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    south += 2.0 / 3.0 * (waves + 20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi))
    south += 2.0 / 3.0 * (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0))
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    east += 2.0 / 3.0 * (waves + 20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi))
    east += 2.0 / 3.0 * (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi))
    phi = at.lat / 180.0 * pi
    magic = 1.0 - _ECCENTRICITY * sin(phi) ** 2
    lat = at.lat + south * 180.0 / (_AXIS * (1.0 - _ECCENTRICITY) / (magic * sqrt(magic)) * pi)
    lon = at.lon + east * 180.0 / (_AXIS / sqrt(magic) * cos(phi) * pi)
    return Position(lon, lat)


def gcj02_to_wgs84(at: Position) -> Position:
    """The inverse, by iteration: one step alone errs by up to 4.5 m."""
    return _inverse(wgs84_to_gcj02, at, at)


def gcj02_to_bd09(at: Position) -> Position:
    """Where a GCJ-02 position stands on 百度 maps."""
    radius = hypot(at.lon, at.lat) + 0.00002 * sin(at.lat * _SPIRAL)
    angle = atan2(at.lat, at.lon) + 0.000003 * cos(at.lon * _SPIRAL)
    return Position(radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006)


def bd09_to_gcj02(at: Position) -> Position:
    """The inverse, by iteration."""
    return _inverse(gcj02_to_bd09, at, Position(at.lon - 0.0065, at.lat - 0.006))


def _inverse(forward: Callable[[Position], Position], wanted: Position, guess: Position) -> Position:
    """The position that ``forward`` moves to ``wanted``: the shift changes so slowly that ten steps are plenty."""
    for _ in range(10):
        moved = forward(guess)
        guess = Position(guess.lon + wanted.lon - moved.lon, guess.lat + wanted.lat - moved.lat)
    return guess


def _in_china(at: Position) -> bool:
    return 72.004 <= at.lon <= 137.8347 and 0.8293 <= at.lat <= 55.8271
