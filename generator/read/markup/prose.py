"""Chinese prose: where a line break is a blank, how much there is to read, how a text begins."""

from __future__ import annotations

import re

LONGEST_OPENING = 160

# Ideographs, kana, bopomofo, their punctuation and full-width forms; the quotation marks, dash and ellipsis that
# Chinese shares with Western text. Hangul is not here: Korean sets words apart by blanks.
_CHINESE = re.compile(
    "[\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u312f\u3190-\u31ff\u3220-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff65\uffe0-\uffe6\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
_SINGLE = (
    "\u3005-\u3007\u3040-\u3096\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Characters that are read one by one."""
_IDEOGRAPHS = re.compile(f"[{_SINGLE}]+")
_WORD = re.compile(rf"[^\W_{_SINGLE}]+")


def joins(before: str, after: str) -> bool:
    """Whether a line break between two characters is nothing at all, as between two ideographs."""
    return _CHINESE.match(before) is not None and _CHINESE.match(after) is not None


def count(text: str) -> int:
    """Letters and ideographs in a text; a Latin word and a run of digits count as one, as word processors do it."""
    rest, runs = _IDEOGRAPHS.subn(" ", text)
    return len(text) - len(rest) + runs + len(_WORD.findall(rest))


def opening(paragraph: str) -> str:
    """A paragraph shortened to ``LONGEST_OPENING`` characters, with an ellipsis when something is missing."""
    if len(paragraph) <= LONGEST_OPENING:
        return paragraph
    return paragraph[: LONGEST_OPENING - 1].rstrip("，、；：,;: ") + "…"
