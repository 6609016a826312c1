"""A story's video in its kit: where to get it, what is said in it; or that it may not be passed on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.parts import Video

from .blocks import Block, Heading, Item, Paragraph, Run, line
from .html_blocks import clean

SUBTITLES = "video/subtitles.vtt"
"""The name of the subtitles in the kit."""

LEFT_OUT = "视频没有放进资料包：只许本站使用，或没有取得转载授权。需要时请和我们联系。"


def video_blocks(video: Video | None, today: date) -> Iterator[Block]:
    """What stands below the text."""
    if video is None:
        return
    if not video.may_be_passed_on(today):
        yield line(LEFT_OUT)
        return
    yield Heading(2, f"视频：{clean(video.title)}")
    yield Item((Run("横版：" if video.portrait_url else "地址："), Run(video.url, url=video.url)))
    if video.portrait_url:
        yield Item((Run("竖版："), Run(video.portrait_url, url=video.portrait_url)))
    facts = (("时长：", video.length or ""), ("拍摄：", clean(video.credit or "")))
    yield from (Item((Run(f"{name}{value}"),)) for name, value in facts if value)
    if video.subtitles:
        yield Item((Run(f"字幕：{SUBTITLES}"),))
    if video.said:
        yield Heading(3, "视频里说了什么")
        for each in video.said:
            yield Paragraph((Run(f"{clean(each.who)}：", bold=True), Run(clean(each.text))))
