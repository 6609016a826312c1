"""Which characters the typefaces of prints have no drawing for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from PIL import ImageFont

from .setting import FONT_FOLDERS

_PROBE = 32
"""Pixels at which a drawing is compared with the one for what the face lacks."""

_BODILESS = frozenset({"Cc", "Cf", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"})
"""Categories of characters that draw nothing by themselves: controls, joiners, marks, blanks."""


def missing_glyphs(values: Any) -> str:
    """Characters in the texts of some values that would come out as empty boxes, each once."""
    signs = {sign for text in _texts(values) for sign in text}
    return "".join(sorted(sign for sign in signs if not _is_drawn(sign)))


def _texts(values: Any) -> Iterator[str]:
    if isinstance(values, str):
        yield values
    elif isinstance(values, Mapping):
        for value in values.values():
            yield from _texts(value)
    elif isinstance(values, Iterable):
        for value in values:
            yield from _texts(value)


@lru_cache(maxsize=65_536)
def _is_drawn(sign: str) -> bool:
    if unicodedata.category(sign) in _BODILESS:
        return True
    return any(bytes(font.getmask(sign)) != empty for font, empty in _faces())


@cache
def _faces() -> tuple[tuple[ImageFont.FreeTypeFont, bytes], ...]:
    """Every face with what it draws for a character that it lacks; the one that has most comes first."""
    paths = [path for folder in FONT_FOLDERS for path in sorted(folder.iterdir()) if path.suffix in (".ttc", ".ttf")]
    fonts = [ImageFont.FreeTypeFont(path, _PROBE, layout_engine=ImageFont.Layout.BASIC) for path in paths]
    return tuple((font, bytes(font.getmask("\U000e0fff"))) for font in fonts)
