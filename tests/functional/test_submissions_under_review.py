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


def test_an_outcome_can_be_recorded_at_any_time_and_voids_no_review(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    city = new_city(tmp_path / "city")
    city.write(f"{STORY}/index.md", TEXT.replace("byline:", f"{SUBMISSION}byline:"))
    city.commit()
    city.three_levels()
    decide = ("submissions", "decide", STORY, "--decided", "2026-03-07")
    assert city.zoujin(*decide, "退改", "--note", "补一张现场照片") == 0
    assert city.zoujin(*decide, "采用") == 0, "decided again: the last word counts"
    city.commit("an outcome")
    capsys.readouterr()
    assert city.zoujin("verify") == 0
    assert city.zoujin("status", STORY) == 0
    assert "审核通过，下一次生成网站时公开。" in capsys.readouterr().out
    outcome = city.root / STORY / "review" / "submission.yaml"
    assert outcome.read_text("utf-8").endswith("\noutcome: used\ndecided: 2026-03-07\n")
    outcome.write_text("outcome: maybe\n", "utf-8")
    assert city.zoujin("submissions", "report", "--month", "2026-03", "-o", str(tmp_path / "report.xlsx")) == 1
    assert "review/submission.yaml：" in capsys.readouterr().err
