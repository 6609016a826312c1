"""An entry's file is split into metadata and text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from frontmatter.default_handlers import BaseHandler

from generator.model.diagnostic import Mark

from .report import problem
from .source import SourceText, Unreadable

_FENCE_LOOKALIKE = re.compile(r"[-—–－―─_=*]{2,}")
_KEY_LINE = re.compile(r"[A-Za-z_一-鿿]+\s*[:：]")
_START_HINT = "文件第一行写三个英文减号 ---，元数据写完后再单独写一行 ---，下面才是正文。"


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
    ``body_line`` is the 1-based line on which the text begins."""

    meta: str
    meta_start: int
    body: str
    body_start: int
    body_line: int


def split_front_matter(source: SourceText) -> Split:
    """Split at the two ``---`` lines.

    Raises:
        Unreadable: there is no front matter, or it does not end.
    """
    text = source.text
    if not text.strip():
        raise Unreadable(problem("front-matter-missing", source.path, "文件是空的。", _START_HINT))
    if not _HANDLER.detect(text):
        raise Unreadable(_missing(source))
    try:
        meta, body = _HANDLER.split(text)
    except ValueError:
        raise Unreadable(
            problem(
                "front-matter-unclosed",
                source.path,
                "元数据没有结束：缺少第二行 ---。",
                "在最后一个键的下面单独写一行 ---。",
                Mark(1, 1, 3),
            )
        ) from None
    meta_start = text.index("\n") + 1
    body_start = len(text) - len(body)
    return Split(meta[1:], meta_start, body, body_start, text.count("\n", 0, body_start) + 1)


def _missing(source: SourceText) -> Any:
    first = source.text.lstrip("\n").split("\n", 1)[0].strip()
    if source.text.startswith("\n") and first == "---":
        message = "第一行 --- 的上面有空行。"
    elif _FENCE_LOOKALIKE.fullmatch(first):
        message = f"第一行是“{first}”，应是三个英文减号 ---。"
    elif _KEY_LINE.match(first):
        message = "元数据上面缺少一行 ---。"
    else:
        message = "文件开头没有元数据。"
    return problem("front-matter-missing", source.path, message, _START_HINT, Mark(1, 1, max(1, len(first))))
