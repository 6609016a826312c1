"""Characters that look like what was meant, or like nothing, but are something else."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BLANK = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_WIDE = re.compile("[，、；：（）［］【】｛｝“”‘’＂＇。－—–―−‐−！？＃＠＆＊／０-９Ａ-Ｚａ-ｚ]")
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{1,2}")
_SAME = str.maketrans(
    {"—": "-", "–": "-", "―": "-", "−": "-", "‐": "-", "“": "", "”": "", "‘": "", "’": "", "、": ",", "。": "."}
)


def plain(text: str) -> str:
    """``text`` as it would be typed without an input method: half-width signs, common blanks, no quotation marks."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_SAME).strip()


def strange_signs(text: str) -> str:
    """What to do about signs in ``text`` that do not belong in an id, a name or an address; empty when it has none."""
    if _POWER.fullmatch(text):
        return "这是科学记数法，多半是表格软件把编码改坏了：从原始资料重新抄一遍，并加上英文引号。"
    found = _INVISIBLE.search(text)
    if found:
        return f"里面混有看不见的字符（U+{ord(found[0]):04X}）：全部删掉，用键盘重新输入“{plain(text)[:40]}”。"
    found = _BLANK.search(text)
    if found:
        joined = plain(text)[:40].replace(" ", "-")
        return f"里面有一个特殊的空格（U+{ord(found[0]):04X}）：全部删掉，用键盘重新输入，如“{joined}”。"
    found = _WIDE.search(text)
    if not found:
        return ""
    if found[0] in "，、":
        items = [item.strip() for item in re.split("[,，、]", text) if item.strip()]
        return f"项和项之间用英文逗号：[{', '.join(items)}]。"
    if found[0] in "“”‘’＂＇":
        return f"去掉中文引号，写成 {plain(text)[:40]}。"
    return f"“{found[0]}”是中文（全角）符号，换成英文的：{plain(text)[:40]}"
