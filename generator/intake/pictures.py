"""Pictures of a document become files that can stand beside an entry."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath

from PIL import BmpImagePlugin, GifImagePlugin, Image  # noqa: F401 - the plugins register their formats

from generator.photos.opening import (
    BYTE_LIMIT,
    PIXEL_LIMIT,
    PUBLISHED,
    OtherKindError,
    TooManyPixelsError,
    opened,
    shown_size,
)

_SUFFIX = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "HEIF": ".heic", "AVIF": ".avif", "TIFF": ".tif"}
_CONVERTED = ("GIF", "BMP")
_TINY = 100
"""Pixels in both directions: dividers, icons and emoji of web editors, no photographs."""
_SCREEN_METAFILES = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x00\x00", b"\x01\x00\x09\x00")
_NUMBERED = re.compile(
    r"^(?:图片?|照片|photo|img|image|dsc|微信图片|mmexport|pic)?[\s_()（）.、:：-]*[0-9]*[\s_()（）.、:：-]*",
    re.IGNORECASE,
)


class NoPicture(Exception):
    """A picture is left out; the message is Chinese and says why and what to do."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """``data`` as it is written; ``suffix`` with its dot; ``note`` when something was changed."""

    data: bytes
    suffix: str
    note: str = ""


def picture_file(data: bytes, name: str) -> PictureFile:
    """The file for a picture; GIF and BMP become PNG, everything else stays byte for byte.

    Raises:
        NoPicture: broken, too large, tiny decoration, or drawn in a format of Windows' own.
    """
    shown = f"图片“{name}”" if name else "一张图片"
    if len(data) > BYTE_LIMIT:
        size = len(data) // 1_000_000
        raise NoPicture(f"{shown}有 {size} MB，超过 {BYTE_LIMIT // 1_048_576} MB，没有带过来；缩小后再放进文件夹")
    if data.startswith(_SCREEN_METAFILES) or PurePosixPath(name).suffix.lower() in (".emf", ".wmf"):
        raise NoPicture(f"{shown}是矢量图（EMF、WMF），没有带过来；截图存成 PNG 再放进文件夹")
    try:
        with opened(BytesIO(data)) as image:
            _not_tiny(shown_size(image), shown)
            return PictureFile(data, _SUFFIX[PUBLISHED[str(image.format)]])
    except TooManyPixelsError:
        raise NoPicture(f"{shown}的像素太多，没有带过来；缩小后再放进文件夹") from None
    except OtherKindError:
        return _converted(data, shown)
    except NoPicture:
        raise
    except Exception:  # decoders raise anything for broken files
        raise NoPicture(f"{shown}坏了或格式不常见，没有带过来；请对方发原图（JPEG 或 PNG）") from None


def _converted(data: bytes, shown: str) -> PictureFile:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_CONVERTED) as image:
                _not_tiny(image.size, shown)
                if image.width * image.height > PIXEL_LIMIT:
                    raise NoPicture(f"{shown}的像素太多，没有带过来；缩小后再放进文件夹")
                moving = getattr(image, "n_frames", 1) > 1
                kept = BytesIO()
                image.convert("RGBA" if "transparency" in image.info else "RGB").save(kept, "PNG")
    except NoPicture:
        raise
    except Exception:  # as above
        raise NoPicture(f"{shown}坏了，或是不能用的格式（如 SVG），没有带过来；请对方发原图（JPEG 或 PNG）") from None
    note = f"{shown}是动图，只留下第一帧" if moving else f"{shown}转成了 PNG"
    return PictureFile(kept.getvalue(), ".png", note)


def _not_tiny(size: tuple[int, int], shown: str) -> None:
    if max(size) < _TINY:
        raise NoPicture(f"{shown}只有 {size[0]}×{size[1]} 像素，是装饰小图，没有带过来")


def digest(data: bytes) -> str:
    """What tells two files apart: SHA-256 in hexadecimal."""
    return sha256(data).hexdigest()


def caption_in(name: str) -> str:
    """The caption that a loose photo's name is, such as ``图1 志愿者在巷口修车.jpg``; "" when it is only a number."""
    text = " ".join(_NUMBERED.sub("", PurePosixPath(name).stem, count=1).split())
    return text if len(re.findall(r"[\u3400-\u9fff]", text)) >= 4 else ""
