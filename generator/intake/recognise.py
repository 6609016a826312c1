"""What a file is, by its bytes; and what to tell about one that cannot be read."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePosixPath

from generator.read.archive import BadArchive, open_archive

DOCUMENT_SUFFIXES = frozenset((".docx", ".docm", ".html", ".htm"))
REFUSED_SUFFIXES = frozenset(
    (".doc", ".wps", ".wpt", ".rtf", ".odt", ".pdf", ".pages", ".mht", ".mhtml", ".rar", ".7z", ".txt", ".md", ".ofd")
)
"""Texts that districts hand in and we cannot read: each is told how to make one that we can."""
MOST_BYTES = 200_000_000
"""Of one document. Word files with twenty photographs have some 100 MB."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "用 Word 或 WPS 打开它，选“另存为”，类型选“Word 文档（.docx）”，再导入存好的那一份。"
_REASONS = {
    ".pdf": "这是 PDF，文字和图片的次序取不准。请对方发 Word 原稿（.docx）。",
    ".ofd": "这是 OFD 版式文件，文字和图片的次序取不准。请对方发 Word 原稿（.docx）。",
    ".mht": "这是单个文件的网页（.mht）。在浏览器里另存网页时，类型选“网页，全部”，再导入存好的 .html。",
    ".rar": "这是 RAR 压缩包。解压以后导入文件夹，或者重新压缩成 .zip。",
    ".7z": "这是 7z 压缩包。解压以后导入文件夹，或者重新压缩成 .zip。",
    ".txt": "纯文本不用导入：运行 zoujin new story，把文字粘贴进去。",
    ".md": "Markdown 不用导入：运行 zoujin new story，把文字粘贴进去。",
}
_REASONS[".mhtml"] = _REASONS[".mht"]


class FileKind(Enum):
    """The kinds of file that can be imported."""

    WORD = "word"
    PAGE = "page"
    ARCHIVE = "archive"


class NotReadable(Exception):
    """A file cannot be imported; the message is Chinese and says why and what to do."""


def recognise(name: str, data: bytes) -> FileKind:
    """Which kind of file ``data`` is; ``name`` serves for messages.

    Raises:
        NotReadable: another kind, protected, damaged, empty or too large.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if not data.strip(b"\0 \r\n"):
        raise NotReadable("文件是空的。请对方重新发一次。")
    if len(data) > MOST_BYTES:
        raise NotReadable(
            f"文件有 {len(data) // 1_000_000} MB，最多 {MOST_BYTES // 1_000_000} MB。先把里面的图片压缩一下。"
        )
    if data.startswith(_OLE):
        raise NotReadable(_ole(suffix, data))
    if data.startswith(b"PK"):
        return _archive(suffix, data)
    if data.startswith(b"{\\rtf"):
        raise NotReadable(f"这是 RTF 文档，只是名字像 Word 文档。{_SAVE_AS}")
    if data.startswith(b"%PDF"):
        raise NotReadable(_REASONS[".pdf"])
    if data.startswith(b"Rar!"):
        raise NotReadable(_REASONS[".rar"])
    if suffix in _REASONS:
        raise NotReadable(_REASONS[suffix])
    if suffix in (".html", ".htm") or b"<html" in data[:4000].lower():
        if b"\nContent-Type: multipart/related" in data[:4000].replace(b"\r\n", b"\n"):
            raise NotReadable(_REASONS[".mht"])
        return FileKind.PAGE
    if suffix in (".docx", ".docm"):
        raise NotReadable("文件坏了，不是 Word 文档的内容。请对方重新保存，再发一次。")
    raise NotReadable("看不懂这种文件。能导入的有：Word 文档（.docx）、另存的网页（.html）、文件夹和 .zip 压缩包。")


def _ole(suffix: str, data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "文件设了打开密码。请对方去掉密码（“文件→信息→保护文档”或 WPS 的“文件→文档加密”），再发一次。"
    if suffix in (".wps", ".wpt"):
        return f"这是 WPS 文字的旧格式（{suffix}）。{_SAVE_AS}"
    return f"这是旧版 Word 的格式（.doc）。{_SAVE_AS}"


def _archive(suffix: str, data: bytes) -> FileKind:
    try:
        names = open_archive(data).members
    except BadArchive as trouble:
        raise NotReadable(str(trouble)) from None
    if "[Content_Types].xml" not in names:
        if suffix in (".docx", ".docm"):
            raise NotReadable("文件坏了，或者是改了名的压缩包。请对方用 Word 或 WPS 重新保存成 .docx。")
        if suffix == ".odt" or "mimetype" in names:
            raise NotReadable(f"这是 OpenDocument 文档（.odt）。{_SAVE_AS}")
        return FileKind.ARCHIVE
    if any(name.startswith("xl/") for name in names):
        raise NotReadable("这是 Excel 表格，不是稿件。名录表格用 zoujin table import 导入。")
    if any(name.startswith("ppt/") for name in names):
        raise NotReadable("这是演示文稿（.pptx），不是稿件。请对方把文字整理成 Word 文档（.docx）。")
    return FileKind.WORD
