"""What holds for every text, and for texts made to bring a parser down."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published_markup import assert_harmless

from generator.model.body import EMPTY_BODY, Flaw
from generator.model.diagnostic import Mark
from generator.read.markdown import parse_body
from generator.read.markup.limits import MOST_CHARACTERS

_SCRAPS = [
    "雷锋", "“引号”", "，", "。", " ", "  ", "\n", "\n\n", "\n    ", "　　", "a", "1. ", "- ", "> ", "# ", "## ", "**", "*", "_", "~", "~~",
    "`", "```\n", "[", "](", ")", "![", "](a.jpg)", "[^1]", "[^1]: ", "[r]: x\n", "|", "|-|-|\n", "<b>", "</b>", "<mark>", "</mark>", "<br>",
    "<div>", "</div>\n", "<script>", "</script>", "<!--", "-->", "<", ">", "&", "&amp;", "&#xFDD0;", "\\", "://", "https://x.example", "<https://x.example>",
    "::: figure a.jpg\n", "::: 组图\n", "a.jpg\n", ":::\n", "\n:::\n", "：：：\n", "::: quote 甲\n", "::: person a\n", "::: video https://x.example\n",
    "::: x\n", "\u200b", "\ufdd0", "\ud800", "\r", "\x00", "\t", "\u2028", "😀", "𠮷", "---\n", "===\n", "<?", "?>",
]  # fmt: skip

_TEXTS = st.one_of(st.lists(st.sampled_from(_SCRAPS), max_size=40).map("".join), st.text())


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
def test_every_text_gives_harmless_html_and_marks_inside_the_file(text: str) -> None:
    outline, body = parse_body(text, 7)
    assert_harmless(body)
    lines = text.split("\n")
    for kind in ("headings", "links", "pictures", "mentions", "defects"):
        for item in getattr(outline, kind):
            _assert_inside(item.mark, lines)
    assert len(outline.opening) <= 160
    assert all(line.strip() for line in body.plain.split("\n") if body.plain)


def _assert_inside(mark: Mark, lines: list[str]) -> None:
    assert 7 <= mark.line < 7 + len(lines), mark
    width = len(lines[mark.line - 7])
    assert 1 <= mark.column <= width + 1, mark
    assert mark.length == 1 or mark.column + mark.length - 1 <= width, mark


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("雷锋精神，。“”abc ", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5))
def test_prose_is_kept_word_for_word(paragraphs: list[str]) -> None:
    _, body = parse_body("\n\n".join(paragraphs), 1)
    assert body.plain == "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["::: figure a.jpg", "::: quote 甲", "::: person a", "::: x", ":::", "文字", ""]), max_size=14
    )
)
def test_no_word_is_lost_however_directives_are_closed(lines: list[str]) -> None:
    numbered = [f"{line}{number}" if line == "文字" else line for number, line in enumerate(lines)]
    _, body = parse_body("\n".join(numbered), 1)
    for line in numbered:
        if line.startswith("文字"):
            assert line in body.plain


_FLOODS = {
    "quotations": "'>' * 100_000",
    "spaced quotations": "'> ' * 100_000",
    "lists": "'- ' * 10_000 + 'a'",
    "indented lists": "''.join(' ' * i + '- a\\n' for i in range(600))",
    "stars": "'*' * 90_000 + 'a' + '*' * 90_000",
    "emphasis": "'*a ' * 50_000",
    "nested emphasis": "'*a ' * 20_000 + 'b' + ' a*' * 20_000",
    "brackets": "'[' * 100_000",
    "links": "'[' * 40_000 + 'a' + '](b)' * 40_000",
    "pictures": "'![' * 30_000 + 'a' + '](b)' * 30_000",
    "open pictures": "'![[' * 60_000",
    "parentheses": "'[a]' + '(' * 150_000",
    "columns": "'|a' * 10_000 + '|\\n' + '|-' * 10_000 + '|\\n|b|\\n'",
    "cells": "'|a' * 1_000 + '|\\n' + '|-' * 1_000 + '|\\n' + '|b|\\n' * 40_000",
    "entities": "'&amp;' * 40_000",
    "backticks": "'`' * 1_000_000",
    "definitions": "''.join(f'[a{i}]: /u\\n' for i in range(10_000)) + '[a1]' * 10_000",
    "long definition": "'[a]: ' + 'x' * 100_000 + '\\n\\n' + '[a]' * 30_000",
    "footnotes": "'[^1]' * 40_000 + '\\n\\n[^1]: b'",
    "footnote chain": "''.join(f'[^{i}]: [^{i + 1}][^{i + 1}]\\n\\n' for i in range(8_000)) + '[^0]'",
    "bold tags": "'<b>' * 60_000",
    "mark tags": "'<mark>' * 30_000",
    "blocks of html": "'<div>\\n\\n' * 25_000",
    "quotations in html": "'<div>' + '>' * 150_000",
    "half tags": "'<a \"' * 50_000",
    "comments": "'a <!-- b\\n\\n' * 18_000",
    "directives": "'::: figure a.jpg\\n' * 11_000",
    "strays": "':::\\n' * 50_000",
    "headings": "'# 同\\n' * 40_000",
}


_PROGRAM = """
import sys, time
from generator.read.markdown import parse_body
for line in sys.stdin:
    text = eval(line)
    start = time.process_time()
    parse_body(text, 1)
    print(time.process_time() - start, flush=True)
"""


@pytest.fixture(scope="module")
def seconds() -> dict[str, float]:
    """Seconds of processor time for each flood, in a process of its own: native code cannot be caught crashing."""
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        input="\n".join(_FLOODS.values()),
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    return dict(zip(_FLOODS, map(float, run.stdout.split()), strict=False))


@pytest.mark.slow
@pytest.mark.parametrize("name", _FLOODS)
def test_no_flood_ends_or_stalls_the_process(name: str, seconds: dict[str, float]) -> None:
    assert name in seconds, f"the process ended after {list(seconds)[-1:]}"
    assert seconds[name] < 2


@pytest.mark.parametrize(
    "text",
    ["字" * (MOST_CHARACTERS + 1), "> " * 60 + "深", "*a " * 1_600 + " a*" * 1_600, "|a" * 70 + "\n" + "|-" * 70],
)
def test_too_much_is_told_and_nothing_else_is_kept(text: str) -> None:
    outline, body = parse_body(text, 12)
    assert body == EMPTY_BODY
    assert [(defect.flaw, defect.mark.line) for defect in outline.defects] == [(Flaw.TOO_LARGE, 12)]
    assert outline.characters == 0 and outline.opening == ""


def test_a_long_but_honest_text_is_parsed() -> None:
    text = ("**周三**，志愿者来到社区，" + "帮助老人量血压。" * 20 + "\n\n") * 900
    start = time.process_time()
    outline, _ = parse_body(text, 1)
    assert outline.defects == () and outline.characters > 100_000
    assert time.process_time() - start < 1.5
