"""Titles broken into lines: the rules of Chinese composition hold whatever the title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.phrases import NO_END, NO_START
from generator.render.title_lines import ELLIPSIS, break_title, cut_title, quality

SIGNS = "志愿服务夜班公交末站的热水一二三，。、：？！“”《》（）—…·A b7-2026年%"
titles = st.text(st.sampled_from(SIGNS), min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool)


def measure(text: str) -> float:
    """Chinese characters are one wide, others about half."""
    return sum(0.55 if sign.isascii() else 1.0 for sign in text)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("周淑兰", ["周淑兰"]),
        ("夜班公交末站的热水", ["夜班公交", "末站的热水"]),
        ("搬出客厅的图书馆", ["搬出客厅的", "图书馆"]),
        ("两公分，二十件货", ["两公分，", "二十件货"]),
        ("“请看这边”", ["“请看这边”"]),
        ("2026年3月5日学雷锋", ["2026年3月5日", "学雷锋"]),
    ],
)
def test_titles_are_broken_as_a_reader_would(title: str, lines: list[str]) -> None:
    assert break_title(title, 7, 4, measure) == lines


@given(titles, st.integers(3, 12), st.integers(1, 6))
def test_no_line_is_too_long_or_begins_or_ends_wrongly(title: str, width: int, most: int) -> None:
    lines = break_title(title, width, most, measure) or cut_title(title, width, most, measure)
    assert 1 <= len(lines) <= most
    assert all(line and line == line.strip() for line in lines)
    runs = max(len(run) for run in "".join(sign if sign in NO_START | NO_END else " " for sign in title).split(" "))
    if runs <= 1:
        assert all(measure(line) <= width for line in lines)
        assert not any(line[0] in NO_START for line in lines[1:])
        assert not any(line[-1] in NO_END for line in lines[:-1])


@given(titles, st.integers(4, 12), st.integers(1, 6))
def test_a_broken_title_keeps_every_character(title: str, width: int, most: int) -> None:
    lines = break_title(title, width, most, measure)
    if lines is not None:
        assert "".join(lines).replace(" ", "") == title.replace(" ", "")


def test_a_title_that_is_too_long_is_cut_at_the_end() -> None:
    lines = cut_title("志愿服务" * 30, 6, 3, measure)
    assert len(lines) == 3
    assert lines[-1].endswith(ELLIPSIS)
    assert "".join(lines).count(ELLIPSIS) == 1


def test_no_single_character_stands_alone_in_the_last_line() -> None:
    lines = break_title("一二三四五六七八，九", 9, 2, measure)
    assert lines is not None
    assert len(lines[-1]) >= 2


def test_a_foreign_word_stays_whole_while_a_line_can_hold_it() -> None:
    assert break_title("学习 Volunteering 精神", 8, 4, measure) == ["学习", "Volunteering", "精神"]
    assert break_title("Donaudampfschifffahrt", 6, 4, measure)


def test_breaks_are_judged() -> None:
    assert quality(["两公分，", "二十件货"]) == 2
    assert quality(["夜班公交", "末站的热水"]) == 1
    assert quality(["搬出客", "厅的图书馆"]) == 0
