from __future__ import annotations

import json

import pytest
from photo_desk import Desk
from photo_files import AIGC, encoded, exif, quarters, with_jpeg_segment, with_png_chunk, xmp

from generator.photos.ai_label import AiLabel
from generator.photos.credit import PhotoCredit
from generator.photos.metadata import iim_segment, xmp_packet
from generator.photos.plan import PhotoUse

CAPTION = "3月6日晚，末班车到站前，志愿者给候车的老人递热水。" * 12 + "🚌𠮷<&>"
CREDIT = PhotoCredit(
    CAPTION,
    "陈一舟、欧阳慕雪、司马长风、诸葛明远",
    "河湾市新时代文明实践中心志愿服务宣传组",
    "© 2026 河湾市文明办，注明来源和作者即可转载",
    "https://example.org/zhuanzai/?a=1&b=2",
    "https://example.org/lianxi/",
)


def _camera_file() -> bytes:
    """What a phone or camera would give away."""
    tags = exif(
        gps=True,
        Make=b"Maker",
        Model=b"Camera",
        Software=b"Editor 1.0",
        BodySerialNumber=b"SN-12345678",
        CameraOwnerName=b"Owner Name",
        DateTime=b"2026:03:06 21:05:00",
        comment=b"ASCII\0\0\0home address",
    )
    history = xmp(
        '<exif:GPSLatitude>30,15N</exif:GPSLatitude><xmpMM:History xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">'
        "<rdf:Seq><rdf:li>C:/Users/owner/secret.psd</rdf:li></rdf:Seq></xmpMM:History>"
    )
    data = encoded(quarters(1400, 1000), exif=tags, xmp=history)
    return with_jpeg_segment(data, 0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0d\x1c\x02\x5a\0\x08Location\0")


@pytest.fixture(scope="module")
def published(tmp_path_factory, exiftool):
    desk = Desk(tmp_path_factory.mktemp("published"))
    data = _camera_file()
    assert desk.inspect(data).located
    desk.run(desk.job(data, *PhotoUse, credit=CREDIT))
    found = exiftool(desk.target)
    assert len(found) == len(list(desk.target.rglob("*.*")))
    assert {item["File:FileType"] for item in found} == {"JPEG", "Extended WEBP"}
    return found


def test_caption_and_credit_are_in_every_file_in_full(published):
    for item in published:
        assert item["XMP-dc:Description"] == CAPTION
        assert item["XMP-dc:Creator"] == CREDIT.byline
        assert item["XMP-dc:Rights"] == CREDIT.rights
        assert item["XMP-photoshop:Credit"] == CREDIT.credit
        assert item["XMP-xmpRights:WebStatement"] == CREDIT.rights_url
        assert item["XMP-plus:LicensorURL"] == CREDIT.licensor_url
        assert item["IFD0:ImageDescription"] == CAPTION
        assert item["IFD0:Artist"] == CREDIT.byline
        assert item["IFD0:Copyright"] == CREDIT.rights


def test_iptc_holds_as_much_as_its_fields_do(published):
    jpegs = [item for item in published if item["File:FileType"] == "JPEG"]
    assert jpegs
    for item in jpegs:
        assert CAPTION.startswith(item["IPTC:Caption-Abstract"])
        assert len(item["IPTC:Caption-Abstract"]) > 300
        assert CREDIT.byline.startswith(item["IPTC:By-line"])
        assert len(item["IPTC:By-line"]) == 10
        assert len(item["IPTC:Credit"]) == 10
        assert item["IPTC:CopyrightNotice"] == CREDIT.rights
        assert "Warning" not in " ".join(item)


def test_nothing_else_is_left(published):
    allowed = {
        "IFD0": {
            "ImageDescription",
            "Artist",
            "Copyright",
            "ResolutionUnit",
            "YCbCrPositioning",
            "XResolution",
            "YResolution",
        },
        "IPTC": {
            "CodedCharacterSet",
            "ApplicationRecordVersion",
            "By-line",
            "Credit",
            "CopyrightNotice",
            "Caption-Abstract",
        },
        "XMP-dc": {"Description", "Creator", "Rights"},
        "XMP-photoshop": {"Credit"},
        "XMP-xmpRights": {"WebStatement"},
        "XMP-plus": {"LicensorURL"},
        "Photoshop": {"IPTCDigest"},
    }
    structure = {"File", "System", "ExifTool", "JFIF", "RIFF", "Composite"}
    for item in published:
        for key in item:
            group, _, name = key.partition(":")
            if group not in structure and key != "SourceFile":
                assert name in allowed.get(group, set()), key
        assert "GPS" not in json.dumps(item)


def test_no_metadata_without_words(desk, exiftool):
    desk.run(desk.job(_camera_file()))
    for item in exiftool(desk.target):
        groups = {key.partition(":")[0] for key in item}
        assert not groups & {"IFD0", "ExifIFD", "GPS", "IPTC", "Photoshop", "ICC_Profile"}
        assert not [group for group in groups if group.startswith("XMP")]


def _labelled() -> dict[str, tuple[bytes, str, str]]:
    term = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
    source = xmp(f"<Iptc4xmpExt:DigitalSourceType>{term}</Iptc4xmpExt:DigitalSourceType>")
    both = xmp(f"<Iptc4xmpExt:DigitalSourceType>{term}</Iptc4xmpExt:DigitalSourceType><TC260:AIGC>{AIGC}</TC260:AIGC>")
    png = with_png_chunk(encoded(quarters(), "png"), b"tEXt", b"AIGC\0" + AIGC.encode())
    words = with_png_chunk(encoded(quarters(), "png"), b"tEXt", "AIGC\0由人工智能生成 <1> & \x01".encode())
    return {
        "IPTC": (encoded(quarters(), xmp=source), term, ""),
        "national": (png, "", AIGC),
        "both": (encoded(quarters(), "heic", xmp=both), term, AIGC),
        "comment": (encoded(quarters(), exif=exif(comment=b"UNICODE\0" + AIGC.encode("utf-16-le"))), "", AIGC),
        "words": (words, "", "由人工智能生成 <1> &"),
    }


@pytest.mark.parametrize("kind", _labelled())
@pytest.mark.parametrize("credit", [PhotoCredit(), CREDIT], ids=["without credit", "with credit"])
def test_an_ai_label_is_carried_over_into_every_file(desk, kind, credit):
    data, term, aigc = _labelled()[kind]
    original = AiLabel.parse(desk.inspect(data).ai_label)
    files = desk.run(desk.job(data, *PhotoUse, credit=credit))
    assert len(files) > 5
    for name, content in files.items():
        again = AiLabel.parse(desk.inspect(content, "again" + name[-5:].replace("/", "")).ai_label)
        assert again == original, name
        assert (again.aigc, bool(again.source_type)) == (aigc, bool(term))


def test_exiftool_reads_the_labels(desk, exiftool):
    data, term, aigc = _labelled()["both"]
    desk.run(desk.job(data, PhotoUse.CARD))
    found = exiftool(desk.target)
    assert found
    for item in found:
        assert item["XMP-iptcExt:DigitalSourceType"] == term
        assert item["XMP-TC260:Aigc"] == aigc


def test_an_editors_declaration_becomes_a_label(desk):
    for name, content in desk.run(desk.job(encoded(quarters()), credit=PhotoCredit(ai=True))).items():
        assert desk.inspect(content, "again" + name[-5:]).ai_label == "trainedAlgorithmicMedia"


def test_published_files_can_be_sources_again(desk):
    """Reprinting sites put our pictures through the same machine."""
    for content in desk.run(desk.job(_camera_file(), credit=CREDIT)).values():
        photo = desk.inspect(content)
        assert (photo.problem, photo.located, photo.ai_label) == (None, False, "")


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x0b控制符\ud800",
        "]]>",
        "<!--",
        "&#0;",
        "\ufffe",
        " \n\t ",
        "好" * 100_000,
        "é" * 99_999,
        "&" * 99_999,
        "a&" * 9_999,
    ],
)
def test_any_text_makes_sound_metadata(desk, text):
    from xml.etree import ElementTree

    credit = PhotoCredit(text, text, text, text, text, text)
    packet = xmp_packet(credit, AiLabel("", text[:5_000].replace("\n", " ")))
    if packet:
        ElementTree.fromstring(packet.decode("utf-8"))
    assert len(iim_segment(credit)) < 65_000
    for name, content in desk.run(desk.job(encoded(quarters(64, 48)), credit=credit)).items():
        assert desk.inspect(content, "again" + name[-5:]).problem is None
