"""The job itself: decode a picture once, write every file that pages need of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from PIL import Image

from .ai_label import AiLabel
from .colour import eight_bits, to_srgb
from .credit import PhotoCredit
from .errors import PhotoError
from .metadata import exif_fields, iim_segment, xmp_packet
from .opening import OtherKindError, TooManyPixelsError, opened, orientation, shown_size
from .plan import Rendition
from .survey import digest_of

T = TypeVar("T")

WEBP_QUALITY = 74
WEBP_METHOD = 4
JPEG_QUALITY = 76
"""Measured on six photographs and a paper-cut illustration (bytes a pixel, structural similarity, CPU time a
megapixel): JPEG 76 0.144, .967, 17 ms; WebP 74 with method 4 0.100, .965, 82 ms; method 6 saves 4 % for twice the
time. AVIF at equal similarity saves 17 % on photographs and nothing on illustrations, for nine times the time of WebP
(speed 6), or about 7 % for three times (speed 8): not worth a second set of files."""

PAPER = (0xFB, 0xF8, 0xF2)
"""Behind transparent pixels in JPEG, which has none: the page's paper colour."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation → what sets the picture upright."""


@dataclass(frozen=True, slots=True)
class PhotoWork:
    """The arguments of :func:`render_photo`. ``size`` is the picture's as shown, ``parts`` the files by crop."""

    name: str
    digest: str
    size: tuple[int, int]
    ai_label: str
    credit: PhotoCredit
    parts: tuple[tuple[tuple[int, int, int, int], tuple[Rendition, ...]], ...]


def render_photo(source: Path, target_dir: Path, work: PhotoWork) -> None:
    """Write every rendition of ``work`` below ``target_dir``.

    Raises :class:`PhotoError` when ``source`` is gone, changed or broken; an ``OSError`` means
    that the target could not be written.
    """
    for name, content in _made(source, work, _files):
        path = target_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def photo_part(source: Path, work: PhotoWork) -> Image.Image:
    """The crop of the only rendition of ``work`` in its size, RGB, to be set into another picture.

    Raises :class:`PhotoError` as :func:`render_photo` does.
    """
    return _made(source, work, _part)


def encoded_jpeg(picture: Image.Image, work: PhotoWork, quality: int = JPEG_QUALITY) -> bytes:
    """A JPEG that carries the credit and the label of ``work``."""
    buffer = BytesIO()
    _on_paper(picture).save(
        buffer,
        "JPEG",
        quality=quality,
        progressive=True,
        optimize=True,
        exif=_exif(work),
        xmp=_xmp(work),
        extra=iim_segment(work.credit),
    )
    return buffer.getvalue()


def _made(source: Path, work: PhotoWork, make: Callable[[bytes, PhotoWork], T]) -> T:
    """What ``make`` makes of the file, whatever is wrong with it being said in words for editors."""
    try:
        data = source.read_bytes()
    except OSError as error:
        raise PhotoError(
            f"图片“{work.name}”打不开，可能刚被移走或正被别的程序占用。请确认文件还在原处，再生成一次。"
        ) from error
    if digest_of(data) != work.digest:
        raise PhotoError(f"图片“{work.name}”在生成过程中被改动了。请等文件保存好，再生成一次。")
    try:
        return make(data, work)
    except TooManyPixelsError as error:
        raise PhotoError(f"图片“{work.name}”的像素太多，处理不了。请先缩小到 1 亿像素以内再放进来。") from error
    except OtherKindError as error:
        raise PhotoError(f"图片“{work.name}”的格式不能发布。请另存为 JPEG 再放进来。") from error
    except Exception as error:  # decoders raise anything for broken files; all of it means the same to an editor
        raise PhotoError(f"图片“{work.name}”已损坏或没有传完。请从相机或手机里重新导出一份，再替换它。") from error


