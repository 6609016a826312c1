"""Type for pictures: a font file, and what it can set."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

GETA = "〓"
"""What Chinese printers set for a character that they have no type for."""

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})
"""Categories of signs that have no body of their own: controls, joiners, halves of pairs, emoji selectors."""

_PROBE = 48
"""Pixels at which glyphs are compared with the one for what a font lacks."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """``index`` is the face in a collection, ``weight`` the instance of a variable font ("" for a plain one),
    ``digest`` that of the file's bytes: pictures depend on it and not on where the file lies."""

    path: Path
    index: int
    weight: str
    digest: str

    @property
    def identity(self) -> str:
        """What tells one face from another on every machine."""
        return f"{self.digest} {self.index} {self.weight}"


@lru_cache(maxsize=32)
def sized(face: Typeface, size: int) -> ImageFont.FreeTypeFont:
    """The face at ``size`` pixels. Raises ``OSError`` when the file is no font."""
    # ImageFont.truetype() would look for another file of this name when this one cannot be read.
    font = ImageFont.FreeTypeFont(face.path, size, face.index, layout_engine=ImageFont.Layout.BASIC)
    if face.weight:
        font.set_variation_by_name(face.weight)
    return font


@lru_cache(maxsize=65_536)
def advance(face: Typeface, size: int, sign: str) -> float:
    """How far a character moves the pen, in pixels."""
    return sized(face, size).getlength(sign)


def width(face: Typeface, size: int, text: str) -> float:
    """The width of a line in pixels."""
    return sum(advance(face, size, sign) for sign in text)


@lru_cache(maxsize=65_536)
def has_glyph(face: Typeface, sign: str) -> bool:
    """Whether the face has a shape for a character: not the box that stands for everything it lacks."""
    if sign.isspace():
        return True
    shape = sized(face, _PROBE).getmask(sign, mode="L")
    return (shape.size, bytes(shape)) != _nothing(face) and any(bytes(shape))


@lru_cache(maxsize=8)
def _nothing(face: Typeface) -> tuple[tuple[int, int], bytes]:
    shape = sized(face, _PROBE).getmask("\U0010fffd", mode="L")
    return shape.size, bytes(shape)


def settable(face: Typeface, text: str) -> str:
    """The text as the face can set it: emoji and other signs that it lacks are left out, letters and
    Chinese characters that it lacks become the printers' substitute, blanks are single."""
    signs = []
    for sign in unicodedata.normalize("NFC", text):
        category = unicodedata.category(sign)
        if sign.isspace():
            signs.append(" ")
        elif category in _DROPPED:
            continue
        elif has_glyph(face, sign):
            signs.append(sign)
        elif category[0] in "LN":
            signs.append(GETA)
    return " ".join("".join(signs).split())
