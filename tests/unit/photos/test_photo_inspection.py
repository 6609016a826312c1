from __future__ import annotations

from pathlib import Path

import pytest
from photo_files import AIGC, bomb_png, encoded, exif, quarters, with_jpeg_segment, with_png_chunk, xmp

from generator.model.photo import PhotoProblem
from generator.photos import inspection
from generator.photos.ai_label import AiLabel
from generator.photos.inspection import inspect_photo
from generator.photos.opening import BYTE_LIMIT

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "heic": "HEIF", "avif": "AVIF", "tif": "TIFF"}
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


@pytest.mark.parametrize("suffix", FORMATS)
def test_formats_are_known_by_content_and_not_by_name(desk, suffix):
    photo = desk.inspect(encoded(quarters(), suffix), "名字 不对.gif")
    assert (photo.format, photo.width, photo.height, photo.problem) == (FORMATS[suffix], 320, 240, None)
    assert photo.name == "名字 不对.gif"
    assert not photo.located
    assert photo.ai_label == ""


def test_several_frames_count_as_their_first(desk):
    frames = [quarters(300, 200), quarters(300, 200).rotate(90)]
    for suffix, name in (("webp", "a.webp"), ("png", "a.png"), ("tif", "a.tif")):
        photo = desk.inspect(encoded(frames[0], suffix, save_all=True, append_images=frames[1:]), name)
        assert (photo.problem, photo.width) == (None, 300)
    from io import BytesIO

    buffer = BytesIO()
    frames[0].save(buffer, "MPO", save_all=True, append_images=frames[1:])
    photo = desk.inspect(buffer.getvalue())
    assert (photo.format, photo.problem) == ("JPEG", None)


@pytest.mark.parametrize("turn", range(1, 9))
def test_size_is_as_shown(desk, turn):
    photo = desk.inspect(encoded(quarters(), exif=exif(Orientation=turn)))
    assert (photo.width, photo.height) == ((240, 320) if turn >= 5 else (320, 240))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_position_is_found(desk, suffix):
    assert desk.inspect(encoded(quarters(), suffix, exif=exif(gps=True)), f"a.{suffix}").located
    assert not desk.inspect(encoded(quarters(), suffix, exif=exif(Make="相机".encode())), f"b.{suffix}").located


def test_a_position_in_xmp_is_found(desk):
    assert desk.inspect(encoded(quarters(), xmp=xmp("<exif:GPSLatitude>30,15N</exif:GPSLatitude>"))).located


