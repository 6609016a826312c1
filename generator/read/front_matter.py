"""An entry's file is split into metadata and text, also where its ``---`` lines are not quite right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from frontmatter.default_handlers import BaseHandler

from generator.model.diagnostic import Diagnostic

from .report import problem, quoted
from .source import SourceText, Unreadable

_FENCE_LOOKALIKE = re.compile(r"[\s\u200b\ufeff]*[-—–－―─‐−_=*.·～~+]{2,}[\s\u200b]*")
_KEY_LINE = re.compile(r"[ \t\u3000\xa0]*(?:[A-Za-z_]+|[一-鿿]{2,6})[ \t]*[:：]")
_METADATA_LINE = re.compile(r"\s*$|[ \t\u3000\xa0]+\S|[-－—] ?\S|#|[A-Za-z_]+[ \t]*[:：]|[\]}]|[一-鿿]{2,6}[:：]")
_START_HINT = "文件第一行写三个英文减号 ---，元数据写完后再单独写一行 ---，下面才是正文。"
_SEARCHED = 12
"""Lines within which metadata must begin to be recognised behind something else."""


class FrontMatterHandler(BaseHandler):
    """python-frontmatter's way to split at ``---``, limited to exactly three hyphens.

    ``load`` is not used: the YAML is read with positions by ``generator.read.values``.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def load(self, fm: str) -> dict[str, Any]:
        """Not available here."""
        raise NotImplementedError


_HANDLER = FrontMatterHandler()


@dataclass(frozen=True, slots=True)
class Split:
    """A file's two halves. ``meta_start`` and ``body_start`` are indexes into the source text,
    ``body_line`` is the 1-based line on which the text begins. With ``diagnostics`` the
    halves are a guess."""

    meta: str
    meta_start: int
    body: str
    body_start: int
    body_line: int
    diagnostics: tuple[Diagnostic, ...] = ()


def split_front_matter(source: SourceText) -> Split:
    """Split at the two ``---`` lines, or where they should be.

    Raises:
        Unreadable: there is nothing that looks like metadata.
    """
    text = source.text
    if _HANDLER.detect(text):
        try:
            meta, body = _HANDLER.split(text)
        except ValueError:
            return _unclosed(source, text.index("\n") + 1 if "\n" in text else len(text), ())
        meta_start = text.index("\n") + 1
        body_start = len(text) - len(body)
        return Split(meta[1:], meta_start, body, body_start, text.count("\n", 0, body_start) + 1)
    return _without_start(source)


def _without_start(source: SourceText) -> Split:
    text = source.text
    if not text.strip():
        raise Unreadable(problem("front-matter-missing", source.path, "文件是空的。", _START_HINT))
    first = re.search(r"\S[^\n]*", text)
    assert first is not None
    line_start = text.rfind("\n", 0, first.start()) + 1
    line = text[line_start : first.end()].strip()
    mark = source.mark(first.start(), len(line))
    if line == "---":
        where = "上面有空行" if "\n" in text[: first.start()] else "前面有空格"
        if first.start() == 0:
            where = "后面有特殊的空格"
        message = f"第一行 --- 的{where}。"
        return _from(
            source,
            problem("front-matter-missing", source.path, message, "删掉它，让 --- 顶在文件的最前面。", mark),
            first.end(),
        )
    if _FENCE_LOOKALIKE.fullmatch(line):
        message = f"第一行是{quoted(line)}，应是三个英文减号 ---。"
        return _from(
            source,
            problem("front-matter-missing", source.path, message, "切换到英文输入法，重新输入 ---。", mark),
            first.end(),
        )
    if _KEY_LINE.match(line):
        message = "元数据上面缺少一行 ---。"
        return _from(
            source,
            problem("front-matter-missing", source.path, message, "在这一行的上面单独写一行 ---。", mark),
            line_start - 1,
        )
    fence = _HANDLER.FM_BOUNDARY.search(text)
    if fence and text.count("\n", 0, fence.start()) < _SEARCHED and _KEY_LINE.match(text, fence.end() + 1):
        message = f"元数据的 --- 上面还有文字{quoted(line)}。"
        hint = "把它移到第二行 --- 的下面，让第一行 --- 顶在文件的最前面。"
        return _from(source, problem("front-matter-missing", source.path, message, hint, mark), fence.end())
    raise Unreadable(problem("front-matter-missing", source.path, "文件开头没有元数据。", _START_HINT, mark))


def _from(source: SourceText, wrong: Diagnostic, fence_end: int) -> Split:
    """Go on with metadata that begins on the line after ``fence_end``."""
    text = source.text
    meta_start = min(fence_end + 1, len(text))
    end = _HANDLER.FM_BOUNDARY.search(text, meta_start)
    if end is None:
        return _unclosed(source, meta_start, (wrong,))
    return _cut(source, meta_start, end.start(), end.end(), (wrong,))


def _unclosed(source: SourceText, meta_start: int, wrong: tuple[Diagnostic, ...]) -> Split:
    """End the metadata at a line that looks like its end, or above the first line that cannot belong to it."""
    text, at, blank = source.text, meta_start, False
    while at < len(text):
        newline = text.find("\n", at)
        end = newline if newline >= 0 else len(text)
        line = text[at:end]
        if _FENCE_LOOKALIKE.fullmatch(line) and line.strip():
            message = f"元数据没有结束：这一行是{quoted(line.strip())}，应是三个英文减号 ---，前面不留空格。"
            found = problem(
                "front-matter-unclosed",
                source.path,
                message,
                "切换到英文输入法，把这一行改成 ---。",
                source.mark(at, len(line)),
            )
            return _cut(source, meta_start, at, end, (*wrong, found))
        if not _METADATA_LINE.match(line) or (blank and line[:1] == "#"):
            break
        blank = not line.strip()
        at = end + 1
    at = min(at, len(text))
    message = "元数据没有结束：缺少第二行 ---。"
    if at < len(text):
        hint, mark = "正文好像从这里开始：在这一行的上面单独写一行 ---。", source.mark(at, text.find("\n", at) - at)
    else:
        hint, mark = "在最后一个键的下面单独写一行 ---。", source.mark(0, 3)
    found = problem("front-matter-unclosed", source.path, message, hint, mark)
    return _cut(source, meta_start, at, at, (*wrong, found))


def _cut(source: SourceText, meta_start: int, meta_end: int, body_start: int, wrong: tuple[Diagnostic, ...]) -> Split:
    text = source.text
    body_line = text.count("\n", 0, body_start) + 1
    return Split(text[meta_start:meta_end], meta_start, text[body_start:], body_start, body_line, wrong)
