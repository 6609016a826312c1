"""The monthly report of a project that reviews: a text is used when readers see it, not when it lies there."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewed_project import STORY, TEXT, new_city

SUBMISSION = "submission: {unit: 城东区志愿服务中心, contributor: 王五, received: 2026-03-05}\n"


def test_a_text_counts_as_used_when_it_is_approved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    city = new_city(tmp_path / "city")
    city.write(f"{STORY}/index.md", TEXT.replace("byline:", f"{SUBMISSION}byline:"))
    city.commit()
    report = ("submissions", "report", "--month", "2026-03", "--today", "2026-03-10", "--force")
    outputs = ("-o", str(tmp_path / "report.xlsx"))
    capsys.readouterr()
    assert city.zoujin(*report, *outputs) == 0
    assert "报送 1，采用 0，退改 0，留用 0，不采用 0，待处理 1" in capsys.readouterr().out
    city.three_levels()
    capsys.readouterr()
    assert city.zoujin(*report, *outputs) == 0
    assert "报送 1，采用 1，退改 0，留用 0，不采用 0，待处理 0" in capsys.readouterr().out
