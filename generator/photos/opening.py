"""Opening a picture safely: by its content and not its name, within limits, without noise."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

# Importing a plugin registers its format; Pillow's own order would load forty more.
from PIL import (  # noqa: F401
    AvifImagePlugin,
    ExifTags,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from pillow_heif import register_heif_opener

from .png_text import png_exif

register_heif_opener()

BYTE_LIMIT = 20 * 1024 * 1024
"""Bytes; the largest file that editors may put beside an entry (20 MB as file managers show it)."""

PIXEL_LIMIT = 120_000_000
"""Pixels. Phones take up to 108 megapixels and medium-format cameras 102; beyond that a small file
that unpacks to gigabytes is likelier than a photograph (120 megapixels are 360 MB in memory)."""

PUBLISHED = {
    "JPEG": "JPEG",
    "MPO": "JPEG",
    "PNG": "PNG",
    "WEBP": "WEBP",
    "HEIF": "HEIF",
    "AVIF": "AVIF",
    "TIFF": "TIFF",
}
"""Pillow's format name → ours. MPO is a JPEG with more frames, as phones write it for depth and gain maps."""

_DECODERS = tuple(name for name in PUBLISHED if name != "MPO")  # the JPEG decoder opens MPO, too

OTHER_KINDS = (
    b"GIF8",
    b"BM",
    b"8BPS",
    b"\x00\x00\x01\x00",
    b"<svg",
    b"<?xml",
    b"%PDF",
    b"\xff\x4f\xff\x51",
    b"\x00\x00\x00\x0cjP  ",
    b"\xff\x0a",
    b"\x00\x00\x00\x0cJXL ",
    b"FUJIFILMCCD-RAW",
    b"IIRO",
    b"IIU\x00",
)
"""How files begin that are pictures (or nearly) but not of a kind we publish: GIF, BMP, Photoshop, icon,
SVG, PDF, JPEG 2000, JPEG XL and camera raw files."""

DNG_VERSION = 0xC612


class TooManyPixelsError(Exception):
    """The header announces more than :data:`PIXEL_LIMIT` pixels."""


class OtherKindError(Exception):
    """A picture of a kind that we do not publish."""


@contextmanager
def opened(file: BinaryIO) -> Iterator[Image.Image]:
    """The first frame of the picture in ``file``, not decoded yet.

    Only the decoders of :data:`PUBLISHED` see the bytes. Raises :class:`TooManyPixelsError`,
    :class:`OtherKindError`, or whatever Pillow raises for a broken file (the caller must
    expect any exception here: fuzzed files bring nearly all of them up).
    """
    with warnings.catch_warnings():
        # Pillow warns of large pictures and odd metadata; our own limit decides, and editors read our messages.
        warnings.simplefilter("ignore")
        head = file.read(32)
        file.seek(0)
        if head.lstrip().startswith(OTHER_KINDS):
            raise OtherKindError
        try:
            image = Image.open(file, formats=_DECODERS)
        except Image.DecompressionBombError as error:
            raise TooManyPixelsError from error
        with image:
            if image.width * image.height > PIXEL_LIMIT:
                raise TooManyPixelsError
            if image.format == "TIFF" and (DNG_VERSION in getattr(image, "tag_v2", {}) or head[8:10] == b"CR"):
                raise OtherKindError
            yield image


def exif_of(image: Image.Image) -> Image.Exif:
    """The picture's EXIF without decoding its pixels, as Pillow's own ``getexif`` does for PNG; empty when broken."""
    try:
        if image.format != "PNG" or "exif" in image.info:
            return image.getexif()
        exif = Image.Exif()
        file = getattr(image, "fp", None)
        if file is not None:
            # The decoder reads on from where it stands.
            at = file.tell()
            data = png_exif(file)
            file.seek(at)
            if data:
                exif.load(b"Exif\0\0" + data)
        return exif
    except Exception:  # broken EXIF must not cost the picture, and raises anything
        return Image.Exif()


def orientation(image: Image.Image) -> int:
    """How the picture has yet to be turned, 1 to 8 as EXIF counts; 1 where the decoder turns it itself.

    Ask before the pixels are loaded.
    """
    if image.format in ("TIFF", "HEIF"):
        return 1
    try:
        value = exif_of(image).get(ExifTags.Base.Orientation, 1)
    except Exception:  # tags are read one by one, so a broken one shows only here
        return 1
    return value if value in range(1, 9) else 1


def shown_size(image: Image.Image) -> tuple[int, int]:
    """Width and height in pixels as a viewer shows the picture."""
    width, height = image.size
    return (height, width) if orientation(image) >= 5 else (width, height)
