"""What is too large to be parsed: measured before the parser sees it.

The parser and the sanitiser are native code that recurses (some 10,000 levels end the process with an 8 MB stack,
which Windows and macOS threads do not have) or takes quadratic time on nested tags; neither can be caught afterwards.
"""

from __future__ import annotations

import re

MOST_CHARACTERS = 200_000
"""About a hundred times a usual story."""
MOST_NESTED = 40
"""Levels of quotations, lists and emphasis inside each other."""
MOST_DELIMITERS = 3_000
"""Characters that may open or close emphasis, and pictures, in one paragraph or table."""
MOST_COLUMNS = 60
MOST_CELLS = 20_000

_CONTAINERS = re.compile(
    rf"^(?![-*_ \t]*$)[ \t]*(?:(?:>[ \t]?|[-+*][ \t]+|\d{{1,9}}[.)][ \t]+)[ \t]*){{{MOST_NESTED},}}", re.MULTILINE
)
_MARKERS = ">-+*.)"
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_DELIMITER_ROW = re.compile(r"^[ \t>]*\|?[ \t]*:?-[|:\- \t]*$", re.MULTILINE)


def excess(text: str) -> str | None:
    """What is too much about a text, in words for the editor; None when it may be parsed."""
    if len(text) > MOST_CHARACTERS:
        return f"正文有 {len(text)} 个字符，最多 {MOST_CHARACTERS} 个"
    if sum(map(text.count, _MARKERS)) >= MOST_NESTED and _CONTAINERS.search(text):
        return too_nested()
    crowded = len(text) > MOST_DELIMITERS and _delimiters(text) > MOST_DELIMITERS
    table = "|" in text
    if not crowded and not table:
        return None
    for block in _BLANK_LINE.split(text):
        if crowded and _delimiters(block) > MOST_DELIMITERS:
            return f"一段里的 * _ ~ 等标记超过 {MOST_DELIMITERS} 个"
        if table and "|" in block:
            columns = max((row[0].count("|") + 1 for row in _DELIMITER_ROW.finditer(block)), default=0)
            if columns > MOST_COLUMNS + 2:
                return f"表格超过 {MOST_COLUMNS} 列"
            if columns > 1 and columns * (block.count("\n") + 1) > MOST_CELLS:
                return f"表格超过 {MOST_CELLS} 格"
    return None


def too_nested() -> str:
    """The words for lists, quotations or emphasis that are nested too deeply."""
    return f"引用、列表或强调套得太深，最多 {MOST_NESTED} 层"


def _delimiters(text: str) -> int:
    return text.count("*") + text.count("_") + text.count("~") + 2 * text.count("![")
