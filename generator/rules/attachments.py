"""Files for download: there, and of a kind that may go out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.downloads import may_be_downloaded
from generator.model.kinds import Kind

from .finding import Finding
from .nearest import nearest
from .offers import offers
from .registry import rule
from .world import World


@rule("attachment-missing", Severity.ERROR, "找不到附件", kinds=(Kind.DOCUMENT, Kind.FEATURE), binding=True)
def attachment_missing(entry: Entry, world: World) -> Iterator[Finding]:
    """Files offered for download lie beside the entry."""
    for at, media in offers(entry):
        if media.file not in entry.files and media.file not in entry.photos:
            likely = nearest(media.file, frozenset((*entry.files, *entry.photos)))
            yield Finding(
                entry.path,
                (*at, "file"),
                f"文件夹里没有附件“{media.file}”。",
                f"是不是“{likely}”？" if likely else "把附件放到 index.md 所在的文件夹，文件名写得一模一样。",
            )


@rule("attachment-type", Severity.ERROR, "附件的类型不能发布", kinds=(Kind.DOCUMENT, Kind.FEATURE), binding=True)
def attachment_type(entry: Entry, world: World) -> Iterator[Finding]:
    """Files that a browser would run in the site's name, and programs, are not offered."""
    for at, media in offers(entry):
        if media.file in entry.files and not may_be_downloaded(media.file):
            yield Finding(
                entry.path,
                (*at, "file"),
                f"附件“{media.file}”的类型不能发布。",
                "另存为 PDF、OFD 或办公文档再放进来；几个文件可以打成一个 zip。",
            )
