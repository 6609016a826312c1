"""Videos: who cannot hear reads them, who wants to show them elsewhere knows whether they may."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.downloads import SUBTITLES
from generator.model.entries import Story
from generator.model.kinds import Kind

from .finding import Finding
from .nearest import nearest
from .registry import rule
from .world import World


@rule("video-without-transcript", Severity.WARNING, "视频没有文字稿", kinds=(Kind.STORY,))
def video_without_transcript(entry: Entry, world: World) -> Iterator[Finding]:
    """What is said in a video can be read, too (WCAG 2.2, 1.2.1 and 1.2.2)."""
    video = entry.meta.video
    if video is not None and not video.said:
        yield Finding(
            entry.path,
            ("video",),
            f"视频“{video.title}”没有文字稿，听不见的人、不方便放声音的人不知道里面说了什么。",
            "在 video 下面加 said：一段一条，who 写谁说的，text 写原话；没有人说话的，写一条旁白说明画面。",
        )


@rule("video-permission", Severity.WARNING, "视频能不能给媒体用没有写明", kinds=(Kind.STORY,))
def video_permission(entry: Entry, world: World) -> Iterator[Finding]:
    """An entry that is offered to the media says of its video whether it is."""
    meta: Story = entry.meta
    video = meta.video
    if meta.media and video is not None and video.consent is None and not video.site_only:
        yield Finding(
            entry.path,
            ("video",),
            f"这一篇有媒体资料包，视频“{video.title}”能不能给媒体用却没有写明，资料包里就没有它。",
            "出镜的人同意转给媒体的，加 consent：reference 同意书编号、reuse: true；只许本站用的，写 site_only: true。",
        )


@rule("subtitles-missing", Severity.ERROR, "找不到字幕文件", kinds=(Kind.STORY,), binding=True)
def subtitles_missing(entry: Entry, world: World) -> Iterator[Finding]:
    """Subtitles lie beside the entry, in the form that browsers read."""
    video = entry.meta.video
    if video is None or video.subtitles is None:
        return
    at = ("video", "subtitles")
    if not video.subtitles.lower().endswith(SUBTITLES):
        yield Finding(entry.path, at, f"字幕“{video.subtitles}”不是 .vtt 文件。", "用剪辑软件导出 WebVTT（.vtt）。")
    elif video.subtitles not in entry.files:
        likely = nearest(video.subtitles, frozenset(entry.files))
        yield Finding(
            entry.path,
            at,
            f"文件夹里没有字幕“{video.subtitles}”。",
            f"是不是“{likely}”？" if likely else "把字幕文件放到 index.md 所在的文件夹，文件名写得一模一样。",
        )
