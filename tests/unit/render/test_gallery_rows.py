"""Galleries of any number of pictures of any shape: all are there, in order, in rows that are about equally full."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.gallery_rows import FULL, MOST, NARROWEST, SHORT, WIDEST, gallery_rows, shape_of


def picture(width: int, height: int) -> Any:
    return {"width": width, "height": height}


def rows_of(*shapes: tuple[int, int]) -> list[list[int]]:
    return [[each["shape"] for each in row["pictures"]] for row in gallery_rows([picture(*shape) for shape in shapes])]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (6, [3, 3]), (7, [2, 2, 3]), (9, [3, 3, 3])],
)
def test_wide_pictures(count: int, expected: list[int]) -> None:
    assert [len(row) for row in rows_of(*[(1600, 1067)] * count)] == expected


def test_tall_and_wide_ones_share_rows() -> None:
    assert rows_of((800, 1200), (1200, 800), (800, 1200), (1000, 1000)) == [[7, 15, 7, 10]]


def test_a_single_tall_picture_does_not_fill_the_page() -> None:
    assert gallery_rows([picture(600, 1300)]) == [
        {"pictures": [{"picture": picture(600, 1300), "shape": NARROWEST}], "short": True}
    ]


@pytest.mark.parametrize(("size", "shape"), [((9000, 100), WIDEST), ((1, 9000), NARROWEST), ((0, 0), NARROWEST)])
def test_extreme_shapes_are_cut(size: tuple[int, int], shape: int) -> None:
    assert shape_of(picture(*size)) == shape


@given(st.lists(st.tuples(st.integers(1, 6000), st.integers(1, 6000)), max_size=40))
def test_all_pictures_are_there_in_order(sizes: list[tuple[int, int]]) -> None:
    pictures = [picture(*size) for size in sizes]
    rows = gallery_rows(pictures)
    assert [each["picture"] for row in rows for each in row["pictures"]] == pictures
    for row in rows:
        total = sum(each["shape"] for each in row["pictures"])
        assert 1 <= len(row["pictures"]) <= MOST
        assert total <= FULL + WIDEST
        assert row["short"] == (total < SHORT)
