"""Pictures for links that are passed on: title in real type beside a designed cover, 1200 by 630 pixels.

Messengers and social sites show no SVG, so these are PNG files of few colours: flat art and type stay sharp in
them, at a third of a JPEG's size. Where no typeface is found the picture has no words, which is no fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import PIL
from PIL import Image, ImageDraw

from generator.model.job import Job, JobError

from .cover_inks import INK, PAPER, RED, RUNS
from .cover_seals import BLOSSOM
from .covers import Sheet, draw
from .phrases import NO_END
from .share_art import ART_WIDTH, art, seal_mark
from .title_lines import break_title, cut_title, quality
from .typefaces import Typeface, settable, sized, width

FOLDER = "share"

WIDTH, HEIGHT = 1200, 630
"""Pixels; what Open Graph, WeChat and Weibo show whole (1.91 to 1)."""

RECIPE = f"share 2, Pillow {PIL.__version__}"
"""What the bytes depend on besides the inputs. Raise the number with every change of what is drawn."""

_PANEL = WIDTH - ART_WIDTH
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 40, 64, 146
"""Margins of the panel in pixels; the site's name stands in the one at the bottom."""

_ROOM = _PANEL - _LEFT - _RIGHT
_SIZES = ((120, 1), (96, 2), (82, 3), (70, 4), (58, 5), (48, 6))
"""Sizes of type in pixels and how many lines of each there is room for, best first."""

_LEADING = 1.3
_SMALL, _SMALLER = 30, 26
_SEAL = 62
_SEAL_AT = (_LEFT, HEIGHT - _LEFT - _SEAL)
_SHADES = 24
"""Steps between paper and ink: what the eye tells apart at the edge of a letter."""

_ART_COLOURS = 256 - 3 * _SHADES


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a share picture shows. Plain text, "" for nothing."""

    sheet: Sheet
    kicker: str
    title: str
    foot: str


@dataclass(frozen=True, slots=True)
class _Inks:
    """Colours of the panel: ``ground``, and on it the ``title``, the ``kicker`` and the ``foot``."""

    ground: str
    title: str
    kicker: str
    foot: str


INKS = (
    _Inks(PAPER, INK, RED, "#5c5a57"),
    _Inks(RED, PAPER, "#fbe6dc", "#fbe6dc"),
    _Inks("#2b2f36", PAPER, "#e3b9a8", "#d9d2c6"),
)
"""By print run of the cover, as :data:`~generator.render.cover_inks.RUNS`."""


def share_address(card: ShareCard, face: Typeface | None) -> str:
    """Where a card is published; the name is a digest of everything that it depends on."""
    return f"{FOLDER}/{_digest(card, face)}.png"


def share_job(card: ShareCard, face: Typeface | None, root: Path, label: str) -> Job:
    """The job that draws a card. Without a face it reads nothing, and ``root`` stands in for the source."""
    return Job(
        _digest(card, face), _write, face.path if face else root, (card, face), (share_address(card, face),), label
    )


def _digest(card: ShareCard, face: Typeface | None) -> str:
    if face is None:
        # Cards without words differ by their sheets alone.
        words, sheet = "", f"{card.sheet}"
    else:
        words, sheet = f"{card.kicker}\0{card.title}\0{card.foot}\0{face.identity}", f"{card.sheet}"
    text = f"{RECIPE}\0{sheet}\0{words}\0{_drawing_digest(card.sheet)}"
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@lru_cache(maxsize=1024)
def _drawing_digest(sheet: Sheet) -> str:
    return blake2b(draw(sheet).encode(), digest_size=8).hexdigest()


def _write(source: Path, target_dir: Path, args: tuple[ShareCard, Typeface | None]) -> None:  # noqa: ARG001
    card, face = args
    target = target_dir / share_address(card, face)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        picture = draw_card(card, face)
    except OSError as error:  # FreeType cannot read the file
        raise JobError("分享图用的字体文件打不开。请换一个完好的字体文件，或在设置里去掉 share_font。") from error
    picture.save(target, "PNG", compress_level=4)  # 6 takes a third longer for 4 % less


def draw_card(card: ShareCard, face: Typeface | None) -> Image.Image:
    """The picture, in palette colours."""
    sheet = card.sheet
    on = (sheet.scene, sheet.run, sheet.people)
    picture = _ground(*on)[0].copy()
    picture.paste(_seal(sheet.seal, *on), _SEAL_AT)
    if face is None:
        return picture
    pen = _Panel(picture, face)
    lines, size = _title(card.title, face)
    pen.put(_LEFT, _TOP, card.kicker, _SMALL, 1)
    if lines:
        leading = round(size * _LEADING)
        room = HEIGHT - _BOTTOM - _TOP - _SMALL - 26
        # A short title hangs a little above the middle, a long one fills the room.
        top = _TOP + _SMALL + 26 + max(0, round((room - leading * len(lines)) * 0.42))
        for number, line in enumerate(lines):
            pen.put(_LEFT - _hang(line, size), top + number * leading, line, size, 0)
    pen.put(_LEFT + _SEAL + 20, HEIGHT - _LEFT - (_SEAL + _SMALLER) // 2 - 2, card.foot, _SMALLER, 2)
    return picture


def _title(title: str, face: Typeface) -> tuple[list[str], int]:
    """The lines of a title and the size of their type: the largest that holds it, or the next one down if that
    breaks it in better places."""
    text = settable(face, title)
    if not text:
        return [], 0
    fitting = (found for size, most in _SIZES if (found := _lines(text, size, most, face)))
    largest = next(fitting, None)
    if largest is None:
        size, most = _SIZES[-1]
        return cut_title(text, _ROOM, most, lambda part: width(face, size, part)), size
    smaller = next(fitting, None) if quality(largest[0]) < 2 else None
    better = smaller is not None and len(smaller[0]) > 1 and quality(smaller[0]) > quality(largest[0])
    return smaller if smaller is not None and better else largest


def _lines(text: str, size: int, most: int, face: Typeface) -> tuple[list[str], int] | None:
    lines = break_title(text, _ROOM, most, lambda part: width(face, size, part))
    return (lines, size) if lines else None


def _hang(line: str, size: int) -> int:
    """An opening mark has its ink in the right half of its square: the line begins with the ink."""
    return size // 2 if line[0] in NO_END and not line[0].isascii() else 0


class _Panel:
    """Sets type on the flat part of a picture: by shades of three inks, which follow each other in the palette."""

    def __init__(self, picture: Image.Image, face: Typeface) -> None:
        self._picture = picture
        self._face = face

    def put(self, left: int, top: int, text: str, size: int, ink: int) -> None:
        """One line, cut at the panel's edge."""
        text = settable(self._face, text)
        if not text:
            return
        while width(self._face, size, text) > _PANEL - left - _RIGHT // 2:
            text = text[:-2] + "…"
        strip = Image.new("L", (_PANEL - left, round(size * 1.4)))
        ImageDraw.Draw(strip).text((0, size * 0.94), text, 255, sized(self._face, size), "ls")
        shaded = strip.point(_shades(ink))
        self._picture.paste(shaded, (left, top), strip.point(_INKED))


