"""A picture in its original resolution for the press: the same pixels, metadata written anew."""

from __future__ import annotations

from io import BytesIO

from PIL import ExifTags, Image

from .ai_label import AiLabel
from .colour import eight_bits, to_srgb
from .credit import PhotoCredit
from .metadata import exif_fields, iim_segment, xmp_packet
from .opening import opened, orientation
from .rendering import PAPER, TURNS

QUALITY = 95
"""For pictures that are no JPEG: above it files grow and nothing is seen."""

_KEPT = frozenset({0xEE, *range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD})
"""JPEG segments that say how the pixels are coded: Adobe's colour transform, frames, tables."""

_ICC, _JFIF = b"ICC_PROFILE\0", b"JFIF\0"
_SCAN, _END = 0xDA, 0xD9


def press_copy(data: bytes, credit: PhotoCredit, ai_label: str) -> bytes:
    """A JPEG of the picture in ``data``, whole and upright, with nothing in it but the pixels, their colour profile and
    what ``credit`` and ``ai_label`` say.

    A JPEG's pixels are taken over as they are coded, so that nothing is lost; other kinds
    are coded once. Raises whatever Pillow raises for a broken file.
    """
    with opened(BytesIO(data)) as image:
        turn = orientation(image)
        if image.format not in ("JPEG", "MPO"):
            return _coded(image, credit, ai_label)
    exif = exif_fields(credit)
    if turn != 1:
        exif[ExifTags.Base.Orientation] = turn
    return _rewritten(data, _segments(exif, credit, ai_label))


def _segments(exif: Image.Exif, credit: PhotoCredit, ai_label: str) -> bytes:
    found = b""
    if len(exif):
        found += _segment(0xE1, b"Exif\0\0" + exif.tobytes().removeprefix(b"Exif\0\0"))
    if xmp := xmp_packet(credit, AiLabel.parse(ai_label)):
        found += _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp)
    return found + iim_segment(credit)


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload


def _rewritten(data: bytes, metadata: bytes) -> bytes:
    """The first picture of a JPEG file with ``metadata`` in place of all of its own.

    Raises ``ValueError`` for a file that is cut off.
    """
    parts, at, written = [b"\xff\xd8"], 2, False
    while True:
        at = data.find(b"\xff", at)
        marker = data[at + 1] if 0 <= at < len(data) - 3 or data[at : at + 2] == b"\xff\xd9" else None
        if marker is None:
            raise ValueError("no end of image")
        if marker in (0xFF, 0x00):
            at += 1
            continue
        if marker == _END:
            return b"".join((*parts, b"\xff\xd9"))
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at : at + 2 + length]
        if marker == 0xE0 and segment[4:].startswith(_JFIF) and not written:
            # Version and resolution; a thumbnail may follow them, which may show what was cut away since.
            parts.append(_segment(0xE0, segment[4:16] + b"\0\0"))
        elif not written:
            parts.append(metadata)
            written = True
        if marker in _KEPT or (marker == 0xE2 and segment[4:].startswith(_ICC)):
            parts.append(segment)
        at += 2 + length
        if marker == _SCAN:
            end = _scan_end(data, at)
            parts += [segment, data[at:end]]
            at = end


def _scan_end(data: bytes, at: int) -> int:
    """Where the coded pixels end: at a marker that is neither a stuffed byte nor a restart."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7 and data[at + 1] != 0xFF:
            return at
        at += 1
    raise ValueError("no end of image")


def _coded(image: Image.Image, credit: PhotoCredit, ai_label: str) -> bytes:
    turn = TURNS.get(orientation(image))
    profile = image.info.get("icc_profile")
    image.load()
    picture = to_srgb(eight_bits(image), profile)
    if turn is not None:
        picture = picture.transpose(turn)
    if picture.mode == "RGBA":
        paper = Image.new("RGB", picture.size, PAPER)
        paper.paste(picture, mask=picture.getchannel("A"))
        picture = paper
    picture.info = {}
    buffer = BytesIO()
    picture.save(
        buffer,
        "JPEG",
        quality=QUALITY,
        subsampling=0,
        exif=exif_fields(credit).tobytes(),
        xmp=xmp_packet(credit, AiLabel.parse(ai_label)),
        extra=iim_segment(credit),
    )
    return buffer.getvalue()
