"""Restricted contacts: on paper for newsrooms, and nowhere in the public tree, however it is packed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from sites.site import Site

from generator.cli.main import run

ENTRY = "content/documents/2026/visit"
TEXT = """---
title: 跟着末班车走一趟
kind: invitation
issuer: volunteer-centre
date: 2026-03-05
summary: 欢迎跟车采访。
press:
  start: 2026-03-14 21:20
  place: 滨河公交驿站
  contacts:
    - {who: 新闻宣传岗, phone: 0000-8801210}
    - {who: 受访人暗号七三五一, phone: 0000-7351735, restricted: true}
---

车上座位留给乘客。
"""


def test_a_restricted_contact_is_printed_and_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site.mini(tmp_path / "site").write(f"{ENTRY}/index.md", TEXT).build()
    assert "0000-8801210" in site.page("documents/2026/visit/index.html")
    for path, content in site.files().items():
        plain = gzip.decompress(content) if path.endswith(".gz") else content
        for secret in ("暗号七三五一", "0000-7351735", "00007351735", "\\u6697\\u53f7\\u4e03"):
            assert secret.encode() not in plain, path
    assert run(["print", "briefing", ENTRY, "-C", str(site.root), "--to", str(tmp_path), "--today", "2026-03-12"]) == 0
    (page,) = PdfReader(tmp_path / "采访单-visit.pdf").pages
    text = re.sub(r"\s", "", page.extract_text())
    for said in ("限给已登记的媒体", "受访人暗号七三五一", "0000-7351735", "2026年3月14日（周六）21:20", "新闻宣传岗"):
        assert said in text
    assert run(["print", "briefing", "content/documents/2026/notice", "-C", str(site.root)]) == 1
    assert "采访单只给采访线索和采访邀请做" in capsys.readouterr().err
