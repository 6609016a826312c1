"""Files of subtitles: what players read is let through, what they would skip in silence is told."""

from __future__ import annotations

import pytest

from generator.read.subtitles import MOST_BYTES, subtitle_faults

SOUND = """WEBVTT 夜班公交末站的热水
Kind: captions

NOTE 核对过

STYLE
::cue { color: white }

1
00:01.000 --> 00:04.500 align:start line:90%
<v 何玉梅>烫着等，不如温着等。
四百个夜晚。

00:04.500 --> 00:06.000
好。

01:00:04.500 --> 100:00:06.000
完
"""


def faults(text: str | bytes) -> list[tuple[int, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(fault.line, fault.message) for fault in subtitle_faults(data)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_players_read_is_sound(end: str, mark: str) -> None:
    assert faults(mark + SOUND.replace("\n", end)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("WEBVTT", "WEBVTTX", 1, "第一行不是 WEBVTT"),
        ("00:01.000", "00:01,000", 10, "看不懂"),
        ("00:01.000", "0:01.000", 10, "看不懂"),
        ("00:01.000 -->", "00:01.000-->", 10, "看不懂"),
        ("00:01.000", "00:61.000", 10, "看不懂"),
        ("00:04.500 align", "00:00.500 align", 10, "结束不晚于开始"),
        ("00:04.500 --> 00:06.000", "00:00.500 --> 00:06.000", 14, "比上一条开始得早"),
        ("好。\n", "", 14, "没有字"),
        ("00:04.500 --> 00:06.000\n", "", 14, "没有时间"),
    ],
)
def test_what_players_skip_is_told(old: str, new: str, line: int, said: str) -> None:
    assert old in SOUND
    ((found, message),) = faults(SOUND.replace(old, new, 1))
    assert (found, said in message) == (line, True), message


def test_files_that_are_no_subtitles() -> None:
    assert faults("") == [(1, "字幕文件的第一行不是 WEBVTT，播放器不认。")]
    assert faults("WEBVTT\n\n话\n") == [(1, "字幕文件里没有一条字幕。")]
    assert faults("WEBVTT\n\n热水".encode("gb18030")) == [(1, "字幕文件不是 UTF-8 编码。")]
    assert faults(b"WEBVTT\n" + b"x" * MOST_BYTES) == [(1, "字幕文件超过 1 MB，不像是字幕。")]
