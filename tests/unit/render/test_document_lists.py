"""Documents by kind, 工作动态 by district, and a 公示 before and after its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import City
from lxml import html
from machine_desk import Desk

NOTICE = {"start": "2026-03-02", "end": "2026-03-08", "contact": {"role": "办公室", "phone": "0000-8801200"}}


def city() -> City:
    city = (
        City(page_size=5)
        .document("a", kind="news", district="qinghe", date="2026-03-01")
        .document("b", kind="news", district="wangshan", date="2026-03-02")
        .document("d", kind="policy", date="2026-03-08")
    )
    for number in range(3, 7):
        city.document(f"c{number}", kind="news", date=f"2026-03-{number:02}")
    return city


def test_lists_by_kind_and_news_by_district(tmp_path: Path) -> None:
    desk = Desk(city(), tmp_path)
    assert {address for address in desk.pages if address.startswith("documents/") and "/2026/" not in address} == {
        "documents/", "documents/page/2/",
        "documents/news/", "documents/news/page/2/", "documents/news/qinghe/", "documents/news/wangshan/",
        "documents/policy/",
    }  # fmt: skip
    whole, news, district = (desk.view(f"documents/{rest}") for rest in ("", "news/", "news/qinghe/"))
    assert [(each["name"], each["count"], each["current"]) for each in whole["kinds"]] == [
        ("全部", 7, True), ("政策文件", 1, False), ("工作动态", 6, False),
    ]  # fmt: skip
    assert whole["districts"] == []
    assert [(each["name"], each["current"]) for each in news["districts"]] == [("青河区", False), ("望山县", False)]
    assert [row["url"] for row in news["documents"]] == [
        f"/volunteer/documents/2026/{slug}/" for slug in ("c6", "c5", "c4", "c3", "b")
    ]
    assert district["headline"] == "青河区工作动态"
    assert [each["current"] for each in district["kinds"]] == [False, False, True]
    assert [crumb["name"] for crumb in district["crumbs"]] == ["首页", "通知与文件", "工作动态", "青河区工作动态"]
    assert desk.view("documents/2026/d/")["document_kind"]["url"] == "/volunteer/documents/policy/"


def test_a_city_without_documents_has_no_such_list(tmp_path: Path) -> None:
    assert not [address for address in Desk(City(), tmp_path).pages if address.startswith("documents/")]


@pytest.mark.parametrize(
    ("notice", "words", "asks"),
    [
        (NOTICE, "公示已结束", "还有疑问"),
        ({**NOTICE, "end": "2026-03-15"}, "公示中，至3月15日", "异议受理"),
        ({**NOTICE, "start": "2026-03-16", "end": "2026-03-20"}, "3月16日起公示", "异议受理"),
    ],
)
def test_a_public_notice_knows_its_period(notice: dict[str, object], words: str, asks: str, tmp_path: Path) -> None:
    desk = Desk(City().document("n", kind="public-notice", notice=notice), tmp_path)
    [box] = html.fromstring(desk.write("documents/2026/n/")).xpath("//section[@aria-label='公示期']")
    assert words in box.text_content()
    assert asks in box.text_content()
    assert words in html.fromstring(desk.write("documents/public-notice/")).text_content()


@pytest.mark.parametrize(("size", "words"), [(10, "1 KB"), (54321, "53 KB"), (1048575, "1024 KB"), (2621440, "2.5 MB")])
def test_a_download_says_its_kind_and_size(size: int, words: str, tmp_path: Path) -> None:
    town = City().document("n", files={"form.pdf": "digest"}, attachments=[{"file": "form.pdf", "title": "报名表"}])
    [link] = html.fromstring(Desk(town, tmp_path, size=size).write("documents/2026/n/")).xpath("//a[@download]")
    assert link.text_content().strip() == f"报名表（PDF，{words}）"
