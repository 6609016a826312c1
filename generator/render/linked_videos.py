"""A story's video as search engines read it: a schema.org VideoObject with what is said in it."""

from __future__ import annotations

from typing import Any

from generator.model.page import View

Record = dict[str, Any]


def video_record(view: View, shared: View, published: str, image: Record | None) -> Record | None:
    """The record; None for a page without a video. A thumbnail must be named: it is the page's picture."""
    video = view.get("video")
    if not video:
        return None
    record: Record = {
        "@type": "VideoObject",
        "name": video["name"],
        "description": view["description"] or video["name"],
        "url": video["url"],
        "uploadDate": published,
        "inLanguage": shared["language"],
    }
    if image:
        record["thumbnailUrl"] = image["contentUrl"]
    if video["length"]:
        record["duration"] = _duration(video["length"])
    if video["credit"]:
        record["creator"] = {"@type": "Person", "name": video["credit"]}
    if video["said"]:
        record["transcript"] = "\n".join(f"{each['who']}：{each['text']}" for each in video["said"])
    if video["subtitles"]:
        record["caption"] = {
            "@type": "MediaObject",
            "contentUrl": shared["origin"] + video["subtitles"],
            "encodingFormat": "text/vtt",
            "inLanguage": shared["language"],
        }
    return record


def _duration(length: str) -> str:
    """3:25 as PT3M25S (ISO 8601)."""
    parts = [int(part) for part in length.split(":")]
    names = "HMS"[-len(parts) :]
    return "PT" + "".join(f"{part}{name}" for part, name in zip(parts, names, strict=True))
