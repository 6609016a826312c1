"""Contrast of the tokens as delivered, by WCAG 2.2's formula (1.4.3, 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[3] / "theme" / "assets" / "tokens.css").read_text("utf-8")
BLOCKS = [
    dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block)) for block in re.findall(r"\{([^{}]*--[^{}]*)\}", TOKENS)
]
LIGHT = BLOCKS[0]
SCHEMES = {"light": LIGHT, "dark": LIGHT | BLOCKS[2]}

TEXT = [
    (text, ground) for text in ("ink", "ink-soft", "main-text") for ground in ("paper", "paper-bright", "paper-deep")
]
TEXT += [("gold-text", "paper"), ("gold-text", "paper-bright"), ("on-main", "main"), ("on-main-soft", "main")]
TEXT += [("paper", "ink"), ("paper", "ink-soft")]


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_two_places_of_the_dark_scheme_agree() -> None:
    assert len(BLOCKS) == 3
    assert BLOCKS[1] == BLOCKS[2]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_is_readable(scheme: str, text: str, ground: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_body_text_has_seven_to_one(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    for text in ("ink", "ink-soft", "main-text"):
        assert contrast(tokens[text], tokens["paper"]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_of_controls_are_seen(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(tokens["line-strong"], tokens["paper"]) >= 3
    assert contrast(tokens["line-strong"], tokens["paper-bright"]) >= 3
