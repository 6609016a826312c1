from __future__ import annotations

from io import BytesIO

import pytest
from photo_files import (
    ADOBE_RGB,
    BLUE,
    DISPLAY_P3,
    GREEN,
    RED,
    YELLOW,
    bomb_png,
    corners,
    encoded,
    exif,
    matrix_profile,
    png_16_bit_colour,
    png_16_bit_grey,
    quarters,
    with_png_chunk,
)
from PIL import Image, ImageCms

from generator.model.photo import PhotoFile
from generator.photos.credit import PhotoCredit
from generator.photos.errors import PhotoError
from generator.photos.jobs import photo_job
from generator.photos.plan import PhotoUse, plan_photo
from generator.photos.rendering import PAPER


def near(colour: tuple[int, ...], other: tuple[int, ...], tolerance: int = 8) -> bool:
    return all(abs(one - two) <= tolerance for one, two in zip(colour, other, strict=True))


def turned(picture: Image.Image, orientation: int) -> Image.Image:
    """How a camera held that way stores what it saw: the inverse of EXIF's orientation."""
    stored = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    return picture if stored is None else picture.transpose(stored)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "heic", "avif"])
def test_pictures_stand_upright(desk, suffix, orientation):
    stored = turned(quarters(), orientation)
    if suffix == "heic":
        data = encoded(stored, suffix, exif=exif(Orientation=orientation), subsampling="4:4:4")
    elif suffix == "tif":
        data = encoded(stored, suffix, tiffinfo={274: orientation})
    else:
        data = encoded(stored, suffix, exif=exif(Orientation=orientation))
    assert (desk.inspect(data).width, desk.inspect(data).height) == (320, 240)
    for image in desk.render(data).values():
        assert image.size == (320, 240)
        assert image.getexif().get(274, 1) == 1
        assert all(
            near(got, wanted, 20) for got, wanted in zip(corners(image), (RED, GREEN, BLUE, YELLOW), strict=True)
        )


@pytest.mark.parametrize("orientation", [1, 6])
def test_large_jpegs_are_cropped_where_planned(desk, orientation):
    """The decoder's own scaling must not shift the crop."""
    shown = Image.new("RGB", (3000, 4000), BLUE)
    left, top, right, bottom = plan_photo(PhotoFile("a", 1, "", 3000, 4000), PhotoUse.CARD, PhotoCredit()).crop
    shown.paste(RED, (left + 12, top + 12, right - 12, bottom - 12))
    data = encoded(turned(shown, orientation), exif=exif(Orientation=orientation), quality=90)
    for image in desk.render(data, PhotoUse.CARD).values():
        rgb = image.convert("RGB")
        width, height = rgb.size
        for spot in ((width // 2, 9), (width // 2, height - 10), (9, height // 2), (width - 10, height // 2)):
            assert near(rgb.getpixel(spot), RED, 20), spot
        assert not near(rgb.getpixel((width // 2, 0)), RED, 60)


def test_sizes_are_as_planned(desk):
    data = encoded(quarters(2400, 1801))
    job = desk.job(data, *PhotoUse)
    planned = {
        item.name: item for use in PhotoUse for item in plan_photo(desk.inspect(data), use, PhotoCredit()).renditions
    }
    files = desk.run(job)
    assert set(files) == set(planned) == set(job.outputs)
    for name, content in files.items():
        image = Image.open(BytesIO(content))
        assert image.size == (planned[name].width, planned[name].height)
        assert image.format == {"webp": "WEBP", "jpg": "JPEG"}[planned[name].format]
        if image.format == "JPEG":
            assert image.info.get("progressive")


def _reference(colour: tuple[int, int, int], primaries: tuple[tuple[float, float, float], ...]) -> tuple[int, ...]:
    """The same colour in sRGB by plain arithmetic: to linear light, by D50 XYZ, to linear sRGB, encoded and clipped."""
    linear = [(channel / 255) ** 2.2 for channel in colour]
    x, y, z = (sum(linear[i] * primaries[i][axis] for i in range(3)) for axis in range(3))
    rows = ((3.13416, -1.61730, -0.49066), (-0.97880, 1.91612, 0.03345), (0.07195, -0.22897, 1.40525))
    light = (min(1.0, max(0.0, a * x + b * y + c * z)) for a, b, c in rows)
    return tuple(round(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055)) for v in light)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "heic", "avif", "tif"])
@pytest.mark.parametrize("primaries", [DISPLAY_P3, ADOBE_RGB], ids=["Display P3", "Adobe RGB"])
def test_wide_colours_come_out_right_in_srgb(desk, suffix, primaries):
    colour = (150, 110, 80)
    wanted = _reference(colour, primaries)
    assert not near(wanted, colour, 4)  # the profile matters for this colour
    profile = matrix_profile("Wide", primaries)
    options = {"subsampling": "4:4:4"} if suffix in ("heic", "avif") else {}
    data = encoded(Image.new("RGB", (64, 48), colour), suffix, icc_profile=profile, **options)
    for image in desk.render(data).values():
        assert near(image.convert("RGB").getpixel((30, 20)), wanted, 4)
        assert "icc_profile" not in image.info


def test_a_profile_that_does_not_fit_is_passed_over(desk):
    for profile in (b"not a profile", matrix_profile("P3", DISPLAY_P3)[:200], b""):
        data = encoded(quarters(), "png", icc_profile=profile)
        assert near(corners(desk.render(data)["jpg"])[0], RED)
    grey_with_rgb_profile = encoded(Image.new("L", (40, 40), 128), "png", icc_profile=matrix_profile("P3", DISPLAY_P3))
    assert near(desk.render(grey_with_rgb_profile)["jpg"].convert("RGB").getpixel((9, 9)), (128, 128, 128))


@pytest.mark.parametrize("suffix", ["jpg", "tif"])
def test_cmyk_becomes_the_same_colours(desk, suffix):
    data = encoded(quarters().convert("CMYK"), suffix)
    for image in desk.render(data).values():
        assert image.mode == "RGB"
        assert all(
            near(got, wanted, 12) for got, wanted in zip(corners(image), (RED, GREEN, BLUE, YELLOW), strict=True)
        )


def test_lab(desk):
    lab = ImageCms.createProfile("LAB")
    to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), lab, "RGB", "LAB")
    picture = ImageCms.applyTransform(quarters(), to_lab)
    assert picture is not None
    for image in desk.render(encoded(picture, "tif")).values():
        assert all(
            near(got, wanted, 12) for got, wanted in zip(corners(image), (RED, GREEN, BLUE, YELLOW), strict=True)
        )


