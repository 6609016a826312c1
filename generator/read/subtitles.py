"""What is wrong with a file of subtitles in WebVTT (W3C Candidate Recommendation, 2019-04-04).

Players skip what they cannot read, so that a broken file shows no words, or half of them, and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_BYTES = 1 << 20
"""Two hours of speech are some 150 KB."""

_TIME = r"(?:[0-9]{2,}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}"
_TIMING = re.compile(rf"({_TIME})[ \t]+-->[ \t]+({_TIME})(?:[ \t]+\S.*)?")
_NOTES = ("NOTE", "STYLE", "REGION")


class Fault(NamedTuple):
    """A line, counted from 1, what is wrong there, and how to mend it."""

    line: int
    message: str
    hint: str


def subtitle_faults(data: bytes) -> Iterator[Fault]:
    """The first fault of every cue, and of the file as a whole."""
    if len(data) > MOST_BYTES:
        yield Fault(1, "字幕文件超过 1 MB，不像是字幕。", "看看是不是放错了文件。")
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Fault(1, "字幕文件不是 UTF-8 编码。", "用记事本另存为，编码选 UTF-8。")
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        hint = "第一行写 WEBVTT，空一行，再写字幕；.srt 文件还要把时间里的逗号改成小数点。"
        yield Fault(1, "字幕文件的第一行不是 WEBVTT，播放器不认。", hint)
        return
    if not any("-->" in line for line in lines):
        yield Fault(1, "字幕文件里没有一条字幕。", "按“00:01.000 --> 00:04.000”写时间，下一行写这几秒里说的话。")
        return
    last = 0.0
    for start, block in _blocks(lines):
        fault, last = _cue(start, block, last)
        if fault:
            yield fault


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines between empty ones, with the number of the first; the heading is left out."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            if number - len(block) > 1:
                yield number - len(block), block
            block = []


def _cue(number: int, block: list[str], last: float) -> tuple[Fault | None, float]:
    """What is wrong with a cue, and when it begins."""
    if block[0].startswith(_NOTES):
        return None, last
    at = next((place for place, line in enumerate(block[:2]) if "-->" in line), None)
    if at is None:
        return Fault(number, "这一条没有时间，播放器会跳过它。", "上面加一行“00:01.000 --> 00:04.000”。"), last
    found = _TIMING.fullmatch(block[at].strip())
    if found is None:
        hint = "写成“00:01.000 --> 00:04.000”：分、秒各两位，秒后是小数点和三位毫秒，箭头两边有空格。"
        return Fault(number + at, f"时间“{block[at].strip()[:60]}”看不懂。", hint), last
    start, end = _seconds(found[1]), _seconds(found[2])
    if end <= start:
        return Fault(number + at, "这一条结束不晚于开始。", "看看是不是两个时间写反了。"), last
    if start < last:
        return Fault(number + at, "这一条比上一条开始得早。", "按时间先后排。"), last
    if not "".join(block[at + 1 :]).strip():
        return Fault(number + at, "这一条没有字。", "在时间下面写这几秒里说的话，不要空行。"), start
    return None, start


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.split(":"):
        total = total * 60 + float(part)
    return total
