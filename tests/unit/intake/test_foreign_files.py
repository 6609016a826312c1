"""Files that cannot be imported, and archives that mean harm: a sentence in Chinese, never an accident."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from documents import parts_of, picture, word_file, zipped

from generator.intake.parcels import Parcel, unpack
from generator.intake.prepare import prepare
from generator.intake.recognise import NotReadable, recognise
from generator.read import archive as archives
from generator.read.archive import BadArchive, open_archive

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WORD = word_file([{"段落": "题目"}, {"段落": "一段话。"}])


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("旧.doc", OLE, "另存为"),
        ("旧.docx", OLE, "另存为"),
        ("稿.wps", OLE, "WPS 文字的旧格式"),
        ("密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("稿.rtf", b"{\\rtf1 x}", "RTF"),
        ("稿.docx", b"{\\rtf1 x}", "RTF"),
        ("稿.pdf", b"%PDF-1.7", "Word 原稿"),
        ("网页.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related;", "网页，全部"),
        ("网页.html", b"MIME-Version: 1.0\r\nContent-Type: multipart/related;", "网页，全部"),
        ("空.docx", b"", "空的"),
        ("空.docx", b"\0\0\0\0", "空的"),
        ("稿.rar", b"Rar!\x1a\x07", "RAR"),
        ("表.xlsx", zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "zoujin table import"),
        ("片.pptx", zipped({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), "演示文稿"),
        ("稿.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        ("稿.docx", zipped({"a.txt": "x"}), "改了名的压缩包"),
        ("稿.docx", b"hello", "坏了"),
        ("稿.docx", WORD[: len(WORD) // 2], "坏了"),
        ("稿.xyz", b"hello", "看不懂"),
    ],
)
def test_each_says_what_it_is_and_what_to_do(name: str, data: bytes, words: str) -> None:
    with pytest.raises(NotReadable, match=words):
        recognise(name, data)


def test_a_word_file_without_its_text_is_refused() -> None:
    for kept in ({"[Content_Types].xml"}, {"[Content_Types].xml", "_rels/.rels"}):
        broken = zipped({name: data for name, data in parts_of(WORD) if name in kept})
        with pytest.raises(NotReadable):
            prepare("稿.docx", broken, [], lambda _: None)


def test_an_archive_that_grows_too_much_is_not_opened() -> None:
    with pytest.raises(BadArchive, match="不正常"):
        open_archive(zipped({"bomb.txt": b"0" * 30_000_000}))


def test_an_archive_that_lies_about_its_sizes_is_caught_when_read() -> None:
    data = bytearray(zipped({"a.txt": b"x" * 5000}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    with pytest.raises(BadArchive):
        open_archive(bytes(data)).read("a.txt")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    with pytest.raises(BadArchive, match="最多 3 个"):
        open_archive(zipped({f"{number}.txt": "x" for number in range(4)}))


def test_an_archive_with_a_password_is_refused() -> None:
    data = bytearray(zipped({"a.txt": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(BadArchive, match="密码"):
        open_archive(bytes(data))


def test_names_that_lead_elsewhere_are_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "来稿.zip"
    path.write_bytes(zipped({"../../evil.docx": WORD, "/etc/evil.docx": WORD, "C:/evil.docx": WORD, "好.docx": WORD}))
    delivery = unpack(path)
    assert [parcel.path for parcel in delivery.parcels] == ["好.docx"]
    assert len(delivery.remarks) == 3
    assert list(tmp_path.iterdir()) == [path]


def test_names_in_gbk_are_read_as_windows_wrote_them(tmp_path: Path) -> None:
    data = zipped({"XXXX.docx": WORD}).replace(b"XXXX.docx", "巷口".encode("gbk") + b".docx")
    path = tmp_path / "来稿.zip"
    path.write_bytes(data)
    assert [parcel.path for parcel in unpack(path).parcels] == ["巷口.docx"]


def test_photos_go_to_the_document_of_their_folder_or_name(tmp_path: Path) -> None:
    for name, data in {
        "甲/甲.docx": WORD,
        "甲/1.jpg": picture(),
        "甲/照片/2.jpg": picture(),
        "混放/乙.docx": WORD,
        "混放/丙.docx": WORD,
        "混放/丙-1.jpg": picture(),
        "混放/谁的.jpg": picture(),
        "混放/~$乙.docx": b"lock",
        "混放/Thumbs.db": b"x",
        "说明.xlsx": b"x",
        "旧.doc": OLE,
    }.items():
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (tmp_path / "外面.docx").symlink_to("/etc/passwd")
    delivery = unpack(tmp_path)
    owned = {parcel.path: [name for name, _ in parcel.photos] for parcel in delivery.parcels}
    assert owned == {
        "旧.doc": [],
        "混放/丙.docx": ["混放/丙-1.jpg"],
        "混放/乙.docx": [],
        "甲/甲.docx": ["甲/1.jpg", "甲/照片/2.jpg"],
    }
    assert len(delivery.remarks) == 2 and "谁的.jpg" in delivery.remarks[0] and "说明.xlsx" in delivery.remarks[1]


def test_a_page_takes_only_what_was_saved_with_it(tmp_path: Path) -> None:
    (tmp_path / "文章_files").mkdir()
    (tmp_path / "文章_files" / "640").write_bytes(picture())
    (tmp_path / "别的.jpg").write_bytes(picture())
    (tmp_path / "文章.html").write_text("<p>x</p>", encoding="utf-8")
    [parcel] = unpack(tmp_path / "文章.html").parcels
    assert parcel.beside("文章_files/640") and parcel.beside("./文章_files/640")
    assert parcel.beside("别的.jpg") is None
    assert parcel.beside("../../../etc/passwd") is None


def test_loose_photos_are_laid_behind_the_text_with_the_captions_in_their_names() -> None:
    loose = [
        ("a/图1 志愿者在渡口点灯.jpg", lambda: picture(colour="#010203")),
        ("a/DSC_0001.jpg", lambda: picture(colour="#040506")),
    ]
    made = prepare("稿.docx", WORD, loose, lambda _: None)
    assert [(line.file, line.caption) for line in made.photos] == [
        ("photo-1.jpg", "志愿者在渡口点灯"),
        ("photo-2.jpg", ""),
    ]
    assert made.body.count("::: figure") == 2


def test_bad_pictures_are_named_and_left_out() -> None:
    loose = [
        ("坏.jpg", lambda: b"\xff\xd8\xff broken"),
        ("图.emf", lambda: b"\x01\x00\x00\x00"),
        ("图.svg.png", lambda: b"<svg xmlns='x'/>"),
        ("小.png", lambda: picture(20, 20, form="PNG")),
        ("位图.bmp", lambda: picture(300, 200, form="BMP")),
    ]
    made = prepare("稿.docx", WORD, loose, lambda _: None)
    assert list(made.files) == ["photo-1.png"] and made.files["photo-1.png"].startswith(b"\x89PNG")
    assert len(made.losses) == 5


def test_one_picture_in_two_places_is_one_file() -> None:
    twice = word_file([{"段落": "题目"}, {"图片": {}}, {"段落": "一段话。"}, {"图片": {}}])
    made = prepare("稿.docx", twice, [], lambda _: None)
    assert list(made.files) == ["photo-1.jpg"] and made.body.count("photo-1.jpg") == 2


def test_parcels_of_a_file_have_nothing_around_them(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(WORD)
    [parcel] = unpack(tmp_path / "a.docx").parcels
    assert isinstance(parcel, Parcel) and parcel.read() == WORD and not parcel.around
