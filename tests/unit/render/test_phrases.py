"""Phrases of titles: no word is torn, no name, nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.phrases import LONGEST, NO_END, NO_START, names_of, phrases

SITE = names_of(["盐仓巷社区", "云溪乡", "学雷锋纪念日、中国青年志愿者服务日", "2026年学雷锋活动月"])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2026年学雷锋活动月", "2026年/学雷锋活动月"),
        ("夜班公交末站的热水", "夜班/公交/末站的/热水"),
        ("志愿服务时长记录办法（试行）", "志愿服务/时长/记录/办法/（试行）"),
        ("盐仓巷上门理发", "盐仓巷/上门/理发"),
        ("给云溪乡写封信", "给云溪乡/写封信"),
        ("二十件货，一样也不卖", "二十件货，/一样/也不卖"),
        ("3号楼来了小督导", "3号楼/来了/小督导"),
        ("从七楼剃到一楼", "从七楼/剃到/一楼"),
        ("《条例》里的“志愿者”", "《条例》里的/“志愿者”"),
        ("WeChat Work 3.0 上线", "WeChat /Work /3.0 /上线"),
        ("——四百个夜晚", "——四百个/夜晚"),
        ("河志〔2025〕0号", "河志/〔2025〕0号"),
        ("进山", "进山"),
        ("", ""),
    ],
)
def test_a_title_is_cut_where_a_reader_may_stop(title: str, expected: str) -> None:
    assert "/".join(phrases(title, SITE)) == expected


def test_a_page_knows_names_that_no_register_has() -> None:
    assert "护河队" not in phrases("跟护河队走一趟夜堤", SITE)
    assert phrases("请护河队走一趟夜堤", SITE, names_of(["护河队"]))[0] == "请护河队"


def test_long_names_keep_their_joints() -> None:
    assert len(phrases("中国青年志愿者服务日", names_of(["中国青年志愿者服务日"]))) > 1


def test_signs_that_are_joined_stay_joined() -> None:
    title = "👩‍🔧👍🏽服务队🇨🇳🇨🇳e\u0301te\u0301"
    parts = phrases(title)
    assert "".join(parts) == title
    assert not any(part[0] in "\u200d\u0301🏽" or part.endswith("\u200d") for part in parts)
    assert all(part.count("🇨") == part.count("🇳") for part in parts)


@settings(deadline=None)  # the first title loads the dictionary
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("，。“”（）志愿服务的了一2 "), max_size=40))
def test_nothing_is_lost_and_no_mark_stands_where_it_may_not(title: str) -> None:
    parts = phrases(title, SITE)
    assert "".join(parts) == title
    assert all(parts)
    for former, part in pairwise(parts):
        assert part[0] not in NO_START
        assert former[-1] not in NO_END


def test_runs_without_joints_stay_breakable() -> None:
    assert max(len(part) for part in phrases("志愿服务" * 40)) <= LONGEST
