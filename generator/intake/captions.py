"""Which paragraphs belong to pictures: captions, and who took them."""

from __future__ import annotations

import re
from dataclasses import replace

from .blocks import Block, Paragraph, Picture, words

_LONGEST = 60
_CENTRED_LONGEST = 40
"""Web editors centre whole articles: a longer paragraph that is only centred is text."""
_STYLED_LONGEST = 200
_MARKED = re.compile(
    r"^\s*(?:[△▲▼▽↑↓◎]+|图片?\s*[0-9一二三四五六七八九十]*\s*[:：.、．]|图片?\s*[0-9]+\s+|(?:图片说明|图说|图为)\s*[:：]?)\s*"
)
_KEPT_MARK = re.compile(r"^图为")
_CREDIT = re.compile(
    r"[\s，,。；;]*[（(]?\s*(?:(?:摄影|图片?来源|供图|图片?)\s*[:：/／|丨]\s*([^\s（）()。，]{2,20})"
    r"|([\u3400-\u9fff·]{2,4}(?:[、 ][\u3400-\u9fff·]{2,4}){0,2})\s*(?:/|／)?\s*(?:摄影|摄|供图))\s*[）)]?\s*[。.]?\s*$"
)
_ONLY_CREDIT = re.compile(r"^[（(]?\s*(?:摄影|图片?|供图|图片来源)\s*[:：/／|丨]\s*([^（）()。]{2,30}?)\s*[）)]?$")


def join_captions(blocks: list[Block]) -> list[Block]:
    """The blocks with captions at their pictures instead of below them."""
    joined: list[Block] = []
    fresh = False
    """The last block is a picture that has no caption yet."""
    for block in blocks:
        if isinstance(block, Picture):
            joined.append(_with_credit(block) if block.caption else block)
            fresh = not block.caption
        elif fresh and isinstance(block, Paragraph) and is_caption(block):
            picture = joined[-1]
            assert isinstance(picture, Picture)
            joined[-1] = _with_credit(replace(picture, caption=words(block.runs)))
            fresh = False
        elif isinstance(block, Paragraph) and not words(block.runs):
            joined.append(block)
        else:
            joined.append(block)
            fresh = False
    return _with_common_credit(joined)


def is_caption(paragraph: Paragraph) -> bool:
    """Whether a paragraph below a picture speaks of it: styled or marked so, or short and set apart."""
    text = words(paragraph.runs)
    if not text:
        return False
    if paragraph.caption:
        return len(text) <= _STYLED_LONGEST
    if _MARKED.match(text) or (_CREDIT.search(text) and len(text) <= _LONGEST):
        return len(text) <= _STYLED_LONGEST
    apart = paragraph.small or (paragraph.centred and len(text) <= _CENTRED_LONGEST)
    bold = all(run.bold for run in paragraph.runs if run.text.strip())
    return apart and not bold and len(text) <= _LONGEST


def _with_credit(picture: Picture) -> Picture:
    """``caption`` parted into what is seen and who took it, without the number and signs before it."""
    text = picture.caption if _KEPT_MARK.match(picture.caption) else _MARKED.sub("", picture.caption, count=1)
    found = _CREDIT.search(text)
    credit = picture.credit
    if found:
        credit = credit or (found[1] or found[2] or "").strip()
        text = text[: found.start()].rstrip()
    return replace(picture, caption=text.strip(), credit=credit)


def _with_common_credit(blocks: list[Block]) -> list[Block]:
    """``摄影：张三`` on a line of its own at the end, or at the beginning, names who took all pictures."""
    lines = [
        number
        for number, block in enumerate(blocks)
        if isinstance(block, Paragraph) and _ONLY_CREDIT.match(words(block.runs))
    ]
    if len(lines) != 1:
        return blocks
    block = blocks[lines[0]]
    assert isinstance(block, Paragraph)
    found = _ONLY_CREDIT.match(words(block.runs))
    assert found is not None
    rest = [*blocks[: lines[0]], *blocks[lines[0] + 1 :]]
    return [
        replace(item, credit=item.credit or found[1].strip()) if isinstance(item, Picture) else item for item in rest
    ]
