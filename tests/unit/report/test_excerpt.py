"""The caret stands under the right character, whatever the line holds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from generator.report.excerpt import excerpt


def shown(line: str, column: int, length: int = 1) -> tuple[str, str]:
    found = excerpt([line], 1, column, length)
    assert found is not None
    return found.line, found.caret


@pytest.mark.parametrize(
    ("line", "column", "length", "expected"),
    [
        ("abcdef", 3, 2, ("abcdef", "  ^^")),
        ("标题: 热水", 5, 2, ("标题: 热水", " " * 6 + "^^^^")),
        ("\tname: x", 2, 4, ("    name: x", "    ^^^^")),
        ("  两格", 0, 1, ("  两格", "  ^^^^")),
        ("ab", 3, 1, ("ab", "  ^")),
        ("𠮷野家", 2, 1, ("𠮷野家", "  ^^")),
        ("👩‍🚒来了", 4, 1, ("👩‍🚒来了", "  ^^")),
    ],
)
def test_caret(line: str, column: int, length: int, expected: tuple[str, str]) -> None:
    assert shown(line, column, length) == expected


def test_a_paragraph_is_cut_round_the_place() -> None:
    paragraph = "夜里的站台上总有一壶热水，" * 60 + "[链接](坏)" + "司机们都知道。" * 60
    column = paragraph.index("[") + 1
    line, caret = shown(paragraph, column, len("[链接](坏)"))
    assert cell_len(line) <= 76
    assert line.startswith("…") and line.endswith("…")
    assert line[_character_at(line, len(caret) - len(caret.lstrip())) :].startswith("[链接](坏)")


def _character_at(line: str, cells: int) -> int:
    return next(index for index in range(len(line) + 1) if cell_len(line[:index]) == cells)


def test_a_place_longer_than_the_line_is_cut_too() -> None:
    line, caret = shown("好" * 500, 1, 500)
    assert cell_len(line) <= 76 and len(caret) <= 76


@pytest.mark.parametrize(("source", "line"), [("", 1), ("a\nb", 3), ("a\n\nb", 2), ("a", 0)])
def test_no_excerpt_of_what_is_not_there(source: str, line: int) -> None:
    assert excerpt(source.split("\n"), line, 1, 1) is None


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=300), st.integers(0, 400), st.integers(1, 400))
def test_any_line_any_place(text: str, column: int, length: int) -> None:
    found = excerpt(text.split("\n"), 1, column, length)
    if found is not None:
        assert not any(unicodedata.category(sign) == "Cc" for sign in found.line)
        assert cell_len(found.line) <= 76
        assert set(found.caret) <= {" ", "^"} and "^" in found.caret
        assert len(found.caret) <= 78
