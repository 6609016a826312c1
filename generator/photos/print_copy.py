"""A picture as it goes into a printed sheet: upright, in sRGB, no larger than paper shows, without metadata."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from .colour import eight_bits, to_srgb
from .opening import opened, orientation
from .rendering import PAPER, TURNS

_QUALITY = 85


def print_copy(data: bytes, longest: int) -> bytes:
    """A JPEG of which the longer side has at most ``longest`` pixels.

    Raises:
        ValueError: it is no picture that we publish, or a broken one.
    """
    try:
        with opened(BytesIO(data)) as image:
            turn = TURNS.get(orientation(image))
            profile = image.info.get("icc_profile")
            if image.format in ("JPEG", "MPO"):
                image.draft(None, (longest, longest))
            image.load()
            picture = to_srgb(eight_bits(image), profile)
    except Exception as error:  # a broken file raises anything
        raise ValueError("no picture") from error
    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    if turn is not None:
        picture = picture.transpose(turn)
    if picture.mode == "RGBA":
        paper = Image.new("RGB", picture.size, PAPER)
        paper.paste(picture, mask=picture.getchannel("A"))
        picture = paper
    picture.info = {}
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return buffer.getvalue()
