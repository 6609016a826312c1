"""Pictures for the press: the same pixels, another file's metadata."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photo_files import AIGC, encoded, exif, quarters, with_jpeg_segment, xmp
from PIL import Image

from generator.photos.ai_label import find_label
from generator.photos.credit import PhotoCredit
from generator.photos.press_copy import press_copy

CREDIT = PhotoCredit("说明", "陈一舟", "河湾志愿", "注明来源和作者即可转载", "https://example.org/terms/")


def pixels(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    with Image.open(BytesIO(data)) as picture:
        return picture.mode, picture.size, picture.tobytes()


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_jpeg_keeps_its_pixels_and_its_turn(mode: str, progressive: bool, turn: int) -> None:
    data = encoded(
        quarters(333, 201).convert(mode),
        progressive=progressive,
        exif=exif(Orientation=turn, Model=b"Secret"),
        quality=81,
    )
    copy = press_copy(data, CREDIT, "")
    assert pixels(copy) == pixels(data)
    with Image.open(BytesIO(copy)) as picture:
        assert picture.getexif().get(0x0112, 1) == turn
    assert b"Secret" not in copy


def test_the_colour_profile_is_kept_and_nothing_else() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(
        quarters(), icc_profile=profile, xmp=xmp("<exif:GPSLatitude>30,15N</exif:GPSLatitude>"), comment=b"secret"
    )
    for marker, payload in (
        (0xE0, b"JFXX\0secret"),
        (0xE2, b"MPF\0secret"),
        (0xE2, b"urn:secret"),
        (0xED, b"Photoshop 3.0\0secret"),
        (0xEB, b"secret"),
    ):
        data = with_jpeg_segment(data, marker, payload)
    copy = press_copy(data + b"secret after the end", CREDIT, "")
    assert b"secret" not in copy and b"GPSLatitude" not in copy
    assert copy.endswith(b"\xff\xd9")
    with Image.open(BytesIO(copy)) as picture:
        assert picture.info["icc_profile"] == profile
    assert pixels(copy) == pixels(data)


def test_restart_markers_and_stuffed_bytes_are_no_end() -> None:
    noise = Image.effect_noise((640, 480), 120).convert("RGB")
    data = encoded(noise, quality=100, restart_marker_blocks=2)
    assert b"\xff\xd3" in data and b"\xff\x00" in data
    assert pixels(press_copy(data, CREDIT, "")) == pixels(data)


def test_a_label_of_ai_is_carried_over() -> None:
    copy = press_copy(encoded(quarters()), CREDIT, f"trainedAlgorithmicMedia\n{AIGC}")
    label = find_label(copy)
    assert (label.source_type, bool(label.aigc)) == ("trainedAlgorithmicMedia", True)


@given(st.integers(0, 3_000))
@settings(max_examples=60, deadline=None)
def test_a_file_that_is_cut_off_is_refused_or_whole(length: int) -> None:
    data = encoded(quarters(64, 48))[:length]
    try:
        copy = press_copy(data, CREDIT, "")
    except Exception:
        return
    assert copy.endswith(b"\xff\xd9")


@pytest.mark.parametrize("suffix", ["png", "webp", "heic", "tif", "avif"])
def test_other_kinds_are_coded_once_in_full_size(suffix: str) -> None:
    copy = press_copy(encoded(quarters(640, 480), suffix), CREDIT, "")
    with Image.open(BytesIO(copy)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (640, 480))
