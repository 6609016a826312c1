"""Chinese names where ids are wanted: told, and never taken for ids by what comes after the rules."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import quote

from checked_project import check_project

from generator.derive.site_data import derive
from generator.model.address import Site
from generator.render import shared_view, site_jobs, site_pages

SOUND = Path(__file__).parents[1] / "rules" / "_project"
TODAY = date(2026, 3, 12)
NAMES = {
    "category": "甲类别",
    "district": "甲区",
    "people": "甲乙丙",
    "station": "甲站",
    "street": "甲街",
    "organisation": "甲单位",
    "activity": "甲活动",
    "campaign": "甲主题",
}
STORY = """---
title: 一篇稿件
summary: 摘要。
date: 2026-03-06
into: community
categories: [甲类别]
district: 甲区
street: 甲街
station: 甲站
organisation: 甲单位
people: [甲乙丙]
activity: 甲活动
campaign: 甲主题
byline: 李四
---

正文。
"""


def test_names_are_told_and_lead_nowhere(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(SOUND, root)
    (root / "stories/2026/named").mkdir()
    (root / "stories/2026/named/index.md").write_text(STORY, "utf-8")
    stations = (root / "stations.yaml").read_text("utf-8")
    (root / "stations.yaml").write_text(re.sub(r"(district|street|kind): .*", r"\1: 甲区", stations), "utf-8")
    result = check_project(root, TODAY)
    told = [item for item in result.diagnostics if item.path.endswith("named/index.md")]
    assert len(told) == len(NAMES)
    assert all("是名称，这里要写编号" in item.message for item in told)
    assert "stories/2026/named" in result.catalogue.entries
    data = derive(result.catalogue, result.publication.public, TODAY)
    site = Site()
    pages = site_pages(data, site)
    site_jobs(data, root)
    assert shared_view(data, site)
    for page in pages:
        assert not any(name in page.address for name in NAMES.values())
        assert quote("甲") not in repr(page.make_view())