@pytest.mark.parametrize("term", ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"])
@pytest.mark.parametrize("suffix", ["jpg", "webp", "heic", "avif"])
def test_digital_source_type_is_found(desk, suffix, term):
    packet = xmp(f"<Iptc4xmpExt:DigitalSourceType>{SOURCE_TYPE}{term}</Iptc4xmpExt:DigitalSourceType>")
    assert desk.inspect(encoded(quarters(), suffix, xmp=packet)).ai_label == term


def test_a_camera_photo_is_no_ai_picture(desk):
    packet = xmp(f"<Iptc4xmpExt:DigitalSourceType>{SOURCE_TYPE}digitalCapture</Iptc4xmpExt:DigitalSourceType>")
    assert desk.inspect(encoded(quarters(), xmp=packet)).ai_label == ""


def test_digital_source_type_in_a_c2pa_manifest_is_found(desk):
    manifest = b"JP\0\1\0\0\0\1jumbc2pa" + b"\x71digitalSourceType" + f"{SOURCE_TYPE}trainedAlgorithmicMedia".encode()
    assert desk.inspect(with_jpeg_segment(encoded(quarters()), 0xEB, manifest)).ai_label == "trainedAlgorithmicMedia"


def _labelled() -> dict[str, bytes]:
    jpeg, png = encoded(quarters()), encoded(quarters(), "png")
    escaped = AIGC.replace('"', "&quot;")
    element = xmp(f"<TC260:AIGC>{escaped}</TC260:AIGC>")
    attribute = xmp("").replace(b'rdf:about=""', f'rdf:about="" TC260:AIGC="{escaped}"'.encode())
    import zlib

    return {
        "XMP element": encoded(quarters(), xmp=element),
        "XMP attribute": encoded(quarters(), xmp=attribute),
        "XMP in WebP": encoded(quarters(), "webp", xmp=element),
        "XMP in HEIC": encoded(quarters(), "heic", xmp=element),
        "XMP in AVIF": encoded(quarters(), "avif", xmp=element),
        "XMP in PNG, compressed": with_png_chunk(png, b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(element)),
        "UserComment, plain": encoded(quarters(), exif=exif(comment=b"ASCII\0\0\0" + f'{{"AIGC":{AIGC}}}'.encode())),
        "UserComment, UTF-16": encoded(quarters(), exif=exif(comment=b"UNICODE\0" + AIGC.encode("utf-16-le"))),
        "UserComment, UTF-16 big-endian": encoded(
            quarters(), exif=exif(comment=b"UNICODE\0" + AIGC.encode("utf-16-be"))
        ),
        "UserComment with backslashes": encoded(quarters(), exif=exif(comment=AIGC.replace('"', '\\"').encode())),
        "PNG text": with_png_chunk(png, b"tEXt", b"AIGC\0" + AIGC.encode()),
        "PNG text, compressed": with_png_chunk(png, b"zTXt", b"AIGC\0\0" + zlib.compress(AIGC.encode())),
        "PNG private chunk": with_png_chunk(png, b"AIGC", AIGC.encode()),
        "JPEG comment": with_jpeg_segment(jpeg, 0xFE, AIGC.encode()),
        "JPEG segment": with_jpeg_segment(jpeg, 0xE9, b"AIGC\0" + AIGC.encode()),
        "TIFF": encoded(quarters(), "tif", tiffinfo={700: element}),
    }


@pytest.mark.parametrize("place", _labelled())
def test_the_national_label_is_found_wherever_it_is_put(desk, place):
    assert desk.inspect(_labelled()[place]).ai_label == AIGC


def test_a_label_spelt_out_field_by_field_is_found(desk):
    packet = xmp(
        '<TC260:AIGC rdf:parseType="Resource"><TC260:Label>2</TC260:Label>'
        "<TC260:ContentProducer>甲&amp;乙</TC260:ContentProducer></TC260:AIGC>"
    )
    assert desk.inspect(encoded(quarters(), xmp=packet)).ai_label == '{"Label":"2","ContentProducer":"甲&乙"}'


@pytest.mark.parametrize(
    "make",
    [
        lambda: encoded(quarters(), xmp=xmp("<TC260:AIGC>本图由人工智能生成</TC260:AIGC>")),
        lambda: with_png_chunk(encoded(quarters(), "png"), b"tEXt", b"AIGC\0" + "本图由人工智能生成".encode()),
    ],
    ids=["XMP", "PNG text"],
)
def test_a_label_in_words_is_kept_as_it_is(desk, make):
    assert desk.inspect(make()).ai_label == "本图由人工智能生成"


def test_both_labels_are_kept_and_read_back(desk):
    packet = xmp(
        f"<Iptc4xmpExt:DigitalSourceType>{SOURCE_TYPE}trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>"
        f"<TC260:AIGC>{AIGC}</TC260:AIGC>"
    )
    photo = desk.inspect(encoded(quarters(), xmp=packet))
    assert AiLabel.parse(photo.ai_label) == AiLabel("trainedAlgorithmicMedia", AIGC)


def test_talk_about_ai_is_no_label(desk):
    words = "AIGC 大会现场，ContentProducer 是字段名".encode()
    assert desk.inspect(encoded(quarters(), exif=exif(ImageDescription=words))).ai_label == ""


def test_a_label_between_two_read_chunks_is_found(desk):
    jpeg = encoded(quarters())
    for shift in range(0, 40, 7):
        padding = b"\0" * ((1 << 20) - len(jpeg) - 30 - shift)
        assert desk.inspect(jpeg + padding + AIGC.encode() + b" " * 64).ai_label == AIGC


def test_too_heavy(desk):
    jpeg = encoded(quarters())
    assert desk.inspect(jpeg + b"\0" * (BYTE_LIMIT - len(jpeg))).problem is None
    heavy = desk.inspect(jpeg + b"\0" * (BYTE_LIMIT - len(jpeg) + 1))
    assert heavy.problem is PhotoProblem.TOO_HEAVY
    assert heavy.size == BYTE_LIMIT + 1


def test_bombs(desk):
    assert desk.inspect(bomb_png()).problem is PhotoProblem.BOMB
    assert desk.inspect(bomb_png(12_001, 10_000)).problem is PhotoProblem.BOMB
    assert desk.inspect(bomb_png(12_000, 10_000)).problem is None  # what the largest phone sensors take


def test_other_kinds_of_picture(desk):
    from io import BytesIO

    for kind in ("GIF", "BMP", "ICO", "JPEG2000", "PDF"):
        buffer = BytesIO()
        quarters(64, 64).save(buffer, kind)
        assert desk.inspect(buffer.getvalue()).problem is PhotoProblem.FORMAT, kind
    assert desk.inspect(b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg").problem is PhotoProblem.FORMAT
    assert desk.inspect(encoded(quarters(), "tif", tiffinfo={0xC612: b"\1\4\0\0"})).problem is PhotoProblem.FORMAT


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff", "这不是图片".encode(), b"\x89PNG\r\n\x1a\n", b"RIFF"]
)
def test_no_picture_at_all(desk, data):
    assert desk.inspect(data).problem is PhotoProblem.UNREADABLE


def test_a_file_that_cannot_be_read(tmp_path: Path):
    for path in (tmp_path / "gone.jpg", tmp_path):
        photo = inspect_photo(path)
        assert (photo.problem, photo.digest) == (PhotoProblem.UNREADABLE, "")


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_broken_upload_is_noticed_without_decoding(desk, suffix):
    data = encoded(quarters(), suffix)
    for kept in (0.5, 0.8, 0.95):
        assert desk.inspect(data[: int(len(data) * kept)]).problem is PhotoProblem.UNREADABLE, kept


def test_a_thumbnails_end_is_not_the_pictures_end(desk):
    thumbnail = encoded(quarters(32, 24))
    jpeg = with_jpeg_segment(encoded(quarters()), 0xE1, b"Exif\0\0" + thumbnail)
    assert desk.inspect(jpeg).problem is None
    assert desk.inspect(jpeg[:-200]).problem is PhotoProblem.UNREADABLE


def test_what_phones_append_does_no_harm(desk):
    assert desk.inspect(encoded(quarters()) + b"SEFH\x6b\0\0\0motion photo" * 50).problem is None


def test_the_digest_is_of_the_bytes(desk):
    one, other = encoded(quarters()), encoded(quarters()) + b"\0"
    assert desk.inspect(one).digest == desk.inspect(one, "copy.jpg").digest
    assert desk.inspect(one).digest != desk.inspect(other).digest


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_pixels_are_not_decoded(desk, monkeypatch, suffix):
    from PIL import Image, ImageFile

    def refuse(*_: object) -> None:
        raise AssertionError("decoded")

    path = desk.put(encoded(quarters(), suffix))
    for kind in (ImageFile.ImageFile, *(plugin for plugin, _ in Image.OPEN.values() if isinstance(plugin, type))):
        monkeypatch.setattr(kind, "load", refuse)
    assert inspection.inspect_photo(path).problem is None


def test_exif_behind_the_pixels_counts(desk):
    """Some tools write a PNG's EXIF at its end."""
    data = with_png_chunk(encoded(quarters(), "png"), b"eXIf", exif(gps=True, Orientation=6)[6:])
    photo = desk.inspect(data)
    assert (photo.width, photo.height, photo.located) == (240, 320, True)
    assert {image.size for image in desk.render(data).values()} == {(240, 320)}
