"""What stands around the text: title, unit, author, telephone numbers; and headings that only look like headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .blocks import Block, Draft, Heading, Paragraph, Picture, Run, Runs, words

_TITLE_LONGEST = 80
_HEADING_LONGEST = 30
_OPENING, _CLOSING = 8, 5
"""So many blocks at the beginning and the end may tell who handed the text in."""
_UNIT = ("报送单位", "供稿单位", "来稿单位", "选送单位", "推荐单位", "投稿单位", "上报单位", "供稿", "来稿")
_AUTHOR = ("通讯员", "撰稿人", "供稿人", "投稿人", "报送人", "撰稿", "作者", "文字", "文")
_PHONE = (
    "联系电话",
    "联系方式",
    "电话",
    "手机",
    "手机号",
    "手机号码",
    "微信",
    "邮箱",
    "电子邮箱",
    "身份证号",
    "银行卡号",
    "开户行",
)
_EDITORS = (
    "编辑",
    "责编",
    "责任编辑",
    "校对",
    "审核",
    "审校",
    "一审",
    "二审",
    "三审",
    "初审",
    "复审",
    "终审",
    "监制",
    "来源",
    "联系人",
    "日期",
    "报送日期",
    "投稿日期",
)
_LABELS = (*_UNIT, *_AUTHOR, *_PHONE, *_EDITORS)
_LABEL = "|".join(sorted((r"\s*".join(label) for label in _LABELS), key=len, reverse=True))
_SEGMENT = re.compile(rf"({_LABEL})\s*[:：/／|丨｜]\s*(.*?)\s*(?=(?:[\s,，;；|]+(?:{_LABEL})\s*[:：/／|丨｜])|$)")
_SIGNED = re.compile(
    r"[（(]\s*(?:本报|本网)?\s*(?:通讯员|记者|撰稿|作者|供稿|文)\s*[:：/／]?\s*([^（）()]{2,40})[）)]\s*$"
)
_ENDS = "。！？；，、：…!?;,:"
_NAMES = re.compile(r"\s*[、,，/／]\s*|\s{1,}")
_NAME = re.compile(r"[\u3400-\u9fff·]{2,8}")
_PLAIN_TITLE = re.compile(r"^(?:标\s*题|题\s*目)\s*[:：]\s*")


def find_masthead(draft: Draft) -> None:
    """Take title, unit and author out of the blocks, and what is nobody's business."""
    draft.contributor = names(draft.contributor) if draft.contributor else ""
    _find_title(draft)
    count = len(draft.blocks)
    kept: list[Block] = []
    for number, block in enumerate(draft.blocks):
        at_edge = number < _OPENING or number >= count - _CLOSING
        if at_edge and isinstance(block, Paragraph) and _understood(draft, words(block.runs)):
            continue
        kept.append(_without_signature(draft, block) if number >= count - _CLOSING else block)
    draft.blocks = kept
    draft.blocks = list(_with_headings(draft.blocks))


def _find_title(draft: Draft) -> None:
    """The title: what is styled so, or the first heading, or a short first paragraph that ends in no stop."""
    for number, block in enumerate(draft.blocks[:_OPENING]):
        if isinstance(block, Picture):
            continue
        if not isinstance(block, Heading | Paragraph):
            return
        text = _PLAIN_TITLE.sub("", words(block.runs))
        if draft.title:
            if _bare(text) == _bare(draft.title):
                del draft.blocks[number]
            return
        if isinstance(block, Paragraph) and _SEGMENT.match(text):
            continue
        fits = 0 < len(text) <= _TITLE_LONGEST and (isinstance(block, Heading) or text[-1] not in _ENDS)
        if fits and (isinstance(block, Heading) or block.centred or len(text) <= _HEADING_LONGEST + 10):
            draft.title = text
            del draft.blocks[number]
        return


def _understood(draft: Draft, text: str) -> bool:
    """Whether a line only says who wrote it, and how to reach them."""
    if len(text) > 120:
        return False
    found = list(_SEGMENT.finditer(text))
    if not found or found[0].start() > 1 or text[: found[0].start()].strip("（("):
        return False
    for segment in found:
        label, value = re.sub(r"\s", "", segment[1]), segment[2].strip(" 　，,；;）)")
        if len(value) > 40 or value.endswith("。"):
            return False
        if label in _UNIT:
            draft.unit = draft.unit or value
        elif label in _AUTHOR:
            draft.contributor = draft.contributor or names(value)
        elif label in _PHONE:
            draft.lose(f"“{label}”是个人信息，没有带进稿件")
        else:
            draft.lose(f"“{label}”一行没有带进稿件")
    return True


def _without_signature(draft: Draft, block: Block) -> Block:
    """A last paragraph without ``（通讯员 张三）``."""
    if not isinstance(block, Paragraph):
        return block
    text = "".join(run.text for run in block.runs)
    found = _SIGNED.search(text.rstrip())
    if found is None or len(text) - len(found[0]) < 2:
        if found is not None:
            draft.contributor = draft.contributor or names(found[1])
            return Paragraph(())
        return block
    draft.contributor = draft.contributor or names(found[1])
    return Paragraph(_cut(block.runs, found.start()), block.centred, block.small, block.caption, block.quoted)


def names(text: str) -> str:
    """Several names divided by marks of enumeration; a name of two characters that was spread is closed again."""
    parts = [part for part in _NAMES.split(re.sub(r"^(?:通讯员|记者)\s*", "", text.strip())) if part]
    if len(parts) == 2 and all(len(part) == 1 for part in parts):
        return "".join(parts)
    return "、".join(parts) if all(_NAME.fullmatch(part) for part in parts) else text.strip()


def _with_headings(blocks: list[Block]) -> Iterator[Block]:
    """Short paragraphs that are bold as a whole are headings: most who write in Word make them so."""
    for block in blocks:
        if isinstance(block, Paragraph) and not block.caption and not block.quoted:
            text = words(block.runs)
            bold = all(run.bold for run in block.runs if run.text.strip())
            if text and bold and len(text) <= _HEADING_LONGEST and text[-1] not in _ENDS:
                yield Heading(2, tuple(run._replace(bold=False) for run in block.runs))
                continue
        if not isinstance(block, Paragraph) or block.runs:
            yield block


def _cut(runs: Runs, length: int) -> Runs:
    kept: list[Run] = []
    for run in runs:
        kept.append(run._replace(text=run.text[:length]))
        length = max(0, length - len(run.text))
    return tuple(kept)


def _bare(text: str) -> str:
    return re.sub(r"[\s\W]", "", text)
