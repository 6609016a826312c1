"""Remarks on single paragraphs, within the remarks of a record.

A line ``第 3 段“末站的灯还亮着”：时间和台账不符。`` is about the third paragraph; everything else is about the whole.
Paragraphs are what blank lines part in the text below the metadata, counted from 1. The opening in quotation marks
tells the paragraph when others were put before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_OPENING = 12
"""Characters; so many tell the paragraphs of a text apart, and a line stays readable."""

_LINE = re.compile(r"第 ?([1-9][0-9]{0,4}) ?段(?:“([^”\n]{1,40})”)?：(.+)")
_GAP = re.compile(r"\n[ \t]*\n")
_NO_OPENING = re.compile(r"[\s“”*_#>`\[\]()!:|-]+")


class ParagraphRemark(NamedTuple):
    """What somebody says of a paragraph: its number as she saw it, and how it began."""

    number: int
    opening: str
    text: str


def paragraphs(text: str) -> list[str]:
    """The paragraphs of an entry's Markdown, in order; blocks of any kind count."""
    return [part.strip() for part in _GAP.split(text.replace("\r\n", "\n")) if part.strip()]


def opening_of(paragraph: str) -> str:
    """The first characters of a paragraph, without marks and blanks."""
    return _NO_OPENING.sub("", paragraph)[:_OPENING]


def remarks_text(general: str, remarks: Iterable[ParagraphRemark]) -> str:
    """What stands in the record; "" when nothing was said."""
    lines = [general.strip()]
    for remark in remarks:
        said = " ".join(remark.text.split())
        quoted = f"“{remark.opening}”" if remark.opening else ""
        if said:
            lines.append(f"第 {remark.number} 段{quoted}：{said}")
    return "\n".join(line for line in lines if line)


def read_remarks(text: str) -> tuple[str, list[ParagraphRemark]]:
    """The general part of a record's remarks, and those on paragraphs."""
    general, found = [], []
    for line in text.splitlines():
        match = _LINE.fullmatch(line.strip())
        if match:
            found.append(ParagraphRemark(int(match[1]), match[2] or "", match[3].strip()))
        else:
            general.append(line)
    return "\n".join(general).strip(), found


def placed(remarks: Iterable[ParagraphRemark], texts: Sequence[str]) -> dict[int, list[str]]:
    """Remarks by the number of the paragraph that they are about now; 0 for those whose paragraph is gone."""
    openings = [opening_of(text) for text in texts]
    found: dict[int, list[str]] = {}
    for remark in remarks:
        at = remark.number if remark.number <= len(texts) else 0
        if remark.opening and (not at or openings[at - 1] != remark.opening):
            at = openings.index(remark.opening) + 1 if remark.opening in openings else 0
        found.setdefault(at, []).append(remark.text)
    return found
