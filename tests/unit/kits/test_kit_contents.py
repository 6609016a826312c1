"""What is in a kit, and what must not be."""

from __future__ import annotations

import csv
import subprocess
from datetime import date
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from builders import TODAY
from kit_desk import Kits, jpeg
from PIL import ExifTags, Image

from generator.model.job import JobError
from generator.model.kinds import Kind


def listed(file: str, **more: object) -> dict[str, object]:
    return {"file": file, "alt": "画面", "caption": f"{file}，说明", "credit": "陈一舟", **more}


def located() -> bytes:
    """A picture as a phone takes it: turned, with a position and a thumbnail's worth of secrets."""
    tags = Image.Exif()
    tags[ExifTags.Base.Model] = "SecretPhone"
    tags[ExifTags.Base.Orientation] = 6
    tags.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 9.0, 0.0)})
    return jpeg(1600, 1000, exif=tags.tobytes(), comment=b"secret comment") + b"secret trailer"


def test_the_list_of_sums_is_complete_and_right(tmp_path: Path) -> None:
    files = Kits.at(tmp_path).story("a", "正文。", {"one.jpg": jpeg()}).files("a")
    sums = dict(reversed(line.split("  ")) for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: sha256(data).hexdigest() for name, data in files.items()}
    assert set(files) == {
        "README.txt", "article.docx", "article.md", "article.txt", "captions.csv", "ninjs.json", "photos/a-01.jpg", "rights.pdf",
        "rights.txt", "wechat/a-01.jpg", "wechat/article.html", "wechat/cover-1x1.jpg", "wechat/cover-235.jpg",
    }  # fmt: skip


