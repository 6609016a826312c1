"""The text of a kit as HTML for the editor of WeChat official accounts (公众号).

What that editor takes: inline styles and plain elements. It strips scripts, ids and style sheets, drops
pictures from elsewhere and links to other sites, and flattens lists in lists. So pictures
are places marked in the text, links are words, and lists are paragraphs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from generator.model.wechat import AUTHOR, DIGEST, TITLE

from .blocks import Block, Break, Heading, Item, Paragraph, Picture, Quote, Table
from .html_blocks import as_html
from .plain_forms import caption_of, closing_lines, dateline, embargo_line
from .sheet import KitSheet

CONTENT, CONTENT_LIMIT = 18_000, 20_000
"""Characters of the text with its markup: what we keep below, and what is refused."""

COLUMN = 677
"""Pixels; the width of an article's column on a computer."""

ARTICLE = "data-article"
"""The attribute of the element that holds the article and nothing else."""

_RED, _SOFT, _INK = "#b5371f", "#6b6258", "#22252a"
_TEXT = f"font-size:17px;line-height:1.8;color:{_INK};letter-spacing:0.5px;text-align:justify"
_PARAGRAPH = "margin:0 0 1.2em"
_STYLES = {
    "p": _PARAGRAPH,
    "h2": f"margin:2em 0 1em;padding-left:10px;border-left:4px solid {_RED};font-size:20px;font-weight:bold;line-height:1.4",
    "h3": "margin:1.6em 0 0.8em;font-size:18px;font-weight:bold",
    "blockquote": f"margin:1.5em 0;padding:4px 16px;border-left:3px solid {_RED};font-size:18px",
    "speaker": f"margin:0.6em 0 0;font-size:15px;color:{_SOFT}",
    "place": f"margin:1.5em 0 0.4em;padding:28px 12px;border:1px dashed {_RED};text-align:center;font-size:15px;color:{_RED}",
    "caption": f"margin:0 0 1.6em;font-size:14px;line-height:1.6;color:{_SOFT};text-align:center",
    "item": "margin:0 0 0.5em;padding-left:1.2em;text-indent:-1.2em",
    "deeper": "margin:0 0 0.5em;padding-left:3em;text-indent:-1.2em",
    "table": "width:100%;border-collapse:collapse;margin:0 0 1.2em;font-size:15px",
    "cell": "border:1px solid #cfc7bb;padding:6px 8px",
    "hr": "border:0;border-top:1px solid #cfc7bb;margin:2em 0",
    "small": f"margin:0 0 0.4em;font-size:14px;line-height:1.6;color:{_SOFT}",
}


def article(sheet: KitSheet, blocks: Sequence[Block]) -> str:
    """What goes into the editor, in the full dress if that fits, else with paragraphs as the editor sets them."""
    full = _article(sheet, blocks, _STYLES)
    bare = dict.fromkeys(("p", "item", "deeper", "cell"), "")
    return full if len(full) <= CONTENT else _article(sheet, blocks, {**_STYLES, **bare})


def digest_of(summary: str) -> str:
    """The summary, cut after a sentence if it is too long for the field."""
    if len(summary) <= DIGEST:
        return summary
    end = max(summary.rfind(stop, 0, DIGEST) for stop in "。！？”")
    return summary[: end + 1] if end >= DIGEST // 3 else summary[: DIGEST - 1] + "…"


def fields(sheet: KitSheet, html: str) -> list[tuple[str, str, int, int]]:
    """What goes into which field: name, text, its length, and the most that the field takes. The article's text is left out."""
    rows = (("标题", sheet.title, TITLE), ("作者", sheet.byline, AUTHOR), ("摘要", digest_of(sheet.brief), DIGEST))
    return [*((name, text, len(text), most) for name, text, most in rows), ("正文", "", len(html), CONTENT_LIMIT)]


def wechat_data(sheet: KitSheet, html: str) -> str:
    """The article for the script that copies and shows it: a published page holds no inline styles, a string may."""
    found = {
        "fields": [
            {"name": name, "text": text, "length": length, "most": most}
            for name, text, length, most in fields(sheet, html)
        ],
        "html": html,
    }
    return json.dumps(found, ensure_ascii=False) + "\n"