def test_sixteen_bits(desk):
    grey = desk.render(png_16_bit_grey([0] * 40 + [32_896] * 40 + [65_535] * 40))["webp"].convert("RGB")
    assert [grey.getpixel((x, 0))[0] for x in (10, 60, 110)] == pytest.approx([0, 128, 255], abs=6)
    colour = desk.render(png_16_bit_colour((51_400, 10_280, 30_840)))["webp"]
    assert near(colour.convert("RGB").getpixel((8, 8)), (200, 40, 120))
    tiff = Image.new("I;16", (40, 40), 32_896)
    assert near(desk.render(encoded(tiff, "tif"))["jpg"].convert("RGB").getpixel((9, 9)), (128, 128, 128))


@pytest.mark.parametrize(("value", "shown"), [(0.5, 128), (100.0, 100)])
def test_floating_point_scans(desk, value, shown):
    image = desk.render(encoded(Image.new("F", (40, 40), value), "tif"))["jpg"]
    assert near(image.convert("RGB").getpixel((9, 9)), (shown,) * 3)


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_few_colours(desk, mode):
    picture = quarters().convert(mode, palette=Image.Palette.ADAPTIVE)
    wanted = corners(picture)
    if mode != "1":
        got = corners(desk.render(encoded(picture, "png"))["jpg"])
        assert all(near(one, two, 12) for one, two in zip(got, wanted, strict=True))
    assert desk.render(encoded(picture, "png"))["webp"].mode == "RGB"


@pytest.mark.parametrize("kind", ["RGBA", "LA", "palette", "colour key"])
def test_transparent_pixels_show_paper_in_jpeg_and_stay_in_webp(desk, kind):
    clear = Image.new("RGBA", (80, 60), (*RED, 255))
    clear.paste((0, 0, 0, 0), (0, 0, 40, 60))
    if kind == "LA":
        data = encoded(clear.convert("LA"), "png")
    elif kind == "palette":
        flat = Image.new("P", (80, 60), 1)
        flat.putpalette([0, 0, 0, *RED])
        flat.paste(0, (0, 0, 40, 60))
        data = encoded(flat, "png", transparency=0)
    elif kind == "colour key":
        flat = Image.new("RGB", (80, 60), RED)
        flat.paste((0, 0, 0), (0, 0, 40, 60))
        data = encoded(flat, "png", transparency=(0, 0, 0))
    else:
        data = encoded(clear, "png")
    rendered = desk.render(data)
    assert near(rendered["jpg"].getpixel((10, 30)), PAPER)
    assert rendered["webp"].mode == "RGBA"
    assert rendered["webp"].getpixel((10, 30))[3] == 0
    assert rendered["webp"].getpixel((70, 30))[3] == 255


