"""Which files a page needs of a picture, decided from its size alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any

import PIL
import pillow_heif

from generator.model.photo import PhotoFile

from .credit import PhotoCredit
from .errors import PhotoError

RECIPE = f"photos 1, Pillow {PIL.__version__}, pillow-heif {pillow_heif.__version__}"
"""What the bytes depend on besides the inputs. Raise the number with every change of what is written."""

FOLDER = "photos"

TALLEST = 12_000
"""Pixels; WebP ends at 16,383, and phones' long screenshots are taller."""

HEADROOM = 0.4
"""Where the middle of a crop lies in the height that is left over: heads are in the upper half."""


class PhotoUse(StrEnum):
    """Where on a page a picture stands."""

    LEAD = "lead"
    """The wide picture at the head of a story, whole."""
    FIGURE = "figure"
    """A picture in the text, whole."""
    CARD = "card"
    """The thumbnail of a list, cut to 3:2."""
    PORTRAIT = "portrait"
    """A person in a list or at the head of a profile, cut to 4:5."""
    BANNER = "banner"
    """Across the page above a campaign or feature, cut to 2:1."""
    SHARE = "share"
    """Where a link is passed on: a JPEG of 1200 by 630."""


SHARE_RATIO = (40, 21)
"""1200 by 630 pixels, which Open Graph's readers show whole."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``widths`` in pixels ascending, ``fallback`` the widths also written as JPEG, ``ratio`` of the crop if any,
    ``sizes`` as the HTML attribute."""

    widths: tuple[int, ...]
    fallback: tuple[int, ...]
    ratio: tuple[int, int] | None
    sizes: str


LAYOUTS = {
    # 1080 serves the phones of 360 CSS pixels at three dots each, 1320 those of 390 to 440.
    PhotoUse.LEAD: Layout(
        (360, 540, 720, 1080, 1320, 1600), (720, 1320), None, "(min-width: 75em) 1120px, (min-width: 48em) 92vw, 100vw"
    ),
    PhotoUse.FIGURE: Layout((360, 540, 720, 1080, 1320), (720,), None, "(min-width: 48em) 680px, 100vw"),
    PhotoUse.CARD: Layout(
        (240, 360, 480, 720, 1080), (480,), (3, 2), "(min-width: 64em) 360px, (min-width: 40em) 46vw, 92vw"
    ),
    PhotoUse.PORTRAIT: Layout((160, 240, 360, 480, 720), (360,), (4, 5), "(min-width: 48em) 240px, 44vw"),
    PhotoUse.BANNER: Layout((360, 540, 720, 1080, 1320, 1600), (1080,), (2, 1), "100vw"),
    PhotoUse.SHARE: Layout((), (1200,), SHARE_RATIO, ""),
}

MEDIA_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
"""Formats as their file extension, best first."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file: its address below the site's root, its size in pixels, its format (a key of :data:`MEDIA_TYPES`)."""

    name: str
    width: int
    height: int
    format: str


@dataclass(frozen=True, slots=True)
class RenderedPhoto:
    """A picture in one use, as files that :func:`~generator.photos.jobs.photo_job` writes.

    ``crop`` is left, top, right, bottom in pixels of the picture as shown. ``ai`` says that the
    picture carries a label of AI-made content and the page must show one.
    """

    use: PhotoUse
    crop: tuple[int, int, int, int]
    renditions: tuple[Rendition, ...]
    sizes: str
    ai: bool

    @property
    def fallback(self) -> Rendition:
        """The JPEG for readers without ``srcset``, feeds and share cards: the smallest one."""
        return next(item for item in self.renditions if item.format == "jpg")

    @property
    def largest(self) -> Rendition:
        """The largest JPEG, for the media and for structured data."""
        return [item for item in self.renditions if item.format == "jpg"][-1]

    def view(self, prefix: str) -> dict[str, Any]:
        """What a template needs, as plain values. ``prefix`` is the site's prefix and ends in a slash.

        Keys: ``sources`` (each ``type``, ``srcset``, ``sizes``), ``src``, ``srcset`` (of the
        JPEG), ``sizes``, ``width``, ``height`` (pixels of the largest file), ``large``, ``ai``.
        """
        widest = max(self.renditions, key=lambda item: item.width)
        return {
            "sources": [
                {"type": media_type, "srcset": self._srcset(form, prefix), "sizes": self.sizes}
                for form, media_type in MEDIA_TYPES.items()
                if form != "jpg"
            ],
            "src": prefix + self.fallback.name,
            "srcset": self._srcset("jpg", prefix),
            "sizes": self.sizes,
            "width": widest.width,
            "height": widest.height,
            "large": prefix + self.largest.name,
            "ai": self.ai,
        }

    def _srcset(self, form: str, prefix: str) -> str:
        return ", ".join(f"{prefix}{item.name} {item.width}w" for item in self.renditions if item.format == form)


def plan_photo(photo: PhotoFile, use: PhotoUse, credit: PhotoCredit) -> RenderedPhoto:
    """The files that ``use`` needs, without opening the picture.

    Names hash everything the bytes depend on, so a changed caption changes them and a cache may
    keep them for ever; two uses that need the same file share it. No file is larger than the
    picture. Raises :class:`PhotoError` for a photo with a problem.
    """
    if photo.problem or photo.width < 1 or photo.height < 1:
        raise PhotoError(f"图片“{photo.name}”不能使用。请先按检查结果换一张完好的图片。")
    layout = LAYOUTS[use]
    crop = crop_to(photo.width, photo.height, layout.ratio) if layout.ratio else (0, 0, photo.width, photo.height)
    stem = _digest(RECIPE, photo.digest, photo.ai_label, repr(credit), crop)[:16]
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    renditions = [
        Rendition(f"{FOLDER}/{stem}-{wide}.{form}", wide, min(TALLEST, max(1, round(wide * height / width))), form)
        for form, widths in (("webp", layout.widths), ("jpg", layout.fallback))
        for wide in _widths(widths, width, height)
    ]
    return RenderedPhoto(use, crop, tuple(renditions), layout.sizes, credit.ai or bool(photo.ai_label))


def crop_to(width: int, height: int, ratio: tuple[int, int]) -> tuple[int, int, int, int]:
    """The largest part of a picture that has ``ratio``: left, top, right, bottom in its pixels."""
    across, down = ratio
    wide, high = min(width, max(1, height * across // down)), min(height, max(1, width * down // across))
    left, top = (width - wide) // 2, int((height - high) * HEADROOM)
    return (left, top, left + wide, top + high)


def _widths(wanted: tuple[int, ...], width: int, height: int) -> list[int]:
    """The widths that the picture can fill; its own when it is smaller than the largest."""
    most = min(width, max(1, TALLEST * width // height))
    fitting = [wide for wide in wanted if wide < most]
    return [*fitting, most] if len(fitting) < len(wanted) else fitting


def _digest(*parts: Any) -> str:
    return blake2b(json.dumps(parts, ensure_ascii=True).encode(), digest_size=16).hexdigest()
