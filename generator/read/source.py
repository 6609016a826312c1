"""Bytes of a text file become text, or a diagnostic that says why not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.model.diagnostic import Diagnostic, Mark

from .report import problem

MAX_TEXT_BYTES = 2_000_000
"""A story has some 5 KB; a register of 5,000 stations about 1.5 MB. More is not a text."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_SAVE_AS_UTF8 = "在编辑器里选“另存为”，编码选 UTF-8，再保存一次。"


class Unreadable(Exception):
    """A file cannot be read any further; ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file: ``text`` has ``\\n`` line ends and no byte order mark."""

    path: str
    text: str

    def mark(self, index: int, length: int = 1) -> Mark:
        """The place of the character at ``index`` of the text."""
        index = min(index, len(self.text))
        line_start = self.text.rfind("\n", 0, index) + 1
        return Mark(self.text.count("\n", 0, index) + 1, index - line_start + 1, max(1, length))


def read_source(root: Path, path: str, limit: int = MAX_TEXT_BYTES) -> SourceText:
    """Read and decode ``path`` (relative to ``root``).

    Raises:
        Unreadable: the file is missing, locked, too large, not UTF-8, or no text.
    """
    try:
        with (root / path).open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise Unreadable(problem("file-unreadable", path, "文件不见了。", "检查文件是否被改名、移走或删除。")) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreadable(
            problem("file-unreadable", path, f"文件打不开（{reason}）。", "检查文件权限，或是否被别的程序占用。")
        ) from None
    if len(data) > limit:
        raise Unreadable(
            problem(
                "file-too-large",
                path,
                f"文件超过 {limit // 1000} KB，不像是文字稿。",
                "图片、视频请单独存放，正文里只写文字。",
            )
        )
    return SourceText(path, decode(path, data))


def decode(path: str, data: bytes) -> str:
    """UTF-8 bytes as text with ``\\n`` line ends; see ``read_source`` for what is refused."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (len(data) > 3 and data[:4].count(0) >= 2):
        raise Unreadable(problem("encoding-utf16", path, "文件是 UTF-16 编码（记事本里叫“Unicode”）。", _SAVE_AS_UTF8))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        guess = "，看起来是 GBK（ANSI）编码" if _looks_like_gbk(data) else "，文件可能损坏了"
        raise Unreadable(
            problem("encoding-not-utf8", path, f"文件不是 UTF-8 编码{guess}。", _SAVE_AS_UTF8, Mark(line, 0))
        ) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = _CONTROL.search(text)
    if bad:
        mark = SourceText(path, text).mark(bad.start())
        raise Unreadable(
            problem(
                "text-control-characters",
                path,
                f"文件里有看不见的控制字符（U+{ord(bad.group()):04X}）。",
                "多半是从别的软件粘贴时带进来的：删掉这一处，重新输入。",
                mark,
            )
        )
    return text


def _looks_like_gbk(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    ideographs = sum("\u4e00" <= character <= "\u9fff" for character in text)
    return ideographs * 4 >= sum(character > "\x7f" for character in text)
