"""The ledger of what other media printed: lines are added from saved pages, listed, and shown on the site."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from sites.site import Site

from generator.cli.main import run
from generator.model.media_ledger import LEDGER_FILE

STORY = "stories/2026/night-bus"
WECHAT = """<html><head><meta property="og:title" content="凌晨的公交末站"/></head><body>
<h1 id="activity-name"> 凌晨的公交末站 </h1><a id="js_name"> 示例发布 </a>
<script>var msg_link = "https://mp.example/s?__biz=A\\x26amp;mid=1"; var ct = "1773072000";</script>
<div id="js_content"><p>正文</p></div></body></html>"""
NEWSPAPER = """<html><head><meta charset="gbk"><title>末站的热水</title>
<meta property="og:site_name" content="示例日报网"><link rel="canonical" href="https://ribao.example/1.html">
<meta property="article:published_time" content="2026-03-09T06:00:00+08:00"></head><body><p>正文</p></body></html>"""


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    site = Site.mini(tmp_path)
    monkeypatch.chdir(tmp_path)
    return site


def add(*words: str) -> int:
    return run(["reuse", "add", *words, "--today", "2026-03-12"])


def ledger(site: Site) -> str:
    return (site.root / LEDGER_FILE).read_text("utf-8")


def test_a_saved_page_says_nearly_everything(city: Site, capsys: pytest.CaptureFixture[str]) -> None:
    Path("saved.html").write_text(WECHAT, "utf-8")
    Path("paper.html").write_bytes(NEWSPAPER.encode("gbk"))
    assert add("saved.html", "--entry", STORY, "--reach", "12400", "--reach-source", "公众号后台") == 0
    assert add("paper.html", "--entry", f"{STORY}/index.md") == 0
    assert ledger(city) == (
        "- id: 2026-0001\n"
        f"  entry: {STORY}\n"
        "  outlet: 示例发布\n"
        "  published: 2026-03-10\n"
        "  title: 凌晨的公交末站\n"
        '  url: "https://mp.example/s?__biz=A&mid=1"\n'
        "  reach:\n"
        "    value: 12400\n"
        "    as_of: 2026-03-12\n"
        "    source: 公众号后台\n"
        "\n"
        "- id: 2026-0002\n"
        f"  entry: {STORY}\n"
        "  outlet: 示例日报网\n"
        "  published: 2026-03-09\n"
        "  title: 末站的热水\n"
        "  url: https://ribao.example/1.html\n"
    )
    assert "记下了：2026-0002，示例日报网" in capsys.readouterr().out
    assert run(["check", LEDGER_FILE, "--today", "2026-03-12"]) == 0


def test_what_cannot_be_known_is_asked_for(city: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert add("https://mp.example/s/1", "--entry", STORY) == 2
    assert "还缺媒体：写上 --outlet" in capsys.readouterr().err
    assert add("--entry", STORY, "--outlet", "示例日报") == 2
    assert "写上供稿日期（--sent）或刊登日期（--published）" in capsys.readouterr().err
    assert add("--entry", "stories/2026/nothing", "--outlet", "示例日报", "--sent", "2026-03-07") == 1
    assert "没有“stories/2026/nothing”这一条" in capsys.readouterr().err
    assert add("gone.html", "--entry", STORY) == 2
    assert not (city.root / LEDGER_FILE).exists()


def test_nothing_is_recorded_twice_or_beside_what_is_broken(city: Site, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("https://mp.example/s/1", "--entry", STORY, "--outlet", "示例发布")
    assert add(*words) == 0
    assert add(*words) == 1
    assert "这个网址已经记过了：示例发布（2026-0001）" in capsys.readouterr().err
    before = ledger(city) + "  - 不是一条\n"
    (city.root / LEDGER_FILE).write_text(before, "utf-8")
    assert add("--entry", STORY, "--outlet", "示例晚报", "--sent", "2026-03-07") == 1
    assert "没有改动" in capsys.readouterr().err
    assert ledger(city) == before


def test_the_ledger_goes_out_and_the_site_shows_what_was_printed(
    city: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = "content/campaigns/lei-feng-month-2026"
    assert add("--entry", STORY, "--outlet", "示例晚报", "--sent", "2026-03-07", "--note", "等副刊答复") == 0
    assert add("--entry", STORY, "--outlet", "=示例", "--sent", "2026-03-07", "--declined") == 0
    assert add("--entry", campaign, "--outlet", "示例电视台", "--published", "2026-03-08", "--reach", "5000",
               "--reach-source", "收视统计", "--reach-day", "2026-03-09") == 0  # fmt: skip
    assert add("--entry", STORY, "--outlet", "以后的报", "--published", "2026-04-01") == 0
    capsys.readouterr()
    assert run(["reuse", "list"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("等答复 1 条\n  2026-0001  2026-03-07  示例晚报")
    assert run(["reuse", "export", "台账.csv"]) == 0
    rows = list(csv.DictReader(StringIO(Path("台账.csv").read_text("utf-8-sig"))))
    assert [(row["媒体"], row["结果"]) for row in rows] == [
        ("示例晚报", "等答复"), ("'=示例", "未采用"), ("示例电视台", "已刊登"), ("以后的报", "已刊登"),
    ]  # fmt: skip
    assert run(["reuse", "export", "台账.xlsx"]) == 0
    assert openpyxl.load_workbook("台账.xlsx").sheetnames[1] == "供稿台账"
    city.build()
    page = city.page("reports/index.html")
    assert "示例电视台" in page
    assert "5,000 人次（1 条有数字）" in page
    assert "示例电视台" in city.page("campaigns/lei-feng-month-2026/index.html")
    everything = b"".join(city.files().values()).decode("utf-8", "replace")
    for private in ("等副刊答复", "示例晚报", "以后的报"):
        assert private not in everything
