"""The sheet on rights and contacts, the table of captions and the list of contents."""

from __future__ import annotations

from datetime import datetime

from generator.model.spreadsheet import spreadsheet
from generator.typeset.setting import Sheet, as_pdf

from .plain_forms import PHOTOS, embargo_line, left_out_line
from .sheet import KitSheet
from .videos import SUBTITLES

_MEANING = {
    "reprint": "可以全文登，也可以删节；不得改变原意，不得把几篇里的话合成一个人的话。",
    "ask": "请先打电话，说明登在哪里、登多少、什么时候登。",
}


def rights_rows(sheet: KitSheet) -> list[tuple[str, str]]:
    """What the sheet says, as names and texts."""
    published, changed = sheet.dates
    rows = [
        ("名称", sheet.title),
        ("类别", sheet.kind),
        ("转载许可", f"{sheet.rights}。{_MEANING.get(sheet.reuse, '')}"),
        ("署名请写", sheet.credit_line),
        (
            "图片",
            "每张图片的说明和作者见 captions.csv，也写在图片文件里。登图片须署作者名；标明人工智能生成的，标识不得去掉。",
        ),
        ("发布", published),
        ("资料包版本", f"第 {sheet.version} 版，{changed}"),
        ("原文", sheet.url),
        ("图片使用条款", sheet.rights_url),
        ("申请授权", sheet.licensor_url),
        ("媒体联系", f"{sheet.organiser}，{sheet.press_phone}" if sheet.press_phone else sheet.organiser),
    ]
    rows += [(f"第 {number} 版改了什么", f"{when}：{text}") for number, when, text in sheet.changes]
    rows += [("没有放进来的", left_out_line(sheet.left_out))] if sheet.left_out else []
    return [(name, text) for name, text in rows if text]


def rights_pdf(sheet: KitSheet) -> bytes:
    """The sheet for paper, one page of A4 or more."""
    values = {
        "heading": "权利与联系",
        "title": sheet.title,
        "site": sheet.site_name,
        "footer": f"{sheet.title}　媒体资料包第 {sheet.version} 版",
        "warning": embargo_line(sheet),
        "rows": rights_rows(sheet),
    }
    return as_pdf(Sheet("rights.typ", values), datetime.fromisoformat(sheet.changed).replace(tzinfo=None))


def rights_text(sheet: KitSheet) -> str:
    """The same as characters."""
    lines = [embargo_line(sheet), *(f"{name}：{text}" for name, text in rights_rows(sheet))]
    return "\n".join(line for line in lines if line) + "\n"


def captions(sheet: KitSheet) -> str:
    """A row for each picture."""
    header = ("文件", "说明", "作者", "提供", "许可", "替代文字", "宽", "高", "人工智能生成")
    rows = (
        (
            PHOTOS + each.name,
            each.credit.caption,
            each.credit.byline,
            each.credit.credit,
            each.credit.rights,
            each.alt,
            str(each.width),
            str(each.height),
            "是" if each.ai else "否",
        )
        for each in sheet.pictures
    )
    return spreadsheet(header, rows)


def contents(sheet: KitSheet) -> str:
    """What is in the kit and how to use it."""
    lines = [
        *([embargo_line(sheet), ""] if sheet.embargo else []),
        f"{sheet.title}　媒体资料包第 {sheet.version} 版（{sheet.dates[1]}）",
        *(f"第 {number} 版：{when}更正，{text}" for number, when, text in sheet.changes),
        "",
        f"转载许可：{sheet.rights}。",
        f"署名请写：{sheet.credit_line}",
        f"媒体联系：{sheet.organiser}{f'，{sheet.press_phone}' if sheet.press_phone else ''}",
        "",
        "article.docx　排好的 Word 文件，图片已放好",
        "article.txt　纯文本",
        "article.md　Markdown",
        "wechat/article.html　微信公众号版：用浏览器打开，照着填标题、作者、摘要，复制正文",
        "wechat/cover-235.jpg、wechat/cover-1x1.jpg　微信封面",
        "ninjs.json　给采编系统读的稿件（ninjs 3.1）",
        "rights.pdf、rights.txt　权利与联系，可以打印",
        "SHA256SUMS　校验：sha256sum --check SHA256SUMS",
    ]
    if sheet.pictures:
        lines.insert(-1, "photos/　原始分辨率的图片，说明和署名写在文件里")
        lines.insert(-1, "wechat/*.jpg　微信用的图片，每张不到 1 MB")
        lines.insert(-1, "captions.csv　图片说明表，可以用 Excel 打开")
    if sheet.subtitles[0]:
        lines.insert(-1, f"{SUBTITLES}　视频的字幕；视频的地址和文字稿在正文末尾")
    if sheet.left_out:
        lines += ["", left_out_line(sheet.left_out)]
    return "\n".join(lines) + "\n"