def wechat_page(sheet: KitSheet, html: str, covers: Sequence[str], sizes: Mapping[str, int]) -> str:
    """A page of its own: what to enter in which field, the article at the width of the real one, the pictures in order.

    ``covers`` are the names of the two cover files, ``sizes`` the bytes of every picture file by name.
    """
    about = "".join(
        f"<p><strong>{name}</strong>（{length}/{most}）{escape(text)}{_too_long(length, most)}</p>"
        for name, text, length, most in fields(sheet, html)
    )
    about += f"<p><strong>封面</strong>：{escape('、'.join(covers))}（2.35∶1 和 1∶1）</p>"
    if warning := embargo_line(sheet):
        about = f'<p style="color:{_RED}"><strong>{escape(warning)}</strong></p>{about}'
    if sheet.url:
        about += f'<p><strong>阅读原文</strong>：<a href="{escape(sheet.url)}">{escape(sheet.url)}</a></p>'
    listed = "".join(
        f"<li>{escape(picture.name)}（{max(1, round(sizes[picture.name] / 1024))} KB）{escape(picture.credit.caption)}</li>"
        for picture in sheet.pictures
        if picture.name in sizes
    )
    pictures = f"<h2>图片，按顺序插入正文里标出的位置</h2><ol>{listed}</ol>" if listed else ""
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>微信版：{escape(sheet.title)}</title></head>"
        '<body style="margin:0;background:#f2efe9;font-family:sans-serif;color:#22252a">'
        f'<main style="max-width:{COLUMN}px;margin:0 auto;padding:16px;background:#fff;overflow-wrap:break-word">'
        f'<h1 style="font-size:22px">微信版：{escape(sheet.title)}</h1>'
        f'<div style="font-size:15px;line-height:1.7">{about}</div>{_line(_STYLES)}'
        f"<div {ARTICLE}>{html}</div>{_line(_STYLES)}"
        f'<div style="font-size:15px;line-height:1.7">{pictures}</div></main></body></html>\n'
    )


def _too_long(length: int, most: int) -> str:
    return f'<br><strong style="color:{_RED}">超过{most}字，请删短后再填</strong>' if length > most else ""


def _article(sheet: KitSheet, blocks: Sequence[Block], styles: Mapping[str, str]) -> str:
    head = [sheet.subtitle, dateline(sheet)]
    opening = "".join(_element("p", "small", escape(text), styles) for text in head if text)
    small = "".join(_element("p", "small", escape(text), styles) for text in closing_lines(sheet))
    return (
        f'<section style="{_TEXT}">{opening}{"".join(_blocks(sheet, blocks, styles))}{_line(styles)}{small}</section>'
    )


def _element(tag: str, style: str, html: str, styles: Mapping[str, str]) -> str:
    dress = styles[style]
    return f'<{tag} style="{dress}">{html}</{tag}>' if dress else f"<{tag}>{html}</{tag}>"


def _line(styles: Mapping[str, str]) -> str:
    return f'<hr style="{styles["hr"]}">'


def _blocks(sheet: KitSheet, blocks: Sequence[Block], styles: Mapping[str, str]) -> Iterator[str]:
    number = 0
    for block in blocks:
        match block:
            case Heading():
                tag = "h2" if block.level <= 2 else "h3"
                yield _element(tag, tag, escape(block.text), styles)
            case Paragraph():
                yield _element("p", "p", as_html(block.runs, links=False), styles)
            case Quote():
                inner = "".join(f"<p>{as_html(runs, links=False)}</p>" for runs in block.paragraphs)
                speaker = f"——{escape(block.speaker)}"
                inner += _element("p", "speaker", speaker, styles) if block.speaker else ""
                yield _element("blockquote", "blockquote", inner, styles)
            case Item():
                words = f"{escape(block.mark or '•')} {as_html(block.runs, links=False)}"
                yield _element("p", "deeper" if block.depth else "item", words, styles)
            case Table():
                yield _table(block, styles)
            case Break():
                yield _line(styles)
            case Picture():
                number += 1
                name = sheet.picture(block.file).name
                yield _element("p", "place", f"［图{number}：{escape(name)}，插在这里］", styles)
                if words := caption_of(sheet, block):
                    yield _element("p", "caption", escape(words), styles)


def _table(block: Table, styles: Mapping[str, str]) -> str:
    rows = "".join(
        f"<tr>{''.join(_element('td', 'cell', as_html(cell, links=False), styles) for cell in row)}</tr>"
        for row in block.rows
    )
    return _element("table", "table", f"<tbody>{rows}</tbody>", styles)
