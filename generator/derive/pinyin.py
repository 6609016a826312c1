"""The pinyin of names and titles, for people who type bhsq or binhe for 滨河社区."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_FAMILIES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "朴": "piao", "任": "ren",
    "华": "hua", "尉": "yu", "缪": "miao", "盖": "ge", "翟": "zhai", "乐": "yue", "卜": "bu", "员": "yun",
    "长孙": "zhang sun", "尉迟": "yu chi", "万俟": "mo qi",
}  # fmt: skip
"""Surnames that a dictionary reads otherwise."""
_FAMILY_PLACE = re.compile(rf"(?:^|(?<=[区县镇乡道路]))({'|'.join(_FAMILIES)})(?=[家氏])")
"""In names of places a surname stands before 家 or 氏: 单家庄, 解家巷."""
_FAMILY_FIRST = re.compile(rf"^({'|'.join(_FAMILIES)})")
"""In a person's name it stands first."""

_PLACES = {
    "六安": "lu an", "番禺": "pan yu", "台州": "tai zhou", "丽水": "li shui", "亳州": "bo zhou", "莘县": "shen xian",
    "莘庄": "xin zhuang", "大埔": "da bu", "东阿": "dong e", "铅山": "yan shan", "乐清": "yue qing", "乐亭": "lao ting",
    "浚县": "xun xian", "蔚县": "yu xian", "洪洞": "hong tong", "厦门": "xia men", "长子县": "zhang zi xian",
    "重庆": "chong qing", "蚌埠": "beng bu", "涡阳": "guo yang", "盱眙": "xu yi", "允吾": "qian wu", "牟平": "mu ping",
    "十里铺": "shi li pu", "五里铺": "wu li pu", "三里铺": "san li pu", "八里铺": "ba li pu", "长堤": "chang di",
}  # fmt: skip


def pinyin_initials(text: str, readings: Mapping[str, str]) -> str:
    """One small letter for each Chinese character; Latin letters and digits stand for themselves.

    ``readings`` are the city's own, from a name to its syllables; they win over the built-in
    ones, which win over the dictionary.
    """
    syllables = _syllables(text, tuple(readings.items()), False)
    return "".join(each if each.isascii() and not chinese else each[0] for each, chinese in syllables)


def pinyin_syllables(text: str, readings: Mapping[str, str], person: bool = False) -> list[str]:
    """A small syllable without tone for each Chinese character (ü is v), in between Latin words and numbers as they are.

    ``person`` says that ``text`` is somebody's name, which begins with a surname.
    """
    return [each for each, _ in _syllables(text, tuple(readings.items()), person)]


@lru_cache(maxsize=16384)
def _syllables(text: str, readings: tuple[tuple[str, str], ...], person: bool) -> tuple[tuple[str, bool], ...]:
    """Syllables, each with whether it is that of a Chinese character."""
    from pypinyin.contrib.mmseg import seg  # loading its dictionary takes half a second: only when wanted

    found: list[tuple[str, bool]] = []

    def read(part: str) -> None:
        for run in _RUNS.findall(part):
            if run.isascii():
                found.append((run.lower(), False))
            else:
                found.extend((syllable, True) for word in seg.cut(run) for syllable in _read_word(word))

    at = 0
    for begin, end, syllables in sorted(_known_places(text, readings, person)):
        if begin >= at:
            read(text[at:begin])
            found.extend((syllable.replace("ü", "v"), True) for syllable in syllables.split())
            at = end
    read(text[at:])
    return tuple(found)


@lru_cache(maxsize=65536)
def _read_word(word: str) -> tuple[str, ...]:
    """The syllables of a word of the dictionary, or of one character; most of a text is made of few words."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(word, errors="ignore"))


_RUNS = re.compile(r"[A-Za-z0-9]+|[^\x00-\x7f]+")


def _known_places(text: str, readings: tuple[tuple[str, str], ...], person: bool) -> list[tuple[int, int, str]]:
    """Where a name stands whose reading is known: begin, end, syllables."""
    pattern, known = _known_names(readings)
    marks = [(found.start(), found.end(), known[found[0]]) for found in pattern.finditer(text)]
    families = _FAMILY_FIRST if person else _FAMILY_PLACE
    return marks + [(found.start(1), found.end(1), _FAMILIES[found[1]]) for found in families.finditer(text)]


@lru_cache(maxsize=8)
def _known_names(readings: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    known = _PLACES | dict(readings)
    return re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True)))), known
