"""Remarks on paragraphs are lines of a record's remarks, and find their paragraph again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.review.remarks import ParagraphRemark, opening_of, paragraphs, placed, read_remarks, remarks_text
from generator.review.text_changes import sentences

TEXT = "## 灯\n\n夜里十一点，末站的灯还亮着。第二句。\n\n- 一\n- 二\n\n“热水”来了。\n"


def test_paragraphs_are_counted_as_in_changes() -> None:
    texts = paragraphs(TEXT)
    assert texts == ["## 灯", "夜里十一点，末站的灯还亮着。第二句。", "- 一\n- 二", "“热水”来了。"]
    assert {number for _, number in sentences(TEXT)} == set(range(1, len(texts) + 1))


def test_what_is_written_is_read_again() -> None:
    said = [ParagraphRemark(2, opening_of(paragraphs(TEXT)[1]), "时间\n不对"), ParagraphRemark(4, "", "好")]
    text = remarks_text(" 总的不错。\n再看看。 ", said)
    assert text == "总的不错。\n再看看。\n第 2 段“夜里十一点，末站的灯还亮”：时间 不对\n第 4 段：好"
    general, found = read_remarks(text)
    assert general == "总的不错。\n再看看。"
    assert found == [ParagraphRemark(2, "夜里十一点，末站的灯还亮", "时间 不对"), ParagraphRemark(4, "", "好")]


def test_an_opening_has_no_quotation_marks() -> None:
    assert opening_of("“热水”来了。") == "热水来了。"
    assert opening_of("**加粗**的[链接](https://x.example)") == "加粗的链接https//"[:12]


def test_a_remark_follows_its_paragraph() -> None:
    remark = ParagraphRemark(2, opening_of(paragraphs(TEXT)[1]), "时间不对")
    assert placed([remark], paragraphs(TEXT)) == {2: ["时间不对"]}
    assert placed([remark], paragraphs("新的一段。\n\n" + TEXT)) == {3: ["时间不对"]}
    assert placed([remark], ["全都不同。"]) == {0: ["时间不对"]}
    assert placed([ParagraphRemark(9, "", "没了")], ["一"]) == {0: ["没了"]}


@pytest.mark.parametrize("line", ["第 0 段：x", "第二段：x", "第 3 段", "第 3 段：", "说第 3 段：x"])
def test_other_lines_are_about_the_whole(line: str) -> None:
    assert read_remarks(line) == (line, [])


@given(st.text(max_size=200))
def test_any_text_comes_through(text: str) -> None:
    general, found = read_remarks(text)
    assert read_remarks(remarks_text(general, found)) == (general, found)
    for paragraph in paragraphs(text):
        assert "”" not in opening_of(paragraph)
        remark = ParagraphRemark(1, opening_of(paragraph), "说")
        assert read_remarks(remarks_text("", [remark])) == ("", [remark])
