"""From any colour space that cameras, scanners and print shops use to sRGB, eight bits a channel."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import cast

from PIL import Image, ImageCms

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_SAME = 0.003
"""XYZ; so far apart are the primaries of sRGB in profiles of various makers."""
_LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))

PROFILE_LIMIT = 4 * 1024 * 1024
"""Bytes; press profiles reach 2.5 MB."""

_SPACES = {"RGB": "RGB ", "RGBA": "RGB ", "CMYK": "CMYK", "L": "GRAY"}
"""Pillow's mode → the colour space that a fitting profile names."""


def eight_bits(image: Image.Image) -> Image.Image:
    """The picture in one of the modes L, RGB, RGBA, CMYK or LAB, nothing lost that sRGB could show."""
    transparent = "transparency" in image.info
    match image.mode:
        case "L" | "RGB" | "CMYK" | "LAB" if not transparent:
            return image
        case "RGBA":
            return image
        case "LA" | "La" | "PA" | "RGBa":
            return image.convert("RGBA")
        case "I;16" | "I;16L" | "I;16B" | "I;16N":
            # Pillow clips instead of scaling: 65535 levels become 255, 257 to one.
            return image.convert("I").point(_linear(1 / 257)).convert("L")
        case "I" | "F":
            return _stretched(image)
        case _:
            return image.convert("RGBA" if transparent else "RGB")


def _linear(
    scale: float, offset: float = 0
) -> Callable[[Image.ImagePointTransform], Image.ImagePointTransform | float]:
    """How Pillow takes ``level * scale + offset`` for more than eight bits."""
    return lambda level: level * scale + offset


def _stretched(image: Image.Image) -> Image.Image:
    """Scans with 32 bits a pixel have no agreed white, so the lightest pixel becomes it.

    16-bit greyscale PNG also arrives as 32-bit integers in some versions of Pillow; its white is 65535.
    """
    low, high = cast(tuple[float, float], image.getextrema())
    if image.mode == "I" and low >= 0 and 255 < high <= 65_535:
        low, high = 0, 65_535
    elif low >= 0 and high <= 1:
        low, high = 0, 1
    elif low >= 0 and high <= 255:
        low, high = 0, 255
    scale = 255 / ((high - low) or 1)
    return image.convert("F").point(_linear(scale, -low * scale)).convert("L")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB or RGBA in sRGB. ``image`` comes from :func:`eight_bits`; ``profile`` is the file's ICC profile.

    A profile that is broken or made for another colour space is passed over, as viewers do.
    """
    if image.mode == "LAB":
        return _converted(image, _LAB, "RGB")
    wanted = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile and len(profile) <= PROFILE_LIMIT:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            fits = source.profile.xcolor_space == _SPACES[image.mode]
            if fits and not _is_srgb(source):
                return _converted(image, source, wanted)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image.convert(wanted)


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    """Most files carry plain sRGB; converting sRGB to sRGB only costs time and rounding. A name is not enough: there is
    "DCI-P3 D65 Gamut with sRGB Transfer"."""
    return "srgb" in (profile.profile.profile_description or "").lower() and all(
        abs(ours - theirs) < _SAME
        for colour in ("red_colorant", "green_colorant", "blue_colorant")
        for ours, theirs in zip(
            getattr(_SRGB.profile, colour)[0], (getattr(profile.profile, colour) or [[9, 9, 9]])[0], strict=True
        )
    )


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile, wanted: str) -> Image.Image:
    transform = ImageCms.buildTransform(
        source,
        _SRGB,
        image.mode,
        wanted,
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    converted = ImageCms.applyTransform(image, transform)
    if converted is None:  # only with inPlace
        raise ValueError("no picture")
    return converted
