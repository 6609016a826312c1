"""The phrases of a Chinese title: where a reader may pass to the next line without tearing a word.

A dictionary segmenter (jieba's, in Rust) finds words; the names that the site's own registers hold are words, too, even
if no dictionary has them. Words that only mean something together become one phrase: a particle and what it follows,
a number and its measure, a preposition and what it leads to, a character that stands alone and its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

NO_START = frozenset("，。、；：？！）》」』】〉〕”’…—～·％‰℃,.;:?!)]}%~")
"""Points and closing marks, which begin no line (GB/T 15834-2011, 5.1)."""

_CLOSING = frozenset("》」』】〉〕”’）)")

NO_END = frozenset("（《「『【〈〔“‘([{")
"""Opening marks, which end no line."""

LONGEST = 7
"""Characters. Longer names have joints of their own; a phrase made of several words grows no longer."""

FIELD = (
    "学雷锋",
    "学雷锋活动月",
    "志愿服务",
    "志愿服务站",
    "志愿服务队",
    "时长",
    "新时代",
    "文明实践",
    "随手公益",
    "敬老月",
    "民生实事",
)
"""Words of the field that dictionaries tear."""

_AHEAD = frozenset("从在到向往把被给让和与或为对跟去来将不没也都又再很最更请要能会已拟第每各本该这那老大小新旧好一")
"""Single characters that lead to the word after them."""

_BEHIND = frozenset(
    "的了着过们地得之吗呢吧里上中下内外前后边旁间时日月年季周天夜课站村乡镇县市区街巷路桥河山队会节员人家"
    "岗账器口号楼层段处所院校馆店场园厅屋房车茶面饭粥鞋灯信"
)
"""Single characters that end the word before them: particles, places, times, what names of things end in."""

_NUMBER = re.compile(r"[0-9.,:/％%]+|[〇零一二两三四五六七八九十百千万亿几半第]+")
_WORD = re.compile(
    r"[0-9A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ.,:/’'&@_%-]*"
    "|[\U0001f1e6-\U0001f1ff]{2}"
    "|[^\\s\u200d](?:\u200d[^\\s]|[\u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef])+"
)
"""What stays whole besides: foreign words and numbers, flags, a sign with its accents, variants and joined signs."""

_JOINTS = re.compile(r"[\s、，。：；·（）()“”《》/]+")
_YEAR = re.compile(r"^[0-9]{4}年")
_SUFFIX = re.compile(r"(?:街道|社区|(?:社区)?志愿服务站|委员会|居委会|村委会)$")


@dataclass(frozen=True)
class Names:
    """Words that stay whole although no dictionary has them."""

    words: frozenset[str]
    heads: frozenset[str] = field(init=False)
    """Their first two characters: most places in a title can be passed over by one look."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "heads", frozenset(word[:2] for word in self.words))

    def spans(self, title: str) -> Iterable[tuple[int, int]]:
        """Where one stands in a title, the longest first; they do not overlap."""
        at = 0
        while at < len(title) - 1:
            if title[at : at + 2] not in self.heads:
                at += 1
                continue
            length = next((n for n in range(LONGEST, 1, -1) if title[at : at + n] in self.words), 0)
            if length:
                yield at, min(at + length, len(title))
            at += length or 1


def names_of(texts: Iterable[str]) -> Names:
    """The words in what things are called: without a year before them; without 街道, 社区 and the like, too."""
    found = set(FIELD)
    for text in texts:
        for part in _JOINTS.split(text):
            whole = _YEAR.sub("", part)
            found |= {whole, _SUFFIX.sub("", whole)}
    return Names(frozenset(word for word in found if 2 <= len(word) <= LONGEST and not _WORD.fullmatch(word)))


NO_NAMES = names_of(())


def phrases(title: str, *names: Names) -> list[str]:
    """The title cut into phrases; joined they are the title."""
    words = _words(title, names)
    found: list[str] = []
    alone = False
    """Whether the last phrase is a lone character that waits for its neighbour."""
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if found and (_clings(found[-1], before, word, after) or (alone and len(found[-1]) + len(word) <= LONGEST)):
            found[-1] += word
            alone = False
        else:
            found.append(word)
            alone = len(word) == 1 and not _is_mark(word)
    if len(found) > 1 and len(found[-1]) == 1 and not _is_mark(found[-2][-1]):
        found[-2:] = ["".join(found[-2:])]
    return found


def load_dictionary() -> None:
    """Load the dictionary now: it takes 0.15 s, and processes that are forked then have it."""
    import rjieba  # noqa: F401 - a build that writes no page does without


def _clings(phrase: str, before: str, word: str, after: str) -> bool:
    """Whether ``word`` belongs to the phrase that ends with ``before``."""
    if word[0] in NO_START or word.isspace() or phrase.rstrip()[-1:] in NO_END:
        return True
    if phrase[-1] in _CLOSING and (word in _BEHIND or _NUMBER.fullmatch(word)):
        return True
    if all(map(_is_mark, phrase)) or (len(word) == 1 and _NUMBER.fullmatch(before)):
        return True
    if phrase[-1] in NO_START or phrase[-1].isspace() or len(phrase) + len(word) > LONGEST:
        return False
    if before in _AHEAD or _NUMBER.fullmatch(before):
        return True
    if len(word) > 1 or _is_mark(word) or word in _AHEAD or _NUMBER.fullmatch(word):
        return False
    return word in _BEHIND or not after or _is_mark(after[0])


def _is_mark(sign: str) -> bool:
    return sign in NO_START or sign in NO_END or sign.isspace()


def _words(title: str, names: Iterable[Names]) -> list[str]:
    """The dictionary's words, but where a name or a foreign word stands."""
    from rjieba import cut  # see load_dictionary

    ends = {0}
    at = 0
    for word in cut(title, True):
        at += len(word)
        ends.add(at)
    whole = [match.span() for match in _WORD.finditer(title)]
    for each in names or (NO_NAMES,):
        whole.extend(each.spans(title))
    for start, end in whole:
        ends.difference_update(range(start + 1, end))
        ends.update((start, end))
    return [title[start:end] for start, end in pairwise(sorted(ends))]
