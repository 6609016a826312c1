"""The pictures of a kit in the sizes that its forms need; each file is decoded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image

from generator.photos.errors import PhotoError
from generator.photos.plan import HEADROOM, Rendition
from generator.photos.press_copy import press_copy
from generator.photos.rendering import JPEG_QUALITY, PhotoWork, render_photo

from .sheet import KitPicture, KitSheet

WIDE, SQUARE = (1410, 600), (1080, 1080)
"""Pixels of WeChat's two covers, 2.35:1 and 1:1."""

SMALL_WIDTH, SMALL_PIXELS = 1080, 2_400_000
"""Of a picture in a WeChat article, which must stay under 1 MB."""

WORD_SIDE = 1600
"""Pixels of the longer side in the Word file: 15 cm at 270 dots an inch."""

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class KitPictures:
    """JPEG files by the name of the picture: ``press`` in original resolution, ``small`` for WeChat, ``word`` with
    width and height; ``covers`` are the wide and the square one."""

    press: Mapping[str, bytes]
    small: Mapping[str, bytes]
    word: Mapping[str, tuple[bytes, int, int]]
    covers: tuple[bytes, bytes]

    @property
    def sizes(self) -> Mapping[str, int]:
        """Bytes of each press file."""
        return {name: len(data) for name, data in self.press.items()}

    def for_word(self, file: str) -> tuple[bytes, int, int]:
        """A picture for the Word file, by its name beside the entry."""
        return self.word[file]


def make_pictures(sheet: KitSheet, source: Path, scratch: Path) -> KitPictures:
    """All pictures of a kit, from the files in ``source``. ``scratch`` is an empty folder to work in.

    Raises :class:`PhotoError` for a file that is gone, changed or broken.
    """
    press, small, word = {}, {}, {}
    covers: tuple[bytes, bytes] | None = None
    for picture in sheet.pictures:
        path = source / picture.file
        sizes = _fitted(picture, SMALL_WIDTH, 100_000, SMALL_PIXELS), _fitted(picture, WORD_SIDE, WORD_SIDE)
        whole: Box = (0, 0, picture.width, picture.height)
        wanted = [(whole, "small.jpg", sizes[0]), (whole, "word.jpg", sizes[1])]
        if picture.file == sheet.cover:
            wanted += [_cut(picture, "wide.jpg", WIDE), _cut(picture, "square.jpg", SQUARE)]
        made = _rendered(sheet, picture, path, scratch, wanted)
        press[picture.name] = _press(sheet, picture, path)
        small[picture.name] = made["small.jpg"]
        word[picture.file] = made["word.jpg"], *sizes[1]
        if picture.file == sheet.cover:
            covers = made["wide.jpg"], made["square.jpg"]
    return KitPictures(press, small, word, covers or _drawn(sheet.drawing))


def _rendered(
    sheet: KitSheet, picture: KitPicture, path: Path, scratch: Path, wanted: list[tuple[Box, str, tuple[int, int]]]
) -> dict[str, bytes]:
    crops: dict[Box, list[Rendition]] = {}
    for box, name, (width, height) in wanted:
        crops.setdefault(box, []).append(Rendition(name, width, height, "jpg"))
    work = PhotoWork(
        f"{sheet.entry_id}/{picture.file}",
        picture.digest,
        (picture.width, picture.height),
        picture.ai_label,
        picture.credit,
        tuple((box, tuple(renditions)) for box, renditions in crops.items()),
    )
    render_photo(path, scratch, work)
    return {name: (scratch / name).read_bytes() for _, name, _ in wanted}


def _press(sheet: KitSheet, picture: KitPicture, path: Path) -> bytes:
    try:
        return press_copy(path.read_bytes(), picture.credit, picture.ai_label)
    except Exception as error:  # decoders raise anything for broken files
        name = f"{sheet.entry_id}/{picture.file}"
        raise PhotoError(f"图片“{name}”已损坏或没有传完。请从相机或手机里重新导出一份，再替换它。") from error


def _fitted(picture: KitPicture, widest: int, highest: int, pixels: int = 1 << 40) -> tuple[int, int]:
    """The picture's size, made smaller where it exceeds a limit."""
    width, height = picture.width, picture.height
    scale = min(1.0, widest / width, highest / height, (pixels / (width * height)) ** 0.5)
    return max(1, int(width * scale)), max(1, int(height * scale))


def _cut(picture: KitPicture, name: str, size: tuple[int, int]) -> tuple[Box, str, tuple[int, int]]:
    box = crop(picture.width, picture.height, size)
    across, down = box[2] - box[0], box[3] - box[1]
    scale = min(1.0, across / size[0], down / size[1])
    return box, name, (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))


def crop(width: int, height: int, ratio: tuple[int, int]) -> Box:
    """The largest part of a picture that has ``ratio``; heads are in the upper half."""
    across, down = ratio
    wide, high = min(width, max(1, height * across // down)), min(height, max(1, width * down // across))
    left, top = (width - wide) // 2, int((height - high) * HEADROOM)
    return left, top, left + wide, top + high


def _drawn(svg: str) -> tuple[bytes, bytes]:
    drawing = Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))).convert("RGB")
    return _cover(drawing, WIDE), _cover(drawing, SQUARE)


def _cover(drawing: Image.Image, size: tuple[int, int]) -> bytes:
    buffer = BytesIO()
    box = crop(drawing.width, drawing.height, size)
    drawing.resize(size, Image.Resampling.LANCZOS, box).save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return buffer.getvalue()
