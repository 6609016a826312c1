"""The sheet on rights and contacts, the table of captions and the list of contents."""

from __future__ import annotations

from html import escape

from generator.model.spreadsheet import spreadsheet

from .plain_forms import PHOTOS, left_out_line
from .sheet import KitSheet

_MEANING = {
    "reprint": "可以全文登，也可以删节；不得改变原意，不得把几篇里的话合成一个人的话。",
    "ask": "请先打电话，说明登在哪里、登多少、什么时候登。",
}
_STYLE = (
    "body{font-family:sans-serif;line-height:1.8;max-width:40em;margin:2em auto;padding:0 1em;color:#22252a}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}"
    "@page{size:A4;margin:20mm}"
)


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
        ("最后改动", changed),
        ("原文", sheet.url),
        ("图片使用条款", sheet.rights_url),
        ("申请授权", sheet.licensor_url),
        ("媒体联系", f"{sheet.organiser}，{sheet.press_phone}" if sheet.press_phone else sheet.organiser),
    ]
    rows += [(f"更正，{when}", text) for when, text in sheet.corrections]
    rows += [("没有放进来的", left_out_line(sheet.left_out))] if sheet.left_out else []
    return [(name, text) for name, text in rows if text]


def rights_html(sheet: KitSheet) -> str:
    """The sheet as a page that prints on A4."""
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in rights_rows(sheet))
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>权利与联系：{escape(sheet.title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>权利与联系</h1><table>{rows}</table></body></html>\n"
    )


def rights_text(sheet: KitSheet) -> str:
    """The same as characters."""
    return "\n".join(f"{name}：{text}" for name, text in rights_rows(sheet)) + "\n"


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
        f"{sheet.title}　媒体资料包",
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
        "rights.html、rights.txt　权利与联系，可以打印",
        "SHA256SUMS　校验：sha256sum --check SHA256SUMS",
    ]
    if sheet.pictures:
        lines.insert(-1, "photos/　原始分辨率的图片，说明和署名写在文件里")
        lines.insert(-1, "wechat/*.jpg　微信用的图片，每张不到 1 MB")
        lines.insert(-1, "captions.csv　图片说明表，可以用 Excel 打开")
    if sheet.left_out:
        lines += ["", left_out_line(sheet.left_out)]
    return "\n".join(lines) + "\n"
