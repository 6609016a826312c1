"""First letters of the pinyin of names, for people who type bhsq for 滨河社区."""

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
    return _initials(text, tuple(readings.items()))


@lru_cache(maxsize=16384)
def _initials(text: str, readings: tuple[tuple[str, str], ...]) -> str:
    from pypinyin import Style, lazy_pinyin  # loading its dictionary takes a tenth of a second: only when wanted

    known = _PLACES | dict(readings)
    pattern = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))
    letters: list[str] = []

    def read(part: str) -> None:
        for syllable in lazy_pinyin(part, style=Style.FIRST_LETTER, errors=_as_they_are):
            letters.extend(each for each in syllable if each.isalnum())

    def spelt(syllables: str) -> None:
        letters.extend(syllable[0] for syllable in syllables.split())

    marks = [(found.start(), found.end(), known[found[0]]) for found in pattern.finditer(text)]
    marks += [(found.start(1), found.end(1), _FAMILIES[found[1]]) for found in _FAMILY_PLACE.finditer(text)]
    at = 0
    for begin, end, syllables in sorted(marks):
        if begin >= at:
            read(text[at:begin])
            spelt(syllables)
            at = end
    read(text[at:])
    return "".join(letters).lower()


def _as_they_are(unknown: str) -> str:
    return unknown if unknown.isascii() else ""
