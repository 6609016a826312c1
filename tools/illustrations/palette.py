"""The colours of the illustration series: the site's four, and muted tones mixed to sit beside them."""

from __future__ import annotations

Colour = tuple[int, int, int]


def rgb(hexadecimal: str) -> Colour:
    """Colour from a six-digit hexadecimal string such as ``B5371F``."""
    value = int(hexadecimal, 16)
    return value >> 16 & 255, value >> 8 & 255, value & 255


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Blend of two colours; ``share`` (0 to 1) is the part of the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def lighter(colour: Colour, share: float) -> Colour:
    """``colour`` moved towards warm paper."""
    return mix(colour, PAPER, share)


def darker(colour: Colour, share: float) -> Colour:
    """``colour`` moved towards a deep blue-black, so shades never turn dead grey."""
    return mix(colour, rgb("161B29"), share)


VERMILION = rgb("B5371F")
PAPER = rgb("FBF8F2")
INK = rgb("22252A")
GOLD = rgb("C8963E")

TEAL = rgb("6B8C88")
DEEP_TEAL = rgb("34514F")
MIST = rgb("CBD6D2")
DUSK = rgb("5F6F91")
NIGHT = rgb("1E2840")
MIDNIGHT = rgb("141B2D")
MOSS = rgb("7F8F57")
DEEP_MOSS = rgb("4C5C38")
SPROUT = rgb("B4BE7C")
CLAY = rgb("BC8560")
UMBER = rgb("7C5039")
SAND = rgb("E6D6B8")
CREAM = rgb("F3E9D6")
ROSE = rgb("DDA791")
PLUM = rgb("6D4A58")
STEEL = rgb("8D99A3")
SLATE = rgb("4A5563")
SNOW = rgb("F1F3F2")
LAMP = rgb("FFD98C")
AMBER = rgb("F0B45A")

SKIN = rgb("E9C09C")
TAN = rgb("D9A881")
BLACK_HAIR = rgb("2B2729")
GREY_HAIR = rgb("A5A3A1")
SILVER_HAIR = rgb("D9D8D5")
