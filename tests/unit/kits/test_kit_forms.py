"""A text in every form of a kit."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import comrak
import docx
import lxml.html
import pytest
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator, FormatChecker
from kit_desk import SITE, Kits, jpeg
from lxml import etree
from pypdf import PdfReader
from referencing import Registry, Resource

from generator.kits.wechat import CONTENT, digest_of
from generator.model.address import Site
from generator.model.kinds import Kind

TEXT = """开头一段，有**重点**、*书名*和[站内](/stories/2026/other/)、[草稿](/stories/2026/hidden/)、[站外](https://news.example/a?b=1&c=2)的链接。

## 小标题 <&> \\*号\\*

::: figure cup.jpg 现场说明 {#x}
:::

> 引用第一段
>
> 引用第二段

- 甲
  - 甲之一
- 乙

1. 第一
2. 第二

| 名称 | 数量 |
| --- | --- |
| 壶 | 3 |

::: quote 何玉梅
41杯，都回了。
:::

第一行\\
第二行，注[^1]

---

👩‍🚒𠮷😀 #不是标题 \\_不是\\_ `代码`

[^1]: 脚注的文字。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Kits:
    kits = Kits.at(tmp_path_factory.mktemp("forms"), rights_url="https://hewan.example/terms/")
    kits.story("other", media=False, title="另一篇").story("hidden", media=False)
    photos = {"cup.jpg": jpeg(), "stop.jpg": jpeg(900, 1600, "maroon")}
    return kits.story(
        "a",
        TEXT,
        photos,
        subtitle="副题",
        summary="摘要一句。",
        corrections=[{"date": "2026-03-08", "text": "三百改一百。"}],
    )


@pytest.fixture(scope="module")
def files(desk: Kits) -> dict[str, bytes]:
    return desk.files("a", hidden=("hidden",))


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


SAID = (
    "开头一段", "重点", "站内", "草稿", "站外", "小标题<&>*号*", "引用第一段", "引用第二段", "甲之一", "第二行", "壶", "41杯，都回了。",
    "何玉梅", "👩‍🚒𠮷😀", "#不是标题_不是_", "代码", "脚注的文字。", "副题", "三百改一百。", "注明来源和作者即可转载",
    "来源：河湾志愿，陈一舟，https://hewan.example/stories/2026/a/", "stop.jpg的说明",
)  # fmt: skip


def test_plain_text_says_everything(files: dict[str, bytes]) -> None:
    text = files["article.txt"].decode()
    for said in SAID:
        assert words(said) in words(text), said
    assert text.index("stop.jpg") < text.index("开头一段") < text.index("a-01.jpg")


def test_a_correction_makes_a_new_version_and_says_what_changed(files: dict[str, bytes]) -> None:
    pdf = words("".join(page.extract_text() for page in PdfReader(BytesIO(files["rights.pdf"])).pages))
    for text in (words(files["README.txt"].decode()), words(files["rights.txt"].decode()), pdf):
        assert "第2版" in text
        assert "三百改一百。" in text
    assert "注明来源和作者即可转载" in pdf
    assert "0000-8801210" in pdf
    assert json.loads(files["ninjs.json"])["version"] == "2"


def test_markdown_is_read_back_as_it_was_meant(files: dict[str, bytes]) -> None:
    options = comrak.ExtensionOptions(table=True, strikethrough=True)
    page = lxml.html.fromstring(comrak.markdown_to_html(files["article.md"].decode(), options))
    text = words(page.text_content())
    for said in SAID:
        if said != "stop.jpg的说明":
            assert words(said) in text, said
    assert [link.get("href") for link in page.iter("a")][:2] == [
        "https://hewan.example/stories/2026/other/",
        "https://news.example/a?b=1&c=2",
    ]
    assert {image.get("src") for image in page.iter("img")} == {"photos/a-01.jpg", "photos/a-02.jpg"}
    assert [h.text_content() for h in page.iter("h2")] == ["小标题 <&> *号*"]
    assert len(page.findall(".//blockquote")) == 2
    assert [cell.text_content() for cell in page.iter("td")] == ["壶", "3"]
    assert len(page.findall(".//ul//ul/li")) == 1
    assert len(page.findall(".//br")) == 1


def test_emphasis_beside_chinese_punctuation_is_read_by_every_parser(tmp_path: Path) -> None:
    text = (
        Kits.at(tmp_path).story("a", "学习**“雷锋”**精神，*（真的）*好，**平常**的。").files("a")["article.md"].decode()
    )
    options = comrak.RenderOptions(unsafe_=True)
    page = lxml.html.fromstring(comrak.markdown_to_html(text, render_options=options))
    assert [each.text for each in page.iter("strong", "em")] == ["“雷锋”", "（真的）", "平常"]
    assert "*" not in page.text_content()


def test_the_word_file_has_styles_pictures_captions(files: dict[str, bytes]) -> None:
    document = docx.Document(BytesIO(files["article.docx"]))
    text = words(
        "".join(p.text for p in document.paragraphs) + "".join(c.text for t in document.tables for c in t._cells)
    )
    for said in SAID:
        assert words(said) in text, said
    styles = [p.style.name for p in document.paragraphs]
    for name in ("Title", "Subtitle", "Byline", "Deck", "Heading 1", "Quote", "Caption", "Small Print"):
        assert name in styles, name
    assert len(document.inline_shapes) == 2
    assert all(shape.width <= 15 * 360_000 and shape.height <= 18 * 360_001 for shape in document.inline_shapes)
    described = {about.get("descr") for about in document.element.body.iter(qn("wp:docPr"))}
    assert described == {"cup.jpg的画面", "stop.jpg的画面"}
    links = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert sorted(links) == ["https://hewan.example/stories/2026/other/", "https://news.example/a?b=1&c=2"]
    about = document.core_properties
    assert (about.title, about.author, about.created.year) == ("夜班公交末站的热水", "陈一舟", 2026)


def test_every_part_of_the_word_file_is_whole(files: dict[str, bytes]) -> None:
    with ZipFile(BytesIO(files["article.docx"])) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {about.date_time for about in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
        for rels in (name for name in names if name.endswith(".rels")):
            folder = rels.replace("_rels/", "").rpartition("/")[0]
            for rel in etree.fromstring(archive.read(rels)):
                if rel.get("TargetMode") != "External":
                    target = (
                        (Path("/") / folder / rel.get("Target")).resolve()
                        if not rel.get("Target").startswith("/")
                        else Path(rel.get("Target"))
                    )
                    assert str(target).lstrip("/") in names, (rels, rel.get("Target"))
        body = etree.fromstring(archive.read("word/document.xml"))
        drawn = [each.get("id") for each in body.iter(qn("wp:docPr"))]
        assert len(drawn) == len(set(drawn))


def test_wechat_gets_nothing_that_it_strips(files: dict[str, bytes]) -> None:
    page = lxml.html.fromstring(files["wechat/article.html"].decode())
    [article] = page.xpath("//*[@data-article]")
    html = lxml.html.tostring(article, encoding="unicode")
    assert len(html) < CONTENT
    allowed = {
        "div",
        "section",
        "p",
        "h2",
        "h3",
        "blockquote",
        "strong",
        "em",
        "sup",
        "br",
        "hr",
        "table",
        "tbody",
        "tr",
        "td",
    }
    assert {element.tag for element in article.iter()} <= allowed
    for element in article.iterdescendants():
        assert set(element.attrib) <= {"style"}
        assert not re.search(r"position|url\(|expression|var\(|class", element.get("style") or "")
    text = words(article.text_content())
    for said in SAID:
        assert words(said) in text, said
    assert text.index("［图1：a-02.jpg") < text.index("［图2：a-01.jpg")
    assert "（9/32）夜班公交末站的热水" in page.text_content()
    assert [item.text_content()[:8] for item in page.iter("li")] == ["a-01.jpg", "a-02.jpg"]


def test_wechat_pictures_are_under_a_megabyte(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        if name.startswith("wechat/") and name.endswith(".jpg"):
            assert len(data) < 1_000_000


def test_a_long_text_is_undressed_before_it_is_too_long(tmp_path: Path) -> None:
    paragraphs = "\n\n".join("一段话，说得不长，二十来个字，写在这里做个样子。" for _ in range(400))
    page = lxml.html.fromstring(
        Kits.at(tmp_path).story("long", paragraphs).files("long")["wechat/article.html"].decode()
    )
    [article] = page.xpath("//*[@data-article]")
    assert len(lxml.html.tostring(article, encoding="unicode")) < CONTENT
    assert "请删短" not in page.text_content()


def test_what_is_too_long_for_a_field_is_said(tmp_path: Path) -> None:
    kits = Kits.at(tmp_path).story(
        "long", "字" * 21_000, title="很长的标题" * 8, byline="陈一舟、欧阳慕雪、司马长风、诸葛明远"
    )
    page = kits.files("long")["wechat/article.html"].decode()
    assert [page.count(f"超过{most}字") for most in (32, 16, 128, 20_000)] == [1, 1, 0, 1]


def test_a_digest_ends_with_a_sentence() -> None:
    assert digest_of("短。") == "短。"
    assert digest_of("一句话讲完。" * 30) == "一句话讲完。" * 21
    assert digest_of("没有句号" * 50).endswith("…")
    assert len(digest_of("没有句号" * 50)) == 128


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """The IPTC's own schema of ninjs 3.1 (CC BY 4.0)."""
    found = json.loads((Path(__file__).parent / "ninjs-schema_3.1.json").read_text("utf-8"))
    geo = Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"})
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geo)
    return Draft202012Validator(found, registry=registry, format_checker=FormatChecker())


@pytest.mark.parametrize("site", [SITE, Site.at(None)])
def test_ninjs_is_valid_by_its_schema(desk: Kits, schema: Draft202012Validator, site: Site) -> None:
    found = json.loads(desk.files("a", hidden=("hidden",), site=site)["ninjs.json"])
    schema.validate(found)
    assert not schema.is_valid(found | {"pubStatus": "draft"})
    assert not schema.is_valid(found | {"headline": "x"})
    assert found["pubStatus"] == "usable"
    assert found["versionCreated"] == "2026-03-08T00:00:00+08:00"
    assert [each["name"] for each in found["associations"]] == ["a-01", "a-02"]
    etree.fromstring(f"<div>{found['bodies'][1]['value']}</div>")


def test_every_kind_has_its_kit(tmp_path: Path, schema: Draft202012Validator) -> None:
    kits = (
        Kits.at(tmp_path)
        .story("told", media=False, title="讲过的故事", summary="讲的什么。")
        .story("secret", media=False)
    )
    kits.add(
        Kind.PROFILE, "zhou", "她的事。", {"face.jpg": jpeg(1200, 1500)}, portrait="face.jpg", quotation="能帮一把是一把。", since=2019,
        honours=[{"honour": "model-volunteer", "year": 2025}], timeline=[{"when": "2019 年春", "text": "开始"}],
        hours={"value": 1280, "as_of": "2026-02-28", "source": "台账"},
    )  # fmt: skip
    kits.city.activity("fair", campaign="month", title="修理摊")
    kits.add(
        Kind.CAMPAIGN, "month", "说明。", schedule=[{"date": "2026-03-05", "title": "集中服务"}], safeguards=["买保险"]
    )
    kits.add(
        Kind.FEATURE, "lights", "前言。\n\n## 一\n\n甲。\n\n## 二\n\n乙。", {"cover.jpg": jpeg(), "one.jpg": jpeg()}, stories=["told", "secret"],
        blocks=[
            {"block": "text"}, {"block": "quote", "text": "秘密的话", "story": "secret"}, {"block": "text"},
            {"block": "figures", "title": "数字", "figures": [{"value": 412, "unit": "夜", "what": "摆出来过", "as_of": "2026-03-05", "source": "值班本"}]},
            {"block": "gallery", "photos": ["one.jpg"]}, {"block": "text"}, {"block": "stories", "title": "故事"},
        ],
    )  # fmt: skip
    said = {
        "zhou": (
            "退休护士",
            "她的事。",
            "能帮一把是一把。",
            "2025年，最美志愿者",
            "1,280小时（截至2026年2月28日，台账）",
            "2019 年春",
        ),
        "month": ("身边有雷锋", "说明。", "2026年3月5日　集中服务", "修理摊", "买保险", "河湾市志愿服务中心"),
        "lights": ("前言。", "■ 一", "412夜", "讲过的故事：讲的什么。"),
    }
    for slug, lines in said.items():
        found = kits.files(slug, hidden=("secret",))
        text = found["article.txt"].decode()
        for line in lines:
            assert line in text, (slug, line)
        schema.validate(json.loads(found["ninjs.json"]))
    text = kits.files("lights", hidden=("secret",))["article.txt"].decode()
    assert "秘密" not in text
    order = ["lights-01.jpg", "前言。", "甲。", "412夜", "lights-02.jpg", "乙。", "讲过的故事"]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-\n-\n",
        "> - 甲\n>   ## 乙\n",
        "<u>一</u>\n\n\x0b",
        "[^1]\n\n[^1]: 注",
        "|a|\n|-|\n",
        "`a`" * 50,
        "# 一\n\n## 二\n\n###### 六",
    ],
)
def test_no_text_stops_a_kit(tmp_path: Path, text: str) -> None:
    files = Kits.at(tmp_path).story("odd", text).files("odd")
    docx.Document(BytesIO(files["article.docx"]))
    json.loads(files["ninjs.json"])


@pytest.mark.parametrize("name", ["甲", "0", "Li", "abc", "abcd", "😀"])
def test_a_picture_by_somebody_with_a_short_name(tmp_path: Path, name: str) -> None:
    """EXIF keeps up to four bytes of text where longer ones have their place in the file."""
    photos = [{"file": "cup.jpg", "alt": name, "caption": name, "credit": name}]
    kits = Kits.at(tmp_path).story("a", "正文。", {"cup.jpg": jpeg()}, photos=photos)
    document = docx.Document(BytesIO(kits.files("a")["article.docx"]))
    assert len(document.inline_shapes) == 1
