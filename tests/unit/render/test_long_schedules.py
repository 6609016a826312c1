"""A theme month with hundreds of lines stays readable: what is near stands open, the rest is folded, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import City
from machine_desk import Desk


@pytest.mark.parametrize(("lines", "folds"), [(1, 0), (15, 0), (200, 1)])
def test_a_day_shows_its_first_lines(tmp_path: Path, lines: int, folds: int) -> None:
    schedule = [{"date": "2026-03-20", "title": f"第{number:03}场"} for number in range(lines)]
    page = Desk(City().campaign("month", schedule=schedule), tmp_path).write("campaigns/month/")
    start = page.index('id="days"')
    body = page[start : page.index("</section>", start)]
    assert all(f"第{number:03}场" in body for number in range(lines))
    assert body.count("<details") == folds
    if folds:
        assert "3月20日还有 188 项" in body
        assert body.index("第011场") < body.index("<details") < body.index("第012场")


def test_many_days_show_the_nearest(tmp_path: Path) -> None:
    schedule = [{"date": f"2026-03-{day}", "title": f"第{day}场"} for day in range(13, 32)]
    page = Desk(City().campaign("month", schedule=schedule), tmp_path).write("campaigns/month/")
    assert "还有 5 天的安排" in page
    assert page.index("第26场") < page.index("<details") < page.index("第27场")
