"""A story's video as its page shows it: links, what is said, subtitles, and whether others may use it."""

from __future__ import annotations

from datetime import date

from generator.model.catalogue import Entry
from generator.model.entries import Story

from .cards import Cards
from .targets import file_url
from .views import VideoView


def video_view(cards: Cards, entry: Entry) -> VideoView | None:
    """None without a video, or when the consent of those in it has run out."""
    meta: Story = entry.meta
    video = meta.video
    if video is None or not video.is_shown(cards.today):
        return None
    return {
        "name": video.title,
        "url": video.url,
        "portrait_url": video.portrait_url or "",
        "length": video.length or "",
        "credit": video.credit or "",
        "subtitles": file_url(entry, video.subtitles, cards) or "" if video.subtitles else "",
        "said": [{"who": each.who, "text": each.text} for each in video.said],
        "reuse": _reuse(meta, cards.today),
    }


def _reuse(meta: Story, today: date) -> str:
    if meta.video is None or not meta.media:
        return ""
    if meta.video.may_be_passed_on(today):
        return "出镜的人同意媒体使用这段视频，请和文字一样署名。"
    return "这段视频只在本站使用；媒体要用，请先联系我们。"
