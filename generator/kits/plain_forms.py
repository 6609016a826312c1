"""The text of a kit as plain text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from .blocks import Block, Break, Heading, Item, Paragraph, Picture, Quote, Run, Runs, Table, plain
from .sheet import KitSheet

PHOTOS = "photos/"
"""Where a kit's pictures lie in it."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_NUMBERED = re.compile(r"^(\d+)([.)])", re.MULTILINE)
_MARKED = re.compile(r"^([-+])(?=\s)", re.MULTILINE)


def caption_of(sheet: KitSheet, picture: Picture) -> str:
    """What is printed under a picture: caption, credit, and the label of what AI made."""
    found = sheet.picture(picture.file)
    words = (picture.caption or found.credit.caption, found.credit.byline, "人工智能生成" if found.ai else "")
    return "　".join(word for word in words if word)


def dateline(sheet: KitSheet) -> str:
    """Author and days, as one line."""
    published, changed = sheet.dates
    mended = f"{changed}更正" if changed != published else ""
    return "　".join(part for part in (sheet.byline, published, mended) if part)


def closing_lines(sheet: KitSheet) -> list[str]:
    """What stands under the text in every form: rights, credit, corrections, and that something was left out."""
    lines = [f"转载许可：{sheet.rights}。", f"署名请写：{sheet.credit_line}"]
    if sheet.press_phone:
        lines.append(f"媒体联系：{sheet.organiser}，{sheet.press_phone}")
    lines += [f"更正（{when}）：{text}" for _, when, text in sheet.changes]
    if sheet.left_out:
        lines.append(left_out_line(sheet.left_out))
    return lines


def left_out_line(count: int) -> str:
    """That pictures are missing, and why."""
    return f"另有{count}张图片没有放进资料包：只许本站使用，或没有取得转载授权。需要时请和我们联系。"


def embargo_line(sheet: KitSheet) -> str:
    """The warning on every page of a kit that goes out ahead of time; "" on all others."""
    if not sheet.embargo:
        return ""
    until = datetime.fromisoformat(sheet.embargo)
    day = f"{until.year}年{until.month}月{until.day}日{until:%H:%M}"
    return f"限时稿：{day}前不得发表、转发、上网，也不得给第三方。"


def plain_text(sheet: KitSheet, blocks: Sequence[Block]) -> str:
    """Lines separated by empty ones; for a system that takes nothing but characters."""
    parts = [
        embargo_line(sheet),
        sheet.title,
        sheet.subtitle,
        dateline(sheet),
        sheet.summary,
        *_plain_blocks(sheet, blocks),
        "————",
    ]
    return "\n\n".join(part for part in (*parts, "\n".join(closing_lines(sheet))) if part) + "\n"


def _plain_blocks(sheet: KitSheet, blocks: Sequence[Block]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if isinstance(block, Item):
            items.append(f"{'  ' * block.depth}{block.mark or '·'} {plain(block.runs)}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        match block:
            case Heading():
                yield f"【{block.text}】" if block.level > 2 else f"■ {block.text}"
            case Paragraph():
                yield plain(block.runs)
            case Quote():
                words = "\n".join(plain(runs) for runs in block.paragraphs)
                yield words + (f"\n——{block.speaker}" if block.speaker else "")
            case Table():
                yield "\n".join("\t".join(plain(cell).replace("\n", " ") for cell in row) for row in block.rows)
            case Break():
                yield "* * *"
            case Picture():
                yield f"［图片 {sheet.picture(block.file).name}］{caption_of(sheet, block)}"
    if items:
        yield "\n".join(items)


def markdown(sheet: KitSheet, blocks: Sequence[Block]) -> str:
    """CommonMark with tables."""
    head = [_quiet(embargo_line(sheet)), f"# {_quiet(sheet.title)}", _quiet(sheet.subtitle), _quiet(dateline(sheet))]
    if sheet.summary:
        head.append(f"**{_quiet(sheet.summary)}**")
    closing = [_quiet(text) for text in closing_lines(sheet)]
    parts = [*head, *_markdown_blocks(sheet, blocks), "---", *closing]
    return "\n\n".join(part for part in parts if part) + "\n"


def _markdown_blocks(sheet: KitSheet, blocks: Sequence[Block]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if isinstance(block, Item):
            items.append(f"{'    ' * block.depth}{block.mark or '-'} {_marked(block.runs, '    ' * (block.depth + 1))}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        match block:
            case Heading():
                yield f"{'#' * block.level} {_quiet(block.text)}"
            case Paragraph():
                yield _marked(block.runs)
            case Quote():
                words = [_marked(runs).replace("\n", "\n> ") for runs in block.paragraphs]
                words += [f"——{_quiet(block.speaker)}"] if block.speaker else []
                yield "> " + "\n>\n> ".join(words)
            case Table():
                yield _markdown_table(block)
            case Break():
                yield "---"
            case Picture():
                found, under = sheet.picture(block.file), caption_of(sheet, block)
                yield f"![{_quiet(found.alt)}]({PHOTOS}{found.name})" + (f"\n\n*{_quiet(under)}*" if under else "")
    if items:
        yield "\n".join(items)


def _markdown_table(block: Table) -> str:
    rows = [[_marked(cell).replace("\n", " ") for cell in row] for row in block.rows]
    width = max(map(len, rows))
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    if not block.headed:
        lines.insert(0, "|" + "  |" * width)
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _marked(runs: Runs, indent: str = "") -> str:
    """Emphasis is written where CommonMark takes it for that: not around blanks."""
    return "".join(map(_marked_run, runs)).replace("\n", f"  \n{indent}")


def _marked_run(run: Run) -> str:
    text = _quiet(run.text)
    if run.url:
        return f"[{text}](<{run.url}>)"
    sign, tag = ("**", "strong") if run.bold else ("*", "em") if run.italic else ("", "")
    if not sign or text.strip() != text:
        return text
    if not run.text[0].isalnum() or not run.text[-1].isalnum():
        # CommonMark takes signs between a letter and a punctuation mark, as in 学**“雷锋”**精神, for what they are.
        return f"<{tag}>{text}</{tag}>"
    return f"{sign}{text}{sign}"


def _quiet(text: str) -> str:
    """Characters that mean something in Markdown mean themselves."""
    return _MARKED.sub(r"\\\1", _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text)))