_INKED = [0 if level * _SHADES // 256 == 0 else 255 for level in range(256)]


@lru_cache(maxsize=3)
def _shades(ink: int) -> list[int]:
    return [ink * _SHADES + level * _SHADES // 256 for level in range(256)]


@lru_cache(maxsize=48)
def _ground(scene: int, run: int, people: int) -> tuple[Image.Image, Image.Image]:
    """Panel and art in palette colours (first the shades of the three inks, then those of the art), and a picture
    that holds the palette. Finding the colours takes longer than all the rest: seals are set on it later."""
    inks = INKS[run]
    assert len(INKS) == len(RUNS)
    picture = Image.new("RGB", (WIDTH, HEIGHT), inks.ground)
    picture.paste(art(scene, run, people), (_PANEL, 0))
    picture.paste(_sealed(BLOSSOM, run), _SEAL_AT)
    colours = picture.quantize(_ART_COLOURS - 1, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    found = (colours.getpalette() or [])[: 3 * (_ART_COLOURS - 1)]
    palette = [level for ink in (inks.title, inks.kicker, inks.foot) for level in _ramp(inks.ground, ink)]
    fixed = Image.new("P", (1, 1))
    fixed.putpalette([*palette, *found])
    return picture.quantize(palette=fixed, dither=Image.Dither.NONE), fixed


def _sealed(name: str, run: int) -> Image.Image:
    """A seal on its ground."""
    patch = Image.new("RGB", (_SEAL, _SEAL), INKS[run].ground)
    mark = seal_mark(name, run, _SEAL)
    patch.paste(mark, (0, 0), mark)
    return patch


@lru_cache(maxsize=512)
def _seal(name: str, scene: int, run: int, people: int) -> Image.Image:
    """A seal in the palette colours of a ground."""
    return _sealed(name, run).quantize(palette=_ground(scene, run, people)[1], dither=Image.Dither.NONE)


def _ramp(ground: str, ink: str) -> Iterable[int]:
    paper, full = _levels(ground), _levels(ink)
    for step in range(_SHADES):
        for low, high in zip(paper, full, strict=True):
            yield round(low + (high - low) * step / (_SHADES - 1))


def _levels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
