"""Files that readers may download: which of those beside an entry go out, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.downloads import may_be_downloaded
from generator.model.entries import Document, Feature, Story
from generator.model.parts import MediaFile


def offered_files(entry: Entry) -> tuple[MediaFile, ...]:
    """What the entry offers for download: a document's attachments, a feature's media files, a video's subtitles."""
    meta = entry.meta
    if isinstance(meta, Story):
        subtitles = meta.video.subtitles if meta.video else None
        return (MediaFile(file=subtitles, title="字幕"),) if subtitles else ()
    if isinstance(meta, Document):
        return meta.attachments
    return meta.files if isinstance(meta, Feature) else ()


def copied_files(entry: Entry) -> Mapping[str, str]:
    """From name to address, for the offered files that are there and go out as they are.

    Pictures are not among them: they are published in their cleaned form only.
    """
    return {
        each.file: entry_address(entry.id) + each.file
        for each in offered_files(entry)
        if each.file in entry.files and may_be_downloaded(each.file)
    }