def test_an_opaque_alpha_channel_is_dropped(desk):
    assert desk.render(encoded(quarters().convert("RGBA"), "png"))["webp"].mode == "RGB"


def test_only_the_first_frame_of_a_moving_picture(desk):
    data = encoded(quarters(), "webp", save_all=True, append_images=[Image.new("RGB", (320, 240), BLUE)])
    rendered = desk.render(data)
    assert not getattr(rendered["webp"], "is_animated", False)
    assert near(corners(rendered["webp"])[0], RED, 20)


@pytest.mark.parametrize("size", [(1, 1), (1, 700), (700, 1), (40, 30_000)])
def test_odd_shapes(desk, size):
    for image in desk.render(encoded(Image.new("RGB", size, RED), "png"), *PhotoUse).values():
        assert near(image.convert("RGB").getpixel((0, 0)), RED, 20)


def test_one_key_for_one_result(desk):
    data, credit = encoded(quarters()), PhotoCredit("说明")
    job = desk.job(data, PhotoUse.LEAD, PhotoUse.CARD, credit=credit)
    same = desk.job(data, PhotoUse.CARD, PhotoUse.LEAD, PhotoUse.CARD, credit=credit, name="复制.jpg")
    assert (job.key, job.outputs) == (same.key, same.outputs)
    assert desk.run(job) == desk.run(same)
    assert job.label == "photo.jpg"
    assert desk.job(data, PhotoUse.LEAD, credit=credit).key != job.key
    assert desk.job(data, PhotoUse.LEAD, PhotoUse.CARD, credit=PhotoCredit("别的说明")).key != job.key


def test_the_same_bytes_in_another_process(desk):
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    job = desk.job(encoded(quarters(900, 700)), PhotoUse.LEAD, credit=PhotoCredit("说明", "作者"))
    here = desk.run(job)
    for name in job.outputs:
        (desk.target / name).unlink()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        pool.submit(job.run, job.source, desk.target, job.args).result()
    assert {name: (desk.target / name).read_bytes() for name in job.outputs} == here


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "heic", "avif", "tif"])
def test_a_cut_file_is_told_in_chinese(desk, suffix):
    """Even if inspection had overlooked it."""
    data = encoded(quarters(), suffix)[:-100]
    path = desk.put(data)
    from generator.photos.survey import digest_of

    photo = PhotoFile("合影.jpg", len(data), digest_of(data), 320, 240, "JPEG")
    job = photo_job(photo, path, [PhotoUse.LEAD], PhotoCredit())
    with pytest.raises(PhotoError, match=r"合影\.jpg.*重新导出"):
        desk.run(job)
    assert not list(desk.target.iterdir())


def test_other_failures_are_told_in_chinese(desk):
    from generator.photos.survey import digest_of

    job = desk.job(encoded(quarters()))
    job.source.write_bytes(encoded(quarters(), quality=50))
    with pytest.raises(PhotoError, match="被改动"):
        desk.run(job)
    job.source.unlink()
    with pytest.raises(PhotoError, match="打不开"):
        desk.run(job)
    for data, words in ((bomb_png(), "像素太多"), (b"GIF89a" + b"\0" * 50, "格式"), (b"text", "损坏")):
        photo = PhotoFile("a.jpg", len(data), digest_of(data), 320, 240)
        with pytest.raises(PhotoError, match=words):
            desk.run(photo_job(photo, desk.put(data), [PhotoUse.CARD], PhotoCredit()))


def test_a_target_that_cannot_be_written_is_no_broken_photo(desk):
    job = desk.job(encoded(quarters()))
    (desk.target / "photos").write_text("a file where the folder should be")
    with pytest.raises(OSError):
        desk.run(job)


def test_comments_and_text_of_the_source_are_gone(desk):
    secret = b"secret-address"
    sources = (
        encoded(quarters(), comment=secret),
        with_png_chunk(encoded(quarters(), "png"), b"tEXt", b"Comment\0" + secret),
        encoded(quarters(), "webp", xmp=b"<x>" + secret + b"</x>"),
    )
    for data in sources:
        for content in desk.run(desk.job(data, credit=PhotoCredit("说明"))).values():
            assert secret not in content