def test_captions_open_in_excel(tmp_path: Path) -> None:
    photos = {"one.jpg": jpeg(), "two.jpg": jpeg()}
    meta = [listed("one.jpg", caption="=1+1，“引号”"), listed("two.jpg", ai=True)]
    data = Kits.at(tmp_path).story("a", "正文。", photos, photos=meta).files("a")["captions.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["文件"] for row in rows] == ["photos/a-01.jpg", "photos/a-02.jpg"]
    assert rows[0]["说明"].startswith("'=")
    assert [row["人工智能生成"] for row in rows] == ["否", "是"]


ALLOWED = {
    "ImageDescription", "Artist", "Copyright", "Orientation", "Description", "Creator", "Rights", "Credit", "WebStatement", "LicensorURL",
    "CodedCharacterSet", "ApplicationRecordVersion", "By-line", "CopyrightNotice", "Caption-Abstract", "DigitalSourceType",
}  # fmt: skip


def test_photos_keep_every_pixel_and_nothing_else(tmp_path: Path) -> None:
    kits = Kits.at(tmp_path).story("a", "正文。", {"one.jpg": located()}, photos=[listed("one.jpg", ai=True)])
    files = kits.files("a")
    data = files["photos/a-01.jpg"]
    with Image.open(BytesIO(data)) as copy, Image.open(BytesIO(located())) as original:
        assert copy.size == original.size
        assert copy.tobytes() == original.tobytes()
    for name, content in files.items():
        assert b"Secret" not in content and b"secret" not in content, name
    (tmp_path / "read").mkdir()
    for name, content in files.items():
        if name.endswith(".jpg"):
            (tmp_path / "read" / name.replace("/", "-")).write_bytes(content)
    command = ["exiftool", "-j", "-a", "-G0", "-charset", "iptc=utf8", "-charset", "exif=utf8", str(tmp_path / "read")]
    try:
        found = __import__("json").loads(subprocess.run(command, capture_output=True, check=True).stdout)
    except FileNotFoundError:
        pytest.skip("exiftool is not installed")
    assert len(found) == 4
    for item in found:
        tags = {key.partition(":")[2] for key in item if key.split(":")[0] in ("EXIF", "IPTC", "XMP")}
        assert tags - ALLOWED - {"XResolution", "YResolution", "ResolutionUnit", "YCbCrPositioning"} == set()
        assert (
            item["XMP:Description"] == item["IPTC:Caption-Abstract"] == item["EXIF:ImageDescription"] == "one.jpg，说明"
        )
        assert item["XMP:DigitalSourceType"].endswith("trainedAlgorithmicMedia")
        assert not [key for key in item if "GPS" in key]


@pytest.mark.parametrize(
    ("photo", "taken"),
    [
        ({}, True),
        ({"site_only": True}, False),
        ({"minor": True}, False),
        ({"consent": {"reference": "S-1"}}, False),
        ({"consent": {"reference": "S-1", "reuse": True}}, True),
        ({"consent": {"reference": "S-1", "reuse": True}, "site_only": True}, False),
        ({"consent": {"reference": "S-1", "reuse": True, "expires": "2026-03-12"}}, True),
        ({"consent": {"reference": "S-1", "reuse": True, "expires": "2026-03-11"}}, False),
        ({"minor": True, "consent": {"reference": "S-1", "guardian": True}}, False),
        ({"minor": True, "consent": {"reference": "S-1", "guardian": True, "reuse": True}}, True),
    ],
)
def test_only_what_may_be_passed_on_is_in_a_kit(tmp_path: Path, photo: dict[str, object], taken: bool) -> None:
    """The other picture is always there, and the text shows both."""
    text = "正文。\n\n::: figure one.jpg\n:::\n\n::: figure two.jpg\n:::\n"
    photos = {"one.jpg": jpeg(), "two.jpg": jpeg(colour="maroon")}
    kits = Kits.at(tmp_path).story("a", text, photos, photos=[listed("one.jpg", **photo), listed("two.jpg")])
    planned, files = kits.planned()["a"], kits.files("a")
    assert planned.kit.left_out == (0 if taken else 1)
    assert [each.file for each in planned.kit.photos] == (["one.jpg", "two.jpg"] if taken else ["two.jpg"])
    for name in (
        "README.txt",
        "article.txt",
        "article.md",
        "rights.txt",
        "ninjs.json",
        "wechat/article.html",
    ):
        text = files[name].decode()
        assert ("没有放进资料包" in text) is (not taken), name
        assert ("one.jpg，说明" in text) is (taken and name not in ("README.txt", "rights.txt")), name


def test_a_kit_goes_out_of_date_with_a_consent(tmp_path: Path) -> None:
    photo = listed("one.jpg", consent={"reference": "S-1", "reuse": True, "expires": "2026-03-12"})
    kits = Kits.at(tmp_path).story("a", "正文。", {"one.jpg": jpeg()}, photos=[photo])
    digests = [kits.planned(day)["a"].kit.digest for day in (date(2026, 3, 11), TODAY, date(2026, 3, 13))]
    assert digests[0] == digests[1] != digests[2]


def test_who_has_a_kit(tmp_path: Path) -> None:
    kits = Kits.at(tmp_path, media_kits={"kinds": ["story"], "months": 12})
    kits.story("usual", media=None, date="2025-04-01").story("old", media=None, date="2025-03-12").story(
        "wanted", date="2020-01-01"
    )
    kits.story("not", media=False).story("forbidden", rights="none")
    kits.add(Kind.FEATURE, "silent", media=None).add(Kind.FEATURE, "spoken")
    assert list(kits.planned()) == ["spoken", "usual", "wanted"]
    assert list(Kits.at(tmp_path / "none").story("a", media=None).planned()) == []


def test_without_pictures_the_cover_is_drawn(tmp_path: Path) -> None:
    files = Kits.at(tmp_path).story("a").files("a")
    assert "captions.csv" not in files
    sizes = []
    for name in ("wechat/cover-235.jpg", "wechat/cover-1x1.jpg"):
        with Image.open(BytesIO(files[name])) as cover:
            sizes.append(cover.size)
    assert sizes == [(1410, 600), (1080, 1080)]
    assert 1410 / 600 == 2.35


@pytest.mark.parametrize("suffix", ["PNG", "WEBP", "TIFF"])
def test_pictures_of_other_kinds_become_jpeg_in_full_size(tmp_path: Path, suffix: str) -> None:
    buffer = BytesIO()
    Image.new("RGBA", (1500, 900), (10, 120, 90, 255)).save(buffer, suffix)
    name = f"one.{suffix.lower()}"
    files = Kits.at(tmp_path).story("a", "正文。", {name: buffer.getvalue()}).files("a")
    with Image.open(BytesIO(files["photos/a-01.jpg"])) as copy:
        assert (copy.format, copy.size) == ("JPEG", (1500, 900))


def test_two_runs_write_the_same_bytes_and_two_texts_do_not(tmp_path: Path) -> None:
    first = Kits.at(tmp_path / "a").story("a", "正文。", {"one.jpg": jpeg()}).outputs("a")
    assert Kits.at(tmp_path / "b").story("a", "正文。", {"one.jpg": jpeg()}).outputs("a") == first
    assert Kits.at(tmp_path / "c").story("a", "别的。", {"one.jpg": jpeg()}).outputs("a") != first


def test_everything_that_a_kit_shows_is_in_its_digest(tmp_path: Path) -> None:
    digests = [
        Kits.at(tmp_path / str(number), **settings).story("a", text, **meta).planned()["a"].kit.digest
        for number, (settings, text, meta) in enumerate([
            ({}, "正文。", {}), ({}, "别的。", {}), ({}, "正文。", {"title": "标题"}), ({"site_name": "别站"}, "正文。", {}),
            ({}, "正文。", {"rights": "ask"}), ({}, "正文。", {"corrections": [{"date": "2026-03-08", "text": "改"}]}), ({}, "正文。", {"byline": "别人"}),
            ({"footer": {"organiser": "别的单位"}}, "正文。", {}),
        ])
    ]  # fmt: skip
    assert len(set(digests)) == len(digests)


def test_a_picture_that_changed_meanwhile_stops_the_job(tmp_path: Path) -> None:
    kits = Kits.at(tmp_path).story("a", "正文。", {"one.jpg": jpeg()})
    kits.planned()
    (tmp_path / "stories/2026/a/one.jpg").write_bytes(jpeg(colour="red"))
    with pytest.raises(JobError, match=r"stories/2026/a/one\.jpg"):
        kits.outputs("a")
