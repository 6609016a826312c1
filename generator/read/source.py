"""Bytes of a text file become text, or a diagnostic that says why not."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.diagnostic import Diagnostic, Mark

from .foreign_bytes import name_foreign_bytes
from .report import problem, reason

MAX_TEXT_BYTES = 2_000_000
"""A story has some 5 KB; a register of 5,000 stations about 1.5 MB. More is not a text."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_MANY_CONTROLS = 20
"""Pasted text has one or two; more means that the file is no text."""


class Unreadable(Exception):
    """A file cannot be read any further; ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file: ``text`` has ``\\n`` line ends and no byte order mark.

    ``oddities`` are what was wrong with single characters, which are blanks in ``text``.
    """

    path: str
    text: str
    oddities: tuple[Diagnostic, ...] = ()
    _line_starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def mark(self, index: int, length: int = 1) -> Mark:
        """The place of the character at ``index`` of the text; ``length`` ends with the line at the latest."""
        text, starts = self.text, self._line_starts
        if not starts:
            starts.append(0)
            starts += [found.end() for found in re.finditer("\n", text)]
        index = max(0, min(index, len(text)))
        line = bisect_right(starts, index)
        end = starts[line] - 1 if line < len(starts) else len(text)
        return Mark(line, index - starts[line - 1] + 1, max(1, min(length, end - index)))


_USUAL_BYTES = 32_768
"""Room for the longest text is asked of the system each time, and takes longer than reading a usual one."""


def read_source(root: Path, path: str, limit: int = MAX_TEXT_BYTES) -> SourceText:
    """Read and decode ``path`` (relative to ``root``).

    Raises:
        Unreadable: the file is missing, locked, too large, not UTF-8, or no text.
    """
    try:
        with (root / path).open("rb") as file:
            data = file.read(_USUAL_BYTES)
            if len(data) == _USUAL_BYTES:
                data += file.read(limit + 1 - _USUAL_BYTES)
    except FileNotFoundError:
        raise Unreadable(problem("file-unreadable", path, "文件不见了。", "检查文件是否被改名、移走或删除。")) from None
    except (OSError, ValueError) as error:
        raise Unreadable(
            problem("file-unreadable", path, f"文件打不开（{reason(error)}）。", "检查文件权限，或是否被别的程序占用。")
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
    return decode(path, data)


def decode(path: str, data: bytes) -> SourceText:
    """UTF-8 bytes as text with ``\\n`` line ends; see ``read_source`` for what is refused."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise Unreadable(name_foreign_bytes(path, data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(name_foreign_bytes(path, data)) from None
    if text[:1] == "\ufeff":  # some programs add one mark each time they save
        text = text.lstrip("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _CONTROL.search(text):
        return SourceText(path, text)
    raw, found = SourceText(path, text), list(_CONTROL.finditer(text))
    if len(found) > _MANY_CONTROLS:
        raise Unreadable(
            problem(
                "text-control-characters",
                path,
                f"文件里有 {len(found)} 个看不见的控制字符，不像是文字稿。",
                "检查是不是把别的文件改了名；从原稿重新复制文字，粘贴成“纯文本”再保存。",
                raw.mark(found[0].start()),
            )
        )
    oddities = tuple(_oddity(raw, bad) for bad in found)
    return SourceText(path, _CONTROL.sub(" ", text), oddities)


def _oddity(raw: SourceText, bad: re.Match[str]) -> Diagnostic:
    name = "换行符" if bad[0] in "\x0b\x0c\x85\u2028\u2029" else "控制字符"
    return problem(
        "text-control-characters",
        raw.path,
        f"这里有一个看不见的{name}（U+{ord(bad[0]):04X}）。",
        "多半是从别的软件粘贴时带进来的：把光标放到这里，删掉前后各一个字，重新输入。",
        raw.mark(bad.start()),
    )
