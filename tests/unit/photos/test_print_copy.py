"""Pictures for paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from generator.photos.print_copy import print_copy


def test_upright_smaller_and_without_metadata() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "相机"
    buffer = BytesIO()
    Image.new("RGB", (1200, 800), "#336699").save(buffer, "JPEG", exif=exif)
    made = Image.open(BytesIO(print_copy(buffer.getvalue(), 300)))
    assert (made.format, made.size) == ("JPEG", (200, 300))
    assert not made.getexif()


def test_what_is_transparent_becomes_paper() -> None:
    buffer = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(buffer, "PNG")
    made = Image.open(BytesIO(print_copy(buffer.getvalue(), 300)))
    assert made.size == (20, 20)
    assert min(made.getpixel((5, 5))) > 230  # type: ignore[type-var, arg-type]


def test_no_picture() -> None:
    with pytest.raises(ValueError):
        print_copy(b"GIF89a nothing", 300)
