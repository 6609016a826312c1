"""Contrast by WCAG's formula, and colours that have enough of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.contrast import Colour, colour_of, contrast, hex_of, nearest_passing

PARTS = st.integers(0, 255).map(lambda part: part / 255)
COLOURS = st.tuples(PARTS, PARTS, PARTS)


def colour(value: str) -> Colour:
    """A colour that can be read."""
    found = colour_of(value)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#fff", "#fff", 1), ("#777777", "white", 4.48), ("red", "#fff", 4)],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    assert contrast(colour(one), colour(other)) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    "value", ["", "墨", "transparent", "#12", "rgb(0 0 0 / 50%)", "currentcolor", "var(--x)", "12px"]
)
def test_what_is_no_opaque_colour_is_none(value: str) -> None:
    assert colour_of(value) is None


@pytest.mark.parametrize("value", ["#B5371F", "rgb(181, 55, 31)", "rgb(181 55 31)", "hsl(9.6, 70.75%, 41.57%)"])
def test_ways_to_write_a_colour(value: str) -> None:
    assert hex_of(colour(value)) == "#b5371f"


@given(COLOURS, COLOURS)
def test_there_is_always_a_colour_that_passes_and_what_passes_is_kept(text: Colour, ground: Colour) -> None:
    def passes(shade: Colour) -> bool:
        return contrast(shade, ground) >= 4.5

    found = nearest_passing(text, passes)
    assert found is not None and passes(found)
    assert passes(colour(hex_of(found)))
    if passes(text):
        assert max(abs(a - b) for a, b in zip(found, text, strict=True)) < 0.01


def test_nothing_passes_what_cannot_be() -> None:
    assert nearest_passing(colour("#123456"), lambda _: False) is None
