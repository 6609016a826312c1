"""A text is cut at its own headings, wherever its parts begin and end."""

from __future__ import annotations

from typing import Any

from generator.render.text_sections import in_sections


def html(text: str) -> dict[str, Any]:
    return {"type": "html", "html": text}


FIGURE: dict[str, Any] = {"type": "figure"}


def told(*parts: dict[str, Any]) -> list[tuple[int, str, str]]:
    return [
        (each["section"], each.get("html", each["type"]), each["heading"]["name"] if each["heading"] else "")
        for each in in_sections(parts)
    ]


def test_a_section_begins_at_each_heading() -> None:
    text = '<p>一</p>\n<h2 id="二">二</h2>\n<p>三</p>\n<h2 id="四">四 <em>五</em> &amp; 六</h2><p>七</p>'
    assert told(html(text)) == [
        (0, "<p>一</p>\n", ""),
        (1, '<h2 id="二">二</h2>\n<p>三</p>\n', "二"),
        (2, '<h2 id="四">四 <em>五</em> &amp; 六</h2><p>七</p>', "四 五 & 六"),
    ]
    assert in_sections([html(text)])[1]["heading"]["url"] == "#二"


def test_a_heading_that_opens_the_text_begins_the_first_section() -> None:
    assert told(html('<h2 id="a">甲</h2><p>一</p>'), html('<h2 id="b">乙</h2>')) == [
        (0, '<h2 id="a">甲</h2><p>一</p>', "甲"),
        (1, '<h2 id="b">乙</h2>', "乙"),
    ]


def test_pictures_belong_to_the_section_they_stand_in() -> None:
    assert told(FIGURE, html('<h2 id="a">甲</h2>'), FIGURE) == [
        (0, "figure", ""),
        (1, '<h2 id="a">甲</h2>', "甲"),
        (1, "figure", ""),
    ]


def test_a_heading_inside_a_quotation_or_list_cuts_nothing() -> None:
    text = '<blockquote><p>甲</p><h2 id="a">乙</h2></blockquote><ul><li><h2 id="b">丙</h2></li></ul>'
    assert told(html(text)) == [(0, text, "")]


def test_a_quotation_may_begin_in_one_part_and_end_in_another() -> None:
    parts = [html("<blockquote><p>甲"), FIGURE, html('</p><h2 id="a">乙</h2></blockquote><h2 id="b">丙</h2>')]
    assert [each[0] for each in told(*parts)] == [0, 0, 0, 1]


def test_signs_in_attributes_and_empty_elements_do_not_confuse() -> None:
    text = """<p><a href="x" title="1 > 2 <p>">甲</a><br><img src="a" alt='<b>'><hr></p>"""
    assert [each[0] for each in told(html(text + '<h2 id="a">乙</h2>'))] == [0, 1]


def test_no_text_is_no_part() -> None:
    assert in_sections([]) == []
