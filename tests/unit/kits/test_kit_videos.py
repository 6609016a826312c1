"""A video goes into a kit when those in it agreed to that; its page shows it as long as they agree at all."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
from kit_desk import SITE, Kits

from generator.render import shared_view, site_pages
from generator.render.linked_data import linked_data

LAST = date(2026, 4, 1)
VIDEO: dict[str, Any] = {
    "url": "https://video.example/1",
    "portrait_url": "https://video.example/2",
    "title": "一杯热水",
    "length": "1:02:38",
    "credit": "何砚秋",
    "subtitles": "a.vtt",
    "said": [{"who": "何玉梅", "text": "烫着等，不如温着等。"}],
    "consent": {"reference": "SQ-1", "reuse": True, "expires": LAST.isoformat()},
}
SUBTITLES = "WEBVTT\n\n00:01.000 --> 00:02.000\n烫着等。\n"


def desk(root: Path, **video: Any) -> Kits:
    kits = Kits.at(root).story("a", video={**VIDEO, **video}, files={"a.vtt": "digest"})
    (root / "stories/2026/a/a.vtt").write_text(SUBTITLES, "utf-8")
    return kits


def test_a_kit_says_where_the_video_is_and_what_is_said(tmp_path: Path) -> None:
    files = desk(tmp_path).files("a")
    assert files["video/subtitles.vtt"].decode() == SUBTITLES
    assert "video/subtitles.vtt" in files["README.txt"].decode()
    texts = [files[name].decode() for name in ("article.txt", "article.md", "ninjs.json", "wechat/article.html")]
    texts.append("\n".join(each.text for each in docx.Document(BytesIO(files["article.docx"])).paragraphs))
    for text in texts:
        for said in ("一杯热水", "https://video.example/2", "1:02:38", "何玉梅", "烫着等，不如温着等。"):
            assert said in text
    assert json.loads(files["ninjs.json"])["pubStatus"] == "usable"


def test_without_a_consent_for_it_the_kit_says_that_the_video_is_left_out(tmp_path: Path) -> None:
    held_back: list[dict[str, Any]] = [
        {"consent": None},
        {"consent": {"reference": "SQ-1"}},
        {"site_only": True},
        {"consent": {"reference": "SQ-1", "reuse": True, "expires": "2026-03-11"}},
    ]
    for number, changed in enumerate(held_back):
        kits = desk(tmp_path / str(number), **changed)
        for name, data in kits.outputs("a").items():
            opened = ZipFile(BytesIO(data)) if name.endswith((".zip", ".docx")) else None
            whole = b"".join(opened.read(each) for each in opened.namelist()) if opened else data
            for secret in ("video.example", "烫着等", "一杯热水"):
                assert secret.encode() not in whole, (name, changed)
        assert "视频没有放进资料包" in kits.files("a")["article.txt"].decode()


def test_a_page_shows_a_video_until_its_consent_ends(tmp_path: Path) -> None:
    kits = desk(tmp_path)

    def view(day: date) -> dict[str, Any]:
        pages = {page.address: page for page in site_pages(kits.city.data(day), SITE)}
        return pages["stories/2026/a/"].make_view()

    shown = view(LAST)["video"]
    assert shown["subtitles"] == "/stories/2026/a/a.vtt"
    assert view(LAST + timedelta(days=1))["video"] is None


def test_search_engines_read_of_it(tmp_path: Path) -> None:
    data = desk(tmp_path).city.data(LAST)
    view = next(page for page in site_pages(data, SITE) if page.address == "stories/2026/a/").make_view()
    found = linked_data(view, shared_view(data, SITE))
    assert found is not None
    record = found["@graph"][0]["video"]
    assert record["duration"] == "PT1H2M38S"
    assert record["transcript"] == "何玉梅：烫着等，不如温着等。"
    assert record["caption"]["contentUrl"] == "https://hewan.example/stories/2026/a/a.vtt"
    assert record["uploadDate"].startswith("2026-")
