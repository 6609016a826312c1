"""Contrast of two colours by WCAG 2.2, and the nearest colour that has enough of it."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterable

from tinycss2.color4 import parse_color

Colour = tuple[float, float, float]
"""Red, green and blue of sRGB, each from 0 to 1."""

_STEPS = 255


def colour_of(value: str) -> Colour | None:
    """The opaque colour that a CSS value means; None when it is none, or is seen through."""
    parsed = parse_color(value)
    if parsed is None or parsed == "currentcolor" or parsed.alpha != 1:
        return None
    try:
        red, green, blue = parsed.to("srgb").coordinates
    except (NotImplementedError, TypeError, ValueError):
        return None
    return _within(red), _within(green), _within(blue)


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21: WCAG 2.2, «contrast ratio»."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest_passing(colour: Colour, passes: Callable[[Colour], bool]) -> Colour | None:
    """The colour of the same hue and saturation whose lightness is nearest and that passes; None when none does."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    steps: Iterable[int] = sorted(range(_STEPS + 1), key=lambda step: abs(step / _STEPS - lightness))
    shades = (_rounded(colorsys.hls_to_rgb(hue, step / _STEPS, saturation)) for step in steps)
    return next((shade for shade in shades if passes(shade)), None)


def hex_of(colour: Colour) -> str:
    """``#rrggbb``."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _rounded(colour: Colour) -> Colour:
    red, green, blue = (round(part * 255) / 255 for part in colour)
    return red, green, blue


def _within(part: float) -> float:
    return min(1.0, max(0.0, part))


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
