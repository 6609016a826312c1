"""Conversions between WGS-84, GCJ-02 and BD-09."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.coordinates import Position, bd09_to_gcj02, gcj02_to_bd09, gcj02_to_wgs84, in_crs, wgs84_to_gcj02
from generator.model.entries import Coordinates, Crs

CENTIMETRE = 1e-7
"""Degrees."""

china = st.builds(Position, st.floats(75, 135), st.floats(5, 53))


@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        # Published test values of coordtransform / prcoords.
        ((116.404, 39.915), (116.41024449916938, 39.91640428150164)),
    ],
)
def test_known_positions(wgs84: tuple[float, float], gcj02: tuple[float, float]) -> None:
    assert wgs84_to_gcj02(Position(*wgs84)) == pytest.approx(gcj02, abs=1e-9)


def test_known_baidu_position() -> None:
    assert gcj02_to_bd09(Position(116.404, 39.915)) == pytest.approx((116.41036949371029, 39.92133699351021), abs=1e-9)


@given(china)
def test_gcj02_there_and_back(at: Position) -> None:
    assert gcj02_to_wgs84(wgs84_to_gcj02(at)) == pytest.approx(at, abs=CENTIMETRE)


@given(china)
def test_bd09_there_and_back(at: Position) -> None:
    assert bd09_to_gcj02(gcj02_to_bd09(at)) == pytest.approx(at, abs=CENTIMETRE)


@given(china)
def test_shift_is_some_hundred_metres(at: Position) -> None:
    moved = wgs84_to_gcj02(at)
    assert 0 < abs(moved.lon - at.lon) + abs(moved.lat - at.lat) < 0.03


def test_abroad_nothing_moves() -> None:
    assert wgs84_to_gcj02(Position(2.35, 48.85)) == (2.35, 48.85)


@pytest.mark.parametrize("crs", list(Crs))
def test_every_pair_of_systems_comes_back(crs: Crs) -> None:
    for other in Crs:
        there = in_crs(Coordinates(lon=113.2, lat=28.1, crs=crs), other)
        back = in_crs(Coordinates(lon=there.lon, lat=there.lat, crs=other), crs)
        assert back == pytest.approx((113.2, 28.1), abs=CENTIMETRE)
