"""Quotation marks, brackets and title marks come in pairs (GB/T 15834—2011, 4.8, 4.9, 4.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity

from .prose import Place, Prose
from .registry import prose_rule

_CLOSING = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "「": "」", "『": "』", "【": "】"}
_OPENING = {close: opening for opening, close in _CLOSING.items()}
_GRAVE = frozenset("“”《》（）「」『』【】〈〉")
"""A single quotation mark may be an apostrophe, so it alone is never reported."""
_NUMBERED = re.compile(r"(?:^|[。；，、：！？\s\0*>-])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")


def unpaired(text: str) -> bool:
    """Whether some sign has not as many partners; quick, and for the whole file."""
    return any(text.count(opening) != text.count(close) for opening, close in (("“", "”"), ("《", "》"), ("（", "）")))


@prose_rule("marks-unpaired", Severity.WARNING, "引号、括号或书名号不成对", glance=unpaired)
def marks_unpaired(prose: Prose) -> Iterator[Place]:
    """What is opened in a paragraph is closed there.

    Of a quotation that runs over several paragraphs each begins with an opening mark and only the last has a
    closing one, so an opening one may stay open if the next paragraph begins with one, too.
    """
    lines = [(start, line) for start, line in prose.paragraphs() if line.strip("\0 \t")]
    lonely: list[tuple[int, str]] = []
    for index, (start, line) in enumerate(lines):
        following = _first_sign(lines[index + 1][1]) if index + 1 < len(lines) else ""
        for place, sign in _in_paragraph(line, following):
            if lonely and sign in _OPENING and lonely[-1][1] == _OPENING[sign]:
                lonely.pop()  # a pair round several paragraphs, as round the articles of a law
            else:
                lonely.append((start + place, sign))
    for place, sign in lonely:
        if sign in _GRAVE:
            partner = _CLOSING.get(sign) or _OPENING[sign]
            which = "后" if sign in _CLOSING else "前"
            yield Place(
                place,
                1,
                f"这里的“{sign}”没有配对的“{partner}”（GB/T 15834—2011，4.8、4.9、4.15：引号、括号、书名号都由两部分组成）。",
                f"在{which}面补上“{partner}”；看看是不是两个都打成了同一边的。",
            )


def _in_paragraph(line: str, following: str) -> Iterator[tuple[int, str]]:
    """Signs without a partner, with their places; ``following`` is the first sign of the next paragraph."""
    opened: list[tuple[int, str]] = []
    waiting = dict.fromkeys(_CLOSING, 0)  # how often each sign stands in ``opened``
    for place, sign in enumerate(line):
        if sign in _CLOSING:
            opened.append((place, sign))
            waiting[sign] += 1
        elif sign in _OPENING:
            wanted = _OPENING[sign]
            if waiting[wanted]:
                while opened[-1][1] != wanted:
                    waiting[opened[-1][1]] -= 1
                    yield opened.pop()
                opened.pop()
                waiting[wanted] -= 1
            elif not (_is_number(line, place, sign) or _is_face(line, place)):
                yield place, sign
    for place, sign in opened:
        if not (sign in "“‘「" and following == sign):
            yield place, sign


def _is_face(line: str, place: int) -> bool:
    """Whether a bracket is the mouth of a face, as in ：）."""
    return place > 0 and line[place - 1] in "：:；;"


def _is_number(line: str, place: int, sign: str) -> bool:
    """Whether a closing bracket ends the number of an item, as in 1） or 二）."""
    return sign == "）" and _NUMBERED.search(line[max(0, place - 4) : place]) is not None


def _first_sign(line: str) -> str:
    return line.lstrip("\0 \t>*#-")[:1]
