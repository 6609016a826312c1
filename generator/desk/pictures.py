"""Pictures of an entry as a browser can show them: upright, of a screen's size, without what cameras add."""

from __future__ import annotations

import threading
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from generator.photos.opening import opened

_SIDE = 1000
"""Pixels: half a wide screen."""

_one_at_a_time = threading.Semaphore(2)
"""A picture of a hundred megapixels takes 300 MB while it is opened."""


def screen_picture(path: Path) -> bytes | None:
    """A JPEG of the picture in a file; None when it cannot be shown."""
    try:
        stat = path.stat()
        return _screen_picture(path, (stat.st_size, stat.st_mtime_ns))
    except Exception:  # what Pillow raises for broken files has no common name
        return None


@lru_cache(maxsize=64)
def _screen_picture(path: Path, stat: tuple[int, int]) -> bytes:  # noqa: ARG001 - tells whether the file is the same
    with _one_at_a_time, path.open("rb") as file, opened(file) as image:
        image.draft("RGB", (2 * _SIDE, 2 * _SIDE))
        image.thumbnail((_SIDE, _SIDE), reducing_gap=2.0)
        upright = ImageOps.exif_transpose(image)
        plain = Image.new("RGB", upright.size, "white")
        plain.paste(upright.convert("RGB"), mask=upright.getchannel("A") if "A" in upright.getbands() else None)
        made = BytesIO()
        plain.save(made, "JPEG", quality=82)
        return made.getvalue()
