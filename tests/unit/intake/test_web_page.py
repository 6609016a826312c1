"""Articles of WeChat accounts as browsers save them."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest
from documents import picture

from generator.intake.prepare import Prepared, prepare
from generator.intake.recognise import NotReadable

ARTICLES = Path(__file__).parent / "articles"
PAGE = (ARTICLES / "page.html").read_text(encoding="utf-8")
SAVED = {"粥铺_files/0": picture(90, 60, form="GIF"), "粥铺_files/640": picture()}


def article(page: str | bytes = PAGE) -> Prepared:
    data = page.encode() if isinstance(page, str) else page
    return prepare("粥铺.html", data, [], SAVED.get)


def test_an_article_becomes_our_own_text() -> None:
    made = article()
    assert made.body == (ARTICLES / "expected.md").read_text(encoding="utf-8")
    assert (made.title, made.contributor, made.source) == ("凌晨四点的粥铺", "孙九", "北湖发布")
    assert made.source_url == "https://mp.weixin.example/s/abc?x=1&y=2"
    assert [(line.caption, line.credit) for line in made.photos] == [("老何在盛粥", "吴十")]


def test_what_is_lost_is_named() -> None:
    losses = "\n".join(article().losses)
    for word in ("视频", "公众号名片", "隐藏的文字", "另存为“网页，全部”", "90×60", "“来源”一行"):
        assert word in losses
    assert "alert" not in article().body and "推广" not in article().body


@pytest.mark.parametrize("encoding", ["gbk", "gb2312", "utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_encoding_in_which_pages_are_saved(encoding: str) -> None:
    charset = {"utf-8-sig": "utf-8", "utf-16": "utf-16"}.get(encoding, encoding)
    page = PAGE.replace("charset=utf-8", f"charset={charset}").replace("▲", "△" if encoding == "gb2312" else "▲")
    assert article(page.encode(encoding)).body == (ARTICLES / "expected.md").read_text(encoding="utf-8")


def test_pictures_in_the_page_itself_are_taken() -> None:
    inside = f"data:image/jpeg;base64,{b64encode(picture()).decode()}"
    page = f'<html><body><h1>题目</h1><p>一段话。</p><img src="{inside}"><img src="data:image/png;base64,坏的"></body></html>'
    assert article(page).body == "一段话。\n\n::: figure photo-1.jpg\n:::\n"


@pytest.mark.parametrize(
    "source", ["../../etc/passwd", "file:///etc/passwd", "//host/x.jpg", "https://host/x.jpg", "javascript:alert(1)"]
)
def test_no_picture_comes_from_elsewhere(source: str) -> None:
    asked: list[str] = []
    page = f'<html><body><p>一段话。</p><img src="{source}"></body></html>'
    prepare("a.html", page.encode(), [], lambda address: asked.append(address))
    assert asked in ([], ["../../etc/passwd"])  # what lies above the page is for the parcel to refuse


def test_a_page_without_text_says_how_to_save_it() -> None:
    with pytest.raises(NotReadable, match="网页，全部"):
        article("<html><body><div id='js_content'></div><script>load()</script></body></html>")


def test_deep_nesting_ends_with_a_word_about_it() -> None:
    made = article(
        "<html><body><p>开头一段。</p>" + "<section>" * 3000 + "<p>底</p>" + "</section>" * 3000 + "</body></html>"
    )
    assert made.body.startswith("开头一段。")
    assert "底" in made.body or any("层次太深" in loss for loss in made.losses)
