"""A colour profile is known by its primaries: a name may speak of sRGB and mean a wider space."""

from __future__ import annotations

import struct

from PIL import Image, ImageCms

from generator.photos.colour import to_srgb


def profile(red: tuple[float, float, float] | None = None) -> bytes:
    """sRGB's profile with its name, and another red (XYZ) where one is given."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    if red:
        for at in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12):
            if data[at : at + 4] == b"rXYZ":
                start = int.from_bytes(data[at + 4 : at + 8], "big") + 8
                data[start : start + 12] = struct.pack(">3i", *(round(value * 65536) for value in red))
    return bytes(data)


def test_srgb_stays_as_it_is() -> None:
    assert to_srgb(Image.new("RGB", (1, 1), (200, 90, 40)), profile()).getpixel((0, 0)) == (200, 90, 40)


def test_a_wider_red_under_the_name_of_srgb_is_converted() -> None:
    wide = profile((0.5151, 0.2412, -0.0011))  # P3's
    red, green, _ = to_srgb(Image.new("RGB", (1, 1), (200, 90, 40)), wide).getpixel((0, 0))  # type: ignore[misc]
    assert red > 205
    assert green < 90
