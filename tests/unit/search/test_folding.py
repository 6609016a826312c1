"""What counts as the same character, and what lies between characters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from index_desk import folded, holds

from generator.search.folding import folded_character, traditional


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("學雷鋒", "学雷锋"),
        ("ＡＥＤ　２４", "aed 24"),
        ("“雷锋”精神", "雷锋精神"),
        ("第 3 届", "第3届"),
        ("下班，路上\n回家", "下班路上\n回家"),
        ("到了。再走", "到了\n再走"),
        ("3.5 公里", "3.5公里"),
        ("e\u0301t\u00e9", "\u00e9t\u00e9"),
        ("㎡和①", "m2和1"),
        ("👩\u200d⚕\ufe0f", "👩⚕"),
        ("葛\U000e0100洲", "葛洲"),
        ("𠮷野家", "𠮷野家"),
        ("", ""),
        ("，。！", ""),
    ],
)
def test_texts_are_folded_as_readers_expect(written: str, searched: str) -> None:
    assert folded(written) == searched


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("第15号楼", "5号", False),
        ("第15号楼", "15号", True),
        ("volunteer work", "work", True),
        ("homework", "work", False),
    ],
)
def test_words_and_numbers_are_found_from_their_beginning(text: str, query: str, found: bool) -> None:
    assert holds(folded(text), folded(query)) is found


def test_no_simplified_form_is_itself_a_traditional_one() -> None:
    table = traditional()
    assert len(table) > 3000
    assert not set(table.values()) & table.keys()
    assert folded_character("薴") == folded_character(folded_character("薴"))


def test_the_script_knows_the_traditional_characters_of_gb2312() -> None:
    script = Path(__file__).parents[3] / "theme/assets/search-folding.js"
    listed = re.search(r'for \(const each of "([^"]+)"\) common\.delete', script.read_text(encoding="utf-8"))
    assert listed
    assert set(listed[1]) == {each for each in traditional() if each.encode("gb2312", "ignore")}
