"""Whatever has happened to a picture file, the pipeline says so and never falls over."""

from __future__ import annotations

import random
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "photos"))

from photo_files import AIGC, DISPLAY_P3, encoded, exif, matrix_profile, quarters, xmp

from generator.photos.credit import PhotoCredit
from generator.photos.errors import PhotoError
from generator.photos.inspection import inspect_photo
from generator.photos.jobs import photo_job
from generator.photos.plan import PhotoUse

SUFFIXES = ("jpg", "png", "webp", "heic", "avif", "tif")


@cache
def sample(suffix: str) -> bytes:
    """A small picture with all the metadata that could break."""
    picture = quarters(48, 36)
    options = {"exif": exif(gps=True, Orientation=6), "icc_profile": matrix_profile("P3", DISPLAY_P3)}
    if suffix in ("jpg", "webp", "heic", "avif"):
        options["xmp"] = xmp(f"<TC260:AIGC>{AIGC}</TC260:AIGC>")
    if suffix == "tif":
        options = {"compression": "tiff_lzw", "icc_profile": options["icc_profile"]}
    return encoded(picture, suffix, **options)


def outcome(data: bytes) -> str:
    """ "problem", "refused" or "published"; anything else that happens is raised."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "照片.jpg"
        path.write_bytes(data)
        photo = inspect_photo(path)
        if photo.problem is not None:
            with pytest.raises(PhotoError):
                photo_job(photo, path, [PhotoUse.CARD], PhotoCredit())
            return "problem"
        job = photo_job(photo, path, [PhotoUse.CARD], PhotoCredit("说明"))
        try:
            job.run(path, Path(folder), job.args)
        except PhotoError as error:
            assert "照片.jpg" in str(error)
            return "refused"
        for name in job.outputs:
            assert inspect_photo(Path(folder) / name).problem is None
            assert inspect_photo(Path(folder) / name).ai_label == photo.ai_label
        return "published"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_samples_are_sound(suffix):
    assert outcome(sample(suffix)) == "published"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_cut_anywhere(suffix):
    data = sample(suffix)
    lengths = sorted({*range(0, 64, 7), *random.Random(suffix).sample(range(len(data)), 40)})
    assert {outcome(data[:length]) for length in lengths} <= {"problem", "refused"}


@settings(max_examples=150, deadline=None)
@given(
    suffix=st.sampled_from(SUFFIXES),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=6),
    insert=st.tuples(st.floats(0, 1), st.binary(max_size=40)),
)
def test_flipped_bits_and_strange_bytes(suffix, flips, insert):
    data = bytearray(sample(suffix))
    for place, mask in flips:
        data[int(place * len(data))] ^= mask
    at = int(insert[0] * len(data))
    assert outcome(bytes(data[:at]) + insert[1] + bytes(data[at:])) in ("problem", "refused", "published")


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(
        [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x20\0\0\0WEBPVP8 ", b"II*\0", b"\0\0\0\x18ftypheic"]
    ),
)
def test_files_that_only_look_like_pictures(data, head):
    assert outcome(head + data) in ("problem", "refused")
