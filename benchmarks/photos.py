"""Photo-like pictures for a corpus with photos: coarse noise that compresses about as badly as a street scene."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .city import dice_for

WIDTH, HEIGHT = 2400, 1600


def write_photos(folder: Path, number: int, count: int) -> list[dict[str, Any]]:
    """Write ``count`` JPEGs into story ``number``'s folder; returns their entries for the front matter."""
    from PIL import Image  # only a corpus with photos needs it

    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for at in range(1, count + 1):
        dice = dice_for(f"photo-{at}", number)
        grains = Image.frombytes("RGB", (48, 32), dice.randbytes(48 * 32 * 3))
        name = f"photo-{at}.jpg"
        grains.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC).save(folder / name, quality=88)
        entries.append({"file": name, "alt": "测速用的图片，只有色块", "caption": "测速用图", "credit": "测速程序"})
    return entries
