"""Blanks within Chinese text.

Official papers are set without blanks between Chinese characters and digits or Latin letters (house style, after the
examples of GB/T 9704—2012 and GB/T 15835—2011, which have none); lines of many web pages have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity

from .prose import Place, Prose
from .registry import prose_rule

_HAN = "一-鿿㐀-䶿"
_BESIDE_LATIN = re.compile(rf"(?<=[{_HAN}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[{_HAN}])")
"""One blank; more of them set something apart on purpose, as in a table without lines."""
_NUMBERED = re.compile(r"(?:第[一二三四五六七八九十百零0-9]{1,6}[条章节款编]|(?:^|\n)[#>*\s-]*[0-9A-Z]{1,3})$")
"""What stands before a blank that parts a number from its item."""
_BESIDE_SIGN = re.compile(
    rf"(?<=[{_HAN}0-9A-Za-z]) +(?=[，。、；：！？”）》])|(?<=[，。、；：！？“（《]) +(?=[{_HAN}0-9A-Za-z“（《])"
)
_MOST = 3
"""Whoever writes so writes so everywhere; three places are enough to see it."""


@prose_rule(
    "blank-beside-latin",
    Severity.ADVICE,
    "汉字与数字、字母之间有空格",
    gate=r"[\x{3400}-\x{9fff}] +[0-9A-Za-z]|[0-9A-Z%] +[\x{3400}-\x{9fff}]",
    tidies=True,
)
def blank_beside_latin(prose: Prose) -> Iterator[Place]:
    """Digits and Latin words stand beside Chinese characters without a blank (house style)."""
    found = [
        each
        for each in _BESIDE_LATIN.finditer(prose.visible)
        if each.start() >= prose.body_start
        and not _NUMBERED.search(prose.visible, max(0, each.start() - 12), each.start())
    ]
    for each in found[:_MOST]:
        around = prose.visible[max(0, each.start() - 4) : each.end() + 4].replace("\n", " ").strip("\0 ")
        many = f"这样的地方共有 {len(found)} 处。" if len(found) > 1 else ""
        yield Place.of(
            each,
            f"“{around}”中间有空格（本站用法：依公文惯例，汉字与数字、字母之间不空格）。",
            f"删掉空格。{many}",
            instead="",
        )


@prose_rule(
    "blank-beside-punctuation",
    Severity.WARNING,
    "标点前后有空格",
    gate=r"[\x{3400}-\x{9fff}0-9A-Za-z] +[，。、；：！？”）》]|[，。、；：！？“（《] +[\x{3400}-\x{9fff}0-9A-Za-z“（《]",
    tidies=True,
)
def blank_beside_punctuation(prose: Prose) -> Iterator[Place]:
    """Chinese punctuation brings its own room (GB/T 15834—2011, 5.1)."""
    for found in _BESIDE_SIGN.finditer(prose.visible):
        around = prose.visible[max(0, found.start() - 3) : found.end() + 3].replace("\n", " ").strip("\0 ")
        yield Place.of(
            found,
            f"“{around}”的标点旁边有空格（GB/T 15834—2011，5.1：标点占一个字位置，前后不再空格）。",
            "删掉空格。",
            instead="",
        )
