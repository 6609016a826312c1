"""Lines of three or more colons: what an editor may write on them, and how they survive the Markdown parser.

Before parsing, each such line is replaced by a processing instruction made of noncharacters, which no author can
write (they are noise, and removed). CommonMark ends a paragraph there and leaves the line alone; inside code the
original is put back. So the parser, not we, decides what is code, comment, list or quotation, and footnotes and link
definitions work across directives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_OPEN, _CLOSE = "\ufdd2", "\ufdd3"

_FENCE = re.compile(r"^([ \t]*(?:>[ \t]*)*)([:：]{3,})[ \t]*([^\n]*)$", re.MULTILINE)
_COLONS = re.compile("[:：]{3,}")
_TOKEN = re.compile(f"<\\?{_OPEN}(\\d+){_CLOSE}\\?>")
_FILE_LINE = re.compile(
    r"\n([ \t]*(?:>[ \t]*)*)(?:[-*+][ \t]+)?([^\s:：<>!\[\]()][^\n<>!\[\]()]*?\.(?:jpe?g|png|webp|hei[cf]|avif|gif|tiff?|bmp|svg)"
    r"[\"”]?)[ \t]*(?=\n|\Z)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"([^\W\d_][\w-]*)[ \t]*(.*)")
_PIECES = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|webp|hei[cf]|avif|gif|tiff?|bmp|svg)\Z", re.IGNORECASE)


class Kind(Enum):
    """The directives there are; the value is the name used in messages."""

    FIGURE = "图片"
    FIGURES = "组图"
    QUOTE = "引语"
    PERSON = "人物"
    STATION = "站点"
    VIDEO = "视频"


KINDS = {
    "figure": Kind.FIGURE,
    "figures": Kind.FIGURES,
    "quote": Kind.QUOTE,
    "person": Kind.PERSON,
    "station": Kind.STATION,
    "video": Kind.VIDEO,
} | {kind.value: kind for kind in Kind}


class Role(Enum):
    """What a line does."""

    OPENS = "opens"
    CLOSES = "closes"
    NAMES_FILE = "names-file"
    """A picture's name on a line of its own below ``::: figures``."""


@dataclass(frozen=True, slots=True)
class Fence:
    """One line of a directive. ``line`` counts from 1 in the parsed text; ``written`` is the line without its indent.

    ``kind`` is None for a name we do not have; ``argument`` is what follows the name.
    """

    role: Role
    line: int
    indent: int
    written: str
    name: str = ""
    kind: Kind | None = None
    argument: str = ""
    full_width: bool = False


def replace_fences(text: str) -> tuple[str, list[Fence]]:
    """The text with directive lines as tokens (as many lines as before), and what stood there."""
    fences: list[Fence] = []
    if ":::" not in text and "：：" not in text:
        return text, fences
    pieces: list[str] = []
    position = 0
    line = 1
    while match := _next_fence(text, position):
        line += text.count("\n", position, match.start())
        pieces.append(text[position : match.start()])
        fence = _read(match, line)
        pieces.append(match[1] + _token(len(fences)))
        fences.append(fence)
        position = match.end()
        if fence.kind is Kind.FIGURES and not fence.argument:
            while below := _FILE_LINE.match(text, position):
                line += 1
                pieces.append(f"\n{below[1]}{_token(len(fences))}")
                written = below[0][1 + len(below[1]) :]
                fences.append(Fence(Role.NAMES_FILE, line, len(below[1]), written, argument=below[2]))
                position = below.end()
    if not fences:
        return text, fences
    pieces.append(text[position:])
    return "".join(pieces), fences


def fence_number(html: str) -> int | None:
    """The index of the fence that a block or piece of HTML stands for; None when it is an author's HTML."""
    match = _TOKEN.fullmatch(html.strip())
    return int(match[1]) if match else None


def put_back(text: str, fences: list[Fence]) -> str:
    """A text (of code, say) with the original lines instead of tokens."""
    return _TOKEN.sub(lambda match: fences[int(match[1])].written, text)


def pieces(argument: str) -> list[str]:
    """The words of an argument; quotation marks hold words with blanks together."""
    return [next(filter(None, found), "") for found in _PIECES.findall(argument)]


def files(argument: str, single: bool) -> list[str]:
    """The picture names in an argument. An only name may hold blanks without quotation marks."""
    words = pieces(argument)
    if single and len(words) > 1 and sum(map(_is_picture, words)) == 1 and _is_picture(words[-1]):
        return [argument.strip().strip('"“”')]
    return words


def stray_colons(text: str, fences: list[Fence]) -> bool:
    """Whether three colons stand anywhere but at the beginning of a directive's line."""
    if ":::" not in text and "：：" not in text:
        return False
    written = sum(fence.role is not Role.NAMES_FILE for fence in fences)
    if "：：" not in text and text.count(":::") == written:  # counting is much faster than finding
        return False
    return len(_COLONS.findall(text)) > written


def _next_fence(text: str, position: int) -> re.Match[str] | None:
    """The next directive line; looking for colons first is much faster than trying every line."""
    narrow = "：：" not in text
    while True:
        if narrow:  # plain search is faster still
            position = text.find(":::", position)
            if position < 0:
                return None
        colons = _COLONS.search(text, position)
        if colons is None:
            return None
        found = _FENCE.match(text, text.rfind("\n", 0, colons.start()) + 1)
        if found:
            return found
        position = colons.end()


def _is_picture(word: str) -> bool:
    return _PICTURE_NAME.search(word) is not None


def _read(match: re.Match[str], line: int) -> Fence:
    indent, colons, head = len(match[1]), match[2], match[3]
    written = match[0][indent:]
    full_width = "：" in colons
    head = head.rstrip(" \t:：")
    if not head:
        return Fence(Role.CLOSES, line, indent, written, full_width=full_width)
    named = _HEAD.fullmatch(head)
    name, argument = (named[1], named[2]) if named else (pieces(head)[0] if pieces(head) else head, "")
    kind = KINDS.get(name.lower())
    return Fence(Role.OPENS, line, indent, written, name, kind, argument.strip(), full_width)


def _token(number: int) -> str:
    return f"<?{_OPEN}{number}{_CLOSE}?>"
