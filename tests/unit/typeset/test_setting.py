"""Sheets are set: the same bytes for the same values, and nothing that an editor writes is an instruction."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from PIL import Image

from generator.model.body import Body, Figure, Html
from generator.typeset.body_nodes import body_nodes, html_nodes
from generator.typeset.setting import Sheet, as_long_picture, as_pdf

NOW = datetime(2026, 3, 12, 9)
ODD = '#panic("no") $x$ *粗* `code` @ref <label> \\ // 𠮷野家 😀 “引号” #set page(width: 1pt)'
STAGE = {"name": "初审", "open": True, "state": "待签", "person": "", "time": "", "how": "", "remarks": "", "able": ODD}


def photo() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "#a8241c").save(buffer, "JPEG")
    return buffer.getvalue()


def sheet(**more: Any) -> Sheet:
    picture = {"t": "zj-image", "file": "picture-1.jpg", "name": "a.jpg", "alt": ODD, "caption": ODD, "credit": ""}
    values = {
        "site": ODD, "form": "SP2026-0a1b2c3d", "title": ODD, "subtitle": "", "line": "", "summary": ODD,
        "digest": "0a1b2c3d" * 8, "facts": [("标题", ODD)], "stages": [STAGE, {**STAGE, "open": False, "person": ODD}],
        "notes": [ODD], "events": [ODD], "body": [picture, {"t": "p", "c": [ODD]}], "lead": [], "photos": [],
        "fields": [("区县", ODD)], "footer": ODD,
    }  # fmt: skip
    return Sheet("proof.typ", values | more, {"picture-1.jpg": photo()})


def test_the_same_sheet_gives_the_same_bytes() -> None:
    made = as_pdf(sheet(), NOW)
    assert made.startswith(b"%PDF-")
    assert made == as_pdf(sheet(), NOW)
    assert made != as_pdf(sheet(form="SP2026-ffffffff"), NOW)


def test_the_long_picture_is_as_long_as_its_text() -> None:
    short = Image.open(BytesIO(as_long_picture(sheet(body=[]), NOW)))
    text = [{"t": "p", "c": ["夜里十一点，末站的灯还亮着。" * 20]}] * 20
    long = Image.open(BytesIO(as_long_picture(sheet(body=text), NOW)))
    assert (short.format, short.width, long.width) == ("PNG", 750, 750)
    assert long.height > short.height + 5000


def test_every_mark_of_a_text_can_be_set() -> None:
    html = """
    <h2 id="a">题</h2><p>甲<strong>乙</strong><em>丙</em><del>丁</del><u>戊</u><sub>1</sub><sup class="footnote-ref">
    <a href="#fn-1">1</a></sup><ruby>六<rp>(</rp><rt>lù</rt><rp>)</rp></ruby><br>己<code>x</code><a href="https://a.example/">链</a></p>
    <ol start="3"><li>一</li><li><p>二</p><ul><li>三</li></ul></li></ol><blockquote><p>引</p></blockquote><hr>
    <div class="table-scroll"><table><thead><tr><th>名</th><th>数</th></tr></thead><tbody><tr><td>甲</td></tr></tbody></table></div>
    <pre><code>a  b</code></pre><section class="footnotes"><ol><li id="fn-1"><p>注<a class="footnote-back">↩</a></p></li></ol></section>
    """
    missing = {"t": "zj-image", "file": "", "name": "gone.jpg", "alt": "", "caption": "", "credit": "甲"}
    cards = [{"t": "zj-card", "kind": "视频", "text": ODD}, {"t": "zj-quote", "c": html_nodes("<p>大字</p>")}, missing]
    assert as_pdf(sheet(body=[*html_nodes(html), *cards]), NOW).startswith(b"%PDF-")


def test_a_picture_stands_where_the_text_has_it() -> None:
    body = Body((Html("<p>前"), Figure("a.jpg", inline=True), Html("后</p>\n<p>尾</p>\n")))
    assert body_nodes(body, lambda part: {"t": "x", "c": [getattr(part, "file", "")]}) == [
        {"t": "p", "c": ["前", {"t": "x", "c": ["a.jpg"]}, "后"]},
        {"t": "p", "c": ["尾"]},
    ]
    assert body_nodes(Body(), lambda _: "") == []
