"""Blocks of HTML: their tags are cut out of the text, which is then parsed again, so that the words in them stay Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import comrak

from generator.model.body import Defect, Flaw

from .directives import fence_number
from .manuscript import Manuscript
from .tags import Tag, shorten, tag, tags

_LONGEST_CODE = 10_000

Cut = tuple[int, int]


def cuts(root: comrak.AstNode, manuscript: Manuscript, opened: set[str]) -> tuple[list[Cut], list[Defect]]:
    """Stretches (offsets) to cut from the manuscript that ``root`` was parsed from, and what to say about them.

    ``opened`` collects the names of tags already blamed, whose closing tags need no blame of their own.
    Nothing is cut from a block that is only a comment or holds only HTML that may stay.
    """
    found: list[Cut] = []
    defects: list[Defect] = []
    last_comment = manuscript.text.rfind("-->")
    for node in _walk(root):
        value = node.node_value
        if isinstance(value, comrak.HtmlBlock):
            if fence_number(value.value.literal) is None:
                _cut_block(node, manuscript, found, defects, opened)
        elif isinstance(value, comrak.HtmlInline):
            _cut_code(node, value.value, manuscript, found, defects)
        elif isinstance(value, comrak.Text) and "<!--" in value.value:
            _cut_comment(node, manuscript, last_comment, found)
    return found, defects


def _walk(root: comrak.AstNode) -> Iterator[comrak.AstNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.children)


def _cut_block(
    node: comrak.AstNode, manuscript: Manuscript, found: list[Cut], defects: list[Defect], opened: set[str]
) -> None:
    place = node.sourcepos
    start = manuscript.offset(place.start.line, place.start.column)
    source = manuscript.text[start : manuscript.line_end(place.end.line)]
    inside = list(tags(source))
    if source.lstrip().startswith("<!--") and "-->" not in source:
        at = start + source.index("<!--")
        found.append((at, at + 4))
        defects.append(Defect(Flaw.RAW_HTML, shorten(source), manuscript.mark_at(at, 4)))
        return
    comments_only = not _without(source, [one for one in inside if one.is_comment]).strip()
    if comments_only or (all(one.plain for one in inside) and ":::" not in source):
        return
    skip = 0
    for number, one in enumerate(inside):
        if one.start < skip or one.plain:
            continue
        end = one.end
        if one.holds_code and not one.closing:
            end = next((later.end for later in inside[number:] if later.closing and later.name == one.name), end)
            skip = end
        found.append((start + one.start, start + end))
        if not one.is_comment and not (one.closing and one.name in opened):
            defects.append(Defect(Flaw.RAW_HTML, one.detail, manuscript.mark_at(start + one.start, len(one.written))))
        if not one.closing:
            opened.add(one.name)


def _cut_code(
    node: comrak.AstNode, written: str, manuscript: Manuscript, found: list[Cut], defects: list[Defect]
) -> None:
    """A program inside a paragraph goes as a whole, or its text would stay to be read."""
    opening = tag(written)
    if opening is None or opening.closing or not opening.holds_code:
        return
    start = manuscript.offset(node.sourcepos.start.line, node.sourcepos.start.column)
    text = manuscript.text
    closing = re.compile(f"</{opening.name}[^<>]*>", re.IGNORECASE).search(text, start, start + _LONGEST_CODE)
    if closing is not None and (not found or found[-1][1] <= start or found[-1][0] > start):
        found.append((start, closing.end()))
        defects.append(Defect(Flaw.RAW_HTML, opening.detail, manuscript.mark_at(start, len(written))))


def _cut_comment(node: comrak.AstNode, manuscript: Manuscript, last: int, found: list[Cut]) -> None:
    """A note that runs over a blank line is no comment to Markdown, and would be published."""
    place = node.sourcepos
    position = manuscript.offset(place.start.line, place.start.column)
    limit = manuscript.offset(place.end.line, place.end.column)
    text = manuscript.text
    while 0 <= (at := text.find("<!--", position, limit + 1)) < last:
        end = text.find("-->", at)
        if at == 0 or text[at - 1] != "\\":
            found.append((at, end + 3))
        position = end + 3


def _without(text: str, gone: list[Tag]) -> str:
    pieces: list[str] = []
    position = 0
    for one in gone:
        pieces.append(text[position : one.start])
        position = one.end
    return "".join(pieces) + text[position:]