def _part(data: bytes, work: PhotoWork) -> Image.Image:
    [(crop, [rendition])] = work.parts
    size = (rendition.width, rendition.height)
    image = _upright(data, work)
    return _on_paper(_scaled(image, _box(image, crop, work), {size})[size]).convert("RGB")


def _files(data: bytes, work: PhotoWork) -> list[tuple[str, bytes]]:
    image = _upright(data, work)
    files = []
    for crop, renditions in work.parts:
        scaled = _scaled(image, _box(image, crop, work), {(item.width, item.height) for item in renditions})
        files += [(item.name, _encoded(scaled[item.width, item.height], item.format, work)) for item in renditions]
    return files


def _box(image: Image.Image, crop: tuple[int, int, int, int], work: PhotoWork) -> tuple[float, float, float, float]:
    """A crop in the pixels of a picture that was decoded smaller."""
    across, down = image.width / work.size[0], image.height / work.size[1]
    return (crop[0] * across, crop[1] * down, crop[2] * across, crop[3] * down)


def _scaled(
    image: Image.Image, box: tuple[float, float, float, float], sizes: set[tuple[int, int]]
) -> dict[tuple[int, int], Image.Image]:
    """The part ``box`` of the picture in every size.

    A small size is made from one at least twice as large: the eye sees no difference, and it takes half the time.
    """
    scaled: dict[tuple[int, int], Image.Image] = {}
    for size in sorted(sizes, reverse=True):
        larger = [done for made, done in scaled.items() if made[0] >= 2 * size[0] and made[1] >= 2 * size[1]]
        scaled[size] = (
            larger[-1].resize(size, Image.Resampling.LANCZOS)
            if larger
            else image.resize(size, Image.Resampling.LANCZOS, box, 3.0)
        )
    return scaled


def _upright(data: bytes, work: PhotoWork) -> Image.Image:
    """The picture decoded in sRGB, turned as it is shown, no larger than it need be and without any metadata."""
    need = _scale_needed(work)
    with opened(BytesIO(data)) as image:
        if shown_size(image) != work.size:
            raise ValueError("the picture's size is not the planned one")
        turn = TURNS.get(orientation(image))
        # Pillow forgets the profile of some formats once the pixels are loaded.
        profile = image.info.get("icc_profile")
        if image.format in ("JPEG", "MPO"):
            # The JPEG decoder scales by 1/2, 1/4 and 1/8 for nearly nothing.
            image.draft(None, (round(image.width * need), round(image.height * need)))
        image.load()
        picture = eight_bits(image)
        shrink = int(max(picture.size) / max(work.size) / need / 1.5)
        if shrink >= 2:
            picture = picture.reduce(shrink)
        picture = to_srgb(picture, profile)
        if turn is not None:
            picture = picture.transpose(turn)
        if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
            picture = picture.convert("RGB")
    # Encoders write comments and profiles they find here.
    picture.info = {}
    return picture


def _scale_needed(work: PhotoWork) -> float:
    """How large the picture must stay for the largest rendition, 1 at most."""
    return min(
        1.0,
        max(
            max(item.width / (crop[2] - crop[0]), item.height / (crop[3] - crop[1]))
            for crop, renditions in work.parts
            for item in renditions
        ),
    )


def _encoded(picture: Image.Image, form: str, work: PhotoWork) -> bytes:
    if form != "webp":
        return encoded_jpeg(picture, work)
    buffer = BytesIO()
    picture.save(buffer, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD, exif=_exif(work), xmp=_xmp(work))
    return buffer.getvalue()


def _exif(work: PhotoWork) -> bytes:
    return exif_fields(work.credit).tobytes() if work.credit else b""


def _xmp(work: PhotoWork) -> bytes:
    return xmp_packet(work.credit, AiLabel.parse(work.ai_label))


def _on_paper(picture: Image.Image) -> Image.Image:
    """JPEG has no transparency."""
    if picture.mode != "RGBA":
        return picture
    paper = Image.new("RGB", picture.size, PAPER)
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
