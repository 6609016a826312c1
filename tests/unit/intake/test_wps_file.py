"""A file as WPS writes it, with macros, dangling relations, boxes and an unfinished revision."""

from __future__ import annotations

from pathlib import Path

from documents import picture, zipped

from generator.intake.prepare import prepare
from generator.read.markdown import parse_body

WPS = Path(__file__).parent / "wps"
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>"""
ROOT = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""


def wps_file(document: str = "") -> bytes:
    """The file; ``document`` stands in place of its text."""
    parts = {
        f"word/{name}": (WPS / name).read_text(encoding="utf-8")
        for name in ("styles.xml", "numbering.xml", "footnotes.xml")
    }
    text = document or (WPS / "document.xml").read_text(encoding="utf-8")
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": ROOT,
            "word/document.xml": text,
            "word/_rels/document.xml.rels": (WPS / "document.xml.rels").read_text(encoding="utf-8"),
            **parts,
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "word/media/image1.jpeg": picture(colour="#112233"),
            "word/media/image2.jpeg": picture(colour="#445566"),
            "word/media/image3.png": picture(colour="#778899", form="PNG"),
        }
    )


def test_all_that_can_be_carried_is_carried_and_the_rest_is_named() -> None:
    made = prepare("渡口.docx", wps_file(), [], lambda _: None)
    assert made.body == (WPS / "expected.md").read_text(encoding="utf-8")
    assert (made.title, made.unit, made.contributor) == ("渡口边的灯", "南岭区文明办", "钱七")
    assert [(line.caption, line.credit) for line in made.photos] == [("渡口的灯", "孙八"), ("左岸", ""), ("右岸", "")]
    assert sorted(made.losses) == sorted(
        [
            "原稿有没处理完的修订：删除的不要，增加的留下，请核对",
            "隐藏的文字没有带过来",
            "文本框里的文字移到了它所在段落的后面，请看看次序对不对",
            "表格里合并的单元格拆开了：内容写在第一格，其余的空着",
            "嵌入的对象（公式、表格、附件等）没有带过来",
            "有一张图片在原稿里已经丢了，请对方补发",
            "宏没有带过来（也不需要）",
        ]
    )
    assert not parse_body(made.body, 1)[0].defects


def test_strict_namespaces_are_read_like_the_usual_ones() -> None:
    text = (WPS / "document.xml").read_text(encoding="utf-8")
    strict = text.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    assert prepare("a.docx", wps_file(strict), [], lambda _: None).body == (WPS / "expected.md").read_text(
        encoding="utf-8"
    )


def test_entities_are_never_opened() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text = (WPS / "document.xml").read_text(encoding="utf-8").replace("<w:document", f"{bomb}<w:document", 1)
    made = prepare("a.docx", wps_file(text.replace("换灯芯", "换灯芯&b;&f;")), [], lambda _: None)
    assert "aaaa" not in made.body and "root:" not in made.body


def test_rings_of_styles_and_deep_boxes_end() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p><w:r><w:t>底</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 80
    text = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f'<w:p><w:pPr><w:pStyle w:val="9"/></w:pPr><w:r><w:t>第一段话。</w:t></w:r></w:p>{deep}</w:body></w:document>'
    )
    made = prepare("深.docx", wps_file(text), [], lambda _: None)
    assert made.body.startswith("第一段话。")
    assert "套得太深的表格或文本框没有带过来" in made.losses
